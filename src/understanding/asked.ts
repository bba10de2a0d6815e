/** Which absolute periods a reading asks about, in its conversation. */
import { grainOf, startYearOf, stepFrom, yearOf } from "../knowledge/period.ts";
import type { PeriodMention } from "../language/period-words.ts";
import type { Context } from "./context.ts";
import type { Reading } from "./reading.ts";

/** The asked time: single periods, or a range, or the latest. */
export type Asked = {
  points: readonly { period: string; calendar: boolean; edge?: "end" | "start" }[];
  range: { start: string | null; end: string | null } | undefined;
  /** "the last five years" */
  lastYears: number | undefined;
  latest: boolean;
  /** True when the message itself says nothing about time and the period comes from the conversation. */
  inherited: boolean;
};

/** Reads the asked periods; relative ones count from the period last spoken of. */
export function askedPeriods(reading: Reading, context: Context): Asked {
  const last = context.questions.find((question) => question.periods.length > 0)?.periods ?? [];
  const lastYear = last.length > 0 ? Math.max(...last.map(yearOf)) : undefined;
  const points: Asked["points"][number][] = [];
  let range: Asked["range"];
  let lastYears: number | undefined;
  let latest = false;
  for (const [at, mention] of reading.periods.entries()) {
    switch (mention.kind) {
      case "point":
        points.push({
          period: mention.samePart ? samePartOf(mention.period, last) : mention.period,
          calendar: mention.calendar === true,
          ...(mention.edge && { edge: mention.edge }),
        });
        break;
      case "range":
        range = { start: mention.start, end: mention.end ?? endSpokenOf(mention, last, reading) };
        break;
      case "lastYears":
        lastYears = mention.count;
        break;
      case "latest":
        latest = true;
        break;
      case "before":
      case "after": {
        const own = points.at(-1);
        // "in the first half of the year after": that half, and no other time beside it.
        const part = partOfNext(reading.periods[at - 1], mention);
        if (part !== undefined && own && lastYear !== undefined) {
          points[points.length - 1] = { period: `${lastYear + (mention.kind === "before" ? -1 : 1)}-${part}`, calendar: false };
          break;
        }
        const from = own ? yearOf(own.period) : (lastYear ?? undefined);
        const first = own ? from : last.length > 0 ? Math.min(...last.map(startYearOf)) : undefined;
        // "in the second quarter of 2020, and a year later": the same quarter.
        const keepsPart = mention.samePart || (own !== undefined && (mention.kind === "before" || mention.years !== undefined));
        const base = keepsPart ? (own ? [own.period] : last) : [];
        const year = mention.kind === "before" ? first : from;
        const step = (mention.years ?? 1) * (mention.kind === "before" ? -1 : 1);
        if (year !== undefined) points.push({ period: samePartOf(String(year + step), base), calendar: false });
        break;
      }
      case "step": {
        const base = points.at(-1)?.period ?? last.at(-1)?.split("/").at(-1) ?? "";
        const stepped = stepFrom(base, mention.unit, mention.by);
        points.push({ period: stepped ?? nowIn(mention.unit, mention.by, reading.now), calendar: stepped === undefined });
        break;
      }
      case "ordinal": {
        const part = /^(\d{4}-[QH])[1-4]$/.exec(last.at(-1) ?? "");
        // "siste?" where no quarter was spoken of.
        if (!part && mention.value === LAST) latest = true;
        if (part && !(part[1]?.endsWith("H") && mention.value > 2)) points.push({ period: `${part[1]}${mention.value}`, calendar: false });
        break;
      }
      default: {
        const suffix = mention.kind === "month" ? mention.month : mention.kind === "quarter" ? mention.quarter : mention.half;
        points.push({ period: `${lastYear ?? 2021}-${suffix}`, calendar: false });
      }
    }
  }
  // "ten years before, in 2014": a time said twice is one.
  const distinct = points.filter(({ period }, at) => points.findIndex((other) => other.period === period) === at);
  return { points: distinct, range, lastYears, latest, inherited: false };
}

/** "auka det frå 2021?" after 2022: until then, and not until today. */
function endSpokenOf(
  { start, from }: { start: string | null; from: number },
  last: readonly string[],
  { tokens, cues }: Reading,
): string | null {
  const [spoken, another] = last;
  const isFrom = FROM.has(tokens[from] ?? "") && tokens.some((word) => IT.has(word)) && !cues.has("series");
  const isLater = spoken !== undefined && another === undefined && /^\d{4}$/.test(spoken) && start !== null && spoken > start;
  return isFrom && isLater ? spoken : null;
}

const FROM = new Set(["fra", "frå", "from"]);
const IT = new Set(["det", "den", "it", "that"]);

/** How many words stand between "the first half" and "the year after". */
const OF_THE = 2;

function partOfNext(before: PeriodMention | undefined, { from }: PeriodMention): string | undefined {
  if (!before || from - before.to > OF_THE) return undefined;
  if (before.kind === "half") return before.half;
  if (before.kind === "quarter") return before.quarter;
  return before.kind === "month" ? before.month : undefined;
}

/** "The last" is read as the fourth of the quarters. */
const LAST = 4;

/** "the same quarter in 2021": the year with the part of the period last spoken of. */
function samePartOf(year: string, last: readonly string[]): string {
  const part = /^\d{4}(-(?:Q\d|H\d|\d\d))$/.exec(last.at(-1) ?? "")?.[1];
  return `${year}${part ?? ""}`;
}

/** "last quarter" where no quarter was spoken of: by today's calendar. */
function nowIn(unit: "half" | "quarter" | "month", by: number, now: Date): string {
  const month = now.getUTCMonth();
  const part = {
    half: `H${Math.floor(month / 6) + 1}`,
    quarter: `Q${Math.floor(month / 3) + 1}`,
    month: String(month + 1).padStart(2, "0"),
  };
  return stepFrom(`${now.getUTCFullYear()}-${part[unit]}`, unit, by) ?? "";
}

/** Whether a message says anything about time. */
export function asksTime(asked: Asked): boolean {
  return asked.points.length > 0 || asked.range !== undefined || asked.lastYears !== undefined || asked.latest;
}

/** The periods of the question last asked, for follow-ups that name another subject. */
export function inheritedPeriods(context: Context): readonly string[] {
  return context.questions[0]?.periods ?? [];
}

/** True for whole years. */
export function isYear(period: string): boolean {
  return grainOf(period) === "year";
}
