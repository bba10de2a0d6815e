import { Resvg } from "@resvg/resvg-wasm";
import { PNG } from "pngjs";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ByteCache } from "../../src/charts/cache.ts";
import { fontBytes, fontLicence } from "../../src/charts/fonts.ts";
import { widthOf } from "../../src/charts/glyphs.ts";
import { picturesWaiting, renderPng, svgOf } from "../../src/charts/index.ts";
import { drawingOptions, drawPng, prepareDrawing } from "../../src/charts/render.ts";
import { draw, everyPicture } from "./every.ts";

beforeAll(prepareDrawing);
afterEach(() => vi.restoreAllMocks());

const logins = () => draw("value", ["helsenorge-logins"], ["2021"], "nb");

describe("a drawn picture", () => {
  it("is a PNG of 960 x 320 pixels", async () => {
    const { width, height } = PNG.sync.read(Buffer.from(await renderPng(logins())));
    expect([width, height]).toEqual([960, 320]);
  });

  it("is light enough for a chat", async () => {
    expect((await renderPng(logins())).byteLength).toBeLessThan(60_000);
  });

  it("has clear corners and a card that covers what is behind it", async () => {
    const { data, width } = PNG.sync.read(Buffer.from(await renderPng(logins())));
    const opacity = (x: number, y: number) => data[(y * width + x) * 4 + 3];
    expect(opacity(0, 0)).toBe(0);
    expect(opacity(480, 160)).toBe(255);
  });

  it("is the same byte for byte", () => {
    const svg = svgOf(logins());
    expect(Buffer.compare(drawPng(svg), drawPng(svg))).toBe(0);
  });
});

describe("text", () => {
  it("is drawn: without it the picture differs", () => {
    const svg = svgOf(logins());
    const silent = svg.replace(/<text .*?<\/text>/g, "");
    expect(silent).not.toBe(svg);
    expect(inkOf(svg)).toBeGreaterThan(inkOf(silent) + 2000);
  });

  it("is drawn by every piece, æøå among them", () => {
    for (const weight of [400, 600]) {
      for (const text of ["Æøå", "2021", "rundt 77,5 millioner", "−1 %", "5\u00a0059\u00a0914", "–…·"]) {
        expect(boxOf(text, weight)?.width ?? 0, `${text} ${weight}`).toBeGreaterThan(2);
      }
    }
  });

  it("would be missing without the font, silently", () => {
    const resvg = new Resvg(svgOf(logins()), { font: { fontBuffers: [] } });
    const image = resvg.render();
    expect(image.asPng().byteLength).toBeLessThan(drawPng(svgOf(logins())).byteLength / 2);
    image.free();
    resvg.free();
  });

  it("is as wide as the font's own metrics say, or a little narrower", () => {
    for (const weight of [400, 600] as const) {
      for (const text of [
        "Helsepersonell med oppslag i kjernejournal",
        "rundt 77,5 millioner",
        "5\u00a0059\u00a0914 kroner",
        "«Åpne» – ø",
      ]) {
        const drawn = boxOf(text, weight)?.width ?? 0;
        const told = widthOf(text, 12.5, weight);
        expect(drawn, text).toBeLessThanOrEqual(told + 1);
        expect(drawn, text).toBeGreaterThan(told * 0.93);
      }
    }
  });

  it("comes from TTF files", () => {
    // A TTF begins with the version 1.0; woff and woff2 with their names.
    for (const weight of [400, 600] as const) expect([...fontBytes(weight).subarray(0, 4)]).toEqual([0, 1, 0, 0]);
  });

  it("travels with Inter's licence", () => {
    expect(fontLicence()).toContain("SIL Open Font License");
    expect(fontLicence()).toContain("The Inter Project Authors");
  });

  it("escapes what is markup and drops what XML forbids", () => {
    const picture = { ...logins(), title: 'A & B < "C"\u0000\ud800' };
    expect(svgOf(picture)).toContain("A &amp; B &lt; &quot;C&quot;");
    expect(() => drawPng(svgOf(picture))).not.toThrow();
  });
});

