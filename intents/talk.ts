/** What the replies without figures share. */
import type { Answer } from "../src/answers/answer.ts";
import type { Question } from "../src/understanding/question.ts";

/** A reply in words alone: nothing was asked that a figure answers. */
export function wordsOnly(
  question: Question,
  headline: string,
  details: readonly string[] = [],
  suggestions: readonly string[] = [],
): Answer {
  return {
    intent: question.intent,
    answered: false,
    language: question.language,
    headline,
    details,
    figures: [],
    sources: [],
    suggestions,
    choices: [],
    question,
  };
}
