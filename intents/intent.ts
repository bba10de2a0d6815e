/** What an intent is, and what intents share. */
import type { Answer } from "../src/answers/answer.ts";
import { isPercent } from "../src/answers/figures.ts";
import type { Knowledge, KnownIndicator } from "../src/knowledge/load.ts";
import { answersFor, isPrintedAsGrowth } from "../src/knowledge/prefer.ts";
import type { Subject, SubjectKind } from "../src/knowledge/subjects.ts";
import { type Aim, type AimOptions, aimAt } from "../src/understanding/aim.ts";
import { type Asked, askedPeriods, asksTime, inheritedPeriods } from "../src/understanding/asked.ts";
import type { Context } from "../src/understanding/context.ts";
import { FULLY } from "../src/understanding/fit.ts";
import { saysNothingElse } from "../src/understanding/leaning-words.ts";
import type { Candidate } from "../src/understanding/matcher.ts";
import type { IntentName, Missing, Question } from "../src/understanding/question.ts";
import type { Reader, Reading } from "../src/understanding/reading.ts";
import type { Cues } from "../src/understanding/vocabulary.ts";

/** What intents work with. */
export type Tools = { knowledge: Knowledge; reader: Reader };

/** One thing that can be asked. */
export type Intent = {
  name: IntentName;
  /** The words and phrases that point to it; several named groups where it has shades. */
  cues: Cues;
  /** Makes the Question if the message asks this; undefined lets the next intent try. Pure. */
  match(reading: Reading, context: Context, tools: Tools): Question | undefined;
  /** Answers a Question of this intent. Pure: the same question gives the same answer. */
  answer(question: Question, tools: Tools): Answer;
};

/** How many choices a clarifying reply offers. */
export const MOST_CHOICES = 4;

/** A question with no subject and no period. */
export function bare(intent: IntentName, reading: Reading): Question {
  return { intent, subjects: [], periods: [], language: reading.language };
}

/** Whether any of the cues was said. */
export function said(reading: Reading, ...cues: readonly string[]): boolean {
  return cues.some((cue) => reading.cues.has(cue));
}

/** How many words a message has, its signs left out. */
export function countWords({ words }: Reading): number {
  return words.filter(({ via }) => via !== "sign").length;
}

/** The single times that a message names, in its order. */
export function pointsIn({ periods }: Reading): string[] {
  return periods.flatMap((mention) => (mention.kind === "point" ? [mention.period] : []));
}

const WHO = new Set(["who", "hvem", "kven"]);

/** Whether a person or body is asked for. */
export function asksWho({ tokens }: Reading): boolean {
  return tokens.some((word) => WHO.has(word));
}

/** Whether a message asks who: "who decides that?", and not "how many of those who …". */
export function beginsWithWho({ text }: Reading): boolean {
  return BEGINS_WITH_WHO.test(text);
}

const BEGINS_WITH_WHO = /^(?:(?:og|and|men|but|so|så) )*(?:who|hvem|kven)(?: |$)/;

/** What a message aims at: a subject, or the Question that says why there is none. */
export type Target = { subject: Subject; aim: Extract<Aim, { kind: "sure" }> } | { question: Question } | undefined;

/** "are you sure? I have 90.9 in my slide deck": of what was spoken of. */
const DOUBTS = /(?:^| )(?:are you sure|you sure|er du sikk?er|er dere sikre|er du viss|er de sikre)(?: |$)/;

/** What is answered by a figure, and never by one of another thing. */
const BY_FIGURE: ReadonlySet<IntentName> = new Set(["value", "change", "check", "series", "share"]);

/** What is asked of one thing at a time. */
const OF_ONE: ReadonlySet<IntentName> = new Set(["check", "change"]);

/**
 * Aims at one subject; where there are several or none, makes the clarifying or declining Question.
 * @returns undefined when the message names nothing at all
 */
export function target(intent: IntentName, reading: Reading, context: Context, tools: Tools, options: AimOptions = {}): Target {
  const aim = aimAt(tools.reader, reading, context, options);
  if (aim.kind === "sure") {
    const [last] = context.questions;
    // "how many complained?": of something that nobody spoke of.
    const isClaim = intent === "check" && (said(reading, "check") || DOUBTS.test(reading.text));
    if (aim.inherited && BY_FIGURE.has(intent) && !isClaim && reading.items.every(({ soft }) => soft) && !saysNothingElse(reading))
      return undefined;
    // "it was less in 2019, wasn't it?" after three figures side by side: of which, only the asker knows.
    if (aim.inherited && last && last.subjects.length > 1 && OF_ONE.has(intent)) {
      const spoken = last.subjects.flatMap((key) => tools.reader.subject(key) ?? []);
      return { question: clarifying(intent, spoken, reading, context, tools) };
    }
    return { subject: withFigureOf(aim.subject, reading, tools) ?? namedAlike(aim, reading, tools) ?? aim.subject, aim };
  }
  const timed =
    aim.kind === "choice"
      ? (partOver(aim.candidates) ?? byTime(aim.candidates, reading, tools) ?? byCounted(aim.candidates, reading, tools))
      : undefined;
  if (timed)
    return { subject: timed.subject, aim: { kind: "sure", subject: timed.subject, candidate: timed, others: [], inherited: false } };
  if (aim.kind === "choice") {
    return {
      question: clarifying(
        intent,
        aim.candidates.map(({ subject }) => subject),
        reading,
        context,
        tools,
      ),
    };
  }
  return aim.kind === "missing" ? { question: declining(aim, reading) } : undefined;
}

