/** "How many Helsenorge logins in 2021?" – one figure, for one or more times. */
import type { Answer } from "../src/answers/answer.ts";
import {
  capital,
  computedFigure,
  countedFor,
  eventFigure,
  figureFor,
  growthWords,
  isPercent,
  levelFigure,
  nameOf,
  notesFor,
  printedChanges,
  printedFigure,
  sentenceFor,
  sentenceForEvent,
  spanWords,
} from "../src/answers/figures.ts";
import { periodName, periodPhrase } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import { suggestFor } from "../src/answers/suggest.ts";
import type { Knowledge, KnownIndicator } from "../src/knowledge/load.ts";
import { grainOf, timeOf } from "../src/knowledge/period.ts";
import {
  answersFor,
  courseOf,
  growthOver,
  isComparable,
  isPrintedAsGrowth,
  latestOf,
  revisionsOf,
  type Stated,
} from "../src/knowledge/prefer.ts";
import { documentTitle } from "../src/knowledge/sources.ts";
import type { IndicatorSubject, Subject } from "../src/knowledge/subjects.ts";
import { FULLY } from "../src/understanding/aim.ts";
import { type Asked, askedPeriods, asksTime } from "../src/understanding/asked.ts";
import type { Context } from "../src/understanding/context.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { eventAsked } from "./dates.ts";
import { answerFigure } from "./figure.ts";
import { absolutePeriods, clarifying, type Intent, NUMBER_KINDS, said, type Tools, target } from "./intent.ts";
import { declinePeriod } from "./none.ts";
import { holdersOfNumber } from "./number.ts";
import { asksCount, countedKin, hasPeriod, variantFor, wantsNumbers } from "./variants.ts";

/** Intents that a follow-up such as "og i 2020?" goes on with. */
const CONTINUED = ["value", "change", "share"] as const;

/** "how many ought to have it registered": what is reckoned comes before what there is. */
const EXPECTED = 0.1;

function isExpected(subject: Subject, { reader }: Tools): boolean {
  return reader.vocabulary.matcher.nameShare(subject.key, "expected") >= EXPECTED;
}

