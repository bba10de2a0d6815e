/** What Teams waits for: buttons, the message extension, links, the check of a message, and votes. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cardSchema } from "../../../src/surfaces/teams/card-schema.ts";
import { invoke, message, type Running, startTeams } from "./bot.ts";

describe("invokes", () => {
  let bot: Running;
  beforeAll(async () => {
    bot = await startTeams({ environment: { PUBLIC_URL: "https://helsetall.example.no" } });
  }, 30_000);
  afterAll(async () => {
    expect(bot.faults).toEqual([]);
    await bot.stop();
  });

  // biome-ignore lint/suspicious/noExplicitAny: tests look deep into the response
  async function call(name: string, value: unknown, more = {}): Promise<any> {
    const response = await bot.send(invoke(bot, name, value, more));
    expect(response.status).toBe(200);
    return response.json();
  }
  const press = (question: string) =>
    call("adaptiveCard/action", { action: { type: "Action.Execute", verb: "ask", data: { question } }, trigger: "manual" });

  it("answers a button of any age from what it carries, and goes on from there", async () => {
    const { value } = await press("value/helsenorge-logins/2021/en");
    expect(cardSchema.parse(value).body[0]).toMatchObject({ inlines: [{ text: "About 77.5 million logins to Helsenorge in 2021." }] });
    bot.connector.posted.length = 0;
    await bot.send(message(bot, "and in 2020?"));
    await expect.poll(() => bot.connector.posted.length).toBe(1);
    expect(JSON.stringify(bot.connector.posted[0]?.body)).toContain("Almost 43 million");
  });

  it("says so when a button carries what no Helsetall wrote", async () => {
    for (const question of ["value/nothing/2021/en", "<script>", "x".repeat(1_000)])
      expect(await press(question)).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.activity.message" });
    expect((await bot.send(invoke(bot, "adaptiveCard/action", { action: { verb: "other" } }))).status).toBe(400);
    expect((await bot.send(invoke(bot, "adaptiveCard/action", undefined))).status).toBe(400);
    expect((await bot.send(invoke(bot, "task/unknown", {}))).status).toBe(501);
  });

  it("searches the figures: cards with figure, source and picture that need no bot", async () => {
    const { composeExtension } = await call("composeExtension/query", {
      commandId: "search",
      parameters: [{ name: "query", value: "innlogginger på helsenorge" }],
    });
    expect(composeExtension).toMatchObject({ type: "result", attachmentLayout: "list" });
    expect(composeExtension.attachments.length).toBeGreaterThan(1);
    for (const { content, preview } of composeExtension.attachments) {
      const card = cardSchema.parse(content);
      expect(JSON.stringify(card)).not.toContain("Action.Execute");
      expect(preview.content.title).not.toBe("");
    }
    const [{ content }] = composeExtension.attachments;
    expect(JSON.stringify(content)).toContain("77,5 millioner");
    expect(JSON.stringify(content)).toMatch(/https:\/\/helsetall\.example\.no\/pictures\/value\/helsenorge-logins[^"]*\.png/);
  });

  it("shows some figures before anything is typed, and none for nonsense", async () => {
    const first = await call("composeExtension/query", { commandId: "search", parameters: [{ name: "initialRun", value: "true" }] });
    expect(first.composeExtension.attachments.length).toBeGreaterThan(1);
    // As Microsoft's playground asks.
    const unnamed = await call("composeExtension/query", { parameters: [{ value: "innlogginger på helsenorge" }] });
    expect(JSON.stringify(unnamed)).toContain("77,5 millioner");
    const none = await call("composeExtension/query", { commandId: "search", parameters: [{ name: "query", value: "qwxzv" }] });
    expect(none.composeExtension.attachments).toEqual([]);
  });

  it("unfurls our own answer pages and nothing else", async () => {
    const at = async (url: string) => (await call("composeExtension/queryLink", { url })).composeExtension.attachments;
    const [own] = await at("https://helsetall.example.no/answers/value/helsenorge-logins/2021/nb");
    expect(JSON.stringify(own)).toContain("77,5 millioner");
    for (const url of [
      "https://evil.example/answers/value/helsenorge-logins/2021/nb",
      "https://helsetall.example.no/answers/value/nothing/2021/nb",
      "https://helsetall.example.no/browse",
      "https://helsetall.example.no/answers/%E0%A4%A",
      "no address",
    ])
      expect([url, await at(url)]).toEqual([url, []]);
  });

  it("checks the figure of a message for who asked", async () => {
    const check = (content: string | null) =>
      call("composeExtension/fetchTask", { commandId: "checkFigure", messagePayload: { id: "1", body: { contentType: "html", content } } });
    const { task } = await check("<div><p>Det var <b>99</b>&nbsp;millioner innlogginger på Helsenorge i 2021</p></div>");
    expect(task).toMatchObject({ type: "continue", value: { title: "Kontroller tallet" } });
    expect(JSON.stringify(cardSchema.parse(task.value.card.content))).toContain("Nei, det stemmer ikke. Rundt 77,5 millioner");
    for (const empty of ["", "<img src='x'>", null]) expect(JSON.stringify((await check(empty)).task)).toContain("ingen tekst");
  });

  it("keeps a vote once a person, with the question in canonical form, and no words of it", async () => {
    bot.connector.posted.length = 0;
    await bot.store.database.deleteFrom("outbox").execute();
    await bot.send(message(bot, "Hvor mange innlogginger hadde Helsenorge i 2021?"));
    await expect.poll(async () => (await bot.rows()).map(({ state }) => state)).toEqual(["sent"]);
    const [row] = await bot.rows();
    const feedback = (reaction: string) =>
      bot.send(
        invoke(
          bot,
          "message/submitAction",
          { actionName: "feedback", actionValue: { reaction, feedback: '{"feedbackText":"secret"}' } },
          { replyToId: row?.remote_id },
        ),
      );
    for (const reaction of ["like", "dislike"]) {
      const response = await feedback(reaction);
      expect([response.status, await response.text()]).toEqual([200, ""]);
    }
    const votes = await bot.store.database.selectFrom("feedback").selectAll().execute();
    expect(votes).toMatchObject([{ question: "value/helsenorge-logins/2021/nb", helpful: 0, reason: null }]);
    expect(JSON.stringify(votes)).not.toMatch(/secret|29:person|4444/);
  });

  it("pins the language of a person", async () => {
    const ask = async (text: string) => {
      bot.connector.posted.length = 0;
      await bot.send(message(bot, text));
      await expect.poll(() => bot.connector.posted.length).toBe(1);
      return JSON.stringify(bot.connector.posted[0]?.body);
    };
    expect(await ask("language english")).toContain("From now on");
    expect(await ask("Hvor mange innlogginger hadde Helsenorge i 2021?")).toContain("77.5 million");
    expect(await ask("språk auto")).toContain("språket du spør på");
    expect(await ask("Hvor mange innlogginger hadde Helsenorge i 2021?")).toContain("77,5 millioner");
  });
});
