/** Parts of the day, week and year, for which no figure is told. */
import { isSign } from "../language/text.ts";
import type { WordReading } from "./words.ts";

/** How late an opening "at night, …" may begin. */
const FIRST_WORDS = 2;

const TIMES_OF_DAY =
  /^(?:natt|netter|nights?|morgen|morgon|mornings?|kveld|evenings?|ettermiddag|afternoons?|formiddag|weekends?|helg|weekdays?|kvardag|hverdag|ukedag|mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag|søndag|sundag|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|jul|christmas|påske|easter|sommer|summer|vinter|winter)(?:a|en|ene|ane|er|ar|e|s)?$/;
const AT_TIMES = new Set(["om", "på", "i", "on", "at", "in", "during", "under", "hver", "kvar", "every", "each", "by"]);
/** "on a normal Monday": how many words may stand between. */
const MOST_BETWEEN = 3;
const COMMON = new Set([
  "normal",
  "vanlig",
  "vanleg",
  "typical",
  "typisk",
  "ordinary",
  "gjennomsnittlig",
  "average",
  "busy",
  "travel",
  "any",
  "given",
]);
const COUNTING = new Set(["mange", "many", "antall", "antal", "number", "talet", "share", "andel", "andelen"]);
/** "kl 12": no figure is told by the hour. */
const CLOCK = new Set(["kl", "klokka", "klokken"]);
/** "i uke 12" */
const WEEKS = new Set(["uke", "veke", "week"]);
const mayStandBetween = (word: string): boolean => ARTICLES.has(word) || COMMON.has(word);
const ARTICLES = new Set(["a", "an", "the", "en", "ei", "ein"]);

/** "logins on a Monday": a part of the day, week or year that no figure is told for, where it stands behind what is counted. */
export function isTimeOfDay({ positions, word, roles }: WordReading, words: readonly string[]): boolean {
  const [position = 0] = positions;
  if (CLOCK.has(word)) return /^\d/.test(words[position + 1] ?? "") && words.slice(0, position).some((one) => COUNTING.has(one));
  if (WEEKS.has(word) && /^\d{1,2}$/.test(words[position + 1] ?? "")) return true;
  if (!TIMES_OF_DAY.test(word) || roles.some(({ concepts }) => concepts.size > 0)) return false;
  const near = words
    .slice(Math.max(0, position - MOST_BETWEEN), position)
    .findLastIndex((one) => AT_TIMES.has(one) || !mayStandBetween(one));
  if (near < 0) return false;
  const before = Math.max(0, position - MOST_BETWEEN) + near;
  // "At night, how many …": the time opens the message.
  const isDay = /(?:dag|day)/.test(word);
  if (!isDay && AT_TIMES.has(words[before] ?? "") && before <= FIRST_WORDS && isSign(words[position + 1] ?? "")) return true;
  const counted = words.findIndex((one) => COUNTING.has(one));
  if (AT_TIMES.has(words[before] ?? "") && /(?:days|nights|mornings|evenings|er|ar|ene|ane)$/.test(word)) return true;
  return AT_TIMES.has(words[before] ?? "") && counted >= 0 && counted < position && !words.slice(counted, position).some(isSign);
}

/** Whether a word tells a part of the day, week or year. */
export function tellsTimeOfDay(word: string): boolean {
  return TIMES_OF_DAY.test(word.toLowerCase());
}
