/** Several questions in one message: each is answered, up to three. */
import type { Answer } from "../src/answers/answer.ts";
import { say } from "../src/answers/say.ts";
import { aimAt } from "../src/understanding/aim.ts";
import { type Context, EMPTY_CONTEXT } from "../src/understanding/context.ts";
import { FULLY } from "../src/understanding/fit.ts";
import { matterIn, speaksOfIt, takesUp } from "../src/understanding/pointing.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading, Utterance } from "../src/understanding/reading.ts";
import { WEAK } from "../src/understanding/weak.ts";
import { growthsNamed } from "./change.ts";
import { asksGap } from "./gap.ts";
import { bothGroups, totalAsked } from "./groups.ts";
import type { Ask, Asked } from "./index.ts";
import { NUMBER_KINDS, said, type Tools } from "./intent.ts";
import { piecesOf } from "./pieces.ts";
import { wordsOnly } from "./talk.ts";

const MOST_PARTS = 3;
const SENTENCE_ENDS = /(?<=[?!])\s+|\n+|;\s+|(?<=[a-zæøå)]{2}\.)\s+(?=\p{Lu})/u;
/** "… og hvor mange …": the joiner stays with the part that it begins, which makes that part a follow-up. */
const CONJOINED = new RegExp(
  "\\s*,?\\s+(?=(?:og|and|samt|pluss|plus|mens|while)\\s+" +
    "(?:(?:across|på tvers av|på tvers over|in|for|from|by|to|on|with|i|fra|frå|på|av|til|hos|med|fortelle|fortell|fortel|fortelje|si|seie|opplyse|tell|say|gi|gje)\\s+(?:meg|oss|me|us)?\\s*)?" +
    "(?:hvor|hva|hvilke|hvilken|hvilket|hvem|hvordan|hvorfra|kor|kva|kvar|kven|korleis|how|what|where|which|who|when|når|why|hvorfor|kvifor|since when|since what|siden når|sidan når|fra når|frå når|(?:share|number|andel|andelen|del|antall|talet) (?:of|av|på))(?!\\p{L}))",
  "iu",
);
const BEGINS_CONJOINED = /^(?:og|and|samt|pluss|plus|mens|while)\s+/iu;
/** A sentence about the asker or somebody the asker knows that is no question. */
const TELLS = /^(?:\p{L}+ (?:min|mi|mitt)|my|our|min|mitt|vår|jeg|eg|i|we|vi|he|she|han|hun|ho)\s[^?]*$/iu;
const PLAIN_AND = /\s+[+&]\s+|\s*,\s*(?:og\s+|and\s+)?|(?<!-)\s+(?:og|and|samt|pluss|plus)\s+/iu;

/** Speaks of those that the part before was about. */
const REFERS_BACK =
  /^(?:og|and|samt|pluss|plus|mens|while)\s.*\b(?:de|dei|dem|disse|desse|they|them|those|these|ho|hun|han|den|it|that one)\b/iu;

/** The questions of a message, in order; the message itself when it is one. */
export function partsOf(utterance: Utterance, context: Context, tools: Tools): string[] {
  const { text } = utterance;
  if (text.length > 1200 || isOneQuestion(tools.reader.read(utterance, context), context, tools)) return [text];
  const sentences = text
    .split(SENTENCE_ENDS)
    .flatMap((part) => part.split(CONJOINED))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\d]/u.test(part));
  const under = listedUnder(utterance, tools);
  if (under) return under;
  if (sentences.length < 2) return listedSubjects(utterance, context, tools) ?? [text];
  // "… My wife claims that it has grown." after a question tells; it asks nothing.
  const asked = sentences.map((part, index) => !(index > 0 && TELLS.test(part)) && asks({ ...utterance, text: part }, context, tools));
  // "hw many logins in 2021 and how many visits": what "and how many" goes on with is a question, however it is put.
  const asking = sentences.filter(
    (part, index) =>
      asked[index] ||
      (index > 0 && asked[index - 1] && isUnheard(part, utterance, context, tools)) ||
      (asked[index + 1] && BEGINS_CONJOINED.test(sentences[index + 1] ?? "") && names(part, utterance, context, tools)),
  );
  if (asking.length > 1)
    return withLead(
      withHeading(withSharedTime(asking, utterance, tools), (part) => names(part, utterance, context, tools)),
      sentences,
      (part, alone) => names(part, utterance, context, tools) && (!alone || isClear(part, utterance, tools)),
    );
  return listedSubjects(utterance, context, tools) ?? [text];
}

