/** Finds the two indicators that a message sets against each other. */
import type { IndicatorSubject, Subject } from "../src/knowledge/subjects.ts";
import { aimAt } from "../src/understanding/aim.ts";
import type { Context } from "../src/understanding/context.ts";
import type { Reading } from "../src/understanding/reading.ts";
import type { Tools } from "./intent.ts";

/** Words that join two things which are compared. */
export const JOINTS = new Set([
  "og",
  "and",
  "mot",
  "vs",
  "versus",
  "enn",
  "than",
  "eller",
  "or",
  "med",
  "with",
  "to",
  "against",
  "samt",
  "/",
  ",",
  "kontra",
  "sammenlignet",
  "samanlikna",
  "compared",
]);

/** Finds two subjects around a joining word; the second may borrow words from the first. */
export function pairIn(reading: Reading, context: Context, tools: Tools): IndicatorSubject[] | undefined {
  const kinds = ["indicator"] as const;
  const joints = reading.tokens.flatMap((word, index) => (JOINTS.has(word) ? [index] : []));
  for (const joint of joints) {
    const left = reading.items.filter((item) => item.position < joint);
    const right = reading.items.filter((item) => item.position > joint);
    if (right.length === 0) continue;
    const hardLeft = left.filter((item) => !item.soft);
    if (hardLeft.length === 0) continue;
    const one = aimAt(tools.reader, { ...reading, followUp: false }, context, { kinds, items: left });
    const oneAlone = one.kind === "sure" && !one.inherited ? one : undefined;
    const two = aimAt(tools.reader, { ...reading, followUp: true }, context, { kinds, items: right, anchor: oneAlone?.subject.key });
    if (two.kind !== "sure" || two.inherited || two.subject.kind !== "indicator") continue;
    const first = oneAlone ?? aimAt(tools.reader, { ...reading, followUp: true }, context, { kinds, items: left, anchor: two.subject.key });
    if (first.kind !== "sure" || first.inherited || first.subject.kind !== "indicator" || first.subject.key === two.subject.key) continue;
    return inOneUnit(first.subject, left, two.subject, right, reading, context, tools);
  }
  return pairWithContext(reading, context, tools);
}

/** "more e-consultations or physical ones": where one side could as well be meant in the unit of the other, it is. */
function inOneUnit(
  one: IndicatorSubject,
  left: Reading["items"],
  two: IndicatorSubject,
  right: Reading["items"],
  reading: Reading,
  context: Context,
  tools: Tools,
): IndicatorSubject[] {
  if (one.item.unit === two.item.unit) return [one, two];
  const sideWith = (items: Reading["items"], unit: string): IndicatorSubject | undefined => {
    const only = (subject: Subject) => subject.kind === "indicator" && subject.item.unit === unit;
    const aim = aimAt(tools.reader, { ...reading, followUp: false }, context, { kinds: ["indicator"], items, only });
    return aim.kind === "sure" && !aim.inherited && aim.subject.kind === "indicator" ? aim.subject : undefined;
  };
  const first = sideWith(left, two.item.unit);
  if (first && first.key !== two.key) return [first, two];
  const second = sideWith(right, one.item.unit);
  return second && second.key !== one.key ? [one, second] : [one, two];
}

/** "sammenlign med besøk": the other side is what was last spoken of. */
function pairWithContext(reading: Reading, context: Context, tools: Tools): IndicatorSubject[] | undefined {
  if (reading.items.every((item) => item.soft)) return undefined;
  const before = context.questions[0]?.subjects
    .flatMap((key) => tools.reader.subject(key) ?? [])
    .find((subject) => subject.kind === "indicator");
  const aim = aimAt(tools.reader, { ...reading, followUp: true }, context, { kinds: ["indicator"] });
  if (before?.kind !== "indicator" || aim.kind !== "sure" || aim.subject.kind !== "indicator" || aim.inherited) return undefined;
  return aim.subject.key === before.key ? undefined : [before, aim.subject];
}
