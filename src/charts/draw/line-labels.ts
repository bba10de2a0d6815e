/** The values that are written beside a line plot and inside it. */
import { extremesOf } from "../extremes.ts";
import type { Weight } from "../fonts.ts";
import { widthOf } from "../glyphs.ts";
import type { Point } from "../picture.ts";
import { COLOURS, SIZES } from "../style.ts";
import { type Box, placeFor, type Surroundings, spread } from "./boxes.ts";
import { textAt, wrappedValue } from "./elements.ts";
import type { Placed } from "./strokes.ts";

/** What decides how a plot's labels look. */
export type LabelStyle = {
  /** Widest label before and after the plot; a wider one takes up to `lines` lines. */
  widest: { first: number; last: number; lines: number };
  /** Height of a line of a label. */
  leading: number;
  /** With two lines a label has the colour of its own. */
  twoLines: boolean;
  /** True for the points whose labels are bold. */
  isStrong: (point: Point) => boolean;
};

/** A margin beside a plot: labels stand at its inner edge. */
export type Margin = { side: "first" | "last"; inner: number; outer: number; top: number; bottom: number };

const TEXT_COLOURS = [COLOURS.first, COLOURS.secondText];

function rowsOf(point: Point, side: Margin["side"], style: LabelStyle): string[] {
  return wrappedValue(point.label, style.widest[side], SIZES.label, weightOf(point, style), style.widest.lines);
}

function weightOf(point: Point, style: LabelStyle): Weight {
  return style.isStrong(point) ? 600 : 400;
}

function colourOf({ point, line, shape }: Placed, style: LabelStyle): string {
  if (style.twoLines) return TEXT_COLOURS[line] ?? COLOURS.ink;
  return style.isStrong(point) && shape === "dot" ? COLOURS.ink : COLOURS.muted;
}

/** The width of the margin that labels of some points need. */
export function marginFor(points: readonly Point[], side: Margin["side"], style: LabelStyle): number {
  const widths = points.flatMap((point) => rowsOf(point, side, style).map((row) => widthOf(row, SIZES.label, weightOf(point, style))));
  return Math.max(0, ...widths);
}

/** Labels in a margin, level with their points and moved apart; gives the SVG and the boxes that they take. */
export function outerLabels(spots: readonly Placed[], margin: Margin, style: LabelStyle): { svg: string[]; boxes: Box[] } {
  const svg: string[] = [];
  const labels = spots.map((spot) => ({ spot, rows: rowsOf(spot.point, margin.side, style) }));
  const heights = labels.map(({ rows }) => rows.length * style.leading);
  const wanted = labels.map(({ spot }, index) => ({ middle: spot.y, height: heights[index] ?? 0 }));
  const middles = spread(wanted, margin.top, margin.bottom);
  const boxes = labels.map(({ spot, rows }, index): Box => {
    const height = heights[index] ?? 0;
    const top = (middles[index] ?? 0) - height / 2;
    const look = {
      size: SIZES.label,
      weight: weightOf(spot.point, style),
      colour: colourOf(spot, style),
      anchor: margin.side === "first" ? ("end" as const) : ("start" as const),
    };
    for (const [row, text] of rows.entries()) {
      svg.push(textAt(text, margin.inner, top + (row + 0.5) * style.leading + SIZES.label * 0.36, look));
    }
    const [left = 0, right = 0] = [margin.inner, margin.outer].sort((a, b) => a - b);
    return { left, right, top, bottom: top + height };
  });
  return { svg, boxes };
}

/** A label inside the plot: `force` writes it even where it covers something, `up` prefers above to below. */
export type Inner = { spot: Placed; force: boolean; up: boolean };

/**
 * The points between the ends that get a label, the most important first: asked ones always; then the ends of a shorter line,
 * the highest and the lowest value where they matter, and revisions.
 */
export function innerLabels(
  lines: readonly { dots: readonly Placed[]; rings: readonly Placed[] }[],
  isInner: (spot: Placed) => boolean,
): Inner[] {
  const asked: Inner[] = [];
  const ends: Inner[] = [];
  const extremes: Inner[] = [];
  const revised: Inner[] = [];
  for (const { dots, rings } of lines) {
    const others = lines.filter((other) => other.dots !== dots).flatMap((other) => other.dots);
    const isUpper = (spot: Placed) => others.length === 0 || spot.y <= heightNear(others, spot.x);
    const { highest, lowest } = extremesOf(dots.map(({ point }) => point));
    for (const spot of dots.filter(isInner)) {
      const isEnd = spot === dots[0] || spot === dots.at(-1);
      const isExtreme = others.length === 0 && (spot.point === highest || spot.point === lowest);
      if (spot.point.asked) asked.push({ spot, force: true, up: isUpper(spot) && !(isExtreme && spot.point === lowest) });
      else if (isEnd) ends.push({ spot, force: false, up: isUpper(spot) });
      else if (isExtreme) extremes.push({ spot, force: false, up: spot.point === highest });
    }
    for (const spot of rings.filter(isInner)) {
      const own = dots.find(({ x }) => x === spot.x);
      // A ring around its own dot needs no second number.
      if (own && Math.abs(own.y - spot.y) > 8) revised.push({ spot, force: false, up: spot.y < own.y });
    }
  }
  return [...asked, ...ends, ...extremes, ...revised];
}

/** The y of the one among other points that stands nearest to an x. */
function heightNear(others: readonly Placed[], x: number): number {
  const [first, ...rest] = others;
  if (!first) return Number.POSITIVE_INFINITY;
  return rest.reduce((best, other) => (Math.abs(other.x - x) < Math.abs(best.x - x) ? other : best), first).y;
}

/**
 * Writes the labels inside a plot, each where it covers the least.
 * @param named the x of the periods that the axis names; where it does not, the label does
 */
export function writeInner(labels: readonly Inner[], around: Surroundings, named: ReadonlySet<number>, style: LabelStyle): string[] {
  const taken = [...around.boxes];
  const askedNamed = labels.every(({ spot }) => !spot.point.asked || named.has(spot.x));
  return labels.flatMap(({ spot, force, up }) => {
    const told = spot.point.asked ? askedNamed : named.has(spot.x);
    const text = told ? spot.point.label : `${spot.point.label} (${spot.point.when})`;
    const weight = weightOf(spot.point, style);
    // Beside two lines a label on the wrong side would seem to belong to the other one.
    const side = { up, only: style.twoLines };
    const forms = [[text], wrappedValue(text, 0, SIZES.label, weight)].map((rows) => {
      const width = Math.max(...rows.map((row) => widthOf(row, SIZES.label, weight)));
      const size = { width, height: SIZES.label + (rows.length - 1) * style.leading };
      return { rows, ...placeFor(spot, size, side, { ...around, boxes: taken }) };
    });
    const best = forms.reduce((one, two) => (two.covered < one.covered ? two : one));
    if (best.covered > 0 && !force) return [];
    taken.push(best.box);
    const look = { size: SIZES.label, weight, colour: colourOf(spot, style), halo: true, anchor: "middle" as const };
    const middle = (best.box.left + best.box.right) / 2;
    const last = best.box.bottom - 2;
    return best.rows.map((row, index) => textAt(row, middle, last - (best.rows.length - 1 - index) * style.leading, look));
  });
}
