/** Every card and message of the question bank: parsed by Microsoft's own library, within our limits, the same figures. */
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { textOf } from "../../../src/answers/text.ts";
import { checkMessage } from "../../../src/surfaces/check-message.ts";
import { cardOf } from "../../../src/surfaces/teams/card.ts";
import { checkCard } from "../../../src/surfaces/teams/card-schema.ts";
import { verdictsCard } from "../../../src/surfaces/teams/check-card.ts";
import { dailyCard, formCard, previewCard, subscribedCard } from "../../../src/surfaces/teams/daily/card.ts";
import { escapeMarkdown, linkTo } from "../../../src/surfaces/teams/markdown.ts";
import { messageOf } from "../../../src/surfaces/teams/message.ts";
import { pictureFor } from "../../../src/surfaces/teams/picture.ts";
import { readBank } from "../../questions/bank.ts";
import { brain } from "./bot.ts";
import { wordsIn } from "./shown.ts";

type Library = {
  AdaptiveCard: new () => { parse(card: unknown, context: unknown): void };
  SerializationContext: new () => { eventCount: number; getEventAt(index: number): { message: string } };
};
// Its ES module cannot be loaded by Node.
const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js") as Library;

const PUBLIC_URL = "https://helsetall.example.no";

/** What Microsoft's library has to say about a card. Its pattern for `lang` keeps state: it fails every second time. */
function complaints(card: unknown): string[] {
  const first = parsed(card);
  return first.length > 0 ? parsed(card) : first;
}

function parsed(card: unknown): string[] {
  const context = new SerializationContext();
  new AdaptiveCard().parse(card, context);
  return Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
}

const answers = readBank<{ question: string; locale?: "nb" | "nn" | "en"; now?: string }>("questions.jsonl").map(
  ({ question, locale, now = "2026-11-23T09:00:00Z" }) => ({
    question,
    answer: brain.ask({ text: question, locale, now: new Date(now) }, { questions: [], language: undefined }).answer,
  }),
);

describe("cards over the question bank", () => {
  it("are taken by Microsoft's library without a complaint, and keep to our schema", async () => {
    expect(answers.length).toBeGreaterThan(300);
    for (const { question, answer } of answers) {
      const picture = await pictureFor(answer, brain, PUBLIC_URL, false);
      for (const buttons of [true, false]) {
        const card = cardOf(answer, { brain, publicUrl: PUBLIC_URL, picture, buttons });
        expect([question, complaints(card)]).toEqual([question, []]);
        expect(() => checkCard(card), question).not.toThrow();
      }
    }
  }, 60_000);

  it("of a checked message are taken too, six verdicts on one", () => {
    const now = new Date("2026-11-23T09:00:00Z");
    const verdicts = answers.flatMap(({ question }) => checkMessage(question, brain, { now }).verdicts);
    expect(verdicts.length).toBeGreaterThan(40);
    for (let first = 0; first < verdicts.length; first += 6) {
      const card = verdictsCard({ language: "nb", verdicts: verdicts.slice(first, first + 6) });
      expect(complaints(card)).toEqual([]);
      expect(() => checkCard(card)).not.toThrow();
    }
  });

  it("of the fact of the day are taken too, as post, preview, form and confirmation", () => {
    const { answer } = answers.find((one) => one.answer.intent === "series" && one.answer.answered) ?? {};
    if (!answer) throw new Error("the bank has no course");
    const parts = { brain, publicUrl: PUBLIC_URL, picture: undefined, buttons: true };
    for (const language of ["nb", "nn", "en"] as const) {
      const own = { ...answer, language };
      const cards = [
        dailyCard(own, "an-id", parts),
        previewCard(own, "Preview", parts),
        formCard("daily 09:00", "person", language),
        subscribedCard("Words", "an-id", language),
      ];
      for (const card of cards) {
        expect(complaints(card)).toEqual([]);
        expect(() => checkCard(card)).not.toThrow();
      }
    }
  });

  it("state what the text states, word by word, in either form", async () => {
    for (const { question, answer } of answers) {
      const picture = await pictureFor(answer, brain, PUBLIC_URL, false);
      const stated = textOf(answer, brain.knowledge)
        .split("\n")
        .filter((line) => line !== "" && !/^https?:/.test(line) && !line.endsWith("…"));
      for (const parts of [
        { publicUrl: PUBLIC_URL, picture, suggestTo: undefined },
        { publicUrl: undefined, picture: undefined, suggestTo: "29:person" },
      ]) {
        const words = wordsIn(messageOf(answer, { brain, ...parts }));
        expect([question, stated.filter((line) => !words.includes(line))]).toEqual([question, []]);
      }
    }
  }, 60_000);

  it("carry canonical questions only, never the words of who asked", () => {
    for (const { question, answer } of answers) {
      const { body } = cardOf(answer, { brain, publicUrl: PUBLIC_URL, picture: undefined, buttons: true });
      for (const { data } of (body as { actions?: { data: { question: string } }[] }[]).flatMap(({ actions = [] }) => actions))
        expect([question, data.question]).toEqual([question, expect.stringMatching(/^[a-z.]+\/[^/\s]+\/[^/\s]+\/(nb|nn|en)$/)]);
    }
  });

  it("show no picture without a public https address, and one as data in the playground only", async () => {
    const { answer } = brain.ask(
      { text: "show the course of logins to Helsenorge", now: new Date(0) },
      { questions: [], language: undefined },
    );
    expect(await pictureFor(answer, brain, undefined, false)).toBeUndefined();
    expect(await pictureFor(answer, brain, "http://127.0.0.1:3000", false)).toBeUndefined();
    expect((await pictureFor(answer, brain, PUBLIC_URL, false))?.url).toMatch(/^https:\/\/helsetall\.example\.no\/pictures\//);
    expect((await pictureFor(answer, brain, undefined, true))?.url).toMatch(/^data:image\/png;base64,/);
  });
});

describe("Markdown", () => {
  it("shows exactly the words that it is given", () => {
    expect(escapeMarkdown("**a** _b_ [c](d) <at>e</at> `f` # g")).toBe(
      "\\*\\*a\\*\\* \\_b\\_ \\[c\\](d) &lt;at&gt;e&lt;/at&gt; \\`f\\` \\# g",
    );
    expect(escapeMarkdown("- a\n+ b")).toBe("\\- a\n\\+ b");
    expect(linkTo("a]", "https://a.no/(b) c")).toBe("[a\\]](https://a.no/%28b%29%20c)");
  });
});
