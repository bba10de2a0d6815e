/** Finds what a number is the number of: "where do the 386 billion come from?" */
import type { Subject } from "../src/knowledge/subjects.ts";
import type { Reading } from "../src/understanding/reading.ts";
import type { Tools } from "./intent.ts";

/** Smaller numbers stand for too much. */
const LEAST = 20;

/**
 * The indicators that have the first number of a message and explain all else that it names; those of
 * the report alone when there are any.
 */
export function holdersOfNumber(reading: Reading, { knowledge, reader }: Tools): { subject: Subject; periods: string[] }[] {
  const number = reading.numbers.find(({ kind, value }) => kind !== "times" && value >= LEAST);
  if (!number) return [];
  const hard = reading.items.filter((item) => !item.soft);
  const holders = [...knowledge.indicators.values()].flatMap((item) => {
    const explained = hard.every(({ concepts }) => concepts.some((concept) => reader.vocabulary.matcher.explains(item.id, concept)));
    const row = explained ? item.observations.find(({ value }) => Math.abs(value - number.value) <= Math.abs(value) * 1e-9) : undefined;
    const subject = row && reader.subject(item.id);
    return subject ? [{ subject, periods: row.period ? [row.period] : [], own: row.document === knowledge.report.id }] : [];
  });
  const own = holders.filter((holder) => holder.own);
  return own.length > 0 ? own : holders;
}
