/** "per innbygger?" after a figure: only the same thing, divided so, is meant. */
import type { Subject } from "../knowledge/subjects.ts";
import { EMPTY_CONTEXT } from "./context.ts";
import type { ContentItem } from "./matcher.ts";
import type { Reader, Reading } from "./reading.ts";

const PER = new Set(["per", "pr", "pro", "hver", "each", "every"]);

/**
 * @param anchor the subject that was last spoken of
 * @returns whether a subject is that same thing; undefined where a message says more than by what to divide
 */
export function dividedOf(
  reader: Reader,
  reading: Reading,
  items: readonly ContentItem[],
  anchor: string,
): ((subject: Subject) => boolean) | undefined {
  const hard = items.filter(({ soft }) => !soft);
  const isDivisor = ({ concepts, position = 0 }: ContentItem) =>
    concepts.includes("per-capita") || PER.has(reading.tokens[position - 1] ?? "");
  const spoken = reader.subject(anchor);
  if (hard.length === 0 || !hard.every(isDivisor) || spoken?.kind !== "indicator") return undefined;
  const [name = ""] = spoken.names[reading.language];
  const own = reader.read({ text: name, now: reading.now, pinned: reading.language }, EMPTY_CONTEXT).items;
  const named = new Set(
    reader.rank(own, { kinds: ["indicator"] }).flatMap(({ subject, unexplained }) => (unexplained.length === 0 ? [subject.key] : [])),
  );
  return (subject) => subject.key === anchor || named.has(subject.key);
}
