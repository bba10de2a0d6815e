/** "How much did … grow?" – both levels and the growth; a printed growth first, a computed one marked. */

import { isPercent } from "../src/answers/figures.ts";
import { stepFrom } from "../src/knowledge/period.ts";
import { isPrintedAsGrowth } from "../src/knowledge/prefer.ts";
import type { Subject } from "../src/knowledge/subjects.ts";
import type { PeriodMention } from "../src/language/period-words.ts";
import { meant } from "../src/understanding/aim.ts";
import { askedPeriods, asksTime } from "../src/understanding/asked.ts";
import type { Context } from "../src/understanding/context.ts";
import { isReversed } from "../src/understanding/direction.ts";
import { FULLY } from "../src/understanding/fit.ts";
import { lastSubject } from "../src/understanding/leaning.ts";
import { speaksOfThem } from "../src/understanding/pointing.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { answerSingle, answerStep } from "./change-answer.ts";
import { enumerated } from "./enumerated.ts";
import { absolutePeriods, asksDate, asksPercentage, clarifying, favourShare, type Intent, said, type Tools, target } from "./intent.ts";
import { recentStep } from "./kept-time.ts";
import { declinePeriod } from "./none.ts";
import { isOfThese } from "./spoken.ts";
import { stepFor } from "./step.ts";
import { isOfTimeBefore, value } from "./value.ts";
import { answerOnlyChange } from "./value-answer.ts";
import { asksEachPart, isToldOnce, variantOver } from "./variants.ts";

