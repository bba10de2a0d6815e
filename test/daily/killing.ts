/** One run of the kill test: subscriptions all due at once, processes that are killed while they post, and what came of it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { Store } from "../../src/store/open.ts";
import type { DeliveryTable } from "../../src/store/schema.ts";
import type { Where } from "../store/engines.ts";
import { subscribeMany } from "./many.ts";
import { type Sink, startSink } from "./sink.ts";

/** As built: starting it is what takes the time. */
const PROCESS = join(import.meta.dirname, "../../dist/test/daily/process.js");
const PROCESSES = 3;
/** Several, so that none is full. */
const WORKSPACES = 400;
/** Until the last words of a killed process have reached the database. */
const LAST_WORDS_MS = 150;

export type Run = {
  posts: number;
  kills: number;
  /** How far the processes' clocks are off, in turn, in milliseconds. */
  clocks?: readonly number[];
  /** Restarts the database. */
  restart?: (() => Promise<void>) | undefined;
  restarts?: number;
};

export type Result = {
  rows: DeliveryTable[];
  sink: Sink;
  /** What was `sending` when a process or the database was killed. */
  sendingThen: ReadonlySet<string>;
  /** Rows of the outbox that have not ended. */
  open: number;
  /** Processes that ended by themselves. */
  crashed: number;
};

/** Has the posts made, with a kill or a restart each time another share of them has reached the sink. */
export async function killing(
  store: Store & { where: Where },
  { posts, kills, clocks = [0], restart, restarts = 0 }: Run,
): Promise<Result> {
  const sink = await startSink();
  // Due a minute and a half ago, so that the jitter has passed: all at once.
  const due = store.now() - 90_000;
  await subscribeMany(store, { count: posts, dueAt: due, workspaces: WORKSPACES, platforms: ["slack", "teams"] });
  const children = new Set<ChildProcess>();
  let started = 0;
  let crashed = 0;
  function start(): { child: ChildProcess; ready: Promise<unknown> } {
    const child = spawn(process.execPath, [PROCESS], {
      env: {
        PATH: process.env.PATH,
        FOLDER: store.where.folder,
        DATABASE_URL: store.where.databaseUrl ?? "",
        SINK: sink.url,
        AHEAD: String(clocks[started++ % clocks.length]),
      },
      stdio: ["ignore", "pipe", process.env.KILL_TEST_LOG ? "inherit" : "ignore"],
    });
    children.add(child);
    child.once("exit", (_code, signal) => {
      if (signal !== "SIGKILL") crashed += 1;
    });
    return { child, ready: once(child.stdout ?? child, "data") };
  }
  const sendingThen = new Set<string>();
  async function noteSending(): Promise<void> {
    const rows = await store.database.selectFrom("outbox").select("key").where("state", "=", "sending").execute();
    for (const { key } of rows) sendingThen.add(key);
  }

  try {
    let running = Array.from({ length: PROCESSES }, start);
    const steps = shuffled([...Array<"kill">(kills).fill("kill"), ...Array<"restart">(restarts).fill("restart")]);
    for (const [index, step] of steps.entries()) {
      // The last share is left for those that live on.
      await Promise.race([sink.reached(Math.floor(((index + Math.random()) * posts * 0.9) / steps.length)), sleep(60_000)]);
      if (step === "restart") {
        // Who starts meanwhile would be right to give up.
        await Promise.all(running.map(({ ready }) => ready));
        await restart?.();
        await noteSending();
        continue;
      }
      const victim = await Promise.race(running.map(async (one) => one.ready.then(() => one)));
      victim.child.kill("SIGKILL");
      await once(victim.child, "exit");
      await sleep(LAST_WORDS_MS);
      await noteSending();
      running = [...running.filter((one) => one !== victim), start()];
    }
    const planned = () =>
      store.database.selectFrom("deliveries").select("key").where("due_at", "=", due).where("state", "!=", "planned").execute();
    await expect.poll(async () => (await planned()).length, { timeout: 200_000, interval: 500 }).toBe(posts);
  } finally {
    for (const child of children) child.kill("SIGKILL");
    sink.stop();
  }
  const rows = await store.database.selectFrom("deliveries").selectAll().where("due_at", "=", due).execute();
  const left = await store.database.selectFrom("outbox").select("key").where("finished_at", "is", null).execute();
  return { rows, sink, sendingThen, open: left.length, crashed };
}

function shuffled<Value>(values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, lot: Math.random() }))
    .sort((one, other) => one.lot - other.lot)
    .map(({ value }) => value);
}
