/**
 * Several figures in one sentence: "opted out, and with critical info registered, both end of 2021".
 * The sentence is cut where its words name one subject after the other, not where it says "and how many".
 */
import type { Subject } from "../src/knowledge/subjects.ts";
import { aimAt } from "../src/understanding/aim.ts";
import { EMPTY_CONTEXT } from "../src/understanding/context.ts";
import { FULLY } from "../src/understanding/fit.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { WEAK } from "../src/understanding/weak.ts";
import { byTime, favourShare, NUMBER_KINDS, type Tools } from "./intent.ts";

/** One figure of the sentence: the sentence with all but its words left out. */
export type Piece = { key: string; reading: Reading };

type Items = Reading["items"];
type Span = { from: number; to: number };
type Cell = Span & { items: Items };
type Named = { cells: Span; items: Items; key: string; complete: number };

const JOINTS = new Set(
  ", ; : / + & – — ) ( \n og and samt pluss plus mens while eller or vs versus kontra compared sammenlignet sammenliknet samanlikna samanlikning across".split(
    " ",
  ),
);
const MOST_CELLS = 5;
/** More figures than this are a matter for a list. */
const MOST_PIECES = 4;
/** How many words two neighbours may share: "GP and municipal care full-time equivalents". */
const MOST_SHARED = 2;

/**
 * Cuts a sentence into the figures that it names.
 * @param strict every piece must be named in full by its own words, since one subject explains the whole as well
 * @returns undefined unless each word belongs to one of at least two figures
 */
export function piecesOf(reading: Reading, tools: Tools, strict: boolean): Piece[] | undefined {
  if (!reading.tokens.some((word) => JOINTS.has(word))) return undefined;
  // What narrows or is unknown is no part of any figure but one that names it.
  if (reading.items.some(({ barrier, concepts }) => barrier && concepts.length === 0)) return undefined;
  // "certificate: how many visits did it get": the heading is what "it" is, and no figure of its own.
  if (/: .*(?:^| )(?:it|its|den|det|han|dei|de|they)(?: |$)/.test(reading.text)) return undefined;
  const cells = cellsOf(reading);
  if (cells.length < 2 || cells.length > MOST_CELLS) return undefined;
  const naming = new Namer(reading, cells, tools);
  let best: Named[] | undefined;
  for (const cut of cutsOf(cells.length)) {
    if (cut.length < 2 || cut.length > MOST_PIECES || (best && cut.length <= best.length)) continue;
    const named = strict ? naming.alone(cut) : naming.together(cut);
    if (named && new Set(named.map(({ key }) => key)).size === named.length) best = named;
  }
  best ??= strict ? undefined : naming.headed();
  return best?.map((piece) => ({ key: piece.key, reading: readingOf(piece, best, reading, cells) }));
}

/** The runs of words between joints; a run that names nothing belongs to the next one, the last to the one before. */
function cellsOf(reading: Reading): Cell[] {
  const inPhrase = new Set(
    reading.words
      .filter(({ positions }) => positions.length > 1)
      .flatMap(({ positions }) => between(positions[0] ?? 0, positions.at(-1) ?? 0)),
  );
  const starts = reading.tokens.flatMap((word, index) => (JOINTS.has(word) && !inPhrase.has(index) ? [index] : []));
  const cells: Cell[] = [];
  let from = 0;
  for (const to of [...starts, reading.tokens.length]) {
    const items = reading.items.filter(({ position }) => position >= from && position < to);
    if (items.every(({ soft }) => soft) && to < reading.tokens.length) continue;
    cells.push({ from, to, items });
    from = to;
  }
  const last = cells.at(-1);
  const before = cells.at(-2);
  if (!last || !before || last.items.some(({ soft }) => !soft)) return cells;
  return [...cells.slice(0, -2), { from: before.from, to: last.to, items: [...before.items, ...last.items] }];
}

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

/** All ways to cut a row of cells, as spans of cells. */
function cutsOf(count: number): Span[][] {
  if (count === 0) return [[]];
  return between(1, count).flatMap((first) =>
    cutsOf(count - first).map((rest) => [{ from: 0, to: first }, ...rest.map(({ from, to }) => ({ from: from + first, to: to + first }))]),
  );
}

/** Names the spans of a sentence; each span is looked up once, however many cuts have it. */
class Namer {
  private readonly known = new Map<string, Named | undefined>();
  private readonly reading: Reading;
  private readonly cells: readonly Cell[];
  private readonly tools: Tools;
  private readonly favour: ReturnType<typeof favourShare>;

  constructor(reading: Reading, cells: readonly Cell[], tools: Tools) {
    this.reading = reading;
    this.cells = cells;
    this.tools = tools;
    this.favour = favourShare(reading, tools);
  }

  /** Every span by its own words, in full. */
  alone(cut: readonly Span[]): Named[] | undefined {
    const named: Named[] = [];
    for (const span of cut) {
      const found = this.own(span);
      if (!found || found.complete < FULLY) return undefined;
      named.push(found);
    }
    return named;
  }

  /** Every span by its own words, or with words that stand by a neighbour and go for both. */
  together(cut: readonly Span[]): Named[] | undefined {
    const own = cut.map((span) => this.own(span));
    if (own.every((found) => found === undefined)) return undefined;
    const named: Named[] = [];
    for (const [index, span] of cut.entries()) {
      const found = this.shared(span, [...own.slice(index + 1)], [...own.slice(0, index)].reverse()) ?? own[index];
      if (!found) return undefined;
      named.push(found);
    }
    return named;
  }

