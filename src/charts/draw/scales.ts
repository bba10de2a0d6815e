/** The scales of a line plot: a true time axis, and values from zero or closer. */
import { extremesOf } from "../extremes.ts";
import type { Line, Point } from "../picture.ts";
import { middleOf } from "../time.ts";
import type { Scale } from "./drawing.ts";

/** Lines whose least value is below this part of the greatest begin at zero. */
const ZERO_BELOW = 0.5;
/** The scale spans at least this part of the greatest value, so that a small change looks small. */
const LEAST_SPAN = 0.25;
/** Room between the axis and the lowest point where the scale does not begin at zero; more where a label stands under that point. */
const LIFT = 12;
const LABEL_LIFT = 22;

/** Everything that a line draws: its points and their revisions. */
export function allPoints(lines: readonly Line[]): Point[] {
  return lines.flatMap(({ points, revisions }) => [...points, ...revisions]);
}

/** The time of a point, in years. */
export function timeOfPoint(point: Point): number {
  return middleOf(point.period ?? "");
}

/** From the first to the last period. */
export function timeScale(lines: readonly Line[], left: number, right: number): Scale {
  const times = allPoints(lines).map(timeOfPoint);
  return { domain: [Math.min(...times), Math.max(...times)], range: [left, right] };
}

/** From `bottom` (zero, or something less than the least value) to `top` (the greatest value). */
export function valueScale(lines: readonly Line[], bottom: number, top: number): Scale {
  const values = allPoints(lines).map(({ value }) => value);
  const least = Math.min(...values);
  const greatest = Math.max(...values);
  if (least >= 0 && least <= greatest * ZERO_BELOW) return { domain: [0, greatest || 1], range: [bottom, top] };
  const labelled = lines.length > 1 || lines.some(({ points }) => extremesOf(points).lowest !== undefined);
  const missing = Math.max(0, LEAST_SPAN * Math.abs(greatest) - (greatest - least)) / 2;
  return { domain: [least - missing, greatest + missing], range: [bottom - (labelled ? LABEL_LIFT : LIFT), top] };
}

/** True when the scale's lower end is zero, so that heights may be compared. */
export function startsAtZero(scale: Scale): boolean {
  return scale.domain[0] === 0;
}
