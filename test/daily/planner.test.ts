/** Planning, sending and settling on both engines: once a day, over downtimes, pauses, faults and many processes. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAsk } from "../../intents/index.ts";
import { addDays, dateOf, instantOf, isWanted, WEEKDAYS } from "../../src/daily/calendar.ts";
import { dailyCourier } from "../../src/daily/courier.ts";
import { createDeck } from "../../src/daily/deck.ts";
import { historyOf, lagOf, settle } from "../../src/daily/deliveries.ts";
import { pauseChannel, resumeChannel } from "../../src/daily/faults.ts";
import { type Meter, NO_METER } from "../../src/daily/meter.ts";
import { planDue } from "../../src/daily/planner.ts";
import { rotateReferences } from "../../src/daily/references.ts";
import {
  type NewSubscription,
  pause,
  readSubscription,
  resume,
  type Subscription,
  skipToday,
  stop,
  subscribe,
  subscriptionsIn,
} from "../../src/daily/subscriptions.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { claim, end, markSending, putBack } from "../../src/outbox/outbox.ts";
import { forget } from "../../src/store/kept.ts";
import type { Store } from "../../src/store/open.ts";
import type { OutboxState } from "../../src/store/schema.ts";
import { createVault } from "../../src/store/vault.ts";
import { type Engine, libsqlEngine, newStore, postgresqlEngine } from "../store/engines.ts";
import { simulated } from "./simulated.ts";

const { answerQuestion, tools } = createAsk(loadKnowledge());
const deck = createDeck(tools.knowledge, answerQuestion);
const isSubject = (key: string) => tools.reader.subject(key) !== undefined;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const oslo = (date: string, time: string) => instantOf(date, time, "Europe/Oslo");

const WANTED: NewSubscription = {
  platform: "test",
  workspace: "T1",
  channel: "C1",
  time: "09:00",
  zone: "Europe/Oslo",
  days: WEEKDAYS,
  holidays: false,
  subjects: [],
  language: "nb",
  createdBy: "someone",
};

describe.each([
  { name: "libsql", start: async () => libsqlEngine() as Engine },
  { name: "PostgreSQL", start: postgresqlEngine as () => Promise<Engine> },
])("the fact of the day on $name", ({ start }) => {
  let engine: Engine;
  let store: Store;
  let now = 0;
  let counts: Record<string, number> = {};
  const meter: Meter = {
    due: (posts) => {
      counts.due = (counts.due ?? 0) + posts;
    },
    ended: (state) => {
      counts[state] = (counts[state] ?? 0) + 1;
    },
    lag: () => {},
  };
  beforeAll(async () => {
    engine = await start();
  }, 60_000);
  beforeEach(async () => {
    now = oslo("2026-11-25", "08:00");
    counts = {};
    const own = await newStore(engine);
    store = { ...own, now: () => now };
    return () => own.close();
  });
  afterAll(() => engine?.stop(), 60_000);

  const outbox = () => store.database.selectFrom("outbox").selectAll().orderBy("key").execute();
  const history = async ({ id }: Subscription) => (await historyOf(store.database, id, 50)).map(({ date, state }) => `${date} ${state}`);
  const current = async ({ id }: Subscription) => {
    const found = await readSubscription(store.database, id);
    if (!found) throw new Error("the subscription is gone");
    return found;
  };
  /** Plans all that is due, sends it with one outcome, and settles. */
  async function run(state: OutboxState = "sent", reason?: string): Promise<void> {
    while ((await planDue(store, deck, meter)) > 0);
    now += MINUTE;
    for (const { key, kind } of await claim(store, { owner: "me", most: 1_000 })) {
      if (kind !== "daily") continue;
      await markSending(store, [key], "me");
      await end(store, store.database, [{ key, state: state as "sent", reason }], "me");
    }
    await settle(store, meter);
  }

  it("plans a day once and moves on", async () => {
    const { subscription, isNew } = await subscribe(store, WANTED);
    expect(isNew).toBe(true);
    expect(subscription.next?.date).toBe("2026-11-25");
    expect(await planDue(store, deck, meter)).toBe(0);
    now = oslo("2026-11-25", "09:00");
    expect(await planDue(store, deck, meter)).toBe(1);
    expect(await planDue(store, deck, meter)).toBe(0);
    const [row] = await outbox();
    expect(row).toMatchObject({ key: `daily:${subscription.id}:2026-11-25`, kind: "daily", priority: 1, channel: "test:T1:C1" });
    expect(Number(row?.due_at) - now).toBeLessThan(MINUTE);
    expect((await current(subscription)).next?.date).toBe("2026-11-26");
    expect(await lagOf(store)).toBe(0);
    await run();
    expect(await history(subscription)).toEqual(["2026-11-25 sent"]);
    expect(counts).toEqual({ due: 1, sent: 1 });
    expect(await settle(store, meter)).toBe(0);
  });

  it("is planned once by many processes at the same time", async () => {
    for (let number = 0; number < 250; number += 1) await subscribe(store, { ...WANTED, channel: `C${number}` });
    now = oslo("2026-11-25", "09:00");
    const drain = async () => {
      while ((await planDue(store, deck, meter)) > 0);
    };
    await Promise.all([drain(), drain(), drain(), drain()]);
    await drain();
    expect(await outbox()).toHaveLength(250);
    expect(counts.due).toBe(250);
  });

  it("has one subscription a channel and set of subjects, which a second one changes", async () => {
    const { subscription } = await subscribe(store, WANTED);
    now = oslo("2026-11-25", "09:00");
    await run();
    const again = await subscribe(store, { ...WANTED, time: "10:30", language: "nn" });
    expect(again.isNew).toBe(false);
    expect(again.subscription).toMatchObject({ id: subscription.id, language: "nn", shown: (await current(subscription)).shown });
    // Today has had its post: a later time does not bring a second one.
    expect(again.subscription.next?.date).toBe("2026-11-26");
    await subscribe(store, { ...WANTED, subjects: ["section:kjernejournal", "section:e-resept"] });
    await subscribe(store, { ...WANTED, subjects: ["section:e-resept", "section:kjernejournal"] });
    expect(await subscriptionsIn(store.database, WANTED)).toHaveLength(2);
  });

  it("records a downtime's days as missed and posts what is not too late", async () => {
    const { subscription } = await subscribe(store, WANTED);
    now = oslo("2026-11-27", "14:00");
    await run();
    expect(await history(subscription)).toEqual(["2026-11-27 sent", "2026-11-26 missed", "2026-11-25 missed"]);
    expect(counts).toEqual({ due: 1, sent: 1, missed: 2 });
    now = oslo("2026-11-30", "16:00");
    await run();
    expect((await history(subscription))[0]).toBe("2026-11-30 missed");
  });

  it("skips today on request, and says so when it is too late for that", async () => {
    const { subscription } = await subscribe(store, WANTED);
    const skipped = await skipToday(store, subscription);
    expect(skipped?.next?.date).toBe("2026-11-26");
    now = oslo("2026-11-25", "09:01");
    await run();
    expect(await history(subscription)).toEqual(["2026-11-25 skipped"]);
    now = oslo("2026-11-26", "09:01");
    await run();
    expect(await skipToday(store, await current(subscription))).toBeUndefined();
  });

  it("skips today also while its post is planned and waits for its turn, but not once a process has taken it", async () => {
    const { subscription } = await subscribe(store, WANTED);
    now = oslo("2026-11-25", "09:00");
    await planDue(store, deck, meter);
    const left = await skipToday(store, await current(subscription));
    expect(left?.next?.date).toBe("2026-11-26");
    await run();
    expect(await history(subscription)).toEqual(["2026-11-25 skipped"]);
    now = oslo("2026-11-26", "09:00");
    await planDue(store, deck, meter);
    now += MINUTE;
    await claim(store, { owner: "me", most: 1 });
    expect(await skipToday(store, await current(subscription))).toBeUndefined();
  });

  it("counts as late also what a pace or a platform told to wait", async () => {
    await subscribe(store, WANTED);
    now = oslo("2026-11-25", "09:00");
    await planDue(store, deck, meter);
    now += MINUTE;
    const [message] = await claim(store, { owner: "me", most: 1 });
    const dueAt = now + HOUR;
    await putBack(store, [{ key: message?.key ?? "", dueAt, reason: null, paced: true, tried: false }], "me");
    now += 20 * MINUTE;
    expect(await lagOf(store)).toBeGreaterThanOrEqual(20 * MINUTE);
    expect(await lagOf(store)).toBeLessThanOrEqual(21 * MINUTE);
  });

  it("pauses until a day and goes on by itself; or until it is resumed", async () => {
    const { subscription } = await subscribe(store, WANTED);
    const paused = await pause(store, subscription, "2026-11-27");
    expect(paused.next?.date).toBe("2026-11-27");
    now = oslo("2026-11-26", "10:00");
    await run();
    expect(await history(subscription)).toEqual([]);
    now = oslo("2026-11-27", "09:00");
    await run();
    expect(await current(subscription)).toMatchObject({ state: "active", pausedUntil: null });
    expect(await history(subscription)).toEqual(["2026-11-27 sent"]);
    await pause(store, await current(subscription), null);
    now = oslo("2026-12-10", "09:30");
    await run();
    expect((await resume(store, await current(subscription))).next?.date).toBe("2026-12-11");
    expect(await history(subscription)).toEqual(["2026-11-27 sent"]);
  });

  it("sends nothing that was planned before it stopped, and comes back when asked for again", async () => {
    const { subscription } = await subscribe(store, WANTED);
    now = oslo("2026-11-25", "09:00");
    await planDue(store, deck, meter);
    await stop(store, subscription.id);
    now += MINUTE;
    const courier = dailyCourier({ store, answerQuestion, isSubject, post: async () => ({ send: async () => ({ state: "sent" }) }) });
    const [message] = await claim(store, { owner: "me", most: 1 });
    expect(message && (await courier(message))).toEqual({ skip: "stopped" });
    expect(await subscriptionsIn(store.database, WANTED)).toEqual([]);
    expect((await subscribe(store, WANTED)).subscription).toMatchObject({ id: subscription.id, state: "active" });
  });

  it("keeps who set it up sealed, also after keys rotate, and forgets them when it stops", async () => {
    const [old, next] = ["11".repeat(32), "22".repeat(32)];
    const reference = createVault(old).seal("U1", "T1");
    const { subscription } = await subscribe(store, { ...WANTED, workspace: "T1", reference });
    expect(await rotateReferences(store, createVault(next, old))).toBe(1);
    expect(await rotateReferences(store, createVault(next, old))).toBe(0);
    expect(createVault(next).open((await current(subscription)).reference ?? "", "T1")).toBe("U1");
    await stop(store, subscription.id);
    expect(await current(subscription)).toMatchObject({ reference: null, createdBy: "" });
  });

  it("hands the courier's surface an answer with its source", async () => {
    await subscribe(store, { ...WANTED, subjects: ["section:kjernejournal"] });
    now = oslo("2026-11-25", "09:00");
    await planDue(store, deck, meter);
    now += MINUTE;
    const [message] = await claim(store, { owner: "me", most: 1 });
    const sections: (string | null | undefined)[] = [];
    const courier = dailyCourier({
      ...{ store, answerQuestion, isSubject },
      post: async (_subscription, { sources }) => {
        sections.push(sources[0]?.section);
        return { skip: "seen" };
      },
    });
    if (message) await courier(message);
    expect(sections).toEqual(["Kjernejournal"]);
  });

  it("pauses with the reason when the channel is archived, tells once, and goes on when that is over", async () => {
    const { subscription } = await subscribe(store, WANTED);
    now = oslo("2026-11-25", "09:00");
    await run("failed", "is_archived: the channel is archived");
    expect(await current(subscription)).toMatchObject({ state: "paused", reason: "archived", next: null });
    expect((await outbox()).filter(({ kind }) => kind === "daily-notice")).toHaveLength(1);
    expect(await pauseChannel(store, WANTED, "archived")).toBe(0);
    now = oslo("2026-11-30", "10:00");
    await run();
    expect(await resumeChannel(store, WANTED, ["removed"])).toBe(0);
    expect(await resumeChannel(store, { platform: "test", workspace: "T1" })).toBe(1);
    expect((await current(subscription)).next?.date).toBe("2026-12-01");
    expect((await outbox()).filter(({ kind }) => kind === "daily-notice")).toHaveLength(1);
  });

  it("leaves a failed or unknown post at that, and goes on the next day", async () => {
    const { subscription } = await subscribe(store, WANTED);
    now = oslo("2026-11-25", "09:00");
    await run("unknown", "no answer");
    now = oslo("2026-11-26", "09:00");
    await run("failed", "msg_too_long");
    now = oslo("2026-11-27", "09:00");
    await run();
    expect(await history(subscription)).toEqual(["2026-11-27 sent", "2026-11-26 failed", "2026-11-25 unknown"]);
  });

  it("cannot tell what became of a post whose outbox row is gone", async () => {
    const { subscription } = await subscribe(store, WANTED);
    now = oslo("2026-11-25", "09:00");
    await planDue(store, deck, meter);
    now += MINUTE;
    const [message] = await claim(store, { owner: "me", most: 1 });
    await end(store, store.database, [{ key: message?.key ?? "", state: "sent" }], "me");
    now += 25 * HOUR;
    await forget(store);
    await settle(store, meter);
    expect((await history(subscription))[0]).toBe("2026-11-25 unknown");
  });

  it("posts once each wanted day of a year, for 20 subscriptions", async () => {
    now = Date.parse("2026-01-01T00:00:00Z");
    const subscriptions = await Promise.all(
      Array.from({ length: 20 }, async (_, number) => (await subscribe(store, simulated(number))).subscription),
    );
    const begin = now;
    const finish = Date.parse("2027-01-01T00:00:00Z");
    // Steps of less than the six hours that a post is worth: a clumsy clock must not lose a day.
    for (; now < finish; now += 5 * HOUR) {
      await run();
      if (new Date(now).getUTCHours() < 5) await forget(store);
    }
    now = finish;
    await run();
    for (const subscription of subscriptions) {
      const wanted: string[] = [];
      for (let date = dateOf(begin, subscription.zone); date < "2027-01-03"; date = addDays(date, 1)) {
        const at = instantOf(date, subscription.time, subscription.zone);
        if (isWanted(subscription, date) && at > begin && at < finish) wanted.push(`${date} sent`);
      }
      const rows = (await historyOf(store.database, subscription.id, 400)).reverse();
      expect(rows.map(({ date, state }) => `${date} ${state}`)).toEqual(wanted);
      const round = rows.slice(0, deck.about([]).length).map(({ fact }) => fact);
      expect(new Set(round).size).toBe(round.length);
    }
  }, 240_000);
});

it("counts nothing without a meter", () => {
  expect([NO_METER.due(1), NO_METER.ended("sent"), NO_METER.lag(0)]).toEqual([undefined, undefined, undefined]);
});
