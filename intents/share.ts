/** "How large a share …?" – a share that a source states, or a part of a whole that the data names as its total. */
import type { Answer } from "../src/answers/answer.ts";
import { capital, figureFor, isPercent, levelFigure, nameOf, notesFor } from "../src/answers/figures.ts";
import { formatNumber, periodPhrase } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import { suggestFor } from "../src/answers/suggest.ts";
import type { KnownIndicator } from "../src/knowledge/load.ts";
import { answersFor, isPrintedAsGrowth, latestOf, type Stated } from "../src/knowledge/prefer.ts";
import type { Subject } from "../src/knowledge/subjects.ts";
import { type Aim, aimAt } from "../src/understanding/aim.ts";
import { askedPeriods } from "../src/understanding/asked.ts";
import type { Context } from "../src/understanding/context.ts";
import { FULLY, NAMED, TIE } from "../src/understanding/fit.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { absolutePeriods, bare, clarifying, type Intent, said, type Tools, target, withFigureOf } from "./intent.ts";
import { recentStep, timesOf } from "./kept-time.ts";
import { declinePeriod } from "./none.ts";
import { value } from "./value.ts";
import { countsThem, variantFor } from "./variants.ts";

export const share: Intent = {
  name: "share",
  cues: {
    share: {
      nb: [
        "andel",
        "andelen",
        "andeler",
        "prosent",
        "prosentandel",
        "hvor stor del",
        "hvor mye av",
        "hvor mange av",
        "hvor stor andel",
        "prosentdel",
        "prosentpoeng",
        "brøkdel",
        "%",
        "hvor mange prosent",
        "i prosent",
        "prosentvis",
      ],
      nn: [
        "prosentvis",
        "kor mykje av",
        "kor mange av",
        "andel",
        "prosent",
        "prosentdel",
        "prosentpoeng",
        "kor stor del",
        "prosentandel",
        "i prosent",
        "kor mange prosent",
      ],
      en: [
        "how much of",
        "how many of",
        "share",
        "proportion",
        "percent",
        "percentage",
        "per cent",
        "fraction",
        "what part",
        "what portion",
        "which portion",
        "portion of",
        "how big part",
        "how big a part",
        "how large part",
        "how large a part",
        "how big share",
        "how big a share",
        "how large share",
        "how large a share",
        "how great part",
        "how great a part",
        "which part",
        "which share",
        "in percent",
        "pct",
      ],
    },
  },

  match(reading, context, tools) {
    if (countsThem(reading)) return undefined;
    const percent = reading.tokens.includes("%") && reading.numbers.length === 0;
    if (!said(reading, "share") && !percent) return undefined;
    // "how many percentage points is that?" after two years: the step between them.
    const points = POINTS.test(reading.text) && reading.items.every(({ soft }) => soft);
    const [spoken = ""] = context.questions[0]?.subjects ?? [];
    const step = points ? recentStep(spoken, context) : undefined;
    if (step) return { intent: "change", subjects: [spoken], periods: step, language: reading.language };
    const tied = shareOfSpoken(reading, context, tools);
    if (tied)
      return {
        intent: "share",
        subjects: [tied.key],
        periods: timesOf(askedPeriods(reading, context), tied, true, reading, context, tools),
        language: reading.language,
      };
    const beside = besideSpoken(reading, context, tools);
    if (beside) return beside;
    if (asksOfPeople(reading, context, tools)) return bare("none", reading);
    const kinds = ["indicator", "family"] as const;
    const stated = aimAt(tools.reader, reading, context, { kinds, only: (subject) => isStatedShare(subject, tools) });
    const found =
      stated.kind === "sure" && !stated.inherited
        ? { subject: withFigureOf(stated.subject, reading, tools) ?? stated.subject, aim: stated }
        : target("share", reading, context, tools, { kinds });
    const part = stated.kind !== "sure" ? partAmong(aimAt(tools.reader, reading, context, { kinds })) : undefined;
    if (part)
      return {
        intent: "share",
        subjects: [part],
        periods: absolutePeriods(askedPeriods(reading, context), context),
        language: reading.language,
      };
    if (!found) return undefined;
    if ("question" in found) return found.question;
    const { subject, aim } = found;
    // "how much is that in percent?" after two years: the step between them, unless a share is named.
    const growth = aim.inherited && !PART.test(reading.text) ? recentStep(subject.key, context) : undefined;
    const asShare = aim.inherited && !growth ? shareOf(subject, tools) : undefined;
    if (asShare) {
      const times = timesOf(askedPeriods(reading, context), subject, true, reading, context, tools);
      const tiedShare = tools.reader.subject(asShare);
      const form = tiedShare?.kind === "indicator" ? variantFor(tiedShare, times, [], tools).key : asShare;
      return { intent: "share", subjects: [form], periods: times, language: reading.language };
    }
    // "how much is that in percent?" after a change asks for the growth.
    const last = context.questions[0];
    if (aim.inherited && last?.intent === "change" && reading.periods.length === 0) return { ...last, language: reading.language };
    if (isPartOfItself(subject, reading, tools)) return { intent: "none", subjects: [], periods: [], language: reading.language };
    // "have they become better at sending, in percent please": of a growth without levels the growth is the percentage.
    const isGrowth = subject.kind === "indicator" && !isPercent(tools.knowledge, subject.item.unit) && !PART.test(reading.text);
    if (
      subject.kind === "indicator" &&
      (isPrintedAsGrowth(subject.item) || isGrowth) &&
      subject.item.changes.length > 0 &&
      hasNoWhole(subject, tools)
    )
      return { intent: "change", subjects: [subject.key], periods: [], language: reading.language };
    // "how much of the ICT money was spent by the municipalities": an amount, where no whole is told.
    if (HOW_MUCH_OF.test(reading.text) && hasNoWhole(subject, tools)) return undefined;
    if (isShareOfPart(subject, reading, tools)) return { intent: "none", subjects: [subject.key], periods: [], language: reading.language };
    if (subject.kind === "family" && subject.item.whole) {
      return { intent: "compare", subjects: Object.values(subject.item.members).slice(0, 4), periods: [], language: reading.language };
    }
    if (subject.kind === "family") return clarifying("share", [subject], reading, context, tools);
    const periods = timesOf(askedPeriods(reading, context), subject, aim.inherited, reading, context, tools);
    // "so how much is that in percent?" after two years of what is no part of anything: the step between them.
    const between =
      aim.inherited && reading.periods.length === 0 && hasNoWhole(subject, tools) ? recentStep(subject.key, context) : undefined;
    if (between) return { intent: "change", subjects: [subject.key], periods: between, language: reading.language };
    const key =
      subject.kind === "indicator"
        ? variantFor(
            subject,
            periods,
            aim.others.map((other) => other.subject),
            tools,
          ).key
        : subject.key;
    return { intent: "share", subjects: [key], periods, language: reading.language };
  },

  answer(question, tools) {
    const subject = tools.reader.subject(question.subjects[0] ?? "");
    if (subject?.kind !== "indicator") return declinePeriod(question, tools);
    const indicator = subject.item;
    if (isPercent(tools.knowledge, indicator.unit)) {
      const answer = value.answer({ ...question, intent: "value" }, tools);
      return answer.answered ? { ...answer, intent: "share", question: { ...answer.question, intent: "share" } } : answer;
    }
    const whole = indicator.partOf ? tools.knowledge.indicators.get(indicator.partOf) : undefined;
    return whole ? partOfWhole(question, indicator, whole, tools) : noWhole(question, indicator, tools);
  },
};

