/** The words of time in nb, nn and en, and what they mean. */
import { NUMBER_WORDS } from "./numbers.ts";
import { foldLetters } from "./text.ts";

/**
 * What a message says about time. Positions are token indexes, `to` exclusive.
 * `samePart`: "the same quarter in 2021", of the quarter last spoken of.
 * `near`: "yesterday", "last week"; what is told by the way says when, and asks for nothing.
 */
export type PeriodMention = { from: number; to: number } & (
  | { kind: "point"; period: string; calendar?: boolean; near?: boolean; edge?: "end" | "start"; samePart?: boolean }
  | { kind: "range"; start: string | null; end: string | null }
  | { kind: "month"; month: string }
  | { kind: "quarter"; quarter: string }
  | { kind: "half"; half: string }
  /** "the year before"; `years` of "two years earlier". */
  | { kind: "before"; years?: number; samePart?: boolean }
  | { kind: "after"; years?: number; samePart?: boolean }
  /** "the quarter before", "next month": a step from the time last spoken of. */
  | { kind: "step"; unit: "half" | "quarter" | "month"; by: number }
  /** "and the second?": of the quarters or half-years last spoken of. */
  | { kind: "ordinal"; value: number }
  | { kind: "latest" }
  | { kind: "lastYears"; count: number }
);

const MONTHS: readonly (readonly string[])[] = [
  ["januar", "january", "jan"],
  ["februar", "february", "feb"],
  ["mars", "march"],
  ["april", "apr"],
  ["mai", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["august", "aug"],
  ["september", "sept", "sep"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nov"],
  ["desember", "december", "des", "dec"],
];

/** By the name of a month its number, in two digits. */
export const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, String(index + 1).padStart(2, "0")])));

/** Words of time that are long enough to be misspelt and to be known by most of their letters. */
export const MENDED_WORDS: readonly string[] = [
  ...MONTHS.flat().filter((name) => name.length >= 4),
  ..."året before previous earlier quarter kvartal kvartalet halvår halvåret forrige foregående senere".split(" "),
];

/** What an ordinal counts; "last" is the last of four. */
export const ORDINALS: Readonly<Record<string, number>> = {
  første: 1,
  fyrste: 1,
  first: 1,
  frist: 1,
  fisrt: 1,
  "1st": 1,
  andre: 2,
  annet: 2,
  second: 2,
  "2nd": 2,
  tredje: 3,
  third: 3,
  "3rd": 3,
  fjerde: 4,
  fourth: 4,
  "4th": 4,
  siste: 4,
  last: 4,
  final: 4,
  closing: 4,
};

export const QUARTER_WORDS = new Set(["kvartal", "quarter", "kvartalet", "kv"]);

export const HALF_WORDS = new Set(["halvår", "halvåret", "half", "halfyear", "tertial"]);

export const END_WORDS = new Set([
  "nyttårsaften",
  "nyttårsaftan",
  "slutten",
  "utgangen",
  "utgang",
  "enden",
  "end",
  "slutt",
  "årsslutt",
  "utløpet",
  "close",
  "yearend",
  "year-end",
  "tampen",
  "utgongen",
  "tail",
]);

export const START_WORDS = new Set(["starten", "begynnelsen", "byrjinga", "start", "beginning", "inngangen"]);

export const SINCE = new Set(["siden", "sidan", "since", "etter", "after"]);

export const UNTIL = new Set(["tom", "t.o.m", "før", "innen", "until", "fram", "frem", "before", "til"]);

export const FROM = new Set(["fra", "frå", "from", "mellom", "between", "fom"]);

export const TO = new Set(["til", "to", "og", "and", "-", "–", "—", "through", "tom", "t.o.m", "until", "opp", "and"]);

/** "the last five years": so many years are spoken of in words. */
const YEARS_IN_WORDS = [2, 3, 4, 5, 6, 10];

export const SMALL_NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(NUMBER_WORDS).filter(([, value]) => YEARS_IN_WORDS.includes(value)),
);

