/** Follow-ups that no single intent owns: another language, a choice from a list. */
import { isPrintedAsGrowth } from "../src/knowledge/prefer.ts";
import { aimAt } from "../src/understanding/aim.ts";
import { askedPeriods } from "../src/understanding/asked.ts";
import { type Context, EMPTY_CONTEXT } from "../src/understanding/context.ts";
import { FULLY } from "../src/understanding/fit.ts";
import { pointsToTime } from "../src/understanding/pointing.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { chosen } from "./clarify.ts";
import { SUM } from "./compare-answer.ts";
import { absolutePeriods, countWords, pointsIn, said, type Tools } from "./intent.ts";
import { recentStep } from "./kept-time.ts";
import { isOfThese, lastSpoken } from "./spoken.ts";
import { tooLittle } from "./too-little.ts";

const PLACES: Readonly<Record<string, number>> = {
  første: 0,
  fyrste: 0,
  first: 0,
  ein: 0,
  en: 0,
  one: 0,
  andre: 1,
  second: 1,
  to: 1,
  two: 1,
  tredje: 2,
  third: 2,
  tre: 2,
  three: 2,
  fjerde: 3,
  fourth: 3,
  fire: 3,
  four: 3,
};
const OWN_CUES = new Set(["speak-en", "speak-nb", "speak-nn", "follow-up"]);

/** Makes the Question of a message that only makes sense after the one before; undefined for all others. */
export function continueConversation(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const [last] = context.questions;
  if (!last) return undefined;
  if (asksOnlyLanguage(reading)) return { ...last, language: reading.language };
  const again =
    tooLittle(reading, context, tools) ??
    unitOf(reading, context) ??
    sameForOtherTime(reading, last) ??
    theOtherWay(reading, last, tools) ??
    allOfThem(reading, context, tools) ??
    sumOfThem(reading, context, tools) ??
    termBeside(reading, last, tools) ??
    differenceOfTwo(reading, context, tools) ??
    whatThereIs(reading, last, context, tools) ??
    howLong(reading, last, tools);
  if (again) return again;
  return last.intent === "clarify" ? choiceFrom(reading, last, tools, context) : undefined;
}

const OF_UNIT =
  /^(?:(?:og|men|ok|and|but|so|så) )*(?:er|is|was|var) (?:det|dette|that|this|it) (?:(?:per|pr|hvert|kvart|each|every) (?:år|year|annum|uke|veke|week|måned|månad|month)|(?:et |a |eit |i |in )?(?:antall|antal|tal|tall|number|numbers|prosent|percent|percentage|count|kroner|millioner|millionar)(?: (?:eller|or) \p{L}+)?)(?: [?.!]+)?$/u;
const TELLS: ReadonlySet<string> = new Set(["value", "share", "change"]);

/** "is that per year?", "er det antall eller prosent?": the same figure, which says so. */
function unitOf(reading: Reading, { questions }: Context): Question | undefined {
  const told = questions.find(({ intent }) => intent !== "definition");
  return told && OF_UNIT.test(reading.text) && TELLS.has(told.intent) ? { ...told, language: reading.language } : undefined;
}

const SEVERAL: ReadonlySet<string> = new Set(["compare", "ranking"]);

/** "the same for 2019" after a comparison: the same comparison for another time. */
function sameForOtherTime(reading: Reading, last: Question): Question | undefined {
  const points = askedPeriods(reading, { questions: [last], language: last.language }).points.map(({ period }) => period);
  const short = countWords(reading) <= 6;
  const other = [...reading.cues.keys()].some((cue) => !OWN_CUES.has(cue) && cue !== "whatis" && cue !== "quantity");
  // "first quarter of 2020?" after the month that was highest: how much it was then.
  if (last.intent === "ranking" && !last.subjects[0]?.startsWith("family:")) return undefined;
  const inAll = reading.items.some(({ concepts }) => concepts.includes("total"));
  if (inAll || !SEVERAL.has(last.intent) || points.length !== 1 || !short || other || reading.items.some((item) => !item.soft))
    return undefined;
  return { ...last, periods: points, language: reading.language };
}

