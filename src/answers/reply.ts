/** The machine-readable answer: what `ask --jsonl` prints and POST /api/ask gives. */
import type { Knowledge } from "../knowledge/load.ts";
import type { Source } from "../knowledge/sources.ts";
import type { Answer, AnswerFigure } from "./answer.ts";
import { sourcesOf, textOf } from "./text.ts";

export type Reply = {
  id?: string | number;
  question: string;
  language: Answer["language"];
  intent: Answer["intent"];
  answered: boolean;
  text: string;
  figures: AnswerFigure[];
  sources: Source[];
  /** null where there is nothing to draw. */
  image: { alt: string; url: string } | null;
  suggestions: string[];
  /** Send it back with the next question of the conversation. */
  context: string;
  elapsedMs?: number;
};

/** Builds the reply object; its keys always come in the same order, so the same answer gives the same bytes. */
export function replyOf(
  answer: Answer,
  knowledge: Knowledge,
  about: { id?: string | number | undefined; question: string; context: string; image?: Reply["image"] },
): Reply {
  return {
    ...(about.id !== undefined && { id: about.id }),
    question: about.question.toWellFormed(),
    language: answer.language,
    intent: answer.intent,
    answered: answer.answered,
    text: textOf(answer, knowledge),
    figures: unique(answer.figures),
    sources: sourcesOf(answer),
    image: about.image ?? null,
    suggestions: [...answer.suggestions],
    context: about.context,
  };
}

/** A figure stands once, as an answer where it is both answer and context. */
function unique(figures: readonly AnswerFigure[]): AnswerFigure[] {
  const byKey = new Map<string, AnswerFigure>();
  for (const figure of figures) {
    const key = [figure.indicator, figure.measure, figure.period, figure.since, figure.value, figure.source.document].join(" ");
    const known = byKey.get(key);
    if (!known || (known.role === "context" && figure.role === "answer")) byKey.set(key, figure);
  }
  return [...byKey.values()];
}
