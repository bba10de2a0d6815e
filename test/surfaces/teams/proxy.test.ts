/** Everything of Teams that leaves the server goes through HTTPS_PROXY, and NO_PROXY passes it by. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { behindProxy, type LocalProxy, startProxy } from "../proxy.ts";
import { message, type Running, startTeams } from "./bot.ts";

const WAIT = { timeout: 8_000, interval: 20 };

describe("Teams behind a proxy", () => {
  let proxy: LocalProxy;
  let bot: Running | undefined;
  let leave = () => {};
  beforeEach(async () => {
    proxy = await startProxy();
  });
  afterEach(async () => {
    await bot?.stop();
    bot = undefined;
    leave();
    proxy.stop();
  });

  it("fetches keys and posts answers through it, and asks for nothing else", async () => {
    leave = behindProxy(proxy.address);
    bot = await startTeams();
    const { issuer, connector } = bot;
    expect((await bot.send(message(bot, "hjelp"))).status).toBe(200);
    await expect.poll(() => connector.posted.length, WAIT).toBe(1);
    expect(new Set(proxy.asked)).toEqual(new Set([new URL(issuer.metadata).host, new URL(connector.url).host]));
  });

  it("passes by it for hosts that NO_PROXY names", async () => {
    leave = behindProxy(proxy.address, "127.0.0.1");
    bot = await startTeams();
    const { connector } = bot;
    expect((await bot.send(message(bot, "hjelp"))).status).toBe(200);
    await expect.poll(() => connector.posted.length, WAIT).toBe(1);
    expect(proxy.asked).toEqual([]);
  });

  it.each([
    ["public", "login.microsoftonline.com:443", "https://api.botframework.com"],
    ["usgov", "login.microsoftonline.us:443", "https://api.botframework.us"],
    ["china", "login.partner.microsoftonline.cn:443", "https://api.botframework.azure.cn"],
  ])("signs in to the cloud %s through it; while it cannot, the answer waits", async (cloud, login, iss) => {
    leave = behindProxy(proxy.address, "127.0.0.1");
    bot = await startTeams({ signsIn: true, environment: { TEAMS_CLOUD: cloud } });
    const { connector, rows } = bot;
    await bot.send(message(bot, "hjelp"), `Bearer ${await bot.issuer.token(connector.url, { claims: { iss } })}`);
    await expect
      .poll(async () => (await rows()).map(({ state, reason }) => [state, reason]), WAIT)
      .toEqual([["planned", "no access token"]]);
    expect(new Set(proxy.asked)).toEqual(new Set([login]));
    expect(connector.posted).toEqual([]);
  });
});
