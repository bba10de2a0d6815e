/** How wide a text is, from the advance widths that the font itself states (its tables cmap, hmtx, hhea, head). */
import { fontBytes, type Weight } from "./fonts.ts";

type Widths = { perEm: number; advanceOf: (code: number) => number };

const known = new Map<Weight, Widths>();

/** The width of a text in points. Kerning is left out: it makes Inter a little narrower, never wider. */
export function widthOf(text: string, size: number, weight: Weight = 400): number {
  const widths = known.get(weight) ?? readWidths(fontBytes(weight));
  known.set(weight, widths);
  let units = 0;
  for (const character of text) units += widths.advanceOf(character.codePointAt(0) ?? 0);
  return (units / widths.perEm) * size;
}

function readWidths(bytes: Uint8Array): Widths {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(view);
  const at = (name: string) => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`the font has no table ${name}`);
    return offset;
  };
  const perEm = view.getUint16(at("head") + 18);
  // Glyphs after the last metric share its advance width.
  const metrics = view.getUint16(at("hhea") + 34);
  const glyphOf = readCharacters(view, at("cmap"));
  const advanceOf = (code: number) => view.getUint16(at("hmtx") + Math.min(glyphOf(code), metrics - 1) * 4);
  return { perEm, advanceOf };
}

function tablesOf(view: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    tables.set(name, view.getUint32(record + 8));
  }
  return tables;
}

/** The lookup of a format 4 subtable: segments of character codes, each with a shift or a list of glyphs. Unknown is glyph 0. */
function readCharacters(view: DataView, cmap: number): (code: number) => number {
  const offsets = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + view.getUint32(cmap + 4 + index * 8 + 4));
  const table = offsets.find((offset) => view.getUint16(offset) === 4);
  if (table === undefined) throw new Error("the font has no character table of format 4");
  const segments = view.getUint16(table + 6) / 2;
  const ends = table + 14;
  const starts = ends + segments * 2 + 2;
  const shifts = starts + segments * 2;
  const ranges = shifts + segments * 2;
  return (code) => {
    for (let index = 0; index < segments; index++) {
      if (view.getUint16(ends + index * 2) < code) continue;
      const start = view.getUint16(starts + index * 2);
      if (start > code) return 0;
      const shift = view.getUint16(shifts + index * 2);
      const range = view.getUint16(ranges + index * 2);
      if (range === 0) return (code + shift) & 0xffff;
      const glyph = view.getUint16(ranges + index * 2 + range + (code - start) * 2);
      return glyph === 0 ? 0 : (glyph + shift) & 0xffff;
    }
    return 0;
  };
}
