/** A bot that is a managed identity: its access token comes from the endpoint on the machine, past any proxy. */
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { behindProxy, type LocalProxy, startProxy } from "../proxy.ts";
import { message, type Running, startTeams, TENANT } from "./bot.ts";
import { APP_ID } from "./issuer.ts";

const WAIT = { timeout: 8_000, interval: 20 };

let proxy: LocalProxy;
let leave: () => void;
let bot: Running | undefined;
let endpoint: Server;
const asked: { url: URL; headers: IncomingHttpHeaders }[] = [];

beforeEach(async () => {
  proxy = await startProxy();
  leave = behindProxy(proxy.address);
  // As the endpoint of App Service and of Container Apps answers.
  endpoint = createServer((request, response) => {
    asked.push({ url: new URL(request.url ?? "", "http://localhost"), headers: request.headers });
    response.setHeader("content-type", "application/json");
    const expires_on = String(Math.floor(Date.now() / 1000) + 3_600);
    response.end(JSON.stringify({ access_token: "of-the-identity", expires_on, token_type: "Bearer", client_id: APP_ID, resource: "x" }));
  });
  await new Promise<void>((resolve) => endpoint.listen(0, "127.0.0.1", resolve));
  process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/msi/token`;
  process.env.IDENTITY_HEADER = "opens-the-endpoint";
});

afterEach(async () => {
  await bot?.stop();
  leave();
  proxy.stop();
  delete process.env.IDENTITY_ENDPOINT;
  delete process.env.IDENTITY_HEADER;
  await new Promise((resolve) => endpoint.close(resolve));
});

it("shows the connector the token of its identity, which no proxy hears of", async () => {
  const identity = { MicrosoftAppType: "UserAssignedMsi", MicrosoftAppPassword: "", MicrosoftAppTenantId: TENANT };
  bot = await startTeams({ signsIn: true, environment: { ...identity, HELSETALL_SECRET: "cd".repeat(32) } });
  const { connector, issuer } = bot;
  for (const text of ["hjelp", "Hvor mange innlogginger hadde Helsenorge i 2021?"]) await bot.send(message(bot, text));
  await expect.poll(() => connector.posted.length, WAIT).toBe(2);
  expect(connector.posted.map(({ authorization }) => authorization)).toEqual(Array(2).fill("Bearer of-the-identity"));
  const [{ url, headers } = {}] = asked;
  expect(asked.length).toBe(1);
  expect(url?.pathname).toBe("/msi/token");
  expect(Object.fromEntries(url?.searchParams ?? [])).toMatchObject({ resource: "https://api.botframework.com", client_id: APP_ID });
  expect(headers?.["x-identity-header"]).toBe("opens-the-endpoint");
  expect(new Set(proxy.asked)).toEqual(new Set([new URL(issuer.metadata).host, new URL(connector.url).host]));
});
