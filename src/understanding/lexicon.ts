/**
 * Every word that Helsetall knows, and what it may be: part of a subject's name, a cue of an intent,
 * a word that narrows the scope, an ordinary word of another topic, filler, or an everyday word.
 */

import { LANGUAGES, type Language } from "../knowledge/schema.ts";
import { stems } from "../language/stem.ts";
import { foldLetters, plainWord } from "../language/text.ts";
import { type KeptLexicon, openLexicon, packLexicon } from "./kept-lexicon.ts";
import { keysOf, type WordKeys } from "./word-keys.ts";

export type ScopeKind = "place" | "group" | "disease" | "institution";

/** What one known word may be. A word can be several things; understanding decides by the rest of the question. */
export type Roles = {
  /** The word as listed, shown by --explain. */
  word: string;
  concepts: Set<string>;
  cues: Set<string>;
  scope?: ScopeKind;
  ordinary: boolean;
  filler: boolean;
  /** Says nothing of a figure, a thing or a person unless counted itself; known in the listed form only. */
  everyday?: "thing" | "manner";
  languages: Set<Language>;
};

/** Several words that together are one thing: "summary care record". */
export type Phrase = { words: readonly string[]; keys: readonly WordKeys[]; roles: Roles };

/** How a word was recognised; worse ways are tried only when better ones fail. */
export type Found = { roles: Roles; via: "exact" | "stem" | "folded" };

/** What a word adds: one of these per call of `add`. */
export type Meaning =
  | { concept: string }
  | { cue: string }
  | { scope: ScopeKind }
  | { ordinary: true }
  | { filler: true }
  | { everyday: "thing" | "manner" };

/** How a word was found last; most words of most messages are looked up again and again. */
const FOUND_LIMIT = 20_000;

export class Lexicon {
  private readonly exact: Map<string, Roles>;
  private readonly norwegian: Map<string, Roles>;
  private readonly english: Map<string, Roles>;
  private readonly folded: Map<string, Roles>;
  /** By a key of the first word, by a key of the second. */
  private readonly phrases: Map<string, Map<string, Phrase[]>>;
  private readonly byText = new Map<string, Phrase>();
  private readonly phraseWords: Set<string>;
  private foldedPhraseWords: Map<string, string[]> | undefined;
  private readonly found = new Map<string, Found | undefined>();
  private readonly keptCorrectable: readonly string[] | undefined;

  /** @param kept a lexicon that was packed by the build; none begins an empty one */
  constructor(kept?: KeptLexicon) {
    const opened = kept && openLexicon(kept);
    this.exact = opened?.exact ?? new Map();
    this.norwegian = opened?.norwegian ?? new Map();
    this.english = opened?.english ?? new Map();
    this.folded = opened?.folded ?? new Map();
    this.phrases = opened?.phrases ?? new Map();
    this.phraseWords = opened?.phraseWords ?? new Set();
    this.keptCorrectable = kept?.correctable;
  }

  /** All that it holds, in a form that is quickly written and read. */
  pack(): KeptLexicon {
    const { exact, norwegian, english, folded, phrases, byText } = this;
    return packLexicon({ exact, norwegian, english, folded, phrases, all: [...byText.values()], correctable: this.correctable() });
  }

  /** Adds a word or a phrase of a language with its meaning. */
  add(text: string, language: Language | undefined, meaning: Meaning): void {
    const words = text.toLowerCase().split(/\s+/).map(plainWord).filter(Boolean);
    const [only] = words;
    if (only === undefined) return;
    this.found.clear();
    if (words.length > 1) {
      this.addPhrase(words, language, meaning);
      return;
    }
    const roles = this.exact.get(only) ?? emptyRoles(only);
    this.exact.set(only, roles);
    this.mean(roles, language, meaning);
    // "colleague" is whoever asks, "colleagues" may be counted: an everyday word has no other forms.
    if ("everyday" in meaning) return;
    const [norwegian, english] = stems(only);
    if (language !== "en") this.index(this.norwegian, norwegian, roles, meaning, language);
    if (language !== "nb" && language !== "nn") this.index(this.english, english, roles, meaning, language);
    this.index(this.folded, foldLetters(only), roles, meaning, language);
    if (language !== "en") this.index(this.folded, foldLetters(norwegian), roles, meaning, language);
  }

  /** Looks a word up: as it stands, by its stem, then with æ, ø and å folded. */
  find(word: string): Found | undefined {
    const known = this.found.get(word);
    if (known !== undefined || this.found.has(word)) return known;
    const found = this.findAnew(plainWord(word));
    if (this.found.size >= FOUND_LIMIT) this.found.clear();
    this.found.set(word, found);
    return found;
  }

