/** Builds the lexicon and the matcher from the knowledge: which words there are and which subjects they name. */

import { LANGUAGES, type Language } from "../knowledge/languages.ts";
import type { Knowledge, KnownIndicator } from "../knowledge/load.ts";
import { listSubjects, type Subject } from "../knowledge/subjects.ts";
import { SCALE_WORDS } from "../language/numbers.ts";
import { primeStems, stems } from "../language/stem.ts";
import { foldLetters, plainWord, tokenize } from "../language/text.ts";
import { splitCompound } from "./compounds.ts";
import type { KeptLexicon } from "./kept-lexicon.ts";
import { Lexicon, type Roles, type ScopeKind } from "./lexicon.ts";
import { type KeptEntry, Matcher } from "./matcher.ts";
import { Speller } from "./spelling.ts";
import { StatementIndex } from "./statements.ts";

/** The words and phrases by which an intent is recognised, by cue name and language. */
export type Cues = Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>>;

export type Vocabulary = {
  lexicon: Lexicon;
  matcher: Matcher;
  speller: Speller;
  /** Built when the first open question comes; most questions need none. */
  statements: () => StatementIndex;
  /** By indicator id, the ids of those that may be compared with it. */
  siblings: ReadonlyMap<string, ReadonlySet<string>>;
  /** By indicator id, the id of the whole that the data names it a part of. */
  wholes: ReadonlyMap<string, string>;
};

/** "Universitetssykehuset" published a number; that does not make it one of hospitals. */
const PLACES_OF_CARE = new Set(["hospital", "gp", "municipality", "pharmacy", "health-trust", "emergency-clinic"]);

/** Words for people in general: who asks about inhabitants may call them any of these. */
const PEOPLE = ["innbygger", "befolkning", "folk", "person", "bruker", "pasient", "nordmann", "citizen", "population"];
const EVERYONE = /inhabitant|citizen|population|patient|people|user/i;

/** A date is asked for by any word for beginning. */
const BEGINNINGS = ["launched", "introduced", "adopted", "established", "presented", "started", "published", "entered into force"];
/** Whom a trend may mean something for. */
const CONCERNED = [
  "health service",
  "health services",
  "health sector",
  "health personnel",
  "patients",
  "citizens",
  "municipalities",
  "hospitals",
  "GPs",
  "Norway",
];

/** What the build keeps of a vocabulary. */
export type KeptVocabulary = { lexicon: KeptLexicon; entries: readonly KeptEntry[] };

/** A vocabulary in a form that is quickly written and read. */
export function packVocabulary({ lexicon, matcher }: Vocabulary): KeptVocabulary {
  const kept = lexicon.pack();
  const numbers = new Map(kept.concepts.map((concept, number) => [concept, number]));
  const numberOf = (concept: string) => {
    const number = numbers.get(concept);
    if (number === undefined) throw new Error(`A name has the concept ${concept}, which no word of the lexicon means.`);
    return number;
  };
  return { lexicon: kept, entries: matcher.pack(numberOf) };
}

/** All that understanding looks words up in: what the build has kept of it, or built anew. Called once per knowledge. */
export function vocabularyOf(knowledge: Knowledge, cues: Cues): Vocabulary {
  const kept = knowledge.vocabulary() as KeptVocabulary | undefined;
  return (kept && openVocabulary(kept, knowledge)) ?? buildVocabulary(knowledge, cues);
}

/** Opens a kept vocabulary; undefined where it is of other subjects than the knowledge has. */
export function openVocabulary(kept: KeptVocabulary, knowledge: Knowledge): Vocabulary | undefined {
  const subjects = listSubjects(knowledge);
  const named = subjects.filter(({ kind }) => kind !== "statement");
  if (named.length !== kept.entries.length || named.some(({ key }, index) => key !== kept.entries[index]?.key)) return undefined;
  const matcher = new Matcher();
  // The very strings of the lexicon: equal ones are then known as equal at a glance.
  const concepts = (numbers: readonly number[]) => new Set(numbers.map((number) => kept.lexicon.concepts[number] ?? ""));
  for (const [index, subject] of named.entries()) {
    const { names, vocabulary } = kept.entries[index] as KeptEntry;
    matcher.add(
      subject,
      names.map(([text, numbers]) => ({ text, concepts: concepts(numbers) })),
      concepts(vocabulary),
    );
  }
  return finished(matcher, new Lexicon(kept.lexicon), subjects, knowledge);
}

