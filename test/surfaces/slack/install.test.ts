/** Many workspaces by OAuth: install with a checked state, answer with each workspace's own token, rotate, remove. */
import { describe, expect, it } from "vitest";
import type { Where } from "../../store/engines.ts";
import { eachInSlack } from "./each.ts";
import { type Running, runHelsetall } from "./running.ts";
import { BOT, eventBody, mention, type World } from "./world.ts";

let world: World;
let where: Where;
let helsetall: Running;
const SECRET = "a1".repeat(32);
const OAUTH = {
  SLACK_BOT_TOKEN: "",
  SLACK_CLIENT_ID: "111.222",
  SLACK_CLIENT_SECRET: "client-secret-of-tests",
  HELSETALL_SECRET: SECRET,
  HELSETALL_ALLOWED: "T0NORTH,E0ORG",
  PUBLIC_URL: "https://helsetall.example.no",
};
const granted = (more: object = {}) => ({
  ok: true,
  access_token: "xoxb-of-north",
  token_type: "bot",
  scope: "chat:write",
  bot_user_id: BOT,
  app_id: "A1",
  team: { id: "T0NORTH", name: "North" },
  enterprise: null,
  is_enterprise_install: false,
  authed_user: { id: "U1" },
  ...more,
});

eachInSlack({
  environment: OAUTH,
  prepare: (workspace) => workspace.own("oauth.v2.access", granted()),
  onStart: (started) => {
    ({ world, where, helsetall } = started);
  },
  running: () => helsetall,
});

const WAIT = { timeout: 6_000, interval: 20 };

/** Goes through the install as a browser does. */
async function install(state?: string): Promise<Response> {
  const page = await fetch(`${helsetall.url}/slack/install`, { redirect: "manual" });
  const cookie = page.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const link =
    /https:\/\/slack\.com\/oauth\/v2\/authorize[^"]+/.exec(`${page.headers.get("location") ?? ""} ${await page.text()}`)?.[0] ?? "";
  const asked = new URL(link.replaceAll("&amp;", "&"));
  expect(asked.searchParams.get("scope")).toContain("app_mentions:read");
  expect(asked.searchParams.get("redirect_uri")).toBe("https://helsetall.example.no/slack/oauth_redirect");
  const query = new URLSearchParams({ code: "c0de", state: state ?? asked.searchParams.get("state") ?? "" });
  return fetch(`${helsetall.url}/slack/oauth_redirect?${query}`, { headers: { cookie } });
}
const eventFrom = (team: string) => {
  const event = mention("how many Helsenorge logins in 2021?");
  return helsetall.post(
    eventBody(event, { team_id: team, authorizations: [{ enterprise_id: null, team_id: team, user_id: BOT, is_bot: true }] }),
  );
};
const tokensUsed = () => world.of("chat.postMessage").map(({ token }) => token);

describe("installing", () => {
  it("keeps the token sealed and answers with it, also in a new process", async () => {
    const done = await install();
    expect(done.status).toBe(200);
    expect(await done.text()).toContain("Helsetall is installed");
    const rows = await helsetall.chat.store.database.selectFrom("installations").selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("xoxb");
    await helsetall.stop();
    helsetall = await runHelsetall(world, where, OAUTH);
    await eventFrom("T0NORTH");
    await expect.poll(tokensUsed, WAIT).toEqual(["xoxb-of-north"]);
  });

  it("refuses a state that is not its own, and a workspace that is not allowed", async () => {
    const forged = await install("forged");
    expect(forged.status).toBe(400);
    expect(await forged.text()).not.toMatch(/Error|at \w+ \(|state/);
    world.own("oauth.v2.access", granted({ team: { id: "T0SOUTH", name: "South" } }));
    expect((await install()).status).toBe(400);
    expect(await helsetall.chat.store.database.selectFrom("installations").selectAll().execute()).toEqual([]);
  });

  it("serves every workspace of an organisation that installed it", async () => {
    world.own(
      "oauth.v2.access",
      granted({ team: null, enterprise: { id: "E0ORG", name: "Org" }, is_enterprise_install: true, access_token: "xoxb-of-org" }),
    );
    expect((await install()).status).toBe(200);
    const event = mention("how many Helsenorge logins in 2021?");
    const authorizations = [{ enterprise_id: "E0ORG", team_id: "T0EAST", user_id: BOT, is_bot: true, is_enterprise_install: true }];
    await helsetall.post(eventBody(event, { team_id: "T0EAST", enterprise_id: "E0ORG", authorizations }));
    await expect.poll(tokensUsed, WAIT).toEqual(["xoxb-of-org"]);
  });

  it("exchanges a token that ends soon though no event comes", async () => {
    world.own("oauth.v2.access", granted({ refresh_token: "xoxe-1", expires_in: 3_600 }));
    expect((await install()).status).toBe(200);
    await helsetall.stop();
    world.calls.length = 0;
    world.own("oauth.v2.access", granted({ access_token: "xoxb-new", refresh_token: "xoxe-2", expires_in: 43_200 }));
    helsetall = await runHelsetall(world, where, OAUTH);
    await expect.poll(() => world.of("oauth.v2.access").map(({ body }) => body.refresh_token), WAIT).toEqual(["xoxe-1"]);
    await eventFrom("T0NORTH");
    await expect.poll(tokensUsed, WAIT).toEqual(["xoxb-new"]);
  });

  it("exchanges the other tokens when one cannot be opened", async () => {
    const rotating = { refresh_token: "xoxe-1", expires_in: 3_600 };
    const organisation = { team: null, enterprise: { id: "E0ORG", name: "Org" }, is_enterprise_install: true };
    for (const more of [{}, organisation]) {
      world.own("oauth.v2.access", granted({ ...rotating, ...more }));
      expect((await install()).status).toBe(200);
    }
    await helsetall.chat.store.database.updateTable("installations").set({ sealed: "v1.x.x" }).where("workspace", "=", "E0ORG").execute();
    await helsetall.stop();
    world.calls.length = 0;
    helsetall = await runHelsetall(world, where, OAUTH);
    await expect.poll(() => world.of("oauth.v2.access").length, WAIT).toBe(1);
    expect(await helsetall.metrics()).toMatch(/helsetall_errors_total\{place="slack-token"\} 1/);
  });

  it("forgets an organisation's installation when the organisation removes the app", async () => {
    world.own("oauth.v2.access", granted({ team: null, enterprise: { id: "E0ORG", name: "Org" }, is_enterprise_install: true }));
    await install();
    const authorizations = [{ enterprise_id: "E0ORG", team_id: null, user_id: BOT, is_bot: true, is_enterprise_install: true }];
    const body = eventBody({ type: "app_uninstalled" }, { team_id: "T0EAST", enterprise_id: "E0ORG", authorizations });
    expect((await helsetall.post(body)).status).toBe(200);
    expect(await helsetall.chat.store.database.selectFrom("installations").selectAll().execute()).toEqual([]);
  });

  it("forgets the workspace when the app is removed or its tokens are revoked", async () => {
    for (const type of ["app_uninstalled", "tokens_revoked"]) {
      await install();
      const authorizations = [{ enterprise_id: null, team_id: "T0NORTH", user_id: BOT, is_bot: true }];
      expect((await helsetall.post(eventBody({ type }, { team_id: "T0NORTH", authorizations }))).status).toBe(200);
      expect(await helsetall.chat.store.database.selectFrom("installations").selectAll().execute()).toEqual([]);
    }
  });
});
