/** Which observation speaks for a period, which form a course, and which may be subtracted from each other. */
import type { Knowledge, KnownIndicator } from "./load.ts";
import { endOf, grainOf, isInside, startYearOf, timeOf, yearOf } from "./period.ts";
import type { Change, DocumentFile, Observation } from "./schema.ts";

/** An observation with its document. */
export type Stated = Observation & { from: DocumentFile };

const statedCache = new WeakMap<KnownIndicator, readonly Stated[]>();
const courseCache = new WeakMap<KnownIndicator, readonly Stated[]>();

/** All observations of an indicator with their documents. */
export function statedOf(knowledge: Knowledge, indicator: KnownIndicator): readonly Stated[] {
  const known = statedCache.get(indicator) ?? readStated(knowledge, indicator);
  statedCache.set(indicator, known);
  return known;
}

function readStated(knowledge: Knowledge, indicator: KnownIndicator): Stated[] {
  return indicator.observations.flatMap((row) => {
    const from = knowledge.documents.get(row.document);
    return from ? [{ ...row, from }] : [];
  });
}

/** Of some indicators the sources print how far they went and no level; false for what is no indicator. */
export function isPrintedAsGrowth(indicator: KnownIndicator | undefined): boolean {
  return indicator?.observations.length === 0;
}

/**
 * The observation that speaks for a period: not an aside; the default document first, then official
 * before press, then the document with later figures. What revises never wins over the default document.
 */
export function speaksFor(knowledge: Knowledge, indicator: KnownIndicator, period: string | null): Stated | undefined {
  return statedOf(knowledge, indicator)
    .filter((row) => row.period === period && !row.aside)
    .sort(preference)[0];
}

function preference(a: Stated, b: Stated): number {
  return (
    Number(b.from.default) - Number(a.from.default) ||
    Number(a.from.kind === "press") - Number(b.from.kind === "press") ||
    Number(b.from.figuresTo) - Number(a.from.figuresTo) ||
    // Where two documents are as good, the finer number: 140.9 before 141.
    digitsOf(b.value) - digitsOf(a.value)
  );
}

function digitsOf(value: number): number {
  return String(value).replace(/\D/g, "").replace(/0+$/, "").length;
}

/** One observation for each dated period, in order of time. */
export function courseOf(knowledge: Knowledge, indicator: KnownIndicator): readonly Stated[] {
  const known = courseCache.get(indicator) ?? readCourse(knowledge, indicator);
  courseCache.set(indicator, known);
  return known;
}

function readCourse(knowledge: Knowledge, indicator: KnownIndicator): Stated[] {
  const periods = new Set(indicator.observations.flatMap((row) => row.period ?? []));
  return [...periods]
    .flatMap((period) => speaksFor(knowledge, indicator, period) ?? [])
    .sort((a, b) => timeOf(a.period ?? "") - timeOf(b.period ?? "") || (a.period ?? "").localeCompare(b.period ?? ""));
}

/**
 * The observation that is answered when no period is asked: the report's latest, else the latest of
 * another document, else one without a date.
 */
export function latestOf(knowledge: Knowledge, indicator: KnownIndicator): Stated | undefined {
  const course = courseOf(knowledge, indicator);
  const undated = speaksFor(knowledge, indicator, null);
  const inReport = course.filter((row) => row.from.default).at(-1);
  return inReport ?? (undated?.from.default ? undated : undefined) ?? course.at(-1) ?? undated;
}

/**
 * The observation that answers for an asked period: that period's own; for a year, failing that, one
 * dated inside it (the latest). A finer period is never answered by a coarser one.
 */
export function answersFor(
  knowledge: Knowledge,
  indicator: KnownIndicator,
  period: string,
  edge?: "end" | "start",
): { row: Stated; inside: boolean } | undefined {
  const course = courseOf(knowledge, indicator);
  const inside = course.filter((row) => row.period !== null && isInside(endOf(row.period), period)).at(-1);
  const open = course.find(
    (row) =>
      row.period !== null && grainOf(row.period) === "open" && startYearOf(row.period) <= yearOf(period) && !row.period.startsWith(".."),
  );
  // A count from a launch up to a month is the state at the end of that month.
  const upTo = course.find((row) => row.period?.includes("/") && endOf(row.period) === period);
  const own = speaksFor(knowledge, indicator, period) ?? open ?? upTo;
  if (edge === "end" && inside && !inside.period?.includes("/")) return { row: inside, inside: true };
  if (own) return { row: own, inside: false };
  const span = course.find((row) => row.period?.includes("/") && !row.period.includes("..") && endOf(row.period).startsWith(period));
  const dated = inside ?? span;
  if (dated && grainOf(period) === "year" && isWholeYear(dated, indicator)) return { row: dated, inside: true };
  return undefined;
}

/** A single month or quarter of a monthly indicator does not answer for its year; a stock or a cumulated count does. */
function isWholeYear(row: Stated, indicator: KnownIndicator): boolean {
  const grain = grainOf(row.period ?? "");
  if (grain === "date" || grain === "span") return true;
  return indicator.relation === "report" || (indicator.over !== "month" && indicator.over !== "quarter" && indicator.over !== "half");
}

/** Later corrections of an observation, the latest document first. */
export function revisionsOf(knowledge: Knowledge, indicator: KnownIndicator, row: Stated): Stated[] {
  return statedOf(knowledge, indicator)
    .filter((other) => other.period === row.period && other.document !== row.document && !other.aside)
    .filter((other) => other.revises === row.document && other.value !== row.value)
    .sort(preference);
}

/**
 * Whether the step between two observations of an indicator may be computed: no break after the
 * earlier one, and not from two documents of which one has revised a side.
 */
export function isComparable(knowledge: Knowledge, indicator: KnownIndicator, earlier: Stated, later: Stated): boolean {
  if (earlier.period === null || later.period === null) return false;
  const broken = courseOf(knowledge, indicator).some(
    (row) =>
      row.breakBefore === true &&
      timeOf(row.period ?? "") > timeOf(earlier.period ?? "") &&
      timeOf(row.period ?? "") <= timeOf(later.period ?? ""),
  );
  if (broken) return false;
  if (earlier.document === later.document) return true;
  return revisionsOf(knowledge, indicator, earlier).length === 0 && revisionsOf(knowledge, indicator, later).length === 0;
}

/** The part of a course that ends at a row and has no break inside. */
export function unbrokenCourse(course: readonly Stated[]): Stated[] {
  const start = course.findLastIndex((row) => row.breakBefore === true);
  return course.slice(Math.max(0, start));
}

/**
 * The growth that a source prints for an indicator of which it gives no level, over the asked times.
 * @param periods asked times or spans; none takes the first growth that there is
 * @returns undefined where a time lies outside
 */
export function growthOver(indicator: KnownIndicator, periods: readonly string[]): Change | undefined {
  const asked = periods.flatMap((period) => period.split("/")).filter((period) => period !== "..");
  return indicator.changes.find(({ since, period }) => asked.every((time) => time >= since && time.slice(0, 4) <= period));
}
