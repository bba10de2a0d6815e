/** "Which is highest?" – the members of a family in order, the stated places, or the highest and lowest year. */
import type { Answer } from "../src/answers/answer.ts";
import { capital, countedFor, figureFor, levelFigure, nameOf, notesFor } from "../src/answers/figures.ts";
import { periodName, periodPhrase } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import { suggestFor } from "../src/answers/suggest.ts";
import type { KnownFamily, KnownIndicator } from "../src/knowledge/load.ts";
import { answersFor, courseOf, latestOf, type Stated, unbrokenCourse } from "../src/knowledge/prefer.ts";
import type { Subject } from "../src/knowledge/subjects.ts";
import { type Aim, aimAt } from "../src/understanding/aim.ts";
import { askedPeriods } from "../src/understanding/asked.ts";
import type { Context } from "../src/understanding/context.ts";
import { FULLY } from "../src/understanding/fit.ts";
import type { Candidate } from "../src/understanding/matcher.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { enumerated } from "./enumerated.ts";
import { absolutePeriods, asksDate, beginsWithWho, favourShare, type Intent, said, type Tools } from "./intent.ts";
import { declinePeriod } from "./none.ts";
import { isWithin } from "./series.ts";
import { variantBy } from "./variants.ts";

export const ranking: Intent = {
  name: "ranking",
  cues: {
    highest: {
      nb: [
        "høyest",
        "høyst",
        "høyeste",
        "størst",
        "største",
        "flest",
        "mest",
        "mest brukte",
        "topp",
        "rekord",
        "rekordår",
        "beste år",
        "beste året",
        "hvilket år var best",
        "hvilket år var det beste",
        "toppår",
        "rangering",
        "ranger",
        "rangert",
        "toppliste",
        "rekkefølge",
        "på topp",
        "oftest",
        "dyrest",
        "viktigste",
        "populære",
        "populær",
      ],
      nn: [
        "høgst",
        "høgast",
        "høgaste",
        "størst",
        "største",
        "flest",
        "mest",
        "mest brukte",
        "topp",
        "rekord",
        "beste år",
        "beste året",
        "kva år var best",
        "kva år var det beste",
        "rekordår",
        "toppår",
        "rangering",
        "ranger",
        "rangert",
        "toppliste",
        "rekkjefølgje",
        "på topp",
        "oftast",
        "dyrast",
        "viktigaste",
        "populære",
        "populær",
      ],
      en: [
        "highest",
        "largest",
        "biggest",
        "most",
        "most used",
        "top",
        "record high",
        "record year",
        "best year",
        "which year was best",
        "which year was the best",
        "what year was best",
        "what year was the best",
        "all-time high",
        "peak",
        "peaked",
        "ranking",
        "rank",
        "ranked",
        "rank order",
        "in descending order",
        "the order",
        "greatest",
        "maximum",
        "most popular",
        "popular",
      ],
    },
    lowest: {
      nb: ["lavest", "laveste", "minst", "minste", "færrest", "bunn", "minimum", "sjeldnest", "bunnår"],
      nn: ["lågast", "lågaste", "minst", "minste", "færrast", "botn", "minimum", "sjeldnast"],
      en: ["lowest", "smallest", "fewest", "least", "minimum", "bottom"],
    },
  },

  match(reading, context, tools) {
    if (!said(reading, "highest", "lowest")) return undefined;
    if (asksDate(reading, context, tools) || asksRank(reading, context, tools)) return undefined;
    const shade = said(reading, "lowest") && !said(reading, "highest") ? "lowest" : "highest";
    const [last] = context.questions;
    const asked = absolutePeriods(askedPeriods(reading, context), context);
    // "which of those was the highest?" after a course: within the times that were shown.
    const periods = asked.length === 0 && last?.intent === "series" && OF_THOSE.test(reading.text) ? [...last.periods] : asked;
    const listed = enumerated(reading, tools);
    if (OF_DAY.test(reading.text)) return nothingOfEach(reading, context, tools);
    const wantsTime = said(reading, "when") || reading.tokens.some((word) => TIME_UNITS.has(word));
    // "in which quarter were there most physical consultations": one thing is named in full, and a time asked for.
    const one = aimAt(tools.reader, reading, context, { kinds: ["indicator"], favour: favourShare(reading, tools) });
    const about = (key: string): Question => {
      return { intent: "ranking", subjects: [inGrain(key, reading, tools)], periods, language: reading.language, shade };
    };
    if (wantsTime && one.kind === "sure" && !one.inherited && (one.candidate?.complete ?? 0) >= FULLY) return about(one.subject.key);
    if (!listed && asksWhichOne(reading)) return nothingOfEach(reading, context, tools);
    if (listed && !(wantsTime && listed.members.length === 1))
      return { intent: "ranking", subjects: [listed.family], periods, language: reading.language, shade };
    const family = aimAt(tools.reader, reading, context, { kinds: ["family"] });
    // "and the lowest?" after the years of one thing: of its years again.
    const isAgain = last?.intent === "ranking" && one.kind === "sure" && last.subjects[0] === one.subject.key;
    const home = one.kind === "sure" && one.inherited && !wantsTime && !isAgain ? familyOf(one.subject.key, tools) : undefined;
    if (home) return about(home);
    // "who used it most?" after what is told of all together: its years are nobody.
    if (one.kind === "sure" && one.inherited && !isAgain && beginsWithWho(reading)) return nothingOfEach(reading, context, tools);
    if (one.kind === "sure" && (wantsTime || one.inherited)) return about(one.subject.key);
    const named = bestOf(family);
    const used = wantsTime ? undefined : rankedByUse(reading, tools);
    if (used) return about(used.subject.key);
    if (named && !wantsTime && named.complete >= (bestOf(one)?.complete ?? 0) - 0.05) return about(named.subject.key);
    if (one.kind !== "sure" || one.subject.kind !== "indicator" || said(reading, "quantity")) return undefined;
    return courseOf(tools.knowledge, one.subject.item).length > 2 ? about(one.subject.key) : undefined;
  },

  answer(question, tools) {
    const subject = tools.reader.subject(question.subjects[0] ?? "");
    if (subject?.kind === "family") return rankFamily(question, subject.item, subject, tools);
    if (subject?.kind === "indicator") return rankYears(question, subject.item, subject, tools);
    return declinePeriod(question, tools);
  },
};

