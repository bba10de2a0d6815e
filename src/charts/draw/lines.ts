/** Pictures of lines over time: a course, a slope, two lines on one scale, two plots side by side. */
import { capital } from "../../answers/figures.ts";
import type { ComparisonPicture, CoursePicture, Line, SlopePicture } from "../picture.ts";
import { COLOURS, HEIGHT, PADDING, WIDTH } from "../style.ts";
import type { Drawing } from "./drawing.ts";
import { documentOf, element, rounded } from "./elements.ts";
import { headerOf, keyedHeaderOf, type LegendItem } from "./header.ts";
import { linePlot } from "./line-plot.ts";

const BOTTOM = HEIGHT - 8;
const FULL = { widest: { first: 92, last: 124, lines: 2 }, leading: 14.5 };
const HALF = { widest: { first: 66, last: 66, lines: 3 }, leading: 14 };
const BETWEEN = 20;

type LinesPicture = Extract<ComparisonPicture, { lines: readonly Line[] }>;

/** One line, or two points joined by one. */
export function course({ kind, title, language, line }: CoursePicture | SlopePicture): Drawing {
  const header = headerOf(title, capital(line.unit), { language, legend: legendOf([line]) });
  const box = { left: PADDING, right: WIDTH - PADDING, top: header.bottom, bottom: BOTTOM };
  const { svg, plot } = linePlot([line], box, { ...FULL, accent: true, filled: kind === "course" });
  return { svg: documentOf([...header.svg, ...svg]), plots: [plot] };
}

/** Two lines of one unit on one scale; their names, each with its mark, stand in place of a title. */
export function twoLines({ language, lines }: LinesPicture): Drawing {
  const names = lines.map((line, index) => ({ name: capital(line.name), key: (x: number, y: number) => keyOf(index, x, y) }));
  const header = keyedHeaderOf(names, capital(lines[0]?.unit ?? ""), { language, legend: legendOf(lines) });
  const box = { left: PADDING, right: WIDTH - PADDING, top: header.bottom, bottom: BOTTOM };
  const { svg, plot } = linePlot(lines, box, { ...FULL, accent: false, filled: false });
  return { svg: documentOf([...header.svg, ...svg]), plots: [plot] };
}

/** Two plots, each with its own name, unit and scale. */
export function panels({ language, lines }: LinesPicture): Drawing {
  const width = (WIDTH - 2 * PADDING - BETWEEN) / 2;
  const middle = element("path", { d: `M${WIDTH / 2},${PADDING}V${HEIGHT - PADDING}`, stroke: COLOURS.edge, "stroke-width": 1 });
  const headers = lines.map((line, index) => {
    const left = PADDING + index * (width + BETWEEN);
    return { left, ...headerOf(capital(line.name), capital(line.unit), { language, left, width, size: 12.5, lines: 3 }) };
  });
  const top = Math.max(...headers.map(({ bottom }) => bottom));
  const drawn = lines.map((line, index) => {
    const left = headers[index]?.left ?? PADDING;
    return linePlot([line], { left, right: left + width, top, bottom: BOTTOM }, { ...HALF, accent: true, filled: line.points.length > 2 });
  });
  const content = [middle, ...headers.flatMap(({ svg }) => svg), ...drawn.flatMap(({ svg }) => svg)];
  return { svg: documentOf(content), plots: drawn.map(({ plot }) => plot) };
}

/** What needs explaining, the most important first. */
function legendOf(lines: readonly Line[]): LegendItem[] {
  const joins = new Set(lines.flatMap((line) => line.joins));
  return [
    ...(lines.some(({ revisions }) => revisions.length > 0) ? (["revision"] as const) : []),
    ...(joins.has("break") ? (["break"] as const) : []),
    ...(joins.has("gap") ? (["gap"] as const) : []),
  ];
}

/** A short piece of a line with its mark. */
function keyOf(index: number, x: number, y: number): string {
  const colour = index === 0 ? COLOURS.first : COLOURS.second;
  const stroke = element("path", { d: `M${x},${rounded(y)}h15`, stroke: colour, "stroke-width": 2.6, "stroke-linecap": "round" });
  const mark =
    index === 0
      ? element("circle", { cx: x + 7.5, cy: y, r: 4, fill: colour })
      : element("rect", { x: x + 3.5, y: y - 4, width: 8, height: 8, rx: 1, fill: colour });
  return element("g", { class: "key" }, stroke + mark);
}
