/** An indicator's observations as a Line: which of them, in what order, and what may join them. */
import { nameOf } from "../answers/figures.ts";
import { formatFigure } from "../answers/numbers.ts";
import type { Language } from "../knowledge/languages.ts";
import type { Knowledge, KnownIndicator } from "../knowledge/load.ts";
import { courseOf, revisionsOf, type Stated } from "../knowledge/prefer.ts";
import { sourceOf } from "../knowledge/sources.ts";
import type { Join, Line, Point } from "./picture.ts";
import { cadenceOf, isOnAxis, middleOf, shortPeriod } from "./time.ts";

/** An observation as a Point. */
export function pointOf(knowledge: Knowledge, indicator: KnownIndicator, row: Stated, language: Language, asked: boolean): Point {
  return {
    indicator: indicator.id,
    period: row.period,
    value: row.value,
    status: row.status,
    source: sourceOf(knowledge, row, indicator),
    label: formatFigure(row.value, knowledge.units[indicator.unit], row.status, language),
    when: row.period === null ? "" : shortPeriod(row.period, language),
    asked,
  };
}

/** The rows of an indicator that have a place on a time axis, earliest first; empty when periods of different length are mixed. */
export function drawableRows(knowledge: Knowledge, indicator: KnownIndicator): Stated[] {
  const rows = courseOf(knowledge, indicator).filter((row) => row.period !== null && isOnAxis(row.period));
  return cadenceOf(rows.flatMap((row) => row.period ?? [])) === undefined ? [] : rows;
}

/** The unit of an indicator in words. */
export function unitWords(knowledge: Knowledge, indicator: KnownIndicator, language: Language): string {
  return knowledge.units[indicator.unit]?.[language].other ?? indicator.unit;
}

/**
 * A Line of some rows of an indicator.
 * @param isAsked says which rows the question asked about
 * @param joined false where only dots may be drawn
 */
export function lineOf(
  knowledge: Knowledge,
  indicator: KnownIndicator,
  rows: readonly Stated[],
  how: { language: Language; isAsked: (row: Stated) => boolean; joined: boolean },
): Line {
  const { language, isAsked, joined } = how;
  const revised = rows.flatMap((row) => revisionsOf(knowledge, indicator, row));
  return {
    name: nameOf(indicator, language),
    unit: unitWords(knowledge, indicator, language),
    points: rows.map((row) => pointOf(knowledge, indicator, row, language, isAsked(row))),
    joins: joinsOf(rows, joined),
    revisions: revised.map((row) => pointOf(knowledge, indicator, row, language, isAsked(row))),
  };
}

/** A little more than the cadence, so that a leap year or a month's length opens no gap. */
const SLACK = 1.1;

function joinsOf(rows: readonly Stated[], joined: boolean): Join[] {
  const cadence = cadenceOf(rows.flatMap((row) => row.period ?? [])) ?? 1;
  return rows.slice(1).map((row, index) => {
    if (row.breakBefore) return "break";
    if (!joined) return "none";
    const step = middleOf(row.period ?? "") - middleOf(rows[index]?.period ?? "");
    return step > cadence * SLACK ? "gap" : "line";
  });
}
