/** Answers for "figur 4.3": the figures of the report that it shows, or that its values are only in the picture. */
import type { Answer } from "../src/answers/answer.ts";
import { capital, figureFor, growthWords, levelFigure, nameOf, printedFigure } from "../src/answers/figures.ts";
import { periodPhrase } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import { speaksFor } from "../src/knowledge/prefer.ts";
import { sourceOfSection } from "../src/knowledge/sources.ts";
import type { Subject } from "../src/knowledge/subjects.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Tools } from "./intent.ts";

const MOST_LINES = 14;

/** Lists what a numbered figure of the report shows. */
export function answerFigure(question: Question, subject: Extract<Subject, { kind: "figure" }>, { knowledge }: Tools): Answer {
  const { language } = question;
  const { number, title } = subject.item;
  const figures: Answer["figures"][number][] = [];
  const lines: string[] = [];
  for (const indicator of knowledge.indicators.values()) {
    for (const row of indicator.observations.filter((item) => item.figure === number)) {
      const stated = speaksFor(knowledge, indicator, row.period);
      if (!stated || stated.figure !== number) continue;
      figures.push(levelFigure(knowledge, indicator, stated, "answer"));
      lines.push(
        say(language, "listLine", {
          name: nameOf(indicator, language),
          figure: figureFor(knowledge, indicator, stated, language),
          period: periodPhrase(stated.period, language),
        }),
      );
    }
    for (const change of indicator.changes.filter((item) => item.figure === number)) {
      figures.push(printedFigure(knowledge, indicator, change, "answer"));
      lines.push(
        say(language, "listLine", {
          name: nameOf(indicator, language),
          figure: growthWords(knowledge, change, language),
          period: periodPhrase(change.period, language),
        }),
      );
    }
  }
  const source = { ...sourceOfSection(knowledge, subject.section), figure: number };
  const shown = lines.slice(0, MOST_LINES);
  const more = lines.length > MOST_LINES ? [say(language, "listMore", { count: lines.length - MOST_LINES })] : [];
  return {
    intent: "list",
    answered: figures.length > 0,
    language,
    headline: capital(say(language, figures.length > 0 ? "figureHead" : "figureNone", { number, title })),
    details: [...shown, ...more],
    figures: figures.slice(0, MOST_LINES),
    sources: figures.length > 0 ? figures.map((figure) => figure.source) : [source],
    suggestions: [],
    choices: [],
    question,
  };
}
