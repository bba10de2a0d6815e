/** Periods on a true time axis: where each stands, how far apart neighbours are, and how it is named beside an axis. */
import { periodName } from "../answers/numbers.ts";
import { say } from "../answers/say.ts";
import type { Language } from "../knowledge/languages.ts";
import { type Grain, grainOf } from "../knowledge/period.ts";

/** Length of a period in years; a date has none and spans have no place of their own. */
const LENGTHS: Readonly<Partial<Record<Grain, number>>> = { year: 1, half: 1 / 2, quarter: 1 / 4, month: 1 / 12, date: 0 };

/** True for periods with a place on a time axis: not for spans and open periods. */
export function isOnAxis(period: string): boolean {
  return LENGTHS[grainOf(period)] !== undefined;
}

/** Where a period stands: the middle of it, in years (2021 → 2021.5, 2021-Q1 → 2021.125, 2021-12-31 → 2021.99…). */
export function middleOf(period: string): number {
  const year = Number(period.slice(0, 4));
  switch (grainOf(period)) {
    case "half":
      return year + (Number(period[6]) - 0.5) / 2;
    case "quarter":
      return year + (Number(period[6]) - 0.5) / 4;
    case "month":
      return year + (Number(period.slice(5, 7)) - 0.5) / 12;
    case "date":
      return year + (Number(period.slice(5, 7)) - 1) / 12 + Number(period.slice(8)) / 31 / 12;
    default:
      return year + 0.5;
  }
}

/**
 * The distance in years between neighbouring periods of a course; undefined when it mixes periods of
 * different length. Where all are the same part of the year (first halves, Decembers) that is a year.
 */
export function cadenceOf(periods: readonly string[]): number | undefined {
  const grains = new Set(periods.map(grainOf));
  const [grain] = grains;
  if (grain === undefined || grains.size > 1) return undefined;
  const parts = new Set(periods.map((period) => period.slice(4)));
  return parts.size === 1 ? 1 : LENGTHS[grain] || 1 / 12;
}

/** The years inside a course that have no figure, as ranges: ["2011–2016", "2018"]. Empty for courses that are not yearly. */
export function missingYears(periods: readonly string[]): string[] {
  if (cadenceOf(periods) !== 1) return [];
  const years = periods.map((period) => Number(period.slice(0, 4)));
  return years.slice(1).flatMap((year, index) => {
    const first = (years[index] ?? year) + 1;
    if (first >= year) return [];
    return first === year - 1 ? [String(first)] : [`${first}–${year - 1}`];
  });
}

/** A period as it is named beside an axis: "2021", "4. kv. 2021", "H1 2021", "end of 2021". */
export function shortPeriod(period: string, language: Language): string {
  const year = period.slice(0, 4);
  const part = Number(period[6]);
  if (grainOf(period) === "quarter") return say(language, "pictureQuarter", { part, year });
  if (grainOf(period) === "half") return say(language, "pictureHalf", { part, year });
  if (period.endsWith("-12-31")) return say(language, "pictureYearEnd", { year });
  return periodName(period, language);
}
