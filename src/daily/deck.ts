/**
 * Which fact which day. The deck is every fact that can be shown with its source; the choice is a pure function of
 * a subscription (its id, subjects, and what it has shown of this round) and the local date, so that any process
 * would choose the same.
 */
import { createHash } from "node:crypto";
import type { Answer } from "../answers/answer.ts";
import { notesFor } from "../answers/figures.ts";
import { LANGUAGES, type Language } from "../knowledge/languages.ts";
import type { Knowledge } from "../knowledge/load.ts";
import { courseOf, latestOf, unbrokenCourse } from "../knowledge/prefer.ts";
import { sectionKey } from "../knowledge/subjects.ts";
import { canonicalOf, type IntentName, type Question } from "../understanding/question.ts";

/** One fact without its language. */
export type Fact = {
  intent: IntentName;
  subject: string;
  periods: readonly string[];
  /** The section's key; neighbouring days differ in it. */
  section: string;
  /** Tends to come earlier in a round the larger it is. */
  weight: number;
  /** Month and perhaps day on which it fits, `12` or `03-11`. */
  fits?: string;
  /** Short mark of the fact, as a subscription keeps it. */
  mark: string;
};

export type Deck = {
  /** The facts about some subjects or sections; all without any. Never empty. */
  about(subjects: readonly string[]): readonly Fact[];
  /** Whether there is a fact about a subject or section. */
  has(subject: string): boolean;
};

const COURSE_WEIGHT = 2;
const MARK_LENGTH = 6;
/** A course worth telling has at least this many points that may be joined. */
const COURSE_POINTS = 3;

/**
 * Builds the deck: the report's indicators, those with a course also by their growth and their course, the trends
 * and the events.
 * @param answerQuestion says what a question comes to; facts that do not answer with their sources in each language are left out
 */
export function createDeck(knowledge: Knowledge, answerQuestion: (question: Question) => Answer): Deck {
  const facts = [...indicatorFacts(knowledge), ...trendFacts(knowledge), ...eventFacts(knowledge)]
    .map((fact) => ({ ...fact, mark: markOf(fact) }))
    .filter((fact) => LANGUAGES.every((language) => isShown(knowledge, answerQuestion(questionOf(fact, language)))));
  const keys = new Set(facts.flatMap(({ subject, section }) => [subject, section]));
  return {
    has: (subject) => keys.has(subject),
    about(subjects) {
      const wanted = facts.filter(({ subject, section }) => subjects.includes(subject) || subjects.includes(section));
      return wanted.length > 0 ? wanted : facts;
    },
  };
}

type Draft = Omit<Fact, "mark">;

function indicatorFacts(knowledge: Knowledge): Draft[] {
  return [...knowledge.indicators.values()].flatMap((indicator) => {
    if (indicator.relation !== "report" || indicator.section === null) return [];
    const joined = unbrokenCourse(courseOf(knowledge, indicator)).length >= COURSE_POINTS;
    const base = { subject: indicator.id, section: sectionKey(indicator.section), weight: joined ? COURSE_WEIGHT : 1 };
    const latest = latestOf(knowledge, indicator);
    const level: Draft[] = latest ? [{ ...base, intent: "value", periods: latest.period === null ? [] : [latest.period] }] : [];
    const course: Draft[] = joined ? [{ ...base, intent: "series", periods: [] }] : [];
    // The growth that a source prints: beside a course, or where it is all there is.
    const printed = joined || !latest ? indicator.changes.find((change) => !change.aside) : undefined;
    const growth: Draft[] = printed ? [{ ...base, intent: "change", periods: [printed.period] }] : [];
    return [...level, ...course, ...growth];
  });
}

function trendFacts(knowledge: Knowledge): Draft[] {
  return [...knowledge.trends.values()].map(({ id, section }) => ({
    ...{ intent: "trend", subject: `trend:${id}`, periods: [], section: sectionKey(section), weight: 1 },
  }));
}

function eventFacts(knowledge: Knowledge): Draft[] {
  return [...knowledge.events.values()].map(({ id, section, date }) => {
    const fits = /^\d{4}-(\d{2}(?:-\d{2})?)$/.exec(date)?.[1];
    return {
      ...{ intent: "value", subject: `event:${id}`, periods: [], section: sectionKey(section ?? "report"), weight: 1 },
      ...(fits !== undefined && { fits }),
    };
  });
}

