/** SVG elements as text, with escaped attributes and content. */

import type { Weight } from "../fonts.ts";
import { widthOf } from "../glyphs.ts";
import { COLOURS, HEIGHT, WIDTH } from "../style.ts";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Coordinates are written to a hundredth of a point; what is drawn is measured by the same numbers. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** One element; attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${typeof value === "number" ? rounded(value) : escaped(value)}"`,
  );
  return content === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${content}</${name}>`;
}

/** Text as XML content: markup escaped, characters that XML forbids left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

export type Anchor = "start" | "middle" | "end";
/** `halo` keeps lines behind a text away from it. */
export type TextStyle = { size: number; weight?: Weight; colour?: string; anchor?: Anchor; halo?: boolean };

/** A line of text; `y` is its baseline. */
export function textAt(text: string, x: number, y: number, style: TextStyle): string {
  return element(
    "text",
    {
      x,
      y,
      "font-size": style.size,
      "font-weight": style.weight ?? 400,
      fill: style.colour ?? COLOURS.ink,
      "text-anchor": style.anchor === undefined || style.anchor === "start" ? undefined : style.anchor,
      ...(style.halo && { stroke: COLOURS.card, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }),
    },
    escaped(text),
  );
}

/** The whole document around what stands on the card. */
export function documentOf(content: readonly string[]): string {
  const card = element("rect", {
    x: 0.5,
    y: 0.5,
    width: WIDTH - 1,
    height: HEIGHT - 1,
    rx: 10,
    fill: COLOURS.card,
    stroke: COLOURS.edge,
  });
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: WIDTH,
      height: HEIGHT,
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      "font-family": "Inter",
    },
    [card, ...content].join(""),
  );
}

/** A text cut to a width, at a word's end where it can be, with an ellipsis. */
export function fitted(text: string, most: number, size: number, weight: Weight = 400): string {
  if (widthOf(text, size, weight) <= most) return text;
  const fits = (cut: string) => widthOf(`${cut}…`, size, weight) <= most;
  const words = text.split(" ");
  for (let count = words.length - 1; count > 0; count--) {
    const cut = words
      .slice(0, count)
      .join(" ")
      .replace(/[,;:–-]$/, "");
    if (fits(cut)) return `${cut}…`;
  }
  let cut = text;
  while (cut !== "" && !fits(cut)) cut = [...cut].slice(0, -1).join("");
  return `${cut}…`;
}

/** The first of some sizes at which all texts are no wider than `most`; else the last one. */
export function fittingSize(texts: readonly string[], most: number, sizes: readonly number[], weight: Weight = 400): number {
  const fitting = sizes.find((size) => texts.every((text) => widthOf(text, size, weight) <= most));
  return fitting ?? sizes.at(-1) ?? 0;
}

/** A text in at most `lines` lines no wider than `most`; the last one is cut when the rest does not fit. */
export function wrapped(text: string, most: number, size: number, weight: Weight = 400, lines = 2): string[] {
  const words = text.split(" ");
  let line = words[0] ?? "";
  let used = 1;
  while (used < words.length && widthOf(`${line} ${words[used]}`, size, weight) <= most) {
    line = `${line} ${words[used]}`;
    used++;
  }
  const rest = words.slice(used).join(" ");
  if (rest === "") return [fitted(line, most, size, weight)];
  if (lines === 1) return [fitted(text, most, size, weight)];
  return [fitted(line, most, size, weight), ...wrapped(rest, most, size, weight, lines - 1)];
}

/**
 * A value in one line, or in as few even lines as make it no wider than `most`, up to `lines`.
 * Values are never cut: where even that is too wide, it stays too wide.
 */
export function wrappedValue(text: string, most: number, size: number, weight: Weight = 400, lines = 2): string[] {
  const words = text.split(" ");
  const widest = (rows: readonly string[]) => Math.max(...rows.map((row) => widthOf(row, size, weight)));
  let best = [text];
  for (let count = 2; count <= Math.min(lines, words.length) && widest(best) > most; count++) {
    best = splitsOf(words, count).reduce((one, other) => (widest(other) < widest(one) ? other : one));
  }
  return best;
}

/** All ways to part words into a number of lines. */
function splitsOf(words: readonly string[], count: number): string[][] {
  if (count === 1) return [[words.join(" ")]];
  return words.slice(0, words.length - count + 1).flatMap((_, index) => {
    const head = words.slice(0, index + 1).join(" ");
    return splitsOf(words.slice(index + 1), count - 1).map((rest) => [head, ...rest]);
  });
}
