/** Everything that some words name: for choosing subjects rather than for answering. */
import type { Knowledge } from "../knowledge/load.ts";
import type { SubjectKind } from "../knowledge/subjects.ts";
import { EMPTY_CONTEXT } from "./context.ts";
import { FULLY } from "./fit.ts";
import type { Candidate } from "./matcher.ts";
import type { Reader } from "./reading.ts";

const KINDS: readonly SubjectKind[] = ["section", "family", "indicator", "event", "trend"];
/** How much of a name counts as a good part. */
const PART = 0.44;
const ALL_TRENDS = /^(?:trendene|trendane|trender|trendar|the trends|trends)$/i;

/**
 * The subjects that a few words such as "kjernejournal" or "reseptar og helsenorge" name.
 * @returns keys: a section or family where its whole name was said, else all that the words are a good part of;
 *   empty where any of the names is of nothing known
 */
export function subjectsNamed({ knowledge, reader }: { knowledge: Knowledge; reader: Reader }, words: string): string[] {
  if (ALL_TRENDS.test(words.trim())) return [...knowledge.trends.keys()].map((id) => `trend:${id}`);
  const whole = words.includes(",") ? [] : namedBy(reader, words);
  const parts = words.split(/,|\+|&|\b(?:og|and|eller|or|samt)\b/i).filter((part) => part.trim() !== "");
  const named = whole.length > 0 ? [whole] : parts.map((part) => namedBy(reader, part));
  return named.every((keys) => keys.length > 0) ? [...new Set(named.flat())] : [];
}

function namedBy(reader: Reader, words: string): string[] {
  const { items } = reader.read({ text: words, now: new Date(0) }, EMPTY_CONTEXT);
  if (items.length === 0) return [];
  const fitting = reader.rank(items, { kinds: KINDS }).filter(({ unexplained }) => unexplained.length === 0);
  const group = KINDS.slice(0, 2).map((kind) => fitting.find(({ subject, complete }) => subject.kind === kind && complete >= FULLY));
  const [found] = group.filter((candidate) => candidate !== undefined);
  return found ? membersOf(found) : fitting.filter(({ complete }) => complete >= PART).flatMap(membersOf);
}

/** A family stands for its members; a part of a trend for the trend. */
function membersOf({ subject }: Candidate): string[] {
  if (subject.kind === "family") return Object.values(subject.item.members);
  if (subject.kind === "trend") return [`trend:${subject.item.id}`];
  return [subject.key];
}
