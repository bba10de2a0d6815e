/**
 * Reads the time that a question is about, in nb, nn and en: years, months, quarters, half-years,
 * dates, ranges, "since 2019", "last year" (by today's calendar), "the year before".
 */

import { NEAR_BEGINNINGS, nearDayAt } from "./near-days.ts";
import { pointAt, TURNS } from "./period-points.ts";
import { fromStartAt, halfByMonthsAt, lastYearsAt, rangeAt, shortRangeAt, sinceAt } from "./period-ranges.ts";
import {
  BEFORE,
  beforePandemicAt,
  FIRST,
  ordinalAloneAt,
  PART_STEPS,
  PRE,
  pandemicYearAt,
  partStepAt,
  phraseAt,
  stepAt,
  yearBesideAt,
  yearsAgoAt,
} from "./period-relative.ts";
import {
  COUNTED,
  END_WORDS,
  FROM,
  MONTH_OF,
  ORDINALS,
  type PeriodMention,
  PHRASE_WORDS,
  SINCE,
  SMALL_NUMBERS,
  START_WORDS,
  UNTIL,
} from "./period-words.ts";

/**
 * Finds every mention of time.
 * @param words lower-case tokens, spelling corrected
 * @param now the clock, for "last year" and its kin
 */
export function readPeriods(words: readonly string[], now: Date): PeriodMention[] {
  const found: PeriodMention[] = [];
  let i = 0;
  while (i < words.length) {
    if (!mayBegin(words[i] ?? "")) {
      i++;
      continue;
    }
    const mention =
      nearDayAt(words, i, now) ??
      beforePandemicAt(words, i) ??
      yearBesideAt(words, i) ??
      yearsAgoAt(words, i, now) ??
      halfByMonthsAt(words, i) ??
      stepAt(words, i) ??
      partStepAt(words, i) ??
      ordinalAloneAt(words, i) ??
      shortRangeAt(words, i) ??
      pandemicYearAt(words, i) ??
      rangeAt(words, i) ??
      fromStartAt(words, i) ??
      sinceAt(words, i) ??
      lastYearsAt(words, i) ??
      pointAt(words, i) ??
      phraseAt(words, i, now);
    if (mention) {
      found.push(mention);
      i = mention.to;
      for (const year of shortYearsAfter(words, mention)) {
        found.push(year);
        i = year.to;
      }
    } else i++;
  }
  return joinLooseParts(withSamePart(withoutRepeats(withoutNamedYears(found)), words));
}

