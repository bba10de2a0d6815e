/** The highest and the lowest point of a course, where they matter. */
import type { Point } from "./picture.ts";

/** How far beyond both ends a value has to lie to matter, as a part of the distance from lowest to highest. */
const MATTERS = 0.08;

/** The points that lie well above or below both the first and the last one; of equals the first. */
export function extremesOf(points: readonly Point[]): { highest: Point | undefined; lowest: Point | undefined } {
  const values = points.map(({ value }) => value);
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const ends = [points[0], points.at(-1)].flatMap((point) => point?.value ?? []);
  const margin = MATTERS * (greatest - least);
  return {
    highest: greatest > Math.max(...ends) + margin ? points.find(({ value }) => value === greatest) : undefined,
    lowest: least < Math.min(...ends) - margin ? points.find(({ value }) => value === least) : undefined,
  };
}
