/** The ordered list of intents – the first that matches answers – and `ask`, the one way through the house. */
import type { Answer } from "../src/answers/answer.ts";
import { isPercent } from "../src/answers/figures.ts";
import { say } from "../src/answers/say.ts";
import type { Knowledge } from "../src/knowledge/load.ts";
import { withPlainQuestions } from "../src/language/plain-questions.ts";
import { LONGEST_QUESTION } from "../src/language/text.ts";
import { withPlainTimes } from "../src/language/time-words.ts";
import { askedPeriods } from "../src/understanding/asked.ts";
import { type Context, EMPTY_CONTEXT, remember } from "../src/understanding/context.ts";
import { withOwnSites } from "../src/understanding/own-sites.ts";
import { asksOfWhole } from "../src/understanding/parted.ts";
import type { IntentName, Question } from "../src/understanding/question.ts";
import { Reader, type Reading, type Utterance } from "../src/understanding/reading.ts";
import { change } from "./change.ts";
import { check } from "./check.ts";
import { clarify } from "./clarify.ts";
import { compare } from "./compare.ts";
import { growthsOf } from "./compare-answer.ts";
import { whichCameFirst } from "./dates.ts";
import { definition } from "./definition.ts";
import { differenceOf } from "./difference.ts";
import { emergency } from "./emergency.ts";
import { enumerated } from "./enumerated.ts";
import { continueConversation } from "./follow-up.ts";
import { help } from "./help.ts";
import { absolutePeriods, type Intent, said, type Tools } from "./intent.ts";
import { list } from "./list.ts";
import { asksWhatFor, hasNoFigure } from "./no-figure.ts";
import { none } from "./none.ts";
import { piecesOf } from "./pieces.ts";
import { random } from "./random.ts";
import { ranking } from "./ranking.ts";
import { report } from "./report.ts";
import { series } from "./series.ts";
import { answerSeveral, joined, partsOf, sharesWords, topicOf, withTopic } from "./several.ts";
import { share } from "./share.ts";
import { smalltalk } from "./smalltalk.ts";
import { source } from "./source.ts";
import { statedIn, topicTold } from "./statement.ts";
import { wordsOnly } from "./talk.ts";
import { isTelling } from "./telling.ts";
import { withSpokenTopic } from "./topic-spoken.ts";
import { trend } from "./trend.ts";
import { value } from "./value.ts";
import { why } from "./why.ts";

/** In the order in which they are tried: the more particular a cue, the earlier. */
export const INTENT_LIST: readonly Intent[] = [
  emergency,
  smalltalk,
  help,
  random,
  report,
  why,
  source,
  check,
  trend,
  definition,
  compare,
  ranking,
  change,
  list,
  series,
  share,
  value,
  clarify,
  none,
];

/** What `ask` returns: the answer, the context to hand back with the next message, and how it was understood. */
export type Asked = { answer: Answer; context: Context; reading: Reading | undefined };

/** Asks one message in its conversation. Pure and synchronous. */
export type Ask = (utterance: Utterance, context: Context) => Asked;

/** Intents that leave the conversation where it was. */
const ASIDE: ReadonlySet<IntentName> = new Set(["smalltalk", "help", "emergency", "random"]);

