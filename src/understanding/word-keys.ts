/** By what a word of a phrase is found again in other forms: as it stands, by its stems, without æ, ø and å. */
import { stems } from "../language/stem.ts";
import { foldLetters, plainWord } from "../language/text.ts";

export type WordKeys = {
  exact: string;
  norwegian: string;
  english: string;
  folded: string;
  /** The keys under which phrases that begin with the word are kept. */
  first: readonly string[];
  /** The keys under which those are kept that have it second. */
  second: readonly string[];
};

const known = new Map<string, WordKeys>();
const MOST_KEPT = 60_000;

/** The keys of a word; those of words that were asked for lately are kept. */
export function keysOf(word: string): WordKeys {
  const kept = known.get(word);
  if (kept !== undefined) return kept;
  const keys = keysAnew(word);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(word, keys);
  return keys;
}

function keysAnew(word: string): WordKeys {
  const exact = plainWord(word);
  const [norwegian, english] = stems(exact);
  const folded = foldLetters(exact);
  const first = [exact, `no:${norwegian}`, `en:${english}`];
  return { exact, norwegian, english, folded, first, second: [...first, `fo:${folded}`] };
}
