/**
 * Finds the subjects that a question may be about. The score tells how much of a subject's name was
 * said and how much of what was said it explains; the decision to answer is taken elsewhere, on the
 * words that stay unexplained.
 */
import type { Subject, SubjectKind } from "../knowledge/subjects.ts";

/** One content word of a question, as far as the lexicon knows it. */
export type ContentItem = {
  word: string;
  /** Where it stands in the message, as a token position. */
  position?: number;
  /** What it may mean; empty for unknown words. */
  concepts: readonly string[];
  /** Explained even where the subject does not name it (a cue, or filler that is also part of a name). */
  soft: boolean;
  /** Why it must be covered by the subject: it narrows the scope, is of another topic, or is unknown. */
  barrier?: "place" | "group" | "disease" | "institution" | "ordinary" | "unknown";
  /** Stands in a clause that asks nothing; where the question is not understood with it, it is read without. */
  background?: boolean;
};

/** A subject as a possible reading of the question's content words. */
export type Candidate = {
  subject: Subject;
  /** 0–1: harmonic mean of how much of the best name was said and how much of what was said it covers. */
  score: number;
  /** 0–1: how much of the best name was said. */
  complete: number;
  /** 0–1: share of the question's content that the subject's vocabulary explains. */
  explained: number;
  /** Words of the question that the subject does not explain. */
  unexplained: readonly string[];
  /** The name that fits best, as in data/. */
  name: string;
  /** 0–1: how far the words were said in the order of the name; tells "from GPs to municipalities" from its reverse. */
  order: number;
};

/** A subject prepared for matching. */
type Entry = {
  subject: Subject;
  names: { text: string; concepts: ReadonlySet<string>; weight: number }[];
  /** The names in which a concept stands, by their index. */
  namesWith: Map<string, number[]>;
  vocabulary: ReadonlySet<string>;
};

/** A subject as the build keeps it. */
export type KeptEntry = {
  key: string;
  names: readonly (readonly [text: string, concepts: readonly string[]])[];
  vocabulary: readonly string[];
};

/** How concepts of an earlier subject may complete a name ("og for leger?"), counted less than said words. */
const BORROWED = 0.7;

/** With more subjects than this that share a word, only those are judged that share this part of the most that any shares. */
const MANY = 400;
const ENOUGH = 0.5;

/** How many of the items a name must hold to say most of them. */
const MOST = 0.55;

/** What a soft word counts that a subject does not name: enough to prefer one that does. */
const SOFT = 0.2;

export class Matcher {
  private readonly entries: Entry[] = [];
  private readonly byKey = new Map<string, Entry>();
  private readonly postings = new Map<string, number[]>();
  private readonly weights = new Map<string, number>();
  private unknownWeight = 1;
  /** Several intents ask for the same ranking of one reading. */
  private readonly ranked = new WeakMap<readonly ContentItem[], Map<string, Candidate[]>>();

  /** Adds a subject with the concepts of each of its names and of all that its vocabulary explains. */
  add(subject: Subject, names: readonly { text: string; concepts: ReadonlySet<string> }[], vocabulary: ReadonlySet<string>): void {
    const entry: Entry = { subject, names: distinct(names), namesWith: new Map(), vocabulary };
    for (const [index, { concepts }] of entry.names.entries()) for (const concept of concepts) push(entry.namesWith, concept, index);
    for (const concept of entry.namesWith.keys()) push(this.postings, concept, this.entries.length);
    this.entries.push(entry);
    this.byKey.set(subject.key, entry);
  }

  /** The subjects that words name, each by the concepts of its names and of its vocabulary, to be added again as they are. */
  pack(): KeptEntry[] {
    return this.entries.map(({ subject, names, vocabulary }) => ({
      key: subject.key,
      names: names.map(({ text, concepts }) => [text, [...concepts]]),
      vocabulary: [...vocabulary],
    }));
  }

  /** Adds a subject that no words name; it is found by its key only. */
  know(subject: Subject): void {
    this.byKey.set(subject.key, { subject, names: [], namesWith: new Map(), vocabulary: new Set() });
  }

