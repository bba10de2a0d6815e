/** The question banks: what a user relies on, counted. The part kept aside is never looked at while tuning. */
import { describe, expect, it } from "vitest";
import { type BankQuestion, type BankThread, createBot, type Hostile, judge, readBank } from "./bank.ts";

const bot = createBot();

/** The least that is good enough, on the tuning bank and on the part kept aside. */
const BAR = { questions: 0.97, wrongFigures: 0.005, turns: 0.95 };

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
  { name: "the tuning bank", folder: "", questions: 350, declines: 110, threads: 42 },
  { name: "the bank kept aside", folder: "aside/", questions: 190, declines: 60, threads: 24 },
];

describe.each(BANKS)("$name", ({ folder, questions, declines, threads }) => {
  it("answers at least 97 % of the questions right, and at most one in 200 with a wrong figure", () => {
    const { total, right, wrongFigures } = ask(readBank(`${folder}questions.jsonl`));
    expect(total).toBeGreaterThanOrEqual(questions);
    expect(right / total).toBeGreaterThanOrEqual(BAR.questions);
    expect(wrongFigures.length / total).toBeLessThanOrEqual(BAR.wrongFigures);
  });

  it("states no figure where it must decline", () => {
    const { total, wrongFigures } = ask(readBank(`${folder}declines.jsonl`));
    expect(total).toBeGreaterThanOrEqual(declines);
    expect(wrongFigures).toEqual([]);
  });

  it("follows at least 95 % of the turns of conversations", () => {
    const banked = readBank<BankThread>(`${folder}threads.jsonl`);
    expect(banked.length).toBeGreaterThanOrEqual(threads);
    const { total, right } = talk(banked);
    expect(right / total).toBeGreaterThanOrEqual(BAR.turns);
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