export const value: Intent = {
  name: "value",
  cues: {
    when: {
      nb: [
        "året da",
        "hvilket årstall",
        "nårtid",
        "ka tid",
        "når tid",
        "når",
        "hvilket år",
        "hvilken måned",
        "hvilken dato",
        "årstall",
        "hvilket tidspunkt",
        "siden når",
      ],
      nn: [
        "året då",
        "kva årstal",
        "nårtid",
        "kva tid",
        "ka tid",
        "når tid",
        "når",
        "kva år",
        "kva for eit år",
        "kva månad",
        "årstal",
        "kva tid",
      ],
      en: ["year in which", "the year when", "in which year", "when", "which year", "what year", "which month", "what date", "since when"],
    },
    quantity: {
      nb: [
        "hvor mange",
        "hvor mye",
        "hvor stor",
        "hvor stort",
        "hvor ofte",
        "antall",
        "hvor høy",
        "hvor høyt",
        "hvor lenge",
        "ka mange",
        "ka mykje",
        "hvor manga",
        "kor manga",
        "åssen mange",
        "hvormange",
        "hvor mage",
        "kor mage",
        "hvor mang",
        "hvormye",
        "hvr mange",
        "hvo mange",
      ],
      nn: [
        "kor mange",
        "kor mykje",
        "kor stor",
        "kor stort",
        "kor ofte",
        "talet på",
        "kor høg",
        "kor høgt",
        "kor lenge",
        "kormange",
        "kormykje",
      ],
      en: [
        "how many",
        "how much",
        "number of",
        "how large",
        "how big",
        "how often",
        "how high",
        "count of",
        "how long",
        "hw many",
        "hw much",
        "howmany",
        "how mny",
      ],
    },
  },

  match(reading, context, tools) {
    const numbered = numberAsked(reading, tools);
    const [holder] = numbered;
    if (numbered.length > 1) {
      return clarifying(
        "value",
        numbered.map(({ subject }) => subject),
        reading,
        context,
        tools,
      );
    }
    if (holder) return { intent: "value", subjects: [holder.subject.key], periods: holder.periods, language: reading.language };
    if (isOfficeTalk(reading)) return undefined;
    const wantsDate = said(reading, "when");
    const dated = eventAsked(reading, context, tools);
    if (dated) return { intent: "value", subjects: [dated], periods: [], language: reading.language };
    // "how many" and "how much" ask for an amount before a percentage; how often something happened is never one.
    const disfavour = /\b(?:man(?:ge|ga) (?:ganger|gonger|gonga|ganga)|antall ganger|many times|number of times)\b/.test(
      reading.tokens.join(" "),
    )
      ? HOW_OFTEN
      : asksCount(reading)
        ? 0.18
        : asksAmount(reading)
          ? 0.1
          : 0;
    const asksExpected = reading.items.some(({ concepts }) => concepts.includes("expected"));
    const found = target("value", reading, context, tools, {
      kinds: NUMBER_KINDS,
      prefer: wantsDate ? ["event"] : ["indicator", "family"],
      favour: (subject) => (holdsShares(subject, tools) ? -disfavour : 0) + (asksExpected && isExpected(subject, tools) ? EXPECTED : 0),
      only: (subject) => disfavour < HOW_OFTEN || !holdsShares(subject, tools),
    });
    if (!found) return undefined;
    const often = disfavour === HOW_OFTEN && "question" in found ? countedOften(reading, tools) : undefined;
    if (often)
      return {
        intent: "value",
        subjects: [often],
        periods: absolutePeriods(askedPeriods(reading, context), context),
        language: reading.language,
      };
    if ("question" in found) return found.question;
    const { subject, aim } = found;
    // A figure never answers "when"; only a date that the report states does.
    const undated = wantsDate && subject.kind !== "event" && !said(reading, "quantity", "share") && reading.periods.length === 0;
    if (subject.kind === "indicator" && ONE_OF_THEM.test(reading.tokens.join(" ")) && !said(reading, "quantity", "share"))
      return nearestOnly(subject, reading);
    if (undated && !aim.inherited) {
      return nearestOnly(subject, reading);
    }
    if (subject.kind === "event" && asksAmount(reading)) return nearestOnly(subject, reading);
    if (asksCount(reading) && (subject.kind === "event" || countsActors(reading, subject, tools) || countsDeeds(reading, subject, tools))) {
      return nearestOnly(subject, reading);
    }
    if (
      subject.kind === "indicator" &&
      (COUNTS_HOLDERS.test(reading.tokens.join(" ")) || COUNTS_USERS.test(reading.tokens.join(" "))) &&
      !HELD_BY.has(subject.item.unit)
    )
      return nearestOnly(subject, reading);
    if (
      asksCount(reading) &&
      subject.kind === "indicator" &&
      !goesOnInUnit(reading, subject, context, tools) &&
      countsNoPieces(reading, subject, tools)
    )
      return nearestOnly(subject, reading);
    if (subject.kind === "family") return clarifying("value", [subject], reading, context, tools);
    const asked = askedPeriods(reading, context);
    const continued = continuedIntent(reading, context, aim.inherited, isShareOf(subject, tools));
    const periods = absolutePeriods(asked, context, aim.inherited || reading.followUp || isFragment(reading, context));
    // A figure without a year answers for whatever time was spoken of before.
    // "the level before the rise in 2021": a figure of the time before a year answers for that.
    if (subject.kind === "indicator" && isOfTimeBefore(subject, reading))
      return { intent: "value", subjects: [subject.key], periods: [], language: reading.language };
    const isUndated = subject.kind === "indicator" && subject.item.observations.some(({ period }) => period === null);
    const lacksTime = periods.some((period) => subject.kind === "indicator" && !hasPeriod(subject, period, tools.knowledge));
    if (isUndated && lacksTime && !asksTime(asked))
      return { intent: continued, subjects: [subject.key], periods: [], language: reading.language };
    if (subject.kind === "indicator" && continued !== "change") {
      const chosen = variantFor(
        subject,
        periods,
        // Only what is named in full as well may answer for a year that the best has no figure of.
        [
          ...aim.others.filter(({ complete }) => complete >= FULLY).map((other) => other.subject),
          ...(wantsNumbers(reading) ? countedKin(reading, subject, tools) : []),
        ],
        tools,
        wantsNumbers(reading),
      );
      if (asksCount(reading) && countsAside(reading, chosen, tools)) return nearestOnly(chosen, reading);
      return { intent: continued, subjects: [chosen.key], periods, language: reading.language, shade: edgeOf(asked) };
    }
    return { intent: continued, subjects: [subject.key], periods, language: reading.language };
  },

  answer(question, tools) {
    const subject = tools.reader.subject(question.subjects[0] ?? "");
    if (subject?.kind === "event") return answerEvent(question, subject, tools);
    if (subject?.kind === "figure") return answerFigure(question, subject, tools);
    if (subject?.kind !== "indicator") return declinePeriod(question, tools);
    return answerIndicator(question, subject.item, tools);
  },
};

