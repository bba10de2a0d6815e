/** Who may write to the bot: every wrong token, address and body is refused with a status and no words. */
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../src/config.ts";
import { CLOUDS } from "../../../src/surfaces/teams/cloud.ts";
import { serviceUrlCheck } from "../../../src/surfaces/teams/service-url.ts";
import { freePort } from "../../free-port.ts";
import { invoke, message, type Running, startTeams, TENANT } from "./bot.ts";
import type { Change } from "./issuer.ts";

const NOW = Math.floor(Date.now() / 1000);

describe("the door of Teams", () => {
  let bot: Running;
  beforeAll(async () => {
    bot = await startTeams({ sends: false });
  }, 30_000);
  afterAll(() => bot?.stop());

  /** Status and text, and how many rows it left. */
  async function refused(response: Response): Promise<[number, string, number]> {
    return [response.status, await response.text(), (await bot.rows()).length];
  }
  const bearer = async (change?: Change, serviceUrl = bot.connector.url) => `Bearer ${await bot.issuer.token(serviceUrl, change)}`;

  it.each<[string, Change]>([
    ["another audience", { claims: { aud: "22222222-2222-4333-8444-555555555555" } }],
    ["another issuer", { claims: { iss: "https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/" } }],
    [
      "an emulator's issuer",
      { claims: { iss: "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0", ver: "2.0", azp: "x" } },
    ],
    ["an unknown key", { header: { kid: "nobody" } }],
    ["no key id", { header: { kid: undefined as never } }],
    ["another key's signature", { key: "stranger" }],
    ["HS256 signed with the public key", { key: "secret", header: { alg: "HS256" } }],
    ["expired long ago", { from: NOW - 7_200, until: NOW - 3_600 }],
    ["not yet valid", { from: NOW + 3_600, until: NOW + 7_200 }],
    ["a key without endorsements", { key: "plain" }],
    ["a key endorsed for another channel", { key: "other" }],
    ["another serviceUrl", { claims: { serviceurl: "https://smba.trafficmanager.net/emea/" } }],
    ["no serviceUrl", { claims: { serviceurl: undefined } }],
  ])("refuses a token with %s", async (_name, change) => {
    expect(await refused(await bot.send(message(bot, "hjelp"), await bearer(change)))).toEqual([401, "", 0]);
  });

  it.each([
    ["no header", async () => null],
    ["an empty one", async () => ""],
    ["another scheme", async () => (await bearer()).replace("Bearer", "Basic")],
    ["no token", async () => "Bearer "],
    ["no JWT", async () => "Bearer abc.def.ghi"],
    [
      "algorithm none",
      async () => {
        const [, claims] = (await bearer()).split(".");
        return `Bearer ${Buffer.from('{"alg":"none","kid":"endorsed"}').toString("base64url")}.${claims}.`;
      },
    ],
    ["a signature cut off", async () => (await bearer()).replace(/[^.]*$/, "")],
    [
      "claims changed",
      async () => (await bearer()).replace(/\.[^.]*\./, `.${Buffer.from('{"iss":"https://api.botframework.com"}').toString("base64url")}.`),
    ],
  ])("refuses a request with %s", async (_name, header) => {
    expect(await refused(await bot.send(message(bot, "hjelp"), await header()))).toEqual([401, "", 0]);
  });

  it("never calls a serviceUrl that is not on the list, even the token's own", async () => {
    const elsewhere = "https://smba.trafficmanager.net.evil.example/no/";
    const activity = message(bot, "hjelp", { serviceUrl: elsewhere });
    expect(await refused(await bot.send(activity, await bearer({}, elsewhere)))).toEqual([401, "", 0]);
    const isConnector = serviceUrlCheck([...CLOUDS.public.connectors, "https://smba.example.us"], false);
    for (const url of [
      "https://smba.trafficmanager.net/emea/x/",
      "https://smba.infra.gcc.teams.microsoft.com/teams",
      "https://smba.example.us/a/",
    ])
      expect([url, isConnector(url)]).toEqual([url, true]);
    for (const url of [
      "http://smba.trafficmanager.net/",
      "https://smba.trafficmanager.net:444/",
      "https://a@smba.trafficmanager.net/",
      "x",
      "http://127.0.0.1:1/",
      "https://smba.infra.gov.teams.microsoft.us/teams",
    ])
      expect([url, isConnector(url)]).toEqual([url, false]);
  });

  it("logs the connector of a right token only, so that an operator can name it", async () => {
    bot.warnings.length = 0;
    const elsewhere = "https://smba.example.cn/teams/";
    const activity = message(bot, "hjelp", { serviceUrl: elsewhere });
    expect(await refused(await bot.send(activity, await bearer({ key: "stranger" }, elsewhere)))).toEqual([401, "", 0]);
    expect(bot.warnings).toEqual([]);
    expect(await refused(await bot.send(activity, await bearer({}, elsewhere)))).toEqual([401, "", 0]);
    expect(bot.warnings).toEqual([{ connector: "https://smba.example.cn" }]);
  });

  it("refuses other channels, which have other rules for tokens", async () => {
    for (const channelId of ["webchat", "AseChannel", "emulator"])
      expect(await refused(await bot.send(message(bot, "hjelp", { channelId })))).toEqual([401, "", 0]);
  });

  it.each([
    ["no JSON", "{"],
    ["no object", "[1]"],
    ["nothing", ""],
    ["no type", { channelId: "msteams" }],
    ["a type that is none", { type: 7 }],
    ["no conversation", { type: "message", channelId: "msteams", serviceUrl: "https://smba.trafficmanager.net/", from: { id: "1" } }],
    ["a null", "null"],
  ])("answers 400 to a body with %s", async (_name, body) => {
    expect(await refused(await bot.send(body))).toEqual([400, "", 0]);
  });

  it("answers 400 to another content type and 413 to a body that never ends", async () => {
    expect((await bot.send(message(bot, "hjelp"), undefined, { "content-type": "text/plain" })).status).toBe(400);
    expect((await bot.send(message(bot, "x".repeat(300_000)))).status).toBe(413);
  });

  it("takes nothing but POST at its own path", async () => {
    expect((await fetch(bot.address)).status).toBe(405);
    expect((await fetch(`${bot.address}/more`, { method: "POST" })).status).toBe(404);
  });

  it("survives a connection that breaks off", async () => {
    const { port } = new URL(bot.address);
    const socket = connect(Number(port), "127.0.0.1");
    socket.write(
      `POST /api/messages HTTP/1.1\r\nhost: x\r\nauthorization: ${await bearer()}\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    expect((await bot.send(message(bot, "hjelp"))).status).toBe(200);
    expect((await bot.rows()).length).toBe(1);
  });
});

describe("who may use it", () => {
  it("answers no tenant that is not named", async () => {
    const bot = await startTeams({ allowed: ["another"], sends: false });
    try {
      expect((await bot.send(message(bot, "hjelp"))).status).toBe(200);
      expect((await bot.send(invoke(bot, "composeExtension/query", {}))).status).toBe(403);
      expect(await bot.rows()).toEqual([]);
    } finally {
      await bot.stop();
    }
  }, 30_000);

  it("answers its own tenant when none is named", async () => {
    const bot = await startTeams({ allowed: [], sends: false, environment: { MicrosoftAppTenantId: TENANT } });
    try {
      await bot.send(message(bot, "hjelp"));
      await bot.send(message(bot, "hjelp", { conversation: { tenantId: "other", id: "a:x" } }));
      expect((await bot.rows()).map(({ workspace }) => workspace)).toEqual([TENANT]);
    } finally {
      await bot.stop();
    }
  }, 30_000);
});

describe("the cloud", () => {
  it.each([
    ["public", "https://api.botframework.com"],
    ["usgov", "https://api.botframework.us"],
    ["china", "https://api.botframework.azure.cn"],
  ])(
    "%s takes the tokens of its own bot service and of no other",
    async (cloud, own) => {
      const bot = await startTeams({ environment: { TEAMS_CLOUD: cloud }, sends: false });
      try {
        for (const { service: iss } of Object.values(CLOUDS)) {
          const token = await bot.issuer.token(bot.connector.url, { claims: { iss } });
          expect([iss, (await bot.send(message(bot, "hjelp"), `Bearer ${token}`)).status]).toEqual([iss, iss === own ? 200 : 401]);
        }
      } finally {
        await bot.stop();
      }
    },
    30_000,
  );

  it("calls its own connectors, and says so when none is known", async () => {
    const hint = expect.stringContaining("set TEAMS_SERVICE_URLS");
    for (const [environment, lines] of [
      [{ TEAMS_CLOUD: "usgov", TEAMS_SERVICE_URLS: "" }, expect.not.arrayContaining([hint])],
      [{ TEAMS_CLOUD: "china", TEAMS_SERVICE_URLS: "" }, expect.arrayContaining([hint])],
    ] as const) {
      const bot = await startTeams({ environment, sends: false });
      expect(bot.startLines).toEqual(lines);
      await bot.stop();
    }
  }, 30_000);
});

describe("when the keys cannot be read", () => {
  it("answers 503 without words", async () => {
    const bot = await startTeams({ environment: { TEAMS_OPENID_METADATA: `http://127.0.0.1:${await freePort()}/secret-place` } });
    try {
      const response = await bot.send(message(bot, "hjelp"));
      expect([response.status, await response.text()]).toEqual([503, ""]);
    } finally {
      await bot.stop();
    }
  }, 30_000);
});

describe("the playground", () => {
  const environment = { TEAMS_PLAYGROUND: "1", MicrosoftAppId: "", MicrosoftAppPassword: "" };

  it("takes anonymous activities from this machine only, and posts to this machine only", async () => {
    const bot = await startTeams({ environment });
    try {
      expect((await bot.send(message(bot, "hjelp"), null)).status).toBe(200);
      await expect.poll(() => bot.connector.posted.length).toBe(1);
      expect(bot.connector.posted[0]?.authorization).toBeUndefined();
      for (const header of ["x-forwarded-for", "forwarded", "via", "x-real-ip"])
        expect((await bot.send(message(bot, "hjelp"), null, { [header]: "127.0.0.1" })).status).toBe(401);
      const elsewhere = message(bot, "hjelp", { serviceUrl: "https://smba.trafficmanager.net/emea/" });
      expect((await bot.send(elsewhere, null)).status).toBe(401);
      expect((await bot.send(message(bot, "hjelp"), null, { "content-type": "text/plain" })).status).toBe(400);
    } finally {
      await bot.stop();
    }
  }, 30_000);

  it("does not start together with an app id or a public address, and says so", () => {
    for (const more of [
      { MicrosoftAppId: "11111111-2222-4333-8444-555555555555", MicrosoftAppPassword: "x" },
      { PUBLIC_URL: "https://helsetall.example.no" },
    ])
      expect(() => readConfig({ TEAMS_PLAYGROUND: "1", ...more })).toThrow("TEAMS_PLAYGROUND");
  });
});

describe("the variables of Teams", () => {
  const appId = "11111111-2222-4333-8444-555555555555";
  it.each([
    [{ MicrosoftAppId: "x" }, "MicrosoftAppId"],
    [{ MicrosoftAppId: appId }, "MicrosoftAppPassword"],
    [{ MicrosoftAppId: appId, MicrosoftAppPassword: "hush", MicrosoftAppType: "SingleTenant" }, "MicrosoftAppTenantId"],
    [{ MicrosoftAppId: appId, MicrosoftAppPassword: "hush", TEAMS_SERVICE_URLS: "smba" }, "TEAMS_SERVICE_URLS"],
    [{ MicrosoftAppId: appId, MicrosoftAppTenantId: TENANT, MicrosoftAppType: "UserAssignedMsi" }, "HELSETALL_SECRET"],
  ])("are told apart when wrong: %j", (environment, name) => {
    expect(() => readConfig(environment)).toThrow(name);
    expect(() => readConfig(environment)).not.toThrow("hush");
  });

  it("name the clouds that there are when the cloud is none of them", () => {
    expect(() => readConfig({ MicrosoftAppId: appId, MicrosoftAppPassword: "hush", TEAMS_CLOUD: "germany" })).toThrow(
      /^TEAMS_CLOUD is not valid; set it to one of public, usgov, china, or leave it out\.$/,
    );
  });

  it("are off when none is set", () => {
    expect(readConfig({}).teams).toBeUndefined();
  });
});
