/** Norwegian compounds: splits "helsenorgeinnlogginger" and joins "kjerne journal". */
import { stems } from "../language/stem.ts";
import type { Lexicon, Roles } from "./lexicon.ts";

const SHORTEST_PART = 3;

/**
 * Splits a word into known parts, longest first part first; a joining s or e may stand between.
 * @param isPart says whether a part is known well enough to split by
 * @returns the parts, or undefined
 */
export function splitCompound(word: string, isPart: (part: string) => Roles | undefined, depth = 2): Roles[] | undefined {
  for (let cut = word.length - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
    const head = isPart(word.slice(0, cut));
    if (!head) continue;
    for (const joint of ["", "s", "e"]) {
      if (!word.startsWith(joint, cut)) continue;
      const rest = word.slice(cut + joint.length);
      if (rest.length < SHORTEST_PART) continue;
      const tail = isPart(rest);
      if (tail) return [head, tail];
      const deeper = depth > 1 ? splitCompound(rest, isPart, depth - 1) : undefined;
      if (deeper) return [head, ...deeper];
    }
  }
  return undefined;
}

/** Small words that join nothing. */
const APART = new Set(["før", "etter", "over", "under", "mot", "fra", "frå", "til"]);

/** The roles of two neighbouring tokens written as one word, when that word is known as a subject word. */
export function joinWords(lexicon: Lexicon, one: string, other: string): Roles | undefined {
  // "inn før kl. 12" is no "innføre".
  if (APART.has(other)) return undefined;
  const joined = one + other;
  if (joined.length < 6) return undefined;
  const found = lexicon.find(joined);
  if (!found || found.roles.concepts.size === 0 || found.via === "folded") return undefined;
  // A second word that stemming wipes out was an ending only by chance: "kjernejournal leger".
  if (found.via === "stem" && Math.min(...stems(joined).map((stem) => stem.length)) < one.length + 3) return undefined;
  return found.roles;
}
