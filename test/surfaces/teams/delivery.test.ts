/** Each message once: what is repeated, what never is, and what is kept about a conversation. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Brain } from "../../../src/surfaces/brain.ts";
import { outcomeOf, outcomeOfStatus, SigningError } from "../../../src/surfaces/teams/outcome.ts";
import { BOT, brain, mention, message, type Running, startTeams, TENANT } from "./bot.ts";

describe("delivery in Teams", () => {
  let bot: Running;
  beforeAll(async () => {
    bot = await startTeams();
  }, 30_000);
  beforeEach(async () => {
    bot.connector.posted.length = 0;
    bot.connector.answers.length = 0;
    await bot.store.database.deleteFrom("outbox").execute();
  });
  afterAll(() => bot?.stop());

  const ends = (state: string) =>
    expect.poll(async () => (await bot.rows()).map((row) => row.state), { timeout: 9_000, interval: 30 }).toEqual([state]);

  it("waits as long as it is told and then posts once more", async () => {
    bot.connector.answers.push({ status: 429, headers: { "retry-after": "1" } });
    const started = Date.now();
    await bot.send(message(bot, "hjelp"));
    await ends("sent");
    expect(Date.now() - started).toBeGreaterThanOrEqual(1_000);
    expect(bot.connector.posted.length).toBe(2);
  });

  it.each([
    [500, "unknown"],
    [502, "unknown"],
    [503, "unknown"],
    ["drop", "unknown"],
    [403, "failed"],
    [404, "failed"],
  ] as const)("posts once and no more after %s", async (answer, state) => {
    bot.connector.answers.push(answer);
    await bot.send(message(bot, "hjelp"));
    await ends(state);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(bot.connector.posted.length).toBe(1);
  });

  it("does not follow a redirect with its access token", async () => {
    bot.connector.answers.push({ status: 307, headers: { location: `${bot.connector.url}elsewhere` } });
    await bot.send(message(bot, "hjelp"));
    await ends("failed");
    expect(bot.connector.posted.length).toBe(1);
  });

  it("gives the figure in words where Teams refuses the card", async () => {
    bot.connector.answers.push(400);
    await bot.send(mention(bot, "hvor mange innlogginger hadde helsenorge i 2021?"));
    await ends("sent");
    expect(bot.connector.posted.map(({ body }) => [body.attachments?.length, body.text?.slice(0, 26)])).toEqual([
      [1, undefined],
      [undefined, "**Rundt 77,5 millioner inn"],
    ]);
  });

  it("tells what surely was not posted from what may have been", () => {
    const coded = (code: string) => Object.assign(new Error("x"), { code });
    expect(outcomeOf(coded("ECONNREFUSED")).state).toBe("later");
    expect(outcomeOf(coded("ENOTFOUND")).state).toBe("later");
    expect(outcomeOf(new SigningError("x")).state).toBe("later");
    expect(outcomeOf(coded("ECONNRESET")).state).toBe("unknown");
    expect(outcomeOf("nonsense").state).toBe("unknown");
    expect(outcomeOfStatus(408, undefined, "").state).toBe("unknown");
    expect(outcomeOfStatus(429, "Wed, 21 Oct 2015 07:28:00 GMT", "")).toMatchObject({ state: "later", waitMs: 0 });
    expect(outcomeOfStatus(201, undefined, "no json")).toEqual({ state: "sent", remoteId: undefined });
  });
});

describe("an answer that is too large for Teams", () => {
  it.each(["details", "headline"] as const)("goes out in fewer words: its %s are long", async (part) => {
    const long = "Rundt 77,5 millioner innlogginger i 2021. ".repeat(3_000);
    const own: Brain = {
      ...brain,
      ask(utterance, context) {
        const asked = brain.ask(utterance, context);
        return { ...asked, answer: { ...asked.answer, ...(part === "details" ? { details: [long] } : { headline: long }) } };
      },
    };
    const bot = await startTeams({ own });
    try {
      await bot.send(mention(bot, "hvor mange innlogginger hadde helsenorge i 2021?"));
      await expect.poll(() => bot.connector.posted.length, { timeout: 5_000 }).toBe(1);
      const [{ body } = { body: {} }] = bot.connector.posted;
      expect(JSON.stringify(body).length).toBeLessThan(8_000);
      expect(body.text).toContain("77,5 millioner");
      expect(body.text).toContain("Åpne kilden");
    } finally {
      await bot.stop();
    }
  });
});

describe("installing in Teams", () => {
  let bot: Running;
  beforeAll(async () => {
    bot = await startTeams();
  }, 30_000);
  afterAll(() => bot?.stop());
  const kept = () => bot.store.database.selectFrom("conversations").selectAll().execute();
  const update = (more: object) => ({ ...message(bot, ""), type: "conversationUpdate", text: undefined, ...more });

  it("keeps the reference and welcomes once, in two lines; forgets it when removed", async () => {
    const added = update({ membersAdded: [{ id: "29:person" }, BOT] });
    await Promise.all([bot.send(added), bot.send({ ...message(bot, ""), type: "installationUpdate", action: "add" })]);
    await bot.send(added);
    await expect.poll(() => bot.connector.posted.length).toBe(1);
    expect(bot.connector.posted[0]?.body.text.split("\n\n").length).toBe(2);
    expect(await kept()).toMatchObject([{ id: `teams:${TENANT}:a:chat`, platform: "teams", workspace: TENANT }]);
    expect(JSON.parse((await kept())[0]?.reference ?? "")).toMatchObject({
      serviceUrl: bot.connector.url,
      conversation: { id: "a:chat" },
      bot: BOT,
    });
    await bot.send({ ...message(bot, ""), type: "installationUpdate", action: "remove" });
    expect(await kept()).toEqual([]);
  });

  it("says nothing when people come and go", async () => {
    const before = bot.connector.posted.length;
    await bot.send(update({ membersAdded: [{ id: "29:other" }] }));
    await bot.send(update({ membersRemoved: [{ id: "29:other" }] }));
    for (const type of ["typing", "messageReaction", "endOfConversation", "somethingNew"])
      expect((await bot.send(update({ type }))).status).toBe(200);
    expect([await kept(), bot.connector.posted.length]).toEqual([[], before]);
  });
});
