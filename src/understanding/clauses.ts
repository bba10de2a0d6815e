/** Cuts a message into clauses, and tells which of them ask for something. */
import { Recent } from "../language/recent.ts";
import type { WordReading } from "./words.ts";

/** Cues by which a clause asks for something. */
const ASKING = new Set([
  "quantity",
  "when",
  "whatis",
  "why",
  "share",
  "change",
  "up",
  "down",
  "trend",
  "check",
  "source",
  "list",
  "series",
  "highest",
  "lowest",
  "compare",
  "define",
  "implies",
]);
/** "the most used in 2021": asks only by its year. */
const RANKING = new Set(["highest", "lowest"]);

/**
 * The clauses that ask, by their number: `asking` by a question mark, a year or any cue; `asksFor` those
 * that would be questions without a year as well.
 */
export function askingAmong(
  starts: readonly number[],
  readings: readonly WordReading[],
  words: readonly string[],
): { asking: Set<number>; asksFor: Set<number> } {
  const clauseOf = (position: number) => starts.findLastIndex((start) => start <= position);
  const asking = new Set<number>();
  const asksFor = new Set<number>();
  for (const [clause, start] of starts.entries()) {
    if (words.slice(start, starts[clause + 1]).some((word) => word === "?" || /^(?:19|20)\d\d$/.test(word))) {
      asking.add(clause);
      if (words.slice(start, starts[clause + 1]).includes("?")) asksFor.add(clause);
    }
  }
  for (const { roles, positions } of readings) {
    for (const { cues } of roles) {
      for (const cue of cues) {
        if (!ASKING.has(cue)) continue;
        asking.add(clauseOf(positions[0] ?? 0));
        if (!RANKING.has(cue)) asksFor.add(clauseOf(positions[0] ?? 0));
      }
    }
  }
  return { asking, asksFor };
}

/** Where clauses begin: after a stop or comma, at a question word, at "because", and at "so I", "som eg". */
export function clauseStarts(readings: readonly WordReading[], words: readonly string[]): readonly number[] {
  return STARTS.of(words, () => clauseStartsAnew(readings, words));
}

const MOST_KEPT = 4;

/** Several rooms cut the same message. */
const STARTS = new Recent<readonly string[], readonly number[]>(MOST_KEPT);

function clauseStartsAnew(readings: readonly WordReading[], words: readonly string[]): number[] {
  const starts = [0];
  const counted = readings.find(({ roles }) => roles.some(({ cues }) => cues.has("quantity")))?.positions[0] ?? words.length;
  for (const [index, word] of words.entries()) {
    if (ENDS.has(word) || isDash(index, words)) starts.push(index + 1);
    else if (CAUSES.has(word) || (REQUESTS.has(word) && ASKED.has(words[index + 1] ?? ""))) starts.push(index);
    else if (SPEAKERS.has(words[index + 1] ?? "") && LINKS.has(word) && !PURPOSES.has(words[index - 1] ?? "")) starts.push(index);
    else if (index > 2 && index < counted && isWish(word, words[index + 1] ?? "")) starts.push(index);
  }
  for (const { roles, positions } of readings) {
    const at = positions[0] ?? 0;
    // "the hospital had how many bed days": one clause.
    if (HAVING.has(words[at - 1] ?? "")) continue;
    // "bed days that were due to fractures": only a question word begins a question of its own.
    const asksWhy = WHY.has(words[at] ?? "") && roles.some(({ cues }) => cues.has("why"));
    const asksShare = QUESTION.has(words[at] ?? "") && roles.some(({ cues }) => cues.has("share"));
    if (asksWhy || asksShare || roles.some((role) => ["quantity", "when", "whatis"].some((cue) => role.cues.has(cue)))) starts.push(at);
  }
  return [...new Set(starts)].sort((a, b) => a - b);
}

/** "… skulle vi gjerne hatt", "… I need": what is asked for follows. */
function isWish(word: string, next: string): boolean {
  const goesOn = (word === "og" || word === "and") && (WISHES.has(next) || NEEDED.has(next));
  return goesOn || (WISHES.has(word) && WISHERS.has(next)) || (WISHERS.has(word) && (NEEDS.has(next) || NEEDED.has(next)));
}

const WISHES = new Set("skulle vil ville ønsker ønsket ynskjer ønskjer ynskte trenger treng trengte lurer lurar undrer kunne".split(" "));
const WISHERS = new Set(["jeg", "eg", "æ", "vi", "me", "i", "we"]);
const NEEDS = new Set(["am", "are", "was", "should", "must"]);
const NEEDED = new Set(["need", "needs", "want", "wants", "would", "could", "wonder", "wondered", "require", "seek", "wish"]);

const ENDS = new Set([".", "?", "!", ";", ":", ",", "\n", "–", "—", "("]);

/** " - " between two words, but not in "pleie- og omsorg". */
function isDash(index: number, words: readonly string[]): boolean {
  if (words[index] !== "-" || index === 0) return false;
  const before = words[index - 1] ?? "";
  const after = words[index + 1] ?? "";
  return /\p{L}/u.test(before) && /\p{L}/u.test(after) && !["og", "and", "eller", "or"].includes(after);
}

const HAVING = new Set("had has have got hadde har did used spent brukte fikk fekk".split(" "));
const WHY = new Set(["why", "hvorfor", "kvifor", "koffor", "korfor", "hvordan", "korleis", "how", "what", "hva", "kva"]);
/** "hvor stor andel", "what share". */
const QUESTION = new Set(["hvor", "kor", "hva", "kva", "hvilken", "what", "which", "how"]);
/** "so could you tell me …": a request begins. */
const REQUESTS = new Set(["could", "can", "would", "will", "kan", "kunne", "vil", "ville", "kunna"]);
const ASKED = new Set(["you", "du", "dere", "de", "dokker", "dykk", "noen", "nokon", "someone", "anyone"]);
const CAUSES = new Set(["fordi", "because", "ettersom", "cause", "cuz"]);
const SPEAKERS = new Set([
  "jeg",
  "eg",
  "vi",
  "me",
  "i",
  "we",
  "min",
  "my",
  "our",
  "vår",
  "sjefen",
  "hun",
  "han",
  "she",
  "he",
  "they",
  "de",
  "dei",
]);
/** "for at vi skal kunne …", "so that we can …" begin together. */
const PURPOSES = new Set(["for", "slik", "sånn", "so"]);
const LINKS = new Set([
  "if",
  "hvis",
  "dersom",
  "så",
  "som",
  "siden",
  "sidan",
  "since",
  "so",
  "as",
  "that",
  "at",
  "for",
  "når",
  "when",
  "mens",
  "while",
  "og",
  "and",
  "men",
  "but",
  "before",
  "før",
]);
/** By these a clause narrows the one before: "including …", "only …". */
export const NARROWING = new Set([
  "leaving",
  "including",
  "excluding",
  "only",
  "among",
  "for",
  "in",
  "of",
  "from",
  "with",
  "without",
  "within",
  "innen",
  "innan",
  "by",
  "at",
  "on",
  "per",
  "not",
  "bare",
  "kun",
  "berre",
  "blant",
  "i",
  "på",
  "av",
  "fra",
  "frå",
  "med",
  "uten",
  "utan",
  "utenom",
  "utanom",
  "unntatt",
  "unnateke",
  "bortsett",
  "innenfor",
  "innanfor",
  "innen",
  "innan",
  "during",
  "within",
  "except",
  "apart",
  "hos",
  "ikke",
  "ikkje",
  "inkludert",
  "medrekna",
  "spesielt",
  "særlig",
  "særleg",
]);
