/** "what was the gap between doctors and nurses in 2022": two figures beside each other, and how far apart they are. */
import type { Context } from "../src/understanding/context.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { enumerated } from "./enumerated.ts";
import { comparing } from "./groups.ts";
import type { Tools } from "./intent.ts";
import { piecesOf } from "./pieces.ts";

const GAP =
  /(?:^| )(?:forskjell(?:en)?|skilnad(?:en)?|gap(?:et)?|avstand(?:en)?|difference) (?:\S+ ){0,3}(?:på|mellom|millom|between|in|i) .*(?: |^)(?:og|and) /;

/** Whether a message asks how far two things lie apart. */
export function asksGap({ text }: Reading): boolean {
  return GAP.test(text);
}

/** The comparison of the two things that a message asks the difference of; undefined where it names no two. */
export function gapBetween(reading: Reading, context: Context, tools: Tools): Question | undefined {
  if (!asksGap(reading)) return undefined;
  const listed = enumerated(reading, tools)?.members ?? piecesOf(reading, tools, false)?.map(({ key }) => key) ?? [];
  return listed.length === 2 ? comparing(listed, reading, context) : undefined;
}
