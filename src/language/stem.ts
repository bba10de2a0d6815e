/** Snowball stems: one Norwegian algorithm (it merges bokmål and nynorsk inflection) and English. */
import { newStemmer } from "snowball-stemmers";

const norwegian = newStemmer("norwegian");
const english = newStemmer("english");
const cache = new Map<string, readonly [string, string]>();
const CACHE_LIMIT = 60_000;

/** Snowball does not know the plurals of those who do something: brukere, brukerne, brukarane are forms of bruker, brukar. */
function oneOfThem(word: string): string {
  return word.length < 7 ? word : word.replace(/(e)r(?:e|es|en|ens|ne|nes)$/, "$1r").replace(/(a)r(?:ar|ars|en|ens|ane|anes)$/, "$1r");
}

/** Returns the Norwegian and the English stem of a plain lower-case word. */
export function stems(word: string): readonly [norwegian: string, english: string] {
  const known = cache.get(word);
  if (known) return known;
  const pair = [norwegian.stem(oneOfThem(word)), english.stem(word)] as const;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, pair);
  return pair;
}

/** The words that were stemmed so far, each with its Norwegian and its English stem. */
export function knownStems(): [word: string, norwegian: string, english: string][] {
  return [...cache].map(([word, [norwegianStem, englishStem]]) => [word, norwegianStem, englishStem]);
}

/** Takes stems that were worked out before. */
export function primeStems(stemmed: readonly (readonly [word: string, norwegian: string, english: string])[]): void {
  for (const [word, norwegianStem, englishStem] of stemmed) cache.set(word, [norwegianStem, englishStem]);
}
