/** SVG to PNG, one picture at a time in a process, with what was drawn kept for the next one who asks. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setImmediate as nextTurn } from "node:timers/promises";
import { initWasm, Resvg, type ResvgRenderOptions } from "@resvg/resvg-wasm";
import { ByteCache } from "./cache.ts";
import { fontBytes } from "./fonts.ts";
import type { Picture } from "./picture.ts";
import { PIXELS_PER_POINT } from "./style.ts";
import { svgOf } from "./svg.ts";

/** About 500 pictures. */
const CACHE_BYTES = 8_000_000;

const drawn = new ByteCache(CACHE_BYTES);
const underway = new Map<string, Promise<Uint8Array>>();
let last: Promise<unknown> = Promise.resolve();
let ready: Promise<void> | undefined;

/**
 * The picture as PNG bytes, 960 x 320 pixels. Byte for byte the same for the same picture.
 * Calls wait for each other; the same picture is drawn once. The bytes are shared: do not change them.
 */
export function renderPng(picture: Picture): Promise<Uint8Array> {
  const svg = svgOf(picture);
  const known = drawn.get(svg);
  if (known) return Promise.resolve(known);
  const waiting = underway.get(svg);
  if (waiting) return waiting;
  const drawing = inTurn(svg).finally(() => underway.delete(svg));
  underway.set(svg, drawing);
  return drawing;
}

/** How many pictures are being drawn or wait for it; a server refuses work by it. */
export function picturesWaiting(): number {
  return underway.size;
}

/** Starts the drawing code; only the first call does work. Called by renderPng, or early to spare the first picture the wait. */
export function prepareDrawing(): Promise<void> {
  ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
  return ready;
}

async function inTurn(svg: string): Promise<Uint8Array> {
  const before = last;
  const own = (async () => {
    await before;
    await prepareDrawing();
    // Drawing does not yield; others get a turn between two pictures.
    await nextTurn();
    const png = drawPng(svg);
    drawn.set(svg, png);
    return png;
  })();
  last = own.catch(() => undefined);
  return own;
}

/** What resvg is told for every picture: Inter and nothing else, so that no machine's own fonts show. */
export function drawingOptions(): ResvgRenderOptions {
  return {
    fitTo: { mode: "zoom", value: PIXELS_PER_POINT },
    font: { fontBuffers: [fontBytes(400), fontBytes(600)], defaultFontFamily: "Inter", sansSerifFamily: "Inter" },
  };
}

/** Draws at once, past queue and cache. Call prepareDrawing before. */
export function drawPng(svg: string): Uint8Array {
  // What lives in WebAssembly is not collected: each object has to be given back.
  const resvg = new Resvg(svg, drawingOptions());
  try {
    const image = resvg.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}
