/** What the report says in words, for open questions that no figure, term or trend answers. */
import type { Answer } from "../src/answers/answer.ts";
import { nameOf } from "../src/answers/figures.ts";
import { say } from "../src/answers/say.ts";
import type { Knowledge } from "../src/knowledge/load.ts";
import type { Statement } from "../src/knowledge/schema.ts";
import { sourceOfSection } from "../src/knowledge/sources.ts";
import { statementKey, trendOfSection } from "../src/knowledge/subjects.ts";
import { FULLY } from "../src/understanding/fit.ts";
import type { IntentName, Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import type { Told } from "../src/understanding/statements.ts";
import { saysScope, type WordReading } from "../src/understanding/words.ts";
import { said, type Tools } from "./intent.ts";
import { asksInWords, asksOfOne, ranks, yearsIn } from "./open-question.ts";

/** How much of a question's content a statement must speak of. */
const COVERED = 0.66;
/** So many of its words must be shared; one word alone is a topic and no question, unless hardly another statement has it. */
const LEAST_SHARED = 2;
const RARE = 2.8;
/** How far before those of other sections. */
const CLEARLY = 1.15;
/** A second statement that fits nearly as well stands beside the first. */
const NEARLY = 0.8;
/** How near the best of all statements a reason must come. */
const AS_CLOSE = 0.85;
const IN_SECTION = 0.72;
/** How much must be covered where the most or the least of something is asked for. */
const WHOLLY = 0.95;

/**
 * The statement that a message asks for.
 * @returns undefined where it asks for a number, a view or advice, or where no statement speaks of what it is about
 */
export function statedIn(reading: Reading, { reader }: Tools): Question | undefined {
  if (!asksInWords(reading)) return undefined;
  // "hva med legevaktene i Tromsø?": goes on with a figure, and asks for no finding from there.
  if (GOES_ON.test(reading.text) && reading.items.some(({ barrier }) => barrier === "place")) return undefined;
  const all = reader.vocabulary.statements().find(reading.words, reading.items);
  const asksWhy = said(reading, "why");
  // "who pays for it?": one word beside an "it" is of what was spoken of before.
  const isPointed = (asksWhy || asksOfOne(reading)) && !IT_ALONE.test(reading.text);
  // "what year did the report on why … come": asks for a time.
  if (asksWhy && (reading.cues.get("when") ?? []).some((position) => position < 2)) return undefined;
  const years = yearsIn(reading);
  // A year beside a name asks for its figure; only of what changed or why is more told.
  if (years === undefined || (years.length > 0 && !said(reading, "why", "change", "up", "down", "more", "less"))) return undefined;
  const told = all.filter(
    (one) =>
      (!asksWhy || one.statement.kind === "reason") &&
      isEnough(one, isPointed, all, said(reading, "compare")) &&
      isToldOf(one, reading) &&
      (!MORE_THAN.test(reading.text) || TELLS_THAN.test(one.statement.text.en)) &&
      (asksWhy || years.every((year) => one.statement.text.en.includes(year))),
  );
  const [best, second] = told;
  if (!best || (all[0] !== best && !isNearBest(best, all[0]))) return undefined;
  const isRanked = ranks(reading);
  if (isRanked && !asksWhy && (best.covered < WHOLLY || best.shared.length <= LEAST_SHARED || !RANKS.test(best.statement.text.en)))
    return undefined;
  const keys = [best, ...(second && second.score >= best.score * NEARLY ? [second] : [])].map(({ statement }) => statementKey(statement));
  return { intent: intentFor(best.statement, reading), subjects: keys, periods: [], language: reading.language };
}

const GOES_ON = /^(?:(?:og|and|men|but) )?(?:hva med|kva med|ka med|what about|how about|enn|i|in) /;

/** Where the most of something is asked for, only what tells of the most answers. */
const RANKS =
  /\b(?:most|largest|biggest|highest|greatest|strongest|least|fewest|smallest|lowest|best|main|first|third|leading|especially|particularly)\b/i;

const IT_ALONE =
  /^(?:(?:og|and|men|but) )?(?:who|hvem|kven|what|hva|kva|how|hvordan|korleis) (?:\S+ ){1,2}(?:for |av |by |om |about |på |on |med |with )?(?:it|that|this|det|dette|den|dem|them)(?: [?.!]+)?$/;

/** "are there more referrals than discharge summaries": only what sets one against the other answers. */
const MORE_THAN = /(?:^| )(?:flere|fleire|færre|mer|meir|mindre|more|fewer|less) (?:\S+ )+(?:enn|than) /;
const TELLS_THAN = / than /;

/** "what does the report say about", "hva skriver dere om". */
const ASKS_REPORT =
  /(?:^| )(?:(?:report|rapporten|dere|de|you|dokker) (?:\S+ ){0,2}(?:say|says|write|writes|skriver|skriv|sier|seier)|(?:say|says|write|skriver|skriv|sier|seier) (?:\S+ ){0,2}(?:om|about|rapporten|dere|de)|which|what kind|hvilke|kva for)(?: |$)/;

/** How much of what a message speaks of a trend named in full must explain. */
const MOSTLY = 0.4;

/**
 * The trend that an open question is about, where nothing tells just what is asked: "hva skriver dere om refusjon for helseapper i utlandet".
 * @returns undefined where no trend is named in full, or a place or a group is named that it does not speak of
 */
export function topicTold(reading: Reading, { reader, knowledge }: Tools): Question | undefined {
  if (!asksInWords(reading) || reading.periods.length > 0 || ranks(reading) || said(reading, "why", "when")) return undefined;
  const [best] = reader
    .rank(reading.items, { kinds: ["trend", "section"] })
    .filter(({ complete, explained }) => complete >= FULLY && explained >= MOSTLY);
  const trend = best && trendOfSection(knowledge, best.subject.section);
  const unheard = reading.words.filter((word) => best?.unexplained.includes(word.text) && saysScope(word));
  const spoken = reading.items.filter(({ soft, concepts, word }) => !soft && concepts.length > 0 && !best?.unexplained.includes(word));
  const isPointed = spoken.length >= LEAST_SHARED || ASKS_REPORT.test(reading.text);
  if (!trend || !isPointed || unheard.length > 0) return undefined;
  return { intent: "trend", subjects: [`trend:${trend.id}`], periods: [], language: reading.language };
}

/** A reason for something else is none, where the thing itself is told without one. */
function isNearBest(reason: Told, best: Told | undefined): boolean {
  const nearness = best === undefined ? 1 : reason.score / best.score;
  return nearness >= AS_CLOSE || (nearness >= IN_SECTION && reason.statement.section === best?.statement.section);
}

/** "what is the trust in …", "which party …": what stands right behind the question word is what is asked for, and must be spoken of. */
function isToldOf({ unexplained, statement }: Told, { text, words, items }: Reading): boolean {
  const asked =
    /^(?:.*? )?(?:(?:hva|kva|what) (?:er|var|is|are|was|were)|what's|which|hvilke[nt]?|kva for(?: ein| ei| eit)?|hva slags|kva slags)(?: the| a| an| en| et| ein| ei| eit)? /.exec(
      `${text} `,
    );
  if (!asked) return true;
  const from = asked[0].trim().split(" ").length;
  const next = items.find(({ position, soft }) => position >= from && !soft)?.position;
  const head = words.find(({ positions }) => positions[0] === next);
  if (head === undefined || !unexplained.includes(head)) return true;
  // "which countries …": one that is named answers.
  return head.roles.some(({ concepts }) => concepts.has("country")) && NAMES_COUNTRY.test(statement.text.en);
}

const NAMES_COUNTRY =
  /(?:^| )(?:German|Germany|Finland|Finnish|Denmark|Danish|Sweden|Swedish|France|French|Belgium|Iceland|Estonia|USA)(?:\W|$)/;

/** A place, a group or an illness that is named must be spoken of – of two that are compared, one may be told beside it in its section; so must most of the rest. */
function isEnough(
  { statement, covered, shared, rarest, score, unexplained }: Told,
  isPointed: boolean,
  all: readonly Told[],
  compares: boolean,
): boolean {
  const section = all.filter((other) => other.statement.section === statement.section);
  const isTold = (word: WordReading) => compares && section.some((other) => !other.unexplained.includes(word));
  if (unexplained.some((word) => saysScope(word) && !isTold(word))) return false;
  if (shared.length >= LEAST_SHARED) return covered >= COVERED;
  const rival = all.find((other) => other.statement.section !== statement.section);
  if (shared.some(({ roles }) => roles.some(({ scope }) => scope === "place"))) return false;
  return isPointed && covered === 1 && rarest >= RARE && score >= (rival?.score ?? 0) * CLEARLY;
}

function intentFor({ kind }: Statement, reading: Reading): IntentName {
  if (said(reading, "why")) return "why";
  return kind === "about" && said(reading, "whatis", "define", "counts") ? "definition" : "trend";
}

/** Answers a Question whose subjects are statements, the best first. */
export function answerStatement(question: Question, tools: Tools): Answer {
  const { knowledge, reader } = tools;
  const { language } = question;
  const told = question.subjects.flatMap((key) => {
    const subject = reader.subject(key);
    return subject?.kind === "statement" ? [subject.item] : [];
  });
  const [first, ...rest] = told.map(({ text }) => text[language]);
  return {
    intent: question.intent,
    answered: true,
    language,
    headline: first ?? "",
    details: rest,
    figures: [],
    sources: told.map(({ section, subsection }) => sourceOfSection(knowledge, section, subsection)),
    suggestions: suggestionsFor(told[0], question, knowledge),
    choices: [],
    question,
  };
}

/** The trend that a statement belongs to, or the first figure of its section. */
function suggestionsFor(statement: Statement | undefined, { language }: Question, knowledge: Knowledge): string[] {
  const trend = trendOfSection(knowledge, statement?.section);
  if (trend) return [say(language, "suggestTrend", { name: nameOf(trend, language) })];
  const indicator = [...knowledge.indicators.values()].find(
    ({ section, relation }) => section === statement?.section && relation === "report",
  );
  return indicator ? [say(language, "suggestValue", { name: nameOf(indicator, language) })] : [];
}
