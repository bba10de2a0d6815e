/** What is drawn of a line itself: straight segments, gaps, breaks, the tint beneath, and the marks of its points. */
import { area, line as path } from "d3-shape";
import type { Line } from "../picture.ts";
import { COLOURS } from "../style.ts";
import type { Segment } from "./boxes.ts";
import type { Mark } from "./drawing.ts";
import { element, rounded } from "./elements.ts";
import { breakMark, GAP_STROKE } from "./header.ts";

/** A point where it stands; `line` is the place of its line among the plot's lines. */
export type Placed = Mark & { shape: "dot" | "ring"; line: number };

const LINE_COLOURS = [COLOURS.first, COLOURS.second];

/** The colour of the first or the second line. */
export function lineColour(line: number): string {
  return LINE_COLOURS[line] ?? COLOURS.first;
}

/**
 * Straight segments between joined points, dots over gaps, an upright dashed line at a break.
 * @param box the y of the axis and of the plot's upper end, and whether the line is tinted down to the axis
 */
export function strokesOf(line: Line, dots: readonly Placed[], box: { bottom: number; top: number; filled: boolean }): string[] {
  const x = (spot: Placed) => spot.x;
  const y = (spot: Placed) => spot.y;
  // Without a curve d3 joins points by straight segments: a smooth one would invent values.
  const write = path<Placed>(x, y).digits(2);
  const fill = area<Placed>(x, box.bottom, y).digits(2);
  const colour = lineColour(dots[0]?.line ?? 0);
  const stroke = { fill: "none", stroke: colour, "stroke-width": 2.6, "stroke-linejoin": "round", "stroke-linecap": "round" };
  const svg: string[] = [];
  for (const run of runsOf(line, dots)) {
    if (box.filled) svg.push(element("path", { d: fill(run) ?? "", fill: colour, opacity: 0.1 }));
    svg.push(element("path", { class: "line", d: write(run) ?? "", ...stroke }));
  }
  for (const { from, to, join } of stepsOf(line, dots)) {
    if (join === "gap") svg.push(element("path", { class: "gap", d: write([from, to]) ?? "", ...GAP_STROKE, stroke: colour }));
    if (join === "break") svg.push(breakMark(breakAt(from, to), box.top, box.bottom));
  }
  return svg;
}

/** All that labels had better not cover: segments, gaps and breaks. */
export function segmentsOf(line: Line, dots: readonly Placed[], box: { bottom: number; top: number }): Segment[] {
  return stepsOf(line, dots).flatMap(({ from, to, join }) => {
    if (join === "none") return [];
    if (join !== "break") return [{ from, to }];
    return [{ from: { x: breakAt(from, to), y: box.top }, to: { x: breakAt(from, to), y: box.bottom } }];
  });
}

function stepsOf(line: Line, dots: readonly Placed[]) {
  return line.joins.flatMap((join, index) => {
    const [from, to] = [dots[index], dots[index + 1]];
    return from && to ? [{ from, to, join }] : [];
  });
}

function breakAt(from: Placed, to: Placed): number {
  return rounded((from.x + to.x) / 2);
}

/** Stretches of at least two points that lines join. */
function runsOf(line: Line, dots: readonly Placed[]): Placed[][] {
  const runs: Placed[][] = [];
  let run: Placed[] = [];
  for (const [index, dot] of dots.entries()) {
    run.push(dot);
    if (line.joins[index] === "line") continue;
    if (run.length > 1) runs.push(run);
    run = [];
  }
  return runs;
}

/**
 * A dot, larger where it was asked for or stands without a line; a hollow ring for a revision. The second line's are squares.
 * @param how accent: asked points in the second colour; alone: no line leads to the point
 */
export function markOf({ x, y, point, shape, line }: Placed, how: { accent: boolean; alone: boolean }): string {
  const at = { class: "mark", cx: x, cy: y };
  if (shape === "ring") return element("circle", { ...at, r: 4.5, fill: "none", stroke: lineColour(line), "stroke-width": 1.8 });
  const fill = point.asked && how.accent ? COLOURS.second : lineColour(line);
  const r = point.asked ? 5.5 : how.alone ? 4.2 : 3.2;
  const look = { fill, stroke: COLOURS.card, "stroke-width": point.asked ? 2 : 1.2 };
  if (line === 0) return element("circle", { ...at, r, ...look });
  return element("rect", { class: "mark", x: x - r, y: y - r, width: 2 * r, height: 2 * r, rx: 1, ...look });
}

/** A thin line from an asked point down to its period. */
export function guideOf({ x, y }: Placed, bottom: number): string {
  return element("path", { class: "guide", d: `M${x},${y}V${rounded(bottom)}`, stroke: COLOURS.faint, "stroke-width": 1.2 });
}
