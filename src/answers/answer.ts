/** The Answer: facts and plain words, never markup. Surfaces turn it into blocks, cards, pages or JSON. */
import type { Language } from "../knowledge/languages.ts";
import type { Measure, Status } from "../knowledge/schema.ts";
import type { Source } from "../knowledge/sources.ts";
import type { IntentName, Question } from "../understanding/question.ts";

/** One number of an answer with its proof; see "The machine-readable answer" in the README. */
export type AnswerFigure = {
  indicator: string;
  measure: Measure;
  /** null where the source gives none. */
  period: string | null;
  /** The earlier period of a change. */
  since: string | null;
  /** In full units; for measure date the year. */
  value: number;
  unit: string;
  status: Status;
  /** True when no source prints it. */
  computed: boolean;
  /** answer: asked for; context: everything beside it. */
  role: "answer" | "context";
  source: Source;
};

/** A possible meaning of an unclear question. */
export type Choice = { label: string; question: Question };

export type Answer = {
  intent: IntentName;
  answered: boolean;
  language: Language;
  /** First line: the figure with unit, year and scope, or what the reply comes to. */
  headline: string;
  /** Further lines, the most useful first; the last ones give way when space is short. */
  details: readonly string[];
  figures: readonly AnswerFigure[];
  /** What the text rests on, the main one first. */
  sources: readonly Source[];
  /** Next questions that work when asked. */
  suggestions: readonly string[];
  choices: readonly Choice[];
  /** What was understood; remembered for follow-ups. */
  question: Question;
};
