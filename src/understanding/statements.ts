/**
 * Finds the statement of the report that an open question asks for. A statement has no name: it is found by the
 * words of its text and by those that people would use for it, in all three languages together.
 */
import { LANGUAGES } from "../knowledge/languages.ts";
import type { Knowledge } from "../knowledge/load.ts";
import type { Statement } from "../knowledge/schema.ts";
import { stems } from "../language/stem.ts";
import { foldLetters, hasCapitalInside, plainWord, tokenize } from "../language/text.ts";
import type { Lexicon } from "./lexicon.ts";
import type { ContentItem } from "./matcher.ts";
import { Speller } from "./spelling.ts";
import type { WordReading } from "./words.ts";

/** A statement as a possible answer. */
export type Told = {
  statement: Statement;
  /** How much of the question it has, rarer words counting more; only comparable within one question. */
  score: number;
  /** 0–1: how much of what the question is about the statement speaks of. */
  covered: number;
  /** Content words of the question of which it speaks, in order. */
  shared: readonly WordReading[];
  /** How rare the rarest of them is: ln(1 + statements / statements that have it). */
  rarest: number;
  /** Content words of the question of which it does not speak. */
  unexplained: readonly WordReading[];
};

type Entry = { statement: Statement; own: ReadonlySet<string>; section: ReadonlySet<string> };

/** What a word of the section's heading counts beside one of the statement's own. */
const OF_SECTION = 0.5;
/** What an everyday word counts: it may choose between statements, and never stands in the way. */
const LIGHT = 0.3;
/** What a word weighs that stands in no statement. */
const UNHEARD = 2.2;
const OF_ANOTHER_TOPIC = 3;
/** Shorter words of a phrase are prepositions and articles. */
const SHORTEST_TELLING = 4;
/** Shorter beginnings and ends of a compound say nothing of it. */
const SHORTEST_PART = 5;

export class StatementIndex {
  private readonly entries: readonly Entry[];
  private readonly lexicon: Lexicon;
  /** The statements that have a mark, by their numbers. */
  private readonly known = new Map<string, number[]>();
  private readonly speller: Speller;

  constructor(knowledge: Knowledge, lexicon: Lexicon) {
    this.lexicon = lexicon;
    const words = new Set<string>();
    this.entries = [...knowledge.statements.values()].map((statement) => {
      const section = knowledge.report.sections.find(({ title }) => title === statement.section);
      const own = LANGUAGES.flatMap((language) => [statement.text[language], ...statement.words[language]]);
      const heading = section ? [section.title, ...LANGUAGES.flatMap((language) => section.names[language])] : [];
      for (const word of own.flatMap(wordsIn)) words.add(word);
      return { statement, own: this.marksIn(own), section: this.marksIn(heading) };
    });
    for (const [number, { own, section }] of this.entries.entries()) {
      for (const mark of new Set([...own, ...section])) {
        const having = this.known.get(mark);
        if (having) having.push(number);
        else this.known.set(mark, [number]);
      }
    }
    this.speller = new Speller([...words].filter((word) => word.length >= SHORTEST_PART));
  }

