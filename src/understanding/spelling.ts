/**
 * Corrects a misspelt word against a shortlist. fuse.js ranks the shortlist; it is linear in its
 * list, so it never sees more than SHORTLIST words. An edit distance then says yes or no, since
 * no fuse.js score by itself separates a typo from another word.
 */
import Fuse from "fuse.js";
import { Recent } from "../language/recent.ts";
import { stems } from "../language/stem.ts";
import { foldLetters } from "../language/text.ts";

const SHORTLIST = 50;
/** Of a shorter stem too many words are a letter away. */
const SHORTEST_STEM = 5;
const CACHE_LIMIT = 5_000;

export class Speller {
  private readonly words: readonly string[];
  /** Built when the first unknown word comes. */
  private byTrigram: ReadonlyMap<string, readonly number[]> | undefined;
  private readonly cache = new Recent<string, readonly string[]>(CACHE_LIMIT);

  constructor(words: readonly string[]) {
    this.words = [...new Set(words)];
  }

  /**
   * The known words that the unknown one may be a misspelling of: all of the smallest distance, best
   * first. An inflected word is also tried by its stems ("innloginger" by "innloging").
   */
  correct(word: string): readonly string[] {
    return this.cache.of(word, () => {
      const near = this.search(word, 1);
      return near.length > 0 ? near : (this.correctStem(word) ?? this.search(word));
    });
  }

  /** "tenstene" by "tenst": an inflected form that no list has, a letter away from a listed word. */
  private correctStem(word: string): readonly string[] | undefined {
    const found = [...new Set(stems(word))]
      .filter((stem) => stem !== word && stem.length >= SHORTEST_STEM)
      .flatMap((stem) => this.search(stem, 1).filter((item) => item[0] === stem[0]));
    return found.length > 0 ? found : undefined;
  }

  private search(word: string, most = Number.POSITIVE_INFINITY): string[] {
    const limit = Math.min(allowedEdits(word.length), most);
    if (limit === 0 || word.length > 40) return [];
    const shortlist = this.shortlist(word, limit);
    if (shortlist.length === 0) return [];
    const fuse = new Fuse(shortlist, { includeScore: true, threshold: 0.6, ignoreLocation: true, distance: 40 });
    const ranked = fuse.search(word.slice(0, 32)).map(({ item }) => item);
    const inOrder = [...ranked, ...shortlist.filter((item) => !ranked.includes(item))];
    const distances = inOrder.map((item) => ({ item, ...distanceOf(word, item, limit) }));
    const smallest = Math.min(...distances.map(({ edits }) => edits));
    if (smallest > limit) return [];
    const best = distances.filter(({ item, edits }) => edits === smallest && plausible(word, item, edits));
    const asWritten = best.filter(({ isFolded }) => !isFolded);
    return (asWritten.length > 0 ? asWritten : best).map(({ item }) => item);
  }

  private shortlist(word: string, limit: number): string[] {
    const shared = new Map<number, number>();
    this.byTrigram ??= indexByTrigram(this.words);
    for (const trigram of new Set([...trigramsOf(foldLetters(word)), ...trigramsOf(word)])) {
      for (const index of this.byTrigram.get(trigram) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    return [...shared]
      .filter(([index]) => Math.abs((this.words[index]?.length ?? 0) - word.length) <= limit)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, SHORTLIST)
      .map(([index]) => this.words[index] ?? "");
  }
}

/** "oe" may stand for ø, or be two letters in the wrong order ("aptoek"): the nearer of the two, and how it was read. */
function distanceOf(word: string, item: string, limit: number): { edits: number; isFolded: boolean } {
  const [plain, listed] = [foldLetters(word), foldLetters(item)];
  const folded = editDistance(plain, listed, limit);
  const written = plain === word ? folded : editDistance(word, listed, limit);
  return written <= folded ? { edits: written, isFolded: false } : { edits: folded, isFolded: true };
}

/** Short words carry too little to be corrected: four letters allow one edit, seven allow two. */
function allowedEdits(length: number): number {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}

/** Two edits must leave most of the word standing; a changed first letter needs a long word. */
function plausible(word: string, item: string, edits: number): boolean {
  const sameStart = foldLetters(word)[0] === foldLetters(item)[0] || word[1] === item[0] || word[0] === item[1];
  const replaced = word.length === item.length && [...word].sort().join("") !== [...item].sort().join("");
  if (word.length === 4 && replaced) return false;
  if (edits <= 1) return sameStart || Math.min(word.length, item.length) >= 7;
  return sameStart && Math.min(word.length, item.length) >= 6;
}

function indexByTrigram(words: readonly string[]): Map<string, number[]> {
  const byTrigram = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    for (const trigram of trigramsOf(foldLetters(word))) {
      const list = byTrigram.get(trigram);
      if (list) list.push(index);
      else byTrigram.set(trigram, [index]);
    }
  }
  return byTrigram;
}

function trigramsOf(word: string): Set<string> {
  const padded = `^${word}$`;
  const found = new Set<string>();
  for (let i = 0; i + 2 < padded.length; i++) found.add(padded.slice(i, i + 3));
  return found;
}

/**
 * Damerau–Levenshtein distance (optimal string alignment: insertion, deletion, substitution and
 * swapped neighbours cost one each). Returns limit + 1 as soon as the limit is passed.
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[other.length] ?? limit + 1;
}
