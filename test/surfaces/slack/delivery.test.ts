/** What happens on the way: signatures, Slack's refusals, lost answers, rates, and who may use it. */
import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { eachInSlack } from "./each.ts";
import { click } from "./person.ts";
import type { Running } from "./running.ts";
import { CHANNEL, eventBody, type Fault, mention, SIGNING_SECRET, signed, type World } from "./world.ts";

let world: World;
let helsetall: Running;

eachInSlack({
  onStart: (started) => {
    ({ world, helsetall } = started);
  },
  running: () => helsetall,
});

const QUESTION = "how many Helsenorge logins in 2021?";
const rows = () => helsetall.chat.store.database.selectFrom("outbox").selectAll().where("kind", "!=", "upload").execute();
const states = async () => (await rows()).map(({ state }) => state);
const WAIT = { timeout: 8_000, interval: 20 };

describe("a signature", () => {
  it("is Slack's own, by the test vector of its documentation", () => {
    const body =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    expect(signed(body, { at: 1_531_420_618 })["x-slack-signature"]).toBe(
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
    );
  });

  const now = () => Math.floor(Date.now() / 1000);
  it.each([
    ["wrong", (body: string) => signed(body, { secret: "another secret of the same length" })],
    ["missing", () => ({})],
    ["without a time", (body: string) => ({ "x-slack-signature": signed(body)["x-slack-signature"] ?? "" })],
    ["stale", (body: string) => signed(body, { at: now() - 6 * 60 })],
    ["of the future", (body: string) => signed(body, { at: now() + 6 * 60 })],
    ["by an empty secret", (body: string) => signed(body, { secret: "" })],
    ["of another body", () => signed("another body")],
    [
      "of another version",
      (body: string) => ({
        ...signed(body),
        "x-slack-signature": `v1=${createHmac("sha256", SIGNING_SECRET).update(`v1:${now()}:${body}`).digest("hex")}`,
      }),
    ],
  ])("that is %s is refused without a word", async (_name, headersOf) => {
    const body = eventBody(mention(QUESTION));
    const response = await helsetall.post(body, headersOf(body) as Record<string, string>);
    expect(response.status).toBe(401);
    expect(await response.text()).toBe("");
    expect(await rows()).toEqual([]);
  });

  it("that is replayed changes nothing", async () => {
    const body = eventBody(mention(QUESTION));
    const headers = signed(body);
    for (let time = 0; time < 3; time += 1) expect((await helsetall.post(body, headers)).status).toBe(200);
    await expect.poll(states, WAIT).toEqual(["sent"]);
    expect(world.of("chat.postMessage")).toHaveLength(1);
  });

  it("of something that is no event, or too large, gets a plain refusal", async () => {
    for (const body of ["{", "null", "[]", '"x"']) expect((await helsetall.post(body)).status).toBeGreaterThanOrEqual(400);
    expect((await helsetall.post(JSON.stringify({ pad: "x".repeat(2_000_000) }))).status).toBe(413);
    expect((await fetch(`${helsetall.url}/slack/elsewhere`)).status).toBe(404);
    // Bolt itself breaks on such an event; the server goes on.
    expect((await helsetall.post(eventBody({ type: "message", channel: 7, text: {} }))).status).toBe(500);
    expect(await rows()).toEqual([]);
    expect((await helsetall.event(mention(QUESTION))).status).toBe(200);
  });
});

describe("Slack's answers", () => {
  const cases: [string, Fault, string, RegExp][] = [
    ["not_in_channel", { kind: "error", error: "not_in_channel" }, "failed", /invite Helsetall/],
    ["channel_not_found", { kind: "error", error: "channel_not_found" }, "failed", /invite it/],
    ["is_archived", { kind: "error", error: "is_archived" }, "failed", /archived/],
    ["token_revoked", { kind: "error", error: "token_revoked" }, "failed", /install it again/],
    ["missing_scope", { kind: "error", error: "missing_scope" }, "failed", /manifest\.json/],
    ["500", { kind: "status", status: 500 }, "unknown", /500/],
    ["an answer that was lost after posting", { kind: "cut", after: true }, "unknown", /no answer/],
    ["an answer that was lost before posting", { kind: "cut", after: false }, "unknown", /no answer/],
  ];
  it.each(cases)("%s ends in a defined state, is asked once, and is told in the log's words", async (_name, fault, state, reason) => {
    world.fail("chat.postMessage", fault);
    await helsetall.event(mention(QUESTION));
    await expect.poll(states, WAIT).toEqual([state]);
    expect((await rows())[0]?.reason).toMatch(reason);
    expect(world.of("chat.postMessage")).toHaveLength(1);
    const line = { platform: "slack", kind: "reply", state, reason: expect.stringMatching(reason) };
    await expect.poll(() => helsetall.warnings, WAIT).toEqual([expect.objectContaining(line)]);
  });

  it("429 waits as long as Slack tells, then posts once", async () => {
    world.fail("chat.postMessage", { kind: "status", status: 429, headers: { "retry-after": "1" } });
    await helsetall.event(mention(QUESTION));
    await expect.poll(states, WAIT).toEqual(["sent"]);
    const [first, second, ...more] = world.of("chat.postMessage");
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
    expect(more).toEqual([]);
  });

  it("refused blocks cost the blocks, not the figure", async () => {
    world.fail("chat.postMessage", { kind: "error", error: "invalid_blocks" });
    await helsetall.event(mention(QUESTION));
    await expect.poll(states, WAIT).toEqual(["sent"]);
    const [, second] = world.of("chat.postMessage");
    expect(second?.body.blocks).toBeUndefined();
    expect(second?.body.text).toMatch(/^About 77\.5 million/);
    expect(await helsetall.metrics()).toMatch(/helsetall_errors_total\{place="blocks"\} 1/);
  });

  it("a picture that cannot be uploaded costs the picture, not the figure", async () => {
    world.fail("files.getUploadURLExternal", { kind: "error", error: "missing_scope" });
    await helsetall.event(mention(QUESTION));
    await expect.poll(states, WAIT).toEqual(["sent"]);
    expect(world.of("chat.postMessage")[0]?.body.text).toMatch(/^About 77\.5 million/);
    const upload = () => helsetall.chat.store.database.selectFrom("outbox").selectAll().where("kind", "=", "upload").executeTakeFirst();
    await expect.poll(async () => (await upload())?.state, WAIT).toBe("failed");
    expect((await upload())?.reason).toMatch(/^missing_scope: .*manifest\.json/);
    expect(world.of("files.getUploadURLExternal")).toHaveLength(1);
  });

  it("429 for a picture's file waits as long as Slack tells too", async () => {
    world.fail("files.getUploadURLExternal", { kind: "status", status: 429, headers: { "retry-after": "2" } });
    await helsetall.event(mention(QUESTION));
    await expect.poll(() => world.of("files.completeUploadExternal").length, WAIT).toBe(1);
    const [first, second] = world.of("files.getUploadURLExternal");
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_990);
  });
});

