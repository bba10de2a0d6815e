/**
 * Finds the subjects that a question may be about. The score tells how much of a subject's name was
 * said and how much of what was said it explains; the decision to answer is taken elsewhere, on the
 * words that stay unexplained.
 */
import type { Subject, SubjectKind } from "../knowledge/subjects.ts";
import { Recent } from "../language/recent.ts";

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

/** A name prepared for matching. `weight` is what all its concepts weigh. */
type Name = { text: string; concepts: ReadonlySet<string>; weight: number };

/** A subject prepared for matching. */
type Entry = {
  subject: Subject;
  names: readonly Name[];
  /** The number of its first name among the names of all subjects. */
  firstName: number;
  /** In how many of its names a concept stands. */
  held: ReadonlyMap<string, number>;
  vocabulary: ReadonlySet<string>;
};

/** Where a concept stands: the subjects and the names that have it, by their numbers. */
type Postings = { weight: number; entries: number[]; names: number[] };

/** A subject as the build keeps it; its concepts by their numbers. */
export type KeptEntry = {
  key: string;
  names: readonly (readonly [text: string, concepts: readonly number[]])[];
  vocabulary: readonly number[];
};

/** How concepts of an earlier subject may complete a name ("og for leger?"), counted less than said words. */
const BORROWED = 0.7;

/** With more subjects than this that share a word, only those are judged that share this part of the most that any shares. */
const MANY = 400;
const ENOUGH = 0.5;

/** How many rankings are kept: a message, its parts, and the items left when some are set aside. */
const MOST_KEPT = 24;

/** How many of the items a name must hold to say most of them. */
const MOST = 0.55;

/** What a soft word counts that a subject does not name: enough to prefer one that does. */
const SOFT = 0.2;

export class Matcher {
  private readonly entries: Entry[] = [];
  private readonly byKey = new Map<string, Entry>();
  private readonly postings = new Map<string, Postings>();
  private unknownWeight = 1;
  private nameCount = 0;
  /** What was said of each subject and of each name, by their numbers; all 0 between two searches. */
  private ofEntries = new Float64Array(0);
  private ofNames = new Float64Array(0);
  /** Several intents ask for the same ranking of one reading. */
  private readonly ranked = new Recent<readonly ContentItem[], Map<string, Candidate[]>>(MOST_KEPT);

  /** Adds a subject with the concepts of each of its names and of all that its vocabulary explains. */
  add(subject: Subject, names: readonly { text: string; concepts: ReadonlySet<string> }[], vocabulary: ReadonlySet<string>): void {
    const held = new Map<string, number>();
    const entry: Entry = { subject, names: distinct(names), firstName: this.nameCount, held, vocabulary };
    for (const [index, { concepts }] of entry.names.entries()) {
      for (const concept of concepts) {
        held.set(concept, (held.get(concept) ?? 0) + 1);
        const posted = this.postings.get(concept) ?? { weight: 0, entries: [], names: [] };
        this.postings.set(concept, posted);
        posted.names.push(entry.firstName + index);
        if (posted.entries.at(-1) !== this.entries.length) posted.entries.push(this.entries.length);
      }
    }
    this.nameCount += entry.names.length;
    this.entries.push(entry);
    this.byKey.set(subject.key, entry);
  }

  /**
   * The subjects that words name, each by the concepts of its names and of its vocabulary, to be added again as they are.
   * @param numberOf the number of a concept
   */
  pack(numberOf: (concept: string) => number): KeptEntry[] {
    return this.entries.map(({ subject, names, vocabulary }) => ({
      key: subject.key,
      names: names.map(({ text, concepts }) => [text, [...concepts].map(numberOf)]),
      vocabulary: [...vocabulary].map(numberOf),
    }));
  }

  /** Adds a subject that no words name; it is found by its key only. */
  know(subject: Subject): void {
    this.byKey.set(subject.key, { subject, names: [], firstName: 0, held: new Map(), vocabulary: new Set() });
  }

  /** Call once when all subjects are added: rarer concepts weigh more. */
  finish(): void {
    const total = this.entries.length;
    for (const posted of this.postings.values()) posted.weight = Math.log(1 + total / posted.entries.length);
    this.unknownWeight = Math.log(1 + total / 3);
    for (const { names } of this.entries) {
      for (const name of names) for (const concept of name.concepts) name.weight += this.weightOf(concept);
    }
    this.ofEntries = new Float64Array(total);
    this.ofNames = new Float64Array(this.nameCount);
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
    return entry ? (entry.held.get(concept) ?? 0) / Math.max(entry.names.length, 1) : 0;
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
    const own = this.ranked.of(items, () => new Map());
    // Each subject is judged once, whatever kinds are asked for after one another.
    const all = own.get(anchor) ?? this.search(items, anchor);
    own.set(anchor, all);
    return kinds ? all.filter(({ subject }) => kinds.includes(subject.kind)) : all;
  }

  /** Lets go of the rankings of the last message. */
  forget(): void {
    this.ranked.forget();
  }

  private search(items: readonly ContentItem[], anchor: string): Candidate[] {
    const said = new Set(items.flatMap((item) => item.concepts));
    const found = [...said].flatMap((concept) => this.postings.get(concept) ?? []);
    const sharing = this.sharing(found);
    for (const { names, weight } of found) for (const name of names) this.ofNames[name] = (this.ofNames[name] ?? 0) + weight;
    const look: Look = { items, said, borrowed: anchor ? this.conceptsOf(anchor) : NOTHING, places: placesOf(items) };
    const candidates = sharing.flatMap((index) => this.entries[index] ?? []).map((entry) => this.judge(entry, look));
    for (const { names } of found) for (const name of names) this.ofNames[name] = 0;
    return candidates.sort((a, b) => b.score - a.score || b.order - a.order || compareKeys(a, b));
  }