/** Two groups, or two growths, that one answer tells side by side. */
function isOneQuestion(reading: Reading, context: Context, tools: Tools): boolean {
  return bothGroups(reading, context, tools) !== undefined || growthsNamed(reading, tools) !== undefined;
}

/** A part asks when it has a subject or a time and some cue; "Hi there." and "Thanks!" do not. */
function asks(utterance: Utterance, context: Context, tools: Tools): boolean {
  const reading = tools.reader.read(utterance, context);
  const hard = reading.items.some((item) => !item.soft && item.barrier !== "unknown" && item.barrier !== "ordinary");
  const cued =
    said(reading, "source", "why", "define") ||
    (reading.periods.length > 0 && said(reading, "whatis")) ||
    (reading.periods.length > 0 && said(reading, "change", "up", "down", "series", "share", "highest", "lowest"));
  const goesOn = hard || said(reading, "quantity", "change", "up", "down", "share", "why", "source", "when");
  if (BEGINS_CONJOINED.test(utterance.text) && goesOn) return true;
  return (
    (hard && (reading.isQuestion || cued || said(reading, "quantity", "when", "trend", "check", "list", "link"))) ||
    ((reading.isQuestion || said(reading, "quantity")) &&
      (reading.periods.length > 0 || cued) &&
      context.questions.length + 1 > 0 &&
      !hard &&
      reading.items.every((item) => item.soft))
  );
}

/** "how many doctors and how many nurses had looked it up": the parts have words in common, so that they are no questions by themselves. */
export function sharesWords(utterance: Utterance, parts: readonly string[], context: Context, tools: Tools): boolean {
  const [first, second, third] = parts;
  const goesOn = BEGINS_CONJOINED.test(second ?? "") || WHOLE.test(second ?? "");
  if (first === undefined || third !== undefined || !goesOn) return false;
  const read = (part: string) => tools.reader.read({ ...utterance, text: part }, context);
  const isSure = (part: string) => {
    const aim = aimAt(tools.reader, read(part), EMPTY_CONTEXT, { kinds: NUMBER_KINDS });
    return aim.kind === "sure" && aim.subject.kind !== "family";
  };
  if (read(first).periods.length > 0 || (isSure(first) && isSure(second ?? ""))) return false;
  return piecesOf(tools.reader.read(utterance, context), tools, false) !== undefined;
}

/** "how many logins and how many visits in 2020": the time at the end goes for both. */
function withSharedTime(parts: readonly string[], utterance: Utterance, tools: Tools): string[] {
  const [first = "", last = "", third] = parts;
  const [one, other] = [first, last].map((text) => tools.reader.read({ ...utterance, text }, EMPTY_CONTEXT)) as [Reading, Reading];
  const isWhole = (reading: Reading) => {
    const aim = aimAt(tools.reader, reading, EMPTY_CONTEXT, { kinds: NUMBER_KINDS });
    const asksAlike = reading.cues.has("quantity") && [...reading.cues.keys()].every((cue) => ALIKE.has(cue));
    return asksAlike && aim.kind === "sure" && aim.subject.kind === "indicator";
  };
  const [mention, another] = other.periods;
  const isAtEnd = mention !== undefined && other.tokens.slice(mention.to).every((token) => !/[\p{L}\d]/u.test(token));
  const isTime = mention?.kind === "point" && !mention.calendar && !mention.edge;
  const isPair = third === undefined && BEGINS_CONJOINED.test(last) && !/[,.?!;:]/.test(first) && one.periods.length === 0 && !another;
  return isPair && isAtEnd && isTime && isWhole(one) && isWhole(other) ? [`${first} ${mention.period}`, last] : [...parts];
}

const ALIKE = new Set(["quantity", "follow-up"]);

const HEADING = /^([^:?!]{3,80}):\s/u;
const WHOLE = /^((?:out of|of|av) [^,:?!]{3,80}),\s/iu;

/** "Supervision of cloud services: how many bodies and how many countries": the heading goes for what goes on as well. */
function withHeading([first = "", ...rest]: readonly string[], isNamed: (part: string) => boolean): string[] {
  const whole = WHOLE.exec(first)?.[1];
  // "of the 960 applications, how many were turned down and how many withdrawn": of those, too.
  if (whole !== undefined)
    return [first, ...rest.map((part) => (BEGINS_CONJOINED.test(part) ? `${whole}, ${part.replace(BEGINS_CONJOINED, "")}` : part))];
  const heading = HEADING.exec(first)?.[1];
  const goesFor = (part: string) => heading !== undefined && BEGINS_CONJOINED.test(part) && isNamed(heading) && isNamed(part);
  return [first, ...rest.map((part) => (goesFor(part) ? `${heading}: ${part.replace(BEGINS_CONJOINED, "")}` : part))];
}

