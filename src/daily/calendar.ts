/** When a subscription's next post comes: local dates and times in a zone, weekdays, Norwegian public holidays. Pure. */
import Holidays from "date-holidays";
import { DateTime, IANAZone } from "luxon";

/** Days of the week as luxon counts them: 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export type Schedule = {
  /** Local time, `09:00`. */
  time: string;
  /** An IANA zone, `Europe/Oslo`. */
  zone: string;
  days: readonly Weekday[];
  /** Whether it also comes on Norwegian public holidays. */
  holidays: boolean;
};

/** A local date, `2026-11-26`, and the instant that it falls on, in milliseconds since 1970. */
export type Occurrence = { date: string; at: number };

/** Where nobody says otherwise. */
export const NORWEGIAN_ZONE = "Europe/Oslo";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Further ahead than any run of holidays; every schedule has at least one day a week. */
const LONGEST_SEARCH_DAYS = 60;

/**
 * The instant of a local date and time. What the clocks skip moves to the first minute that exists;
 * what they show twice counts the first time.
 */
export function instantOf(date: string, time: string, zone: string): number {
  // Most days lie far from any change of the clocks.
  const asUtc = Date.parse(`${date}T${time}Z`);
  const before = offsetAt(zone, asUtc - DAY_MS);
  if (before === offsetAt(zone, asUtc + DAY_MS)) return asUtc - before * MINUTE_MS;
  const local = DateTime.fromISO(`${date}T${time}`, { zone });
  if (local.hour * 60 + local.minute === minutesOf(time))
    return Math.min(...local.getPossibleOffsets().map((possible) => possible.toMillis()));
  let first = local;
  while (first.minus({ minutes: 1 }).offset === first.offset) first = first.minus({ minutes: 1 });
  return first.toMillis();
}

/** How many minutes a zone is ahead of UTC at an instant. */
function offsetAt(zone: string, instant: number): number {
  return IANAZone.create(zone).offset(instant);
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** The local date of an instant. */
export function dateOf(instant: number, zone: string): string {
  const { year, month, day } = DateTime.fromMillis(instant, { zone });
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** A local date some days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The day of the week of a local date. */
export function weekdayOf(date: string): Weekday {
  return (new Date(`${date}T00:00Z`).getUTCDay() || 7) as Weekday;
}

/** A zone as the IANA database writes it; undefined for what is none. */
export function validZone(text: string): string | undefined {
  if (!IANAZone.isValidZone(text)) return undefined;
  return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
}

const cityZones = new Map<string, string>();

/** A zone by the city that it is named after, in lower case: "new york". */
export function zoneOfCity(city: string): string | undefined {
  if (cityZones.size === 0)
    for (const zone of Intl.supportedValuesOf("timeZone"))
      if (zone.includes("/")) cityZones.set((zone.split("/").at(-1) ?? "").toLowerCase().replaceAll("_", " "), zone);
  return cityZones.get(city);
}

const holidaysOfYear = new Map<string, ReadonlySet<string>>();

/** Whether a date is a Norwegian public holiday. Christmas Eve and New Year's Eve are none. */
export function isHoliday(date: string): boolean {
  const year = date.slice(0, 4);
  const known =
    holidaysOfYear.get(year) ??
    new Set(new Holidays("NO", { types: ["public"] }).getHolidays(Number(year)).map((holiday) => holiday.date.slice(0, 10)));
  holidaysOfYear.set(year, known);
  return known.has(date);
}

/** Whether a schedule wants a post on a local date. */
export function isWanted(schedule: Pick<Schedule, "days" | "holidays">, date: string): boolean {
  return schedule.days.includes(weekdayOf(date)) && (schedule.holidays || !isHoliday(date));
}

/** The first wanted day from a local date on whose instant lies after a moment. */
export function nextOccurrence(schedule: Schedule, { from, after }: { from?: string | undefined; after: number }): Occurrence {
  const today = dateOf(after, schedule.zone);
  const start = from !== undefined && from > today ? from : today;
  for (let days = 0; days <= LONGEST_SEARCH_DAYS; days += 1) {
    const date = addDays(start, days);
    if (!isWanted(schedule, date)) continue;
    const at = instantOf(date, schedule.time, schedule.zone);
    if (at > after) return { date, at };
  }
  throw new RangeError("A schedule needs at least one day of the week.");
}