export const change: Intent = {
  name: "change",
  cues: {
    change: {
      nb: [
        "opp fra året før",
        "oftere eller sjeldnere",
        "flere eller færre",
        "mer eller mindre",
        "høyere eller lavere",
        "opp eller ned",
        "økt eller falt",
        "økte eller falt",
        "vokst eller krympet",
        "endring",
        "endret",
        "endre",
        "endra",
        "endringen",
        "forandring",
        "forandret",
        "forskjell",
        "differanse",
        "utviklet seg",
        "hvor mye mer",
        "kroner mer",
        "millioner mer",
        "milliarder mer",
        "kroner mindre",
        "hvor mye mindre",
        "hvor mange flere",
        "hvor mange færre",
        "versus året før",
        "tatt seg opp",
        "tok seg opp",
        "kommet seg opp igjen",
        "fra hva til hva",
        "fra hvor mange til hvor mange",
        "fra hvor mye til hvor mye",
      ],
      nn: [
        "opp frå året før",
        "oftare eller sjeldnare",
        "fleire eller færre",
        "meir eller mindre",
        "høgare eller lågare",
        "opp eller ned",
        "auka eller minka",
        "auka eller gått ned",
        "endring",
        "endra",
        "endre",
        "endringa",
        "forandring",
        "forandra",
        "skilnad",
        "utvikla seg",
        "kor mykje meir",
        "kroner meir",
        "millionar meir",
        "milliardar meir",
        "kroner mindre",
        "kor mykje mindre",
        "kor mange fleire",
        "kor mange færre",
        "teke seg opp",
        "tok seg opp",
        "frå kva til kva",
        "frå kor mange til kor mange",
      ],
      en: [
        "up on the year before",
        "move from",
        "moved from",
        "up on the previous year",
        "that up on",
        "more or less often",
        "more or fewer",
        "more or less",
        "higher or lower",
        "up or down",
        "rise or fall",
        "risen or fallen",
        "increased or decreased",
        "recovered",
        "recover",
        "rebounded",
        "bounced back",
        "from what to what",
        "from how many to how many",
        "change",
        "changed",
        "difference",
        "how much more",
        "kroner more",
        "million more",
        "billion more",
        "how much less",
        "how many more",
        "how many fewer",
        "percentage change",
      ],
    },
    up: {
      nb: [
        "opp med",
        "opp hvor mye",
        "opp siden",
        "prosent opp",
        "prosentpoeng opp",
        "prosentpoeng mer",
        "prosentpoeng flere",
        "hvor mange prosent opp",
        "prosent vekst",
        "prosent økning",
        "prosent mer",
        "prosent flere",
        "prosent fleire",
        "prosent meir",
        "percent more",
        "per cent more",
        "hvor mange ganger så mange",
        "hvor mange ganger flere",
        "opp fra",
        "hvor mye opp",
        "mye opp",
        "økning",
        "økninga",
        "økningen",
        "økte",
        "øker",
        "øke",
        "økt",
        "vekst",
        "veksten",
        "vokst",
        "vokste",
        "vokser",
        "vokse",
        "oppgang",
        "steg",
        "steget",
        "stiger",
        "stige",
        "gikk opp",
        "gått opp",
        "gått fram",
        "hopp",
        "veksttakt",
        "mangedoblet",
        "doblet",
        "fordoblet",
        "dobling",
      ],
      nn: [
        "opp med",
        "prosent opp",
        "prosentpoeng opp",
        "prosentpoeng fleire",
        "prosentpoeng meir",
        "kor mange prosent opp",
        "prosent vekst",
        "prosent auke",
        "kor mange gonger så mange",
        "kor mange gonger fleire",
        "opp frå",
        "kor mykje opp",
        "mykje opp",
        "auke",
        "auken",
        "auka",
        "aukar",
        "auking",
        "vekst",
        "veksten",
        "vaks",
        "vakse",
        "veks",
        "vekse",
        "oppgang",
        "steig",
        "stige",
        "stig",
        "gjekk opp",
        "gått opp",
        "dobla",
        "fordobla",
        "dobling",
      ],
      en: [
        "up by",
        "up how much",
        "up since",
        "percent up",
        "percentage points up",
        "percentage points more",
        "points up",
        "how many percent up",
        "per cent up",
        "percent more",
        "how many times as many",
        "how many times more",
        "up from",
        "how much up",
        "growth",
        "grew",
        "grow",
        "grown",
        "growing",
        "increase",
        "increased",
        "increasing",
        "rise",
        "rose",
        "risen",
        "rising",
        "went up",
        "gone up",
        "go up",
        "jump",
        "jumped",
        "climb",
        "climbed",
        "surge",
        "surged",
        "doubled",
        "doubling",
        "double",
        "expand",
        "expanded",
      ],
    },
    down: {
      nb: [
        "prosent ned",
        "prosentpoeng ned",
        "hvor mange prosent ned",
        "ned fra",
        "hvor mye ned",
        "nedgang",
        "nedgangen",
        "reduksjon",
        "redusert",
        "fall",
        "falt",
        "falle",
        "faller",
        "sank",
        "sunket",
        "synker",
        "synke",
        "minket",
        "minke",
        "gikk ned",
        "gått ned",
        "avtok",
        "færre enn",
        "mistet",
      ],
      nn: [
        "færre enn",
        "prosent ned",
        "prosentpoeng ned",
        "ned frå",
        "kor mykje ned",
        "nedgang",
        "nedgangen",
        "reduksjon",
        "redusert",
        "fall",
        "fall",
        "falle",
        "fell",
        "sokk",
        "søkk",
        "sokke",
        "minka",
        "minke",
        "gjekk ned",
        "gått ned",
        "avtok",
      ],
      en: [
        "down by",
        "down how much",
        "down since",
        "percent down",
        "percentage points down",
        "points down",
        "down from",
        "how much down",
        "decrease",
        "decreased",
        "decline",
        "declined",
        "fell",
        "fallen",
        "drop",
        "dropped",
        "reduction",
        "reduced",
        "went down",
        "gone down",
        "go down",
        "shrink",
        "shrank",
      ],
    },
  },

  match(reading, context, tools) {
    const leaning = stepLeaningOn(reading, context);
    if (!said(reading, "change", "up", "down") && !isMoreSince(reading) && !leaning) return undefined;
    if (said(reading, "list") || SHOWS_HOW.test(reading.text) || asksEachPart(reading) || asksDate(reading, context, tools))
      return undefined;
    const options = { kinds: ["indicator", "family"] as const, favour: favourShare(reading, tools) };
    const growths = growthsListed(reading, context, tools);
    if (growths) return growths;
    const found =
      riseOfIt(reading, context, tools) ?? percentageOf(reading, context, tools) ?? target("change", reading, context, tools, options);
    if (!found) return undefined;
    if ("question" in found) return found.question;
    // "how long did it take to climb to third place": a length of time is told as it is.
    const isLength = found.subject.kind === "indicator" && /^(?:months|minutes|days)/.test(found.subject.item.unit);
    if (isLength) return undefined;
    if (found.subject.kind === "indicator" && isOfTimeBefore(found.subject, reading)) return undefined;
    if (found.subject.kind === "family") {
      const members = Object.values(found.subject.item.members);
      // Of some the sources print the growth alone: both are told.
      if (members.every((key) => isPrintedAsGrowth(tools.knowledge.indicators.get(key)))) return sideBySide(members, reading, context);
      return clarifying("change", [found.subject], reading, context, tools);
    }
    const asked = askedPeriods(reading, context);
    if (said(reading, "share") && isToldOnce(found.subject) && !ASKS_GROWTH.test(reading.text)) return undefined;
    const { subject } = found;
    const formOf = (times: readonly string[]) =>
      subject.kind === "indicator" ? variantOver(subject, times, reading, tools).key : subject.key;
    const since =
      (found.aim.inherited ? leaning : undefined) ??
      sinceYearBefore(reading, context) ??
      (found.aim.inherited ? sinceNamed(reading, context) : undefined);
    if (since) return { intent: "change", subjects: [formOf(since)], periods: since, language: reading.language };
    const spokenOf = asksTime(asked) ? undefined : recentStep(found.subject.key, context);
    const kept = spokenOf ?? absolutePeriods(asked, context, found.aim.inherited || reading.followUp);
    const periods = found.aim.inherited && !asksTime(asked) ? orOnwards(kept, subject, tools) : kept;
    return { intent: "change", subjects: [formOf(periods)], periods, language: reading.language };
  },

  answer(question, tools) {
    const subject = tools.reader.subject(question.subjects[0] ?? "");
    if (subject?.kind !== "indicator") return declinePeriod(question, tools);
    const indicator = subject.item;
    if (isPrintedAsGrowth(indicator)) return answerOnlyChange(question, indicator, tools);
    const step = stepFor(tools.knowledge, indicator, question.periods);
    if (step === "missing") return declinePeriod(question, tools);
    if (step === "single") {
      return indicator.measure === "multiple"
        ? value.answer({ ...question, intent: "value" }, tools)
        : answerSingle(question, indicator, tools);
    }
    return answerStep(question, indicator, step, tools);
  },
};

