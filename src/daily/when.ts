/** Dates and times of day in words: "torsdag 26. november kl. 09:00, norsk tid". */
import { DateTime } from "luxon";
import { MONTHS } from "../answers/numbers.ts";
import type { Language } from "../knowledge/languages.ts";
import { NORWEGIAN_ZONE, type Weekday } from "./calendar.ts";

export const DAY_NAMES: Readonly<Record<Language, readonly string[]>> = {
  nb: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
  nn: ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

/** "torsdag 26. november", with the year where it is not this one. */
export function dateWords(date: string, language: Language, thisYear: string): string {
  const local = DateTime.fromISO(date, { zone: "utc" });
  const day = DAY_NAMES[language][local.weekday - 1];
  const month = MONTHS[language][local.month - 1];
  const year = date.startsWith(thisYear) ? "" : ` ${local.year}`;
  return `${day} ${local.day}${language === "en" ? "" : "."} ${month}${year}`;
}

/** "norsk tid", "tiden i London", "UTC". */
export function zoneWords(zone: string, language: Language): string {
  if (zone === NORWEGIAN_ZONE) return language === "en" ? "Norwegian time" : "norsk tid";
  const place = (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
  if (!zone.includes("/") || zone.startsWith("Etc/")) return place;
  return { nb: `tiden i ${place}`, nn: `tida i ${place}`, en: `${place} time` }[language];
}

/** "torsdag 26. november kl. 09:00, norsk tid". The time is the one that the clocks there show. */
export function momentWords(at: number, zone: string, language: Language, now: number): string {
  const local = DateTime.fromMillis(at, { zone });
  const date = dateWords(local.toFormat("yyyy-MM-dd"), language, DateTime.fromMillis(now, { zone }).toFormat("yyyy"));
  return `${date} ${clockWords(local.toFormat("HH:mm"), language)}, ${zoneWords(zone, language)}`;
}

/** "kl. 09:00", "at 09:00". */
export function clockWords(time: string, language: Language): string {
  return language === "en" ? `at ${time}` : `kl. ${time}`;
}

/** "hver dag", "på hverdager", "mandag, onsdag og fredag". */
export function daysWords(days: readonly Weekday[], language: Language): string {
  const key = [...days].sort().join("");
  if (key === "1234567") return { nb: "hver dag", nn: "kvar dag", en: "every day" }[language];
  if (key === "12345") return { nb: "på hverdager", nn: "på kvardagar", en: "on weekdays" }[language];
  if (key === "67") return { nb: "i helgene", nn: "i helgene", en: "at weekends" }[language];
  const names = [...days].sort().map((day) => DAY_NAMES[language][day - 1] ?? "");
  const list = names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${language === "en" ? "and" : "og"} ${names.at(-1)}`;
  return { nb: `hver ${list}`, nn: `kvar ${list}`, en: `every ${list}` }[language];
}
