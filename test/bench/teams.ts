/** Signed activities through the server to a posted answer, beside a bare CloudAdapter that echoes. */
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type Spawned, spawnServer } from "../spawned.ts";
import { type Connector, startConnector } from "../surfaces/teams/connector.ts";
import { APP_ID, startIssuer } from "../surfaces/teams/issuer.ts";
import { percentiles, print, ratio } from "./table.ts";

const TENANT = "a1b2c3d4-e5f6-4890-abcd-ef1234567890";
/** The two take turns, so that the machine's mood touches both alike; the middle round counts. */
const ROUNDS = 7;
const ACTIVITIES = 500;
const AT_ONCE = 32;
/** Activities one after the other, in turns too. */
const ALONE = 600;

type Bench = { agent: Agent; connector: Connector; token: string };

/** Measures and prints. */
export async function measureTeams(): Promise<void> {
  const issuer = await startIssuer();
  const connector = await startConnector();
  const folder = mkdtempSync(join(tmpdir(), "helsetall-bench-"));
  const bench = { agent: new Agent({ keepAlive: true, maxSockets: 64 }), connector, token: await issuer.token(connector.url) };
  const teams = { MicrosoftAppId: APP_ID, TEAMS_OPENID_METADATA: issuer.metadata };
  const ours = await spawnServer("test/surfaces/teams/process.js", {
    ...teams,
    MicrosoftAppPassword: "not-a-secret",
    HELSETALL_ALLOWED: TENANT,
    HELSETALL_DATA: folder,
    TEAMS_SERVICE_URLS: new URL(connector.url).origin,
  });
  const bare = await spawnServer("test/bench/teams-echo.js", teams);
  try {
    for (const one of [ours, bare]) await through(bench, one);
    const rates = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      rates.ours.push(await through(bench, ours));
      rates.bare.push(await through(bench, bare));
    }
    const [own, echo] = [percentiles(rates.ours).p50, percentiles(rates.bare).p50];
    const alone = { ours: [] as number[], bare: [] as number[] };
    for (let index = 0; index < ALONE; index++) {
      alone.ours.push(await replied(bench, ours));
      alone.bare.push(await replied(bench, bare));
    }
    const [one, other] = [percentiles(alone.ours), percentiles(alone.bare)];
    print(
      ["signed activities a second to a posted reply", "a second", "of bare"],
      [
        ["Helsetall, each answer a durable row and a card", own.toFixed(0), ratio(own, echo, 2)],
        ["bare CloudAdapter that echoes", echo.toFixed(0), "1"],
        ["more for each activity, ms", (1000 / own - 1000 / echo).toFixed(1), ""],
      ],
    );
    print(
      ["one activity at a time to its posted reply, ms", "p50", "p99"],
      [
        ["Helsetall", one.p50.toFixed(1), one.p99.toFixed(1)],
        ["bare CloudAdapter", other.p50.toFixed(1), other.p99.toFixed(1)],
        ["more", (one.p50 - other.p50).toFixed(1), (one.p99 - other.p99).toFixed(1)],
      ],
    );
  } finally {
    for (const { child } of [ours, bare]) child.kill("SIGKILL");
    bench.agent.destroy();
    await Promise.all([issuer.stop(), connector.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns activities a second from the first request to the last reply */
async function through(bench: Bench, to: Spawned): Promise<number> {
  // A server closes connections that were idle for five seconds, as they are while it is the other's turn.
  bench.agent.destroy();
  const { posted } = bench.connector;
  const before = posted.length;
  const started = performance.now();
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < ACTIVITIES; index = next++) await deliver(bench, to);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  for (let waited = 0; posted.length - before < ACTIVITIES && waited < 30_000; waited += 5) await sleep(5);
  return (1000 * (posted.length - before)) / (performance.now() - started);
}

/** @returns milliseconds until the reply is at the connector and the request is answered */
async function replied(bench: Bench, to: Spawned): Promise<number> {
  const started = performance.now();
  await Promise.all([bench.connector.next(), deliver(bench, to)]);
  return performance.now() - started;
}

let activities = 0;

/** Each in a channel and from a person of its own, so that no pace holds it back. */
function deliver({ agent, connector, token }: Bench, { port }: Spawned): Promise<void> {
  activities += 1;
  const body = JSON.stringify({
    type: "message",
    id: String(1_767_377_017_138 + activities),
    timestamp: new Date().toISOString(),
    channelId: "msteams",
    serviceUrl: connector.url,
    text: "<at>Helsetall</at> how many Helsenorge logins in 2021?",
    from: { id: `29:${activities}`, name: "Kari" },
    recipient: { id: `28:${APP_ID}`, name: "Helsetall" },
    conversation: { conversationType: "channel", isGroup: true, tenantId: TENANT, id: `19:${activities}@thread.tacv2` },
  });
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}`, "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request({ agent, port, host: "127.0.0.1", path: "/api/messages", method: "POST", headers }, (response) => {
      response.resume();
      response.on("end", () => (response.statusCode === 200 ? resolve() : reject(new Error(`answered with ${response.statusCode}`))));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await measureTeams();
