/** 3 processes, 2,000 due posts, 20 kill -9, a sink that refuses, breaks off and stays silent: each ends, none is posted twice. Takes minutes: KILL_TEST=1. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { addDays, dateOf, EVERY_DAY } from "../../src/daily/calendar.ts";
import { subscribe } from "../../src/daily/subscriptions.ts";
import { type Engine, newStore, postgresqlEngine } from "../store/engines.ts";

const POSTS = 2_000;
const KILLS = 20;
/** As built: starting it is what takes the time. */
const PROCESS = join(import.meta.dirname, "../../dist/test/daily/process.js");
const PROCESSES = 3;
/** Clocks of the processes, in milliseconds off. PostgreSQL's clock decides, so theirs must not matter. */
const CLOCKS = [0, 45_000, -45_000];

let engine: Engine | undefined;
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await engine?.stop();
}, 60_000);

it.runIf(process.env.KILL_TEST === "1")(
  "ends every delivery in one state and posts none twice",
  async () => {
    engine = await postgresqlEngine();
    const store = await newStore(engine);
    const taken = new Map<string, number>();
    const answers: Record<string, number> = {};
    const sink = createServer((request, response) => {
      let key = "";
      request.on("data", (part: Buffer) => {
        key += part.toString();
      });
      request.on("end", () => {
        const lot = Math.random();
        const play =
          lot < 0.05 ? "429" : lot < 0.08 ? "500 after taking it" : lot < 0.1 ? "silence after taking it" : lot < 0.12 ? "closed" : "ok";
        answers[play] = (answers[play] ?? 0) + 1;
        if (play !== "429") taken.set(key, (taken.get(key) ?? 0) + 1);
        if (play === "closed") return void request.socket.destroy();
        if (play === "silence after taking it") return;
        setTimeout(() => response.writeHead(play === "429" ? 429 : play === "ok" ? 200 : 500).end(), 5 + Math.random() * 40);
      });
    });
    await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", resolve));
    const address = sink.address();
    const port = typeof address === "object" && address ? address.port : 0;

    const place = {
      platform: "test",
      workspace: "T1",
      zone: "UTC",
      days: EVERY_DAY,
      holidays: true,
      subjects: [],
      language: "nb",
    } as const;
    for (let number = 0; number < POSTS; number += 1)
      await subscribe(store, { ...place, channel: `C${number}`, time: "00:00", createdBy: "someone" });
    // Due a minute and a half ago, so that the jitter has passed: all at once.
    const today = dateOf(store.now(), "UTC");
    const due = store.now() - 90_000;
    await store.database.updateTable("subscriptions").set({ next_date: today, next_due_at: due }).execute();

    type Running = { child: ChildProcess; ready: Promise<Running> };
    function startProcess(number: number): Running {
      const child = spawn(process.execPath, [PROCESS], {
        env: {
          ...process.env,
          FOLDER: store.where.folder,
          DATABASE_URL: store.where.databaseUrl ?? "",
          SINK: `http://127.0.0.1:${port}/`,
          AHEAD: String(CLOCKS[number % CLOCKS.length]),
        },
        stdio: ["ignore", "pipe", "inherit"],
      });
      children.push(child);
      const started = { child } as Running;
      started.ready = new Promise((resolve) => child.stdout?.once("data", () => resolve(started)));
      return started;
    }
    let running = Array.from({ length: PROCESSES }, (_, number) => startProcess(number));
    for (let kills = 0; kills < KILLS; kills += 1) {
      const victim = await Promise.race(running.map(({ ready }) => ready));
      await sleep(Math.random() * 400);
      victim.child.kill("SIGKILL");
      running = [...running.filter((one) => one !== victim), startProcess(kills)];
    }

    const open = async () => {
      const rows = await store.database.selectFrom("deliveries").select("state").where("due_at", "=", due).execute();
      return POSTS - rows.filter(({ state }) => state !== "planned").length;
    };
    await expect.poll(open, { timeout: 200_000, interval: 500 }).toBe(0);
    const rows = await store.database.selectFrom("deliveries").selectAll().where("due_at", "=", due).execute();
    const outcomes: Record<string, number> = {};
    for (const { state, reason } of rows) {
      const name = reason === null ? state : `${state}: ${reason}`;
      outcomes[name] = (outcomes[name] ?? 0) + 1;
    }
    console.table({ answers });
    console.table({ outcomes });
    const twice = [...taken].filter(([, times]) => times > 1);
    const states = new Map(rows.map(({ key, state }) => [key, state]));
    expect(rows).toHaveLength(POSTS);
    expect(twice).toEqual([]);
    expect([...taken.keys()].filter((key) => !["sent", "unknown"].includes(states.get(key) ?? ""))).toEqual([]);
    expect(rows.filter(({ key, state }) => state === "sent" && !taken.has(key))).toEqual([]);
    expect(rows.filter(({ state }) => !["sent", "unknown"].includes(state))).toEqual([]);
    const next = await store.database.selectFrom("subscriptions").select("next_date").distinct().execute();
    expect(next.map(({ next_date }) => next_date)).toEqual([addDays(today, 1)]);
    for (const child of children) child.kill("SIGKILL");
    sink.closeAllConnections();
    sink.close();
    await store.close();
  },
  400_000,
);
