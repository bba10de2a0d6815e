/** Subscriptions for simulations: zones with and without daylight saving, also around the hours that clocks skip and repeat. */
import { EVERY_DAY, WEEKDAYS, type Weekday } from "../../src/daily/calendar.ts";
import type { Subscription } from "../../src/daily/subscriptions.ts";

const ZONES = [
  "Europe/Oslo",
  "Europe/London",
  "America/New_York",
  "America/Santiago",
  "Asia/Tokyo",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "UTC",
];
const TIMES = ["09:00", "02:30", "00:00", "23:59", "01:30", "02:00", "03:00", "12:15"];
const DAYS: readonly (readonly Weekday[])[] = [WEEKDAYS, EVERY_DAY, [1, 3, 5], [6, 7], [7]];

/** One of many different subscriptions, the same for the same number. */
export function simulated(number: number): Subscription {
  return {
    id: `simulated-${number}`,
    platform: "test",
    workspace: "T1",
    channel: `C${number}`,
    time: TIMES[number % TIMES.length] ?? "09:00",
    zone: ZONES[number % ZONES.length] ?? "UTC",
    days: DAYS[number % DAYS.length] ?? WEEKDAYS,
    holidays: number % 4 === 0,
    subjects: [],
    language: "nb",
    createdBy: "someone",
    reference: null,
    state: "active",
    reason: null,
    pausedUntil: null,
    next: null,
    shown: [],
    round: 0,
  };
}