/** "on which day of the week": no figure is told by the day or the hour. */
const OF_DAY =
  /(?:^| )(?:which|what|hvilken|hvilket|kva|kva for ein|kva for ei) (?:day|weekday|dag|ukedag|vekedag|hour|time of day|klokkeslett|time på d\p{L}+|tid på d\p{L}+)(?: |$)/u;
const OF_THOSE = /(?:^| )(?:of|av) (?:those|these|them|de|dei|dem|disse|desse)(?: |$)/;

/** "what did people use most on Helsenorge": the family of which one asks what was used most, however little else of it is named. */
function rankedByUse({ items }: Reading, { reader }: Tools): Candidate | undefined {
  if (!items.some(({ concepts }) => concepts.includes("use"))) return undefined;
  const [best] = reader.rank(items, { kinds: ["family"] });
  const isOwn = best !== undefined && reader.vocabulary.matcher.nameShare(best.subject.key, "use") >= OWN_WORD;
  return best && isOwn && best.complete >= PARTLY && best.unexplained.length === 0 ? best : undefined;
}

const PARTLY = 0.4;
/** In how many of its names a word must stand to be one of its own. */
const OWN_WORD = 0.15;

const WHICH = new Set(["which", "what", "hvilket", "hvilken", "hvilke", "kva"]);
/** Concepts of those of whom no figure is told one by one. */
const EACH = [
  "hospital",
  "municipality",
  "pharmacy",
  "gp-office",
  "nursing-home",
  "health-trust",
  "emergency-clinic",
  "gp",
  "doctor",
  "county",
  "country",
  "register",
];

