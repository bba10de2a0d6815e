/** Unknown words that only colour a question, and may be left out of it. */
import type { ContentItem } from "./matcher.ts";
import type { Reading } from "./reading.ts";

/** More unknown words than this are a matter of their own. */
const MOST_COLOUR = 2;

/** An unknown word behind one of these says where, for whom or of what. */
const BINDING = new Set([
  // "how many were X", "how many did X have", "those who have X-ed": what they were, and who has them, is no colour.
  "har",
  "hadde",
  "have",
  "has",
  "had",
  "er",
  "var",
  "ble",
  "blei",
  "vart",
  "is",
  "are",
  "was",
  "were",
  "made",
  "done",
  "gjort",
  "gjorde",
  "did",
  "does",
  "do",
  "i",
  "in",
  "på",
  "on",
  "at",
  "for",
  "of",
  "av",
  "til",
  "to",
  "hos",
  "by",
  "blant",
  "among",
  "per",
  "fra",
  "frå",
  "from",
  "med",
  "with",
  "gjelder",
  "gjeld",
  "gjaldt",
  "galdt",
  "concerned",
  "within",
  "innen",
  "innan",
  "without",
  "uten",
  "utan",
  "mot",
  "the",
  "en",
  "et",
  "ein",
  "eit",
  "a",
  "an",
  "som",
  "og",
  "and",
  "eller",
  "or",
]);

/**
 * "my boss insists that …", "why on earth": unknown verbs and exclamations colour a question that is clear
 * without them. A word that is bound to another, stands before a word of the subject, is counted, or is a
 * name is no colour.
 */
export function withoutColour(items: readonly ContentItem[], reading: Reading): readonly ContentItem[] {
  const known = new Set(items.filter(({ barrier }) => !barrier).map(({ position }) => position));
  const [counted = -9] = reading.cues.get("quantity") ?? [];
  const colour = items.filter(({ barrier, word, position = 0 }) => {
    if (barrier !== "unknown" || position === 0 || !/^\p{Ll}{3,}$/u.test(word)) return false;
    const before = reading.tokens[position - 1] ?? "";
    const isCounted = position > counted && position <= counted + 3;
    return (
      !BINDING.has(before) &&
      !isLast(position, reading) &&
      !known.has(position + 1) &&
      !known.has(position - 1) &&
      !isCounted &&
      reading.tokens.length >= MANY_WORDS
    );
  });
  return colour.length > 0 && colour.length <= MOST_COLOUR ? items.filter((item) => !colour.includes(item)) : items;
}

/** What ends a sentence is what was done, or to whom: no colour. */
function isLast(position: number, { tokens }: Reading): boolean {
  return !/\p{L}/u.test(tokens[position + 1] ?? "");
}

/** In a short question every word counts; people who chat use more. */
const MANY_WORDS = 10;
