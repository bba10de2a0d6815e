/** What several words mean together – "summary care record" – and where such a phrase stands in a message. */
import type { Roles } from "./lexicon.ts";
import { type KeptPhraseWords, PhraseWords } from "./phrase-words.ts";

/** Several words that together are one thing; `numbers` are those of its words. */
export type Phrase = { words: readonly string[]; numbers: readonly number[]; roles: Roles };

/** A phrase in a message: the token positions of its words. */
export type FoundPhrase = { phrase: Phrase; positions: number[] };

/** Phrases as the build keeps them: the numbers of their words, and of what they mean. */
export type KeptPhrases = { words: KeptPhraseWords; phrases: readonly (readonly [words: readonly number[], roles: number])[] };

export class Phrases {
  readonly words: PhraseWords;
  private readonly byText = new Map<string, Phrase>();
  /** By the number of the first word, by that of the second. */
  private readonly begun = new Map<number, Map<number, Phrase[]>>();

  /**
   * @param kept phrases as the build packed them; none begins with none
   * @param rolesAt what a kept phrase means, by its number
   */
  constructor(kept?: KeptPhrases, rolesAt?: (index: number) => Roles) {
    this.words = new PhraseWords(kept?.words);
    if (!kept || !rolesAt) return;
    for (const [numbers, index] of kept.phrases) {
      const words = numbers.map((number) => kept.words.words[number] ?? "");
      this.put({
        words,
        numbers,
        get roles() {
          return rolesAt(index);
        },
      });
    }
  }

  /** @param roleOf the number of what a phrase means */
  pack(roleOf: (roles: Roles) => number): KeptPhrases {
    return { words: this.words.pack(), phrases: [...this.byText.values()].map(({ numbers, roles }) => [numbers, roleOf(roles)] as const) };
  }

  /** The phrase of these words in their plain form; a new one means nothing yet. */
  add(words: readonly string[], meaningNothing: (text: string) => Roles): Phrase {
    const text = words.join(" ");
    const known = this.byText.get(text);
    if (known) return known;
    const phrase = { words, numbers: words.map((word) => this.words.numberOf(word)), roles: meaningNothing(text) };
    this.byText.set(text, phrase);
    this.put(phrase);
    return phrase;
  }

  /** The longest phrase that starts at a position; some words may stand between its words. */
  at(words: readonly string[], at: number): FoundPhrase | undefined {
    let best: Phrase | undefined;
    const firsts = this.words.asFirst(words[at] ?? "");
    let next = words[at + 1] === "-" ? at + 2 : at + 1;
    for (let gap = 0; gap <= WIDEST_GAP && firsts.length > 0; gap++, next++) {
      const word = words[next];
      if (word === undefined) break;
      const seconds = this.words.asNext(word);
      for (const first of firsts) {
        const bySecond = this.begun.get(first);
        if (bySecond === undefined) continue;
        for (const second of seconds) {
          for (const phrase of bySecond.get(second) ?? NONE) {
            if ((best === undefined || phrase.words.length > best.words.length) && this.stands(phrase, words, at)) best = phrase;
          }
        }
      }
      if (!GAPS.has(word)) break;
    }
    return best && { phrase: best, positions: this.positionsOf(best, words, at) };
  }

  private put(phrase: Phrase): void {
    const [first, second] = phrase.numbers;
    if (first === undefined || second === undefined) return;
    const bySecond = this.begun.get(first) ?? new Map<number, Phrase[]>();
    this.begun.set(first, bySecond);
    const list = bySecond.get(second);
    if (list) list.push(phrase);
    else bySecond.set(second, [phrase]);
  }

  /** Whether all words of a phrase stand at a position. */
  private stands(phrase: Phrase, words: readonly string[], at: number): boolean {
    let last = at;
    for (let index = 1; index < phrase.numbers.length && last >= 0; index++) last = this.placeAfter(last, phrase, index, words, at);
    return last >= 0;
  }

  private positionsOf(phrase: Phrase, words: readonly string[], at: number): number[] {
    const positions = [at];
    for (let index = 1; index < phrase.numbers.length; index++)
      positions.push(this.placeAfter(positions[index - 1] ?? at, phrase, index, words, at));
    return positions;
  }

  /** Where a word of a phrase stands behind the one before it; -1 where it does not. */
  private placeAfter(last: number, phrase: Phrase, index: number, words: readonly string[], at: number): number {
    const number = phrase.numbers[index] ?? -1;
    let next = words[last + 1] === "-" ? last + 2 : last + 1;
    for (let gap = 0; ; gap++, next++) {
      const word = words[next];
      if (word === undefined) return -1;
      if (this.words.asNext(word).includes(number)) return next;
      // What only asks or introduces stands as it is.
      if (gap === WIDEST_GAP || !GAPS.has(word) || word === words[at] || phrase.roles.concepts.size === 0) return -1;
    }
  }
}

const NONE: readonly Phrase[] = [];

/** How many words may stand between two words of a phrase: "logga folk seg inn". */
const WIDEST_GAP = 3;

/** What may stand inside a phrase: "logget seg inn", "sett på sin kjernejournal". */
const GAPS = new Set([
  ...(
    "helt heilt faktisk virkelig verkeleg aktivt fullt delvis noe noko noen nokon det den dem dei seg sin sitt sine ham henne " +
    "actually really fully actively entirely it them this something anything completely already allerede allereie"
  ).split(" "),
  "oftere",
  "oftare",
  "folk",
  "man",
  "vi",
  "me",
  "nordmenn",
  "innbyggere",
  "innbyggerne",
  "innbyggjarar",
  "innbyggjarane",
  "pasienter",
  "pasienten",
  "helsepersonell",
  "helsepersonellet",
  "helsepersonel",
  "helsefolk",
  "helsefolka",
  "personell",
  "personellet",
  "ansatte",
  "tilsette",
  "brukere",
  "brukerne",
  "brukarar",
  "brukarane",
  "leger",
  "legar",
  "legene",
  "legane",
  "sykepleiere",
  "sjukepleiarar",
  "sykepleierne",
  "sjukepleiarane",
  "doctors",
  "nurses",
  "people",
  "seg",
  "meg",
  "sæ",
  "mæ",
  "dæ",
  "deg",
  "oss",
  "dere",
  "dei",
  "de",
  "dem",
  "noe",
  "noko",
  "sin",
  "sine",
  "the",
  "a",
  "an",
  "their",
  "themselves",
  "ein",
  "en",
  "et",
  "eit",
]);