describe("who asks", () => {
  it("too often gets one friendly line a minute instead of answers", async () => {
    for (let count = 0; count < 24; count += 1) await helsetall.event(mention(QUESTION));
    const kinds = (await rows()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "reply").length).toBeLessThanOrEqual(21);
    expect(kinds.filter((kind) => kind === "notice")).toHaveLength(1);
  });

  it("in a channel where a hundred wait already is not answered, and the log says so", async () => {
    world.fail("chat.postMessage", { kind: "status", status: 429, headers: { "retry-after": "60" } });
    await helsetall.event(mention(QUESTION, { user: "U0" }));
    await expect.poll(async () => (await rows())[0]?.reason, WAIT).toBe("rate limited");
    for (let count = 1; count <= 100; count += 1) await helsetall.event(mention(QUESTION, { user: `U${count}` }));
    expect((await states()).filter((state) => state === "planned")).toHaveLength(100);
    expect(helsetall.warnings).toEqual([expect.objectContaining({ platform: "slack", kind: "reply" })]);
    expect(await helsetall.metrics()).toMatch(/helsetall_messages_total\{platform="slack",kind="reply",state="skipped"\} 1/);
  });

  it("too often by buttons and message menus is told so privately", async () => {
    const button = { action_id: "why", value: "value/helsenorge-logins/2021/en" };
    for (let count = 0; count < 24; count += 1) await click(world, helsetall, button);
    const told = () => world.of("response").map(({ body }) => String(body.text));
    await expect.poll(() => told().length, WAIT).toBe(21);
    expect(told().filter((text) => text.startsWith("That was a lot of questions"))).toHaveLength(1);
  });

  it("from a workspace that is not allowed is not answered, and nothing is written", async () => {
    expect(
      (await helsetall.event(mention(QUESTION), { team_id: "T0OTHER", authorizations: [{ team_id: "T0OTHER", user_id: "U0" }] })).status,
    ).toBe(200);
    const refused = await helsetall.form({
      command: "/helsetall",
      team_id: "T0OTHER",
      channel_id: CHANNEL,
      user_id: "U1",
      text: QUESTION,
      trigger_id: "t1",
      response_url: world.responseUrl(),
    });
    expect(await refused.json()).toMatchObject({ response_type: "ephemeral", text: expect.stringContaining("ikke slått på") });
    expect(await rows()).toEqual([]);
  });
});

describe("the acknowledgement", () => {
  it("comes within three seconds though the database hangs, as a refusal, so that Slack sends it again", async () => {
    const { database } = helsetall.chat.store;
    const hanging = { values: () => hanging, onConflict: () => hanging, returning: () => hanging, execute: () => new Promise(() => {}) };
    Object.assign(database, { insertInto: () => hanging });
    const body = eventBody(mention(QUESTION));
    const before = performance.now();
    expect((await helsetall.post(body)).status).toBe(503);
    expect(performance.now() - before).toBeLessThan(3_000);
    Reflect.deleteProperty(database, "insertInto");
    expect((await helsetall.post(body)).status).toBe(200);
    await expect.poll(states, WAIT).toEqual(["sent"]);
  });
});

describe("what is kept", () => {
  it("holds no words and no person once the answer is out", async () => {
    await helsetall.event(mention(QUESTION));
    await helsetall.event(mention("Kari Nordmann spør om været"));
    await expect.poll(states, WAIT).toEqual(["sent", "sent"]);
    const { database } = helsetall.chat.store;
    const tables = await Promise.all(
      (["outbox", "contexts", "feedback", "preferences"] as const).map((table) => database.selectFrom(table).selectAll().execute()),
    );
    expect(JSON.stringify(tables)).not.toMatch(/Nordmann|været|logins in|U000000001/);
    expect(JSON.stringify(tables[1])).toContain("value/helsenorge-logins/2021/en");
  });

  it("goes when the app is removed from the workspace", async () => {
    await helsetall.event(mention(QUESTION));
    await expect.poll(states, WAIT).toEqual(["sent"]);
    await helsetall.event({ type: "app_uninstalled" });
    const { database } = helsetall.chat.store;
    const left = await Promise.all((["contexts", "outbox"] as const).map((table) => database.selectFrom(table).selectAll().execute()));
    expect(left.flat()).toEqual([]);
  });
});