  private findAnew(plain: string): Found | undefined {
    const exact = this.exact.get(plain);
    if (exact) return { roles: exact.filler && plain.length >= 5 ? this.withStemCues(exact, plain) : exact, via: "exact" };
    if (plain.length >= 3) {
      const [norwegian, english] = stems(plain);
      const stemmed = merge(this.norwegian.get(norwegian), this.english.get(english));
      // "fans" is no form of Fana, nor "forsvarlig" of Forsvaret; a name has none but its genitive.
      const isPart = (stemmed?.scope === "place" || stemmed?.scope === "institution") && !plain.startsWith(stemmed.word);
      if (stemmed && !isPart) return { roles: stemmed, via: "stem" };
      const folded = this.folded.get(foldLetters(plain)) ?? (isPart ? undefined : this.folded.get(foldLetters(norwegian)));
      if (folded) return { roles: folded, via: "folded" };
    }
    return undefined;
  }

  /** Filler by itself may still be an inflected cue: "tidsserien", "utviklingen". */
  private withStemCues(exact: Roles, plain: string): Roles {
    if (exact.cues.size > 0) return exact;
    const [norwegian, english] = stems(plain);
    const cues = [...(this.norwegian.get(norwegian)?.cues ?? []), ...(this.english.get(english)?.cues ?? [])];
    // "slags" is no stroke: what is urgent is said as it is listed.
    const mild = cues.filter((cue) => cue !== "emergency");
    return mild.length === 0 ? exact : { ...exact, cues: new Set(mild) };
  }

  /** The longest phrase that starts at a position; one filler word may stand between its words. */
  phraseAt(words: readonly string[], at: number): { phrase: Phrase; positions: number[] } | undefined {
    const begun = keysOf(words[at] ?? "").first.flatMap((key) => this.phrases.get(key) ?? []);
    const best = begun.length === 0 ? undefined : longestOf(begun, words, at);
    return best && { phrase: best, positions: positionsOf(best, words, at) };
  }

  /** Whether a word stands in some phrase. */
  isPhraseWord(word: string): boolean {
    return this.phraseWords.has(word);
  }

  /** Whether a word is listed as a place just as it stands. */
  isPlace(word: string): boolean {
    return this.exact.get(word)?.scope === "place";
  }

  /** The words of phrases that look like this one without æ, ø and å: "slår" of "slår opp" for "slar". */
  phraseWordsLike(word: string): readonly string[] {
    this.foldedPhraseWords ??= foldedOf(this.phraseWords);
    return this.foldedPhraseWords.get(foldLetters(word)) ?? [];
  }

  /** The words that a misspelt one may be corrected to: all of four letters or more but those of other topics and everyday ones. */
  correctable(): readonly string[] {
    if (this.keptCorrectable) return this.keptCorrectable;
    const single = [...this.exact.values()]
      .filter((roles) => roles.concepts.size > 0 || roles.cues.size > 0 || roles.filler)
      .map((roles) => roles.word);
    return [...single, ...this.phraseWords].filter((word) => word.length >= 4);
  }

  private addPhrase(words: readonly string[], language: Language | undefined, meaning: Meaning): void {
    for (const word of words) this.phraseWords.add(word);
    this.foldedPhraseWords = undefined;
    const keys = words.map(keysOf);
    const [first, second] = keys;
    if (!first || !second) return;
    const joined = words.join(" ");
    const known = this.byText.get(joined);
    const phrase = known ?? { words, keys, roles: emptyRoles(joined) };
    this.mean(phrase.roles, language, meaning);
    if (known) return;
    this.byText.set(joined, phrase);
    for (const key of first.first) {
      const bySecond = this.phrases.get(key) ?? new Map<string, Phrase[]>();
      this.phrases.set(key, bySecond);
      for (const next of second.second) {
        const list = bySecond.get(next);
        if (list) list.push(phrase);
        else bySecond.set(next, [phrase]);
      }
    }
  }

  private index(map: Map<string, Roles>, key: string, roles: Roles, meaning: Meaning, language?: Language): void {
    const known = map.get(key);
    if (known === undefined) map.set(key, roles);
    else if (known !== roles) map.set(key, mixed(known, meaning, language));
  }

  private mean(roles: Roles, language: Language | undefined, meaning: Meaning): void {
    applyMeaning(roles, meaning);
    for (const name of language ? [language] : LANGUAGES) roles.languages.add(name);
  }
}

/** The words by what is left of them without æ, ø and å. */
function foldedOf(words: ReadonlySet<string>): Map<string, string[]> {
  const byFolded = new Map<string, string[]>();
  for (const word of words) {
    const folded = foldLetters(word);
    const list = byFolded.get(folded);
    if (list) list.push(word);
    else byFolded.set(folded, [word]);
  }
  return byFolded;
}