/** "og hvor mange gikk motsatt vei?": of two flows the one that was not asked for. */
function theOtherWay(reading: Reading, last: Question, tools: Tools): Question | undefined {
  if (!OTHER_WAY.test(reading.text) || reading.items.some(({ soft }) => !soft)) return undefined;
  const [key = "", another] = last.subjects;
  const family = another === undefined ? familyOfFlows(key, tools) : undefined;
  const other = family?.find((member) => member !== key);
  return other === undefined ? undefined : { ...last, subjects: [other], language: reading.language };
}

const ALL_OF_THEM =
  /(?:^| )(?:(?:the )?same two|those two|(?:de|dei) (?:samme|same) to|(?:samme|same) to|begge deler|begge to|begge|båe|båe delar|both|both of them|alle tre|all three)(?: |$)/;

/** "begge deler for 2023", "all three for 2019 too": what was last spoken of, for another time. */
function allOfThem(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const points = pointsIn(reading);
  if (!ALL_OF_THEM.test(reading.text) || points.length !== 1 || reading.items.some(({ soft }) => !soft)) return undefined;
  const subjects = lastSpoken(/(?:tre|three)(?: |$)/.test(reading.text) ? 3 : 2, context, tools);
  return subjects && { intent: "compare", subjects, periods: points, language: reading.language };
}

