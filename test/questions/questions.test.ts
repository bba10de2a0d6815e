/** The question banks: what a user relies on, counted. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BANK_FOLDER, type BankQuestion, type BankThread, createBot, type Hostile, judge, readBank } from "./bank.ts";

const bot = createBot();

/** The least that is good enough, on the bank that rules were made with and on the one of a second author. */
const BAR = { questions: 0.97, wrongFigures: 0.005, turns: 0.95 };
/**
 * What the banks of five later authors may not fall below: they were measured before they were read (see README),
 * and each rule that was made of their faults raised this floor. It may only rise, to BAR.
 */
const FLOOR = { questions: 0.9, wrongFigures: 0.005, turns: 0.94 };

type Score = { total: number; right: number; wrongFigures: string[] };

function ask(items: readonly BankQuestion[]): Score {
  const score: Score = { total: items.length, right: 0, wrongFigures: [] };
  for (const item of items) {
    const { faults, wrongFigure } = judge(item, bot(item).reply);
    if (faults.length === 0) score.right++;
    if (wrongFigure) score.wrongFigures.push(item.question);
  }
  return score;
}

function talk(threads: readonly BankThread[]): Score {
  const score: Score = { total: 0, right: 0, wrongFigures: [] };
  for (const { turns } of threads) {
    let context: Parameters<typeof bot>[1];
    for (const turn of turns) {
      const asked = bot(turn, context);
      context = asked.context;
      const { faults, wrongFigure } = judge(turn, asked.reply);
      score.total++;
      if (faults.length === 0) score.right++;
      if (wrongFigure) score.wrongFigures.push(turn.question);
    }
  }
  return score;
}

const BANKS = [
  { name: "the tuning bank", folder: "", questions: 350, declines: 110, threads: 42, bar: BAR },
  { name: "the second author's bank", folder: "aside/", questions: 190, declines: 60, threads: 24, bar: BAR },
  { name: "our own paraphrases and near misses", folder: "own/", questions: 400, declines: 300, threads: 0, bar: BAR },
  { name: "later authors' banks", folder: "later/", questions: 350, declines: 170, threads: 30, bar: FLOOR },
  ...readdirSync(join(BANK_FOLDER, "unseen")).map((letter) => {
    // Some authors wrote conversations only.
    const isTalk = existsSync(join(BANK_FOLDER, "unseen", letter, "threads.jsonl"));
    return {
      name: `bank ${letter}, unseen until it was measured`,
      folder: `unseen/${letter}/`,
      questions: isTalk ? 0 : 70,
      declines: isTalk ? 0 : 40,
      threads: isTalk ? 40 : 0,
      bar: FLOOR,
    };
  }),
];

it("has all the banks", () => {
  expect(BANKS.filter(({ questions }) => questions > 0).length).toBeGreaterThanOrEqual(64);
  expect(BANKS.filter(({ threads }) => threads > 0).length).toBeGreaterThanOrEqual(15);
});

describe.each(BANKS)("$name", ({ folder, questions, declines, threads, bar }) => {
  if (questions > 0)
    it("answers the questions right, and at most one in 200 with a wrong figure", () => {
      const { total, right, wrongFigures } = ask(readBank(`${folder}questions.jsonl`));
      expect(total).toBeGreaterThanOrEqual(questions);
      expect(right / total).toBeGreaterThanOrEqual(bar.questions);
      expect(wrongFigures.length / total).toBeLessThanOrEqual(bar.wrongFigures);
    });

  if (declines > 0)
    it("states no figure where it must decline", () => {
      const banked = readBank<BankQuestion>(`${folder}declines.jsonl`);
      expect(banked.length).toBeGreaterThanOrEqual(declines);
      const stated = banked.filter((item) => bot(item).reply.figures.some(({ role }) => role === "answer"));
      expect(stated.map(({ question }) => question)).toEqual([]);
    });

  if (threads > 0)
    it("follows the turns of conversations, and at most one in 200 with a wrong figure", () => {
      const banked = readBank<BankThread>(`${folder}threads.jsonl`);
      expect(banked.length).toBeGreaterThanOrEqual(threads);
      const { total, right, wrongFigures } = talk(banked);
      expect(right / total).toBeGreaterThanOrEqual(bar.turns);
      expect(wrongFigures.length / total).toBeLessThanOrEqual(bar.wrongFigures);
    });
});

describe("messages written to mislead", () => {
  it("get no figure, in all three languages", () => {
    const { total, wrongFigures } = ask(readBank("misleading/declines.jsonl"));
    expect(total).toBeGreaterThanOrEqual(1_200);
    expect(wrongFigures).toEqual([]);
  });
});

describe("hostile input", () => {
  for (const file of ["hostile.jsonl", "aside/hostile.jsonl"]) {
    it.each(readBank<Hostile>(file).map((item) => [item.id, item] as const))(
      `${file} %s gets an answer or a polite refusal`,
      (_id, item) => {
        const question = item.question.repeat(item.repeat ?? 1);
        const started = performance.now();
        const { reply } = bot({ question });
        expect(performance.now() - started).toBeLessThan(200);
        const answers = reply.figures.filter(({ role }) => role === "answer");
        const allowed = item.figures ?? [];
        const stray = answers.filter((given) => !allowed.some((figure) => figure.indicator === given.indicator));
        expect(stray.map(({ indicator, value }) => `${indicator} ${value}`)).toEqual([]);
        for (const text of item.never ?? []) expect(reply.text.toLowerCase()).not.toContain(text.toLowerCase());
        expect(reply.text.isWellFormed()).toBe(true);
        expect(reply.text.length).toBeLessThanOrEqual(2000);
      },
    );
  }
});