/** "electronic prescriptions' share in 2017": what has no figure for the years asked about, where the data names another measure that has. */
export function withFigureOf(subject: Subject, { periods }: Reading, { knowledge, reader }: Tools): Subject | undefined {
  const points = periods.flatMap((mention) => {
    if (mention.kind === "range") return mention.start && mention.end ? [mention.start, mention.end] : [];
    return mention.kind === "point" ? [mention.period] : [];
  });
  const other = subject.kind === "indicator" && subject.item.otherYears ? reader.subject(subject.item.otherYears) : undefined;
  if (points.length === 0 || subject.kind !== "indicator" || other?.kind !== "indicator") return undefined;
  // "at the end of 2021": a figure dated there comes before one of the whole year.
  const atEnd = periods.length === 1 && periods[0]?.kind === "point" && periods[0].edge === "end" ? periods[0].period : undefined;
  if (atEnd && answersFor(knowledge, other.item, atEnd, "end")?.inside && !answersFor(knowledge, subject.item, atEnd, "end")?.inside)
    return other;
  const hasAll = (item: KnownIndicator) => points.every((period) => answersFor(knowledge, item, period) !== undefined);
  return !hasAll(subject.item) && hasAll(other.item) ? other : undefined;
}

/** Of two that are named in full alike, the one that has a figure for the one time that is asked about. */
function namedAlike({ subject, others }: Extract<Aim, { kind: "sure" }>, { periods }: Reading, { knowledge }: Tools): Subject | undefined {
  const [mention, another] = periods;
  if (subject.kind !== "indicator" || mention?.kind !== "point" || another) return undefined;
  const has = (item: KnownIndicator) => answersFor(knowledge, item, mention.period) !== undefined;
  if (has(subject.item)) return undefined;
  return others.find(
    ({ subject: other, complete, explained }) =>
      other.kind === "indicator" && complete >= FULLY && explained >= FULLY && other.item.unit === subject.item.unit && has(other.item),
  )?.subject;
}

/** "of the clinicians who had used it, how many were doctors": of a whole and its part, both named, the part is asked for. */
function partOver(candidates: readonly Candidate[]): Candidate | undefined {
  const [one, other, third] = candidates;
  if (!one || !other || third) return undefined;
  const isPartOf = (part: Candidate, whole: Candidate) =>
    part.subject.kind === "indicator" && part.subject.item.partOf === whole.subject.key;
  return isPartOf(one, other) ? one : isPartOf(other, one) ? other : undefined;
}

/** How much of a name is enough where a part of a year tells the rest. */
const WELL = 0.5;

/** Of subjects that are named in full alike, the only one that has a figure for the one time that is asked about. */
export function byTime(candidates: readonly Candidate[], { periods }: Reading, { knowledge }: Tools): Candidate | undefined {
  const [mention, another] = periods;
  if (mention?.kind !== "point" || another) return undefined;
  // A quarter or a month is told of few things; a year of nearly all.
  const isPart = mention.period.length > 4;
  if (candidates.some(({ complete }) => complete < (isPart ? WELL : FULLY))) return undefined;
  const timed = candidates.filter(
    ({ subject }) => subject.kind === "indicator" && answersFor(knowledge, subject.item, mention.period) !== undefined,
  );
  return timed.length === 1 ? timed[0] : undefined;
}

/** In how many of its names a word must stand to be what a subject counts; in how few, to be named by the way. */
const COUNTED = 0.7;
const BESIDE = 0.3;
/** How much of its name must have been said of the only one that counts it. */
const NAMED_WELL = 0.7;

/** "of the health personnel that use it, how many were doctors": of subjects that fit alike, the only one that counts what is counted. */
function byCounted(candidates: readonly Candidate[], reading: Reading, { reader }: Tools): Candidate | undefined {
  const [cue] = reading.cues.get("quantity") ?? [];
  const counted = cue === undefined ? undefined : reading.items.find(({ position, soft }) => position > cue && !soft);
  const isBeside = reading.items.some((item) => item !== counted && !item.soft && item.concepts.length > 0);
  if (!counted) return undefined;
  const share = ({ subject }: Candidate) =>
    Math.max(0, ...counted.concepts.map((concept) => reader.vocabulary.matcher.nameShare(subject.key, concept)));
  const [holder, another] = candidates.filter((candidate) => share(candidate) >= COUNTED);
  const rest = candidates.filter((candidate) => candidate !== holder);
  // "how many applications have come in": only one of them is of applications at all.
  const isFullest = holder !== undefined && holder.complete >= Math.max(NAMED_WELL, ...rest.map(({ complete }) => complete));
  if (!another && isFullest && rest.every((candidate) => share(candidate) <= BESIDE)) return holder;
  if (!isBeside || candidates.some(({ complete }) => complete < FULLY)) return undefined;
  return holder && !another && rest.every((candidate) => share(candidate) <= BESIDE) ? holder : undefined;
}