const SUM_OF_THEM =
  /(?:^| )(?:(?:sum(?:m?en)? (?:av|of)|add(?: up)?|legg(?:er)? (?:sammen|saman)?) ?(?:de|dei|dem|those|these|them|the)|(?:de|dei|dem|those|these|they|them|the) (?:to|tre|two|three|begge|båe|both)?(?: of them| er| vert| blir| is| are| come to)? ?(?:til ?sammen|til ?saman|sammen|saman|together|combined|altogether|in total|add up)|(?:i sum|summen) (?:for|av) (?:de|dei|dem) (?:to|tre)|add (?:the|those|these|them|all) ?(?:two|three)? ?(?:up|together)|(?:what is|what's|whats|hva er|kva er|hva blir|kva blir) (?:the sum|summen|sum)(?: [?.!]+)?$)(?: |$)/;

/** "hva blir summen av de tre?", "add those two up": what was spoken of one after the other, side by side, and its sum where that is one. */
function sumOfThem(reading: Reading, context: Context, tools: Tools): Question | undefined {
  if (!SUM_OF_THEM.test(reading.text) || reading.items.some(({ soft, concepts }) => !soft && concepts.length > 0)) return undefined;
  const subjects = lastSpoken(/(?:^| )(?:tre|three)(?: |$)/.test(reading.text) ? 3 : 2, context, tools);
  const points = pointsIn(reading);
  const periods = points.length > 0 ? points : [...(context.questions[0]?.periods ?? [])];
  return subjects && { intent: "compare", subjects, periods, language: reading.language, shade: SUM };
}

/** "and a login?" after what a visit is: that term is explained, too. */
function termBeside(reading: Reading, last: Question, { reader }: Tools): Question | undefined {
  const asksOther = [...reading.cues.keys()].some((cue) => !OWN_CUES.has(cue));
  if (last.intent !== "definition" || !reading.followUp || asksOther || reading.periods.length > 0) return undefined;
  // "and full-time equivalents in the specialist service the same year?": a figure is asked for.
  if (pointsToTime(reading.text)) return undefined;
  const [term] = reader
    .rank(reading.items, { kinds: ["term"] })
    .filter(({ complete, unexplained }) => complete >= FULLY && unexplained.length === 0);
  return term && { intent: "definition", subjects: [term.subject.key], periods: [], language: reading.language };
}

const DIFFERENCE =
  /(?:^| )(?:forskj?el\p{L}*|skill?er|skil|skilde|skilte|differs?|apart|skilnad\p{L}*|differanse\p{L}*|diff?e?rr?ence|gap|gapet|(?:dobbelt|dobbel|twice|double|ganger|gonger|times) (?:så mange|så mykje|så mye|so many|as many|as much|that)|(?:hvor|kor) (?:mye|mykje) (?:mer|meir|mindre) er det|(?:hvor|kor|how) (?:mange|many) (?:milli\p{L}+|billions?|prosent|percent) (?:mer|meir|more|flere|fleire|mindre|less|færre|fewer) (?:er|var|is|was)|how much (?:more|less) is (?:that|it|the (?:first|frist|one))|(?:hvor|kor) (?:mye|mykje) (?:mer|meir|mindre) er (?:den|det) (?:første|fyrste))(?: |$)/u;

const DIFFERS = /(?:forskj?el|skilnad|differanse|diff?e?rr?en|(?:mange|many) (?:milli|billion)|(?:^| )gap)/;

/** "how big is the difference?", "more than twice as many?" after the figures of two things: both side by side. */
function differenceOfTwo(reading: Reading, { questions }: Context, tools: Tools): Question | undefined {
  const [last, before] = questions;
  const asksDifference = DIFFERENCE.test(reading.text) && reading.periods.length === 0;
  if (!last || !asksDifference || (!before && last.subjects.length !== 2)) return undefined;
  // After a comparison it is of the two that it set beside each other.
  const pair = last.subjects.length === 2 ? last.subjects : undefined;
  const spoken = pair ?? [before, last].flatMap((question) => (question?.subjects.length === 1 ? question.subjects : []));
  if (!isOfThese(spoken, reading.items, tools)) return undefined;
  const items = spoken.flatMap((key) => {
    const subject = tools.reader.subject(key);
    return subject?.kind === "indicator" ? [subject.item] : [];
  });
  const [only, another] = new Set(spoken);
  const step = only !== undefined && another === undefined ? recentStep(only, { questions, language: undefined }) : undefined;
  if (only !== undefined && step && DIFFERS.test(reading.text))
    return { intent: "change", subjects: [only], periods: step, language: reading.language };
  const isAlike = items[0]?.unit === items[1]?.unit || items.every((item) => isPrintedAsGrowth(item));
  const isPair = items.length === 2 && new Set(spoken).size === 2 && isAlike;
  return isPair ? { intent: "compare", subjects: spoken, periods: [...last.periods], language: reading.language } : undefined;
}

/** "how many ought to have it, and how many had it entered by the end of 2021": of what is expected, what there is. */
function whatThereIs(reading: Reading, last: Question, context: Context, tools: Tools): Question | undefined {
  const [key = ""] = last.subjects;
  const actual = key.endsWith(EXPECTED) ? key.slice(0, -EXPECTED.length) : "";
  const { matcher } = tools.reader.vocabulary;
  const isOfIt = reading.items.every(({ soft, concepts }) => soft || concepts.some((concept) => matcher.explains(actual, concept)));
  const goesOn = reading.followUp && said(reading, "quantity") && !said(reading, "forecast") && isOfIt;
  const isSame = reading.items.some(({ concepts }) => concepts.includes("expected"));
  if (!goesOn || isSame || !tools.knowledge.indicators.has(actual)) return undefined;
  const periods = absolutePeriods(askedPeriods(reading, context), context);
  return { intent: "value", subjects: [actual], periods, language: reading.language };
}

const EXPECTED = "-expected";

/** "… and how long did it take?": the length of time that is told of what was just spoken of. */
function howLong(reading: Reading, last: Question, tools: Tools): Question | undefined {
  const asksLength = reading.items.some(({ concepts }) => concepts.includes("duration")) || /(?:^| )how long(?: |$)/.test(reading.text);
  const subject = tools.reader.subject(last.subjects[0] ?? "");
  if (!asksLength || subject?.kind !== "indicator" || reading.items.some(({ soft, concepts }) => !soft && !concepts.includes("duration")))
    return undefined;
  const [name = ""] = subject.names[reading.language];
  const { items } = tools.reader.read({ text: name, now: reading.now, pinned: reading.language }, EMPTY_CONTEXT);
  const best = tools.reader
    .rank(items, { kinds: ["indicator"] })
    .find(
      ({ subject: other, unexplained }) =>
        unexplained.length === 0 &&
        other.kind === "indicator" &&
        /^(?:months|minutes|days)/.test(other.item.unit) &&
        other.section === subject.section,
    );
  return best && { intent: "value", subjects: [best.subject.key], periods: [], language: reading.language };
}

/** "the other way", "motsett veg", "i andre retninga". */
export const OTHER_WAY =
  /(?:^| )(?:(?:motsatt|motsett|andre|other|opposite|reverse)(?: the)? (?:vei|veien|veg|vegen|way|direction|retning|retningen|retninga)|omvendt|vice versa|(?:eller|or) (?:motsatt|motsett))(?: |$)/;

/** The two members of the family of a flow from one to another. */
export function familyOfFlows(key: string, { knowledge }: Tools): string[] | undefined {
  const members = [...knowledge.families.values()].map((family) => Object.values(family.members)).find((keys) => keys.includes(key));
  const isFlow = members?.every((member) => /\bfrom \p{L}+ to \p{L}+/u.test(knowledge.indicators.get(member)?.names.en[0] ?? ""));
  return isFlow && members?.length === 2 ? members : undefined;
}

/** "in English, please": the same question again. */
function asksOnlyLanguage(reading: Reading): boolean {
  if (!reading.speak || reading.periods.length > 0 || reading.items.some((item) => !item.soft)) return false;
  return [...reading.cues.keys()].every((cue) => OWN_CUES.has(cue));
}

/** "den første", "2", "besøk": picks from the choices that were offered. */
function choiceFrom(reading: Reading, last: Question, tools: Tools, context: Context): Question | undefined {
  const hard = reading.items.filter((item) => !item.soft);
  const periods = pointsIn(reading);
  const asked = periods.length > 0 ? { ...last, periods } : last;
  if (hard.length === 0) {
    const place = placeIn(reading);
    const key = place === undefined ? undefined : last.subjects[place];
    return key ? { ...chosen(asked, key, tools), language: reading.languageSure ? reading.language : last.language } : undefined;
  }
  const offered = tools.reader
    .rank(reading.items)
    .filter(({ subject, unexplained }) => last.subjects.includes(subject.key) && unexplained.length === 0);
  const [best, second] = offered;
  if (!best || (second && best.score - second.score < 0.02)) return undefined;
  // A full question about something else is no choice.
  const whole = aimAt(tools.reader, reading, { ...context, questions: [] });
  if (
    countWords(reading) > 4 &&
    whole.kind === "sure" &&
    !last.subjects.includes(whole.subject.key) &&
    (whole.candidate?.score ?? 0) > best.score + 0.1
  )
    return undefined;
  return { ...chosen(asked, best.subject.key, tools), language: reading.language };
}

function placeIn(reading: Reading): number | undefined {
  // "the first half of 2023" is no first choice.
  const isOfTime = (at: number) =>
    reading.periods.some(({ kind, from, to }) => kind !== "ordinal" && kind !== "latest" && at >= from && at < to);
  const words = reading.tokens.filter((word, at) => /[\p{L}\d]/u.test(word) && !isOfTime(at));
  if (words.length > 5) return undefined;
  for (const word of words) {
    if (/^[1-4]$/.test(word)) return Number(word) - 1;
    const place = PLACES[word];
    if (place !== undefined) return place;
  }
  return words.some((word) => word === "siste" || word === "last") ? -1 : undefined;
}