/** Builds a vocabulary from the lists and names of the knowledge. */
export function buildVocabulary(knowledge: Knowledge, cues: Cues): Vocabulary {
  primeStems(knowledge.stems());
  const lexicon = new Lexicon();
  addLists(lexicon, knowledge, cues);
  const all = listSubjects(knowledge);
  const subjects = all.filter(({ kind }) => kind !== "statement");
  for (const subject of subjects) {
    for (const language of LANGUAGES) {
      for (const name of subject.names[language]) addNewWords(lexicon, name, language);
    }
  }
  const matcher = new Matcher();
  const named = subjects.map((subject) => ({
    subject,
    names: namesOf(subject).map((text) => ({ text, concepts: conceptsIn(lexicon, text) })),
  }));
  const wholes = new Set(named.flatMap(({ subject, names }) => (subject.kind === "indicator" ? names.flatMap(soleConcept) : [])));
  for (const { subject, names } of named) {
    const vocabulary = new Set(names.flatMap(({ concepts }) => [...concepts]));
    for (const text of relatedWords(subject, knowledge)) {
      for (const concept of conceptsIn(lexicon, text)) vocabulary.add(concept);
    }
    // A section on prescriptions and online pharmacies: what is itself a figure of it explains no other one.
    for (const text of subject.kind === "indicator" ? sectionWords(subject, knowledge) : []) {
      for (const concept of conceptsIn(lexicon, text)) if (!wholes.has(concept) && !isOfOthers(subject, concept)) vocabulary.add(concept);
    }
    for (const text of subject.kind === "indicator" ? publishersOf(subject.item, knowledge) : []) {
      for (const concept of conceptsIn(lexicon, text))
        if (!PLACES_OF_CARE.has(concept) && !isOfOthers(subject, concept)) vocabulary.add(concept);
    }
    matcher.add(subject, names, vocabulary);
  }
  return finished(matcher, lexicon, all, knowledge);
}

function finished(matcher: Matcher, lexicon: Lexicon, subjects: readonly Subject[], knowledge: Knowledge): Vocabulary {
  for (const subject of subjects) if (subject.kind === "statement") matcher.know(subject);
  matcher.finish();
  return {
    lexicon,
    matcher,
    speller: new Speller(lexicon.correctable()),
    statements: once(() => {
      primeStems(knowledge.stems());
      return new StatementIndex(knowledge, lexicon);
    }),
    siblings: siblingsIn(knowledge),
    wholes: wholesIn(knowledge),
  };
}

function once<T>(build: () => T): () => T {
  let built: T | undefined;
  return () => {
    built ??= build();
    return built;
  };
}

function siblingsIn(knowledge: Knowledge): Map<string, Set<string>> {
  const siblings = new Map<string, Set<string>>();
  for (const { members, total } of knowledge.families.values()) {
    const keys = [...Object.values(members), ...(total ? [total] : [])];
    for (const key of keys) siblings.set(key, new Set([...(siblings.get(key) ?? []), ...keys.filter((other) => other !== key)]));
  }
  return siblings;
}

function wholesIn({ families, indicators }: Knowledge): Map<string, string> {
  const ofFamilies = [...families.values()].flatMap(({ members, total }) =>
    total ? Object.values(members).map((key) => [key, total] as const) : [],
  );
  const ofParts = [...indicators.values()].flatMap(({ id, partOf }) => (partOf ? [[id, partOf] as const] : []));
  return new Map([...ofFamilies, ...ofParts]);
}

function addLists(lexicon: Lexicon, knowledge: Knowledge, cues: Cues): void {
  const { concepts, generic, filler, ordinary, everyday, scope } = knowledge.language;
  for (const language of LANGUAGES) {
    for (const [concept, lists] of Object.entries(concepts)) {
      for (const word of lists[language]) {
        lexicon.add(word, language, { concept });
        if (generic.includes(concept)) lexicon.add(word, language, { filler: true });
      }
    }
    for (const [cue, lists] of Object.entries(cues)) {
      for (const word of lists[language]) lexicon.add(word, language, { cue });
    }
    for (const word of filler[language]) lexicon.add(word, language, { filler: true });
    for (const word of ordinary[language]) lexicon.add(word, language, { ordinary: true });
    for (const lists of Object.values(everyday)) {
      for (const word of lists[language]) lexicon.add(word, language, { everyday: lists.countable ? "thing" : "manner" });
    }
  }
  for (const word of SCALE_WORDS) lexicon.add(word, undefined, { filler: true });
  const kinds: readonly [ScopeKind, readonly string[]][] = [
    ["place", scope.places],
    ["group", scope.groups],
    ["disease", scope.diseases],
    ["institution", scope.institutions],
  ];
  for (const [kind, list] of kinds) for (const word of list) addScope(lexicon, word, kind);
}

/** Other words for a place that a figure covers: who asks of American hospitals asks of the USA. */
const SAME_PLACE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    europa: "europe europeisk europeiske european",
    usa: "us amerikansk amerikanske american america",
    tyskland: "germany tysk tyske german",
  }).flatMap(([place, words]) => words.split(" ").map((word) => [word, place] as const)),
);

/** A scope word has a concept of its own, so that a subject that names it ("USA", "Drammen") explains it. */
function addScope(lexicon: Lexicon, word: string, kind: ScopeKind): void {
  lexicon.add(word, undefined, { scope: kind });
  lexicon.add(word, undefined, { concept: `s:${SAME_PLACE.get(word) ?? word}` });
}

