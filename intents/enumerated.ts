/** "spending: hospitals, municipalities, GPs" – several members of a family, each by its own word. */
import { Recent } from "../src/language/recent.ts";
import type { Reading } from "../src/understanding/reading.ts";
import type { Tools } from "./intent.ts";

type Enumerated = { family: string; members: string[] };

/** In how many of its names a word must stand to tell a member apart. */
const OWN = 0.25;
/** How much of the family's name must have been said where its members have no word in common. */
const HALF = 0.5;

/** The family of which at least two members are named by words that are theirs alone, with those members in its order. */
export function enumerated(reading: Reading, tools: Tools): Enumerated | undefined {
  return FOUND.of(reading.items, () => ({ listed: enumeratedAnew(reading, tools) })).listed;
}

/** Several intents look for the members that one message names. */
const FOUND = new Recent<Reading["items"], { listed: Enumerated | undefined }>(4);

function enumeratedAnew(reading: Reading, { reader }: Tools): Enumerated | undefined {
  const { matcher } = reader.vocabulary;
  const concepts = [...new Set(reading.items.flatMap((item) => item.concepts))];
  for (const { subject, unexplained, complete } of reader.rank(reading.items, { kinds: ["family"] })) {
    if (subject.kind !== "family" || unexplained.length > 0) continue;
    const members = Object.values(subject.item.members);
    const holders = concepts.map((concept) => members.filter((key) => matcher.nameShare(key, concept) >= OWN));
    const shared = holders.some((held) => held.length === members.length);
    const named = members.filter((key) => concepts.some((concept) => isOwn(concept, key, members, reader)));
    if ((shared || complete >= HALF) && named.length > 1) return { family: subject.key, members: named };
  }
  return undefined;
}

/** Whether a word is one member's rather than any other's. */
function isOwn(concept: string, key: string, members: readonly string[], reader: Tools["reader"]): boolean {
  const { matcher } = reader.vocabulary;
  const share = matcher.nameShare(key, concept);
  return share >= OWN && members.every((other) => other === key || matcher.nameShare(other, concept) <= share / 2);
}
