/** "yesterday", "last week", "this month": times by today's calendar that are shorter than any year. */
import type { PeriodMention } from "./period-words.ts";

const ALONE = new Set("yesterday tomorrow tonight igår imorgen imorgon".split(" "));
/** "i går", "i helga". */
const BEHIND_I = new Set("går gaar forgårs natt kveld morges morgen morgon overmorgen overmorgon helga helgen".split(" "));
const SIDES = new Set("denne this forrige førre sist siste last past neste next".split(" "));
const DAYS = new Set("uke uka uken veke veka week weekend helg helga helgen night".split(" "));
const MONTHS = new Set("month måned måneden månad månaden".split(" "));
/** "last month" is by the calendar; "forrige måned" is the one before what was spoken of. */
const MONTH_SIDES: Readonly<Record<string, number>> = { last: -1, past: -1, sist: -1, this: 0, denne: 0 };
/** "the last week of December" leans on another time. */
const LEANING = new Set(["of", "in", "i", "av", "før", "before"]);
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Reads such a time at a word.
 * @param now the clock
 * @returns the month, or for days and weeks the year in which they lie, since no document tells of less
 */
export function nearDayAt(words: readonly string[], i: number, now: Date): PeriodMention | undefined {
  const [word = "", next = "", behind = ""] = words.slice(i, i + 3);
  const point = (period: string, count: number): PeriodMention => ({
    kind: "point",
    period,
    calendar: true,
    near: true,
    from: i,
    to: i + count,
  });
  if (ALONE.has(word)) return point(yearNear(word, now), 1);
  if (word === "i" && BEHIND_I.has(next)) return point(yearNear(next, now), 2);
  if (!SIDES.has(word) || LEANING.has(behind)) return undefined;
  if (DAYS.has(next)) return point(yearNear(word, now), 2);
  const by = MONTHS.has(next) ? MONTH_SIDES[word] : undefined;
  if (by === undefined) return undefined;
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + by, 1));
  return point(month.toISOString().slice(0, "2026-01".length), 2);
}

/** By these such a time may begin. */
export const NEAR_BEGINNINGS: ReadonlySet<string> = new Set([...ALONE, "i", ...SIDES]);

const AHEAD = new Set("tomorrow imorgen imorgon morgen morgon overmorgen overmorgon neste next".split(" "));
const HERE = new Set("denne this tonight kveld".split(" "));

function yearNear(word: string, now: Date): string {
  const days = AHEAD.has(word) ? 1 : HERE.has(word) ? 0 : -1;
  return String(new Date(now.getTime() + days * DAY_MS).getUTCFullYear());
}
