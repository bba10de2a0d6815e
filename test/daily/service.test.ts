/** The daily part of a process: plans by itself, says how late posts are, and goes on whatever breaks. */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Deck } from "../../src/daily/deck.ts";
import { type Meter, NO_METER } from "../../src/daily/meter.ts";
import { createDaily } from "../../src/daily/service.ts";
import type { Store } from "../../src/store/open.ts";
import { libsqlEngine, newStore } from "../store/engines.ts";
import { subscribeMany } from "./many.ts";

const WAIT = { timeout: 6_000, interval: 20 };
const FACT = { intent: "value", subject: "logins", periods: [], section: "helsenorge", weight: 1, mark: "abc123" } as const;
const DECK: Deck = { about: () => [FACT], has: () => true };

const engine = libsqlEngine();
let store: Store;
let lags: number[] = [];
let late: number[] = [];
let faults: string[] = [];
const meter: Meter = { ...NO_METER, lag: (seconds) => lags.push(seconds) };
beforeEach(async () => {
  store = await newStore(engine);
  [lags, late, faults] = [[], [], []];
  return () => store.close();
});
afterEach(() => engine.stop());

function start(deck: Deck) {
  const told = {
    onPlanned: () => {},
    onLate: (seconds: number) => late.push(seconds),
    onFault: (_: unknown, place: string) => faults.push(place),
  };
  const daily = createDaily({ store, deck, meter, ...told, pollMs: 20 });
  daily.start();
  return daily;
}
const due = (minutesAgo: number) =>
  subscribeMany(store, { count: 1, dueAt: store.now() - minutesAgo * 60_000, workspaces: 1, platforms: ["slack"] });

it("warns while posts wait longer than five minutes, and still plans and works on", async () => {
  await due(20);
  const daily = start(DECK);
  await expect.poll(() => late.length, WAIT).toBeGreaterThan(1);
  expect(Math.min(...late)).toBeGreaterThanOrEqual(19 * 60);
  expect(lags.at(-1)).toBeGreaterThanOrEqual(19 * 60);
  expect(await store.database.selectFrom("outbox").select("key").execute()).toHaveLength(1);
  await daily.stop();
  expect(faults).toEqual([]);
});

it("does not warn of what is on time", async () => {
  await due(0);
  const daily = start(DECK);
  await expect.poll(() => lags.length, WAIT).toBeGreaterThan(1);
  await daily.stop();
  expect(late).toEqual([]);
});

it("tells a fault and tries again at the next look", async () => {
  await due(0);
  let broken = true;
  const daily = start({
    ...DECK,
    about: () => {
      if (broken) throw new Error("broken");
      return [FACT];
    },
  });
  await expect.poll(() => faults, WAIT).toContain("daily plan");
  broken = false;
  await expect.poll(async () => (await store.database.selectFrom("outbox").select("key").execute()).length, WAIT).toBe(1);
  await daily.stop();
});
