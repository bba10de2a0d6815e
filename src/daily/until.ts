/** "til fredag", "until 1 December", "to neste veke": the local date on which something goes on. Pure. */
import { addDays, weekdayOf } from "./calendar.ts";
import { DAY_WORDS, MONTH_WORDS } from "./vocabulary.ts";

/** Days from today; a week begins on its Monday. */
const SPANS: readonly [RegExp, (today: string) => string][] = [
  [/\b(?:i ?morgen|i ?morgon|tomorrow)\b/, (today) => addDays(today, 1)],
  [/\b(?:neste (?:uke|veke)|next week)\b/, (today) => addDays(today, 8 - weekdayOf(today))],
  [/\b(?:ut|resten av|slutten av|rest of|end of|out) (?:the )?(?:uka|uken|veka|week)\b/, (today) => addDays(today, 8 - weekdayOf(today))],
];

/** Numbers as words, each in three languages. */
const COUNTS = [/^(?:en|ei|ein|et|eit|one|an?)$/, /^(?:to|two)$/, /^(?:tre|three)$/, /^(?:fire|four)$/, /^(?:fem|five)$/, /^(?:seks|six)$/];
const COUNTED = /\b([a-z]+|\d{1,3}) (?:(dag(?:er|ar)?|days?)|(uker?|veker?|weeks?)|(maned(?:er)?|manad(?:ar)?|months?))\b/;
const MOST_DAYS = 366;

const MONTH = MONTH_WORDS.map((month) => `(${month})[a-z]*`).join("|");
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})\\.?(?:st|nd|rd|th)? ?(?:of )?(?:${MONTH})\\.?(?: (\\d{4}))?`);
const MONTH_FIRST = new RegExp(`\\b(?:${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?`);
const NUMBERS = /\b(\d{1,2})[./] ?(\d{1,2})(?:[./] ?(\d{4}))?/;

/**
 * Reads a day that lies ahead.
 * @param text folded, in lower case
 * @param today the local date
 * @returns undefined when no day is named, or one that is past or does not exist
 */
export function readUntil(text: string, today: string): string | undefined {
  const iso = /\b\d{4}-\d{2}-\d{2}\b/.exec(text)?.[0];
  if (iso) return future(iso, today);
  const span = SPANS.find(([pattern]) => pattern.test(text));
  if (span) return span[1](today);
  const days = readCount(text);
  if (days !== undefined) return addDays(today, days);
  const dated = readDate(text, today);
  if (dated) return dated.date;
  for (const word of text.split(/[^a-z]+/)) {
    const named = DAY_WORDS.get(word);
    if (named?.length === 1) return addDays(today, ((Number(named[0]) - weekdayOf(today) + 6) % 7) + 1);
  }
  return undefined;
}

/** "i 3 dager", "two weeks", "ein månad": how many days that is. */
function readCount(text: string): number | undefined {
  const [, count = "", days, weeks] = COUNTED.exec(text) ?? [];
  const number = /^\d/.test(count) ? Number(count) : COUNTS.findIndex((one) => one.test(count)) + 1;
  const total = number * (days ? 1 : weeks ? 7 : 30);
  return total > 0 && total <= MOST_DAYS ? total : undefined;
}

function readDate(text: string, today: string): { date: string | undefined } | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return dateOn(today, dayFirst[1], monthIn(dayFirst.slice(2, 14)), dayFirst[14]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return dateOn(today, monthFirst[13], monthIn(monthFirst.slice(1, 13)), monthFirst[14]);
  const numbers = NUMBERS.exec(text);
  return numbers ? dateOn(today, numbers[1], Number(numbers[2]), numbers[3]) : undefined;
}

function monthIn(groups: readonly (string | undefined)[]): number {
  return groups.findIndex((group) => group !== undefined) + 1;
}

/** Without a year the next such day is meant. */
function dateOn(today: string, day: string | undefined, month: number, year: string | undefined): { date: string | undefined } {
  const rest = `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  if (year) return { date: future(`${year}-${rest}`, today) };
  const thisYear = Number(today.slice(0, 4));
  return { date: future(`${thisYear}-${rest}`, today) ?? future(`${thisYear + 1}-${rest}`, today) };
}

function future(date: string, today: string): string | undefined {
  const time = Date.parse(`${date}T00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  return exists && date > today ? date : undefined;
}
