/** Sets two or more indicators side by side: levels, or growths where the sources print no level. */
import type { Answer } from "../src/answers/answer.ts";
import {
  capital,
  countedFor,
  figureFor,
  isPercent,
  levelFigure,
  nameOf,
  notesFor,
  pointsWords,
  printedFigure,
  sentenceFor,
  sentenceForGrowth,
} from "../src/answers/figures.ts";
import { formatCounted, formatFigure, periodPhrase } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import { suggestFor } from "../src/answers/suggest.ts";
import type { KnownIndicator } from "../src/knowledge/load.ts";
import { answersFor, courseOf, growthOver, latestOf, type Stated } from "../src/knowledge/prefer.ts";
import type { IndicatorSubject } from "../src/knowledge/subjects.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Tools } from "./intent.ts";
import { declinePeriod } from "./none.ts";

/** One thing that is compared, with the figure of it that is told. */
type Side = { indicator: KnownIndicator; row: Stated };

/** The shade of a comparison that needs both sides. */
export const OF_BOTH = "both";

/** The shade of a comparison that asks for the sum. */
export const SUM = "sum";

/** "Which grew more?" – how far each of them went, told by the answers to their changes. */
export function growthsOf(question: Question, changes: readonly Answer[], { reader }: Tools): Answer {
  const { language } = question;
  const names = question.subjects.flatMap((key) => {
    const subject = reader.subject(key);
    return subject?.kind === "indicator" ? [nameOf(subject.item, language)] : [];
  });
  return {
    intent: "compare",
    answered: changes.some(({ answered }) => answered),
    language,
    headline: capital(say(language, "comparedHead", { one: names.slice(0, -1).join(", "), other: names.at(-1) ?? "" })),
    details: changes.flatMap(({ headline, details }) => [headline, ...details.slice(0, 2)]),
    figures: changes.flatMap(({ figures }) => figures),
    sources: changes.flatMap(({ sources }) => sources),
    suggestions: changes[0]?.suggestions ?? [],
    choices: [],
    question,
  };
}

/** Two things of which a source prints only the growth. */
export function growthSideBySide(question: Question, subjects: readonly IndicatorSubject[], tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const found = subjects.flatMap(({ item }) => {
    const change = growthOver(item, question.periods);
    return change ? [{ item, change }] : [];
  });
  const missing = subjects.find(({ item }) => !found.some((one) => one.item === item));
  if (missing) return declinePeriod({ ...question, subjects: [missing.key] }, tools);
  const figures = found.map(({ item, change }) => printedFigure(knowledge, item, change, "answer"));
  const names = found.map(({ item }) => nameOf(item, language));
  const lines = found.map(({ item, change }) => `${sentenceForGrowth(knowledge, item, change, language)}.`);
  const notes = found.flatMap(({ item, change }) =>
    notesFor(knowledge, { indicator: item, rows: [{ period: change.period, note: change.note }], kind: "change" }, language, 1),
  );
  return {
    intent: "compare",
    answered: true,
    language,
    headline: capital(say(language, "comparedHead", { one: names.slice(0, -1).join(", "), other: names.at(-1) ?? "" })),
    details: [...lines, ...new Set(notes)],
    figures,
    sources: figures.map(({ source }) => source),
    suggestions: subjects[0] ? suggestFor(knowledge, subjects[0], question) : [],
    choices: [],
    question,
  };
}

/** Levels of two or more indicators at one time; says so where units or times differ. */
export function sideBySide(question: Question, subjects: readonly IndicatorSubject[], tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const sides = subjects.map((subject) => ({ indicator: subject.item, row: rowFor(subject.item, question.periods, subjects, tools) }));
  const found = sides.flatMap(({ indicator, row }) => (row ? [{ indicator, row }] : []));
  const missing = sides.find(({ row }) => row === undefined);
  if (missing) {
    const declined = declinePeriod({ ...question, subjects: [missing.indicator.id] }, tools);
    return found.length === 0 || question.shade === OF_BOTH ? declined : foundAlone(question, found, declined, tools);
  }
  const figures = found.map(({ indicator, row }) => levelFigure(knowledge, indicator, row, "answer"));
  const names = found.map(({ indicator }) => nameOf(indicator, language));
  const lines = found.map(({ indicator, row }, index) =>
    capital(
      say(language, "comparedLine", {
        name: names[index] ?? "",
        figure: countedFor(knowledge, indicator, row, language),
        period: periodPhrase(row.period, language),
      }),
    ),
  );
  const sameUnit = new Set(found.map(({ indicator }) => indicator.unit)).size === 1;
  const samePeriod = new Set(found.map(({ row }) => row.period)).size === 1;
  const details = found.length === 2 && sameUnit && samePeriod ? [] : lines;
  const notes = found.flatMap(({ indicator, row }) => notesFor(knowledge, { indicator, rows: [row], kind: "level" }, language, 1));
  const differs = found.flatMap(({ indicator }) => indicator.differs?.[language] ?? []);
  return {
    intent: "compare",
    answered: true,
    language,
    headline: headlineFor(found, names, { sameUnit, samePeriod, language }, tools),
    details: [
      ...details,
      ...(sameUnit && samePeriod ? (question.shade === SUM ? sumOf : gapOf)(found, language, tools) : []),
      ...(sameUnit ? [] : [say(language, "notSameUnit")]),
      ...(samePeriod ? [] : [say(language, "differentYears")]),
      ...differs,
      ...new Set(notes),
    ],
    figures,
    sources: figures.map(({ source }) => source),
    suggestions: subjects[0] ? suggestFor(knowledge, subjects[0], question) : [],
    choices: [],
    question: { ...question, periods: samePeriod && found[0]?.row.period ? [found[0].row.period] : question.periods },
  };
}

