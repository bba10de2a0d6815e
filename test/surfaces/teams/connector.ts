/** A local connector service: records what the bot posts, and answers as it is told to. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

// biome-ignore lint/suspicious/noExplicitAny: tests look deep into what was posted
export type Posted = { path: string; authorization: string | undefined; body: any };

export type Connector = {
  url: string;
  posted: Posted[];
  /** Until the next message has come. */
  next(): Promise<void>;
  /** What the next requests get instead of 201; "drop" breaks off. */
  answers: (number | "drop" | { status: number; headers: Record<string, string>; code?: string })[];
  stop(): Promise<void>;
};

/** @param afterMs how long it takes to answer */
export async function startConnector({ afterMs = 0 } = {}): Promise<Connector> {
  const posted: Posted[] = [];
  const answers: Connector["answers"] = [];
  const waiting: (() => void)[] = [];
  let ids = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      posted.push({
        path: decodeURIComponent(request.url ?? ""),
        authorization: request.headers.authorization,
        body: JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}"),
      });
      for (const tell of waiting.splice(0)) tell();
      const answer = answers.shift() ?? 201;
      if (afterMs > 0) await sleep(afterMs);
      if (answer === "drop") return request.socket.destroy();
      const { status, headers, code = "Error" } = typeof answer === "number" ? { status: answer, headers: {} } : answer;
      ids += 1;
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(status < 300 ? JSON.stringify({ id: `posted-${ids}` }) : JSON.stringify({ error: { code, message: "no" } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/no/`,
    posted,
    next: () => new Promise((resolve) => void waiting.push(resolve)),
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
