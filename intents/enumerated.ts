/** "spending: hospitals, municipalities, GPs" – several members of a family, each by its own word. */
import type { Reading } from "../src/understanding/reading.ts";
import type { Tools } from "./intent.ts";

/** In how many of its names a word must stand to tell a member apart. */
const OWN = 0.25;

/** The family of which at least two members are named by words that are theirs alone, with those members in its order. */
export function enumerated(reading: Reading, { reader }: Tools): { family: string; members: string[] } | undefined {
  const { matcher } = reader.vocabulary;
  const concepts = [...new Set(reading.items.flatMap((item) => item.concepts))];
  for (const { subject, unexplained } of reader.rank(reading.items, { kinds: ["family"] })) {
    if (subject.kind !== "family" || unexplained.length > 0) continue;
    const members = Object.values(subject.item.members);
    const holders = concepts.map((concept) => members.filter((key) => matcher.nameShare(key, concept) >= OWN));
    const shared = holders.some((held) => held.length === members.length);
    const named = members.filter((key) => holders.some((held) => held.length === 1 && held[0] === key));
    if (shared && named.length > 1) return { family: subject.key, members: named };
  }
  return undefined;
}
