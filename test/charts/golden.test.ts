/** The golden pictures, compared by pixels. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { renderPng } from "../../src/charts/index.ts";
import { draw } from "./every.ts";
import { GOLDENS, goldenPath } from "./goldens.ts";

/** Of 307,200 pixels; room for another version's anti-aliasing, not for a moved point. */
const MOST_DIFFERENT = 100;

function differing(one: Uint8Array, other: Uint8Array): number {
  const [a, b] = [PNG.sync.read(Buffer.from(one)), PNG.sync.read(Buffer.from(other))];
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.1 });
}

describe("golden pictures", () => {
  it.each(GOLDENS)("$file looks as it did", async ({ file, intent, subjects, periods, language }) => {
    const png = await renderPng(draw(intent, subjects, periods, language));
    expect(existsSync(goldenPath(file)), "draw it by npm run goldens, and look at it").toBe(true);
    expect(differing(png, readFileSync(goldenPath(file)))).toBeLessThanOrEqual(MOST_DIFFERENT);
  });

  it("differ where another year is asked", async () => {
    const one = await renderPng(draw("value", ["helsenorge-visits"], ["2019"], "nb"));
    const other = await renderPng(draw("value", ["helsenorge-visits"], ["2018"], "nb"));
    expect(differing(one, other)).toBeGreaterThan(MOST_DIFFERENT);
  });

  it("are all still drawn by a test", () => {
    const files = readdirSync(dirname(goldenPath("x"))).map((name) => name.replace(/\.png$/, ""));
    expect(files.sort()).toEqual(GOLDENS.map(({ file }) => file).sort());
  });
});
