/**
 * A Question is what a message asks, without the user's words. It has one short form,
 * `value/helsenorge-logins/2021/en`, that links, buttons, stored context and feedback carry.
 */
import { LANGUAGES, type Language } from "../knowledge/languages.ts";
import { PERIOD_PATTERN } from "../knowledge/period.ts";

export const INTENTS = [
  "value",
  "change",
  "compare",
  "ranking",
  "share",
  "trend",
  "why",
  "definition",
  "source",
  "list",
  "series",
  "report",
  "check",
  "random",
  "help",
  "smalltalk",
  "emergency",
  "clarify",
  "none",
  "several",
] as const;
export type IntentName = (typeof INTENTS)[number];

/** A question as the intents understand it. `subjects` are subject keys, `periods` absolute. */
export type Question = {
  intent: IntentName;
  subjects: readonly string[];
  periods: readonly string[];
  language: Language;
  /** A finer shade that only the intent reads, such as "highest"; lower-case letters. */
  shade?: string | undefined;
  /** What a message claims, for `check`; not part of the canonical form. */
  claim?: Claim | undefined;
  /** Why there is no figure, for `none`; not part of the canonical form. */
  missing?: Missing | undefined;
};

/** A claim to be held against the figures. */
export type Claim = {
  value?: number | undefined;
  kind?: "plain" | "percent" | "times" | undefined;
  bound?: "over" | "under" | "none" | undefined;
  digits?: number | undefined;
  /** "stayed the same": nothing is claimed but that it did not change. */
  unchanged?: boolean | undefined;
  /** The earlier value of a claim "from … to …". */
  from?: number | undefined;
  /** Claims a rise or a fall. */
  direction?: "up" | "down" | undefined;
  /** Claims that the first subject is more, or less, than the second. */
  order?: "more" | "less" | undefined;
  /** The value is how far something rose or fell, not where it came to. */
  step?: boolean | undefined;
  /** Not understood so wholly that it could be judged. */
  doubtful?: boolean | undefined;
  /** Claims that something began, and not only that it was so. */
  began?: boolean | undefined;
  /** Claims that something happened in a year. */
  year?: string | undefined;
};

/** Known words that no figure covers, by what they narrow; unknown words are never repeated. */
export type Missing = {
  words: readonly string[];
  scoped: boolean;
  /** Subjects that come nearest, best first. */
  nearest: readonly string[];
  /** The best of them was named in full; only its scope does not fit. */
  close: boolean;
};

/** Longest canonical form, in characters. */
export const LONGEST_CANONICAL = 300;

/** Writes a question's canonical form; spans use `--` for the slash. */
export function canonicalOf(question: Question): string {
  const subjects = question.subjects.slice(0, 4).join("+") || "-";
  const periods =
    question.periods
      .slice(0, 4)
      .map((period) => period.replace("/", "--"))
      .join("+") || "-";
  const intent = question.shade ? `${question.intent}.${question.shade}` : question.intent;
  return [intent, subjects, periods, question.language].join("/");
}

/**
 * Reads a canonical form back.
 * @param isSubject says whether a subject key exists in the catalogue
 * @returns undefined for anything that no Helsetall wrote
 */
export function parseCanonical(text: string, isSubject: (key: string) => boolean): Question | undefined {
  if (text.length > LONGEST_CANONICAL) return undefined;
  const [head = "", subjectText = "", periodText = "", language = "", ...rest] = text.split("/");
  const [intent = "", shade] = head.split(".");
  if (rest.length > 0 || !isIntent(intent) || !isLanguage(language)) return undefined;
  const subjects = subjectText === "-" ? [] : subjectText.split("+");
  const periods = periodText === "-" ? [] : periodText.split("+").map((period) => period.replace("--", "/"));
  if (!subjects.every(isSubject) || !periods.every((period) => PERIOD_PATTERN.test(period))) return undefined;
  if (shade !== undefined && !/^[a-z]{1,20}$/.test(shade)) return undefined;
  return { intent, subjects, periods, language, shade };
}

function isIntent(text: string): text is IntentName {
  return (INTENTS as readonly string[]).includes(text);
}

function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}
