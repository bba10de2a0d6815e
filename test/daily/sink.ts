/** Plays Slack and Teams for the kill test: posts, refuses, breaks off and stays silent, and keeps count of what was posted. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What it does to a request, how often, and whether the message is posted by then. */
const PLAYS = [
  { name: "429", share: 0.05, posts: false },
  { name: "500 after posting", share: 0.02, posts: true },
  { name: "silence after posting", share: 0.01, posts: true },
  { name: "closed after posting", share: 0.01, posts: true },
  { name: "closed before posting", share: 0.01, posts: false },
  { name: "posted", share: 0.9, posts: true },
] as const;
type Play = (typeof PLAYS)[number];

const ANSWERS_WITHIN_MS = { least: 20, most: 150 };
const KEY = /daily:[0-9a-f-]{36}:\d{4}-\d\d-\d\d/;

export type Sink = {
  /** Ends with a slash. */
  url: string;
  /** How often each delivery was posted. */
  posted: ReadonlyMap<string, number>;
  /** Deliveries that were told to be posted; of the others only the platform knows. */
  answered: ReadonlySet<string>;
  /** How often each platform did what. */
  played: Readonly<Record<string, Record<string, number>>>;
  /** Waits until so many requests have come. */
  reached(requests: number): Promise<void>;
  stop(): void;
};

export async function startSink(): Promise<Sink> {
  const posted = new Map<string, number>();
  const answered = new Set<string>();
  const played: Record<"Slack" | "Teams", Record<string, number>> = { Slack: {}, Teams: {} };
  let requests = 0;
  let waiting: { for: number; resolve(): void }[] = [];
  const server = createServer(async (request, response) => {
    const platform = request.url?.startsWith("/slack/") ? "Slack" : "Teams";
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const [key = ""] = KEY.exec(decodeURIComponent(Buffer.concat(chunks).toString())) ?? [];
    const play = lot();
    const counts = played[platform];
    counts[play.name] = (counts[play.name] ?? 0) + 1;
    if (play.posts) posted.set(key, (posted.get(key) ?? 0) + 1);
    if (play.name === "posted") response.once("finish", () => answered.add(key));
    setTimeout(() => answer(response, play, platform), ANSWERS_WITHIN_MS.least + Math.random() * ANSWERS_WITHIN_MS.most);
    requests += 1;
    for (const { resolve } of waiting.filter((one) => one.for <= requests)) resolve();
    waiting = waiting.filter((one) => one.for > requests);
  });
  // A connection closed for idleness would look like one that broke off.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    posted,
    answered,
    played,
    reached: (count) => (requests >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ for: count, resolve }))),
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function lot(): Play {
  const at = Math.random();
  return PLAYS.find((_play, index) => at < PLAYS.slice(0, index + 1).reduce((sum, { share }) => sum + share, 0)) ?? PLAYS[0];
}

function answer(response: ServerResponse, { name }: Play, platform: string): void {
  if (name.startsWith("silence")) return;
  if (name.startsWith("closed")) return void response.socket?.destroy();
  if (name === "429") return void response.writeHead(429, { "retry-after": "1" }).end();
  if (name.startsWith("500")) return void response.writeHead(500).end("an error of the platform");
  const body = platform === "Slack" ? { ok: true, ts: "1.1" } : { id: "posted" };
  response.writeHead(platform === "Slack" ? 200 : 201, { "content-type": "application/json" }).end(JSON.stringify(body));
}