/** "hva er 386 milliarder?": a number and nothing else asks what it is the number of. */
function numberAsked(reading: Reading, tools: Tools): { subject: Subject; periods: string[] }[] {
  const bare = reading.items.every((item) => item.soft) && reading.periods.length === 0 && said(reading, "whatis");
  return bare ? holdersOfNumber(reading, tools) : [];
}

/** Declines, with what comes nearest. */
function nearestOnly(subject: Subject, reading: Reading): Question {
  const missing = { words: [], scoped: false, nearest: [subject.key], close: false };
  return { intent: "none", subjects: [], periods: [], language: reading.language, missing };
}

/** "how many have an exemption card" counts those who have one, and no messages about it. */
const COUNTS_HOLDERS = /(?:^| )(?:hvor mange|kor mange|how many) (?:har|hadde|eier|eig|have|had|own)(?: |$)/;
/** "how many new users" counts people, and no visits. */
const COUNTS_USERS = /(?:mange|antall|antal|many|number of) (?:\p{L}+ )?(?:brukere|brukarar|users)(?!\p{L})/u;
const HELD_BY = new Set(["persons", "percent", "children", "respondents", "municipalities", "countries", "public bodies", "organisations"]);

const EACH_ONE = /(?:^| )(?:hver|hvert|kvar|kvart|each|per|pr|average|snitt|gjennomsnitt|gjennomsnittlig|gjennomsnittleg)(?: |$)/;

/** "how many times did people see their GP": what counts such times, for each person where that is asked for. */
function countedOften({ items, tokens }: Reading, { reader }: Tools): string | undefined {
  // "how many times can I renew it before the doctor …": nobody is seen by anybody.
  if (!items.some(({ concepts }) => concepts.includes("citizen"))) return undefined;
  const perPerson = EACH_ONE.test(tokens.join(" "));
  const counted = reader
    .rank(items, { kinds: ["indicator"] })
    .filter(({ unexplained, subject }) => unexplained.length === 0 && subject.kind === "indicator" && OFTEN_UNITS.test(subject.item.unit))
    .filter(({ subject }) => subject.kind === "indicator" && subject.item.unit.includes(" per ") === perPerson);
  return counted[0]?.subject.key;
}

const OFTEN_UNITS = /^consultations(?: per inhabitant)?$/;

const BEFORE = new Set(["før", "before", "tidligere", "tidlegare", "previously", "earlier", "prior", "inntil", "until", "fram", "frem"]);

/** "the level before the rise in 2021": of a figure that is of the time before a year. */
export function isOfTimeBefore({ item }: IndicatorSubject, { tokens, periods }: Reading): boolean {
  const isOpen = item.observations.length > 0 && item.observations.every(({ period }) => period?.startsWith("../"));
  return isOpen && periods.length > 0 && tokens.some((word) => BEFORE.has(word));
}

const ASKED_BY =
  "quantity share when whatis source list series define counts trend implies change up down compare more less highest lowest check why link".split(
    " ",
  );

/** "the supplier is visiting us at ten, who fetches coffee?": things of every day around one word of ours, and nothing that asks. */
function isOfficeTalk({ words, cues, periods, items }: Reading): boolean {
  const asks = ASKED_BY.some((cue) => cues.has(cue)) || periods.some((mention) => mention.kind !== "point" || !mention.calendar);
  const things = words.filter(({ roles }) => roles.some(({ everyday, concepts }) => everyday === "thing" && concepts.size === 0));
  const isTold =
    words.some(({ word }) => CLOCK.has(word)) ||
    (words.some(({ word }) => YOU_AND_I.has(word)) && !words.some(({ word }) => REQUESTED.has(word)));
  return !asks && (things.length > 0 || isTold) && words.length >= LONG && items.filter(({ soft }) => !soft).length === 1;
}

