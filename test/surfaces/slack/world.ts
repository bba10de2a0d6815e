/** A workspace to test in: Vercel's Slack emulator behind a front that notes every request, plays faults, and adds what it lacks. */
import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createEmulator } from "emulate";
import { freePort } from "../../free-port.ts";

export const BOT_TOKEN = "xoxb-test-token";
export const TEAM = "T000000001";
export const BOT = "U000BOT01";
export const PERSON = "U000000001";
export const CHANNEL = "C000000001";
export const SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

export type Call = { method: string; body: Record<string, unknown>; at: number; token: string };
/** What the front answers instead of passing a request on. `after`: the request has its effect and the answer is lost. */
export type Fault =
  | { kind: "status"; status: number; headers?: Record<string, string>; body?: string }
  | { kind: "error"; error: string }
  | { kind: "cut"; after: boolean }
  /** None this time. */
  | "pass";

export type World = {
  apiUrl: string;
  origin: string;
  calls: Call[];
  /** Requests of one method, in order. */
  of(method: string): Call[];
  /** Plays faults for the next requests of a method, one each. */
  fail(method: string, ...faults: Fault[]): void;
  /** Answers a method from here on instead of the emulator. */
  own(method: string, answer: unknown): void;
  responseUrl(): string;
  stop(): Promise<void>;
};

/** Starts a workspace on free ports of this machine. */
export async function slackWorld(): Promise<World> {
  const emulator = await createEmulator({ service: "slack", port: await freePort() });
  const calls: Call[] = [];
  const faults = new Map<string, Fault[]>();
  let responses = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    const path = request.url ?? "";
    const method = path.startsWith("/api/") ? path.slice(5) : (path.split("/")[1] ?? "");
    calls.push({
      method,
      body: bodyOf(raw, String(request.headers["content-type"] ?? "")),
      at: Date.now(),
      token: String(request.headers.authorization ?? "").replace("Bearer ", ""),
    });
    const next = faults.get(method)?.shift();
    const fault = next === "pass" ? undefined : next;
    if (fault?.kind === "status") return void response.writeHead(fault.status, fault.headers).end(fault.body ?? "");
    if (fault?.kind === "error") return send(response, { ok: false, error: fault.error });
    if (fault?.kind === "cut" && !fault.after) return void request.socket.destroy();
    const direct = method === "chat.postMessage" && String(calls.at(-1)?.body.channel).startsWith("D");
    const result = direct ? { ok: true, ts: nextTs() } : (OWN[method] ?? (await forward(path, request, raw)));
    if (fault?.kind === "cut") return void request.socket.destroy();
    send(response, result);
  }

  /** The emulator knows any token as its first user, who has no direct conversation with us. */
  const OWN: Record<string, unknown> = {
    "auth.test": { ok: true, team_id: TEAM, user_id: BOT, bot_id: "B000BOT01" },
    "assistant.threads.setSuggestedPrompts": { ok: true },
    "chat.unfurl": { ok: true },
    response: { ok: true },
  };

  async function forward(path: string, request: IncomingMessage, raw: Buffer): Promise<unknown> {
    const headers = {
      authorization: String(request.headers.authorization ?? ""),
      "content-type": String(request.headers["content-type"] ?? ""),
    };
    const passed = await fetch(`${emulator.url.replace("localhost", "127.0.0.1")}${path}`, {
      method: "POST",
      headers,
      body: new Uint8Array(raw),
    });
    const text = await passed.text();
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }

  const front = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  return {
    apiUrl: `${origin}/api/`,
    origin,
    calls,
    of: (method) => calls.filter((call) => call.method === method),
    fail: (method, ...more) => void faults.set(method, [...(faults.get(method) ?? []), ...more]),
    own(method, result) {
      OWN[method] = result;
    },
    responseUrl: () => {
      responses += 1;
      return `${origin}/response/${responses}`;
    },
    async stop() {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await emulator.close();
    },
  };
}

function send(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(typeof body === "string" ? body : JSON.stringify(body));
}

/** A request's fields; what is JSON inside a form is read too, as Slack does. */
function bodyOf(raw: Buffer, type: string): Record<string, unknown> {
  const text = raw.toString("utf8");
  if (type.includes("json")) return JSON.parse(text || "{}");
  if (!type.includes("urlencoded")) return { bytes: raw.length };
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => {
      try {
        return [name, /^[[{]/.test(value) ? JSON.parse(value) : value];
      } catch {
        return [name, value];
      }
    }),
  );
}

/** Signs a body as Slack does (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
export function signed(body: string, { secret = SIGNING_SECRET, at = Math.floor(Date.now() / 1000) } = {}): Record<string, string> {
  const signature = createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(at), "x-slack-signature": `v0=${signature}` };
}

let events = 0;

/** An event as Slack wraps it. */
export function eventBody(event: object, more: object = {}): string {
  events += 1;
  return JSON.stringify({
    token: "unused",
    team_id: TEAM,
    api_app_id: "A000000001",
    type: "event_callback",
    event_id: `Ev${events}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT, is_bot: true }],
    event,
    ...more,
  });
}

let times = 1_767_376_988;

/** A message's time, later each time. */
export function nextTs(): string {
  times += 1;
  return `${times}.000100`;
}

/** A message in a channel that mentions Helsetall. */
export function mention(text: string, more: object = {}) {
  const ts = nextTs();
  return { type: "app_mention", user: PERSON, ts, text: `<@${BOT}> ${text}`, channel: CHANNEL, event_ts: ts, ...more };
}

/** A message as it comes to all who listen. */
export function message(text: string, more: object = {}) {
  const ts = nextTs();
  return { type: "message", user: PERSON, ts, text, channel: CHANNEL, channel_type: "channel", event_ts: ts, ...more };
}