  /** "Which got the most money: hospitals, municipal care or GPs?": what stands before the list goes for each of it. */
  headed(): Named[] | undefined {
    const [head, ...listed] = this.cells;
    if (!head || listed.length < 2 || this.reading.tokens[head.to] !== ":") return undefined;
    for (const shared of head.items) {
      if (shared.soft || shared.concepts.length === 0) continue;
      const named = listed.map(({ items }, index) => this.name({ from: index + 1, to: index + 2 }, [shared, ...items]));
      const keys = new Set(named.map((piece) => piece?.key));
      if (keys.size === listed.length && named.every((piece) => piece !== undefined && piece.complete >= FULLY)) return named as Named[];
    }
    return undefined;
  }

  private own(span: Span): Named | undefined {
    const key = `${span.from} ${span.to}`;
    if (!this.known.has(key)) {
      const items = this.cells.slice(span.from, span.to).flatMap((cell) => cell.items);
      this.known.set(key, this.name(span, items));
    }
    return this.known.get(key);
  }

  /** "physical and e-consultations per 100": the relative of a neighbour that the neighbour's first or last words complete. */
  private shared(span: Span, after: readonly (Named | undefined)[], before: readonly (Named | undefined)[]): Named | undefined {
    const items = this.cells.slice(span.from, span.to).flatMap((cell) => cell.items);
    if (items.every(({ soft }) => soft)) return undefined;
    for (const lender of [...after, ...before]) {
      if (!lender) continue;
      const isRelative = (subject: Subject) => this.areRelated(subject, lender.key);
      const follows = (lender.items[0]?.position ?? 0) > (items.at(-1)?.position ?? 0);
      for (let count = 1; count <= Math.min(MOST_SHARED, lender.items.length - 1); count++) {
        const lent = follows ? lender.items.slice(-count) : lender.items.slice(0, count);
        const key = `${span.from} ${span.to} ${lender.key} ${lent[0]?.position} ${count}`;
        if (!this.known.has(key)) this.known.set(key, this.name(span, follows ? [...items, ...lent] : [...lent, ...items], isRelative));
        const found = this.known.get(key);
        if (found && found.complete >= FULLY) return found;
      }
    }
    return undefined;
  }

  /** Members of one family, or figures of one section in one unit. */
  private areRelated(subject: Subject, key: string): boolean {
    const other = this.tools.reader.subject(key);
    if (subject.kind !== "indicator" || other?.kind !== "indicator" || subject.key === key) return false;
    if (this.tools.reader.siblings(key).has(subject.key)) return true;
    return subject.section === other.section && (subject.item.unit === other.item.unit || subject.item.measure === other.item.measure);
  }

  private name(cells: Span, items: Items, only: (subject: Subject) => boolean = () => true): Named | undefined {
    if (!items.some(({ soft, concepts }) => !soft && concepts.some((concept) => !WEAK.has(concept)))) return undefined;
    const reading = { ...this.reading, followUp: false };
    const options = { kinds: NUMBER_KINDS, items, prefer: ["indicator"] as const, favour: this.favour, only };
    const aim = aimAt(this.tools.reader, reading, EMPTY_CONTEXT, options);
    if (aim.kind === "choice") {
      const timed = byTime(aim.candidates, this.reading, this.tools);
      return timed && { cells, items, key: timed.subject.key, complete: timed.complete };
    }
    if (aim.kind !== "sure" || aim.inherited || aim.subject.kind === "family") return undefined;
    return { cells, items, key: aim.subject.key, complete: aim.candidate?.complete ?? 0 };
  }
}

/** The sentence as if only this piece stood in it. What opens the sentence goes for every piece, and so does a time that stands by one. */
function readingOf(piece: Named, all: readonly Named[], reading: Reading, cells: readonly Cell[]): Reading {
  const spanOf = ({ cells: { from, to } }: Named) => ({ from: cells[from]?.from ?? 0, to: cells[to - 1]?.to ?? 0 });
  const own = spanOf(piece);
  const opening = all[0]?.items.find(({ soft }) => !soft)?.position ?? 0;
  const mine = new Set(piece.items.map(({ position }) => position));
  const isIn = ({ from, to }: Span, position: number) => position >= from && position < to;
  const counts = ["quantity", "share", "when"];
  const hasOwn = counts.some((cue) => reading.cues.get(cue)?.some((position) => isIn(own, position) && position >= opening));
  const isHeard = (position: number) => isIn(own, position) || mine.has(position) || (position < opening && !hasOwn);
  const cues = [...reading.cues]
    .map(([cue, positions]) => [cue, positions.filter(isHeard)] as const)
    .filter(([, positions]) => positions.length > 0);
  const at = all.indexOf(piece);
  const timed = [piece, ...all.slice(at + 1), ...all.slice(0, at).reverse()]
    .map((one) => reading.periods.filter(({ from }) => isIn(spanOf(one), from)))
    .find((periods) => periods.length > 0);
  return {
    ...reading,
    items: piece.items,
    tokens: reading.tokens.map((word, position) => (isHeard(position) ? word : "")),
    words: reading.words.filter(({ positions }) => isHeard(positions[0] ?? 0)),
    cues: new Map(cues.map(([cue, positions]) => [cue, [...positions]])),
    periods: timed ?? [],
    numbers: [],
    followUp: false,
  };
}
