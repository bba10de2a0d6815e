/** The question banks: what a user relies on, counted. The part kept aside is never looked at while tuning. */
import { describe, expect, it } from "vitest";
import { type BankQuestion, type BankThread, createBot, type Hostile, judge, readBank } from "./bank.ts";

const bot = createBot();

/** What was reached on the bank kept aside; raise it with every improvement, never lower it. The aim is 95 %, 0 and 95 %. */
const ASIDE_BAR = { questions: 0.83, wrongDeclines: 2, turns: 0.91 };

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

describe("the tuning bank", () => {
  it("answers at least 97 % of the questions right", () => {
    const { total, right } = ask(readBank("questions.jsonl"));
    expect(total).toBeGreaterThanOrEqual(350);
    expect(right / total).toBeGreaterThanOrEqual(0.97);
  });

  it("states no wrong figure where it must decline", () => {
    expect(ask(readBank("declines.jsonl")).wrongFigures).toEqual([]);
  });

  it("follows at least 95 % of the turns of conversations", () => {
    const { total, right } = talk(readBank("threads.jsonl"));
    expect(right / total).toBeGreaterThanOrEqual(0.95);
  });
});

// The bars below are what has been reached on questions that were not tuned on; the README says what is aimed at.
describe("the bank kept aside", () => {
  it("does not fall behind what was reached on questions", () => {
    const { total, right } = ask(readBank("aside/questions.jsonl"));
    expect(total).toBeGreaterThanOrEqual(190);
    expect(right / total).toBeGreaterThanOrEqual(ASIDE_BAR.questions);
  });

  it("does not fall behind what was reached on messages to decline", () => {
    const { total, wrongFigures } = ask(readBank("aside/declines.jsonl"));
    expect(total).toBeGreaterThanOrEqual(60);
    expect(wrongFigures.length).toBeLessThanOrEqual(ASIDE_BAR.wrongDeclines);
  });

  it("does not fall behind what was reached on turns of conversations", () => {
    const { total, right } = talk(readBank("aside/threads.jsonl"));
    expect(right / total).toBeGreaterThanOrEqual(ASIDE_BAR.turns);
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
