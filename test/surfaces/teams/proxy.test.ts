/** Everything of Teams that leaves the server goes through HTTPS_PROXY, and NO_PROXY passes it by. */
import { MockAgent } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../../src/config.ts";
import { openFramework } from "../../../src/surfaces/teams/framework.ts";
import { behindProxy, type LocalProxy, startProxy } from "../proxy.ts";
import { message, type Running, startTeams, TENANT } from "./bot.ts";
import { APP_ID } from "./issuer.ts";

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

  it("signs in through it; while it cannot, the answer waits", async () => {
    leave = behindProxy(proxy.address, "127.0.0.1");
    bot = await startTeams({ signsIn: true });
    const { connector, rows } = bot;
    await bot.send(message(bot, "hjelp"));
    await expect
      .poll(async () => (await rows()).map(({ state, reason }) => [state, reason]), WAIT)
      .toEqual([["planned", "no access token"]]);
    expect(new Set(proxy.asked)).toEqual(new Set(["login.microsoftonline.com:443"]));
    expect(connector.posted).toEqual([]);
  });
});

describe("signing in", () => {
  it("gets an access token for the bot's own tenant with its secret", async () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    const forms: string[] = [];
    agent
      .get("https://login.microsoftonline.com")
      .intercept({ path: (path) => path.startsWith(`/${TENANT}/oauth2/v2.0/token`), method: "POST" })
      .reply(200, ({ body }) => {
        forms.push(String(body));
        return { token_type: "Bearer", expires_in: 3_599, ext_expires_in: 3_599, access_token: "the-token" };
      });
    const { teams } = readConfig({
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: "hush",
      MicrosoftAppTenantId: TENANT,
      MicrosoftAppType: "SingleTenant",
    });
    if (!teams) throw new Error("Teams is off");
    expect(await openFramework(teams, agent).authorization()).toBe("Bearer the-token");
    expect(Object.fromEntries(new URLSearchParams(forms[0]))).toMatchObject({
      client_id: APP_ID,
      client_secret: "hush",
      grant_type: "client_credentials",
      scope: expect.stringContaining("https://api.botframework.com/.default"),
    });
  });
});
