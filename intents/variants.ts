/** The month, quarter or half-year form of what is asked about, and the count beside a percentage of the same name. */
import { isPercent } from "../src/answers/figures.ts";
import { formsOf } from "../src/knowledge/groups.ts";
import type { Knowledge } from "../src/knowledge/load.ts";
import { grainOf, isPartOfYear } from "../src/knowledge/period.ts";
import { answersFor, courseOf } from "../src/knowledge/prefer.ts";
import type { IndicatorSubject, Subject } from "../src/knowledge/subjects.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { said, type Tools } from "./intent.ts";

/** "how many" asks for a count before a percentage, and so does "how many of them". */
export function asksCount(reading: Reading): boolean {
  if (countsThem(reading)) return true;
  return said(reading, "quantity") && !said(reading, "share") && /\b(?:mange|many|number of|antall|talet på)\b/.test(reading.text);
}

/** "how many of them have looked at it?" counts people; it asks for no percentage. */
export function countsThem({ text }: Reading): boolean {
  return /\b(?:mange|many) (?:av|of) (?:dem|dei|deim|de|them|these|those|disse|desse|oss|us)\b/.test(text);
}

/** "first half of 2022 against first half of 2023, in numbers": a count is wanted, however it is asked for. */
export function wantsNumbers(reading: Reading): boolean {
  if (asksCount(reading)) return true;
  // "how many more": of a number, and no percentage.
  if (!said(reading, "share") && MANY_MORE.test(reading.text)) return true;
  const opens = ["tal", "tall"].includes(reading.tokens[0] ?? "");
  return !said(reading, "share") && (opens || reading.tokens.some((word) => NUMBERS.has(word)));
}

/** Whether a share is spoken of at all; where none is, a number of them is meant before a percentage. */
export function namesShare(reading: Reading): boolean {
  return said(reading, "share") || reading.items.some(({ concepts }) => concepts.includes("share"));
}

const MANY_MORE = /(?:^| )(?:(?:mange|many|were there|var det|ble det|blei det|vart det) (?:flere|fler|fleire|færre|more|fewer))(?: |$)/;
const NUMBERS = new Set(["antall", "antal", "talet", "numbers"]);

/**
 * The month, quarter or half-year variant of an indicator, or another reading that alone has the period.
 * @param others further readings of the same words
 * @param counts a count comes before a percentage
 */
export function variantFor(
  subject: IndicatorSubject,
  periods: readonly string[],
  others: readonly Subject[],
  tools: Tools,
  counts = false,
): IndicatorSubject {
  const [period] = periods;
  if (period === undefined || hasPeriod(subject, period, tools.knowledge)) return subject;
  const candidates = [...relativesOf(subject, tools), ...others].filter(isIndicator);
  const covering = candidates.filter((other) => hasPeriod(other, period, tools.knowledge));
  const counted = counts ? covering.find((other) => !isPercent(tools.knowledge, other.item.unit)) : undefined;
  return counted ?? covering[0] ?? subject;
}

/** The form of an indicator that has all the asked times: the ends of a span, the sides of a comparison, the time of a claim. */
export function variantOver(subject: IndicatorSubject, periods: readonly string[], reading: Reading, tools: Tools): IndicatorSubject {
  const ends = periods.flatMap((period) => period.split("/")).filter((period) => period !== "..");
  const hasAll = ({ item }: IndicatorSubject) => ends.every((end) => answersFor(tools.knowledge, item, end) !== undefined);
  if (ends.every((end) => grainOf(end) === "year") || hasAll(subject)) return subject;
  const counts = wantsNumbers(reading) || !namesShare(reading);
  const kin = [...relativesOf(subject, tools), ...(counts ? countedKin(reading, subject, tools) : [])].filter(isIndicator).filter(hasAll);
  const isShare = ({ item }: IndicatorSubject) => isPercent(tools.knowledge, item.unit);
  return (counts ? kin.find((other) => !isShare(other)) : undefined) ?? kin.find((other) => isShare(other) === isShare(subject)) ?? subject;
}

/** Counts that the same words name less fully than the share does: "how many e-consultations in the second quarter". */
export function countedKin(reading: Reading, subject: IndicatorSubject, tools: Tools): Subject[] {
  const { unit, over } = subject.item;
  const isShare = isPercent(tools.knowledge, unit);
  // "and the number in the first half of 2023?" after a quarter: what is counted in the same unit by another part of the year.
  if (!isShare && !isPartOfYear(over)) return [];
  const isCount = ({ item }: IndicatorSubject) =>
    isShare ? !isPercent(tools.knowledge, item.unit) : item.unit === unit && isPartOfYear(item.over);
  return tools.reader
    .rank(reading.items, { kinds: ["indicator"] })
    .filter(({ unexplained, complete }) => unexplained.length === 0 && complete >= 0.2)
    .map((candidate) => candidate.subject)
    .filter((other) => other.kind === "indicator" && isCount(other));
}

/** The form of an indicator that is told by quarter, month or half-year; undefined where there is none. */
export function variantBy(grain: string, subject: IndicatorSubject, reading: Reading, tools: Tools): IndicatorSubject | undefined {
  const counts = wantsNumbers(reading);
  const kin = [...relativesOf(subject, tools), ...(counts ? countedKin(reading, subject, tools) : [])].filter(isIndicator);
  const ofGrain = kin.filter(({ item }) => item.over === grain);
  return (counts ? ofGrain.find(({ item }) => !isPercent(tools.knowledge, item.unit)) : undefined) ?? ofGrain[0];
}

/** Whether an indicator has a figure for a time; for an open span any will do. */
export function hasPeriod(subject: IndicatorSubject, period: string, knowledge: Knowledge): boolean {
  const course = courseOf(knowledge, subject.item);
  if (answersFor(knowledge, subject.item, period)) return true;
  return ["open", "span"].includes(grainOf(period)) && course.length > 0;
}

/** The forms of an indicator: by year, quarter, month or half-year. */
export function relativesOf(subject: IndicatorSubject, { knowledge, reader }: Tools): Subject[] {
  return formsOf(knowledge, subject.item.parent ?? subject.item.id).flatMap((item) => reader.subject(item.id) ?? []);
}

function isIndicator(subject: Subject): subject is IndicatorSubject {
  return subject.kind === "indicator";
}

const EACH_PART =
  /(?:^| )(?:(?:hvert|kvart|hver|kvar|each|every|alle|all|per|by|fire|four|tolv|twelve|begge|both) (?:kvartal\w*|quarter\w*|måned\w*|månad\w*|month\w*|halvår\w*|half-?year\w*)|kvartal for kvartal|quarter (?:by|for) quarter|måned for måned|månad for månad|month by month)(?: |$)/;

/** "for each quarter of a year", "month by month": the course of its parts is asked for. */
export function asksEachPart({ text }: Reading): boolean {
  return EACH_PART.test(text);
}

/** Whether a figure is known for one time only, and no growth of it is printed: a question for it means that one, whatever rises in it ("rekk opp hånda"). */
export function isToldOnce(subject: Subject): boolean {
  return subject.kind === "indicator" && subject.item.observations.length === 1 && subject.item.changes.length === 0;
}
