/** "How many Helsenorge logins in 2021?" – one figure, for one or more times. */
import { isPercent } from "../src/answers/figures.ts";
import type { IndicatorSubject, Subject } from "../src/knowledge/subjects.ts";
import type { Aim } from "../src/understanding/aim.ts";
import { type Asked, askedPeriods, asksTime } from "../src/understanding/asked.ts";
import type { Context } from "../src/understanding/context.ts";
import { FULLY, TIE } from "../src/understanding/fit.ts";
import type { IntentName, Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { asksHowOften, asksWhatOneIs, countedOften, countsAside, countsOther, holdsShares, percentagesStandBack } from "./counting.ts";
import { eventAsked } from "./dates.ts";
import { answerFigure } from "./figure.ts";
import { absolutePeriods, beginsWithWho, clarifying, type Intent, NUMBER_KINDS, said, type Tools, target } from "./intent.ts";
import { timesOf } from "./kept-time.ts";
import { declinePeriod } from "./none.ts";
import { holdersOfNumber } from "./number.ts";
import { isOfficeTalk } from "./telling.ts";
import { answerEvent, answerIndicator } from "./value-answer.ts";
import { asksCount, countedKin, hasPeriod, isToldOnce, namesShare, variantFor, wantsNumbers } from "./variants.ts";

/** Intents that leave the question before them as it was. */
const IN_BETWEEN: ReadonlySet<IntentName> = new Set(["source", "why", "definition", "report", "clarify", "none", "trend"]);

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
      en: [
        "year in which",
        "the year when",
        "in which year",
        "when",
        "which year",
        "what year",
        "which month",
        "what date",
        "since when",
        "since which year",
        "since what year",
      ],
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
        "hvor mange forskjellige",
        "hvor mange ulike",
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
        "kor mange ulike",
        "kor mange forskjellige",
        "kormykje",
      ],
      en: [
        "how many",
        "how many different",
        "how many distinct",
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
    // "who decides that?": no figure is a person or a body.
    if (beginsWithWho(reading) && !said(reading, "quantity", "share", "when")) return undefined;
    if (COMMONEST.test(reading.text) && !said(reading, "quantity", "share")) return undefined;
    const wantsDate = said(reading, "when");
    // "what did the evaluation find?": no date of it.
    if (!wantsDate && ASKS_RESULT.test(reading.text)) return undefined;
    const dated = eventAsked(reading, context, tools);
    if (dated) return { intent: "value", subjects: [dated], periods: [], language: reading.language };
    const howOften = asksHowOften(reading);
    const standBack = percentagesStandBack(reading);
    const asksExpected = reading.items.some(({ concepts }) => concepts.includes("expected"));
    const found = target("value", reading, context, tools, {
      kinds: NUMBER_KINDS,
      prefer: wantsDate ? ["event"] : ["indicator", "family"],
      favour: (subject) => (holdsShares(subject, tools) ? -standBack : 0) + (asksExpected && isExpected(subject, tools) ? EXPECTED : 0),
      only: (subject) => !howOften || !holdsShares(subject, tools),
    });
    if (!found) return undefined;
    const often = howOften && "question" in found ? countedOften(reading, tools) : undefined;
    if (often)
      return {
        intent: "value",
        subjects: [often],
        periods: absolutePeriods(askedPeriods(reading, context), context),
        language: reading.language,
      };
    if ("question" in found) return found.question;
    const { aim } = found;
    // "are you joining for lunch?": asks nothing of what was spoken of.
    const isChat = reading.cues.size === 0 && reading.periods.length === 0 && (!reading.followUp || isNoFragment(reading));
    if (aim.inherited && isChat) return undefined;
    // "and at the emergency clinics?" after a number: no date of another matter.
    const last = tools.reader.subject(context.questions[0]?.subjects[0] ?? "");
    const isOtherDate = found.subject.kind === "event" && !wantsDate && reading.followUp && last !== undefined && last.kind !== "event";
    if (isOtherDate && last.section !== found.subject.section) return undefined;
    if (ASKS_WHICH_ONES.test(reading.text) && !said(reading, "quantity", "share")) return nearestOnly(found.subject, reading);
    const named = inNumbers(found.subject, aim.inherited, reading, tools) ?? found.subject;
    const subject = countsOther(reading, named, context, tools) ? (countedAlike(aim, reading, context, tools) ?? named) : named;
    // A figure never answers "when"; only a date that the report states does.
    const undated = wantsDate && subject.kind !== "event" && !said(reading, "quantity", "share") && reading.periods.length === 0;
    if (undated && !aim.inherited) return nearestOnly(subject, reading);
    if (subject.kind === "indicator" && asksWhatOneIs(reading)) return nearestOnly(subject, reading);
    if (countsOther(reading, subject, context, tools)) return nearestOnly(subject, reading);
    if (subject.kind === "family") return clarifying("value", [subject], reading, context, tools);
    const asked = askedPeriods(reading, context);
    // "the covid certificate, which place?": named in full, it is a question of its own.
    // And what is told of one time alone has no growth to go on with.
    const standsAlone = (reading.fragment && (aim.candidate?.complete ?? 0) >= FULLY) || (!aim.inherited && isToldOnce(subject));
    const continued = standsAlone ? "value" : continuedIntent(reading, context, aim.inherited, isShareOf(subject, tools));
    const periods = timesOf(asked, subject, aim.inherited, reading, context, tools);
    // A figure without a year answers for whatever time was spoken of before.
    // "the level before the rise in 2021": a figure of the time before a year answers for that.
    if (subject.kind === "indicator" && isOfTimeBefore(subject, reading))
      return { intent: "value", subjects: [subject.key], periods: [], language: reading.language };
    const isUndated = subject.kind === "indicator" && subject.item.observations.some(({ period }) => period === null);
    const lacksTime = periods.some((period) => subject.kind === "indicator" && !hasPeriod(subject, period, tools.knowledge));
    if (isUndated && lacksTime && !asksTime(asked))
      return { intent: continued, subjects: [subject.key], periods: [], language: reading.language };
    if (subject.kind === "indicator" && continued !== "change") {
      // "e-consultations, first half of 2022?": a number of them, where no share is asked for and there is one.
      const counts = !namesShare(reading) || wantsNumbers(reading);
      const chosen = variantFor(
        subject,
        periods,
        // Only what is named in full as well may answer for a year that the best has no figure of.
        [
          ...aim.others.filter(({ complete }) => complete >= FULLY).map((other) => other.subject),
          ...(counts ? countedKin(reading, subject, tools) : []),
        ],
        tools,
        counts,
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

/** "møtet er kl 10": a few words that say something of their own. */
function isNoFragment({ fragment, items, numbers }: Reading): boolean {
  return fragment && items.length === 0 && numbers.length > 0;
}

/** "what is the most common thing that is registered?": asks for a kind, and for no number. */
const COMMONEST =
  /(?:^| )(?:hva|kva|ka|what|which|hvilken|hvilket|hvilke) (?:\S+ ){0,4}(?:vanligste|vanlegaste|most common|commonest|mest vanlige|mest vanlege|typiske|typical)(?: |$)/;

/** "which hospitals were hit?": asks for names, and no figure has any. */
const ASKS_WHICH_ONES =
  /^(?:(?:og|and|so|så|ok) )*(?:(?:fra|frå|i|på|hos|ved|from|in|at|by) )?(?:which|what|hvilke|hvilken|hvilket|kva for(?: ein| ei| eit)?|kva slags) (?:(?!did |do |does |has |have |will )\S+ )?(?:hospitals?|municipalit(?:y|ies)|countr(?:y|ies)|count(?:y|ies)|regions?|doctors?|gps?|pharmac(?:y|ies)|compan(?:y|ies)|suppliers?|sykehus|sjukehus|kommuner?|kommunar|kommune|land|fylker?|fylke|region(?:er|ar)?|leger?|lege|legar|fastleger?|fastlege|fastlegar|apotek|selskap(?:er)?|leverandør(?:er|ar)?|avdeling(?:er|ar)?)(?: |$)/;

const ASKS_RESULT =
  /(?:^| )(?:hva|kva|what) (?:\S+ ){0,7}?(?:fant|fann|konkluder\w*|find|found|conclude[ds]?|came? to)(?: |$)|(?:^| )(?:hva|kva) (?:kom|kjem|kommer) (?:\S+ ){1,4}?(?:fram|frem) til(?: |$)/;

/** Declines, with what comes nearest. */
function nearestOnly(subject: Subject, reading: Reading): Question {
  const missing = { words: [], scoped: false, nearest: [subject.key], close: false };
  return { intent: "none", subjects: [], periods: [], language: reading.language, missing };
}

const BEFORE = new Set(["før", "before", "tidligere", "tidlegare", "previously", "earlier", "prior", "inntil", "until", "fram", "frem"]);

/** "the level before the rise in 2021": of a figure that is of the time before a year. */
export function isOfTimeBefore({ item }: IndicatorSubject, { tokens, periods, cues }: Reading): boolean {
  const isOpen = item.observations.length > 0 && item.observations.every(({ period }) => period?.startsWith("../"));
  return isOpen && (periods.length > 0 || cues.has("up") || cues.has("down")) && tokens.some((word) => BEFORE.has(word));
}

function edgeOf(asked: Asked): string | undefined {
  return asked.points.some(({ edge }) => edge === "end") ? "end" : undefined;
}

function isShareOf(subject: Subject, tools: Tools): boolean {
  return subject.kind === "indicator" && (isPercent(tools.knowledge, subject.item.unit) || subject.item.partOf !== undefined);
}

const WERE_THEY = /(?:^| )(?:were|was|are|er|var) (?:they|those|de|dei|dem)(?: |$)/;

/** "how many got care from the municipality": of what the words name as well, the first that is counted so. */
function countedAlike(aim: Extract<Aim, { kind: "sure" }>, reading: Reading, context: Context, tools: Tools): Subject | undefined {
  // "how many were they": counts what was named before.
  if (WERE_THEY.test(reading.text)) return undefined;
  const score = aim.candidate?.score ?? 1;
  const alike = aim.others.filter(({ unexplained, score: other }) => unexplained.length === 0 && score - other <= TIE);
  return alike.find(({ subject }) => subject.kind === "indicator" && !countsOther(reading, subject, context, tools))?.subject;
}

/** "how many people is that?" after a percentage: the number that the data ties to it. */
function inNumbers(subject: Subject, inherited: boolean, reading: Reading, { reader }: Tools): Subject | undefined {
  const counted = inherited && asksCount(reading) && subject.kind === "indicator" ? subject.item.inNumbers : undefined;
  return counted === undefined ? undefined : reader.subject(counted);
}

/** "og i 2020?" goes on with what was asked before; a full question starts anew. */
function continuedIntent(reading: Reading, context: Context, inherited: boolean, isShare: boolean): "value" | "change" | "share" {
  if (said(reading, "quantity", "when") || (!inherited && !reading.followUp)) return "value";
  // A comparison in between begins anew; a source, a reason or a meaning does not.
  const last = context.questions.find(({ intent }) => !IN_BETWEEN.has(intent));
  if (last?.intent === "share" && !isShare) return "value";
  // "and in April 2020?" after the growth from year to year: how much it was then.
  const [mention, more] = reading.periods;
  if (last?.intent === "change" && mention?.kind === "point" && mention.period.length > 4 && !more) return "value";
  // "what was it in 2020?" after a growth: how much it was then.
  if (last?.intent === "change" && said(reading, "whatis") && reading.periods.length === 1) return "value";
  // "og årsverka i 2024?" after a growth: another subject and one time of its own.
  if (last?.intent === "change" && !inherited && reading.periods.length === 1 && reading.periods[0]?.kind === "point") return "value";
  return (CONTINUED as readonly string[]).includes(last?.intent ?? "") ? (last?.intent as "value") : "value";
}