/** Words of a name that no synonym list knows become concepts of their own. */
function addNewWords(lexicon: Lexicon, name: string, language: Language): void {
  const words = wordsOf(name);
  for (let i = 0; i < words.length; i++) {
    const phrase = lexicon.phrases.at(words, i);
    if (phrase && phrase.phrase.roles.concepts.size > 0) {
      i = phrase.positions.at(-1) ?? i;
      continue;
    }
    const word = plainWord(words[i] ?? "");
    const found = lexicon.find(word);
    const known = found && found.via !== "folded" ? found.roles : undefined;
    if (known && known.concepts.size > 0) {
      // The very form tells the language apart: "innloggingar", "visits".
      if (found?.via === "stem") for (const concept of known.concepts) lexicon.add(word, language, { concept });
      continue;
    }
    if (known?.filler) continue;
    if (!known && conceptParts(lexicon, word)) continue;
    const [norwegian, english] = stems(word);
    lexicon.add(word, language, { concept: `w:${foldLetters(language === "en" ? english : norwegian)}` });
  }
}

function conceptsIn(lexicon: Lexicon, text: string): Set<string> {
  const words = wordsOf(text);
  const concepts = new Set<string>();
  const taken = new Set<number>();
  for (let i = 0; i < words.length; i++) {
    if (taken.has(i)) continue;
    const phrase = lexicon.phrases.at(words, i);
    if (phrase && phrase.phrase.roles.concepts.size > 0) {
      for (const concept of phrase.phrase.roles.concepts) concepts.add(concept);
      // What stands inside it ("stoler helsepersonell på") counts by itself.
      for (const position of phrase.positions) taken.add(position);
      continue;
    }
    const word = plainWord(words[i] ?? "");
    const parts = lexicon.find(word) ? [lexicon.find(word)?.roles] : (conceptParts(lexicon, word) ?? []);
    // A word of several meanings names by all of them; the first is enough to be complete.
    for (const roles of parts) for (const concept of firstOf(roles)) concepts.add(concept);
  }
  return concepts;
}

/** "ikt-utgifter" names by its parts, so that "utgifter til IKT" says the same. */
function conceptParts(lexicon: Lexicon, word: string): Roles[] | undefined {
  return splitCompound(word, (part) => {
    const found = lexicon.find(part);
    return found && found.via !== "folded" && found.roles.concepts.size > 0 ? found.roles : undefined;
  });
}

function firstOf(roles: Roles | undefined): string[] {
  return [...(roles?.concepts ?? [])].slice(0, 1);
}

function wordsOf(text: string): string[] {
  return tokenize(text)
    .filter((token) => token.kind !== "sign")
    .map((token) => token.lower);
}

function namesOf(subject: Subject): string[] {
  return [...new Set(LANGUAGES.flatMap((language) => subject.names[language]))];
}

/** "ifølge SSB": who published a number narrows nothing. */
function publishersOf(item: KnownIndicator, knowledge: Knowledge): string[] {
  return item.observations.flatMap((row) => [row.publisher ?? "", knowledge.documents.get(row.document)?.publisher ?? ""]);
}

/** What Norwegian businesses were asked is no figure of the health service, though its section is about that. */
function isOfOthers(subject: Subject, concept: string): boolean {
  return concept === "health-service" && subject.kind === "indicator" && /enterprise|business|compan/i.test(subject.item.covers.whom);
}

/** The concept of a name that has only one. */
function soleConcept({ concepts }: { concepts: ReadonlySet<string> }): string[] {
  return concepts.size === 1 ? [...concepts] : [];
}

function sectionWords(subject: Subject, knowledge: Knowledge): string[] {
  const section = knowledge.report.sections.find(({ title }) => title === subject.section);
  return section ? [section.title, ...LANGUAGES.flatMap((language) => section.names[language])] : [];
}

/** Texts whose words a subject explains without being named by them: its section, unit, people, relatives. */
function relatedWords(subject: Subject, knowledge: Knowledge): string[] {
  const texts = subject.kind === "indicator" ? [] : sectionWords(subject, knowledge);
  if (subject.kind === "event") texts.push(...BEGINNINGS, ...(subject.item.publisher ? [subject.item.publisher] : []));
  if (subject.kind === "trend") texts.push(...CONCERNED);
  if (subject.kind === "family") {
    for (const id of Object.values(subject.item.members)) {
      const member = knowledge.indicators.get(id);
      if (member) texts.push(...LANGUAGES.flatMap((language) => member.names[language]));
      if (member && EVERYONE.test(member.covers.whom)) texts.push(...PEOPLE);
    }
  }
  if (subject.kind !== "indicator") return texts;
  const { item } = subject;
  const unit = knowledge.units[item.unit];
  if (unit) texts.push(...LANGUAGES.flatMap((language) => [unit[language].one, unit[language].other]));
  texts.push(item.covers.place, item.covers.whom);
  if (EVERYONE.test(item.covers.whom)) texts.push(...PEOPLE);
  const parent = item.parent ? knowledge.indicators.get(item.parent) : undefined;
  if (parent) texts.push(...LANGUAGES.flatMap((language) => parent.names[language]));
  for (const family of knowledge.families.values()) {
    if (Object.values(family.members).includes(item.id)) {
      texts.push(...LANGUAGES.flatMap((language) => family.names[language]));
    }
  }
  return texts;
}
