/** What every picture owes its readers: no text over another, none cut by the edge, colours that show. */
import { describe, expect, it } from "vitest";
import type { Box } from "../../src/charts/draw/boxes.ts";
import { overlap } from "../../src/charts/draw/boxes.ts";
import type { Weight } from "../../src/charts/fonts.ts";
import { widthOf } from "../../src/charts/glyphs.ts";
import { svgOf } from "../../src/charts/index.ts";
import { COLOURS, HEIGHT, WIDTH } from "../../src/charts/style.ts";
import { everyPicture } from "./every.ts";

const TEXT =
  /<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)" font-weight="(400|600)" fill="[^"]+"(?: text-anchor="(middle|end)")?[^>]*>([^<]*)</g;

type Written = Box & { text: string };

function textsIn(svg: string): Written[] {
  return [...svg.matchAll(TEXT)].map(([, x, y, fontSize, weight, anchor, text = ""]) => {
    const size = Number(fontSize);
    const width = widthOf(text.replace(/&amp;/g, "&").replace(/&quot;/g, '"'), size, Number(weight) as Weight);
    const left = Number(x) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
    return { text, left, right: left + width, top: Number(y) - size * 0.73, bottom: Number(y) + 1 };
  });
}

const pictures = everyPicture().map(({ name, picture }) => {
  const svg = svgOf(picture);
  return { name, picture, svg, texts: textsIn(svg) };
});

describe("texts of all pictures in all languages", () => {
  it("are read whole by this test", () => {
    const lost = pictures.filter(({ svg, texts }) => (svg.match(/<text /g)?.length ?? 0) !== texts.length);
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  it("do not lie on each other", () => {
    const faults = pictures.flatMap(({ name, texts }) =>
      texts.flatMap((one, index) =>
        texts.slice(index + 1).flatMap((other) => (overlap(one, other) > 0.5 ? [`${name}: ${one.text} | ${other.text}`] : [])),
      ),
    );
    expect(faults).toEqual([]);
  });

  it("stay on the card", () => {
    const faults = pictures.flatMap(({ name, texts }) =>
      texts.flatMap(({ text, left, right, top, bottom }) =>
        left < 8 || right > WIDTH - 8 || top < 8 || bottom > HEIGHT - 4 ? [`${name}: ${text}`] : [],
      ),
    );
    expect(faults).toEqual([]);
  });

  it("are never cut where they hold a number", () => {
    const faults = pictures.flatMap(({ name, texts }) => texts.flatMap(({ text }) => (/\d…/.test(text) ? [`${name}: ${text}`] : [])));
    expect(faults).toEqual([]);
  });

  it("name the unit, and for lines the first and the last period and value", () => {
    const faults = pictures.flatMap(({ name, picture, texts }) => {
      const lines = "line" in picture ? [picture.line] : "lines" in picture ? picture.lines : [];
      const units = "unit" in picture ? [picture.unit] : lines.map(({ unit }) => unit);
      const ends = lines.flatMap(({ points }) => [points[0], points.at(-1)]).flatMap((point) => (point ? [point.when, point.label] : []));
      const written = ` ${texts.map(({ text }) => text).join(" ")} `;
      const missing = [...units, ...ends].filter((words) => !written.toLowerCase().includes(words.toLowerCase()));
      return missing.map((words) => `${name}: ${words}`);
    });
    expect(faults).toEqual([]);
  });

  it("are at least 11 points high", () => {
    const sizes = new Set(pictures.flatMap(({ svg }) => [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  });
});

describe("colours", () => {
  const bright = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string) => {
    const [dark = 0, light = 0] = [bright(one), bright(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  it.each(["ink", "muted", "first", "secondText"] as const)("%s can be read as text on the card", (name) => {
    expect(contrast(COLOURS[name], COLOURS.card)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["first", "second"] as const)("%s can be seen as a line on the card", (name) => {
    expect(contrast(COLOURS[name], COLOURS.card)).toBeGreaterThanOrEqual(3);
  });

  it("let the card stand out on dark and on light backgrounds", () => {
    expect(contrast(COLOURS.card, "#1a1d21")).toBeGreaterThan(10);
    expect(contrast(COLOURS.edge, "#ffffff")).toBeGreaterThan(1.3);
  });
});