/** Builds `ask` over a knowledge, and the tools to answer questions in canonical form. */
export function createAsk(knowledge: Knowledge): { ask: Ask; answerQuestion: (question: Question) => Answer; tools: Tools } {
  const cues = Object.assign({}, ...INTENT_LIST.map((intent) => intent.cues));
  const tools: Tools = { knowledge, reader: new Reader(knowledge, cues) };
  const byName = new Map<IntentName, Intent>(INTENT_LIST.map((intent) => [intent.name, intent]));
  const answerQuestion = (question: Question) => (byName.get(question.intent) ?? none).answer(question, tools);

  const askOne: Ask = (utterance, context) => {
    const reading = tools.reader.read(utterance, context);
    const asked = continueConversation(reading, context, tools) ?? firstMatch(reading, context, tools);
    const question = withoutBackground(asked, reading, context) ?? asked;
    const found = sideBySide(question, reading, tools)?.map(answerQuestion) ?? [answerQuestion(question)];
    const stated = isOpen(found) && !isTelling(reading) ? (statedIn(reading, tools) ?? topicTold(reading, tools)) : undefined;
    const told = isOpen(found) && !stated ? toldOfSpokenTopic(utterance, reading, context) : undefined;
    if (told) return { answer: told, context: nextContext(context, told), reading };
    const answers = stated ? [answerQuestion(stated)] : found;
    const after = answers.reduce(nextContext, context);
    const explains = answers.every(({ intent }) => intent === "definition");
    const grew = answers.length > 1 && question.intent === "compare" && !explains;
    const together = grew ? growthsOf(question, answers, tools) : joined(answers);
    // A difference is one question, however many terms its answer explains.
    const answer: Answer = explains ? { ...together, intent: "definition" } : together;
    return { answer, context: after, reading };
  };

  /** "I remember how busy the office was, and so …": where there is no figure for what the background makes of a question, what it asks without it. */
  const withoutBackground = (asked: Question, reading: Reading, context: Context): Question | undefined => {
    if (!reading.items.some(({ background }) => background) || answerQuestion(asked).answered) return undefined;
    const question = firstMatch({ ...reading, items: reading.items.filter(({ background }) => !background) }, context, tools);
    return answerQuestion(question).answered && OF_FIGURES.has(question.intent) ? question : undefined;
  };

  /** What the report says of the topic that was spoken of, where the message leans on it; never what was just told. */
  const toldOfSpokenTopic = (utterance: Utterance, reading: Reading, context: Context): Answer | undefined =>
    withSpokenTopic(utterance.text, reading, context, tools)
      .map((text) => askOne({ ...utterance, text, pinned: reading.language }, EMPTY_CONTEXT).answer)
      .find(({ answered, intent, question }) => answered && !OF_FIGURES.has(intent) && !isSame(question, context.questions[0]));

  const ask: Ask = (asked, context) => {
    const result = askAll(asked, context);
    tools.reader.forget();
    return result;
  };

  const askAll: Ask = (asked, context) => {
    const refused = refuseUnread(asked, context);
    if (refused) return { answer: refused, context, reading: undefined };
    const utterance = { ...asked, text: withOwnSites(withPlainQuestions(withPlainTimes(asked.text))) };
    const parts = partsOf(utterance, context, tools);
    if (parts.length < 2) {
      const one = askOne(utterance, context);
      return withTopic(one, utterance.text, topicOf(utterance, tools), utterance, context, askOne, tools);
    }
    const whole = sharesWords(utterance, parts, context, tools) ? askOne(utterance, context) : undefined;
    return whole && isOfSeveral(whole.answer) ? whole : answerSeveral(parts, utterance, context, askOne, tools);
  };
  return { ask, answerQuestion, tools };
}

function isSame(one: Question, other: Question | undefined): boolean {
  return one.subjects.join(" ") === other?.subjects.join(" ");
}

/** Nothing answered, and not for want of a figure alone: what the report says in words may. */
function isOpen(answers: readonly Answer[]): boolean {
  return answers.every(({ answered, intent }) => !answered && OPEN.has(intent));
}

const OPEN: ReadonlySet<IntentName> = new Set(["none", "clarify", "why", "trend", "definition", "list", "source"]);

/** Whether an answer tells of more than one subject. */
function isOfSeveral({ answered, intent, question }: Answer): boolean {
  return answered && (intent === "several" || question.subjects.length > 1);
}

function firstMatch(reading: Reading, context: Context, tools: Tools): Question {
  const urgent = emergency.match(reading, context, tools);
  if (urgent) return urgent;
  if (hasNoFigure(reading, context, tools)) return none.match(reading, context, tools) as Question;
  const isTold = isTelling(reading) || asksWhatFor(reading);
  for (const intent of INTENT_LIST) {
    // "the nurse said she would send me a message on Helsenorge": tells, and asks for no figure of such messages.
    if (isTold && (OF_FIGURES.has(intent.name) || intent.name === "check")) continue;
    const question = intent.match(reading, context, tools);
    if (question) return question;
  }
  return { intent: "none", subjects: [], periods: [], language: reading.language };
}

const OF_FIGURES: ReadonlySet<IntentName> = new Set(["compare", "ranking", "change", "list", "series", "share", "value", "clarify"]);

/** What says that one answer is wanted, whatever is named. */
const ONE_ANSWER = ["check", "define", "why", "trend", "forecast", "personal", "opinion", "source", "implies"] as const;