/** "I heard that fewer children were examined. How many in 2020, and how many in 2019?": what names the subject goes with the first question. */
function withLead(asking: readonly string[], sentences: readonly string[], isNamed: (part: string, alone?: boolean) => boolean): string[] {
  const [first = "", ...rest] = asking;
  const lead = sentences.slice(0, sentences.indexOf(first)).findLast((sentence) => isNamed(sentence));
  return lead === undefined || isNamed(first, true) ? [...asking] : [`${lead} ${first}`, ...rest];
}

/** "… and to whom?", "og hva tjente de?": asks something of its own, and names nothing that is known. */
function isUnheard(text: string, utterance: Utterance, context: Context, tools: Tools): boolean {
  if (!BEGINS_CONJOINED.test(text)) return false;
  const reading = tools.reader.read({ ...utterance, text }, context);
  const own = [...reading.cues.keys()].filter((cue) => !["quantity", "whatis", "when", "follow-up", "more", "highest"].includes(cue));
  return own.length === 0 && reading.periods.length === 0;
}

/** "what is the amount for 2020": names something, and not clearly what. */
function isClear(text: string, utterance: Utterance, tools: Tools): boolean {
  const reading = tools.reader.read({ ...utterance, text }, EMPTY_CONTEXT);
  const named = reading.items.filter(({ soft }) => !soft);
  if (speaksOfIt(reading.tokens)) return false;
  if (named.length > 0 && named.every(({ position }) => takesUp(reading.tokens[position] ?? "", reading.tokens[position - 1])))
    return false;
  const aim = aimAt(tools.reader, reading, EMPTY_CONTEXT);
  return aim.kind === "sure" || aim.kind === "missing";
}

function names(text: string, utterance: Utterance, context: Context, tools: Tools): boolean {
  return tools.reader.read({ ...utterance, text }, context).items.some(({ soft, barrier }) => !soft && !barrier);
}

const UNDER = /^([^:]{3,120}):\s*([^:.?!]{5,160})[.?!]?(?:\s|$)/u;
const FEWEST = 2;

/** "the GPs' figures for 2020: full-time equivalents, consultations and billions": each with what the heading names. */
function listedUnder(utterance: Utterance, tools: Tools): string[] | undefined {
  const [, heading = "", list = ""] = UNDER.exec(utterance.text) ?? [];
  const pieces = list
    .split(PLAIN_AND)
    .map((piece) => piece.trim())
    .filter(Boolean);
  if (heading === "" || pieces.length < FEWEST || pieces.length > MOST_PARTS) return undefined;
  const read = (text: string) => tools.reader.read({ ...utterance, text }, EMPTY_CONTEXT);
  const head = read(heading);
  const named = head.items.filter(({ soft, barrier }) => !soft && !barrier).map(({ word }) => word);
  const times = head.periods.map((mention) => (mention.kind === "point" ? mention.period : ""));
  if (named.length === 0 || said(head, "compare", "highest", "lowest", "check", "why", "define")) return undefined;
  const parts = pieces.map((piece) => [piece, ...named, ...times].join(" "));
  const aims = parts.map((part) => aimAt(tools.reader, read(part), EMPTY_CONTEXT, { kinds: ["indicator"] }));
  const keys = aims.map((aim) => (aim.kind === "sure" && !aim.inherited && (aim.candidate?.complete ?? 0) >= FULLY ? aim.subject.key : ""));
  return new Set(keys).size === pieces.length && !keys.includes("") ? parts : undefined;
}

const TIME_BETWEEN = /,\s+((?:in|i)\s+20\d\d),/giu;

