/** How the bench prints its measures: plain columns, numbers to the right. */

export type Times = { p50: number; p99: number };

/** The median and the 99th percentile of some times. */
export function percentiles(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Prints a head and rows in columns of even width. */
export function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ");
  console.log([line(head), ...rows.map(line), ""].join("\n"));
}

/** "1.2 x". */
export function ratio(one: number, other: number, digits = 1): string {
  return `${(one / other).toFixed(digits)} x`;
}