/** "logins, visits and doctors with lookups in 2021": a question for each, where no single figure answers the whole. */
function sideBySide(question: Question, reading: Reading, tools: Tools): Question[] | undefined {
  const explained = differenceOf(reading, tools) ?? whichCameFirst(reading, tools);
  if (explained) return explained;
  const failed = question.intent === "none" || question.intent === "clarify";
  // "which grew more, visits or messages": how far each went, and not how large it is.
  if (comparesGrowth(question, reading, tools))
    return question.subjects.map((key) => ({ intent: "change", subjects: [key], periods: question.periods, language: question.language }));
  if ((!failed && !["value", "share", "compare"].includes(question.intent)) || said(reading, ...ONE_ANSWER)) return undefined;
  if (question.intent === "clarify" && question.subjects.length === 2 && reading.tokens.some((word) => BOTH.has(word)))
    return question.subjects.map((key) => ({ intent: "value", subjects: [key], periods: question.periods, language: question.language }));
  if (question.intent === "compare") return undefined;
  const listed = question.intent === "clarify" && reading.tokens.some((word) => PLUS.has(word)) ? enumerated(reading, tools) : undefined;
  if (listed && listed.members.length > 1) {
    const periods = absolutePeriods(askedPeriods(reading, EMPTY_CONTEXT), EMPTY_CONTEXT);
    return listed.members.slice(0, 4).map((key) => ({ intent: "value", subjects: [key], periods, language: question.language }));
  }
  // "the messages between us and the patients, how many visits did that service have": named once, and taken up.
  if (!failed && TAKES_UP.test(reading.text)) return undefined;
  const pieces = piecesOf(reading, tools, !failed && isNamedWholly(question, reading, tools));
  if (!pieces) return undefined;
  // "of the messages, how many were referrals": what a part is taken of is no list of two.
  if (asksOfWhole(reading) && !pieces.every(({ key }) => isShare(key, tools))) return undefined;
  // "of the e-health money, what part …": what a share is taken of is no question of its own.
  if (question.intent === "share" && !pieces.every(({ key }) => isShare(key, tools))) return undefined;
  if (said(reading, "compare", "highest", "lowest")) {
    const periods = absolutePeriods(askedPeriods(reading, EMPTY_CONTEXT), EMPTY_CONTEXT);
    const keys = pieces.map(({ key }) => key);
    if (comparesGrowth({ ...question, intent: "compare", subjects: keys }, reading, tools))
      return keys.map((key) => ({ intent: "change", subjects: [key], periods, language: question.language }));
    return [{ intent: "compare", subjects: pieces.map(({ key }) => key), periods, language: reading.language }];
  }
  const questions = pieces.map((piece) => firstMatch(piece.reading, EMPTY_CONTEXT, tools));
  const isAnswered = questions.every(({ intent, subjects }) => SIDES.has(intent) && subjects.length === 1);
  return isAnswered ? questions : undefined;
}

/** Whether every word stands in one name of the subject, and not only in those of its relatives. */
function isNamedWholly({ subjects }: Question, reading: Reading, { reader }: Tools): boolean {
  const [key = ""] = subjects;
  return reader.vocabulary.matcher.namesAll(
    key,
    reading.items.filter(({ soft }) => !soft),
  );
}

function comparesGrowth({ intent, subjects }: Question, reading: Reading, { reader }: Tools): boolean {
  const found = subjects.map((key) => reader.subject(key));
  // Of some the sources print a growth and no level; those stand side by side as they are.
  const haveLevels = found.every((subject) => subject?.kind === "indicator" && subject.item.observations.length > 0);
  // "who got most new full-time equivalents from 2019 to 2020": how far each went.
  const asksNew = reading.tokens.some((word) => NEW_ONES.has(word)) && reading.periods.some(({ kind }) => kind === "range");
  return intent === "compare" && subjects.length > 1 && haveLevels && (said(reading, "up", "down") || asksNew);
}

const NEW_ONES = new Set(["nye", "new", "additional"]);

function isShare(key: string, { reader, knowledge }: Tools): boolean {
  const subject = reader.subject(key);
  return subject?.kind === "indicator" && isPercent(knowledge, subject.item.unit);
}

const TAKES_UP =
  /(?:^| )(?:den|denne|that|this) (?:tjenesten|tenesta|løsningen|løysinga|ordningen|ordninga|service|solution|system|systemet)(?: |$)/;

/** "PLO, both ways": where two are meant alike, no question is needed. */
const BOTH = new Set(["begge", "båe", "both"]);

/** By these members of a family that are named by their own words are asked for together. */
const PLUS = new Set(["+", "og", "and", "&", "samt", "pluss", "plus"]);

const SIDES: ReadonlySet<IntentName> = new Set(["value", "share", "change"]);

/** A message that is too long, or has no text, is not read at all. */
function refuseUnread(utterance: Utterance, context: Context): Answer | undefined {
  const language = utterance.pinned ?? context.language ?? utterance.locale ?? "nb";
  const question: Question = { intent: "none", subjects: [], periods: [], language };
  if (utterance.text.length > LONGEST_QUESTION) return wordsOnly(question, say(language, "tooLong", { limit: LONGEST_QUESTION }));
  return utterance.text.trim() === "" ? wordsOnly(question, say(language, "empty")) : undefined;
}

/** Only what was about something is remembered; a refusal keeps its subject, small talk changes nothing. */
export function nextContext(context: Context, answer: Answer): Context {
  const { question } = answer;
  if (ASIDE.has(question.intent) || (question.intent === "none" && question.subjects.length === 0)) {
    return { ...context, language: context.language ?? question.language };
  }
  // "in which year was it lowest, and how much was it then?": the year that was found is the one spoken of.
  const [subject = ""] = question.subjects;
  const found = question.intent === "ranking" && !subject.startsWith("family:") ? answer.figures[0]?.period : undefined;
  return remember(context, found ? { ...question, periods: [found] } : question);
}