/** "which hospital had the most …": the figures are of all hospitals together. */
function asksWhichOne(reading: Reading): boolean {
  return reading.items.some(
    ({ position, concepts }) =>
      (WHICH.has(reading.tokens[position - 1] ?? "") || isTop(reading.tokens, position)) &&
      concepts.some((concept) => EACH.includes(concept)),
  );
}

/** "top 10 hospitals" */
function isTop(tokens: readonly string[], position: number): boolean {
  return /^\d+$/.test(tokens[position - 1] ?? "") && /^topp?$/.test(tokens[position - 2] ?? "");
}

/** Declines, with what all of them have together. */
function nothingOfEach(reading: Reading, context: Context, tools: Tools): Question {
  const aim = aimAt(tools.reader, reading, context, { kinds: ["indicator"] });
  const nearest = aim.kind === "sure" ? [aim.subject.key] : [];
  const missing = { words: [], scoped: false, nearest, close: false };
  return { intent: "none", subjects: [], periods: [], language: reading.language, missing };
}

/** Parts of a year among which the highest may be asked for. */
const GRAINS: Readonly<Record<string, string>> = {
  kvartal: "quarter",
  quarter: "quarter",
  måned: "month",
  måneden: "month",
  månad: "month",
  month: "month",
};
const TIME_UNITS = new Set(["år", "året", "årene", "åra", "year", "years", ...Object.keys(GRAINS)]);

/** "which month was the peak?" after a share of a year: the form of it that is told by month, where there is one. */
function inGrain(key: string, reading: Reading, tools: Tools): string {
  const grain = reading.tokens.map((word) => GRAINS[word]).find((found) => found !== undefined);
  const subject = tools.reader.subject(key);
  if (grain === undefined || subject?.kind !== "indicator" || subject.item.over === grain) return key;
  return variantBy(grain, subject, reading, tools)?.key ?? key;
}

/** "hvem hadde flest?" after one of them: the family that it belongs to. */
function familyOf(key: string, { knowledge }: Tools): string | undefined {
  const family = [...knowledge.families.values()].find(({ members }) => Object.values(members).includes(key));
  return family ? `family:${family.id}` : undefined;
}

function bestOf(aim: Aim): Candidate | undefined {
  if (aim.kind === "sure") return aim.candidate;
  return aim.kind === "choice" ? aim.candidates.find(({ complete }) => complete >= 0.7) : undefined;
}

function rankFamily(question: Question, family: KnownFamily, subject: Subject, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const members = Object.values(family.members).flatMap((id) => knowledge.indicators.get(id) ?? []);
  const [asked] = question.periods;
  const rows = members.flatMap((indicator) => {
    const row = asked
      ? answersFor(knowledge, indicator, asked)?.row
      : (commonLatest(members, indicator, tools) ?? latestOf(knowledge, indicator));
    return row ? [{ indicator, row }] : [];
  });
  if (rows.length === 0) return declinePeriod({ ...question, subjects: members.slice(0, 1).map(({ id }) => id) }, tools);
  const places = rows.some(({ indicator }) => indicator.measure === "rank");
  // Of services only the most used are told; the least used is none of them.
  if (places && question.shade === "lowest") return declinePeriod({ ...question, subjects: [] }, tools);
  const sorted = places ? byPlace(rows) : [...rows].sort((a, b) => b.row.value - a.row.value);
  if (question.shade === "lowest" && !places) sorted.reverse();
  const lines = sorted.map(({ indicator, row }, index) => {
    const place = indicator.measure === "rank" ? row.value : index + 1;
    const figure = indicator.measure === "rank" ? periodPhrase(row.period, language) : countedFor(knowledge, indicator, row, language);
    return say(language, "rankLine", { place, name: nameOf(indicator, language), figure });
  });
  const figures = sorted.map(({ indicator, row }) => levelFigure(knowledge, indicator, row, "answer"));
  const period = periodName(sorted[0]?.row.period ?? "", language);
  const notes = sorted.flatMap(({ indicator, row }) => notesFor(knowledge, { indicator, rows: [row], kind: "level" }, language, 1));
  return {
    intent: "ranking",
    answered: true,
    language,
    headline: capital(say(language, question.shade === "lowest" ? "rankHeadLow" : "rankHead", { name: nameOf(family, language), period })),
    details: [...lines, ...(places ? [say(language, "placesUnknown")] : []), ...new Set(notes)],
    figures,
    sources: figures.map(({ source }) => source),
    suggestions: suggestFor(knowledge, subject, question),
    choices: [],
    question,
  };
}