/** By what a mention of time may begin: a number, a name, or a word that leads to one. Most words do not, and are not looked at. */
function mayBegin(word: string): boolean {
  return /^['\d]/.test(word) || BEGINNINGS.has(word) || /^[qh][1-4]$/.test(word);
}

/** "2021, 22 og 23": years by their last digits behind one that is written out. */
function shortYearsAfter(words: readonly string[], first: PeriodMention): PeriodMention[] {
  if (first.kind !== "point" || !/^20\d\d$/.test(first.period)) return [];
  const years: PeriodMention[] = [];
  let last = Number(first.period.slice(2));
  let at = first.to;
  while (["og", "and", ",", "/", "&"].includes(words[at] ?? "") && /^[12]\d$/.test(words[at + 1] ?? "")) {
    const year = Number(words[at + 1]);
    // "in 2020 and 25 percent": no year.
    if (
      year !== last + 1 ||
      COUNTED.test(words[at + 2] ?? "") ||
      (/^[\p{L}%]/u.test(words[at + 2] ?? "") && !SHORT_JOINTS.has(words[at + 2] ?? ""))
    )
      return years;
    years.push({ kind: "point", period: `20${year}`, from: at + 1, to: at + 2 });
    last = year;
    at += 2;
  }
  return years;
}

const SHORT_JOINTS = new Set(["og", "and", "please", "takk", "in", "i"]);

const SAME = new Set(["same", "samme"]);
const PART_WORDS =
  /^(?:kvartal\p{L}*|quarter|måned\p{L}*|månad\p{L}*|month|halvår\p{L}*|half|period|perioden?|tidsrom\p{L}*|tid(?:en|a)?|time)$/u;

/** "the second quarter of 2020 and the same quarter in 2019", "samme kvartal året før". */
function withSamePart(found: readonly PeriodMention[], words: readonly string[]): PeriodMention[] {
  return found.map((mention, index) => {
    const before = found[index - 1];
    const part = before?.kind === "point" ? before.period.slice(4) : "";
    const near = words.slice(Math.max(0, mention.from - 4), mention.from);
    const same = near.findLastIndex((word) => SAME.has(word));
    const isPart = same >= 0 && PART_WORDS.test(near[same + 1] ?? "");
    if (!isPart) return mention;
    const from = mention.from - near.length + same;
    if (mention.kind === "before" || mention.kind === "after") return { ...mention, from, samePart: true };
    if (mention.kind !== "point" || mention.period.length !== 4) return mention;
    return part === "" ? { ...mention, from, samePart: true } : { ...mention, from, period: `${mention.period}${part}` };
  });
}

/** "the year before the pandemic (2019)": a time said twice is one. */
function withoutRepeats(found: readonly PeriodMention[]): PeriodMention[] {
  const merged: PeriodMention[] = [];
  for (const mention of found) {
    const last = merged.at(-1);
    const isSame = last?.kind === "point" && mention.kind === "point" && last.period === mention.period && mention.from - last.to <= 1;
    if (isSame) merged[merged.length - 1] = { ...last, to: mention.to };
    else merged.push(mention);
  }
  return merged;
}

/** "i fjoråret 2021": the year that is named says which year was meant. */
function withoutNamedYears(found: readonly PeriodMention[]): PeriodMention[] {
  return found.filter((mention, index) => {
    const next = found[index + 1];
    const named = next?.kind === "point" && next.calendar !== true && next.from === mention.to;
    return !(mention.kind === "point" && mention.calendar === true && named);
  });
}

/** "i desember … 2021": a month, quarter or half without a year takes the only year of the message. */
function joinLooseParts(found: readonly PeriodMention[]): PeriodMention[] {
  const years = found.filter((mention) => mention.kind === "point" && mention.period.length === 4);
  const [only] = years;
  if (years.length === 0) return withNextYear(found);
  if (years.length !== 1 || only?.kind !== "point") return [...found];
  let joined = false;
  const parts = found.map((mention): PeriodMention => {
    const suffix =
      mention.kind === "month"
        ? mention.month
        : mention.kind === "quarter"
          ? mention.quarter
          : mention.kind === "half"
            ? mention.half
            : undefined;
    if (suffix === undefined) return mention;
    joined = true;
    return { kind: "point", period: `${only.period}-${suffix}`, from: mention.from, to: mention.to };
  });
  return joined ? parts.filter((mention) => mention !== only) : parts;
}

/** "desember og november 2020": a lone month takes the year of the one behind it. */
function withNextYear(found: readonly PeriodMention[]): PeriodMention[] {
  return found.map((mention, index) => {
    const isDated = (other: PeriodMention | undefined) => other?.kind === "point" && /^\d{4}-(?:\d{2}|Q\d|H\d)$/.test(other.period);
    const behind = found[index + 1];
    const isNext = behind !== undefined && isDated(behind) && behind.from - mention.to <= 2;
    // "in April 2020, up from what in February": that of the same year.
    const next = isNext ? behind : isDated(found[index - 1]) ? found[index - 1] : undefined;
    const near = next?.kind === "point";
    if (!near || (mention.kind !== "month" && mention.kind !== "quarter" && mention.kind !== "half")) return mention;
    const part = mention.kind === "month" ? mention.month : mention.kind === "quarter" ? mention.quarter : mention.half;
    return { kind: "point", period: `${next.period.slice(0, 4)}-${part}`, from: mention.from, to: mention.to };
  });
}

const BEGINNINGS: ReadonlySet<string> = new Set([
  ...MONTH_OF.keys(),
  ...Object.keys(ORDINALS),
  ...Object.keys(SMALL_NUMBERS),
  ...END_WORDS,
  ...START_WORDS,
  ...SINCE,
  ...UNTIL,
  ...FROM,
  ...FIRST,
  ...BEFORE,
  ...PRE,
  ...TURNS,
  ...PART_STEPS,
  ...NEAR_BEGINNINGS,
  ...PHRASE_WORDS.map(([[first = ""]]) => first),
  ..."the året år year one a an another ett eit eitt et ein en for i in from fra frå between mellom siste last past sist".split(" "),
]);