/** The longest of the phrases that begin with a word and stand there. The second word is the next one, or one behind what may stand between. */
function longestOf(begun: readonly ReadonlyMap<string, readonly Phrase[]>[], words: readonly string[], at: number): Phrase | undefined {
  let best: Phrase | undefined;
  // A phrase is found by several keys of its words, first as it stands.
  const tried = new Set<Phrase>();
  let next = words[at + 1] === "-" ? at + 2 : at + 1;
  for (let gap = 0; gap <= WIDEST_GAP; gap++, next++) {
    const word = words[next];
    if (word === undefined) break;
    for (const bySecond of begun) {
      for (const second of keysOf(word).second) {
        for (const phrase of bySecond.get(second) ?? NO_PHRASES) {
          if ((best !== undefined && phrase.words.length <= best.words.length) || tried.has(phrase)) continue;
          tried.add(phrase);
          if (stands(phrase, words, at)) best = phrase;
        }
      }
    }
    if (!GAPS.has(word)) break;
  }
  return best;
}

const NO_PHRASES: readonly Phrase[] = [];

/** Whether all words of a phrase stand at a position. */
function stands(phrase: Phrase, words: readonly string[], at: number): boolean {
  let last = at;
  for (let index = 1; index < phrase.keys.length && last >= 0; index++) last = placeAfter(last, phrase, index, words, at);
  return last >= 0;
}

/** Where the words of a phrase stand that begins at a position. */
function positionsOf(phrase: Phrase, words: readonly string[], at: number): number[] {
  const positions = [at];
  for (let index = 1; index < phrase.keys.length; index++) positions.push(placeAfter(positions.at(-1) ?? at, phrase, index, words, at));
  return positions;
}

/** Where a word of a phrase stands behind the one before it; -1 where it does not. */
function placeAfter(last: number, phrase: Phrase, index: number, words: readonly string[], at: number): number {
  const key = phrase.keys[index] as WordKeys;
  let next = words[last + 1] === "-" ? last + 2 : last + 1;
  const widest = phrase.roles.concepts.size > 0 ? WIDEST_GAP : 0;
  for (let gap = 0; gap < widest && mayStandBetween(key, words[next], words[at]); gap++) next++;
  return sameWord(key, words[next]) ? next : -1;
}

function mayStandBetween(key: WordKeys, word: string | undefined, first: string | undefined): boolean {
  return word !== undefined && word !== first && GAPS.has(word) && !sameWord(key, word);
}

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
  "leger",
  "legar",
  "legene",
  "legane",
  "sykepleiere",
  "sjukepleiarar",
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

/** Two words share a stem: the stem means both, but filler and other topics never hide a subject. */
function mixed(known: Roles, meaning: Meaning, language?: Language): Roles {
  const copy: Roles = {
    ...known,
    concepts: new Set(known.concepts),
    cues: new Set(known.cues),
    languages: new Set(known.languages),
  };
  applyMeaning(copy, meaning);
  if (language) copy.languages.add(language);
  return copy;
}

function applyMeaning(roles: Roles, meaning: Meaning): void {
  if ("concept" in meaning) roles.concepts.add(meaning.concept);
  else if ("cue" in meaning) roles.cues.add(meaning.cue);
  else if ("scope" in meaning) roles.scope = meaning.scope;
  else if ("ordinary" in meaning) roles.ordinary = true;
  else if ("everyday" in meaning) roles.everyday = meaning.everyday;
  else roles.filler = true;
}

function merge(one: Roles | undefined, other: Roles | undefined): Roles | undefined {
  if (!one || !other || one === other) return one ?? other;
  const scope = one.scope ?? other.scope;
  const everyday = one.everyday ?? other.everyday;
  return {
    word: one.word,
    concepts: new Set([...one.concepts, ...other.concepts]),
    cues: new Set([...one.cues, ...other.cues]),
    ordinary: one.ordinary || other.ordinary,
    filler: one.filler || other.filler,
    languages: new Set([...one.languages, ...other.languages]),
    ...(scope && { scope }),
    ...(everyday && { everyday }),
  };
}

function emptyRoles(word: string): Roles {
  return { word, concepts: new Set(), cues: new Set(), ordinary: false, filler: false, languages: new Set() };
}

function sameWord(key: WordKeys, word: string | undefined): boolean {
  if (word === undefined) return false;
  const other = keysOf(word);
  return (
    key.exact === other.exact ||
    (other.exact.length >= 4 && (key.norwegian === other.norwegian || key.english === other.english)) ||
    key.folded === other.folded
  );
}
