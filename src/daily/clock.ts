/** Times of day as people write them: "9", "09:00", "9 am", "halv ni", "noon". Pure. */
import { HOUR_PARTS, HOUR_WORDS, NAMED_TIMES } from "./vocabulary.ts";

/** Takes the first place that fits out of a text. @returns undefined when there is none */
export type TakeOut = (pattern: RegExp) => RegExpExecArray | undefined;

/** @returns `09:00`; "none" for what looks like a time but is none */
export function takeTime(takeOut: TakeOut): string | "none" | undefined {
  const name = takeOut(new RegExp(`\\b(?:${Object.keys(NAMED_TIMES).join("|")})\\b`))?.[0];
  if (name !== undefined) return NAMED_TIMES[name];
  const hour = `${Object.keys(HOUR_WORDS).join("|")}|\\d{1,2}`;
  const part = takeOut(new RegExp(`\\b(${Object.keys(HOUR_PARTS).join("|")}) (${hour})\\b`));
  if (part) return clockOf((HOUR_WORDS[part[2] ?? ""] ?? Number(part[2])) * 60 + (HOUR_PARTS[part[1] ?? ""] ?? 0));
  const named = takeOut(new RegExp(`\\b(?:${Object.keys(HOUR_WORDS).join("|")})\\b(?! (?:dag|day))`))?.[0];
  if (named !== undefined) return clockOf((HOUR_WORDS[named] ?? 0) * 60);
  const found = takeOut(/\b(\d{1,2})(?:[:.,h]([0-5]\d)|([0-5]\d))?(?: ?([ap])\.?m\.?)?(?=[ ,])/) ?? takeOut(/\d\S*/);
  if (!found) return undefined;
  const [, hours = "", minutes = found[3] ?? "00", , half] = found;
  const given = Number(hours);
  if (hours === "" || given > 23 || (half !== undefined && (given < 1 || given > 12))) return "none";
  return clockOf((half === undefined ? given : (given % 12) + (half === "p" ? 12 : 0)) * 60 + Number(minutes));
}

/** @returns `09:00`; "none" past midnight */
function clockOf(minutes: number): string | "none" {
  const two = (number: number) => String(number).padStart(2, "0");
  return minutes >= 0 && minutes < 24 * 60 ? `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` : "none";
}