/** Whether an answer carries what a post must: its source, and the note wherever its sources contradict. */
function isShown(knowledge: Knowledge, answer: Answer): boolean {
  const sourced = answer.answered && answer.sources.length > 0 && answer.figures.every(({ source }) => source.url !== "");
  const text = [answer.headline, ...answer.details].join("\n");
  return sourced && contradictionsOf(knowledge, answer).every((note) => text.includes(note));
}

function contradictionsOf(knowledge: Knowledge, { figures, language }: Answer): string[] {
  const contradicting = new Set(
    [...knowledge.notes.values()].filter(({ kind }) => kind === "contradiction").map(({ text }) => text[language]),
  );
  return figures
    .filter(({ role }) => role === "answer")
    .flatMap(({ indicator: id, period, measure }) => {
      const indicator = knowledge.indicators.get(id);
      const kind = measure === "change" || measure === "multiple" ? "change" : "level";
      return indicator ? notesFor(knowledge, { indicator, rows: [{ period }], kind }, language, Number.POSITIVE_INFINITY) : [];
    })
    .filter((note) => contradicting.has(note));
}

/** The fact's question in a language. */
export function questionOf({ intent, subject, periods }: Pick<Fact, "intent" | "subject" | "periods">, language: Language): Question {
  return { intent, subjects: [subject], periods, language };
}

function markOf(fact: Draft): string {
  return digest(canonicalOf(questionOf({ ...fact, periods: [] }, "nb"))).slice(0, MARK_LENGTH);
}

/** What of a subscription decides its next fact. */
export type Shown = { id: string; subjects: readonly string[]; shown: readonly string[]; round: number };

/**
 * Chooses the fact of a local date: none of this round again before all have been shown; another section than the
 * one before where that can be, else another subject; one that the date fits first of all.
 * @returns the fact, and what has been shown after it
 */
export function chooseFact(
  deck: Deck,
  { id, subjects, shown, round }: Shown,
  date: string,
): { fact: Fact; shown: string[]; round: number } {
  const facts = deck.about(subjects);
  const seen = new Set(shown);
  const last = facts.find(({ mark }) => mark === shown.at(-1));
  const left = facts.filter(({ mark }) => !seen.has(mark));
  const through = left.length === 0;
  const nextRound = through ? round + 1 : round;
  const rest = through ? facts : left;
  const seed = Number.parseInt(digest(`${id} ${nextRound}`).slice(0, 8), 16);
  const { fact } = awayFrom(last, rest)
    .map((one) => ({ fact: one, rank: rankOf(one, seed, date) }))
    .reduce<{ fact?: Fact; rank: number }>((best, one) => (isBefore(one, best) ? one : best), { rank: -1 });
  if (!fact) throw new RangeError("The deck is empty.");
  return { fact, shown: [...(through ? [] : shown), fact.mark], round: nextRound };
}

/** Whether one fact goes before another; of equal ones always the same. */
function isBefore(one: { fact: Fact; rank: number }, other: { fact?: Fact; rank: number }): boolean {
  return one.rank > other.rank || (one.rank === other.rank && one.fact.mark < (other.fact?.mark ?? ""));
}

/** The facts that may follow: of another section, or of another subject where one section is all there is. */
function awayFrom(last: Fact | undefined, facts: readonly Fact[]): readonly Fact[] {
  const oneSection = facts.every(({ section }) => section === facts[0]?.section);
  return spread(last, facts, oneSection ? ({ subject }) => subject : ({ section }) => section);
}

/** Leaves out the last one's group; takes only the largest when it would otherwise be left over at the end. */
function spread(last: Fact | undefined, facts: readonly Fact[], groupOf: (fact: Fact) => string): readonly Fact[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const group = groups.get(groupOf(fact));
    if (group) group.push(fact);
    else groups.set(groupOf(fact), [fact]);
  }
  const lastGroup = last && groupOf(last);
  const others = [...groups].filter(([key]) => key !== lastGroup).map(([, members]) => members);
  const pressing = others.find((members) => members.length * 2 > facts.length);
  return pressing ?? (others.length > 0 ? others.flat() : facts);
}

/** A place by lot, the same for every process; a heavier fact draws the best of several lots. */
function rankOf(fact: Fact, seed: number, date: string): number {
  const lot = mixed(seed ^ Number.parseInt(fact.mark, 16)) / 2 ** 32;
  const fits = fact.fits !== undefined && date.slice(5).startsWith(fact.fits);
  return (fits ? 1 : 0) + lot ** (1 / fact.weight);
}

/** Mixes the bits of a 32-bit number (the finalizer of MurmurHash3, https://github.com/aappleby/smhasher). */
function mixed(number: number): number {
  const once = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