/** "how fast did staffing grow, and how fast among ICT staff": of some the sources print the growth alone, and each is told. */
function growthsListed(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const listed = growthsNamed(reading, tools);
  return listed && sideBySide(listed, reading, context);
}

function sideBySide(subjects: string[], reading: Reading, context: Context): Question {
  const periods = absolutePeriods(askedPeriods(reading, context), context);
  return { intent: "compare", subjects, periods, language: reading.language };
}

/** Two or more members of one family that are named each by its own words, where the sources print growths alone. */
export function growthsNamed(reading: Reading, tools: Tools): string[] | undefined {
  if (!said(reading, "up", "down", "change")) return undefined;
  // What grows is named by more than the word for growing.
  const hard = { ...reading, items: reading.items.filter(({ soft }) => !soft) };
  const members = enumerated(hard, tools)?.members ?? [];
  const isGrowth = members.length > 1 && members.every((key) => isPrintedAsGrowth(tools.knowledge.indicators.get(key)));
  return isGrowth ? members : undefined;
}

/** "how many percent get care services, and did that change": the percentage that goes by about the same name as a number. */
function percentageOf(reading: Reading, context: Context, tools: Tools): ReturnType<typeof target> {
  // "how many percent down?" names nothing: of what was spoken of.
  if (!asksPercentage(reading) || reading.items.every(({ soft }) => soft)) return undefined;
  const only = (subject: Subject) => subject.kind === "indicator" && isPercent(tools.knowledge, subject.item.unit);
  const found = target("change", reading, context, tools, { kinds: ["indicator"], only });
  return found && "subject" in found ? found : undefined;
}

/** "vis korleis besøket utvikla seg": the course is to be shown. */
const SHOWS_HOW = /(?:^| )(?:vis|show)(?: meg| me| oss| us)? (?:hvordan|korleis|åssen|how)(?! (?:mye|mykje|much|many|mange))(?: |$)/;

/** "how many percent did it rise from the GPs?": of what was spoken of, or of the one beside it that is called so. */
function riseOfIt(reading: Reading, context: Context, tools: Tools): ReturnType<typeof target> {
  const { reader } = tools;
  const hard = reading.items.filter(({ soft }) => !soft);
  const anchor = RISES_IT.test(reading.text) && hard.length > 0 ? lastSubject(context, reader, ["indicator"]) : undefined;
  if (anchor === undefined) return undefined;
  // "and the ICT spending of the specialist service, how much did it rise?": another thing, named in full.
  const [named] = reader.rank(reading.items, { kinds: ["indicator"] });
  const isNamed = named !== undefined && named.complete >= FULLY && named.unexplained.length === 0;
  if (isNamed && hard.length > 1 && named.subject.key !== anchor) return undefined;
  const subject = [anchor, ...reader.siblings(anchor)]
    .filter((key) => isOfThese([key], reading.items, tools))
    .map((key) => reader.subject(key))
    .find((one) => one !== undefined && !isReversed(one, reading, reader.vocabulary.lexicon));
  return subject && { subject, aim: meant(subject, true) };
}

const RISES_IT =
  /(?:^| )(?:økte|øker|auka|aukar|steg|steig|stiger|stig|vokste|vaks|falt|fall|fell|sank|sokk|gikk|gjekk|did|has|does|have) (?:det|den|dei|de|it|they|that|this)(?: |$)/;

const WAYS = new Set(["opp", "ned", "up", "down"]);
const EITHER =
  /(?:mer|meir|more|flere|fleire|høyere|høgare|higher) (?:eller|or) (?:mindre|less|færre|fewer|lavere|lågare|lower) (?:enn|than)(?: |$)/;

