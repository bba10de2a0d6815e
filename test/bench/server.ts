/** What POST /api/ask adds over the same question in-process, against a bare node:http echo of the same size. */
import { Agent, createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { createAsk } from "../../intents/index.ts";
import { readConfig } from "../../src/config.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { createLog } from "../../src/log.ts";
import { brainOf } from "../../src/surfaces/brain.ts";
import { createHelsetallServer } from "../../src/surfaces/web/server.ts";
import { EMPTY_CONTEXT } from "../../src/understanding/context.ts";
import { type BankQuestion, readBank } from "../questions/bank.ts";
import { percentiles, print, type Times } from "./table.ts";

const NOW = "2026-11-23T09:00:00Z";
const ROUNDS = 4;

/** Measures and prints; the same questions go each way in turn, so that the machine's mood touches all alike. */
export async function measureServer(): Promise<void> {
  const brain = brainOf(createAsk(loadKnowledge()));
  const config = readConfig({ LOG_LEVEL: "silent" });
  const helsetall = createHelsetallServer({ brain, config, log: createLog(config), questionsPerMinute: Number.MAX_SAFE_INTEGER });
  const echo = createServer((incoming, response) => {
    incoming.on("data", () => undefined);
    incoming.on("end", () =>
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(incoming.headers["x-size"] ? "x".repeat(Number(incoming.headers["x-size"])) : ""),
    );
  });
  const [ours, bare] = await Promise.all([portOf(helsetall.server), portOf(echo)]);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const questions = readBank<BankQuestion>("questions.jsonl").map(({ question }) => question);
  const inProcess: number[] = [];
  const http: number[] = [];
  const echoed: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const question of questions) {
      const started = performance.now();
      brain.ask({ text: question, now: new Date(NOW) }, EMPTY_CONTEXT);
      const own = performance.now() - started;
      const body = JSON.stringify({ question, now: NOW });
      // The reader keeps its last reading; another question between makes both sides read anew.
      brain.ask({ text: "hei", now: new Date(NOW) }, EMPTY_CONTEXT);
      const answered = await post(agent, ours, "/api/ask", body, {});
      const plain = await post(agent, bare, "/", body, { "x-size": String(answered.size) });
      // The first round warms all three up.
      if (round === 0) continue;
      inProcess.push(own);
      http.push(answered.ms);
      echoed.push(plain.ms);
    }
  }
  agent.destroy();
  await helsetall.stop();
  echo.close();
  const added = percentiles(http.map((ms, index) => ms - (inProcess[index] ?? 0) - (echoed[index] ?? 0)));
  const row = (name: string, { p50, p99 }: Times) => [name, p50.toFixed(2), p99.toFixed(2)];
  print(
    ["one question over HTTP, ms", "p50", "p99"],
    [
      row("in-process", percentiles(inProcess)),
      row("POST /api/ask", percentiles(http)),
      row("bare node:http echo of the same size", percentiles(echoed)),
      row("added beyond both", added),
    ],
  );
}

function portOf(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)));
}

function post(
  agent: Agent,
  port: number,
  path: string,
  body: string,
  headers: Record<string, string>,
): Promise<{ ms: number; size: number }> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const sent = request(
      { agent, port, host: "127.0.0.1", path, method: "POST", headers: { "content-type": "application/json", ...headers } },
      (response) => {
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          size += chunk.length;
        });
        response.on("end", () => resolve({ ms: performance.now() - started, size }));
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await measureServer();
