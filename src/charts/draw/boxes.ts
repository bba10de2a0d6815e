/** Finds places for labels where they cover neither each other nor what is drawn. */

export type Box = { left: number; right: number; top: number; bottom: number };
export type Spot = { x: number; y: number };
export type Segment = { from: Spot; to: Spot };

/** How much of two boxes lies on each other, in square points. */
export function overlap(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** How long a segment runs inside a box, in points (Liang–Barsky clipping). */
export function lengthInside(box: Box, { from, to }: Segment): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let enters = 0;
  let leaves = 1;
  for (const [step, room] of [
    [-dx, from.x - box.left],
    [dx, box.right - from.x],
    [-dy, from.y - box.top],
    [dy, box.bottom - from.y],
  ] as const) {
    if (step === 0 && room < 0) return 0;
    if (step < 0) enters = Math.max(enters, room / step);
    if (step > 0) leaves = Math.min(leaves, room / step);
  }
  return leaves > enters ? (leaves - enters) * Math.hypot(dx, dy) : 0;
}

export type Size = { width: number; height: number };
/** Whether above is better than below, and whether the other side will not do. */
export type Side = { up: boolean; only: boolean };

/** Where a label of a size may stand around a spot, the best first. */
function candidates(spot: Spot, { width, height }: Size, { up, only }: Side): Box[] {
  const made: Box[] = [];
  const [better, worse] = up ? [-1, 1] : [1, -1];
  for (const distance of [8, 14, 22, 32, 44]) {
    for (const side of only ? [better] : [better, worse]) {
      const top = side < 0 ? spot.y - distance - height : spot.y + distance;
      // Centred on the spot, then beginning or ending near it, then beside it.
      for (const left of [spot.x - width / 2, spot.x - width + 6, spot.x - 6, spot.x - width - 8, spot.x + 8]) {
        made.push({ left, right: left + width, top, bottom: top + height });
      }
    }
  }
  return made;
}

/** What a label may not cover, and the bounds that it has to keep. */
export type Surroundings = { inside: Box; boxes: readonly Box[]; segments: readonly Segment[] };

/** The place for a label beside a spot that covers the least, and how much that is: 0 where it is free. */
export function placeFor(spot: Spot, size: Size, side: Side, around: Surroundings): { box: Box; covered: number } {
  const [first, ...others] = candidates(spot, size, side).map((box) => ({ box, covered: coveredBy(box, around) }));
  if (!first) throw new Error("a label needs at least one place");
  return others.reduce((best, other) => (other.covered < best.covered ? other : best), first);
}

/** How bad a place is: leaving the bounds is worst, then covering a label, then covering a line. */
function coveredBy(box: Box, { inside, boxes, segments }: Surroundings): number {
  const outside =
    Math.max(0, inside.left - box.left) +
    Math.max(0, box.right - inside.right) +
    Math.max(0, inside.top - box.top) +
    Math.max(0, box.bottom - inside.bottom);
  const onLines = segments.reduce((sum, segment) => sum + lengthInside(box, segment), 0);
  const onBoxes = boxes.reduce((sum, other) => sum + overlap(box, other), 0);
  return 10 * onBoxes + 4 * onLines + 100 * outside;
}

/** Moves upright stacked items apart until none overlap, as little as needed and within the bounds. */
export function spread(items: readonly { middle: number; height: number }[], top: number, bottom: number): number[] {
  const order = items.map((_, index) => index).sort((a, b) => (items[a]?.middle ?? 0) - (items[b]?.middle ?? 0));
  const middles = items.map(({ middle, height }) => Math.min(Math.max(middle, top + height / 2), bottom - height / 2));
  // Each pass mends neighbours by equal shares, then the bounds; a handful of labels settles in a few passes.
  for (let pass = 0; pass < 20; pass++) {
    for (const [place, index] of order.entries()) {
      const next = order[place + 1];
      if (next === undefined) continue;
      const needed = ((items[index]?.height ?? 0) + (items[next]?.height ?? 0)) / 2;
      const lacking = needed - ((middles[next] ?? 0) - (middles[index] ?? 0));
      if (lacking <= 0) continue;
      middles[index] = Math.max((middles[index] ?? 0) - lacking / 2, top + (items[index]?.height ?? 0) / 2);
      middles[next] = Math.min((middles[next] ?? 0) + lacking / 2, bottom - (items[next]?.height ?? 0) / 2);
    }
  }
  return middles;
}
