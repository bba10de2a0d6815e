/** What Teams waits for: buttons, the message extension, links, the check of a message, and votes. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cardSchema, checkCard, LARGEST_CARD } from "../../../src/surfaces/teams/card-schema.ts";
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

  describe("check this figure", () => {
    const openCheck = async (content: string | null | undefined, more = {}) => {
      const payload = { id: "1", body: { contentType: "html", content } };
      const { task } = await call("composeExtension/fetchTask", { commandId: "checkFigure", messagePayload: payload }, more);
      expect(task.type).toBe("continue");
      expect(() => checkCard(task.value.card.content)).not.toThrow();
      return { title: task.value.title, card: cardSchema.parse(task.value.card.content), shown: JSON.stringify(task.value.card.content) };
    };

    it("holds each claim of a message against the report, with source and link, and repeats nothing of it", async () => {
      const { title, card, shown } = await openCheck(
        "<div><p>Hei! Helsenorge hadde <b>77,5</b>&nbsp;millioner innlogginger i 2021. I 2020 var det 60 millioner innlogginger på Helsenorge.</p><p>Vi sees kl. 10.</p></div>",
      );
      expect(title).toBe("Kontroller tallet");
      const [head, ...verdicts] = card.body;
      expect(head).toMatchObject({ inlines: [{ text: "Tallene i meldingen, holdt mot rapporten:" }] });
      expect(verdicts).toMatchObject([
        {
          type: "Container",
          items: [{ inlines: [{ text: expect.stringMatching(/^Ja, det stemmer: rundt 77,5 millioner/) }] }, {}, {}, {}],
        },
        { type: "Container", items: [{ inlines: [{ text: expect.stringMatching(/^Nei, det stemmer ikke\. Nesten 43 mill/) }] }, {}, {}] },
      ]);
      for (const { items } of verdicts as { items: unknown[] }[])
        expect(items.slice(-2)).toMatchObject([
          { inlines: [{ text: expect.stringContaining("IE-1098"), isSubtle: true }] },
          { type: "ActionSet", actions: [{ type: "Action.OpenUrl", url: expect.stringMatching(/^https:\/\/www\.ehelse\.no\//) }] },
        ]);
      expect(shown).not.toMatch(/60 millioner|kl\. 10/);
    });

    it("says so where there is nothing to check", async () => {
      for (const none of ["", "<img src='x'>", null, undefined, "<p>Budsjettet er 3,5 mill. kroner, og vi var 12 på møtet i 2021.</p>"]) {
        const { card } = await openCheck(none);
        expect(card.body).toMatchObject([{ inlines: [{ text: "Jeg fant ingen tall i meldingen som jeg kan holde mot rapporten." }] }]);
      }
      const { title, shown } = await openCheck("", { locale: "en-US" });
      expect([title, shown]).toEqual(["Check this figure", expect.stringContaining("I found no figures in the message")]);
    });

    it("reads the cells of a table apart", async () => {
      const { shown } = await openCheck("<table><tr><td>Helsenorge 2021</td><td>77,5 millioner innlogginger</td></tr></table>");
      expect(shown).toContain("Ja, det stemmer");
    });

    it("answers in the language that the person chose", async () => {
      const from = { id: "29:other", name: "Ola" };
      bot.connector.posted.length = 0;
      await bot.send(message(bot, "language english", { from }));
      await expect.poll(() => bot.connector.posted.length).toBe(1);
      const { shown } = await openCheck("Helsenorge hadde 99 millioner innlogginger i 2021.", { from });
      expect(shown).toContain("No, that is not right. About 77.5 million");
    });

    it("stays small for a message of many claims, and counts no question", async () => {
      bot.questions.length = 0;
      const claims = Array.from({ length: 200 }, (_, index) => `Helsenorge hadde ${index + 78} millioner innlogginger i 2021.`);
      const { card, shown } = await openCheck(claims.map((claim) => `<p>${claim}</p>`).join(""));
      expect(card.body.length).toBe(1 + 6);
      expect(Buffer.byteLength(shown)).toBeLessThan(LARGEST_CARD / 2);
      expect(bot.questions).toEqual([]);
    });
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
