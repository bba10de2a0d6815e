/** Knowledge of any size: the report's own, plus made-up indicators whose names share its words. */
import type { Knowledge, KnownIndicator } from "../../src/knowledge/load.ts";

const SYLLABLES = [
  "ba",
  "de",
  "fi",
  "go",
  "hu",
  "ka",
  "le",
  "mi",
  "no",
  "pu",
  "ra",
  "se",
  "ti",
  "vo",
  "sky",
  "tran",
  "bel",
  "gor",
  "nim",
  "kest",
];
const WORDS = 5000;

/** A small deterministic generator (mulberry32), so that every run measures the same names. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The knowledge with `count` synthetic indicators added: names of 3 to 6 words drawn from 5,000, the report's among them. */
export function withSynthetic(knowledge: Knowledge, count: number): Knowledge {
  const random = randomFrom(42);
  const words = vocabularyOf(knowledge, random);
  const [template] = knowledge.indicators.values();
  if (!template) throw new Error("the knowledge has no indicator");
  const indicators = new Map(knowledge.indicators);
  for (let i = 0; i < count; i++) {
    const length = 3 + Math.floor(random() * 4);
    const name = Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(" ");
    const made: KnownIndicator = { ...template, id: `synthetic-${i}`, names: { nb: [name], nn: [name], en: [name] }, relation: "context" };
    indicators.set(made.id, made);
  }
  return { ...knowledge, indicators };
}

function vocabularyOf(knowledge: Knowledge, random: () => number): string[] {
  const own = [...knowledge.indicators.values()]
    .flatMap(({ names }) => [...names.nb, ...names.nn, ...names.en])
    .flatMap((name) => name.split(/\s+/));
  const words = new Set(own.filter((word) => word.length > 3).slice(0, WORDS));
  while (words.size < WORDS) {
    const syllables = 2 + Math.floor(random() * 3);
    words.add(Array.from({ length: syllables }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(""));
  }
  return [...words];
}
