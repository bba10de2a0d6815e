/** Confirmations and plans in plain text, from a subscription and its days; surfaces put them into blocks and cards. */
import type { Answer } from "../answers/answer.ts";
import type { Language } from "../knowledge/languages.ts";
import type { DeliveryTable } from "../store/schema.ts";
import { dateOf } from "./calendar.ts";
import { FAULTS } from "./faults.ts";
import type { Subscription } from "./subscriptions.ts";
import { clockWords, dateWords, daysWords, momentWords, zoneWords } from "./when.ts";
import { dailyWord, faultWords, stateWords } from "./words.ts";

const LANGUAGE_WORDS = { nb: "bokmål", nn: "nynorsk", en: "english" } as const;

export type Telling = {
  language: Language;
  now: number;
  /** The shown name of a subject key or section key. */
  nameOf(subject: string): string;
};

/** What comes when, and how to stop it. */
export function tellSubscribed(subscription: Subscription, isNew: boolean, telling: Telling): string {
  const { language, now } = telling;
  const { days, time, zone, holidays } = subscription;
  const values = {
    ...{ days: daysWords(days, language), clock: `${clockWords(time, language)} (${zoneWords(zone, language)})` },
    ...{ place: dailyWord(language, "here"), when: whenOf(subscription, language, now) },
  };
  return [
    dailyWord(language, isNew ? "subscribed" : "changed", values),
    ...narrowed(subscription, telling),
    dailyWord(language, holidays ? "withHolidays" : "noHolidays"),
    dailyWord(language, "howToStop"),
  ].join(" ");
}

/** What became of a change: paused, resumed, skipped or nothing to skip. */
export function tellChanged(subscription: Subscription, change: "paused" | "resumed" | "skipped" | "notToday", telling: Telling): string {
  const { language, now } = telling;
  const key = change === "paused" && subscription.next ? "pausedUntil" : change;
  const said = (key === "notToday" || key === "skipped") && !subscription.next ? "paused" : key;
  return [dailyWord(language, said, { when: whenOf(subscription, language, now) }), ...aboutOf(subscription, telling)].join(" ");
}

/** The plan and the last days, for "daglig vis". @param history the newest first */
export function tellPlan(subscription: Subscription, history: readonly DeliveryTable[], telling: Telling): string {
  const { language, now } = telling;
  const { days, time, zone, next, reason, state } = subscription;
  const fault = FAULTS.find((one) => one === reason);
  const head = `${dailyWord(language, "factHead")}: ${daysWords(days, language)} ${clockWords(time, language)}, ${zoneWords(zone, language)}.`;
  const stands = fault
    ? faultWords(fault, language)
    : dailyWord(language, state === "active" ? "next" : next ? "pausedUntil" : "paused", { when: whenOf(subscription, language, now) });
  const thisYear = dateOf(now, zone).slice(0, 4);
  const past = history.map((day) => `• ${dateWords(day.date, language, thisYear)}: ${stateWords(day.state, language)}`);
  return [
    [head, ...narrowed(subscription, telling)].join(" "),
    stands,
    ...(past.length > 0 ? [dailyWord(language, "lastDays"), ...past] : []),
  ].join("\n");
}

/** Only about what, and in which language where it is another one than that of the talk. */
function narrowed(subscription: Subscription, telling: Telling): string[] {
  const { language } = telling;
  const other = subscription.language === language ? [] : [{ language: dailyWord(language, LANGUAGE_WORDS[subscription.language]) }];
  return [...aboutOf(subscription, telling), ...other.map((values) => dailyWord(language, "inLanguage", values))];
}

function aboutOf({ subjects }: Subscription, { language, nameOf }: Telling): string[] {
  return subjects.length === 0 ? [] : [dailyWord(language, "onlyAbout", { subjects: subjects.map(nameOf).join(", ") })];
}

/** The question that a post invites to ask on with: what the answer leads on to, else the trends of the report. */
export function invitation({ suggestions, language }: Answer): string {
  const [question = dailyWord(language, "askTrends")] = suggestions;
  return dailyWord(language, "askOn", { question });
}

function whenOf({ next, zone }: Subscription, language: Language, now: number): string {
  return next ? momentWords(next.at, zone, language, now) : "";
}