describe("drawing", () => {
  it("gives back every object, also when it fails", () => {
    const freed = vi.spyOn(Resvg.prototype, "free");
    const resvg = new Resvg("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>");
    const image = resvg.render();
    const imageFreed = vi.spyOn(Object.getPrototypeOf(image) as { free: () => void }, "free");
    image.free();
    resvg.free();
    drawPng(svgOf(logins()));
    expect([freed.mock.calls.length, imageFreed.mock.calls.length]).toEqual([2, 2]);
    vi.spyOn(Object.getPrototypeOf(image) as { asPng: () => Uint8Array }, "asPng").mockImplementation(() => {
      throw new Error("no memory");
    });
    expect(() => drawPng(svgOf(logins()))).toThrow("no memory");
    expect([freed.mock.calls.length, imageFreed.mock.calls.length]).toEqual([3, 3]);
  });

  it("goes one at a time, each picture once, and kept ones at once", async () => {
    const rendered = vi.spyOn(Resvg.prototype, "render");
    const pictures = everyPicture(["nn"])
      .slice(0, 4)
      .map(({ picture }) => picture);
    const all = [...pictures, ...pictures].map((picture) => renderPng(picture));
    expect(picturesWaiting()).toBe(4);
    const drawn = await Promise.all(all);
    expect(picturesWaiting()).toBe(0);
    expect(rendered).toHaveBeenCalledTimes(4);
    expect(drawn[4]).toBe(drawn[0]);
    const [first] = pictures;
    if (first) expect(await renderPng(first)).toBe(drawn[0]);
    expect(rendered).toHaveBeenCalledTimes(4);
  });

  it("lets others have a turn between two pictures", async () => {
    const order: string[] = [];
    const pictures = everyPicture(["en"])
      .slice(10, 12)
      .map(({ picture }) => picture);
    setImmediate(() => order.push("other"));
    await Promise.all(pictures.map((picture, index) => renderPng(picture).then(() => order.push(`picture ${index}`))));
    expect(order.indexOf("other")).toBeLessThan(order.indexOf("picture 1"));
  });

  it("goes on after a picture that fails", async () => {
    const [broken, whole] = everyPicture(["en"])
      .slice(20, 22)
      .map(({ picture }) => picture);
    if (!broken || !whole) throw new Error("too few pictures");
    vi.spyOn(Resvg.prototype, "render").mockImplementationOnce(() => {
      throw new Error("no memory");
    });
    const failing = renderPng(broken);
    const going = renderPng(whole);
    await expect(failing).rejects.toThrow("no memory");
    expect((await going).byteLength).toBeGreaterThan(1000);
    expect((await renderPng(broken)).byteLength).toBeGreaterThan(1000);
  });
});

describe("the cache", () => {
  it("holds no more bytes than it may, and drops what was used longest ago", () => {
    const cache = new ByteCache(250);
    for (const key of ["a", "b"]) cache.set(key, new Uint8Array(100));
    cache.get("a");
    cache.set("c", new Uint8Array(100));
    expect([cache.get("a"), cache.get("b"), cache.get("c")].map((value) => value?.byteLength)).toEqual([100, undefined, 100]);
    expect(cache.bytes).toBe(204);
  });

  it("counts a key once, and does not keep what is too large", () => {
    const cache = new ByteCache(250);
    cache.set("a", new Uint8Array(100));
    cache.set("a", new Uint8Array(50));
    expect(cache.bytes).toBe(52);
    cache.set("b", new Uint8Array(300));
    expect(cache.get("b")).toBeUndefined();
    expect(cache.bytes).toBe(52);
  });
});

/** Pixels that are darker than the card. */
function inkOf(svg: string): number {
  const { data } = PNG.sync.read(Buffer.from(drawPng(svg)));
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at + 3] ?? 0) > 0 && (data[at] ?? 255) < 200) ink++;
  return ink;
}

/** The box of a text alone, as resvg draws it at 12.5 points. */
function boxOf(text: string, weight: number): { width: number } | undefined {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="160" font-family="Inter"><text x="10" y="50" font-size="12.5" font-weight="${weight}">${text}</text></svg>`;
  const { fitTo: _, ...options } = drawingOptions();
  const resvg = new Resvg(svg, options);
  const box = resvg.getBBox();
  const found = box && { width: box.width };
  box?.free();
  resvg.free();
  return found;
}
