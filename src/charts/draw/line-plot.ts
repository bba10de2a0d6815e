/** Draws one or two lines over time into a box: axis, lines, points and labels. */
import { scaleLinear } from "d3-scale";
import type { Line, Point } from "../picture.ts";
import { axisOf } from "./axis.ts";
import type { Box } from "./boxes.ts";
import type { Plot, Scale } from "./drawing.ts";
import { rounded } from "./elements.ts";
import { innerLabels, type LabelStyle, type Margin, marginFor, outerLabels, writeInner } from "./line-labels.ts";
import { allPoints, startsAtZero, timeOfPoint, timeScale, valueScale } from "./scales.ts";
import { guideOf, markOf, type Placed, segmentsOf, strokesOf } from "./strokes.ts";

export type LinePlotStyle = Pick<LabelStyle, "widest" | "leading"> & {
  /** Marks the asked points in the second colour; for plots of a single line. */
  accent: boolean;
  /** Tints the area under a line that begins at zero. */
  filled: boolean;
};

const AXIS_ROOM = 21;
const LABEL_GAP = 9;
/** Above the highest point, for a label where there may be one. */
const HEADROOM = { labelled: 20, plain: 8 };

/**
 * Draws lines into a box. The first and the last value stand beside the plot, in margins of their own;
 * asked, highest and lowest values inside it.
 */
export function linePlot(lines: readonly Line[], box: Box, style: LinePlotStyle): { svg: string[]; plot: Plot } {
  const points = allPoints(lines);
  const times = points.map(timeOfPoint);
  const isFirst = (point: Point) => timeOfPoint(point) === Math.min(...times);
  const isLast = (point: Point) => timeOfPoint(point) === Math.max(...times);
  const isInner = (point: Point) => !isFirst(point) && !isLast(point);
  const anyAsked = points.some(({ asked }) => asked);
  const isStrong = (point: Point) => point.asked || (!anyAsked && isLast(point) && isOnLine(point, lines));
  const labels: LabelStyle = { ...style, twoLines: lines.length > 1, isStrong };

  const bottom = box.bottom - AXIS_ROOM;
  const left = box.left + marginFor(points.filter(isFirst), "first", labels) + LABEL_GAP;
  const right = box.right - marginFor(points.filter(isLast), "last", labels) - LABEL_GAP;
  const time = timeScale(lines, left, right);
  const value = valueScale(lines, bottom, box.top + (points.some(isInner) ? HEADROOM.labelled : HEADROOM.plain));
  const placed = placedIn(lines, time, value);
  const all = placed.flatMap(({ dots, rings }) => [...dots, ...rings]);
  const inner = innerLabels(placed, ({ point }) => isInner(point));
  const axis = axisOf(
    placed.flatMap(({ dots }) => dots),
    inner.map(({ spot }) => spot),
    { left: box.left, right: box.right, y: bottom },
  );

  const ends = { bottom, top: box.top };
  const strokes = lines.flatMap((line, index) =>
    strokesOf(line, placed[index]?.dots ?? [], { ...ends, filled: style.filled && startsAtZero(value) }),
  );
  const marks = all.map((spot) => markOf(spot, { accent: style.accent, alone: lines[spot.line]?.joins.includes("none") === true }));
  const beside = (test: (point: Point) => boolean, margin: Pick<Margin, "side" | "inner" | "outer">) =>
    outerLabels(
      all.filter(({ point }) => test(point)),
      { ...margin, top: box.top, bottom: bottom + 2 },
      labels,
    );
  const before = beside(isFirst, { side: "first", inner: left - LABEL_GAP, outer: box.left });
  const after = beside(isLast, { side: "last", inner: right + LABEL_GAP, outer: box.right });
  const surroundings = {
    inside: { left: box.left, right: box.right, top: box.top - 2, bottom: bottom - 1 },
    boxes: [...all.map(boxAround), ...before.boxes, ...after.boxes],
    segments: lines.flatMap((line, index) => segmentsOf(line, placed[index]?.dots ?? [], ends)),
  };
  const svg = [
    ...all.filter(({ point }) => point.asked).map((spot) => guideOf(spot, bottom)),
    ...axis.svg,
    ...strokes,
    ...marks,
    ...before.svg,
    ...after.svg,
    ...writeInner(inner, surroundings, axis.named, labels),
  ];
  return { svg, plot: { time, value, marks: all.map(({ point, shape, x, y }) => ({ point, shape, x, y })) } };
}

function isOnLine(point: Point, lines: readonly Line[]): boolean {
  return lines.some(({ points }) => points.includes(point));
}

/** Where each line's points and revisions stand. */
function placedIn(lines: readonly Line[], time: Scale, value: Scale): { dots: Placed[]; rings: Placed[] }[] {
  const x = scaleLinear(time.domain, time.range);
  const y = scaleLinear(value.domain, value.range);
  return lines.map(({ points, revisions }, line) => {
    const at = (point: Point) => ({ point, line, x: rounded(x(timeOfPoint(point))), y: rounded(y(point.value)) });
    return {
      dots: points.map((point) => ({ ...at(point), shape: "dot" as const })),
      rings: revisions.map((point) => ({ ...at(point), shape: "ring" as const })),
    };
  });
}

/** The room that a point's mark takes. */
function boxAround({ x, y }: Placed): Box {
  return { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 };
}
