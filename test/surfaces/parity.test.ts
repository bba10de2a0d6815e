/** The same answer states the same figures in Slack, in Teams, on the web page and as text, over all question banks. */
import { describe, expect, it } from "vitest";
import { createAsk } from "../../intents/index.ts";
import type { Answer } from "../../src/answers/answer.ts";
import { sourceLines, textOf } from "../../src/answers/text.ts";
import { readConfig } from "../../src/config.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { createLog } from "../../src/log.ts";
import { brainOf } from "../../src/surfaces/brain.ts";
import { answerMessage } from "../../src/surfaces/slack/render/answer-message.ts";
import { plainText } from "../../src/surfaces/slack/render/escape.ts";
import { messageOf, wordsOnlyOf } from "../../src/surfaces/teams/message.ts";
import { answerCard } from "../../src/surfaces/web/pages/answer-card.ts";
import { createHelsetallServer } from "../../src/surfaces/web/server.ts";
import { type BankQuestion, readBank } from "../questions/bank.ts";
import { wordsIn } from "./teams/shown.ts";

const PUBLIC_URL = "https://helsetall.example.no";
const NOW = "2026-11-23T09:00:00Z";
const config = readConfig({ LOG_LEVEL: "silent", PUBLIC_URL });
const brain = brainOf(createAsk(loadKnowledge()));
const { site } = createHelsetallServer({ brain, config, log: createLog(config) });

const answers = ["", "aside/", "later/"]
  .flatMap((folder) => ["questions.jsonl", "declines.jsonl"].flatMap((file) => readBank<BankQuestion>(folder + file)))
  .map(({ question, locale, now = NOW }) => ({
    question,
    answer: brain.ask({ text: question, locale, now: new Date(now) }, { questions: [], language: undefined }).answer,
  }))
  // Help states no figure, and each platform adds what it alone can do.
  .filter(({ answer }) => answer.intent !== "help");

/** Every number with its sign and the word or sign behind it: "77,5 millioner", "+94,4 %", "2021". */
function figuresIn(words: string): string[] {
  return words.match(/[+−±]?\d(?:[\d.,\u00a0\u202f]*\d)?(?:[\s\u00a0\u202f]?%|[ \u00a0\u202f]\p{L}+)?/gu) ?? [];
}

type Block = { type: string; text?: { text: string }; elements?: { text: string }[] };

/** What a Slack message shows beside its buttons; the links behind the source are no statement. */
function slackWords(answer: Answer): string {
  const { blocks } = answerMessage(answer, { brain, publicUrl: PUBLIC_URL, now: new Date(NOW), isPrivate: false });
  return (blocks as Block[])
    .flatMap(({ type, text, elements }) => {
      if (type === "section") return [(text?.text ?? "").replace(/^\*|\*$/gm, "")];
      return type === "context" ? (elements ?? []).map((element) => element.text.replace(/<[^>]*>/g, "")) : [];
    })
    .map(plainText)
    .join("\n");
}

/** What a piece of page shows beside its links and buttons. */
function webWords(answer: Answer): string {
  return answerCard(answer, site)
    .text.replace(/<(a|button)\b[^>]*>.*?<\/\1>/gs, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_whole, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name as "amp"] ?? "");
}

const teams = { brain, publicUrl: PUBLIC_URL };
const picture = { url: `${PUBLIC_URL}/pictures/x.png`, alt: "1999" };
const RENDERINGS: Readonly<Record<string, (answer: Answer) => string>> = {
  "a Slack message": slackWords,
  "the text of a Slack message": (answer) =>
    plainText(answerMessage(answer, { brain, publicUrl: undefined, now: new Date(NOW), isPrivate: true }).text),
  "a Teams card": (answer) => wordsIn(messageOf(answer, { ...teams, picture, suggestTo: undefined })).join("\n"),
  "a Teams message": (answer) => wordsIn(messageOf(answer, { ...teams, picture: undefined, suggestTo: "29:person" })).join("\n"),
  "the words alone in Teams": (answer) => wordsIn(wordsOnlyOf(answer, brain)).join("\n"),
  "the web page": webWords,
  "the text": (answer) => textOf(answer, brain.knowledge),
};

describe("the figures of an answer", () => {
  it("are told apart in words, and many answers have them", () => {
    expect(figuresIn("Rundt 77,5 millioner (+94,4 %) i 2021.")).toEqual(["77,5 millioner", "+94,4 %", "2021"]);
    const answered = answers.filter(({ answer }) => answer.answered);
    expect(answered.length).toBeGreaterThan(700);
    expect(answered.filter(({ answer }) => figuresIn(answer.headline).length > 0).length).toBeGreaterThan(600);
  });

  it.each(Object.entries(RENDERINGS))("are the same in %s", (_name, render) => {
    for (const { question, answer } of answers) {
      const [source = ""] = sourceLines(answer, brain.knowledge);
      const stated = [answer.headline, ...answer.details, source].map(figuresIn);
      const shown = figuresIn(render(answer).replace(/https?:\S+/g, ""));
      expect([question, shown]).toEqual([question, stated.flat()]);
    }
  });
});
