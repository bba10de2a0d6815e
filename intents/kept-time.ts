/** Which times a message asks about, where it may go on from what was said before it. */
import type { Subject } from "../src/knowledge/subjects.ts";
import { type Asked, asksTime, inheritedPeriods } from "../src/understanding/asked.ts";
import type { Context } from "../src/understanding/context.ts";
import { pointsToTime, speaksOfThem } from "../src/understanding/pointing.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { absolutePeriods, countWords, type Tools } from "./intent.ts";
import { hasPeriod, relativesOf } from "./variants.ts";

/**
 * The times that are asked about. A message that says none keeps those of the conversation where it goes on from
 * there ("and visits?", "how many of them were doctors?", "… that year"); a few words, or a short question about a
 * neighbour, keep them where there are figures for them, and ask for the latest where there are none.
 * @param inherited whether the subject itself is that of the question before
 */
export function timesOf(asked: Asked, subject: Subject, inherited: boolean, reading: Reading, context: Context, tools: Tools): string[] {
  const goesOn = inherited || (reading.followUp && !reading.fragment) || pointsToTime(reading.text) || speaksOfThem(reading.text);
  if (asksTime(asked)) return absolutePeriods(asked, context, goesOn);
  const both = BOTH_YEARS.test(reading.text) ? yearsSpokenOf(context).slice(0, 2) : [];
  if (both.length === 2) return both.sort();
  const isUndated = subject.kind === "indicator" && !inherited && subject.item.observations.every(({ period }) => period === null);
  const forms = subject.kind === "indicator" ? [subject, ...relativesOf(subject, tools)] : [];
  const has = (period: string) => forms.some((form) => form.kind === "indicator" && hasPeriod(form, period, tools.knowledge));
  if (goesOn) {
    const kept = isUndated ? [] : absolutePeriods(asked, context, true);
    const isPointed = inherited || subject.kind !== "indicator" || pointsToTime(reading.text) || speaksOfThem(reading.text);
    // "and ransomware in the USA, then?": another thing, of which there is no figure for the time spoken of; it was not asked for.
    return isPointed ? kept : kept.flatMap((period) => (isSingle(period) ? (has(period) ? [period] : []) : heldEnds(period, has)));
  }
  const mayKeep = reading.fragment || isNeighbour(subject, reading, context, tools);
  const spoken = mayKeep ? inheritedPeriods(context).filter(isSingle) : [];
  return spoken.every(has) ? spoken : [];
}

/** A range of which both ends have a figure; where one has, that; an open one as it is. */
function heldEnds(range: string, has: (period: string) => boolean): string[] {
  const ends = range.split("/");
  if (ends.includes("..") || ends.every(has)) return [range];
  return ends.filter(has);
}

const BOTH_YEARS =
  /(?:^| )(?:both years|begge år\p{L}*|båe år\p{L}*|begge to|dei to åra|de to årene|the two years|(?:de|dei|the)? ?(?:samme|same) (?:to |two )?(?:årene|åra|years))(?: |$)/u;

/** A time that is no range. */
function isSingle(period: string): boolean {
  return !period.includes("/");
}

/** The single times that the last questions were about, the latest spoken of first. */
function yearsSpokenOf({ questions }: Context): string[] {
  return [...new Set(questions.flatMap(({ periods }) => periods).filter(isSingle))];
}

/** More words than this make a question that stands by itself. */
const SHORT = 7;

/** "how many patients was that?" after the share of the people in hospital: a short question within what was just spoken of. */
function isNeighbour(subject: Subject, reading: Reading, context: Context, { reader }: Tools): boolean {
  const last = reader.subject(context.questions[0]?.subjects[0] ?? "");
  return last?.kind === "indicator" && last.section === subject.section && countWords(reading) <= SHORT;
}

/** "how much is the increase?" after two years were spoken of: the step between them; after one, the step up to it if there is any. */
export function recentStep(key: string, context: Context): string[] | undefined {
  const [last] = context.questions;
  // "2024 and 2025?", and then "the increase between the two?".
  if (last?.subjects.includes(key) && last.periods.length === 2 && last.periods.every(isSingle)) return [...last.periods].sort();
  const recent = context.questions.filter(({ subjects }) => subjects.includes(key)).slice(0, 3);
  const years = [...new Set(recent.flatMap(({ periods }) => periods))].filter(isSingle).sort();
  return years.length >= 2 ? [years[0] ?? "", years.at(-1) ?? ""] : undefined;
}

/** "so three times as much in March 2020?" after the average of 2019: the step between the time named and the other one spoken of. */
export function stepFromSpoken(key: string, [named, another]: readonly string[], { questions }: Context): string[] | undefined {
  if (named === undefined || another !== undefined) return undefined;
  const spoken = questions
    .filter(({ subjects }) => subjects.includes(key))
    .flatMap(({ periods }) => periods.flatMap((one) => one.split("/")));
  const other = spoken.find((period) => isSingle(period) && period !== named);
  return other === undefined ? undefined : [other, named].sort();
}
