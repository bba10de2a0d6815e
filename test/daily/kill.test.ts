/**
 * 3 processes, 2,000 due posts, 20 kill -9, a Slack and a Teams that refuse, break off and stay silent: each delivery
 * ends in one state, none is posted twice, and every unknown one is explained. `npm run kill-test` runs it also on
 * libsql and with a database that restarts.
 */
import { afterEach, expect, it } from "vitest";
import { addDays, dateOf } from "../../src/daily/calendar.ts";
import { type Engine, libsqlEngine, newStore, postgresqlEngine } from "../store/engines.ts";
import { killing, type Result, type Run } from "./killing.ts";

const ALL = process.env.KILL_TEST === "1";
const RUN: Run = { posts: 2_000, kills: 20 };
/** A minute on an idle machine; other tests run beside it. */
const WITHIN_MS = 400_000;
const LOST = "its process ended while sending";

let engine: Engine | undefined;
afterEach(() => engine?.stop(), 60_000);

it(
  "on PostgreSQL, with clocks 90 seconds apart",
  async () => {
    engine = await postgresqlEngine();
    await prove(engine, { ...RUN, clocks: [45_000, -45_000, 0] });
  },
  WITHIN_MS,
);

it.runIf(ALL)(
  "on PostgreSQL that restarts twice",
  async () => {
    const server = await postgresqlEngine();
    engine = server;
    await prove(server, { ...RUN, restart: server.restart, restarts: 2 });
  },
  WITHIN_MS,
);

it.runIf(ALL)(
  "on one libsql file",
  async () => {
    engine = libsqlEngine();
    await prove(engine, RUN);
  },
  WITHIN_MS,
);

async function prove(on: Engine, run: Run): Promise<void> {
  const store = await newStore(on);
  try {
    const result = await killing(store, run);
    print(result);
    const { rows, sink, sendingThen, open, crashed } = result;
    const state = new Map(rows.map(({ key, state }) => [key, state]));
    const unknown = rows.filter(({ state }) => state === "unknown");
    expect(rows).toHaveLength(run.posts);
    expect({ open, crashed }).toEqual({ open: 0, crashed: 0 });
    expect([...sink.posted].filter(([, times]) => times > 1)).toEqual([]);
    expect(rows.filter(({ key, state }) => state === "sent" && !sink.posted.has(key))).toEqual([]);
    expect([...sink.posted.keys()].filter((key) => !["sent", "unknown"].includes(state.get(key) ?? ""))).toEqual([]);
    expect(rows.filter(({ state }) => state !== "sent" && state !== "unknown")).toEqual([]);
    expect(unknown.filter(({ key, reason }) => (reason === LOST ? !sendingThen.has(key) : sink.answered.has(key)))).toEqual([]);
    const next = await store.database.selectFrom("subscriptions").select("next_date").distinct().execute();
    expect(next.map(({ next_date }) => next_date)).toEqual([addDays(dateOf(store.now(), "UTC"), 1)]);
  } finally {
    await store.close();
  }
}

function print({ rows, sink }: Result): void {
  const outcomes: Record<string, number> = {};
  for (const { state, reason } of rows) {
    const name = reason === null ? state : `${state}: ${reason}`;
    outcomes[name] = (outcomes[name] ?? 0) + 1;
  }
  console.table(sink.played);
  console.table(outcomes);
  const unknown = rows.filter(({ state }) => state === "unknown");
  console.log(
    ["Unknown:", ...unknown.map(({ key, reason }) => `${key} ${sink.posted.has(key) ? "posted" : "not posted"}; ${reason}`)].join("\n"),
  );
}