  /** Call once when all subjects are added: rarer concepts weigh more. */
  finish(): void {
    const total = this.entries.length;
    for (const [concept, list] of this.postings) this.weights.set(concept, Math.log(1 + total / list.length));
    this.unknownWeight = Math.log(1 + total / 3);
    for (const { names } of this.entries) {
      for (const name of names) for (const concept of name.concepts) name.weight += this.weights.get(concept) ?? 0;
    }
  }

  subject(key: string): Subject | undefined {
    return this.byKey.get(key)?.subject;
  }

  /** All concepts that stand in a subject's names; empty for unknown keys. */
  conceptsOf(key: string): ReadonlySet<string> {
    return this.byKey.get(key)?.vocabulary ?? new Set();
  }

  /** Whether a subject's own words include a concept. */
  explains(key: string, concept: string): boolean {
    return this.byKey.get(key)?.vocabulary.has(concept) ?? false;
  }

  /** In how large a part of a subject's names a concept stands, 0–1. */
  nameShare(key: string, concept: string): number {
    const entry = this.byKey.get(key);
    return entry ? (entry.namesWith.get(concept)?.length ?? 0) / Math.max(entry.names.length, 1) : 0;
  }

  /** Whether a single one of a subject's names holds a concept of each item. */
  namesAll(key: string, items: readonly ContentItem[]): boolean {
    const names = this.byKey.get(key)?.names ?? [];
    return names.some((name) => items.every(({ concepts }) => concepts.some((concept) => name.concepts.has(concept))));
  }

  /** Whether a single one of a subject's names holds a concept and those of most items. */
  namesMost(key: string, items: readonly ContentItem[], concept: string): boolean {
    const names = this.byKey.get(key)?.names ?? [];
    const held = (name: { concepts: ReadonlySet<string> }) =>
      items.filter(({ concepts }) => concepts.some((one) => name.concepts.has(one)));
    return names.some((name) => name.concepts.has(concept) && held(name).length >= items.length * MOST);
  }

  /**
   * Ranks the subjects that share a concept with the question.
   * @param items the question's content words
   * @param options.kinds only subjects of these kinds
   * @param options.anchor the key of a subject last spoken of, whose concepts may complete a name
   */
  rank(items: readonly ContentItem[], options: { kinds?: readonly SubjectKind[]; anchor?: string | undefined } = {}): Candidate[] {
    const { kinds, anchor = "" } = options;
    const own = this.ranked.get(items) ?? new Map<string, Candidate[]>();
    this.ranked.set(items, own);
    // Each subject is judged once, whatever kinds are asked for after one another.
    const all = own.get(anchor) ?? this.search(items, anchor);
    own.set(anchor, all);
    return kinds ? all.filter(({ subject }) => kinds.includes(subject.kind)) : all;
  }

  private search(items: readonly ContentItem[], anchor: string): Candidate[] {
    const said = new Set(items.flatMap((item) => item.concepts));
    const borrowed = anchor ? this.conceptsOf(anchor) : NOTHING;
    const weighed = [...said].map((concept): Weighed => [concept, this.weights.get(concept) ?? 0]);
    const candidates: Candidate[] = [];
    for (const index of this.sharing(weighed)) {
      const entry = this.entries[index];
      if (entry) candidates.push(this.judge(entry, items, said, weighed, borrowed));
    }
    return candidates.sort((a, b) => b.score - a.score || b.order - a.order || compareKeys(a, b));
  }

  /** Subjects that share a concept with what was said. In a large catalogue those that share little are not looked at. */
  private sharing(said: readonly Weighed[]): number[] {
    const shared = new Map<number, number>();
    let most = 0;
    for (const [concept, weight] of said) {
      for (const index of this.postings.get(concept) ?? []) {
        const sum = (shared.get(index) ?? 0) + weight;
        shared.set(index, sum);
        if (sum > most) most = sum;
      }
    }
    if (shared.size <= MANY) return [...shared.keys()];
    return [...shared].filter(([, sum]) => sum >= most * ENOUGH).map(([index]) => index);
  }

