/** The property of all pictures: what is drawn, read back through the scales, is an observation of the data with its source. */
import { describe, expect, it } from "vitest";
import type { Mark, Plot, Scale } from "../../src/charts/draw/drawing.ts";
import { drawingOf } from "../../src/charts/draw/index.ts";
import type { Line, Picture } from "../../src/charts/picture.ts";
import { middleOf } from "../../src/charts/time.ts";
import { statedOf } from "../../src/knowledge/prefer.ts";
import { sourceOf } from "../../src/knowledge/sources.ts";
import { everyPicture, knowledge } from "./every.ts";

// The language changes words, not points.
const pictures = everyPicture(["nb"]).map(({ name, picture }) => ({ name, picture, ...drawingOf(picture) }));

/** Coordinates are written to a hundredth of a point. */
const ROUNDING = 0.0051;

function invert({ domain, range }: Scale, at: number): { value: number; within: number } {
  const perPoint = (domain[1] - domain[0]) / (range[1] - range[0]);
  return { value: domain[0] + (at - range[0]) * perPoint, within: Math.abs(perPoint) * ROUNDING };
}

/** The observations of the data that stand where a mark was drawn, found by its coordinates alone. */
function observationsAt(mark: Mark, { time, value }: Plot): string[] {
  const indicator = knowledge.indicators.get(mark.point.indicator);
  if (!indicator) return [];
  const drawn = invert(value, mark.shape === "bar" ? mark.x : mark.y);
  const when = time ? invert(time, mark.x) : undefined;
  return statedOf(knowledge, indicator)
    .filter((row) => Math.abs(row.value - drawn.value) <= drawn.within)
    .filter((row) => when === undefined || (row.period !== null && Math.abs(middleOf(row.period) - when.value) <= when.within))
    .map((row) => JSON.stringify({ period: row.period, value: row.value, source: sourceOf(knowledge, row, indicator) }));
}

/** What a picture's SVG shows of data: marks of points, filled bars, corners of lines. */
function shapesIn(svg: string): { marks: number; corners: string[] } {
  const lines = [...svg.matchAll(/<path class="line" d="([^"]+)"/g)];
  return {
    marks: svg.match(/class="(?:mark|bar)"/g)?.length ?? 0,
    corners: lines.flatMap(([, path = ""]) => path.match(/[\d.]+,[\d.]+/g) ?? []),
  };
}

function linesOf(picture: Picture): readonly Line[] {
  if (picture.kind === "course" || picture.kind === "slope") return [picture.line];
  return picture.kind === "comparison" && picture.form !== "bars" ? picture.lines : [];
}

describe("what is drawn", () => {
  it("covers every kind of picture", () => {
    const kinds = new Set(
      pictures.map(({ picture }) => (picture.kind === "comparison" ? `${picture.kind} ${picture.form}` : picture.kind)),
    );
    expect([...kinds].sort()).toEqual(["comparison bars", "comparison lines", "comparison panels", "course", "ranking", "share", "slope"]);
    expect(pictures.length).toBeGreaterThan(3000);
  });

  it("is an observation with its source, read back from its coordinates", () => {
    const wrong: string[] = [];
    for (const { name, plots } of pictures) {
      for (const plot of plots) {
        for (const mark of plot.marks) {
          const { period, value, source } = mark.point;
          if (!observationsAt(mark, plot).includes(JSON.stringify({ period, value, source }))) wrong.push(`${name}: ${period} ${value}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it("is in the SVG, and nothing else is: as many marks as observations, and lines turn only at them", () => {
    const wrong: string[] = [];
    for (const { name, picture, svg, plots } of pictures) {
      const marks = plots.flatMap((plot) => plot.marks);
      const shapes = shapesIn(svg);
      // The whole of a share is the bar's own end.
      const expected = picture.kind === "share" ? 1 : marks.length;
      if (shapes.marks !== expected) wrong.push(`${name}: ${shapes.marks} marks for ${expected} observations`);
      const places = new Set(marks.filter(({ shape }) => shape === "dot").map(({ x, y }) => `${x},${y}`));
      for (const corner of shapes.corners) if (!places.has(corner)) wrong.push(`${name}: a line turns at ${corner}`);
    }
    expect(wrong).toEqual([]);
  });

  it("keeps revisions off every line", () => {
    for (const { name, picture, svg, plots } of pictures) {
      const rings = plots.flatMap(({ marks }) => marks.filter(({ shape }) => shape === "ring"));
      expect(rings.length, name).toBe(linesOf(picture).flatMap(({ revisions }) => revisions).length);
      const corners = new Set(shapesIn(svg).corners);
      expect(
        rings.filter(({ x, y }) => corners.has(`${x},${y}`)),
        name,
      ).toEqual([]);
    }
  });

  it("joins nothing over a break or a gap, and nothing of an indicator that may only be dots", () => {
    for (const { name, picture } of pictures) {
      for (const line of linesOf(picture)) {
        const indicator = knowledge.indicators.get(line.points[0]?.indicator ?? "");
        if (indicator?.chart === "dots") expect(line.joins, name).not.toContain("line");
        if (indicator?.chart === "none") expect(line.points.length, name).toBe(2);
        for (const [index, join] of line.joins.entries()) {
          const [from, to] = [line.points[index], line.points[index + 1]];
          const broken = indicator?.observations.some((row) => row.period === to?.period && row.value === to?.value && row.breakBefore);
          if (broken) expect(join, name).toBe("break");
          const years = middleOf(to?.period ?? "") - middleOf(from?.period ?? "");
          if (years > 1.1) expect(join, name).not.toBe("line");
        }
      }
    }
  });

  it("is the same for the same answer, byte for byte", () => {
    const again = everyPicture(["nb"]).map(({ picture }) => drawingOf(picture).svg);
    expect(again).toEqual(pictures.map(({ svg }) => svg));
  });
});