/** "how much did the hospitals spend in 2019, and the municipalities?": what there is a figure of, and what there is none of. */
function foundAlone(question: Question, found: readonly Side[], declined: Answer, { knowledge }: Tools): Answer {
  const { language } = question;
  const figures = found.map(({ indicator, row }) => levelFigure(knowledge, indicator, row, "answer"));
  return {
    ...declined,
    intent: "compare",
    answered: true,
    headline: found.map(({ indicator, row }) => `${sentenceFor(knowledge, indicator, row, language)}.`).join("\n"),
    details: [declined.headline, ...declined.details.slice(0, 1)],
    figures: [...figures, ...declined.figures],
    sources: [...figures, ...declined.figures].map(({ source }) => source),
    question,
  };
}

function headlineFor(
  found: readonly Side[],
  names: readonly string[],
  how: { sameUnit: boolean; samePeriod: boolean; language: Question["language"] },
  { knowledge }: Tools,
): string {
  const { language } = how;
  const [one, two] = found;
  if (found.length !== 2 || !one || !two || !how.sameUnit || !how.samePeriod) {
    return capital(say(language, "comparedHead", { one: names.slice(0, -1).join(", "), other: names.at(-1) ?? "" }));
  }
  const [more, less] = one.row.value >= two.row.value ? [one, two] : [two, one];
  const values = {
    one: nameOf(more.indicator, language),
    other: nameOf(less.indicator, language),
    oneFigure: figureFor(knowledge, more.indicator, more.row, language),
    otherFigure: figureFor(knowledge, less.indicator, less.row, language),
    // A year that no source gives stands in brackets of its own.
    period: periodPhrase(more.row.period, language).replace(/^\((.*)\)$/, "$1"),
  };
  return capital(say(language, one.row.value === two.row.value ? "comparedEqual" : "comparedMore", values));
}

/** What levels in one unit and of one time come to together; none of percentages, of places, and where one is a part of another. */
function sumOf(found: readonly Side[], language: Question["language"], { knowledge }: Tools): string[] {
  const unit = found[0]?.indicator.unit ?? "";
  const mayAdd = !isPercent(knowledge, unit) && knowledge.units[unit]?.kind !== "rank";
  const ids = new Set(found.map(({ indicator }) => indicator.id));
  const overlaps = found.some(({ indicator }) => ids.has(indicator.partOf ?? "") || ids.has(indicator.parent ?? ""));
  if (!mayAdd || overlaps) return [];
  const value = Number(found.reduce((sum, { row }) => sum + row.value, 0).toPrecision(12));
  return [say(language, "comparedSum", { sum: formatCounted(value, knowledge.units[unit], statusOf(found), language) })];
}

/** How far two levels in one unit and of one time lie apart, told as roundly as they are. */
function gapOf(found: readonly Side[], language: Question["language"], { knowledge }: Tools): string[] {
  const [one, two] = found;
  if (found.length !== 2 || !one || !two || one.row.value === two.row.value) return [];
  const { unit } = one.indicator;
  // A difference of two places in a list is no distance.
  if (knowledge.units[unit]?.kind === "rank") return [];
  const status = statusOf(found);
  const value = Number(Math.abs(one.row.value - two.row.value).toPrecision(12));
  const gap = isPercent(knowledge, unit)
    ? formatFigure(0, undefined, status, language).replace(/0$/, "") + pointsWords(value, language)
    : formatCounted(value, knowledge.units[unit], status, language);
  return [say(language, "comparedGap", { gap })];
}

/** What is computed of figures is as exact as they all are. */
function statusOf(found: readonly Side[]): "exact" | "about" {
  return found.every(({ row }) => row.status === "exact") ? "exact" : "about";
}

/** The asked period's row; without one, the latest period that all sides have, else each one's latest. */
function rowFor(
  indicator: KnownIndicator,
  periods: readonly string[],
  all: readonly IndicatorSubject[],
  { knowledge }: Tools,
): Stated | undefined {
  const [period] = periods.slice(-1);
  if (period && !period.includes("/")) return answersFor(knowledge, indicator, period)?.row;
  const latest = latestOf(knowledge, indicator);
  const shared = courseOf(knowledge, indicator)
    .filter((row) =>
      all.every(({ item }) => item.id === indicator.id || courseOf(knowledge, item).some((other) => other.period === row.period)),
    )
    .filter((row) => row.from.default || !latest?.from.default);
  return shared.at(-1) ?? latest;
}
