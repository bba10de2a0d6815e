/** The bot over the real data, for tests of what a reading is taken for. */
import { createAsk } from "../../intents/index.ts";
import type { Answer } from "../../src/answers/answer.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { type Context, EMPTY_CONTEXT } from "../../src/understanding/context.ts";

export const NOW = new Date("2026-11-23T09:00:00Z");
export const { ask, answerQuestion, tools } = createAsk(loadKnowledge());
export const isSubject = (key: string): boolean => tools.reader.subject(key) !== undefined;

/** The answer to one message without a conversation. */
export function answerTo(text: string, now = NOW): Answer {
  return ask({ text, now }, EMPTY_CONTEXT).answer;
}

/** The answers to the messages of one conversation, in order. */
export function converse(...texts: readonly string[]): Answer[] {
  let context: Context = EMPTY_CONTEXT;
  return texts.map((text) => {
    const asked = ask({ text, now: NOW }, context);
    context = asked.context;
    return asked.answer;
  });
}

/** What the last message of a conversation is answered by. */
export function last(...texts: readonly string[]): Answer {
  const answer = converse(...texts).at(-1);
  if (!answer) throw new Error("no message");
  return answer;
}

/** The figures that were asked for, in short: `helsenorge-logins 2021 77500000`. */
export function answersOf(answer: Answer): string[] {
  return answer.figures.filter(({ role }) => role === "answer").map(({ indicator, period, value }) => `${indicator} ${period} ${value}`);
}