const LONG = 6;
/** "I sent you three messages yesterday": who speaks of you and me, and asks for nothing, tells. */
const YOU_AND_I = new Set("deg dæ dykk dokker meg du jeg eg æ vi you me we i've we've".split(" "));
const REQUESTED = new Set(
  "tall tallet tallene tal talet tala trenger treng need needs vil ha gi gje vis show give find finn finne want looking ønsker ynskjer please lurer lurar fortell fortel tell numbers number figures figure data statistikk statistics sjekk check".split(
    " ",
  ),
);
const CLOCK = new Set(["kl", "klokka", "klokken", "o'clock"]);

/** How many times something happened is never a percentage. */
const HOW_OFTEN = 0.5;

/** "hva er et helseregister?" asks what one of them is, not how many there are. */
const ONE_OF_THEM = /^(?:hva|kva|what) (?:er|is|betyr|tyder) (?:et|en|ein|eit|a|an) /;

/** Whether a subject is a percentage, or made up of such. */
function holdsShares(subject: Subject, { knowledge }: Tools): boolean {
  if (subject.kind === "indicator") return isPercent(knowledge, subject.item.unit);
  const [first] = subject.kind === "family" ? Object.values(subject.item.members) : [];
  const item = first === undefined ? undefined : knowledge.indicators.get(first);
  return item !== undefined && isPercent(knowledge, item.unit);
}

/** "på helsenorge" after "besøk 2020": a few words without a question of their own only sharpen what was asked. */
function isFragment(reading: Reading, context: Context): boolean {
  const words = reading.words.filter(({ via }) => via !== "sign");
  return context.questions.length > 0 && words.length <= 3 && !said(reading, "quantity", "when");
}

/** Concepts of those who act; who asks how many of them there are does not ask how much they did. */
const ACTORS = [
  "pharmacy",
  "hospital",
  "nursing-home",
  "gp-office",
  "institution",
  "enterprise",
  "municipality",
  "health-trust",
  "emergency-clinic",
];

/** "how many data breaches" counts breaches; a share of enterprises does not tell. */
function countsDeeds(reading: Reading, subject: Subject, tools: Tools): boolean {
  if (subject.kind !== "indicator" || !isPercent(tools.knowledge, subject.item.unit)) return false;
  const [cue] = reading.cues.get("quantity") ?? [];
  const counted = cue === undefined ? undefined : reading.items.find((item) => item.position > cue);
  return counted?.concepts.some((concept) => UNCOUNTED.includes(concept)) === true;
}

/** Below this part of its names a word is no more than a way to put one of them. */
const RARE = 0.15;
/** People in general are what most figures count in the end. */
const PEOPLE = ["citizen", "user", "population", "health-personnel"];

/**
 * "how many hospital beds" counts beds, which one of the names of bed days holds beside the point;
 * "how many online pharmacies are there" counts pharmacies, not the share that prefers them.
 */
function countsAside(reading: Reading, subject: Subject, tools: Tools): boolean {
  if (subject.kind !== "indicator") return false;
  const [cue] = reading.cues.get("quantity") ?? [];
  const counted = cue === undefined ? undefined : headAfter(cue, reading);
  if (!counted || counted.concepts.some((concept) => DEEDS.includes(concept) || PEOPLE.includes(concept))) return false;
  const { matcher } = tools.reader.vocabulary;
  const shares = counted.concepts
    .filter((concept) => matcher.explains(subject.key, concept))
    .map((concept) => matcher.nameShare(subject.key, concept));
  // What the unit or those whom it covers explain is counted; what only its section explains is not.
  const unit = tools.knowledge.units[subject.item.unit];
  const unitWords = (["nb", "nn", "en"] as const).flatMap((language) => [unit?.[language].other ?? "", unit?.[language].one ?? ""]);
  const inUnit = counted.concepts.some((concept) =>
    unitWords.some((word) => tools.reader.vocabulary.lexicon.find(word)?.roles.concepts.has(concept)),
  );
  if (!inUnit && shares.length > 0 && shares.every((part) => part > 0 && part < RARE)) return true;
  const whom = whomConcepts(subject, tools);
  const counts = inUnit || counted.concepts.some((concept) => whom.includes(concept));
  return isPercent(tools.knowledge, subject.item.unit) && !counts && shares.length > 0;
}

