/** Tells one indicator's figure for one or more times, and what helps beside it. */
import type { Answer } from "../src/answers/answer.ts";
import {
  capital,
  computedFigure,
  countedFor,
  eventFigure,
  figureFor,
  growthWords,
  levelFigure,
  notesFor,
  printedChanges,
  printedFigure,
  sentenceFor,
  sentenceForEvent,
  sentenceForGrowth,
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
import type { Subject } from "../src/knowledge/subjects.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Tools } from "./intent.ts";
import { declinePeriod } from "./none.ts";

/** The date of an event, in a sentence. */
export function answerEvent(question: Question, subject: Extract<Subject, { kind: "event" }>, { knowledge }: Tools): Answer {
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

/** The figure of each asked time, the report's latest when none is asked; declines where one of the times has none. */
export function answerIndicator(question: Question, indicator: KnownIndicator, tools: Tools): Answer {
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
export function answerOnlyChange(question: Question, indicator: KnownIndicator, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const change = growthOver(indicator, question.periods);
  if (!change) return declinePeriod(question, tools);
  const figure = printedFigure(knowledge, indicator, change, "answer");
  return {
    intent: question.intent === "change" ? "change" : "value",
    answered: true,
    language,
    headline: `${sentenceForGrowth(knowledge, indicator, change, language)}.`,
    details: notesFor(knowledge, { indicator, rows: [change], kind: "change" }, language),
    figures: [figure],
    sources: [figure.source],
    suggestions: [],
    choices: [],
    question,
  };
}
