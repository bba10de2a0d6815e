/** Which picture an answer gets, if any. A pure function of the answer and the knowledge. */
import type { Answer, AnswerFigure } from "../answers/answer.ts";
import { capital, listed, nameOf } from "../answers/figures.ts";
import { formatFigure } from "../answers/numbers.ts";
import type { Language } from "../knowledge/languages.ts";
import type { Knowledge, KnownFamily, KnownIndicator } from "../knowledge/load.ts";
import { isComparable, type Stated, statedOf } from "../knowledge/prefer.ts";
import { drawableRows, lineOf, pointOf, unitWords } from "./line.ts";
import type { Bar, Bars, Line, Picture, Point } from "./picture.ts";
import { middleOf } from "./time.ts";

/** An observation that the answer gives, with its indicator. */
type Found = { indicator: KnownIndicator; row: Stated };

/** Bars that fit below each other. */
const MOST_BARS = 4;

/**
 * The picture of an answer: the course of its indicator with the asked period marked, a comparison, a
 * ranking or a share.
 * @param language of the words in the picture; the answer's own when left out
 * @returns null where there is nothing to see: no figure, a single count, figures that share no scale
 */
export function pictureOf(answer: Answer, knowledge: Knowledge, language: Language = answer.language): Picture | null {
  if (!answer.answered || answer.intent === "list") return null;
  const found = foundIn(answer, knowledge);
  const computed = answer.figures.find((figure) => figure.computed && figure.measure === "share" && figure.role === "answer");
  if (computed) return partPicture(computed, found, knowledge, language);
  const indicators = [...new Set(found.map(({ indicator }) => indicator))];
  const [only, second] = indicators;
  if (!only) return null;
  if (!second) return singlePicture(answer, only, found, knowledge, language);
  if (answer.intent === "trend") return firstCourse(indicators, found, knowledge, language);
  if (answer.intent === "ranking") return rankingPicture(answer, found, knowledge, language);
  if (answer.intent === "compare") return comparisonPicture(indicators, found, knowledge, language);
  // Two questions in one message share no scale, even where they share a unit.
  return indicators.length === 2 ? panels(indicators, found, knowledge, language) : null;
}

/** The picture of an indicator by itself, as a catalogue shows it; null where it has no course. */
export function pictureOfIndicator(indicator: KnownIndicator, knowledge: Knowledge, language: Language): Picture | null {
  return coursePicture(indicator, [], knowledge, language);
}

/** The observations among the asked figures of an answer; of an answer without any, those beside it. */
function foundIn(answer: Answer, knowledge: Knowledge): Found[] {
  const all = answer.figures.flatMap((figure) => {
    const hit = observationOf(figure, knowledge);
    return hit ? [{ ...hit, role: figure.role }] : [];
  });
  const asked = all.filter(({ role }) => role === "answer");
  return asked.length > 0 ? asked : all;
}

function observationOf(figure: AnswerFigure, knowledge: Knowledge): Found | undefined {
  const indicator = knowledge.indicators.get(figure.indicator);
  if (!indicator || figure.since !== null || figure.computed) return undefined;
  const row = statedOf(knowledge, indicator).find(
    (stated) => stated.period === figure.period && stated.value === figure.value && stated.document === figure.source.document,
  );
  return row ? { indicator, row } : undefined;
}

function singlePicture(
  answer: Answer,
  indicator: KnownIndicator,
  found: readonly Found[],
  knowledge: Knowledge,
  language: Language,
): Picture | null {
  const rows = found.map(({ row }) => row);
  if (answer.intent === "series" && rows.length > 1) return coursePicture(indicator, [], knowledge, language, rows);
  const course = coursePicture(indicator, rows, knowledge, language);
  const [row] = rows;
  return course ?? (row && rows.length === 1 ? percentPicture({ indicator, row }, knowledge, language) : null);
}

/**
 * The course of an indicator. `chart` of the data says whether a line, only dots or nothing may be drawn.
 * Where it says nothing, two observations are still joined if they may be subtracted from each other.
 */
