/** What was spoken of one after the other. */
import type { Context } from "../src/understanding/context.ts";
import type { Tools } from "./intent.ts";

/** The indicators last spoken of, as many as asked for, the earliest first; undefined where there were fewer. */
export function lastSpoken(count: number, { questions }: Context, { knowledge }: Tools): string[] | undefined {
  const spoken = [...new Set(questions.flatMap(({ subjects }) => subjects))].filter((key) => knowledge.indicators.has(key));
  return spoken.length < count ? undefined : spoken.slice(0, count).reverse();
}