/** A Question that asks back: at most four choices, the intent kept as its shade. */
export function clarifying(intent: IntentName, subjects: readonly Subject[], reading: Reading, context: Context, tools: Tools): Question {
  const keys = spread(subjects, tools).slice(0, MOST_CHOICES);
  if (keys.length === 1) {
    // One choice is no choice: it is the nearest that there is.
    const missing: Missing = { words: [], scoped: false, nearest: keys, close: false };
    return { intent: "none", subjects: [], periods: [], language: reading.language, missing };
  }
  const periods = absolutePeriods(askedPeriods(reading, context), context);
  return { intent: "clarify", subjects: keys, periods, language: reading.language, shade: intent };
}

/** A family stands for its members when asked back; each subject once. */
function spread(subjects: readonly Subject[], tools: Tools): string[] {
  const keys = subjects.flatMap((subject) => {
    if (subject.kind !== "family") return [subject.key];
    return Object.values(subject.item.members).filter((key) => tools.reader.subject(key));
  });
  return [...new Set(keys)];
}

/** A Question that declines, with what is not covered and what comes nearest. */
export function declining(aim: Extract<Aim, { kind: "missing" }>, reading: Reading): Question {
  const barriers = aim.items.filter((item) => item.barrier && item.barrier !== "unknown" && aim.unexplained.includes(item.word));
  const [best] = aim.nearest;
  const missing: Missing = {
    words: barriers.slice(0, 3).map((item) => item.word.toLowerCase()),
    scoped: barriers.some((item) => item.barrier !== "ordinary"),
    nearest: aim.nearest
      .filter(({ complete }) => complete >= 0.3)
      .slice(0, 3)
      .map(({ subject }) => subject.key),
    close: best !== undefined && best.complete >= 0.9 && best.explained >= 0.5,
  };
  return { intent: "none", subjects: [], periods: [], language: reading.language, missing };
}

/** The asked periods as a list; a follow-up about another subject keeps those of the question before. */
export function absolutePeriods(asked: Asked, context: Context, keep = false): string[] {
  if (asked.range) {
    const { start, end } = asked.range;
    if (start && end) return [`${start}/${end}`];
    return [start ? `${start}/..` : `../${end}`];
  }
  if (asksTime(asked)) return asked.points.map(({ period, edge }) => (edge === "end" && period.length === 4 ? period : period));
  return keep ? [...inheritedPeriods(context)] : [];
}

/** "Since when have … been growing": asks for a date that the report states, not for a growth or a rank. */
export function asksDate(reading: Reading, context: Context, tools: Tools): boolean {
  if (!said(reading, "when")) return false;
  const aim = aimAt(tools.reader, reading, context, { kinds: ["event"] });
  return aim.kind === "sure" && !aim.inherited && (aim.candidate?.complete ?? 0) >= 0.75;
}

/** Who says share means the percentage of two that share a name. */
export function favourShare(reading: Reading, { knowledge }: Tools): (subject: Subject) => number {
  const wanted =
    reading.tokens.some((word) => /^(?:andel\w*|share|shares|proportion|del|delen)$/.test(word)) ||
    reading.items.some(({ word, concepts }) => concepts.includes("share") && /andel/i.test(word));
  const counts = !wanted && COUNT_OF.test(reading.text);
  return (subject) => {
    if (subject.kind !== "indicator" || !isPercent(knowledge, subject.item.unit)) return 0;
    // "how much did the number of IT staff grow": of some the growth itself is the percentage.
    if (isPrintedAsGrowth(subject.item)) return 0;
    return wanted ? 0.15 : counts ? -0.12 : 0;
  };
}

/** "the number of people who …": a count comes before a percentage of the same name. */
const COUNT_OF = /(?:^| )(?:talet på|tallet på|antallet|antall|antal|(?:the )?number of)(?: |$)/;

/** "how many percent get …": a percentage is asked for; "how many percent did it rise" asks for a growth. */
export function asksPercentage({ text }: Reading): boolean {
  return PERCENT_OF.test(text);
}

const PERCENT_OF =
  /(?:^| )(?:hvor mange|kor mange|how many|what) (?:prosent|pst|percent|per cent|percentage) (?:av |of )?(?!opp|ned|økt|økte|øker|auk|steg|stig|falt|fell|gikk|gjekk|mer|meir|fleire|flere|up|down|rise|rose|grew|more|vekst|har det|er det|var det|did|has|have)/;

/** Kinds that hold numbers. */
export const NUMBER_KINDS: readonly SubjectKind[] = ["indicator", "event", "family", "figure"];
