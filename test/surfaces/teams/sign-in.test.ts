/** Which access token the bot asks for, and where. */
import { MockAgent } from "undici";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../src/config.ts";
import { accessTokenOf } from "../../../src/surfaces/teams/sign-in.ts";
import { TENANT } from "./bot.ts";
import { APP_ID } from "./issuer.ts";

/** What was asked for, when Microsoft's answers are played at one address. */
async function signedIn(environment: Record<string, string>, login: string, tenant: string) {
  const agent = new MockAgent();
  agent.disableNetConnect();
  const forms: string[] = [];
  const token = { token_type: "Bearer", expires_in: 3_599, ext_expires_in: 3_599, access_token: "the-token" };
  const address = `${login}/${tenant}/oauth2/v2.0`;
  agent
    .get(login)
    .intercept({ path: (path) => path.startsWith(`/${tenant}/oauth2/v2.0/token`), method: "POST" })
    .reply(200, ({ body }) => {
      forms.push(String(body));
      return token;
    })
    .persist();
  // MSAL knows most clouds' addresses by heart and asks the others for them.
  agent
    .get(login)
    .intercept({ path: (path) => path.startsWith(`/${tenant}/v2.0/.well-known/openid-configuration`) })
    .reply(200, {
      issuer: `${login}/${tenant}/v2.0`,
      ...{ authorization_endpoint: `${address}/authorize`, token_endpoint: `${address}/token`, jwks_uri: `${address}/keys` },
    });
  const { teams } = readConfig({ MicrosoftAppId: APP_ID, MicrosoftAppPassword: "hush", ...environment });
  const accessToken = teams && accessTokenOf(teams, agent);
  const tokens = [...(await Promise.all([accessToken?.(), accessToken?.()])), await accessToken?.()];
  return { tokens, forms: forms.map((form) => Object.fromEntries(new URLSearchParams(form))) };
}

describe("signing in", () => {
  it.each([
    ["public", "https://login.microsoftonline.com", "botframework.com", "https://api.botframework.com"],
    ["usgov", "https://login.microsoftonline.us", "MicrosoftServices.onmicrosoft.us", "https://api.botframework.us"],
    ["china", "https://login.partner.microsoftonline.cn", "microsoftservices.partner.onmschina.cn", "https://api.botframework.azure.cn"],
  ])("gets one access token for the cloud %s with the bot's secret and keeps it", async (cloud, login, common, service) => {
    for (const [tenant, environment] of [
      [common, {}],
      [TENANT, { MicrosoftAppType: "SingleTenant", MicrosoftAppTenantId: TENANT }],
    ] as const) {
      const { tokens, forms } = await signedIn({ TEAMS_CLOUD: cloud, ...environment }, login, tenant.toLowerCase());
      expect(tokens).toEqual(["the-token", "the-token", "the-token"]);
      expect(forms).toMatchObject([
        {
          client_id: APP_ID,
          client_secret: "hush",
          grant_type: "client_credentials",
          scope: expect.stringContaining(`${service}/.default`),
        },
      ]);
    }
  });

  it("asks again after a failure", async () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    const token = agent.get("https://login.microsoftonline.com").intercept({ path: () => true, method: "POST" });
    token.reply(401, { error: "invalid_client", error_description: "no" }).times(1);
    const { teams } = readConfig({ MicrosoftAppId: APP_ID, MicrosoftAppPassword: "hush" });
    const accessToken = teams && accessTokenOf(teams, agent);
    await expect(accessToken?.()).rejects.toThrow();
    agent
      .get("https://login.microsoftonline.com")
      .intercept({ path: () => true, method: "POST" })
      .reply(200, { token_type: "Bearer", expires_in: 3_599, access_token: "the-token" });
    expect(await accessToken?.()).toBe("the-token");
  });

  it("asks for none in the playground", () => {
    const { teams } = readConfig({ TEAMS_PLAYGROUND: "1" });
    expect(teams && accessTokenOf(teams, new MockAgent())).toBeUndefined();
  });
});
