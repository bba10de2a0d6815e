/** A year of 1,000 subscriptions in the planner's pure part: one post each wanted local day, no repeat in a round. */
import { expect, it } from "vitest";
import { createAsk } from "../../intents/index.ts";
import { addDays, dateOf, EVERY_DAY, instantOf, nextOccurrence, WEEKDAYS } from "../../src/daily/calendar.ts";
import { chooseFact, createDeck } from "../../src/daily/deck.ts";
import { daysDue, jitterOf } from "../../src/daily/planner.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { simulated } from "./simulated.ts";

const { answerQuestion, tools } = createAsk(loadKnowledge());
const deck = createDeck(tools.knowledge, answerQuestion);

/** Norway's public holidays of 2026 by the calendar on the wall, and the one that follows. */
const HOLIDAYS = [
  ...["2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14"],
  ...["2026-05-17", "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26", "2027-01-01"],
];

/** Wanted days counted in another way than the planner does. */
function wantedDays(days: readonly number[], holidays: boolean, from: string, to: string): string[] {
  const dates: string[] = [];
  for (let date = from; date < to; date = addDays(date, 1)) {
    const weekday = new Date(`${date}T12:00Z`).getUTCDay() || 7;
    if (days.includes(weekday) && (holidays || !HOLIDAYS.includes(date))) dates.push(date);
  }
  return dates;
}

it("posts once each wanted local day of a year, for 1,000 subscriptions in nine zones", () => {
  const start = Date.parse("2026-01-01T00:00:00Z");
  const end = Date.parse("2027-01-01T12:00:00Z");
  const size = deck.about([]).length;
  for (let number = 0; number < 1_000; number += 1) {
    let subscription = simulated(number);
    const { zone, time } = subscription;
    subscription = { ...subscription, next: nextOccurrence(subscription, { after: start }) };
    const first = dateOf(start, zone);
    const posted: string[] = [];
    const facts: string[] = [];
    while (subscription.next && subscription.next.at < end) {
      const { missed, post, next } = daysDue(subscription, subscription.next.at + 30_000);
      if (!post) throw new Error("nothing is due at the planned time");
      if (missed.length > 0) throw new Error("a day was missed");
      posted.push(post.date);
      const { fact, ...after } = chooseFact(deck, subscription, post.date);
      facts.push(fact.mark);
      subscription = { ...subscription, ...after, next };
    }
    // Only at the edges of the year do zone and time decide whether a day is in it.
    const wanted = wantedDays(subscription.days, subscription.holidays, first, "2027-01-04").filter((date) => {
      if (date > "2026-01-03" && date < "2026-12-29") return true;
      const at = instantOf(date, time, zone);
      return at > start && at < end;
    });
    expect(posted).toEqual(wanted);
    for (let round = 0; round * size < facts.length; round += 1) {
      const shown = facts.slice(round * size, (round + 1) * size);
      expect(new Set(shown).size).toBe(shown.length);
    }
  }
}, 300_000);

it("records what fell into a downtime, bounded, and posts only what is not too late", () => {
  const base = { ...simulated(0), zone: "Europe/Oslo", time: "09:00", days: WEEKDAYS, holidays: false };
  const next = { date: "2026-11-02", at: instantOf("2026-11-02", "09:00", "Europe/Oslo") };
  const at = (date: string, time: string) => instantOf(date, time, "Europe/Oslo");
  const soon = daysDue({ ...base, next }, at("2026-11-04", "14:59"));
  expect(soon.missed.map(({ date }) => date)).toEqual(["2026-11-02", "2026-11-03"]);
  expect(soon.post?.date).toBe("2026-11-04");
  expect(soon.next.date).toBe("2026-11-05");
  const late = daysDue({ ...base, next }, at("2026-11-04", "15:01"));
  expect(late.missed.at(-1)?.date).toBe("2026-11-04");
  expect(late.post).toBeUndefined();
  const long = daysDue({ ...base, days: EVERY_DAY, next }, at("2027-11-04", "09:01"));
  expect(long.missed).toHaveLength(30);
  expect(long.post?.date).toBe("2027-11-04");
});

it("spreads subscriptions evenly over the minute", () => {
  const seconds = Array.from({ length: 6_000 }, (_, number) => Math.floor(jitterOf(`subscription ${number}`) / 10_000));
  const counts = [0, 1, 2, 3, 4, 5].map((tenth) => seconds.filter((second) => second === tenth).length);
  expect(Math.min(...counts)).toBeGreaterThan(850);
});
