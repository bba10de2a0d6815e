/** A small knowledge of made-up figures, to show the rules without the real data. */
import type { Knowledge, KnownIndicator } from "../../src/knowledge/load.ts";
import { documentFile, indicatorFile, type Observation } from "../../src/knowledge/schema.ts";

const same = (text: string) => ({ nb: text, nn: text, en: text });
const names = { nb: ["ting"], nn: ["ting"], en: ["things"] };

const documents = [
  { id: "report", kind: "official", default: true, figuresTo: "2021" },
  { id: "old-official", kind: "official", default: false, figuresTo: "2020" },
  { id: "new-official", kind: "official", default: false, figuresTo: "2023" },
  { id: "new-press", kind: "press", default: false, figuresTo: "2024" },
].map((item) => documentFile.parse({ ...item, title: item.id, publisher: "P", url: "https://example.org/" }));

/** A knowledge that holds only documents; prefer.ts needs no more. */
export const knowledge = {
  report: documents[0],
  documents: new Map(documents.map((item) => [item.id, item])),
} as unknown as Knowledge;

export type Row = Partial<Observation> & Pick<Observation, "value" | "document" | "period">;

/** An indicator with these observations. */
export function indicatorOf(rows: readonly Row[], more: Record<string, unknown> = {}): KnownIndicator {
  const file = indicatorFile.parse({
    section: "S",
    indicators: [
      {
        id: "things",
        names,
        sentence: same("{figure} things {period}"),
        definition: same("Things."),
        unit: "things",
        measure: "level",
        over: "year",
        covers: { place: "Norway", whom: "things" },
        observations: rows.map((row) => ({ status: "exact", written: String(row.value), ...row })),
        ...more,
      },
    ],
  });
  const [indicator] = file.indicators;
  if (!indicator) throw new Error("no indicator");
  return { ...indicator, section: "S" };
}