/** "no, I meant the share": the percentage that the data ties to a number. */
function shareOf({ key }: Subject, { knowledge }: Tools): string | undefined {
  return [...knowledge.indicators.values()].find(({ inNumbers }) => inNumbers === key)?.id;
}

const POINTS = /(?:^| )(?:prosentpoeng|percentage points?|percent points?|pp)(?: |$)/;

/** "as a share of the population?" after a number: the percentage that the data ties to it, where its own words name no other. */
function shareOfSpoken(reading: Reading, context: Context, tools: Tools): Subject | undefined {
  const spoken = tools.reader.subject(context.questions[0]?.subjects[0] ?? "");
  const tied = spoken && tools.reader.subject(shareOf(spoken, tools) ?? "");
  const hard = reading.items.filter(({ soft }) => !soft);
  if (!tied || !reading.followUp || hard.length === 0) return undefined;
  const { matcher } = tools.reader.vocabulary;
  const isOfIt = hard.every(({ concepts }) => concepts.some((concept) => WHOLE.has(concept) && matcher.explains(tied.key, concept)));
  return isOfIt ? tied : undefined;
}

/** "how large a share of the population is that?" after what is tied to no such share: others' shares are another matter. */
function asksOfPeople(reading: Reading, context: Context, tools: Tools): boolean {
  const spoken = tools.reader.subject(context.questions[0]?.subjects[0] ?? "");
  const isAlone = reading.items.every(({ soft, concepts }) => soft || concepts.some((concept) => WHOLE.has(concept)));
  const namesPeople = reading.items.some(({ soft, concepts }) => !soft && concepts.some((concept) => WHOLE.has(concept)));
  const isOfThem =
    spoken?.kind === "indicator" && isPercent(tools.knowledge, spoken.item.unit) && /inhabitant|population/.test(spoken.item.covers.whom);
  return spoken?.kind === "indicator" && !isOfThem && isAlone && namesPeople && (reading.followUp || OF_ALL.test(reading.text));
}