  /**
   * The statements that share words with a message, best first.
   * @param items what of the message carries its subject; other words only help to choose
   */
  find(words: readonly WordReading[], items: readonly ContentItem[]): Told[] {
    const heavy = new Set(items.filter(({ soft }) => !soft).map(({ position }) => position));
    const asked = words
      .filter(({ via }) => !["number", "sign", "period", "aside"].includes(via))
      .map((word) => {
        const marks = this.marksOf(word);
        return { word, light: isLight(word) || !heavy.has(word.positions[0]), marks, weight: this.weightOf(word, marks) };
      });
    const sharing = new Set(asked.flatMap(({ marks }) => marks.flatMap((mark) => this.known.get(mark) ?? [])));
    return [...sharing]
      .flatMap((number) => this.entries[number] ?? [])
      .map((entry) => this.judge(entry, asked))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.statement.id < b.statement.id ? -1 : 1));
  }

  private judge(
    { statement, own, section }: Entry,
    asked: readonly { word: WordReading; light: boolean; marks: readonly string[]; weight: number }[],
  ): Told {
    let score = 0;
    let weight = 0;
    let missing = 0;
    const shared: WordReading[] = [];
    let rarest = 0;
    const unexplained: WordReading[] = [];
    for (const { word, light, marks, weight: whole } of asked) {
      const said = marks.find((mark) => own.has(mark)) ?? marks.find((mark) => section.has(mark));
      if (said === undefined) {
        if (light) continue;
        unexplained.push(word);
        missing += whole;
        continue;
      }
      const rarity = this.rarity(said) * (light ? LIGHT : 1);
      if (!light) weight += rarity;
      score += own.has(said) ? rarity : rarity * OF_SECTION;
      if (light) continue;
      shared.push(word);
      if (own.has(said)) rarest = Math.max(rarest, rarity);
    }
    return { statement, score, covered: weight === 0 ? 0 : weight / (weight + missing), shared, rarest, unexplained };
  }

  /** The rarer a mark, the more it tells. */
  private rarity(mark: string): number {
    return Math.log(1 + this.entries.length / (this.known.get(mark)?.length ?? 1));
  }

  /** What a word weighs of which a statement does not speak: as much as where another speaks of it; a word that none has is a way of asking more often than a matter. */
  private weightOf({ roles }: WordReading, marks: readonly string[]): number {
    if (roles.some(({ ordinary }) => ordinary)) return OF_ANOTHER_TOPIC;
    const known = marks.filter((mark) => this.known.has(mark)).map((mark) => this.rarity(mark));
    return known.length > 0 && roles.length > 0 ? Math.max(...known) : UNHEARD;
  }

  private marksOf({ text, word, roles, via }: WordReading): string[] {
    const concepts = roles.flatMap((role) => [...role.concepts].map((concept) => `c:${concept}`));
    // Of a phrase the small words say nothing: "trust in", "the capital".
    const telling = via === "phrase" ? (part: string) => part.length >= SHORTEST_TELLING : () => true;
    const marks = [...concepts, ...[...wordsIn(text), ...wordsIn(word)].filter(telling).flatMap(stemMarks)];
    if (marks.some((mark) => this.known.has(mark)) || via !== "unknown") return marks;
    if (hasCapitalInside(text)) return marks;
    return [...marks, ...this.speller.correct(plainWord(text)).flatMap(stemMarks), ...this.partsOf(plainWord(text))];
  }

  /** "e-helseprosjekter", "skyleverandør": a compound speaks of what it begins or ends with. */
  private partsOf(word: string): string[] {
    const parts: string[] = [];
    for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
      parts.push(...stemMarks(word.slice(cut)), ...stemMarks(word.slice(0, cut)));
    }
    return parts.filter((mark) => mark.length >= SHORTEST_PART && this.known.has(mark));
  }

  private marksIn(texts: readonly string[]): Set<string> {
    const marks = new Set<string>();
    for (const text of texts) {
      const words = wordsIn(text);
      for (const [index, word] of words.entries()) {
        for (const mark of stemMarks(word)) marks.add(mark);
        const roles = this.lexicon.phrases.at(words, index)?.phrase.roles ?? this.lexicon.find(word)?.roles;
        for (const concept of roles?.concepts ?? []) marks.add(`c:${concept}`);
      }
    }
    return marks;
  }
}

function wordsIn(text: string): string[] {
  return tokenize(text)
    .filter(({ kind }) => kind === "word")
    .map(({ lower }) => plainWord(lower));
}

function stemMarks(word: string): string[] {
  return [...new Set(stems(word).map(foldLetters))];
}

/** Words that only carry the question: fillers, cues and everyday words without a meaning of their own. */
function isLight({ roles, via }: WordReading): boolean {
  if (roles.length === 0) return via !== "unknown";
  return roles.every(({ filler, everyday, cues, scope }) => scope === undefined && (filler || everyday !== undefined || cues.size > 0));
}