/** "innlogginger og besøk i 2021": no subject explains the whole, but each part has one. */
function listedSubjects(utterance: Utterance, context: Context, tools: Tools): string[] | undefined {
  const reading = tools.reader.read(utterance, context);
  if (
    said(reading, "compare", "check", "define", "link", "list", "trend", "highest", "lowest") ||
    asksGap(reading) ||
    reading.tokens.includes("enn") ||
    reading.tokens.includes("than") ||
    // "personnel who are no doctors, used it": no list.
    reading.items.some(({ soft, concepts }) => !soft && concepts.includes("negation")) ||
    // "which is more common, scams or ransomware": one question for both.
    (said(reading, "more", "less") && reading.tokens.some((word) => word === "eller" || word === "or"))
  )
    return undefined;
  // "what share of citizens, in 2021, had great trust": a time between commas parts nothing.
  const pieces = utterance.text
    .replace(TIME_BETWEEN, " $1")
    .split(PLAIN_AND)
    .map((part) => part.trim())
    .filter(Boolean);
  if (pieces.length < 2 || pieces.length > MOST_PARTS + 1) return undefined;
  if (totalAsked(reading, context, tools)) return undefined;
  const whole = aimAt(tools.reader, reading, context, { kinds: NUMBER_KINDS });
  if (whole.kind === "sure" || whole.kind === "nothing") return undefined;
  const found = pieces.map((piece) => {
    const part = tools.reader.read({ ...utterance, text: piece }, context);
    return { piece, part, aim: aimAt(tools.reader, part, { ...context, questions: [] }, { kinds: NUMBER_KINDS }) };
  });
  const sure = found.filter(({ aim }) => aim.kind === "sure" && !aim.inherited);
  if (sure.length < 2 || found.some(({ aim }) => aim.kind === "missing")) return undefined;
  if (sure.some(({ part }) => part.items.every(({ soft, concepts }) => soft || concepts.every((concept) => WEAK.has(concept)))))
    return undefined;
  const period = reading.periods.length > 0 ? found.find(({ part }) => part.periods.length > 0) : undefined;
  const time = period ? period.part.periods.map((mention) => (mention.kind === "point" ? mention.period : "")).join(" ") : "";
  const opener = found[0]?.part.tokens.slice(0, 2).join(" ") ?? "";
  return sure.map(({ piece, part }, index) => {
    const withOpener = index > 0 && /^(?:how|hvor|kor)\b/.test(opener) && part.cues.size === 0 ? `${opener} ${piece}` : piece;
    return part.periods.length > 0 ? withOpener : `${withOpener} ${time}`.trim();
  });
}

/** What a message says first that it is about: a heading, or a sentence that tells of nobody. */
export function topicOf(utterance: Utterance, tools: Tools): string | undefined {
  const [, heading = ""] = HEADING.exec(utterance.text) ?? [];
  const [sentence = "", ...rest] = utterance.text.split(SENTENCE_ENDS);
  const told = rest.length > 0 && !sentence.includes("?") ? sentence : "";
  const topic = heading.length > 0 && heading.length < utterance.text.length ? heading : told;
  if (topic === "") return undefined;
  const reading = tools.reader.read({ ...utterance, text: topic }, EMPTY_CONTEXT);
  const tellsOfSelf = reading.tokens.some((word) => SELVES.has(word)) && matterIn(reading.tokens) < 0;
  const isOther = reading.items.some(({ barrier }) => barrier !== undefined && barrier !== "unknown");
  const words = reading.items.filter(({ soft, barrier }) => !soft && !barrier).map(({ word }) => word);
  return tellsOfSelf || isOther || words.length === 0 ? undefined : [...new Set(words)].join(" ");
}

const SELVES = new Set("jeg eg æ vi we i've we've i'm my our min mi mitt vår vårt våre".split(" "));
const NUMERIC: ReadonlySet<string> = new Set(["value", "share", "change", "compare", "series", "several", "ranking", "check"]);

/** What stands behind the first sentence, or the heading, of a message. */
function afterFirst(text: string): string {
  return text.replace(/^[^.:?!]*[.:]\s+/u, "");
}

/** "Cloud supervision. How many bodies?": a part that names something, and is not understood, with what the message is about. */
export function withTopic(
  asked: Asked,
  part: string,
  topic: string | undefined,
  utterance: Utterance,
  context: Context,
  askOne: Ask,
  tools: Tools,
): Asked {
  const { answer } = asked;
  const narrower = topic === undefined ? undefined : ofTopic(asked, part, topic, utterance, context, askOne, tools);
  if (narrower) return narrower;
  if (topic === undefined || answer.answered || (answer.intent !== "none" && answer.intent !== "clarify")) return asked;
  const own = afterFirst(part);
  const asksWhen = said(tools.reader.read({ ...utterance, text: own }, EMPTY_CONTEXT), "when");
  if ((!asksWhen && !names(own, utterance, EMPTY_CONTEXT, tools)) || own.includes(topic)) return asked;
  const again = askOne({ ...utterance, text: `${topic}: ${own.replace(BEGINS_CONJOINED, "")}` }, context);
  return again.answer.answered && NUMERIC.has(again.answer.intent) ? again : asked;
}