const OF_ALL =
  /(?:^| )(?:er|is|utgjør|utgjer|var|was) (?:det|dette|that|this|it) (?:av|of) |^(?:prosentvis )?(?:andel|del|share|percentage|prosent) (?:av|of) /;

const OF_THIS = /(?:^| )(?:of|av) (?:this|that|it|these|those|det|dette|den|desse|disse|summen|totalen|the total)(?: |$)/;
const OF_THEM_ALL = /(?:^| )(?:of|av) (?:alle|all|all the|alle de|alle dei|heile|hele|the total|totalt) \p{L}+(?: |$)/u;

const IS_THAT = /(?:^| )(?:er|utgjør|utgjer|is|was) (?:det|dette|that|this|it)(?: |$)/;

/**
 * "how much of this was the specialist service's?" after a whole, "what share is that of all messages?" after a part:
 * the share where the data ties one to the other; else both stand side by side, and nothing is computed.
 */
function besideSpoken(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const { reader, knowledge } = tools;
  const spoken = knowledge.indicators.get(context.questions[0]?.subjects[0] ?? "");
  const isOfSpoken = OF_THIS.test(reading.text);
  const asks = isOfSpoken || (OF_THEM_ALL.test(reading.text) && IS_THAT.test(reading.text));
  if (!spoken || !asks || isPercent(knowledge, spoken.unit) || reading.items.every(({ soft }) => soft)) return undefined;
  const fits = reader
    .rank(reading.items, { kinds: ["indicator"], ...(isOfSpoken && { anchor: spoken.id }) })
    .filter(({ subject, unexplained }) => {
      const isAlike = subject.kind === "indicator" && subject.item.unit === spoken.unit && subject.section === spoken.section;
      return isAlike && subject.key !== spoken.id && unexplained.length === 0;
    });
  const [best, second] = fits;
  if (best?.subject.kind !== "indicator" || best.complete < NAMED || best.score - (second?.score ?? 0) < TIE) return undefined;
  const other = best.subject.item;
  const base = {
    periods: timesOf(askedPeriods(reading, context), best.subject, true, reading, context, tools),
    language: reading.language,
  };
  if (other.partOf === spoken.id) return { ...base, intent: "share", subjects: [other.id] };
  if (spoken.partOf === other.id) return { ...base, intent: "share", subjects: [spoken.id] };
  if (spoken.partOf !== undefined) return undefined;
  return { ...base, intent: "compare", subjects: [spoken.id, other.id] };
}

/** Of whom a share may be without another thing being named. */
const WHOLE = new Set(["population", "citizen"]);

const PART = /(?:^| )(?:andel\w*|del(?:en)?|share|part|proportion|portion|av|of)(?: |$)/;
const HOW_MUCH_OF = /(?:hvor mye|kor mykje|how much) (?:av|of) /;

function hasNoWhole(subject: Subject, { knowledge }: Tools): boolean {
  return subject.kind === "indicator" && !subject.item.partOf && !isPercent(knowledge, subject.item.unit);
}

/** In how many of its names a word must stand to be an indicator's own. */
const OWN = 0.25;

/** "share of doctors who use it": the doctors are the whole there, and how many doctors there are, nobody has told. */
function isShareOfPart(subject: Subject, reading: Reading, tools: Tools): boolean {
  if (subject.kind !== "indicator" || !subject.item.partOf || isPercent(tools.knowledge, subject.item.unit)) return false;
  const { matcher } = tools.reader.vocabulary;
  const whole = subject.item.partOf;
  return reading.items.some(({ concepts, position }) => {
    const isDivided =
      ["of", "av"].includes(reading.tokens[position - 1] ?? "") ||
      (reading.tokens[position - 1] === "the" && reading.tokens[position - 2] === "of");
    const own = concepts.some((concept) => matcher.nameShare(subject.key, concept) >= OWN && matcher.nameShare(whole, concept) < OWN);
    return isDivided && own;
  });
}

