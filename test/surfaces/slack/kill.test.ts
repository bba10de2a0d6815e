/** Two processes on one PostgreSQL, the same 1,000 events with doubles, and a kill -9 in between. */
import type { ChildProcess } from "node:child_process";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Spawned, spawnServer } from "../../spawned.ts";
import { postgresqlEngine, type Where } from "../../store/engines.ts";
import { deliverAmidKill } from "../amid-kill.ts";
import { BOT_TOKEN, eventBody, mention, SIGNING_SECRET, signed, slackWorld, type World } from "./world.ts";

const EVENTS = 1_000;
const CHANNELS = 500;

let engine: Awaited<ReturnType<typeof postgresqlEngine>>;
let world: World;
let where: Where;
let client: pg.Client;
const running: ChildProcess[] = [];

beforeAll(async () => {
  engine = await postgresqlEngine();
  where = await engine.create();
  world = await slackWorld();
  world.own("chat.postMessage", { ok: true, ts: "1.1" });
  world.own("files.getUploadURLExternal", { ok: false, error: "missing_scope" });
  client = new pg.Client({ connectionString: where.databaseUrl });
  await client.connect();
}, 60_000);
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await client.end();
  await world.stop();
  await engine.stop();
}, 30_000);

async function start(): Promise<Spawned> {
  const spawned = await spawnServer("src/main.js", {
    DATABASE_URL: where.databaseUrl ?? "",
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: world.apiUrl,
  });
  running.push(spawned.child);
  return spawned;
}

/** Slack waits three seconds. */
async function deliver(body: string, url: string): Promise<boolean> {
  const headers = { "content-type": "application/json", ...signed(body) };
  return fetch(`${url}/slack/events`, { method: "POST", body, headers, signal: AbortSignal.timeout(3_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

const keysIn = async (state: string) =>
  (await client.query(`select key from outbox where state = '${state}'`)).rows.map(({ key }) => String(key));

describe("1,000 events, doubled, with a process killed in between", () => {
  it("are each answered once, none is left open, and unknown is only what was being sent at the kill", async () => {
    const [one, two] = await Promise.all([start(), start()]);
    const bodies = Array.from({ length: EVENTS }, (_, index) => {
      const event = mention("how many Helsenorge logins in 2021?", { channel: `C${index % CHANNELS}`, user: `U${index}` });
      const twin = { ...event, type: "message", channel_type: "channel" };
      return [eventBody(event), eventBody(twin)] as const;
    });
    const queue = bodies.flatMap((pair) => [...pair]);
    const sendingAtKill = await deliverAmidKill({ queue, one, two, start, deliver, keysSending: () => keysIn("sending") });
    const open = async () =>
      Number((await client.query("select count(*) from outbox where state in ('planned','claimed','sending')")).rows[0]?.count);
    await expect.poll(open, { timeout: 100_000, interval: 500 }).toBe(0);

    const { rows } = await client.query(
      "select state, count(*)::int as rows from outbox where kind = 'reply' group by state order by state",
    );
    const unknown = await keysIn("unknown");
    console.log(`outcomes: ${JSON.stringify(rows)}; unknown: ${unknown.join(", ") || "none"}`);
    const answered = world.of("chat.postMessage").map(({ body }) => `${body.channel} ${body.thread_ts}`);
    expect(new Set(answered).size).toBe(answered.length);
    expect(rows.map(({ state }) => state).filter((state) => state !== "sent" && state !== "unknown")).toEqual([]);
    expect(rows.reduce((sum, row) => sum + row.rows, 0)).toBe(EVENTS);
    expect(unknown.filter((key) => !sendingAtKill.includes(key))).toEqual([]);
    expect(answered.length).toBeGreaterThanOrEqual(EVENTS - unknown.length);
  }, 180_000);
});