  /** Subjects that share a concept with what was said. In a large catalogue those that share little are not looked at. */
  private sharing(found: readonly Postings[]): number[] {
    const shared: number[] = [];
    let most = 0;
    for (const { entries, weight } of found) {
      for (const index of entries) {
        const before = this.ofEntries[index] ?? 0;
        if (before === 0) shared.push(index);
        this.ofEntries[index] = before + weight;
        most = Math.max(most, before + weight);
      }
    }
    const enough = shared.length <= MANY ? shared : shared.filter((index) => (this.ofEntries[index] ?? 0) >= most * ENOUGH);
    for (const index of shared) this.ofEntries[index] = 0;
    return enough;
  }

  private judge(entry: Entry, { items, said, borrowed, places }: Look): Candidate {
    let askedWeight = 0;
    let explainedWeight = 0;
    let unexplained = NONE;
    for (let at = 0; at < items.length; at++) {
      const item = items[at] as ContentItem;
      const known = firstIn(item.concepts, entry.vocabulary);
      const weight = this.weightOf(known ?? item.concepts[0]);
      if (known !== undefined) {
        // Saying a thing twice asks for nothing more.
        if (isSaidBefore(known, items, at, entry.vocabulary)) continue;
        explainedWeight += weight;
      } else if (item.soft) {
        askedWeight += SOFT * weight;
        continue;
      } else unexplained = unexplained === NONE ? [item.word] : [...unexplained, item.word];
      askedWeight += weight;
    }
    let best: Name | undefined;
    let score = 0;
    let complete = 0;
    let order: number | undefined;
    for (let index = 0; index < entry.names.length; index++) {
      const saidWeight = this.ofNames[entry.firstName + index] ?? 0;
      const name = entry.names[index];
      if (saidWeight === 0 || name === undefined) continue;
      const nameComplete = (saidWeight + this.borrowedIn(name.concepts, said, borrowed)) / name.weight;
      const focus = Math.min(1, saidWeight / Math.max(askedWeight, 1e-9));
      const nameScore = (2 * nameComplete * focus) / (nameComplete + focus);
      if (nameScore < score) continue;
      if (nameScore === score) {
        const nameOrder = orderShared(name.concepts, places);
        order ??= orderShared(best?.concepts ?? NOTHING, places);
        if (nameComplete <= complete && nameOrder <= order) continue;
        order = nameOrder;
      } else order = undefined;
      best = name;
      score = nameScore;
      complete = nameComplete;
    }
    return {
      subject: entry.subject,
      score,
      complete,
      explained: askedWeight === 0 ? 0 : explainedWeight / askedWeight,
      unexplained,
      name: best?.text ?? "",
      order: order ?? orderShared(best?.concepts ?? NOTHING, places),
    };
  }

  private borrowedIn(concepts: ReadonlySet<string>, said: ReadonlySet<string>, borrowed: ReadonlySet<string>): number {
    if (borrowed.size === 0) return 0;
    let weight = 0;
    for (const concept of concepts) if (!said.has(concept) && borrowed.has(concept)) weight += this.weightOf(concept) * BORROWED;
    return weight;
  }

  /** What a concept weighs; one that no name has, as much as an unknown word. */
  private weightOf(concept: string | undefined): number {
    return (concept === undefined ? undefined : this.postings.get(concept)?.weight) ?? this.unknownWeight;
  }
}

/** What each subject is judged by. */
type Look = {
  items: readonly ContentItem[];
  /** All concepts of the items. */
  said: ReadonlySet<string>;
  /** The concepts of the subject last spoken of. */
  borrowed: ReadonlySet<string>;
  /** The first item that means a concept before all others, by its number. */
  places: ReadonlyMap<string, number>;
};

const NOTHING: ReadonlySet<string> = new Set();
const NONE: readonly string[] = [];

function firstIn(concepts: readonly string[], vocabulary: ReadonlySet<string>): string | undefined {
  for (const concept of concepts) if (vocabulary.has(concept)) return concept;
  return undefined;
}

function isSaidBefore(concept: string, items: readonly ContentItem[], at: number, vocabulary: ReadonlySet<string>): boolean {
  for (let before = 0; before < at; before++) if (firstIn(items[before]?.concepts ?? NONE, vocabulary) === concept) return true;
  return false;
}

function placesOf(items: readonly ContentItem[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, { concepts }] of items.entries()) {
    const [first] = concepts;
    if (first !== undefined && !places.has(first)) places.set(first, place);
  }
  return places;
}

/** The share of neighbouring concepts of a name that the question has in the same order. */
function orderShared(name: ReadonlySet<string>, places: ReadonlyMap<string, number>): number {
  let found = 0;
  let kept = 0;
  let last = 0;
  for (const concept of name) {
    const place = places.get(concept);
    if (place === undefined) continue;
    if (found > 0 && place > last) kept++;
    found++;
    last = place;
  }
  return found < 2 ? 0 : kept / (found - 1);
}

/** Names that say the same in the same order count once; names without content not at all. */
function distinct(names: readonly { text: string; concepts: ReadonlySet<string> }[]): Name[] {
  const byWords = new Map<string, Name>();
  for (const { text, concepts } of names) {
    const key = [...concepts].join(" ");
    if (key !== "" && !byWords.has(key)) byWords.set(key, { text, concepts, weight: 0 });
  }
  return [...byWords.values()];
}

function compareKeys(a: Candidate, b: Candidate): number {
  return a.subject.key < b.subject.key ? -1 : 1;
}
