/** "Show the course of …" – every time that there is a figure for, with breaks marked. */
import type { Answer } from "../src/answers/answer.ts";
import { capital, figureFor, isPercent, levelFigure, listed, nameOf } from "../src/answers/figures.ts";
import { periodName } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import { suggestFor } from "../src/answers/suggest.ts";
import type { KnownIndicator } from "../src/knowledge/load.ts";
import { grainOf, timeOf } from "../src/knowledge/period.ts";
import { courseOf, type Stated } from "../src/knowledge/prefer.ts";
import { documentTitle } from "../src/knowledge/sources.ts";
import type { Subject } from "../src/knowledge/subjects.ts";
import { askedPeriods, isYear } from "../src/understanding/asked.ts";
import { NAMED } from "../src/understanding/fit.ts";
import type { Candidate } from "../src/understanding/matcher.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { absolutePeriods, clarifying, favourShare, type Intent, said, type Tools, target } from "./intent.ts";
import { declinePeriod } from "./none.ts";
import { value } from "./value.ts";
import { asksEachPart, variantBy } from "./variants.ts";

const MOST_LINES = 16;

export const series: Intent = {
  name: "series",
  cues: {
    series: {
      nb: [
        "tidslinje over",
        "tidslinje for",
        "tidslinje med",
        "vis hvordan",
        "vis åssen",
        "alle årene",
        "alle år",
        "alle åra",
        "hvert kvartal",
        "per kvartal",
        "hele rekka",
        "hele rekken",
        "kvartal for kvartal",
        "måned for måned",
        "for hvert år",
        "utvikla seg år for år",
        "utvikling",
        "utviklingen",
        "utvikla",
        "forløp",
        "forløpet",
        "kurve",
        "kurven",
        "graf",
        "graph",
        "diagram",
        "over tid",
        "tidsserie",
        "historikk",
        "historiske",
        "år for år",
        "per år",
        "hvert år",
        "alle år",
        "alle årene",
        "gjennom årene",
        "de siste årene",
        "tabell",
      ],
      nn: [
        "vis korleis",
        "alle åra",
        "alle år",
        "kvart kvartal",
        "per kvartal",
        "heile rekkja",
        "kvartal for kvartal",
        "månad for månad",
        "for kvart år",
        "år for år",
        "utvikla seg år for år",
        "utvikling",
        "utviklinga",
        "forløp",
        "forløpet",
        "kurve",
        "kurva",
        "graf",
        "diagram",
        "over tid",
        "tidsserie",
        "historikk",
        "år for år",
        "kvart år",
        "alle år",
        "alle åra",
        "gjennom åra",
        "dei siste åra",
        "tabell",
      ],
      en: [
        "show how",
        "show me how",
        "all years",
        "every year",
        "all the years",
        "by quarter",
        "by month",
        "per quarter",
        "every quarter",
        "each quarter",
        "whole row",
        "whole series",
        "quarter by quarter",
        "year by year",
        "month by month",
        "year on year",
        "course",
        "time series",
        "series",
        "over time",
        "development",
        "developed",
        "history",
        "historical",
        "curve",
        "graph",
        "chart",
        "plot",
        "year by year",
        "by year",
        "each year",
        "every year",
        "all years",
        "over the years",
        "timeline",
        "develop",
        "develops",
        "evolution",
        "evolved",
        "progression",
        "trajectory",
        "table",
      ],
    },
  },

  match(reading, context, tools) {
    const asked = askedPeriods(reading, context);
    const closedRange = asked.range?.start != null && (asked.range.end !== null || !said(reading, "quantity"));
    if (!said(reading, "series") && !closedRange && asked.lastYears === undefined && !asksEachPart(reading)) return undefined;
    // "how many in 1987? We write of historical matters": one year that is counted is no course.
    // "by quarter: how many in Q2 2020?": one part of a year is none either.
    const isOnePart = asked.points.length === 1 && !asked.points.some(({ period }) => isYear(period));
    if (isOnePart && !asked.range && asksEachPart(reading) && !said(reading, "change", "trend")) return undefined;
    const ofEach = asksEachPart(reading);
    if (asked.points.length > 0 && !asked.range && said(reading, "quantity") && !said(reading, "change", "trend") && !ofEach)
      return undefined;
    const found = target("series", reading, context, tools, { kinds: ["indicator", "family"], favour: favourShare(reading, tools) });
    if (!found) return undefined;
    if ("question" in found) return said(reading, "series") || found.question.intent === "clarify" ? found.question : undefined;
    if (found.subject.kind === "family") return clarifying("series", [found.subject], reading, context, tools);
    const subject = said(reading, "share") ? asShare(found, tools) : found.subject;
    const wanted = subject.kind === "indicator" ? subject.item : undefined;
    if (!wanted) return undefined;
    if (!said(reading, "series") && courseOf(tools.knowledge, wanted).length < 2) return undefined;
    const points = asked.points.map(({ period }) => period);
    const key = finerVariant(subject, points, reading, tools);
    const ranges = asked.lastYears === undefined ? absolutePeriods(asked, context) : lastYears(asked.lastYears, wanted, tools);
    // "for each quarter of 2019": the course within that year.
    const [year, another] = points;
    const within = ofEach && year?.length === 4 && another === undefined ? [`${year}/${year}`] : [];
    const periods = [...ranges.filter((period) => period.includes("/")), ...within];
    return { intent: "series", subjects: [key], periods, language: reading.language };
  },

  answer(question, tools) {
    const subject = tools.reader.subject(question.subjects[0] ?? "");
    if (subject?.kind !== "indicator") return declinePeriod(question, tools);
    const [range] = question.periods;
    const whole = courseOf(tools.knowledge, subject.item);
    const course = range ? whole.filter((row) => isWithin(row.period ?? "", range)) : whole;
    if (course.length === 0) return declinePeriod(question, tools);
    if (whole.length < 2) return value.answer({ ...question, intent: "value", periods: [] }, tools);
    const [only, another] = course;
    if (only?.period && !another) return value.answer({ ...question, intent: "value", periods: [only.period] }, tools);
    return answerCourse(question, subject.item, subject, course, tools);
  },
};