function isComparing(reading: Reading): boolean {
  // "var det mer eller mindre enn i 2019": the two ways are one cue of change.
  const eitherWay = said(reading, "change") && EITHER.test(reading.text);
  return eitherWay || said(reading, "more", "less", "up", "down") || reading.tokens.some((word) => WAYS.has(word));
}

/** "how much did it fall?" after the first figure that there is: the step from it on, where there is none up to it. */
function orOnwards(periods: readonly string[], subject: Subject, { knowledge }: Tools): string[] {
  const [only, another] = periods;
  const isFirst = only !== undefined && another === undefined && !only.includes("/") && subject.kind === "indicator";
  return isFirst && stepFor(knowledge, subject.item, periods) === "single" ? [`${only}/..`] : [...periods];
}

/** "was it higher in 2021?", "fewer than the year before?", "so fewer?": the step between the time that was spoken of and the one that is named. */
export function stepLeaningOn(reading: Reading, context: Context): string[] | undefined {
  const [last] = context.questions;
  const [asked, another] = last?.periods ?? [];
  const spoken = asked?.split("/").at(-1);
  if (!last || !isComparing(reading) || reading.items.some(({ soft }) => !soft)) return undefined;
  if (said(reading, "quantity", "share") && !reading.tokens.some((word) => WAYS.has(word))) return undefined;
  if (speaksOfThem(reading.text)) return undefined;
  // "how many percent down?" after a growth: the same growth.
  if (last.intent === "change" && reading.periods.length === 0) return [...last.periods];
  const [mention, more] = reading.periods;
  if (mention === undefined) return reading.followUp ? recentStep(last.subjects[0] ?? "", context) : undefined;
  if (!spoken || another || more) return undefined;
  const before = timeBefore(spoken, mention);
  if (before) return [before, spoken];
  if (!/^\d{4}$/.test(spoken)) return undefined;
  const isOther = mention.kind === "point" && /^\d{4}$/.test(mention.period) && mention.period !== spoken && !mention.calendar;
  return isOther ? [spoken, mention.period].sort() : undefined;
}

/** "the year before" and "the quarter before" a time: of a part of a year the same part of the year before. */
function timeBefore(spoken: string, mention: PeriodMention): string | undefined {
  if (mention.kind === "before" && /^\d{4}(?:$|-)/.test(spoken) && !spoken.includes("/"))
    return `${Number(spoken.slice(0, 4)) - (mention.years ?? 1)}${spoken.slice(4)}`;
  return mention.kind === "step" && mention.by < 0 ? stepFrom(spoken, mention.unit, mention.by) : undefined;
}

/** "have they become more since 2019": the step from that year is asked for. */
function isMoreSince({ cues, periods }: Reading): boolean {
  const [mention, another] = periods;
  if ((!cues.has("more") && !cues.has("less")) || another || cues.has("highest") || cues.has("lowest")) return false;
  return mention?.kind === "range" && mention.start !== null && mention.end === null;
}

/** "how much did the share grow": a growth is asked for, and no level. */
const ASKS_GROWTH =
  /^(?:.* )?(?:(?:hvor mye|kor mykje|how much) (?:har |did |has |have )?.*(?:økt|økte|auka|steget|steg|falt|fall|sank|grow|grown|increase|rise|risen|drop|fallen)|(?:økte|auka|steg|falt|sank) (?:andelen|delen|tallet|talet))/;

/** "and how much had it risen since the year before?" after a figure of one time: the step up to that. */
function sinceYearBefore(reading: Reading, context: Context): string[] | undefined {
  const [last, another] = context.questions[0]?.periods ?? [];
  const [mention, more] = reading.periods.filter(({ kind }) => kind !== "latest");
  if (mention === undefined || more || !last || another) return undefined;
  const before = timeBefore(last, mention);
  return before ? [before, last] : undefined;
}

const SINCE = new Set(["on", "over", "from", "than", "enn", "fra", "frå", "mot", "siden", "sidan", "since"]);

/** "and how much up is that on 2020?" after a figure of 2021: the step between them. */
function sinceNamed({ periods, tokens }: Reading, context: Context): string[] | undefined {
  const [last, another] = context.questions[0]?.periods ?? [];
  const [mention, more] = periods;
  if (!last || another || last.includes("/") || mention === undefined || more) return undefined;
  // "up since 2018?" after a figure of 2021: from then to the year that was spoken of.
  if (mention.kind === "range" && mention.start !== null && mention.end === null)
    return mention.start < last ? [mention.start, last] : undefined;
  if (mention.kind !== "point") return undefined;
  return mention.period < last && SINCE.has(tokens[mention.from - 1] ?? "") ? [mention.period, last] : undefined;
}