/** "which share of the personnel were doctors": both are named; the part is asked about. */
function partAmong(aim: Aim): string | undefined {
  const named = aim.kind === "choice" ? aim.candidates : aim.kind === "sure" && aim.candidate ? [aim.candidate, ...aim.others] : [];
  const keys = named.filter(({ complete, unexplained }) => complete >= 0.6 && unexplained.length === 0).map(({ subject }) => subject);
  return keys.find((subject) => subject.kind === "indicator" && keys.some((other) => other.key === (subject.item.partOf ?? "")))?.key;
}

/** Shares that a source prints come before parts that can be divided by their whole. */
function isStatedShare(subject: Subject, { knowledge }: Tools): boolean {
  return subject.kind === "indicator" && isPercent(knowledge, subject.item.unit);
}

function partOfWhole(question: Question, part: KnownIndicator, whole: KnownIndicator, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const [period] = question.periods;
  const partRow = period ? answersFor(knowledge, part, period)?.row : latestOf(knowledge, part);
  const wholeRow = partRow ? rowBeside(partRow, whole, tools) : undefined;
  if (!partRow || !wholeRow) return partRow ? noWhole(question, part, tools) : declinePeriod(question, tools);
  const percent = Math.round((partRow.value / wholeRow.value) * 1000) / 10;
  const shareFigure = {
    ...levelFigure(knowledge, part, partRow, "answer"),
    measure: "share" as const,
    value: percent,
    unit: "percent",
    status: partRow.status === "exact" && wholeRow.status === "exact" ? ("exact" as const) : ("about" as const),
    computed: true,
  };
  const figures = [shareFigure, levelFigure(knowledge, part, partRow, "answer"), levelFigure(knowledge, whole, wholeRow, "answer")];
  const rounded = language === "en" ? `${formatNumber(percent, language)}%` : `${formatNumber(percent, language)} %`;
  return {
    intent: "share",
    answered: true,
    language,
    headline: capital(
      say(language, "shareOf", {
        part: nameOf(part, language),
        whole: nameOf(whole, language),
        share: rounded,
        partFigure: figureFor(knowledge, part, partRow, language),
        wholeFigure: figureFor(knowledge, whole, wholeRow, language),
        period: periodPhrase(partRow.period, language),
      }),
    ),
    details: notesFor(knowledge, { indicator: part, rows: [partRow], kind: "level" }, language),
    figures,
    sources: figures.map(({ source }) => source),
    suggestions: suggestFor(knowledge, { kind: "indicator", key: part.id, names: part.names, section: part.section, item: part }, question),
    choices: [],
    question,
  };
}

/** The whole of the same time and document; an estimate without a year goes with any. */
function rowBeside(part: Stated, whole: KnownIndicator, { knowledge }: Tools): Stated | undefined {
  const same = part.period ? answersFor(knowledge, whole, part.period)?.row : undefined;
  if (same && same.document === part.document) return same;
  const undated = latestOf(knowledge, whole);
  return undated?.period === null && undated.document === part.document ? undated : same;
}

function noWhole(question: Question, indicator: KnownIndicator, tools: Tools): Answer {
  const { language } = question;
  const beside = value.answer({ ...question, intent: "value", periods: [] }, tools);
  return {
    ...beside,
    intent: "none",
    answered: false,
    headline: capital(say(language, "noWhole", { name: nameOf(indicator, language) })),
    details: [beside.headline],
    figures: beside.figures.map((figure) => ({ ...figure, role: "context" as const })),
    question: { ...question, intent: "none" },
  };
}

const OF_THE = /(?:^| )(?:of|av)(?: the| de| dei)? (?:\S+ ){1,6}?(?:were|was|are|var|er|vart|ble|blei) /;

/** "how many of the e-consultations were video": two names of one thing, of which neither is a part. */
function isPartOfItself({ key }: Subject, reading: Reading, { reader }: Tools): boolean {
  const [match] = OF_THE.exec(reading.text) ?? [];
  if (match === undefined || !said(reading, "share")) return false;
  const from = reading.text.indexOf(match.trim());
  const verbAt = reading.text.slice(0, from + match.trim().length).split(" ").length - 1;
  const hard = reading.items.filter(({ soft, concepts }) => !soft && concepts.length > 0);
  const [whole, part] = [hard.filter(({ position }) => position < verbAt), hard.filter(({ position }) => position > verbAt)];
  if (whole.length !== 1 || part.length === 0) return false;
  const { matcher } = reader.vocabulary;
  const isWhole = (reader.rank(whole).find(({ subject }) => subject.key === key)?.complete ?? 0) >= FULLY;
  const isName = part.every(({ concepts }) => concepts.some((concept) => matcher.nameShare(key, concept) > 0));
  return isWhole && isName && !matcher.namesAll(key, [...whole, ...part]);
}