function coursePicture(
  indicator: KnownIndicator,
  asked: readonly Stated[],
  knowledge: Knowledge,
  language: Language,
  only?: readonly Stated[],
): Picture | null {
  const whole = drawableRows(knowledge, indicator);
  const shown = only ? whole.filter((row) => only.some((other) => isSame(other, row))) : whole;
  const rows = shown.length > 1 ? shown : whole;
  const isAsked = (row: Stated) => asked.some((other) => isSame(other, row));
  const pair = rows.length > 2 && indicator.chart === "none" ? rows.filter(isAsked) : rows;
  const [earlier, later] = pair;
  if (!earlier || !later) return null;
  if (indicator.chart === "none" && (pair.length > 2 || !isComparable(knowledge, indicator, earlier, later))) return null;
  const kind = pair.length > 2 || indicator.chart === "dots" ? "course" : "slope";
  const line = lineOf(knowledge, indicator, pair, { language, isAsked, joined: indicator.chart !== "dots" });
  return { kind, language, title: capital(nameOf(indicator, language)), line };
}

function isSame(one: Stated, other: Stated): boolean {
  return one.period === other.period && one.document === other.document && one.value === other.value;
}

function firstCourse(
  indicators: readonly KnownIndicator[],
  found: readonly Found[],
  knowledge: Knowledge,
  language: Language,
): Picture | null {
  for (const indicator of indicators) {
    const asked = found.filter((item) => item.indicator === indicator).map(({ row }) => row);
    const picture = coursePicture(indicator, asked, knowledge, language);
    if (picture) return picture;
  }
  return null;
}

function comparisonPicture(
  indicators: readonly KnownIndicator[],
  found: readonly Found[],
  knowledge: Knowledge,
  language: Language,
): Picture | null {
  const base = { kind: "comparison" as const, language, title: titleOf(indicators, knowledge, language) };
  if (new Set(indicators.map(({ unit }) => unit)).size > 1) {
    return indicators.length === 2 ? panels(indicators, found, knowledge, language) : null;
  }
  if (indicators.length === 2 && haveSharedCourse(indicators, knowledge)) {
    return { ...base, form: "lines", lines: linesOf(indicators, found, knowledge, language) };
  }
  const bars = barsOf(found, knowledge, language);
  const heading = familyOf(indicators, knowledge) ? base.title : null;
  return bars ? { ...base, form: "bars", heading, ...bars } : null;
}

/** The family's name where the indicators are members of one, else their own names. */
function titleOf(indicators: readonly KnownIndicator[], knowledge: Knowledge, language: Language): string {
  const family = familyOf(indicators, knowledge);
  const names = indicators.map((indicator) => nameOf(indicator, language));
  return capital(family ? nameOf(family, language) : listed(names, language));
}

function familyOf(indicators: readonly KnownIndicator[], knowledge: Knowledge): KnownFamily | undefined {
  const fits = [...knowledge.families.values()].filter(({ members }) => indicators.every(({ id }) => Object.values(members).includes(id)));
  return fits[0];
}

/** Both may be drawn as lines and have figures for at least two of the same periods. */
function haveSharedCourse(indicators: readonly KnownIndicator[], knowledge: Knowledge): boolean {
  if (indicators.some(({ chart }) => chart !== "line")) return false;
  const [one = [], other = []] = indicators.map((indicator) => drawableRows(knowledge, indicator).map(({ period }) => period));
  return one.filter((period) => other.includes(period)).length >= 2;
}

/** Both courses over the time that they share; what was asked about is shown in any case. */
function linesOf(indicators: readonly KnownIndicator[], found: readonly Found[], knowledge: Knowledge, language: Language): Line[] {
  const courses = indicators.map((indicator) => drawableRows(knowledge, indicator));
  const times = (rows: readonly Stated[]) => rows.map(({ period }) => middleOf(period ?? ""));
  const from = Math.max(...courses.map((rows) => Math.min(...times(rows))));
  const to = Math.min(...courses.map((rows) => Math.max(...times(rows))));
  return indicators.map((indicator, index) => {
    const isAsked = (row: Stated) => found.some((item) => item.indicator === indicator && isSame(item.row, row));
    const isShared = (row: Stated) => middleOf(row.period ?? "") >= from && middleOf(row.period ?? "") <= to;
    const rows = (courses[index] ?? []).filter((row) => isShared(row) || isAsked(row));
    return lineOf(knowledge, indicator, rows, { language, isAsked, joined: true });
  });
}

