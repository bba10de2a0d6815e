/** The clause that asks, where a long message tells much of the asker and of why beside it. */
import { isEnglishI } from "./askers.ts";
import { NARROWING } from "./clauses.ts";
import type { ContentItem } from "./matcher.ts";
import { matterIn } from "./pointing.ts";
import type { Reading } from "./reading.ts";

/** By these a question begins, wherever it stands. */
const QUESTION_WORDS = new Set("hvor kor hva kva ka hvilken hvilke kva when når how what which".split(" "));
/** By these a clause goes on that tells why, or asks for the answer once more. */
const GOES_ON = new Set(
  "for fordi because since ettersom siden sidan då da as så so men but har have kan can could do hvis viss if om dersom".split(" "),
);
const ENDS = new Set([".", ";", "?", "!", "–", "—"]);
const OF_US = new Set("vi we us oss our vår vårt våre".split(" "));
const ASKERS = new Set("jeg eg æ vi we me my min mitt mi our vår kunne could would".split(" "));
/** "as a retired physician", "tell an old general practitioner": who asks. */
const INTRODUCES = new Set("as som er am i'm tell telling fortelle fortelje forklare forklara explain".split(" "));
/** How far behind such a word the asker stands. */
const NEAR = 4;

/**
 * The items of the clause that asks. Words before it that only tell of the asker are left out, and those of a clause
 * behind it; never a place, an illness, an institution, a name, or what the message says that it is about.
 * @returns undefined where no clause asks, or where something would be left out that may narrow it
 */
export function askingClause(items: readonly ContentItem[], reading: Reading): readonly ContentItem[] | undefined {
  const { tokens } = reading;
  const from = tokens.findIndex((word, at) => at > 2 && QUESTION_WORDS.has(word));
  if (from < 0 || !tellsOfAsker(reading, from)) return undefined;
  const to = endOf(tokens, from);
  // "I am a dentist. How many lookups do we make?": of whom it is asked was said before.
  if (tokens.slice(from, to).some((word) => OF_US.has(word))) return undefined;
  const isInside = ({ position = 0 }: ContentItem) => position >= from && position < to;
  const left = items.filter((item) => !isInside(item));
  const isIdle = (item: ContentItem) =>
    isNothing(item) || ((item.position ?? 0) < from ? isAsker(item, tokens) : item.barrier === undefined);
  return left.length === 0 || !left.every(isIdle) ? undefined : items.filter(isInside);
}

/** Whether what stands before a position speaks of the asker, and of no matter. */
function tellsOfAsker({ tokens, words }: Reading, to: number): boolean {
  const before = tokens.slice(0, to);
  const isI = (at: number) => tokens[at] === "i" && isEnglishI(words, at);
  const speaks = before.some((word, at) => ASKERS.has(word) || isI(at));
  const narrows = NARROWING.has(before[0] ?? "") && !isI(0);
  return speaks && !narrows && matterIn(before) < 0;
}

/** Nothing that any figure knows, and no name. */
function isNothing({ barrier, word, concepts }: ContentItem): boolean {
  return concepts.length === 0 && (barrier === "ordinary" || (barrier === "unknown" && !/^\p{Lu}|\d/u.test(word)));
}

/** Who asks: "as a retired physician". */
function isAsker({ barrier, position = 0 }: ContentItem, tokens: readonly string[]): boolean {
  const near = tokens.slice(Math.max(0, position - NEAR), position);
  return (barrier === undefined || barrier === "group") && near.some((word) => INTRODUCES.has(word));
}

/** Where the question ends: at a stop, or at a comma behind which another clause begins. */
function endOf(tokens: readonly string[], from: number): number {
  const end = tokens.findIndex((word, at) => at > from && (ENDS.has(word) || (word === "," && GOES_ON.has(tokens[at + 1] ?? ""))));
  return end < 0 ? tokens.length : end;
}
