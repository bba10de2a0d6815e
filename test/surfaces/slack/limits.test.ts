/** Every answer as a message, and the App Home, within Slack's limits: over the question banks, in all languages. */
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/knowledge/languages.ts";
import { homeView } from "../../../src/surfaces/slack/home.ts";
import { answerMessage } from "../../../src/surfaces/slack/render/answer-message.ts";
import { slackHome, slackMessage } from "../../../src/surfaces/slack/render/limits.ts";
import { type BankQuestion, readBank } from "../../questions/bank.ts";
import { brain } from "./running.ts";

const PUBLIC_URL = "https://helsetall.example.no";
const now = new Date("2026-11-23T09:00:00Z");
const answers = ["", "aside/", "later/"]
  .flatMap((folder) => ["questions.jsonl", "declines.jsonl"].flatMap((file) => readBank<BankQuestion>(folder + file)))
  .map(({ question: text }) => ({ text, answer: brain.ask({ text, now }, { questions: [], language: undefined }).answer }));

describe("Slack's limits", () => {
  it.each([
    ["in public, with pictures", { publicUrl: PUBLIC_URL, isPrivate: false }],
    ["in private, without pictures", { publicUrl: undefined, isPrivate: true }],
  ])("hold every answer %s", { timeout: 120_000 }, (_name, look) => {
    const broken = answers.flatMap(({ text, answer }) => {
      const { error } = slackMessage.safeParse(answerMessage(answer, { brain, now, ...look }));
      return error ? [`${text}: ${error.message}`] : [];
    });
    expect(answers.length).toBeGreaterThan(1_000);
    expect(broken).toEqual([]);
  });

  it.each(LANGUAGES)("hold the App Home in %s, with as many facts of the day as it shows", (pinned) => {
    const daily = Array.from({ length: 30 }, (_, index) => ({ id: String(index), channel: `C${index}`, plan: "x".repeat(500) }));
    const view = homeView(brain, { pinned, publicUrl: PUBLIC_URL, now, daily });
    expect(slackHome.safeParse(view).error).toBeUndefined();
    // Nothing of what it knows is cut off.
    expect(view.blocks.length).toBeLessThan(100);
  });
});