/** Two courses beside each other, each on its own scale; null where one of them has no course. */
function panels(indicators: readonly KnownIndicator[], found: readonly Found[], knowledge: Knowledge, language: Language): Picture | null {
  const pictures = indicators.map((indicator) => {
    const asked = found.filter((item) => item.indicator === indicator).map(({ row }) => row);
    return coursePicture(indicator, asked, knowledge, language);
  });
  const lines = pictures.flatMap((picture) => (picture?.kind === "course" || picture?.kind === "slope" ? [picture.line] : []));
  if (lines.length !== indicators.length) return null;
  return { kind: "comparison", form: "panels", language, title: titleOf(indicators, knowledge, language), lines };
}

function rankingPicture(answer: Answer, found: readonly Found[], knowledge: Knowledge, language: Language): Picture | null {
  const bars = barsOf(found, knowledge, language);
  if (!bars) return null;
  const asked = answer.question.subjects[0]?.startsWith("family:")
    ? knowledge.families.get(answer.question.subjects[0].slice("family:".length))
    : undefined;
  const indicators = found.map(({ indicator }) => indicator);
  const title = asked ? capital(nameOf(asked, language)) : titleOf(indicators, knowledge, language);
  return { kind: "ranking", language, title, ...bars };
}

/** Bars share a scale only where all are of one unit; places in a ranking are no amounts. */
function barsOf(found: readonly Found[], knowledge: Knowledge, language: Language): Bars | undefined {
  const [first] = found;
  const units = new Set(found.map(({ indicator }) => indicator.unit));
  const places = found.some(({ indicator }) => indicator.measure === "rank");
  if (!first || units.size > 1 || places || found.length < 2 || found.length > MOST_BARS) return undefined;
  const shares = found.every(({ indicator, row }) => isShare(indicator, row, knowledge));
  const bars = found.map(({ indicator, row }) => ({
    name: capital(nameOf(indicator, language)),
    point: pointOf(knowledge, indicator, row, language, true),
  }));
  const full = shares ? 100 : Math.max(...found.map(({ row }) => row.value));
  return full > 0 ? { unit: unitWords(knowledge, first.indicator, language), full, bars } : undefined;
}

/** True for a percentage of a whole. */
function isShare(indicator: KnownIndicator, { value }: Stated, knowledge: Knowledge): boolean {
  return knowledge.units[indicator.unit]?.kind === "percent" && indicator.measure === "share" && value >= 0 && value <= 100;
}

/** A percentage of a whole by itself; null for all other units. */
function percentPicture({ indicator, row }: Found, knowledge: Knowledge, language: Language): Picture | null {
  if (!isShare(indicator, row, knowledge)) return null;
  const part = pointOf(knowledge, indicator, row, language, true);
  return sharePicture(indicator, part, null, { label: part.label, computed: false }, knowledge, language);
}

/** A part beside the whole that the data names as its total. */
function partPicture(computed: AnswerFigure, found: readonly Found[], knowledge: Knowledge, language: Language): Picture | null {
  const part = found.find(({ indicator }) => indicator.id === computed.indicator);
  const whole = found.find(({ indicator }) => indicator.id === part?.indicator.partOf);
  if (!part || !whole || part.row.value > whole.row.value) return null;
  const point = ({ indicator, row }: Found) => pointOf(knowledge, indicator, row, language, true);
  const label = formatFigure(computed.value, knowledge.units[computed.unit], computed.status, language);
  const total = { name: nameOf(whole.indicator, language), point: point(whole) };
  return sharePicture(part.indicator, point(part), total, { label, computed: true }, knowledge, language);
}

function sharePicture(
  indicator: KnownIndicator,
  part: Point,
  whole: Bar | null,
  share: { label: string; computed: boolean },
  knowledge: Knowledge,
  language: Language,
): Picture {
  const title = capital(nameOf(indicator, language));
  return { kind: "share", language, title, unit: unitWords(knowledge, indicator, language), part, whole, share };
}
