/** The step from one observation of an indicator to a later one, and the growth that a source prints for it. */
import { printedChanges } from "../src/answers/figures.ts";
import type { Knowledge, KnownIndicator } from "../src/knowledge/load.ts";
import { grainOf, timeOf, yearOf } from "../src/knowledge/period.ts";
import { answersFor, courseOf, isComparable, latestOf, type Stated, statedOf } from "../src/knowledge/prefer.ts";
import type { Change } from "../src/knowledge/schema.ts";

/** Two observations and the growth that a source prints between them; without an earlier one the growth stands alone. */
export type Step = { earlier: Stated | undefined; later: Stated; printed: Change | undefined };

/** The two observations of a change, and the growth that a source prints for it. */
export function stepFor(knowledge: Knowledge, indicator: KnownIndicator, periods: readonly string[]): Step | "missing" | "single" {
  const course = courseOf(knowledge, indicator);
  const ends = endsOf(periods);
  if (ends.length === 0) {
    const withChange = preferPercent(indicator.changes.filter((item) => !item.aside));
    const later =
      (withChange && course.find((row) => yearOf(row.period ?? "0") === yearOf(withChange.period) && row.from.default)) ??
      latestOf(knowledge, indicator);
    if (!later?.period) return "single";
    const step = stepTo(course, indicator, later, true);
    // Where the report has one figure only, a later document may tell how it went on.
    const newest = course.at(-1);
    return step === "single" && newest?.period && newest !== later ? stepTo(course, indicator, newest, false) : step;
  }
  const [first, second] = ends;
  if (second === undefined) {
    const later = first ? answersFor(knowledge, indicator, first)?.row : undefined;
    return later ? stepTo(course, indicator, later, false) : "missing";
  }
  const earlier = first === ".." ? course[0] : answersFor(knowledge, indicator, first ?? "")?.row;
  const later = second === ".." ? latestAfter(knowledge, indicator, course, earlier) : answersFor(knowledge, indicator, second)?.row;
  if (!later || earlier === later) return "missing";
  const printed = growthPrinted(indicator, later, earlier, first);
  if (!earlier && !printed) return "missing";
  return { earlier, later, printed };
}

function latestAfter(
  knowledge: Knowledge,
  indicator: KnownIndicator,
  course: readonly Stated[],
  earlier: Stated | undefined,
): Stated | undefined {
  const latest = latestOf(knowledge, indicator);
  if (!earlier?.period || !latest?.period) return latest;
  return timeOf(latest.period) > timeOf(earlier.period) ? latest : course.at(-1);
}

/** The step up to a row. Where no time was asked, the row before of the same document comes first. */
function stepTo(course: readonly Stated[], indicator: KnownIndicator, later: Stated, sameDocument: boolean): Step | "single" {
  const at = course.findIndex((row) => row.period === later.period);
  const printed = preferPercent(indicator.changes.filter((item) => !item.aside && yearOf(item.period) === yearOf(later.period ?? "0")));
  const before = course.slice(0, Math.max(at, 0)).filter((row) => grainOf(row.period ?? "") === grainOf(later.period ?? ""));
  const own = sameDocument ? before.findLast((row) => row.document === later.document) : undefined;
  const since = printed ? course.find((row) => yearOf(row.period ?? "0") === yearOf(printed.since)) : undefined;
  const earlier = printed ? since : (own ?? before.at(-1));
  return earlier || printed ? { earlier, later, printed } : "single";
}

/** A percentage says more than a number added, and that more than "a doubling". */
function preferPercent(changes: readonly Change[]): Change | undefined {
  return changes.find(({ unit }) => unit.startsWith("percent")) ?? changes.find(({ unit }) => unit !== "times") ?? changes[0];
}

function growthPrinted(
  indicator: KnownIndicator,
  later: Stated,
  earlier: Stated | undefined,
  since: string | undefined,
): Change | undefined {
  if (!later.period) return undefined;
  const start = earlier?.period ?? since;
  return preferPercent(printedChanges(indicator, later.period, start));
}

/** One end asked means the step up to it; a range means its two ends. */
function endsOf(periods: readonly string[]): string[] {
  const ends = periods.flatMap((period) => period.split("/"));
  return periods.some((period) => period.includes("/")) ? ends : [...ends].sort();
}

/** Two rows of one later document that has both times, when the preferred rows are from different counts. */
export function laterPair(knowledge: Knowledge, indicator: KnownIndicator, earlier: Stated, later: Stated): [Stated, Stated] | undefined {
  const rows = statedOf(knowledge, indicator).filter((row) => !row.aside);
  for (const row of rows.filter(({ period }) => period === later.period)) {
    const start = rows.find((other) => other.period === earlier.period && other.document === row.document);
    if (start && isComparable(knowledge, indicator, start, row)) return [start, row];
  }
  return undefined;
}
