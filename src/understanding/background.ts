/** Marks what stands in clauses that only tell something beside the question: "…, my wife works at a hospital". */
import { askingAmong, clauseStarts, NARROWING } from "./clauses.ts";
import type { ContentItem } from "./matcher.ts";
import { isPurpose } from "./purpose.ts";
import type { WordReading } from "./words.ts";

/** The positions that stand in a clause that tells what the figure is wanted for. */
export function purposesIn(readings: readonly WordReading[], words: readonly string[]): (position: number) => boolean {
  const starts = clauseStarts(readings, words);
  const purposes = [...starts.entries()].filter(([clause, start]) => {
    return clause + 1 < starts.length && isPurpose(words.slice(start, starts[clause + 1]).filter((word) => /[\p{L}\d]/u.test(word)));
  });
  return (position) => purposes.some(([clause, start]) => position >= start && position < (starts[clause + 1] ?? 0));
}

type Items = readonly (ContentItem & { position: number })[];

/** A clause that begins with one of these goes on with what the one before named. */
export const GOES_ON = new Set(
  "de dei dem dette disse desse those these them they it den det som that which who whom whose altså dvs ie eg eller or og and".split(" "),
);
/** Wherever one of these stands, a clause says which of them are meant. */
export const SHARPENS = new Set(
  "mener meiner mente meinte mean meant altså only bare kun berre dvs specifically spesifikt nemlig særlig".split(" "),
);
const SHORTEST = 3;

/**
 * Marks the items of clauses that ask nothing beside one that does. They still count first; only where a
 * question is not understood with them, it is read without. What narrows a scope is never marked.
 */
export function withBackground(items: Items, readings: readonly WordReading[], words: readonly string[]): Items {
  const starts = clauseStarts(readings, words);
  if (starts.length < 2) return items;
  const { asking } = askingAmong(starts, readings, words);
  const clauseOf = (position: number) => starts.findLastIndex((start) => start <= position);
  const named = new Set(
    items.filter(({ concepts, soft, barrier }) => concepts.length > 0 && !soft && !barrier).map(({ position }) => clauseOf(position)),
  );
  const isAnswerable = [...asking].some((clause) => named.has(clause));
  if (!isAnswerable) return items;
  const scoped = new Set(
    items.filter(({ barrier }) => barrier && barrier !== "unknown" && barrier !== "ordinary").map(({ position }) => clauseOf(position)),
  );
  const isBackground = (clause: number) => {
    const text = words.slice(starts[clause], starts[clause + 1]).filter((word) => /[\p{L}\d]/u.test(word));
    const [first = ""] = text;
    if (asking.has(clause) || scoped.has(clause)) return false;
    // "what do people prefer: online or a pharmacy?": what is listed behind a colon belongs to the question.
    if (words[(starts[clause] ?? 0) - 1] === ":" && asking.has(clause - 1)) return false;
    if (isPurpose(text)) return true;
    return text.length >= SHORTEST && !NARROWING.has(first) && !GOES_ON.has(first) && !text.some((word) => SHARPENS.has(word));
  };
  const background = new Set([...starts.keys()].filter(isBackground));
  return background.size === 0
    ? items
    : items.map((item) => (background.has(clauseOf(item.position)) ? { ...item, background: true } : item));
}