/** Word sequences that mean a time relative to today or to what was last spoken of. */
const PHRASES: readonly (readonly [
  words: string,
  meaning: "lastYear" | "thisYear" | "nextYear" | "before" | "after" | "latest" | "today",
])[] = [
  ["before that", "before"],
  ["før det", "before"],
  ["førre gongen", "before"],
  ["i fjor", "lastYear"],
  ["ifjor", "lastYear"],
  ["fjoråret", "lastYear"],
  ["fjorårets", "lastYear"],
  ["last year", "lastYear"],
  ["siste år", "latest"],
  ["siste året", "latest"],
  ["forrige år", "lastYear"],
  ["førre år", "lastYear"],
  ["i år", "thisYear"],
  ["this year", "thisYear"],
  ["current year", "thisYear"],
  ["inneværende år", "thisYear"],
  ["hittil", "thisYear"],
  ["så langt", "thisYear"],
  ["neste år", "nextYear"],
  ["next year", "nextYear"],
  ["i dag", "today"],
  ["idag", "today"],
  ["today", "today"],
  ["nå", "today"],
  ["no for tida", "today"],
  ["akkurat no", "today"],
  ["akkurat nå", "today"],
  ["right now", "today"],
  ["now", "today"],
  ["nowadays", "today"],
  ["currently", "today"],
  ["for tiden", "today"],
  ["for tida", "today"],
  ["året før", "before"],
  ["åre før", "before"],
  ["åre etter", "after"],
  ["år før", "before"],
  ["året i forveien", "before"],
  ["foregående år", "before"],
  ["føregåande år", "before"],
  ["the year before", "before"],
  ["year before", "before"],
  ["previous year", "before"],
  ["the previous year", "before"],
  ["prior year", "before"],
  ["year earlier", "before"],
  ["year prior", "before"],
  ["året etter", "after"],
  ["the year after", "after"],
  ["year after", "after"],
  ["following year", "after"],
  ["siste tall", "latest"],
  ["nyeste", "latest"],
  ["nyaste", "latest"],
  ["latest", "latest"],
  ["most recent", "latest"],
  ["ferskeste", "latest"],
  ["ferskaste", "latest"],
  ["siste", "latest"],
];

export const PHRASE_WORDS = PHRASES.map(([text, meaning]) => [text.split(" "), meaning] as const).sort((a, b) => b[0].length - a[0].length);

/** Every word that this file understands; they are never taken for a misspelt subject. */
export const PERIOD_WORDS: ReadonlySet<string> = new Set([
  ...MONTH_OF.keys(),
  ...QUARTER_WORDS,
  ...HALF_WORDS,
  ...END_WORDS,
  ...START_WORDS,
  ...SINCE,
  ...FROM,
  ...Object.keys(ORDINALS),
  ...PHRASE_WORDS.flatMap(([words]) => words),
  "år",
  "året",
  "åra",
  "årene",
  "year",
  "years",
  "måned",
  "måneden",
  "månad",
  "månaden",
  "month",
  "uke",
  "uka",
  "veke",
  "week",
  "inneværende",
  "forrige",
  "førre",
  "neste",
  "løpet",
  "during",
  "per",
  "pr",
  "perioden",
  "period",
]);

/** By what is typed without æ, ø and å, the word meant: "forste kvartal", "aret for". */
const WITHOUT_ACCENTS: ReadonlyMap<string, string> = new Map(
  [...PERIOD_WORDS].flatMap((word) => [foldLetters(word), doubledLetters(word)].map((plain) => [plain, word] as const)),
);

/** The word of time that was typed without its æ, ø or å, or undefined; "for" may be itself. */
export function unaccentedPeriodWord(word: string): string | undefined {
  return word === "for" || PERIOD_WORDS.has(word) ? undefined : WITHOUT_ACCENTS.get(word);
}

function doubledLetters(word: string): string {
  return word.replace(/å/g, "aa").replace(/ø/g, "oe").replace(/æ/g, "ae");
}

/** A year that may be asked about; other four-digit numbers are amounts. */
export function yearIn(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const match = /^'?((?:1[89]\d|20\d|21[0-4])\d)(?:-?(?:tallet|tala|åra|årene|s))?$/.exec(word);
  return match?.[1];
}

/** The first position from `at` on that holds none of the fillers. */
export function skip(words: readonly string[], at: number, fillers: readonly string[]): number {
  let next = at;
  while (fillers.includes(words[next] ?? "\0")) next++;
  return next;
}

/** "5 million in 2020 to 63 million": a number, and no year. */
export const COUNTED = /^(?:mill|mrd|%|prosent|per ?cent|tusen|thousand|bill)/;