/** The concepts of those whom an indicator covers. */
function whomConcepts(subject: IndicatorSubject, tools: Tools): string[] {
  const words = subject.item.covers.whom.split(/[^\p{L}-]+/u);
  return words.flatMap((word) => [...(tools.reader.vocabulary.lexicon.find(word)?.roles.concepts ?? [])]);
}

/** What "how many" is followed by, close enough to be what it counts; of a compound its last part. */
function headAfter(cue: number, reading: Reading): Reading["items"][number] | undefined {
  const behind = reading.items.filter(({ position, soft }) => position > cue && !soft);
  const [first] = behind;
  if (!first || first.position > cue + 3) return undefined;
  return behind.findLast(({ position }) => position === first.position);
}

/** What happens and is only known as a share of those it happens to. */
const UNCOUNTED = ["data-breach", "attack", "cyber-attack", "ransomware", "phishing"];

/** Concepts of what actors do; "apotek utleverte" is no compound. */
const DEEDS = [
  "dispense",
  "issue-prescribe",
  "use",
  "send",
  "view",
  "adopt",
  "introduce",
  "prefer",
  "trust",
  "awareness",
  "experience",
  "satisfied",
  "does-not-matter",
  "registered",
];

/** "how many IT people work at hospitals?": neither a sum of money nor a growth counts anybody. */
/** "how many billions went to GPs, and how many to hospitals": what is counted was said before. */
function goesOnInUnit({ followUp }: Reading, { item }: IndicatorSubject, context: Context, { knowledge }: Tools): boolean {
  const last = knowledge.indicators.get(context.questions[0]?.subjects[0] ?? "");
  return followUp && last !== undefined && last.unit === item.unit;
}

function countsNoPieces(reading: Reading, { item }: IndicatorSubject, tools: Tools): boolean {
  const asked = reading.tokens.join(" ");
  if (item.measure === "rank") return true;
  if (item.unit === "minutes" || item.unit === "months")
    return !/(?:mange|many|antall|antal|number of) (?:minut|mins?\b|måned|månad|month)/.test(asked);
  if (item.unit === "times") return !/\b(?:flere|fleire|more|ganger|gonger|times)\b/.test(asked);
  if (item.unit === "NOK")
    return !/\b(?:kroner|kr|nok|crowns|million|millions|millioner|millionar|milliard|milliarder|milliardar|billion|billions|mrd|mill|penger|pengar|money)\b/.test(
      asked,
    );
  const isGrowth =
    isPercent(tools.knowledge, item.unit) && Object.values(item.names).every(([first]) => /(?:vekst|growth)/i.test(first ?? ""));
  return isGrowth && !said(reading, "change", "up", "down") && !/vekst|veks|growth/.test(asked);
}

const ENDS = new Set(["fra", "frå", "from", "til", "to"]);

/** "how many pharmacies dispensed …" counts pharmacies, not what they dispensed. */
function countsActors(reading: Reading, subject: Subject, tools: Tools): boolean {
  const [cue] = reading.cues.get("quantity") ?? [];
  const counted = cue === undefined ? undefined : reading.items.find((item) => item.position > cue);
  const alone =
    counted &&
    !reading.items.some(
      (item) =>
        item !== counted &&
        Math.abs(item.position - counted.position) <= 1 &&
        item.concepts.length > 0 &&
        !item.soft &&
        !item.concepts.some((concept) => DEEDS.includes(concept)),
    );
  const actor = counted?.concepts.find((concept) => ACTORS.includes(concept));
  // "how many went from the municipalities to the GPs": those at the ends of a flow are not counted.
  if (counted && ENDS.has(reading.tokens[counted.position - 1] ?? "")) return false;
  if (!counted || !alone || actor === undefined || subject.kind !== "indicator") return false;
  if (isPercent(tools.knowledge, subject.item.unit) && whomConcepts(subject, tools).includes(actor)) return false;
  const unit = tools.knowledge.units[subject.item.unit];
  const words = [...(["nb", "nn", "en"] as const).flatMap((language) => [unit?.[language].other ?? "", unit?.[language].one ?? ""])];
  return !words.some((word) =>
    [actor, "public-body"].some((concept) => tools.reader.vocabulary.lexicon.find(word)?.roles.concepts.has(concept)),
  );
}