/** "the e-prescription share each year": of what the words name as well, the first that is a share. */
function asShare({ subject, aim }: { subject: Subject; aim: { others: readonly Candidate[] } }, { knowledge }: Tools): Subject {
  const isShare = (one: Subject) => one.kind === "indicator" && isPercent(knowledge, one.item.unit);
  const named = aim.others.filter(({ unexplained, complete }) => unexplained.length === 0 && complete >= NAMED);
  return [subject, ...named.map((other) => other.subject)].find(isShare) ?? subject;
}

/** "kvartalsvis", "per month": the variant with that grain. */
function finerVariant(subject: Subject, periods: readonly string[], reading: Reading, tools: Tools): string {
  const words = reading.text;
  const grain = /kvartal|quarter/.test(words)
    ? "quarter"
    : /måned|month|månad/.test(words)
      ? "month"
      : /halvår|half/.test(words)
        ? "half"
        : undefined;
  const asked = grain ?? periods.map(grainOf).find((item) => item !== "year");
  if (!asked || subject.kind !== "indicator") return subject.key;
  return variantBy(asked, subject, reading, tools)?.key ?? subject.key;
}

function lastYears(count: number, indicator: KnownIndicator, { knowledge }: Tools): string[] {
  const course = courseOf(knowledge, indicator);
  const end = course.at(-1)?.period?.slice(0, 4);
  return end ? [`${Number(end) - count + 1}/${end}`] : [];
}

/** Whether a period lies in a range like "2019/2021" or "2019/..". */
export function isWithin(period: string, range: string): boolean {
  const [start = "..", end = ".."] = range.split("/");
  const after = start === ".." || timeOf(period) >= timeOf(start) - (grainOf(start) === "year" && grainOf(period) !== "year" ? 1 : 0);
  return after && (end === ".." || timeOf(period) <= timeOf(end));
}

function answerCourse(question: Question, indicator: KnownIndicator, subject: Subject, course: readonly Stated[], tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const shown = course.slice(-MOST_LINES);
  const lines = shown.map((row, index) =>
    say(language, "seriesLine", {
      period: capital(periodName(row.period ?? "", language)),
      figure: figureFor(knowledge, indicator, row, language),
      mark: row.breakBefore && index > 0 ? say(language, "seriesBreak") : "",
    }),
  );
  const others = [...new Set(shown.filter((row) => !row.from.default).map((row) => documentTitle(row.from)))];
  const hasReport = shown.some((row) => row.from.default);
  const documents = listed(others.slice(0, 3), language) + (others.length > 3 ? " …" : "");
  const figures = shown.map((row) => levelFigure(knowledge, indicator, row, "answer"));
  const sources = [...figures].sort(
    (a, b) => Number(b.source.document === knowledge.report.id) - Number(a.source.document === knowledge.report.id),
  );
  return {
    intent: "series",
    answered: true,
    language,
    headline: capital(
      say(language, "seriesHead", {
        name: nameOf(indicator, language),
        first: periodName(shown[0]?.period ?? "", language),
        last: periodName(shown.at(-1)?.period ?? "", language),
      }),
    ),
    details: [
      ...lines,
      ...(others.length > 0 ? [say(language, hasReport ? "seriesOther" : "fromOtherOnly", { documents, document: documents })] : []),
      ...(indicator.differs ? [indicator.differs[language]] : []),
    ],
    figures,
    sources: sources.map(({ source }) => source),
    suggestions: suggestFor(knowledge, subject, question),
    choices: [],
    question,
  };
}
