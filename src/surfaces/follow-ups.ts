/** What an answer leads on to, as canonical questions that buttons of any surface can carry. */
import type { Answer } from "../answers/answer.ts";
import { nameOf } from "../answers/figures.ts";
import { periodPhrase } from "../answers/numbers.ts";
import type { Language } from "../knowledge/languages.ts";
import { EMPTY_CONTEXT } from "../understanding/context.ts";
import { canonicalOf, LONGEST_CANONICAL, parseCanonical, type Question } from "../understanding/question.ts";
import type { Brain } from "./brain.ts";
import { CHAT_WORDS } from "./words.ts";

/** A button: what it says, and the question it asks. */
export type FollowUp = { label: string; canonical: string };

/** The possible meanings of what was unclear, else the suggested questions; what has no canonical form is left out. */
export function followUps(answer: Answer, brain: Brain, now: Date): FollowUp[] {
  const choices = answer.choices.map(({ label, question }) => ({ label, canonical: canonicalOf(question) }));
  const suggested = answer.suggestions.map((label) => ({ label, canonical: canonicalFor(label, answer.language, brain, now) }));
  return (choices.length > 0 ? choices : suggested).filter(({ canonical }) => readCanonical(canonical, brain) !== undefined);
}

/** Our own questions are few and come again and again. */
const known = new WeakMap<Brain, Map<string, string>>();
const MOST_KNOWN = 5_000;

/** The canonical form of a question of our own words, which name no time that moves with the clock. */
export function canonicalFor(text: string, language: Language, brain: Brain, now: Date): string {
  const own = known.get(brain) ?? new Map<string, string>();
  known.set(brain, own);
  const key = `${language} ${text}`;
  const canonical = own.get(key) ?? canonicalOf(brain.ask({ text, pinned: language, now }, EMPTY_CONTEXT).answer.question);
  if (own.size < MOST_KNOWN) own.set(key, canonical);
  return canonical;
}

/** Reads a button's question; undefined for what no Helsetall wrote or the catalogue no longer has. */
export function readCanonical(canonical: string, brain: Brain): Question | undefined {
  if (canonical.length > LONGEST_CANONICAL) return undefined;
  return parseCanonical(canonical, (key) => brain.isSubject(key));
}

/** The questions about an answer itself: its source, and what its subject means. */
export function proofQuestions({ answered, question }: Answer): { source: string; definition: string; why: string } | undefined {
  const [subject] = question.subjects;
  if (!answered || subject === undefined) return undefined;
  const about = { ...question, subjects: [subject], shade: undefined };
  return {
    source: canonicalOf({ ...about, intent: "source" }),
    definition: canonicalOf({ ...about, periods: [], intent: "definition" }),
    why: canonicalOf(question),
  };
}

/** Why a question was answered as it was: how it was read, and by which rule its numbers were chosen. */
export function explanationOf({ intent, subjects, periods, language }: Question, brain: Brain): string {
  const words = CHAT_WORDS[language];
  const names = subjects.flatMap((key) => {
    const subject = brain.subject(key);
    return subject ? [nameOf(subject, language)] : [];
  });
  const times = periods.map((period) => periodPhrase(period, language));
  const parts = [`${words.kinds[intent] ?? ""} ${names.join(" · ")}`.trim(), ...times].filter((part) => part !== "").join(" · ");
  return `${words.readAs(parts)}\n${words.chosen}`;
}