/** "how much" asks for a sum before a percentage. */
function asksAmount(reading: Reading): boolean {
  return said(reading, "quantity") && !said(reading, "share") && reading.tokens.some((word) => ["mye", "mykje", "much"].includes(word));
}

function edgeOf(asked: Asked): string | undefined {
  return asked.points.some(({ edge }) => edge === "end") ? "end" : undefined;
}

function isShareOf(subject: Subject, tools: Tools): boolean {
  return subject.kind === "indicator" && (isPercent(tools.knowledge, subject.item.unit) || subject.item.partOf !== undefined);
}

/** "og i 2020?" goes on with what was asked before; a full question starts anew. */
function continuedIntent(reading: Reading, context: Context, inherited: boolean, isShare: boolean): "value" | "change" | "share" {
  if (said(reading, "quantity", "when") || (!inherited && !reading.followUp)) return "value";
  const last = context.questions.find(({ intent }) => (CONTINUED as readonly string[]).includes(intent));
  if (last?.intent === "share" && !isShare) return "value";
  // "og årsverka i 2024?" after a growth: another subject and one time of its own.
  if (last?.intent === "change" && !inherited && reading.periods.length === 1 && reading.periods[0]?.kind === "point") return "value";
  return (CONTINUED as readonly string[]).includes(last?.intent ?? "") ? (last?.intent as "value") : "value";
}

function answerEvent(question: Question, subject: Extract<Subject, { kind: "event" }>, { knowledge }: Tools): Answer {
  const figure = eventFigure(knowledge, subject.item, "answer");
  const note = subject.item.note ? knowledge.notes.get(subject.item.note) : undefined;
  return {
    intent: "value",
    answered: true,
    language: question.language,
    headline: `${sentenceForEvent(subject.item, question.language)}.`,
    details: note && note.shownWith !== "asked" ? [note.text[question.language]] : [],
    figures: [figure],
    sources: [figure.source],
    suggestions: suggestFor(knowledge, subject, question),
    choices: [],
    question,
  };
}

function answerIndicator(question: Question, indicator: KnownIndicator, tools: Tools): Answer {
  const { knowledge } = tools;
  if (isPrintedAsGrowth(indicator)) return answerOnlyChange(question, indicator, tools);
  const rows = rowsFor(knowledge, indicator, question);
  const [first] = rows;
  if (!first || rows.some((found) => found.row === undefined)) return declinePeriod(question, tools);
  const found = rows.flatMap(({ row, inside, asked }) => (row ? [{ row, inside, asked }] : []));
  const { language } = question;
  const lines = found.map(({ row }) => `${sentenceFor(knowledge, indicator, row, language)}.`);
  const context = found.length === 1 ? contextOf(found[0] as FoundRow, indicator, question, knowledge) : { details: [], figures: [] };
  const notes = notesFor(knowledge, { indicator, rows: found.map(({ row }) => row), kind: "level" }, language);
  const figures = found.map(({ row }) => levelFigure(knowledge, indicator, row, "answer"));
  return {
    intent: "value",
    answered: true,
    language,
    headline: lines.join("\n"),
    details: [...context.details, ...notes],
    figures: [...figures, ...context.figures],
    sources: [...figures, ...context.figures].map(({ source }) => source),
    suggestions: suggestFor(
      knowledge,
      { kind: "indicator", key: indicator.id, names: indicator.names, section: indicator.section, item: indicator },
      question,
    ),
    choices: [],
    question: { ...question, periods: found.map(({ row, asked }) => asked ?? row.period ?? "").filter(Boolean) },
  };
}

type FoundRow = { row: Stated; inside: boolean; asked: string | undefined };

/** The row for each asked period; the report's latest when none is asked. */
function rowsFor(
  knowledge: Knowledge,
  indicator: KnownIndicator,
  question: Question,
): { row: Stated | undefined; inside: boolean; asked: string | undefined }[] {
  if (question.periods.length === 0) {
    const latest = latestOf(knowledge, indicator);
    return latest ? [{ row: latest, inside: false, asked: undefined }] : [];
  }
  return question.periods.map((period) => {
    const grain = grainOf(period);
    if (grain === "open" || (grain === "span" && !answersFor(knowledge, indicator, period))) {
      const inRange = courseOf(knowledge, indicator).filter((row) => fallsIn(row.period ?? "", period));
      return { row: inRange.filter((row) => row.from.default).at(-1) ?? inRange.at(-1), inside: false, asked: undefined };
    }
    const edge = question.shade === "end" && grain === "year" ? "end" : undefined;
    const hit = answersFor(knowledge, indicator, period, edge);
    return { row: hit?.row, inside: hit?.inside === true && edge === undefined, asked: period };
  });
}

