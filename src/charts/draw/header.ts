/** The lines above a plot: title, unit, and what the marks mean. */
import { say } from "../../answers/say.ts";
import type { Language } from "../../knowledge/languages.ts";
import { widthOf } from "../glyphs.ts";
import { COLOURS, PADDING, SIZES, WIDTH } from "../style.ts";
import { element, fitted, fittingSize, rounded, textAt, wrapped } from "./elements.ts";

export type Header = { svg: string[] /** The y below which the plot begins. */; bottom: number };
export type LegendItem = "gap" | "break" | "revision";

/** From one line of a title to the next, in sizes of its letters. */
const TITLE_LEADING = 1.22;
const UNIT_LEADING = 16;
const SYMBOL = 18;
const KEY = 22;

type HeaderStyle = { language: Language; legend?: readonly LegendItem[]; left?: number; width?: number; size?: number; lines?: number };

/** Title in one or two lines, the unit beneath it, and at the right what the marks of the plot mean. */
export function headerOf(title: string, unit: string, style: HeaderStyle): Header {
  const { left = PADDING, width = WIDTH - 2 * PADDING, size = SIZES.title } = style;
  const lines = wrapped(title, width, size, 600, style.lines ?? 2);
  const svg = lines.map((line, index) => textAt(line, left, titleBaseline(index, size), { size, weight: 600 }));
  return under(svg, titleBaseline(lines.length - 1, size), unit, style);
}

/** The names of two lines, each behind a piece of its line, in place of a title. */
export function keyedHeaderOf(
  names: readonly { name: string; key: (x: number, y: number) => string }[],
  unit: string,
  style: HeaderStyle,
): Header {
  const room = WIDTH - 2 * PADDING - KEY;
  const size = fittingSize(
    names.map(({ name }) => name),
    room,
    [SIZES.key, SIZES.label, SIZES.small],
    600,
  );
  const svg = names.flatMap(({ name, key }, index) => {
    const y = titleBaseline(index, size);
    return [key(PADDING, y - size * 0.36), textAt(fitted(name, room, size, 600), PADDING + KEY, y, { size, weight: 600 })];
  });
  return under(svg, titleBaseline(names.length - 1, size), unit, style);
}

function titleBaseline(line: number, size: number): number {
  return PADDING + size * 0.72 + line * size * TITLE_LEADING;
}

function under(above: readonly string[], baseline: number, unit: string, style: HeaderStyle): Header {
  const { language, legend = [], left = PADDING, width = WIDTH - 2 * PADDING } = style;
  if (unit === "") return { svg: [...above], bottom: baseline + 8 };
  const y = baseline + UNIT_LEADING;
  const text = textAt(fitted(unit, width, SIZES.small), left, y, { size: SIZES.small, colour: COLOURS.muted });
  const room = width - widthOf(unit, SIZES.small) - 16;
  return { svg: [...above, text, ...legendOf(legend, left + width, y, room, language)], bottom: y + 8 };
}

const WORDS = { gap: "pictureGap", break: "pictureBreak", revision: "pictureRevised" } as const;

/** Right-aligned; what finds no room is left out, the last items first. */
function legendOf(items: readonly LegendItem[], right: number, y: number, room: number, language: Language): string[] {
  const svg: string[] = [];
  let x = right;
  for (const item of items) {
    const text = say(language, WORDS[item]);
    const width = SYMBOL + widthOf(text, SIZES.small);
    if (right - x + width > room) break;
    svg.push(textAt(text, x, y, { size: SIZES.small, colour: COLOURS.muted, anchor: "end" }), symbolOf(item, x - width, y - 4));
    x -= width + 14;
  }
  return svg;
}

/** The mark itself, small, at the left of its words. */
function symbolOf(item: LegendItem, x: number, y: number): string {
  return element("g", { class: "key" }, shapeOf(item, x, y));
}

function shapeOf(item: LegendItem, x: number, y: number): string {
  if (item === "revision") {
    return element("circle", { cx: x + 8, cy: y, r: 3.5, fill: "none", stroke: COLOURS.muted, "stroke-width": 1.5 });
  }
  if (item === "break") return breakMark(x + 11, y - 6, y + 6);
  return element("path", { d: `M${rounded(x)},${rounded(y)}h14`, ...GAP_STROKE, stroke: COLOURS.muted });
}

/** How a stretch without figures is drawn: dots, unlike the line. */
export const GAP_STROKE = { fill: "none", "stroke-width": 1.8, "stroke-dasharray": "0.1 4.4", "stroke-linecap": "round" } as const;

/** An upright dashed line where two ways of counting meet. */
export function breakMark(x: number, top: number, bottom: number): string {
  return element("path", {
    class: "break",
    d: `M${rounded(x)},${rounded(top)}V${rounded(bottom)}`,
    stroke: COLOURS.muted,
    "stroke-width": 1.2,
    "stroke-dasharray": "3.5 2.5",
    fill: "none",
  });
}
