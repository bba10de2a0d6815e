/** The time axis: a line, a tick for each point, and as many names of periods as find room. */
import { widthOf } from "../glyphs.ts";
import type { Point } from "../picture.ts";
import { COLOURS, SIZES } from "../style.ts";
import { element, rounded, textAt } from "./elements.ts";

type Spot = { x: number; point: Point };
type Name = { at: number; text: string; left: number; right: number; strong: boolean };
type Bounds = { left: number; right: number };

const LEAST_BETWEEN = 8;
/** How far a name at an end may move away from its tick. */
const MOST_NUDGE = 16;

/**
 * Draws the axis at height `y`; names stay between `left` and `right`.
 * @param wanted spots to be named before the rest
 * @returns the SVG, and where periods are named
 */
export function axisOf(
  spots: readonly Spot[],
  wanted: readonly Spot[],
  box: Bounds & { y: number },
): { svg: string[]; named: ReadonlySet<number> } {
  const ordered = [...new Map([...spots].sort((a, b) => a.x - b.x).map((spot) => [spot.x, spot])).values()];
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return { svg: [], named: new Set() };
  const line = { stroke: COLOURS.faint, "stroke-width": 1.2 };
  const svg = [element("path", { d: `M${rounded(first.x - 6)},${rounded(box.y)}H${rounded(last.x + 6)}`, ...line })];
  for (const { x } of ordered) svg.push(element("path", { d: `M${x},${rounded(box.y)}v4`, ...line }));

  const isAsked = ({ x }: Spot) => spots.some((spot) => spot.x === x && spot.point.asked);
  const names = new Map(ordered.map((spot) => [spot.x, nameOf(spot, isAsked(spot), box)]));
  const namesOf = (some: readonly Spot[]) => some.flatMap(({ x }) => names.get(x) ?? []);
  const shown = namesShown(namesOf(ordered), namesOf(ordered.filter(isAsked)), namesOf(wanted), box);
  for (const { text, left, strong } of shown) {
    const style = { size: SIZES.small, weight: strong ? (600 as const) : (400 as const), colour: strong ? COLOURS.ink : COLOURS.muted };
    svg.push(textAt(text, rounded(left), box.y + 17, style));
  }
  return { svg, named: new Set(shown.map(({ at }) => at)) };
}

function nameOf({ x, point }: Spot, strong: boolean, bounds: Bounds): Name {
  const width = widthOf(point.when, SIZES.small, strong ? 600 : 400);
  const left = Math.min(Math.max(x - width / 2, bounds.left), bounds.right - width);
  return { at: x, text: point.when, left, right: left + width, strong };
}

/** Both ends in any case, asked ones if they fit beside them: an asked point has a label that can tell its period. */
function namesShown(all: readonly Name[], asked: readonly Name[], wanted: readonly Name[], bounds: Bounds): Name[] {
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return [];
  const askedFirst = withEnds(first, last, addAll([], asked), bounds);
  const both = [first, last].every(({ at }) => askedFirst.some((name) => name.at === at));
  const most = addAll(both ? askedFirst : addAll(withEnds(first, last, [], bounds), asked), wanted);
  // The others are named only when all of them can be: a few at random would look like a choice.
  const every = addAll(most, all);
  return every.length === all.length ? every : most;
}

function withEnds(first: Name, last: Name, shown: readonly Name[], bounds: Bounds): Name[] {
  const withLast = isFree(last, shown) ? addAll(shown, [last]) : nudged(last, shown, 1, bounds);
  return isFree(first, withLast) ? addAll(withLast, [first]) : nudged(first, withLast, -1, bounds);
}

/** Adds the names that touch no other one. */
function addAll(shown: readonly Name[], names: readonly Name[]): Name[] {
  const all = [...shown];
  for (const name of names) if (isFree(name, all)) all.push(name);
  return all;
}

function isFree(name: Name, shown: readonly Name[]): boolean {
  return shown.every((other) => name.right + LEAST_BETWEEN <= other.left || other.right + LEAST_BETWEEN <= name.left);
}

/** A name at an end that would touch its neighbour moves outwards a little instead of giving way. */
function nudged(name: Name, shown: readonly Name[], outwards: -1 | 1, bounds: Bounds): Name[] {
  if (shown.some(({ at }) => at === name.at)) return [...shown];
  const needed =
    outwards < 0
      ? name.right + LEAST_BETWEEN - Math.min(...shown.map(({ left }) => left))
      : Math.max(...shown.map(({ right }) => right)) + LEAST_BETWEEN - name.left;
  const [left, right] = [name.left + needed * outwards, name.right + needed * outwards];
  if (needed > MOST_NUDGE || left < bounds.left || right > bounds.right) return [...shown];
  return [...shown, { ...name, left, right }];
}