function fallsIn(period: string, range: string): boolean {
  const [start = "", end = ""] = range.split("/");
  const time = timeOf(period);
  return (start === ".." || time >= timeOf(start)) && (end === ".." || time <= timeOf(end));
}

/** What helps beside one figure: the value before, a revision, a newer value, other documents. */
function contextOf(
  found: FoundRow,
  indicator: KnownIndicator,
  question: Question,
  knowledge: Knowledge,
): Pick<Answer, "details" | "figures"> {
  const { language } = question;
  const { row, inside, asked } = found;
  const details: string[] = [];
  const figures: Answer["figures"][number][] = [];
  if (inside && asked)
    details.push(say(language, "inside", { asked: periodName(asked, language), period: periodPhrase(row.period, language) }));
  if (!row.from.default) {
    const document = documentTitle(row.from);
    const reportHas = indicator.observations.some((other) => other.document === knowledge.report.id);
    details.push(
      reportHas && row.period
        ? say(language, "fromOther", { document, period: periodName(row.period, language) })
        : say(language, "fromOtherOnly", { document }),
    );
  }
  if (indicator.differs) details.push(indicator.differs[language]);

  const course = courseOf(knowledge, indicator);
  const before = course[course.findIndex((other) => other.period === row.period && other.document === row.document) - 1];
  const printed = row.period ? printedChanges(indicator, row.period).find(({ unit }) => unit !== "times") : undefined;
  if (before && row.period && isComparable(knowledge, indicator, before, row)) {
    const steady = before.document === row.document || (before.status === "exact" && row.status === "exact");
    const growth = printed || !steady ? undefined : computedFigure(knowledge, indicator, before, row, "context");
    const change = growth ? say(language, "computedChange", { growth: growthWords(knowledge, growth, language) }) : "";
    details.push(
      say(language, "before", {
        period: capital(periodName(before.period ?? "", language)),
        figure: figureFor(knowledge, indicator, before, language),
        change,
      }),
    );
    figures.push(levelFigure(knowledge, indicator, before, "context"));
    if (growth) figures.push(growth);
  }
  if (printed) {
    const growth = growthWords(knowledge, printed, language);
    details.push(say(language, "printedGrowth", { growth, span: spanWords(printed.since, printed.period, language) }));
    figures.push(printedFigure(knowledge, indicator, printed, "context"));
  }
  const [revision] = revisionsOf(knowledge, indicator, row);
  if (revision) {
    details.push(
      say(language, "revised", { figure: figureFor(knowledge, indicator, revision, language), document: documentTitle(revision.from) }),
    );
    figures.push(levelFigure(knowledge, indicator, revision, "context"));
  }
  const newest = course.at(-1);
  if (asked === undefined && newest && row.period && timeOf(newest.period ?? "") > timeOf(row.period)) {
    details.push(
      say(language, "newer", {
        figure: countedFor(knowledge, indicator, newest, language),
        period: periodPhrase(newest.period, language),
        document: documentTitle(newest.from),
      }),
    );
    figures.push(levelFigure(knowledge, indicator, newest, "context"));
  }
  return { details, figures };
}

/** Indicators of which a source prints only the growth. */
function answerOnlyChange(question: Question, indicator: KnownIndicator, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const change = growthOver(indicator, question.periods);
  if (!change) return declinePeriod(question, tools);
  const figure = printedFigure(knowledge, indicator, change, "answer");
  return {
    intent: question.intent === "change" ? "change" : "value",
    answered: true,
    language,
    headline: capital(
      say(language, "changedPrinted", {
        name: nameOf(indicator, language),
        growth: growthWords(knowledge, change, language),
        span: spanWords(change.since, change.period, language),
      }),
    ),
    details: notesFor(knowledge, { indicator, rows: [change], kind: "change" }, language),
    figures: [figure],
    sources: [figure.source],
    suggestions: [],
    choices: [],
    question,
  };
}

export { answerOnlyChange };
