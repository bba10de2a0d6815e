/** A company whose proxy has certificates of its own: `npm start` as a process, told of them by NODE_EXTRA_CA_CERTS. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { spawnServer } from "../../spawned.ts";
import { libsqlEngine } from "../../store/engines.ts";
import { type LocalProxy, startProxy } from "../proxy.ts";
import { BOT_TOKEN, eventBody, mention, SIGNING_SECRET, signed, slackWorld, type World } from "./world.ts";

const AUTHORITY = join(import.meta.dirname, "private-ca/certificate.pem");
const engine = libsqlEngine();
let world: World;
let proxy: LocalProxy;
let secure: Server;

beforeAll(async () => {
  world = await slackWorld();
  proxy = await startProxy();
  const key = readFileSync(join(import.meta.dirname, "private-ca/key.pem"));
  secure = createServer({ key, cert: readFileSync(AUTHORITY) }, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const headers = { authorization: request.headers.authorization ?? "", "content-type": request.headers["content-type"] ?? "" };
    const passed = await fetch(`${world.origin}${request.url}`, { method: "POST", headers, body: Buffer.concat(chunks) });
    response.writeHead(passed.status, { "content-type": "application/json" }).end(await passed.text());
  });
  await new Promise<void>((resolve) => secure.listen(0, "127.0.0.1", resolve));
}, 30_000);
afterAll(async () => {
  secure.closeAllConnections();
  secure.close();
  proxy.stop();
  await world.stop();
  await engine.stop();
});

const host = () => `127.0.0.1:${(secure.address() as AddressInfo).port}`;
async function start(more: Record<string, string>) {
  const environment = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_API_URL: `https://${host()}/api/` };
  const { folder } = await engine.create();
  return spawnServer("src/main.js", { ...environment, HELSETALL_DATA: folder, HTTPS_PROXY: proxy.address, ...more });
}

describe("certificates of one's own", () => {
  it("are trusted by NODE_EXTRA_CA_CERTS, through the proxy", async () => {
    const { child, url } = await start({ NODE_EXTRA_CA_CERTS: AUTHORITY });
    try {
      const body = eventBody(mention("how many Helsenorge logins in 2021?"));
      const headers = { "content-type": "application/json", ...signed(body) };
      expect((await fetch(`${url}/slack/events`, { method: "POST", body, headers })).status).toBe(200);
      await expect.poll(() => world.of("chat.postMessage").length, { timeout: 10_000 }).toBe(1);
      expect(new Set(proxy.asked)).toEqual(new Set([host()]));
    } finally {
      child.kill("SIGKILL");
    }
  }, 30_000);

  it("are refused without it, and the server says what to look at", async () => {
    await expect(start({})).rejects.toThrow("ended before it had started");
  }, 30_000);
});
