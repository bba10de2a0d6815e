/** Pictures beside bare resvg on the same SVG, and the memory of many; part of `npm run bench`, alone by `npm run bench:pictures`. */
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-wasm";
import { type Picture, pictureOf, renderPng, svgOf } from "../../src/charts/index.ts";
import { drawingOptions, prepareDrawing } from "../../src/charts/render.ts";
import { everyPicture, knowledge } from "../charts/every.ts";
import { percentiles, print, ratio } from "./table.ts";

const MEASURED = 400;
const WARM_UP = 20;
const FIRST = 500;
const MANY = 5_000;

/** Measures and prints time and memory. Each picture is another one, so that none comes from the cache. */
export async function measurePictures(): Promise<void> {
  await prepareDrawing();
  const all = everyPicture();
  // Every kind takes part: every so many of the list, which goes subject by subject.
  const step = Math.floor(all.length / (MEASURED + WARM_UP));
  const sample = all.filter((_, index) => index % step === 0);
  const ours: number[] = [];
  const bare: number[] = [];
  for (const [index, { answer, picture }] of sample.entries()) {
    const svg = svgOf(picture);
    const plain = await timed(async () => drawBare(svg));
    const whole = await timed(async () => renderPng(pictureOf(answer, knowledge) ?? picture));
    if (index < WARM_UP) continue;
    ours.push(whole);
    bare.push(plain);
  }
  const [own, base] = [percentiles(ours), percentiles(bare)];
  print(
    [`${ours.length} pictures, ms`, "p50", "p99", "p50 to bare"],
    [
      ["answer to PNG", own.p50.toFixed(1), own.p99.toFixed(1), ratio(own.p50, base.p50, 2)],
      ["bare resvg, same SVG", base.p50.toFixed(1), base.p99.toFixed(1), ratio(1, 1, 2)],
    ],
  );
  const [first, last] = await memoryAfter(all.map(({ picture }) => picture));
  print(
    ["memory after pictures, resident", "MB"],
    [
      [FIRST.toLocaleString("en"), first.toFixed(0)],
      [MANY.toLocaleString("en"), last.toFixed(0)],
      ["growth", (last - first).toFixed(0)],
    ],
  );
}

/** The resident memory in MB after the first and after all of many drawings. */
async function memoryAfter(pictures: readonly Picture[]): Promise<[number, number]> {
  let first = 0;
  for (let drawn = 0; drawn < MANY; drawn++) {
    const picture = pictures[drawn % pictures.length];
    if (picture) await renderPng(picture);
    if (drawn + 1 === FIRST) first = resident();
  }
  return [first, resident()];
}

function resident(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** What the time is held against: resvg with the same options, and nothing around it. */
function drawBare(svg: string): Uint8Array {
  const resvg = new Resvg(svg, drawingOptions());
  const image = resvg.render();
  const png = image.asPng();
  image.free();
  resvg.free();
  return png;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await measurePictures();
