/** "What is the difference between a visit and a login?" – both are explained, and no figures compared. */
import { aimAt } from "../src/understanding/aim.ts";
import { EMPTY_CONTEXT } from "../src/understanding/context.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { said, type Tools } from "./intent.ts";

const ASKS_DIFFERENCE =
  /(?:^| )(?:forskj?ell?(?:en)?|forskjellig|skilnad(?:en)?|ulikt?|difference|different|differ|differs|skiller|skil)(?: |$)/;
const JOINTS = new Set(["og", "and", "fra", "frå", "from", "mot", "vs", "enn", "than"]);

/** A definition of each of the two terms whose difference a message asks for; undefined where a number is asked for or one is no term. */
export function differenceOf(reading: Reading, tools: Tools): Question[] | undefined {
  const asksNumber = reading.periods.length > 0 || reading.numbers.length > 0 || said(reading, "quantity", "share", "up", "down");
  if (asksNumber || !ASKS_DIFFERENCE.test(reading.text)) return undefined;
  for (const [joint, word] of reading.tokens.entries()) {
    if (!JOINTS.has(word)) continue;
    const sides = [termAmong(reading, tools, (position) => position < joint), termAmong(reading, tools, (position) => position > joint)];
    const [one, other] = sides;
    if (one !== undefined && other !== undefined && one !== other && [one, other].every((key) => isExplained(key, tools)))
      return [one, other].map((key) => ({ intent: "definition", subjects: [key], periods: [], language: reading.language }));
  }
  return undefined;
}

const HALF = 0.5;

function termAmong(reading: Reading, tools: Tools, isSide: (position: number) => boolean): string | undefined {
  const items = reading.items.filter(({ position }) => isSide(position));
  if (items.every(({ soft }) => soft)) return undefined;
  const aim = aimAt(tools.reader, { ...reading, followUp: false }, EMPTY_CONTEXT, { kinds: ["term"], items });
  if (aim.kind === "sure" && !aim.inherited && isExplained(aim.subject.key, tools)) return aim.subject.key;
  // Of several terms that are named alike, one that is explained.
  return tools.reader
    .rank(items, { kinds: ["term"] })
    .find(({ subject, unexplained, complete }) => unexplained.length <= 1 && complete >= HALF && isExplained(subject.key, tools))?.subject
    .key;
}

/** The report uses some terms without a word on what they mean. */
function isExplained(key: string, { reader }: Tools): boolean {
  const subject = reader.subject(key);
  return subject?.kind === "term" && subject.item.definition !== undefined;
}
