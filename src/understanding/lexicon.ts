/**
 * Every word that Helsetall knows, and what it may be: part of a subject's name, a cue of an intent,
 * a word that narrows the scope, an ordinary word of another topic, filler, or an everyday word.
 */

import { LANGUAGES, type Language } from "../knowledge/languages.ts";
import { Recent } from "../language/recent.ts";
import { stems } from "../language/stem.ts";
import { foldLetters, plainWord } from "../language/text.ts";
import { type KeptLexicon, openLexicon, packLexicon } from "./kept-lexicon.ts";
import { Phrases } from "./phrases.ts";

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
  /** What several words mean together. */
  readonly phrases: Phrases;
  private readonly found = new Recent<string, Found | undefined>(FOUND_LIMIT);
  private readonly keptCorrectable: readonly string[] | undefined;

  /** @param kept a lexicon that was packed by the build; none begins an empty one */
  constructor(kept?: KeptLexicon) {
    const opened = kept && openLexicon(kept);
    this.exact = opened?.exact ?? new Map();
    this.norwegian = opened?.norwegian ?? new Map();
    this.english = opened?.english ?? new Map();
    this.folded = opened?.folded ?? new Map();
    this.phrases = opened?.phrases ?? new Phrases();
    this.keptCorrectable = kept?.correctable;
  }

  /** All that it holds, in a form that is quickly written and read. */
  pack(): KeptLexicon {
    const { exact, norwegian, english, folded, phrases } = this;
    return packLexicon({ exact, norwegian, english, folded, phrases, correctable: this.correctable() });
  }

  /** Adds a word or a phrase of a language with its meaning. */
  add(text: string, language: Language | undefined, meaning: Meaning): void {
    const words = text.toLowerCase().split(/\s+/).map(plainWord).filter(Boolean);
    const [only] = words;
    if (only === undefined) return;
    this.found.forget();
    if (words.length > 1) {
      this.mean(this.phrases.add(words, emptyRoles).roles, language, meaning);
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
    return this.found.of(word, () => this.findAnew(plainWord(word)));
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

  /** Whether a word is listed as a place just as it stands. */
  isPlace(word: string): boolean {
    return this.exact.get(word)?.scope === "place";
  }

  /** The words that a misspelt one may be corrected to: all of four letters or more but those of other topics and everyday ones. */
  correctable(): readonly string[] {
    if (this.keptCorrectable) return this.keptCorrectable;
    const single = [...this.exact.values()]
      .filter((roles) => roles.concepts.size > 0 || roles.cues.size > 0 || roles.filler)
      .map((roles) => roles.word);
    return [...single, ...this.phrases.words.all()].filter((word) => word.length >= 4);
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
