/** "our ward", "kommunen min", "my uncle's hospital": one place of care, which no figure is told for. */
import type { WordReading } from "./words.ts";

const PLACES = new Set([
  "hospital",
  "gp",
  "gp-office",
  "municipality",
  "pharmacy",
  "nursing-home",
  "health-trust",
  "emergency-clinic",
  "institution",
]);
const WARDS =
  /^(?:avdeling|seksjon|sengepost|post|enhet|eining|klinikk|kontor|praksis|legesenter|arbeidsplass|ward|unit|department|clinic|office|practice|surgery|workplace)(?:a|en|et|ane|ene|s)?$/;
const OWNERS = new Set("my our your min mi mitt mine vår vårt våre din di ditt dykkar".split(" "));
const OWNERS_BEHIND = new Set("min mi mitt mine vår vårt våre hans hennar hennes vores".split(" "));
const ACQUAINTED = /'s$/;

/** Whether a word names a place of care, or a part of one, that belongs to the asker or to somebody. */
export function isOwnPlace(reading: WordReading, readings: readonly WordReading[], words: readonly string[]): boolean {
  const isPlace = WARDS.test(reading.word) || reading.roles.some(({ concepts }) => [...concepts].some((concept) => PLACES.has(concept)));
  if (!isPlace) return false;
  const [first = 0] = reading.positions;
  const last = reading.positions.at(-1) ?? first;
  if (OWNERS.has(words[first - 1] ?? "") || OWNERS_BEHIND.has(words[last + 1] ?? "")) return true;
  // "my uncle's hospital", not "Norway's hospitals".
  const owner = readings.find(({ positions }) => positions.at(-1) === first - 1);
  return owner !== undefined && ACQUAINTED.test(owner.text) && owner.roles.every(({ concepts, scope }) => concepts.size === 0 && !scope);
}
