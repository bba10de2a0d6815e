/** "did we spend more on GPs": where money goes to what costs money, the verb names it. */
import type { ContentItem } from "./matcher.ts";

type Placed = ContentItem & { position: number };

const MUCH = new Set("mer meir mindre mest minst mye mykje more less most least much".split(" "));
/** "hva ble brukt på": a sum is asked for. */
const WHAT = new Set(["hva", "kva", "what"]);
const ON = new Set(["på", "on"]);
/** What money is spent on; who "used it most on Helsenorge" spent none. */
const PAID = new Set([
  "gp",
  "hospital",
  "specialist-service",
  "municipality",
  "care-service",
  "health-service",
  "ict",
  "national-administration",
]);
/** Words between the verb and "på": "brukte vi mye mer på". */
const BETWEEN = 4;

/** The items with "brukte … mer på" read as spending. */
export function withSpending<T extends Placed>(items: readonly T[], words: readonly string[]): T[] {
  return items.map((item, index) => {
    const next = items[index + 1];
    if (!item.concepts.includes("use") || !next?.concepts.some((concept) => PAID.has(concept))) return item;
    const on = words.findIndex((word, at) => at > item.position && at <= item.position + BETWEEN && ON.has(word));
    const asksWhat = words.slice(Math.max(0, item.position - 2), item.position).some((word) => WHAT.has(word));
    const isMuch = on > 0 && (asksWhat || words.slice(item.position + 1, on).some((word) => MUCH.has(word)));
    return isMuch && on < next.position ? { ...item, concepts: ["spending"], soft: false } : item;
  });
}