  private judge(
    entry: Entry,
    items: readonly ContentItem[],
    said: ReadonlySet<string>,
    weighed: readonly Weighed[],
    borrowed: ReadonlySet<string>,
  ): Candidate {
    let askedWeight = 0;
    let explainedWeight = 0;
    const unexplained: string[] = [];
    const counted: string[] = [];
    for (const item of items) {
      const known = item.concepts.find((concept) => entry.vocabulary.has(concept));
      const weight = this.weightOf(item, known);
      if (known !== undefined) {
        // Saying a thing twice asks for nothing more.
        if (counted.includes(known)) continue;
        counted.push(known);
        explainedWeight += weight;
      } else if (item.soft) {
        askedWeight += SOFT * weight;
        continue;
      } else unexplained.push(item.word);
      askedWeight += weight;
    }
    let best = { score: 0, complete: 0, name: "", order: 0 };
    for (const [index, saidWeight] of saidIn(entry, weighed)) {
      const name = entry.names[index];
      if (!name) continue;
      const complete = (saidWeight + this.borrowedIn(name.concepts, said, borrowed)) / name.weight;
      const focus = Math.min(1, saidWeight / Math.max(askedWeight, 1e-9));
      const score = (2 * complete * focus) / (complete + focus);
      if (score < best.score) continue;
      const order = orderShared(name.concepts, items);
      if (score > best.score || complete > best.complete || order > best.order) best = { score, complete, name: name.text, order };
    }
    const explained = askedWeight === 0 ? 0 : explainedWeight / askedWeight;
    return { subject: entry.subject, ...best, explained, unexplained };
  }

  private borrowedIn(concepts: ReadonlySet<string>, said: ReadonlySet<string>, borrowed: ReadonlySet<string>): number {
    if (borrowed.size === 0) return 0;
    let weight = 0;
    for (const concept of concepts) if (!said.has(concept) && borrowed.has(concept)) weight += (this.weights.get(concept) ?? 0) * BORROWED;
    return weight;
  }

  private weightOf(item: ContentItem, concept: string | undefined): number {
    const known = concept ?? item.concepts[0];
    return (known === undefined ? undefined : this.weights.get(known)) ?? this.unknownWeight;
  }
}

/** A concept of the question beside what it weighs. */
type Weighed = readonly [concept: string, weight: number];

const NOTHING: ReadonlySet<string> = new Set();

/** The weight that was said of each name of which anything was said. */
function saidIn(entry: Entry, weighed: readonly Weighed[]): Iterable<readonly [index: number, weight: number]> {
  let weights: Map<number, number> | undefined;
  let only: { indexes: readonly number[]; weight: number } | undefined;
  for (const [concept, weight] of weighed) {
    const indexes = entry.namesWith.get(concept);
    if (indexes === undefined) continue;
    if (only === undefined && weights === undefined) {
      only = { indexes, weight };
      continue;
    }
    weights ??= new Map(only?.indexes.map((index) => [index, only?.weight ?? 0]));
    for (const index of indexes) weights.set(index, (weights.get(index) ?? 0) + weight);
  }
  // Most subjects share one word with a question.
  return weights ?? only?.indexes.map((index) => [index, only?.weight ?? 0] as const) ?? [];
}

/** The share of neighbouring concepts of a name that the question has in the same order. */
function orderShared(name: ReadonlySet<string>, items: readonly ContentItem[]): number {
  let places = 0;
  let kept = 0;
  let last = 0;
  for (const concept of name) {
    const place = items.findIndex((item) => item.concepts[0] === concept);
    if (place < 0) continue;
    if (places > 0 && place > last) kept++;
    places++;
    last = place;
  }
  return places < 2 ? 0 : kept / (places - 1);
}

/** Names that say the same in the same order count once; names without content not at all. */
function distinct(names: readonly { text: string; concepts: ReadonlySet<string> }[]): Entry["names"] {
  const byWords = new Map<string, Entry["names"][number]>();
  for (const { text, concepts } of names) {
    const key = [...concepts].join(" ");
    if (key !== "" && !byWords.has(key)) byWords.set(key, { text, concepts, weight: 0 });
  }
  return [...byWords.values()];
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function compareKeys(a: Candidate, b: Candidate): number {
  return a.subject.key < b.subject.key ? -1 : 1;
}
