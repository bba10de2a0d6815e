/** What was spoken of one after the other. */
import type { Context } from "../src/understanding/context.ts";
import type { ContentItem } from "../src/understanding/matcher.ts";
import type { Tools } from "./intent.ts";

/** The indicators last spoken of, as many as asked for, the earliest first; undefined where there were fewer. */
export function lastSpoken(count: number, { questions }: Context, { knowledge }: Tools): string[] | undefined {
  const spoken = [...new Set(questions.flatMap(({ subjects }) => subjects))].filter((key) => knowledge.indicators.has(key));
  return spoken.length < count ? undefined : spoken.slice(0, count).reverse();
}

/** Whether every word that names something is one of what was spoken of: of one of these subjects at least. */
export function isOfThese(keys: readonly string[], items: readonly ContentItem[], { reader }: Tools): boolean {
  const { matcher } = reader.vocabulary;
  return items.every(({ soft, concepts }) => soft || concepts.some((concept) => keys.some((key) => matcher.explains(key, concept))));
}
