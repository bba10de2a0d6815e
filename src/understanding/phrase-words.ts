/** The words of which phrases are made, each with a number, and which of them a word of a message may be. */
import { Recent } from "../language/recent.ts";
import { stems } from "../language/stem.ts";
import { foldLetters, plainWord } from "../language/text.ts";

/** The words in the order of their numbers, beside what is left of each in the ways by which it is found. */
export type KeptPhraseWords = {
  words: readonly string[];
  norwegian: readonly string[];
  english: readonly string[];
  folded: readonly string[];
};

/** Most words of most messages are looked up again and again. */
const MOST_KEPT = 20_000;
/** A stem of a shorter word is often another word's. */
const SHORTEST_STEMMED = 4;

const NONE: readonly number[] = [];

export class PhraseWords {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];
  private readonly norwegian: string[] = [];
  private readonly english: string[] = [];
  private readonly folded: string[] = [];
  private readonly byNorwegian = new Map<string, number[]>();
  private readonly byEnglish = new Map<string, number[]>();
  private readonly byFolded = new Map<string, number[]>();
  private readonly first = new Recent<string, readonly number[]>(MOST_KEPT);
  private readonly next = new Recent<string, readonly number[]>(MOST_KEPT);

  /** @param kept the words as the build packed them; none begins with none */
  constructor(kept?: KeptPhraseWords) {
    for (const [number, word] of (kept?.words ?? []).entries())
      this.add(word, kept?.norwegian[number] ?? "", kept?.english[number] ?? "", kept?.folded[number] ?? "");
  }

  pack(): KeptPhraseWords {
    return { words: this.words, norwegian: this.norwegian, english: this.english, folded: this.folded };
  }

  /** All words. */
  all(): Iterable<string> {
    return this.words;
  }

  has(word: string): boolean {
    return this.numbers.has(word);
  }

  /** The number of a word in its plain form; a new word gets one. */
  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.first.forget();
    this.next.forget();
    const [norwegian, english] = stems(word);
    return this.add(word, norwegian, english, foldLetters(word));
  }

  /** The numbers of the words that a word may be at the beginning of a phrase: as it stands, then by a stem. */
  asFirst(word: string): readonly number[] {
    return this.first.of(word, () => {
      const plain = plainWord(word);
      const [norwegian, english] = stems(plain);
      return this.distinct(plain, this.byNorwegian.get(norwegian), this.byEnglish.get(english));
    });
  }

  /** The numbers of the words that a word may be further on in a phrase: also without æ, ø and å. */
  asNext(word: string): readonly number[] {
    return this.next.of(word, () => {
      const plain = plainWord(word);
      const [norwegian = "", english = ""] = plain.length >= SHORTEST_STEMMED ? stems(plain) : [];
      return this.distinct(plain, this.byNorwegian.get(norwegian), this.byEnglish.get(english), this.byFolded.get(foldLetters(plain)));
    });
  }

  /** The words that look like this one without æ, ø and å: "slår" for "slar". */
  wordsLike(word: string): readonly string[] {
    return (this.byFolded.get(foldLetters(word)) ?? NONE).map((number) => this.words[number] ?? "");
  }

  private distinct(plain: string, ...found: readonly (readonly number[] | undefined)[]): readonly number[] {
    const own = this.numbers.get(plain);
    const all = new Set([...(own === undefined ? NONE : [own]), ...found.flatMap((numbers) => numbers ?? NONE)]);
    return all.size === 0 ? NONE : [...all];
  }

  private add(word: string, norwegian: string, english: string, folded: string): number {
    const number = this.numbers.size;
    this.numbers.set(word, number);
    this.words.push(word);
    this.norwegian.push(norwegian);
    this.english.push(english);
    this.folded.push(folded);
    push(this.byNorwegian, norwegian, number);
    push(this.byEnglish, english, number);
    push(this.byFolded, folded, number);
    return number;
  }
}

function push(map: Map<string, number[]>, key: string, number: number): void {
  const list = map.get(key);
  if (list) list.push(number);
  else map.set(key, [number]);
}
