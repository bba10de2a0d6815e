/** Two processes on one PostgreSQL: re-sent activities, a kill -9 while sending, a restart, and a database that hangs. */
import type { ChildProcess } from "node:child_process";
import { request } from "node:http";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Spawned, spawnServer } from "../../spawned.ts";
import { postgresqlEngine, type Where } from "../../store/engines.ts";
import { deliverAmidKill } from "../amid-kill.ts";
import { message, type Sent, TENANT } from "./bot.ts";
import { type Connector, startConnector } from "./connector.ts";
import { APP_ID, type Issuer, startIssuer } from "./issuer.ts";

const ACTIVITIES = 400;
/** Teams sends an activity again when it was not taken within 15 seconds. */
const TEAMS_WAITS_MS = 15_000;

let engine: Awaited<ReturnType<typeof postgresqlEngine>>;
let where: Where;
let client: pg.Client;
let issuer: Issuer;
let connector: Connector;
let token: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  engine = await postgresqlEngine();
  where = await engine.create();
  issuer = await startIssuer();
  connector = await startConnector({ afterMs: 40 });
  token = await issuer.token(connector.url);
  client = new pg.Client({ connectionString: where.databaseUrl });
  await client.connect();
}, 60_000);
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await client.end();
  await Promise.all([issuer.stop(), connector.stop()]);
  await engine.stop();
}, 30_000);

async function start(): Promise<Spawned> {
  const spawned = await spawnServer("test/surfaces/teams/process.js", {
    DATABASE_URL: where.databaseUrl ?? "",
    MicrosoftAppId: APP_ID,
    MicrosoftAppPassword: "not-a-secret",
    HELSETALL_ALLOWED: TENANT,
    TEAMS_OPENID_METADATA: issuer.metadata,
    TEAMS_SERVICE_URLS: new URL(connector.url).origin,
  });
  running.push(spawned.child);
  return spawned;
}

async function deliver(activity: Sent, url: string): Promise<number> {
  const response = await fetch(`${url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(activity),
    signal: AbortSignal.timeout(TEAMS_WAITS_MS),
  });
  return response.status;
}

/** Sends the head of a request and the beginning of its body. @returns the status of the answer */
function deliverHalf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}`, "content-length": "500" };
    const half = request(`${url}/api/messages`, { method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    half.on("error", reject);
    half.write("{");
  });
}

const keysIn = async (...states: string[]) =>
  (await client.query("select key from outbox where state = any($1)", [states])).rows.map(({ key }) => String(key));
const open = async () => (await keysIn("planned", "claimed", "sending")).length;
const inChat = (index: number) => ({ conversation: { conversationType: "personal", tenantId: TENANT, id: `a:${index}` } });

describe("Teams with two processes", () => {
  it("answers each activity once, though one process is killed while it sends; what may have arrived is never sent again", async () => {
    const [one, two] = await Promise.all([start(), start()]);
    const activities = Array.from({ length: ACTIVITIES }, (_, index) => message({ connector }, "hjelp", inChat(index)));
    const queue = activities.flatMap((activity) => [activity, activity]);
    const sendingAtKill = await deliverAmidKill({
      ...{ queue, one, two, start, keysSending: () => keysIn("sending") },
      deliver: async (activity, url) => (await deliver(activity, url).catch(() => 0)) === 200,
    });
    await expect.poll(open, { timeout: 60_000, interval: 500 }).toBe(0);

    // Long after, to processes that have just started.
    for (const child of running.splice(0)) child.kill("SIGKILL");
    const later = await start();
    for (const activity of activities.slice(0, 20)) expect(await deliver(activity, later.url)).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await open()).toBe(0);

    const sent = await keysIn("sent");
    const unknown = await keysIn("unknown");
    console.log(`sent: ${sent.length}, unknown: ${unknown.length}, sending at the kill: ${sendingAtKill.length}`);
    const posted = connector.posted.map(({ path }) => path);
    expect(new Set(posted).size).toBe(posted.length);
    expect(sent.length + unknown.length).toBe(ACTIVITIES);
    expect(unknown.filter((key) => !sendingAtKill.includes(key))).toEqual([]);
    expect(posted.length).toBeGreaterThanOrEqual(sent.length);
  }, 150_000);

  it("tells Teams within 15 seconds what it could not take: while the database hangs, and where a body does not come", async () => {
    const { url } = await start();
    const activity = message({ connector }, "hjelp", inChat(ACTIVITIES));
    // The first request fetches the keys.
    expect(await deliver({ ...activity, type: "typing" }, url)).toBe(200);
    const before = connector.posted.length;
    await client.query("begin; lock table outbox in access exclusive mode");
    const started = Date.now();
    const statuses = await Promise.all([deliver(activity, url), deliverHalf(url)]);
    const waited = Date.now() - started;
    await client.query("commit");
    expect(statuses).toEqual([500, 503]);
    expect(waited).toBeLessThan(TEAMS_WAITS_MS);
    expect(await deliver(activity, url)).toBe(200);
    expect(await deliver(activity, url)).toBe(200);
    await expect.poll(() => connector.posted.length, { timeout: 20_000 }).toBe(before + 1);
  }, 60_000);
});