/** "I write about the message service. How many visits in 2021?": one word that the topic before it makes the name of another figure. */
function ofTopic(
  { answer }: Asked,
  part: string,
  topic: string,
  utterance: Utterance,
  context: Context,
  askOne: Ask,
  tools: Tools,
): Asked | undefined {
  const own = afterFirst(part);
  const hard = tools.reader.read({ ...utterance, text: own }, EMPTY_CONTEXT).items.filter(({ soft }) => !soft);
  if (!answer.answered || !NUMERIC.has(answer.intent) || own === part || hard.length !== 1) return undefined;
  const whole = { ...utterance, text: `${topic} ${own}` };
  const aim = aimAt(tools.reader, tools.reader.read(whole, EMPTY_CONTEXT), EMPTY_CONTEXT, { kinds: NUMBER_KINDS });
  const isNamed = aim.kind === "sure" && (aim.candidate?.complete ?? 0) >= FULLY && (aim.candidate?.unexplained.length ?? 1) === 0;
  if (!isNamed) return undefined;
  const again = askOne(whole, context);
  const isOther = again.answer.question.subjects[0] !== answer.question.subjects[0];
  return isOther && again.answer.answered && NUMERIC.has(again.answer.intent) ? again : undefined;
}

/** Answers the parts one after the other, each in the context that the one before left. */
export function answerSeveral(parts: readonly string[], utterance: Utterance, context: Context, askOne: Ask, tools: Tools): Asked {
  let current = context;
  const answers: Answer[] = [];
  let reading: Asked["reading"];
  const topic = topicOf(utterance, tools);
  for (const text of parts.slice(0, MOST_PARTS)) {
    // "how many referrals were rejected, and how many bed days did they lead to": no figure is told of them.
    const before = answers.at(-1);
    if (before?.answered === false && (REFERS_BACK.test(text) || namesOnlyScope(before) || leansOn(text, utterance, current, tools)))
      continue;
    const asked = withTopic(askOne({ ...utterance, text }, current), text, topic, utterance, current, askOne, tools);
    const isRepeated = answers.some(({ headline }) => headline === asked.answer.headline) && isUnheard(text, utterance, context, tools);
    answers.push(isRepeated ? noFigureFor(asked.answer) : asked.answer);
    current = asked.context;
    reading ??= asked.reading;
  }
  return { answer: joined(answers, parts.length > MOST_PARTS), context: current, reading };
}

/** "… and how many percent up?": names nothing itself, and what it leans on was not understood. */
function leansOn(text: string, utterance: Utterance, context: Context, tools: Tools): boolean {
  if (!BEGINS_CONJOINED.test(text)) return false;
  return tools.reader.read({ ...utterance, text }, context).items.every(({ soft }) => soft);
}

/** "… and to whom?" was understood as no question of its own: that there is no figure for it is said. */
function noFigureFor({ language }: Answer): Answer {
  const question: Question = { intent: "none", subjects: [], periods: [], language };
  return wordsOnly(question, say(language, "noSubject"));
}

/** "I need figures for Rogaland. How many places are there?": what was declined says of whom all that follows is asked. */
function namesOnlyScope({ question: { missing } }: Answer): boolean {
  return missing?.scoped === true && missing.nearest.length === 0;
}

/** Answers as one; "than visits? I mean, what about visits": the same answer twice is one. */
export function joined(answers: readonly Answer[], more = false): Answer {
  const distinct = answers.filter((answer, index) => answers.findIndex((other) => other.headline === answer.headline) === index);
  const [only] = distinct;
  return distinct.length === 1 && only ? only : join(distinct, more);
}

function join(answers: readonly Answer[], more: boolean): Answer {
  const [first] = answers;
  if (!first) throw new Error("several needs at least one part");
  const { language } = first;
  const answered = answers.filter((answer) => answer.answered);
  const blocks = answers.map((answer) => [answer.headline, ...answer.details.slice(0, 2)].join("\n"));
  return {
    intent: "several",
    answered: answered.length > 0,
    language,
    headline: blocks.join("\n\n"),
    details: more ? [say(language, "severalMore")] : [],
    figures: answers.flatMap((answer) => answer.figures),
    sources: answers.flatMap((answer) => answer.sources),
    suggestions: [...new Set(answers.flatMap((answer) => answer.suggestions))].slice(0, 3),
    choices: [],
    question: { intent: "several", subjects: answers.flatMap((answer) => answer.question.subjects).slice(0, 4), periods: [], language },
  };
}
