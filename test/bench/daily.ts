/** The fact of the day on PostgreSQL: posts a second, what an idle minute costs, and what a burst does to answers. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { sql } from "kysely";
import type { Store } from "../../src/store/open.ts";
import { subscribeMany } from "../daily/many.ts";
import { newStore, postgresqlEngine, type Where } from "../store/engines.ts";
import type { Command, Reply } from "./daily-process.ts";
import { percentiles, print, ratio } from "./table.ts";

const POSTS = 5_000;
const BARE_AT_ONCE = 48;
const IDLE_MS = 20_000;
const IDLE = [1_000, 100_000];
const BURST = 10_000;
const BURST_WORKSPACES = 100;
const QUIET_REPLIES = 500;
const REPLIES = 1_000;
const REPLY_EVERY_MS = 50;
/** Until the process has looked around for the first time. */
const SETTLE_MS = 3_000;

/** Measures and prints. */
export async function measureDaily(): Promise<void> {
  const engine = await postgresqlEngine(["shared_preload_libraries=pg_stat_statements"]);
  const sink = await startSink();
  const withStore = async (measure: (store: Store & { where: Where }) => Promise<void>) => {
    const store = await newStore(engine);
    await measure(store).finally(() => store.close());
  };
  try {
    await withStore((store) => measurePosts(store, sink));
    const costs: Awaited<ReturnType<typeof measureIdle>>[] = [];
    for (const count of IDLE) await withStore(async (store) => void costs.push(await measureIdle(store, sink, count)));
    const [few] = costs;
    print(
      ["one idle minute of a process, ms", "database", "CPU", "database to first", "CPU to first"],
      costs.map(({ count, database, cpu }) => [
        `${count.toLocaleString("en")} subscriptions`,
        ...[database.toFixed(0), cpu.toFixed(0), ratio(database, few?.database ?? 1), ratio(cpu, few?.cpu ?? 1)],
      ]),
    );
    await withStore((store) => measureBurst(store, sink));
  } finally {
    sink.close();
    await engine.stop();
  }
}

async function measurePosts(store: Store & { where: Where }, sink: Sink): Promise<void> {
  // Due two minutes ago, so that the jitter has passed.
  const due = (count: number) => subscribeMany(store, { count, dueAt: store.now() - 120_000, workspaces: 100, platforms: ["slack"] });
  const measured = await start(store, sink, { PACED: "0" });
  try {
    // A few to warm up, then the same number each way.
    await ask(measured, { name: "bare", posts: 500, atOnce: BARE_AT_ONCE });
    const { ms: bareMs = 0 } = await ask(measured, { name: "bare", posts: POSTS, atOnce: BARE_AT_ONCE });
    const before = sink.posted();
    await due(POSTS);
    await sink.reached(before + 1);
    const started = performance.now();
    await sink.reached(before + POSTS);
    const ours = (1000 * POSTS) / (performance.now() - started);
    const bare = (1000 * POSTS) / bareMs;
    print(
      ["posts a second, one process, no rate limits", "a second", "of bare"],
      [
        ["Helsetall: planned, claimed, sent once, recorded", ours.toFixed(0), ratio(ours, bare, 2)],
        ["the same client, nothing kept", bare.toFixed(0), "1"],
      ],
    );
  } finally {
    await stop(measured);
  }
}

async function measureIdle(store: Store & { where: Where }, sink: Sink, count: number) {
  await sql`create extension if not exists pg_stat_statements`.execute(store.database);
  await subscribeMany(store, { count, dueAt: store.now() + 86_400_000, workspaces: 100, platforms: ["slack"] });
  const measured = await start(store, sink, { PACED: "1" });
  try {
    await sleep(SETTLE_MS);
    await sql`select pg_stat_statements_reset()`.execute(store.database);
    const { cpuMs: before = 0 } = await ask(measured, { name: "cpu" });
    await sleep(IDLE_MS);
    const { cpuMs: after = 0 } = await ask(measured, { name: "cpu" });
    const { rows } = await sql<{ ms: number }>`
      select coalesce(sum(total_exec_time + total_plan_time), 0)::float8 as ms from pg_stat_statements
      where dbid = (select oid from pg_database where datname = current_database())`.execute(store.database);
    const minute = 60_000 / IDLE_MS;
    return { count, database: (rows[0]?.ms ?? 0) * minute, cpu: (after - before) * minute };
  } finally {
    await stop(measured);
  }
}

async function measureBurst(store: Store & { where: Where }, sink: Sink): Promise<void> {
  const measured = await start(store, sink, { PACED: "1" });
  try {
    await ask(measured, { name: "replies", count: 100, everyMs: REPLY_EVERY_MS });
    const asked = async (count: number) =>
      percentiles((await ask(measured, { name: "replies", count, everyMs: REPLY_EVERY_MS })).times ?? []);
    const quiet = await asked(QUIET_REPLIES);
    const before = sink.posted();
    await subscribeMany(store, { count: BURST, dueAt: store.now(), workspaces: BURST_WORKSPACES, platforms: ["slack"] });
    const started = performance.now();
    const busy = await asked(REPLIES);
    await sink.reached(before + REPLIES + BURST);
    const seconds = (performance.now() - started) / 1000;
    print(
      ["an answer from its row to its request, ms", "p50", "p99", "p99 to quiet"],
      [
        ["nothing else to send", quiet.p50.toFixed(1), quiet.p99.toFixed(1), "1"],
        [
          `during ${BURST.toLocaleString("en")} facts of one minute, all out in ${seconds.toFixed(0)} s`,
          ...[busy.p50.toFixed(1), busy.p99.toFixed(1), ratio(busy.p99, quiet.p99)],
        ],
      ],
    );
  } finally {
    await stop(measured);
  }
}

type Sink = Awaited<ReturnType<typeof startSink>>;

/** Plays Slack's Web API: everything is well. */
async function startSink() {
  let posts = 0;
  const server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on("end", () => {
      posts += 1;
      response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true,"ts":"1.1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    posted: () => posts,
    async reached(count: number) {
      while (posts < count) await sleep(5);
    },
    close: () => server.close(),
  };
}

async function start(store: { where: Where }, sink: Sink, environment: Record<string, string>): Promise<ChildProcess> {
  const { folder, databaseUrl = "" } = store.where;
  const child = fork(join(import.meta.dirname, "daily-process.js"), {
    env: { PATH: process.env.PATH, FOLDER: folder, DATABASE_URL: databaseUrl, SINK: sink.url, ...environment },
  });
  await once(child, "message");
  return child;
}

async function ask(child: ChildProcess, command: Command): Promise<Reply> {
  child.send(command);
  const [reply] = (await once(child, "message")) as [Reply];
  return reply;
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await measureDaily();
