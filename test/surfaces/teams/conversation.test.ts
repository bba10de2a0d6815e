/** Conversations in Teams, end to end: a signed activity in, a posted message out. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BOT, invoke, mention, message, type Running, startTeams, TENANT } from "./bot.ts";

describe("a conversation in Teams", () => {
  let bot: Running;
  beforeAll(async () => {
    bot = await startTeams();
  }, 30_000);
  beforeEach(() => {
    bot.connector.posted.length = 0;
    bot.faults.length = 0;
    return () => expect(bot.faults).toEqual([]);
  });
  afterAll(() => bot?.stop());

  const posted = (many: number) => expect.poll(() => bot.connector.posted.length, { timeout: 5_000, interval: 20 }).toBe(many);

  it("answers a bare fact in Markdown, the figure first, with citation, suggestions and feedback", async () => {
    const activity = message(bot, "Hvor mange innlogginger hadde Helsenorge i 2021?");
    const response = await bot.send(activity);
    expect([response.status, await response.text()]).toEqual([200, ""]);
    await posted(1);
    const [{ path, authorization, body } = { path: "", authorization: "", body: {} }] = bot.connector.posted;
    expect(path).toBe("/no/v3/conversations/a:chat/activities");
    expect(authorization).toBe("Bearer for-the-connector");
    expect(body.text).toMatch(/^\*\*Rundt 77,5 millioner innlogginger på Helsenorge i 2021\.\*\*/);
    expect(body.text).toMatch(/figur 4\.4\..* \[1\] \[2\]/);
    expect(body.suggestedActions).toMatchObject({
      to: ["29:person"],
      actions: expect.arrayContaining([expect.objectContaining({ type: "imBack" })]),
    });
    expect(body.channelData).toEqual({ feedbackLoop: { type: "default" } });
    expect(body.entities[0]).toMatchObject({
      type: "https://schema.org/Message",
      "@type": "Message",
      citation: [
        { "@type": "Claim", position: 1 },
        { "@type": "Claim", position: 2 },
      ],
    });
    expect(JSON.stringify(body.entities)).not.toContain("AIGeneratedContent");
    await expect
      .poll(async () => (await bot.rows()).map(({ state, payload, remote_id }) => [state, payload, remote_id]))
      .toEqual([["sent", null, "posted-1"]]);
  });

  it("takes the same activity once, however often Teams sends it", async () => {
    const activity = message(bot, "hjelp");
    const statuses = await Promise.all([bot.send(activity), bot.send(activity), bot.send(activity)]);
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
    await posted(1);
    expect((await bot.send(activity)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(bot.connector.posted.length).toBe(1);
  });

  it("understands follow-ups in their own conversation only, and answers in the thread", async () => {
    await bot.send(mention(bot, "how many Helsenorge logins in 2021?"));
    await posted(1);
    await bot.send(mention(bot, "and in 2020?"));
    await posted(2);
    await bot.send(message(bot, "and in 2020?", { conversation: { conversationType: "personal", tenantId: "t", id: "a:other" } }));
    const [first, second] = bot.connector.posted;
    expect(first?.path).toBe("/no/v3/conversations/19:channel@thread.tacv2;messageid=1767377017138/activities");
    expect(JSON.stringify(first?.body)).toContain("77.5 million");
    expect(JSON.stringify(second?.body)).toContain("Almost 43 million");
  });

  it("answers a mention in a group chat, there and to all, and goes on from it at the next mention", async () => {
    const conversation = { conversationType: "groupChat", isGroup: true, tenantId: TENANT, id: "19:meeting@thread.v2" };
    const entities = [
      { type: "mention", text: "<at>Helsetall</at>", mentioned: BOT },
      { type: "mention", text: "<at>Ola</at>", mentioned: { id: "29:other", name: "Ola" } },
    ];
    await bot.send(mention(bot, "hvor mange innlogginger hadde Helsenorge i 2021?", { conversation }));
    await posted(1);
    await bot.send(mention(bot, "og i 2020? <at>Ola</at>", { conversation, entities, from: { id: "29:other", name: "Ola" } }));
    await posted(2);
    const [first, second] = bot.connector.posted;
    expect([first?.path, second?.path]).toEqual(Array(2).fill("/no/v3/conversations/19:meeting@thread.v2/activities"));
    expect(JSON.stringify(first?.body)).toContain("77,5 millioner");
    expect(JSON.stringify(second?.body)).toContain("Nesten 43 millioner");
    // Suggested actions are for chats of two; here the next questions are buttons of the card, for anyone to press.
    expect(first?.body.suggestedActions).toBeUndefined();
    expect(JSON.stringify(first?.body)).toContain("Action.Execute");
  });

  it("says nothing to a card that was inserted without words", async () => {
    const card = { contentType: "application/vnd.microsoft.card.adaptive", content: { type: "AdaptiveCard" } };
    const attachments = [card, { contentType: "text/html", content: "<attachment id='1'></attachment>" }];
    for (const text of ["", '\n<span class="inline-compose-card" itemid="0">\n</span>\n'])
      expect((await bot.send(message(bot, text, { attachments }))).status).toBe(200);
    await bot.send(message(bot, "hvor mange innlogginger hadde Helsenorge i 2021?", { attachments }));
    await posted(1);
    expect(JSON.stringify(bot.connector.posted[0]?.body)).toContain("77,5 millioner");
  });

  it("updates a card in place when its button is pressed", async () => {
    await bot.send(mention(bot, "hvor mange innlogginger hadde helsenorge i 2021?"));
    await posted(1);
    const card = bot.connector.posted[0]?.body.attachments[0].content;
    const button = card.body.find(({ type }: { type: string }) => type === "ActionSet").actions[0];
    expect(Object.keys(button.data)).toEqual(["question"]);
    const response = await bot.send(
      invoke(bot, "adaptiveCard/action", { action: { type: "Action.Execute", verb: button.verb, data: button.data } }),
    );
    expect(response.status).toBe(200);
    const body = await response.json();
    expect(body).toMatchObject({
      statusCode: 200,
      type: "application/vnd.microsoft.card.adaptive",
      value: { type: "AdaptiveCard", version: "1.5" },
    });
  });
});
