/** Slack events through the server to a posted answer, beside a bare Bolt receiver that echoes; acknowledgement; memory. */
import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type Spawned, spawnServer } from "../spawned.ts";
import { percentiles, print, ratio } from "./table.ts";

const SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
const EVENTS = 3_000;
const AT_ONCE = 32;
const PER_SECOND = 200;
const SECONDS = 15;
const MANY = 100_000;
/** Of many events in busy channels, one in so many is for Helsetall. */
const ONE_IN = 20;

type Sink = { url: string; posted(): number; close(): void };

/** Measures and prints. @param many whether to send the 100,000 events for memory too */
export async function measureSlack(many = true): Promise<void> {
  const sink = await startSink();
  const folder = mkdtempSync(join(tmpdir(), "helsetall-bench-"));
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const ours = await start("src/main.js", sink, { HELSETALL_DATA: folder });
  const bare = await start("test/bench/bolt-echo.js", sink, {});
  try {
    // Warm both up, then the same load on each in turn.
    for (const { port } of [ours, bare]) await through(agent, port, sink, 300);
    const own = await through(agent, ours.port, sink, EVENTS);
    const echo = await through(agent, bare.port, sink, EVENTS);
    print(
      ["signed events a second to a posted reply", "a second", "of bare"],
      [
        ["Helsetall, each answer a durable row", own.toFixed(0), ratio(own, echo, 2)],
        ["bare Bolt HTTPReceiver that echoes", echo.toFixed(0), "1"],
      ],
    );
    // A server closes connections that were idle for five seconds; the next measure begins with new ones.
    agent.destroy();
    const [ack, bareAck] = [await acknowledged(agent, ours.port), await acknowledged(agent, bare.port)];
    print(
      [`acknowledged at ${PER_SECOND} events a second, ms`, "p50", "p99"],
      [
        ["Helsetall, the row written before", ack.p50.toFixed(1), ack.p99.toFixed(1)],
        ["bare Bolt", bareAck.p50.toFixed(1), bareAck.p99.toFixed(1)],
      ],
    );
    if (!many) return;
    const before = await memory(ours.port);
    await pour(agent, ours.port, MANY);
    await sleep(3_000);
    const after = await memory(ours.port);
    print(["memory of the process, MB", "before", `after ${MANY} events`], [["Helsetall", before.toFixed(0), after.toFixed(0)]]);
  } finally {
    ours.child.kill("SIGKILL");
    bare.child.kill("SIGKILL");
    agent.destroy();
    sink.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Plays Slack's Web API: everything is well. */
async function startSink(): Promise<Sink> {
  let posts = 0;
  const server = createServer((incoming, response) => {
    if (incoming.url === "/api/chat.postMessage") posts += 1;
    incoming.resume();
    incoming.on("end", () => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ ok: true, ts: "1.1", team_id: "T1", user_id: "UBOT", bot_id: "BBOT" }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`, posted: () => posts, close: () => server.close() };
}

function start(script: string, sink: Sink, environment: Record<string, string>): Promise<Spawned> {
  const slack = { SLACK_SIGNING_SECRET: SECRET, SLACK_BOT_TOKEN: "xoxb-bench", SLACK_API_URL: sink.url };
  return spawnServer(script, { ...slack, ...environment });
}

/** @returns events a second from the first request to the last reply */
async function through(agent: Agent, port: number, sink: Sink, count: number): Promise<number> {
  const before = sink.posted();
  const started = performance.now();
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) await deliver(agent, port, event(true));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  for (let waited = 0; sink.posted() - before < count && waited < 30_000; waited += 5) await sleep(5);
  return (1000 * (sink.posted() - before)) / (performance.now() - started);
}

async function acknowledged(agent: Agent, port: number) {
  const times: number[] = [];
  const open: Promise<void>[] = [];
  const started = performance.now();
  for (let index = 0; index < PER_SECOND * SECONDS; index++) {
    const wait = started + (index * 1000) / PER_SECOND - performance.now();
    if (wait > 0) await sleep(wait);
    open.push(deliver(agent, port, event(true)).then((ms) => void times.push(ms)));
  }
  await Promise.all(open);
  return percentiles(times);
}

async function pour(agent: Agent, port: number, count: number): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) await deliver(agent, port, event(index % ONE_IN === 0));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function memory(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? 0) / 2 ** 20;
}

let events = 0;

/** Each in a channel and from a person of its own, so that no pace holds it back. */
function event(isMention: boolean): string {
  events += 1;
  const ts = `${1_700_000_000 + events}.000100`;
  const body = { user: `U${events}`, ts, channel: `C${events}`, event_ts: ts };
  return JSON.stringify({
    team_id: "T1",
    type: "event_callback",
    event_id: `Ev${events}`,
    authorizations: [{ enterprise_id: null, team_id: "T1", user_id: "UBOT", is_bot: true }],
    event: isMention
      ? { type: "app_mention", text: "<@UBOT> how many Helsenorge logins in 2021?", ...body }
      : { type: "message", channel_type: "channel", text: "talk between people", ...body },
  });
}

/** @returns milliseconds to the acknowledgement */
function deliver(agent: Agent, port: number, body: string): Promise<number> {
  const at = Math.floor(Date.now() / 1000);
  const headers = {
    "content-type": "application/json",
    "x-slack-request-timestamp": String(at),
    "x-slack-signature": `v0=${createHmac("sha256", SECRET).update(`v0:${at}:${body}`).digest("hex")}`,
  };
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const sent = request({ agent, port, host: "127.0.0.1", path: "/slack/events", method: "POST", headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(performance.now() - started));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await measureSlack();
