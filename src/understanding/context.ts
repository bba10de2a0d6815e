/** What a conversation has been about: a value that any surface can hold and hand back. */
import type { Language } from "../knowledge/languages.ts";
import { canonicalOf, parseCanonical, type Question } from "./question.ts";

/** The last questions, newest first, and the language of the conversation. */
export type Context = { questions: readonly Question[]; language: Language | undefined };

export const EMPTY_CONTEXT: Context = { questions: [], language: undefined };
const KEPT_QUESTIONS = 5;

/** The context after a question. */
export function remember(context: Context, question: Question): Context {
  return { questions: [question, ...context.questions].slice(0, KEPT_QUESTIONS), language: question.language };
}

/** Writes a context as one short string without any words of the user. */
export function writeContext(context: Context): string {
  return context.questions.map(canonicalOf).join("|");
}

/** Reads a context back; parts that no Helsetall wrote are left out. */
export function readContext(text: string | undefined, isSubject: (key: string) => boolean): Context {
  if (!text) return EMPTY_CONTEXT;
  const questions = text
    .slice(0, 2000)
    .split("|")
    .slice(0, KEPT_QUESTIONS)
    .flatMap((part) => parseCanonical(part, isSubject) ?? []);
  return { questions, language: questions[0]?.language };
}
