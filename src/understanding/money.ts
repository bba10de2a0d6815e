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

const GOES = new Set("gikk gjekk går gjekk gått went goes gone".split(" "));
const TO = new Set(["til", "to"]);
const AMOUNT = new Set(["mye", "mykje", "much"]);

/** "how much went to the GPs": what money goes to; "how many went from …" is no money. */
function withMoneyGone<T extends Placed>(items: readonly T[], words: readonly string[]): (T | Placed)[] {
  const goes = words.findIndex((word, at) => GOES.has(word) && TO.has(words[at + 1] ?? ""));
  const asksHowMuch = words.slice(Math.max(0, goes - 3), Math.max(0, goes)).some((word) => AMOUNT.has(word));
  const [first] = items.filter(({ position }) => position > goes);
  const isPaid = first?.concepts.some((concept) => PAID.has(concept)) && first.position <= goes + BETWEEN;
  const isSaid = items.some(({ concepts }) => concepts.includes("spending"));
  if (goes < 0 || !asksHowMuch || !isPaid || isSaid) return [...items];
  return [...items, { word: words[goes] ?? "", concepts: ["spending"], soft: false, position: goes }];
}

/** The items with "brukte … mer på" and "how much went to" read as spending. */
export function withSpending<T extends Placed>(items: readonly T[], words: readonly string[]): (T | Placed)[] {
  return withMoneyGone(items, words).map((item, index) => {
    const next = items[index + 1];
    if (!item.concepts.includes("use") || !next?.concepts.some((concept) => PAID.has(concept))) return item;
    const on = words.findIndex((word, at) => at > item.position && at <= item.position + BETWEEN && ON.has(word));
    const asksWhat = words.slice(Math.max(0, item.position - 2), item.position).some((word) => WHAT.has(word));
    const isMuch = on > 0 && (asksWhat || words.slice(item.position + 1, on).some((word) => MUCH.has(word)));
    return isMuch && on < next.position ? { ...item, concepts: ["spending"], soft: false } : item;
  });
}
