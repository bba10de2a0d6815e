/**
 * Time periods as the data and the answers write them:
 * `2021`, `2021-H1`, `2021-Q4`, `2021-12`, `2021-12-31` (a stock at that date),
 * `2019-12/2021-12` (a span), `2019/..` and `../2020` (open at one end).
 */

const POINT = String.raw`\d{4}(?:-(?:H[12]|Q[1-4]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?))?`;

/** Matches one whole period in the notation above. */
export const PERIOD_PATTERN = new RegExp(`^(?:${POINT}|${POINT}/(?:${POINT}|\\.\\.)|\\.\\./${POINT})$`);

/** What a period's length is called; `open` and `span` have two ends. */
export type Grain = "year" | "half" | "quarter" | "month" | "date" | "span" | "open";

/** Returns how long a period is, read from its notation. */
export function grainOf(period: string): Grain {
  if (period.includes("..")) return "open";
  if (period.includes("/")) return "span";
  if (period.length === 4) return "year";
  if (period.includes("H")) return "half";
  if (period.includes("Q")) return "quarter";
  return period.length === 7 ? "month" : "date";
}

/** The year in which a period ends; for `2019/..` the year in which it starts. */
export function yearOf(period: string): number {
  return Number.parseInt(endOf(period).slice(0, 4), 10);
}

/** The year in which a period starts; for `../2020` the year in which it ends. */
export function startYearOf(period: string): number {
  const start = period.split("/")[0] ?? period;
  return Number.parseInt((start === ".." ? endOf(period) : start).slice(0, 4), 10);
}

/** The later end of a span, or the period itself. */
export function endOf(period: string): string {
  const [start = period, end] = period.split("/");
  return end === undefined || end === ".." ? start : end;
}

/**
 * A number that orders periods on a time axis: the year plus the part of it that has gone
 * at the period's end (2021 → 2022.0, 2021-Q1 → 2021.25, 2021-12-31 → 2022.0).
 */
export function timeOf(period: string): number {
  const point = endOf(period);
  const year = Number.parseInt(point.slice(0, 4), 10);
  const rest = point.slice(5);
  if (rest === "") return year + 1;
  if (rest.startsWith("H")) return year + Number(rest[1]) / 2;
  if (rest.startsWith("Q")) return year + Number(rest[1]) / 4;
  const [month = 12, day = 31] = rest.split("-").map(Number);
  return year + (month - 1) / 12 + Math.min(day, 31) / 31 / 12;
}

/** True when `inner` lies wholly inside the calendar period `outer` (a year, half, quarter or month). */
export function isInside(inner: string, outer: string): boolean {
  if (inner === outer || !inner.startsWith(outer.slice(0, 4)) || inner.includes("/")) return false;
  const outerGrain = grainOf(outer);
  if (outerGrain === "year") return true;
  const month = Number(inner.slice(5, 7));
  if (Number.isNaN(month)) return false;
  if (outerGrain === "quarter") return Math.ceil(month / 3) === Number(outer[6]);
  if (outerGrain === "half") return Math.ceil(month / 6) === Number(outer[6]);
  return outerGrain === "month" && inner.startsWith(`${outer}-`);
}

const PARTS_OF_YEAR = { half: 2, quarter: 4, month: 12 } as const;

/** Whether what is told over such a length is told of a part of the year by its place in it: half, quarter, month. */
export function isPartOfYear(over: string): boolean {
  return Object.hasOwn(PARTS_OF_YEAR, over);
}

/**
 * The half-year, quarter or month before or after one (2020-Q1, −1 → 2019-Q4).
 * @returns undefined for a period of another length
 */
export function stepFrom(period: string, unit: "half" | "quarter" | "month", by: number): string | undefined {
  if (grainOf(period) !== unit) return undefined;
  const parts = PARTS_OF_YEAR[unit];
  const part = Number(period.slice(unit === "month" ? 5 : 6));
  const index = Number(period.slice(0, 4)) * parts + part - 1 + by;
  const number = (index % parts) + 1;
  const year = Math.floor(index / parts);
  return unit === "month" ? `${year}-${String(number).padStart(2, "0")}` : `${year}-${unit === "half" ? "H" : "Q"}${number}`;
}