/** Stated places: what has no place of its own leads, as the report says of the most used service. */
function byPlace(rows: readonly { indicator: KnownIndicator; row: Stated }[]): { indicator: KnownIndicator; row: Stated }[] {
  const place = (indicator: KnownIndicator, row: Stated) => (indicator.measure === "rank" ? row.value : 1);
  return [...rows].sort((a, b) => place(a.indicator, a.row) - place(b.indicator, b.row));
}

function commonLatest(members: readonly KnownIndicator[], indicator: KnownIndicator, { knowledge }: Tools): Stated | undefined {
  return courseOf(knowledge, indicator)
    .filter((row) => members.every((other) => courseOf(knowledge, other).some((item) => item.period === row.period)))
    .filter((row) => row.from.default)
    .at(-1);
}

/** "in which quarter of 2019", "from 2012 to 2019": only what lies in the time that is asked about. */
function isAsked(period: string, [asked]: readonly string[]): boolean {
  if (asked === undefined) return true;
  return asked.includes("/") ? isWithin(period, asked) : period.length === asked.length || period.startsWith(asked);
}

function rankYears(question: Question, indicator: KnownIndicator, subject: Subject, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  // "which of the years 2019 and 2020": only those are ranked.
  const named = question.periods.length > 1 ? question.periods : undefined;
  const whole = courseOf(knowledge, indicator);
  const asked = whole.filter(({ period }) => isAsked(period ?? "", question.periods));
  const unbroken = unbrokenCourse(asked);
  const course = named
    ? named.flatMap((period) => answersFor(knowledge, indicator, period)?.row ?? [])
    : // A single year is no course: then the years before the break are told of as well.
      unbroken.length < 2
      ? asked
      : unbroken;
  const sorted = [...course].sort((a, b) => b.value - a.value);
  if (question.shade === "lowest") sorted.reverse();
  const [best] = sorted;
  if (!best || course.length < 2) return declinePeriod(question, tools);
  const figure = levelFigure(knowledge, indicator, best, "answer");
  return {
    intent: "ranking",
    answered: true,
    language,
    headline: capital(
      say(language, question.shade === "lowest" ? "lowest" : "highest", {
        name: nameOf(indicator, language),
        period: periodPhrase(best.period, language),
        figure: figureFor(knowledge, indicator, best, language),
      }),
    ),
    details: [
      ...(named
        ? sorted
            .slice(1)
            .map((row) => `${capital(periodName(row.period ?? "", language))}: ${figureFor(knowledge, indicator, row, language)}`)
        : []),
      say(language, "rankCourse", {
        first: periodName(course[0]?.period ?? "", language),
        last: periodName(course.at(-1)?.period ?? "", language),
        count: course.length,
      }),
      ...notesFor(knowledge, { indicator, rows: [best], kind: "level" }, language, 1),
    ],
    figures: [figure, ...sorted.slice(1, 3).map((row) => levelFigure(knowledge, indicator, row, named ? "answer" : "context"))],
    sources: [figure.source],
    suggestions: suggestFor(knowledge, subject, question),
    choices: [],
    question,
  };
}

/** "where did the certificate rank": a place that the report itself states. */
function asksRank(reading: Reading, context: Context, tools: Tools): boolean {
  const aim = aimAt(tools.reader, reading, context, {
    kinds: ["indicator"],
    only: (subject) => subject.kind === "indicator" && subject.item.measure === "rank",
  });
  return aim.kind === "sure" && !aim.inherited;
}
