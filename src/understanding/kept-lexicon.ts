/**
 * A lexicon as the build keeps it: building one from its lists takes most of a start. What is read back is opened
 * word by word, since a message has few of the many words that there are.
 */
import { LANGUAGES } from "../knowledge/languages.ts";
import type { Roles, ScopeKind } from "./lexicon.ts";
import { type KeptPhrases, Phrases } from "./phrases.ts";

/** What a word may be: concepts and cues by their index, the rest as one number (see `bitsOf`). */
type KeptRoles = readonly [word: string, concepts: readonly number[], cues: readonly number[], bits: number];
/** Words beside the index of what each of them means. */
type KeptIndex = readonly [words: readonly string[], roles: readonly number[]];

export type KeptLexicon = {
  concepts: readonly string[];
  cues: readonly string[];
  roles: readonly KeptRoles[];
  exact: KeptIndex;
  norwegian: KeptIndex;
  english: KeptIndex;
  folded: KeptIndex;
  phrases: KeptPhrases;
  correctable: readonly string[];
};

type Tables = {
  exact: Map<string, Roles>;
  norwegian: Map<string, Roles>;
  english: Map<string, Roles>;
  folded: Map<string, Roles>;
  phrases: Phrases;
};

const SCOPES: readonly (ScopeKind | undefined)[] = [undefined, "place", "group", "disease", "institution"];
const EVERYDAY = [undefined, "thing", "manner"] as const;

/** Packs the tables of a lexicon with all its phrases. */
export function packLexicon(tables: Tables & { correctable: readonly string[] }): KeptLexicon {
  const concepts = new Numbered<string>();
  const cues = new Numbered<string>();
  const roles = new Numbered<Roles>();
  const indexOf = (map: Map<string, Roles>): KeptIndex => [[...map.keys()], [...map.values()].map((one) => roles.of(one))];
  const [exact, norwegian, english, folded] = [tables.exact, tables.norwegian, tables.english, tables.folded].map(indexOf);
  const kept = {
    exact: exact as KeptIndex,
    norwegian: norwegian as KeptIndex,
    english: english as KeptIndex,
    folded: folded as KeptIndex,
    phrases: tables.phrases.pack((one) => roles.of(one)),
    correctable: tables.correctable,
  };
  const packed = roles.all.map((one): KeptRoles => {
    return [one.word, [...one.concepts].map((concept) => concepts.of(concept)), [...one.cues].map((cue) => cues.of(cue)), bitsOf(one)];
  });
  return { concepts: concepts.all, cues: cues.all, roles: packed, ...kept };
}

/** Opens a packed lexicon. */
export function openLexicon(kept: KeptLexicon): Tables {
  const rolesAt = once((index) => openRoles(kept.roles[index] as KeptRoles, kept));
  const open = ([words, roles]: KeptIndex) => new OpenedMap(new Map(words.map((word, at) => [word, roles[at] ?? 0])), rolesAt);
  return {
    exact: open(kept.exact),
    norwegian: open(kept.norwegian),
    english: open(kept.english),
    folded: open(kept.folded),
    phrases: new Phrases(kept.phrases, rolesAt),
  };
}

function bitsOf({ scope, ordinary, filler, everyday, languages }: Roles): number {
  const spoken = LANGUAGES.reduce((bits, language, index) => bits | (languages.has(language) ? 1 << index : 0), 0);
  const flags = (ordinary ? 1 : 0) | (filler ? 2 : 0);
  return SCOPES.indexOf(scope) | (flags << 3) | (EVERYDAY.indexOf(everyday) << 5) | (spoken << 7);
}

function openRoles([word, concepts, cues, bits]: KeptRoles, kept: KeptLexicon): Roles {
  const scope = SCOPES[bits & 7];
  const everyday = EVERYDAY[(bits >> 5) & 3];
  return {
    word,
    concepts: new Set(concepts.map((index) => kept.concepts[index] ?? "")),
    cues: new Set(cues.map((index) => kept.cues[index] ?? "")),
    ordinary: (bits & 8) !== 0,
    filler: (bits & 16) !== 0,
    languages: new Set(LANGUAGES.filter((_, index) => ((bits >> 7) & (1 << index)) !== 0)),
    ...(scope && { scope }),
    ...(everyday && { everyday }),
  };
}

/** Gives each thing a number in the order in which it first comes. */
class Numbered<T> {
  readonly all: T[] = [];
  private readonly numbers = new Map<T, number>();

  of(thing: T): number {
    const known = this.numbers.get(thing);
    if (known !== undefined) return known;
    this.numbers.set(thing, this.all.length);
    this.all.push(thing);
    return this.all.length - 1;
  }
}

/** A map whose values are made when they are first asked for. */
class OpenedMap<T> extends Map<string, T> {
  private readonly closed: ReadonlyMap<string, number>;
  private readonly make: (index: number) => T;

  constructor(closed: ReadonlyMap<string, number>, make: (index: number) => T) {
    super();
    this.closed = closed;
    this.make = make;
  }

  override get(key: string): T | undefined {
    const index = this.closed.get(key);
    return index === undefined ? super.get(key) : this.make(index);
  }
}

function once<T>(make: (index: number) => T): (index: number) => T {
  const made: T[] = [];
  return (index) => {
    const known = made[index];
    if (known !== undefined) return known;
    const one = make(index);
    made[index] = one;
    return one;
  };
}
