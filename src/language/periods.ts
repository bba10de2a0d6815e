/**
 * Reads the time that a question is about, in nb, nn and en: years, months, quarters, half-years,
 * dates, ranges, "since 2019", "last year" (by today's calendar), "the year before".
 */

import { foldLetters } from "./text.ts";

/** What a message says about time. Positions are token indexes, `to` exclusive. */
export type PeriodMention = { from: number; to: number } & (
  | { kind: "point"; period: string; calendar?: boolean; edge?: "end" | "start" }
  | { kind: "range"; start: string | null; end: string | null }
  | { kind: "month"; month: string }
  | { kind: "quarter"; quarter: string }
  | { kind: "half"; half: string }
  /** "the year before"; `years` of "two years earlier". */
  | { kind: "before"; years?: number }
  | { kind: "after"; years?: number }
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
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, String(index + 1).padStart(2, "0")])));

/** The names of months that are long enough to be misspelt. */
export const MONTH_NAMES: readonly string[] = MONTHS.flat().filter((name) => name.length >= 4);

const ORDINALS: Readonly<Record<string, number>> = {
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
const QUARTER_WORDS = new Set(["kvartal", "quarter", "kvartalet", "kv"]);
const HALF_WORDS = new Set(["halvår", "halvåret", "half", "halfyear", "tertial"]);
const END_WORDS = new Set([
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
const START_WORDS = new Set(["starten", "begynnelsen", "byrjinga", "start", "beginning", "inngangen"]);
const SINCE = new Set(["siden", "sidan", "since", "etter", "after"]);
const UNTIL = new Set(["før", "innen", "until", "fram", "frem", "before", "til"]);
const FROM = new Set(["fra", "frå", "from", "mellom", "between", "fom"]);
const TO = new Set(["til", "to", "og", "and", "-", "–", "—", "through", "tom", "t.o.m", "until", "opp", "and"]);
const SMALL_NUMBERS: Readonly<Record<string, number>> = {
  to: 2,
  two: 2,
  tre: 3,
  three: 3,
  fire: 4,
  four: 4,
  fem: 5,
  five: 5,
  seks: 6,
  six: 6,
  ti: 10,
  ten: 10,
};

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
  ["right now", "today"],
  ["now", "today"],
  ["nowadays", "today"],
  ["currently", "today"],
  ["for tiden", "today"],
  ["for tida", "today"],
  ["året før", "before"],
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
const PHRASE_WORDS = PHRASES.map(([text, meaning]) => [text.split(" "), meaning] as const).sort((a, b) => b[0].length - a[0].length);

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
function yearIn(word: string | undefined): string | undefined {
  if (word === undefined) return undefined;
  const match = /^'?((?:1[89]\d|20\d|21[0-4])\d)(?:-?(?:tallet|tala|åra|årene|s))?$/.exec(word);
  return match?.[1];
}

/**
 * Finds every mention of time.
 * @param words lower-case tokens, spelling corrected
 * @param now the clock, for "last year" and its kin
 */
export function readPeriods(words: readonly string[], now: Date): PeriodMention[] {
  const found: PeriodMention[] = [];
  let i = 0;
  while (i < words.length) {
    if (!mayBegin(words[i] ?? "")) {
      i++;
      continue;
    }
    const mention =
      beforePandemicAt(words, i) ??
      yearBesideAt(words, i) ??
      yearsAgoAt(words, i, now) ??
      halfByMonthsAt(words, i) ??
      stepAt(words, i) ??
      shortRangeAt(words, i) ??
      pandemicYearAt(words, i) ??
      rangeAt(words, i) ??
      sinceAt(words, i) ??
      lastYearsAt(words, i) ??
      pointAt(words, i) ??
      phraseAt(words, i, now);
    if (mention) {
      found.push(mention);
      i = mention.to;
      for (const year of shortYearsAfter(words, mention)) {
        found.push(year);
        i = year.to;
      }
    } else i++;
  }
  return joinLooseParts(withSamePart(withoutRepeats(withoutNamedYears(found)), words));
}

/** By what a mention of time may begin: a number, a name, or a word that leads to one. Most words do not, and are not looked at. */
function mayBegin(word: string): boolean {
  return /^['\d]/.test(word) || BEGINNINGS.has(word) || /^[qh][1-4]$/.test(word);
}

/** "2021, 22 og 23": years by their last digits behind one that is written out. */
function shortYearsAfter(words: readonly string[], first: PeriodMention): PeriodMention[] {
  if (first.kind !== "point" || !/^20\d\d$/.test(first.period)) return [];
  const years: PeriodMention[] = [];
  let last = Number(first.period.slice(2));
  let at = first.to;
  while (["og", "and", ",", "/", "&"].includes(words[at] ?? "") && /^[12]\d$/.test(words[at + 1] ?? "")) {
    const year = Number(words[at + 1]);
    // "in 2020 and 25 percent": no year.
    if (
      year !== last + 1 ||
      COUNTED.test(words[at + 2] ?? "") ||
      (/^[\p{L}%]/u.test(words[at + 2] ?? "") && !SHORT_JOINTS.has(words[at + 2] ?? ""))
    )
      return years;
    years.push({ kind: "point", period: `20${year}`, from: at + 1, to: at + 2 });
    last = year;
    at += 2;
  }
  return years;
}

const SHORT_JOINTS = new Set(["og", "and", "please", "takk", "in", "i"]);

/** "the second quarter of 2020 and the same quarter in 2019". */
function withSamePart(found: readonly PeriodMention[], words: readonly string[]): PeriodMention[] {
  return found.map((mention, index) => {
    const before = found[index - 1];
    const part = before?.kind === "point" ? before.period.slice(4) : "";
    const isSame = words.slice(Math.max(0, mention.from - 3), mention.from).some((word) => word === "same" || word === "samme");
    return mention.kind === "point" && mention.period.length === 4 && part !== "" && isSame
      ? { ...mention, period: `${mention.period}${part}` }
      : mention;
  });
}

/** "the year before the pandemic (2019)": a time said twice is one. */
function withoutRepeats(found: readonly PeriodMention[]): PeriodMention[] {
  const merged: PeriodMention[] = [];
  for (const mention of found) {
    const last = merged.at(-1);
    const isSame = last?.kind === "point" && mention.kind === "point" && last.period === mention.period && mention.from - last.to <= 1;
    if (isSame) merged[merged.length - 1] = { ...last, to: mention.to };
    else merged.push(mention);
  }
  return merged;
}

/** "i fjoråret 2021": the year that is named says which year was meant. */
function withoutNamedYears(found: readonly PeriodMention[]): PeriodMention[] {
  return found.filter((mention, index) => {
    const next = found[index + 1];
    const named = next?.kind === "point" && next.calendar !== true && next.from === mention.to;
    return !(mention.kind === "point" && mention.calendar === true && named);
  });
}

function pointAt(words: readonly string[], i: number): PeriodMention | undefined {
  return dateAt(words, i) ?? yearMonthAt(words, i) ?? monthAt(words, i) ?? quarterAt(words, i) ?? halfAt(words, i) ?? yearAt(words, i);
}

function dateAt(words: readonly string[], i: number): PeriodMention | undefined {
  const word = words[i] ?? "";
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word);
  if (iso && (Number(iso[2]) > 12 || Number(iso[3]) > 31)) return undefined;
  if (iso) return { kind: "point", period: word, from: i, to: i + 1 };
  const numeric = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(word);
  if (numeric && (Number(numeric[2]) > 12 || Number(numeric[1]) > 31)) return undefined;
  if (numeric) return { kind: "point", period: isoDate(numeric[3], numeric[2], numeric[1]), from: i, to: i + 1 };
  const day = /^\d{1,2}(?:st|nd|rd|th)?$/.test(word) ? Number.parseInt(word, 10) : 0;
  if (day < 1 || day > 31) return undefined;
  let at = i + 1;
  while ([".", "of", "st", "nd", "rd", "th", "i"].includes(words[at] ?? "")) at++;
  const month = MONTH_OF.get(words[at] ?? "");
  if (!month) return undefined;
  const year = yearIn(words[words[at + 1] === "," ? at + 2 : at + 1]);
  if (!year) return undefined;
  return { kind: "point", period: isoDate(year, month, String(day)), from: i, to: at + (words[at + 1] === "," ? 3 : 2) };
}

function isoDate(year = "", month = "", day = ""): string {
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** "2021-12", also as three tokens. A second year ("2019-21") is a range and no month. */
function yearMonthAt(words: readonly string[], i: number): PeriodMention | undefined {
  const whole = /^(\d{4})-(\d{2})$/.exec(words[i] ?? "");
  const parted = !whole && ["-", "/"].includes(words[i + 1] ?? "");
  const year = yearIn(whole?.[1] ?? words[i]);
  const month = whole?.[2] ?? (parted ? words[i + 2] : undefined);
  if (!year || !month || !/^(?:0[1-9]|1[0-2])$/.test(month) || Number(`20${month}`) > Number(year)) return undefined;
  return { kind: "point", period: `${year}-${month}`, from: i, to: whole ? i + 1 : i + 3 };
}

function monthAt(words: readonly string[], i: number): PeriodMention | undefined {
  const month = MONTH_OF.get(words[i] ?? "");
  // "may" and "mars" are ordinary words too: without a year beside them only clear positions count.
  if (!month) return undefined;
  const ahead = skip(words, i + 1, [".", ",", "i", "of", "in", "-", "/"]);
  const day = words[i + 1];
  const dayYear = day && /^\d{1,2}(?:st|nd|rd|th)?$/.test(day) ? yearIn(words[skip(words, i + 2, [","])]) : undefined;
  if (dayYear)
    return {
      kind: "point",
      period: isoDate(dayYear, month, String(Number.parseInt(day ?? "", 10))),
      from: i,
      to: skip(words, i + 2, [","]) + 1,
    };
  const year = yearIn(words[ahead]);
  if (year) return { kind: "point", period: `${year}-${month}`, from: i, to: ahead + 1 };
  const before = words[i - 1] ?? "";
  if (words[i] === "may" && !["in", "since", "from", "of", "for"].includes(before)) return undefined;
  return { kind: "month", month, from: i, to: i + 1 };
}

function quarterAt(words: readonly string[], i: number): PeriodMention | undefined {
  const short = /^q([1-4])$/.exec(words[i] ?? "");
  let quarter = short?.[1];
  let to = i + 1;
  if (!quarter) {
    const number = ordinalAt(words, i);
    if (!number || number.value > 4 || !QUARTER_WORDS.has(words[number.to] ?? "")) return undefined;
    quarter = String(number.value);
    to = number.to + 1;
  }
  const ahead = skip(words, to, ["i", "of", "in", "-", "/", ","]);
  const year = yearIn(words[ahead]);
  if (year) return { kind: "point", period: `${year}-Q${quarter}`, from: i, to: ahead + 1 };
  return { kind: "quarter", quarter: `Q${quarter}`, from: i, to };
}

function halfAt(words: readonly string[], i: number): PeriodMention | undefined {
  const short = /^h([12])$/.exec(words[i] ?? "");
  let half = short?.[1];
  let to = i + 1;
  if (!half) {
    const number = ordinalAt(words, i);
    if (!number || number.value > 2 || !HALF_WORDS.has(words[number.to] ?? "")) return undefined;
    half = String(number.value);
    to = skip(words, number.to + 1, ["year"]);
  }
  const ahead = skip(words, to, ["i", "of", "in", "av", "-"]);
  const year = yearIn(words[ahead]);
  if (year) return { kind: "point", period: `${year}-H${half}`, from: i, to: ahead + 1 };
  return { kind: "half", half: `H${half}`, from: i, to };
}

function ordinalAt(words: readonly string[], i: number): { value: number; to: number } | undefined {
  const word = words[i] ?? "";
  if (/^[1-4]$/.test(word)) return { value: Number(word), to: words[i + 1] === "." ? i + 2 : i + 1 };
  const value = ORDINALS[word];
  return value === undefined ? undefined : { value, to: i + 1 };
}

function yearAt(words: readonly string[], i: number): PeriodMention | undefined {
  const turn = turnOfYear(words, i);
  if (turn) return turn;
  const edge = END_WORDS.has(words[i] ?? "") ? "end" : START_WORDS.has(words[i] ?? "") ? "start" : undefined;
  const at = edge ? skip(words, i + 1, ["av", "of", "på", "ved", "i", "year", "året"]) : i;
  const year = yearIn(words[at]);
  if (year) return { kind: "point", period: year, from: i, to: at + 1, ...(edge && { edge }) };
  const short = words[at] === "'" ? /^(\d{2})$/.exec(words[at + 1] ?? "") : null;
  return short && !edge ? { kind: "point", period: `20${short[1]}`, from: i, to: at + 2 } : undefined;
}

/** "fra 2019 til 2021", "2019-2021", "between 2019 and 2021". */
function rangeAt(words: readonly string[], i: number): PeriodMention | undefined {
  const opened = FROM.has(words[i] ?? "");
  const first = opened ? skip(words, i + 1, ["år", "året", "year", "og", "med", "and", "including"]) : i;
  const start = pointAt(words, first);
  if (opened && start?.kind === "month") return monthRangeAt(words, i, start.month, start.to);
  if (start?.kind !== "point") return undefined;
  let at = start.to;
  const joint = words[at] ?? "";
  if (!TO.has(joint) || (!opened && (joint === "og" || joint === "and"))) return undefined;
  at++;
  while (["og", "med", "til", "to", "and", "including", "up", "year", "året", "fram", "frem"].includes(words[at] ?? "")) at++;
  const end = pointAt(words, at) ?? shortEnd(words, at, start.period);
  if (end?.kind !== "point" || end.period <= start.period) return undefined;
  return { kind: "range", start: start.period, end: end.period, from: i, to: end.to };
}

/** "mellom januar og mars 2020": the year stands once, behind the later month. */
function monthRangeAt(words: readonly string[], i: number, startMonth: string, joint: number): PeriodMention | undefined {
  if (!TO.has(words[joint] ?? "")) return undefined;
  const end = pointAt(words, skip(words, joint + 1, ["og", "med", "and", "including"]));
  if (end?.kind !== "point" || !/^\d{4}-\d{2}$/.test(end.period)) return undefined;
  const start = `${end.period.slice(0, 4)}-${startMonth}`;
  return start < end.period ? { kind: "range", start, end: end.period, from: i, to: end.to } : undefined;
}

/** "5 million in 2020 to 63 million": a number, and no year. */
const COUNTED = /^(?:mill|mrd|%|prosent|per ?cent|tusen|thousand|bill)/;

/** The "21" of "2019-21". */
function shortEnd(words: readonly string[], at: number, start: string): PeriodMention | undefined {
  const word = words[at] ?? "";
  if (!/^\d{2}$/.test(word) || start.length !== 4 || COUNTED.test(words[at + 1] ?? "")) return undefined;
  return { kind: "point", period: start.slice(0, 2) + word, from: at, to: at + 1 };
}

/** "siden 2019", "since 2019", "fram til 2020", "fra 2019". */
function sinceAt(words: readonly string[], i: number): PeriodMention | undefined {
  const word = words[i] ?? "";
  const at = skip(words, i + 1, ["og", "med", "år", "til", "the", "end", "of", "year", "("]);
  const point = SINCE.has(word) || UNTIL.has(word) || FROM.has(word) ? pointAt(words, at) : undefined;
  if (point?.kind !== "point") return undefined;
  if (word === "til") return undefined;
  // "innen utgangen av 2021", "before the end of 2021": what stood at the end of it.
  if (UNTIL.has(word) && point.edge === "end") return { ...point, from: i, to: point.to };
  const place = { from: i, to: point.to };
  // "tall fra 2021", "the 2020 survey", "undersøkelsen fra 2021": when the source is from.
  if (FROM.has(word) && ofSource(words, i)) return { ...point, ...place };
  const year = point.period.length === 4 ? Number(point.period) : undefined;
  // "after 2020" and "before 2021" leave the named year out; "since" and "until" take it in.
  // "before (2019) and after (2021)": two times, whatever they are before and after.
  if (words[i + 1] === "(") return { ...point, ...place };
  const exclusive = words[i + 1] !== "og" && year !== undefined;
  if (SINCE.has(word) || word === "fra" || word === "frå" || word === "from") {
    const start = exclusive && (word === "etter" || word === "after") ? String((year ?? 0) + 1) : point.period;
    return { kind: "range", start, end: null, ...place };
  }
  if (FROM.has(word)) return undefined;
  const end = exclusive && (word === "før" || word === "before") ? String((year ?? 0) - 1) : point.period;
  return { kind: "range", start: null, end, ...place };
}

const SOURCE =
  /^(?:tal|tall|tala|tallet|tallene|talet|data|dataene|figures?|numbers?|stats|statistics|statistikk(?:en)?|(?:\p{L}*-)?\p{L}*undersøk\p{L}*|\p{L}*-?surveys?|rapport\p{L}*|report|måling\p{L}*|poll|studie\p{L}*|study)$/u;

/** "figures from 2021": a source and the year that it is of, and no time that began then. */
function ofSource(words: readonly string[], from: number): boolean {
  const isOfItsOwn = !["og", "and", "til", "to", "-", "–", "onwards", "on"].includes(words[from + 2] ?? "");
  return isOfItsOwn && SOURCE.test(words[from - 1] ?? "");
}

/** "de siste fem årene", "the last five years", "dei siste 3 åra". */
function lastYearsAt(words: readonly string[], i: number): PeriodMention | undefined {
  if (!["siste", "last", "past", "sist"].includes(words[i] ?? "")) return undefined;
  const word = words[i + 1] ?? "";
  const count = /^\d{1,2}$/.test(word) ? Number(word) : SMALL_NUMBERS[word];
  if (count !== undefined && ["år", "årene", "åra", "years"].includes(words[i + 2] ?? "")) {
    return { kind: "lastYears", count, from: i, to: i + 3 };
  }
  if (["årene", "åra", "years"].includes(word)) return { kind: "lastYears", count: 5, from: i, to: i + 2 };
  return undefined;
}

const BACK = new Set(["tilbake", "attende", "bakover", "back"]);

function phraseAt(words: readonly string[], i: number, now: Date): PeriodMention | undefined {
  // "as far back as you can" is no time.
  if (words[i] === "så" && BACK.has(words[i + 2] ?? "")) return undefined;
  const hit = PHRASE_WORDS.find(([phrase]) => phrase.every((word, offset) => words[i + offset] === word));
  if (!hit) return yearBeforeAt(words, i);
  const [phrase, meaning] = hit;
  const at = { from: i, to: i + phrase.length };
  const year = now.getUTCFullYear();
  const calendar = (offset: number): PeriodMention => ({ kind: "point", period: String(year + offset), calendar: true, ...at });
  if (meaning === "lastYear") return calendar(-1);
  if (meaning === "thisYear" || meaning === "today") return calendar(0);
  if (meaning === "nextYear") return calendar(1);
  return { kind: meaning, ...at };
}

/** "og aret for?": typed without ø. */
function yearBeforeAt(words: readonly string[], i: number): PeriodMention | undefined {
  const isWhole = words[i] === "året" && words[i + 1] === "for" && !/^[\p{L}\d]/u.test(words[i + 2] ?? "");
  return isWhole ? { kind: "before", from: i, to: i + 2 } : undefined;
}

/** "året før 2020", "the year after 2021". */
function yearBesideAt(words: readonly string[], i: number): PeriodMention | undefined {
  const at = words[i] === "the" ? i + 1 : i;
  const [unit = "", side = ""] = words.slice(at, at + 2);
  // "aret for 2021": typed without ø.
  const isBefore = ["før", "before"].includes(side) || (unit === "året" && side === "for");
  const step = isBefore ? -1 : ["etter", "after", "following"].includes(side) ? 1 : 0;
  const year = ["året", "år", "year"].includes(unit) && step !== 0 ? yearIn(words[at + 2]) : undefined;
  return year ? { kind: "point", period: String(Number(year) + step), from: i, to: at + 3 } : undefined;
}

const HALF_BEGINNINGS: Readonly<Record<string, string>> = { "01": "H1", "07": "H2" };
const HALF_ENDS: Readonly<Record<string, string>> = { "06": "H1", "12": "H2" };

/** "January to June 2022", "januar–juni 2022": half a year. */
function halfByMonthsAt(words: readonly string[], i: number): PeriodMention | undefined {
  const first = skip(words, i, ["from", "fra", "frå", "between", "mellom", "i", "in"]);
  const start = monthAt(words, first);
  const from = start && "month" in start ? start.month : start?.kind === "point" ? start.period.slice(5, 7) : undefined;
  if (!start || from === undefined || HALF_BEGINNINGS[from] === undefined || !TO.has(words[start.to] ?? "")) return undefined;
  const end = monthAt(words, skip(words, start.to + 1, ["og", "med", "and", "including"]));
  if (end?.kind !== "point" || HALF_ENDS[end.period.slice(5, 7)] !== HALF_BEGINNINGS[from]) return undefined;
  return { kind: "point", period: `${end.period.slice(0, 4)}-${HALF_BEGINNINGS[from]}`, from: i, to: end.to };
}

/** "two years ago", "for to år sidan": counted from today. */
function yearsAgoAt(words: readonly string[], i: number, now: Date): PeriodMention | undefined {
  const at = words[i] === "for" ? i + 1 : i;
  const word = words[at] ?? "";
  const count = /^(?:[1-9]|10)$/.test(word) ? Number(word) : ["one", "ett", "eit", "et", "a"].includes(word) ? 1 : SMALL_NUMBERS[word];
  const isAgo = ["years", "year", "år"].includes(words[at + 1] ?? "") && ["ago", "siden", "sidan"].includes(words[at + 2] ?? "");
  if (count === undefined || !isAgo) return undefined;
  return { kind: "point", period: String(now.getUTCFullYear() - count), calendar: true, from: i, to: at + 3 };
}

/** "i desember … 2021": a month, quarter or half without a year takes the only year of the message. */
function joinLooseParts(found: readonly PeriodMention[]): PeriodMention[] {
  const years = found.filter((mention) => mention.kind === "point" && mention.period.length === 4);
  const [only] = years;
  if (years.length === 0) return withNextYear(found);
  if (years.length !== 1 || only?.kind !== "point") return [...found];
  let joined = false;
  const parts = found.map((mention): PeriodMention => {
    const suffix =
      mention.kind === "month"
        ? mention.month
        : mention.kind === "quarter"
          ? mention.quarter
          : mention.kind === "half"
            ? mention.half
            : undefined;
    if (suffix === undefined) return mention;
    joined = true;
    return { kind: "point", period: `${only.period}-${suffix}`, from: mention.from, to: mention.to };
  });
  return joined ? parts.filter((mention) => mention !== only) : parts;
}

/** "desember og november 2020": a lone month takes the year of the one behind it. */
function withNextYear(found: readonly PeriodMention[]): PeriodMention[] {
  return found.map((mention, index) => {
    const isDated = (other: PeriodMention | undefined) => other?.kind === "point" && /^\d{4}-(?:\d{2}|Q\d|H\d)$/.test(other.period);
    const behind = found[index + 1];
    const isNext = behind !== undefined && isDated(behind) && behind.from - mention.to <= 2;
    // "in April 2020, up from what in February": that of the same year.
    const next = isNext ? behind : isDated(found[index - 1]) ? found[index - 1] : undefined;
    const near = next?.kind === "point";
    if (!near || (mention.kind !== "month" && mention.kind !== "quarter" && mention.kind !== "half")) return mention;
    const part = mention.kind === "month" ? mention.month : mention.kind === "quarter" ? mention.quarter : mention.half;
    return { kind: "point", period: `${next.period.slice(0, 4)}-${part}`, from: mention.from, to: mention.to };
  });
}

function skip(words: readonly string[], at: number, fillers: readonly string[]): number {
  let next = at;
  while (fillers.includes(words[next] ?? "\0")) next++;
  return next;
}

const TURNS = new Set(["årsskiftet", "årsskifte", "nyttår", "nyttårsskiftet"]);

/** "årsskiftet 2021/2022": the end of the first of the two. */
function turnOfYear(words: readonly string[], i: number): PeriodMention | undefined {
  if (!TURNS.has(words[i] ?? "") || words[i + 2] !== "/") return undefined;
  const year = yearIn(words[i + 1]);
  return year && /^\d{2,4}$/.test(words[i + 3] ?? "") ? { kind: "point", period: year, edge: "end", from: i, to: i + 4 } : undefined;
}

/** "fra 19 til 20": two years by their last digits, the later one second; "fra 20 til 30 prosent" is none. */
function shortRangeAt(words: readonly string[], i: number): PeriodMention | undefined {
  const [start, end] = [words[i + 1] ?? "", words[i + 3] ?? ""];
  if (!FROM.has(words[i] ?? "") || !["til", "to", "og", "and"].includes(words[i + 2] ?? "")) return undefined;
  if (!/^[12]\d$/.test(start) || !/^[12]\d$/.test(end) || Number(end) <= Number(start)) return undefined;
  if (/^(?:%|\p{L})/u.test(words[i + 4] ?? "")) return undefined;
  return { kind: "range", start: `20${start}`, end: `20${end}`, from: i, to: i + 4 };
}

const FIRST = new Set(["first", "første", "fyrste"]);
const PANDEMIC_YEAR = new Set(["pandemiår", "pandemiåret", "koronaår", "koronaåret"]);
const PANDEMIC = new Set(["pandemic", "covid", "corona", "coronavirus"]);

/** "the first pandemic year" is 2020: the pandemic reached Norway in March of that year, says the report. */
function pandemicYearAt(words: readonly string[], i: number): PeriodMention | undefined {
  if (!FIRST.has(words[i] ?? "")) return undefined;
  if (PANDEMIC_YEAR.has(words[i + 1] ?? "")) return { kind: "point", period: "2020", from: i, to: i + 2 };
  const isYear = PANDEMIC.has(words[i + 1] ?? "") && words[i + 2] === "year";
  return isYear ? { kind: "point", period: "2020", from: i, to: i + 3 } : undefined;
}

const BEFORE = new Set(["before", "før"]);
const PRE = new Set(["pre-pandemic", "prepandemic", "pre-covid", "precovid", "førpandemisk"]);
const THE_PANDEMIC = new Set([...PANDEMIC, "pandemien", "covid-19", "covid19", "korona", "koronaen", "koronapandemien"]);

const THAN = new Set(["enn", "than"]);
const AFTER_A_TIME = new Set(
  "and og or eller vs versus mot against compared sammenlignet samanlikna with med to til then so så but men than enn please takk in i was var is er".split(
    " ",
  ),
);

/** "before the pandemic", "før korona": 2019, the last year before it. */
function beforePandemicAt(words: readonly string[], i: number): PeriodMention | undefined {
  if (PRE.has(words[i] ?? "")) return { kind: "point", period: "2019", from: i, to: i + 1 };
  // "the year before the pandemic", "året før pandemien"
  const from = skip(words, i, ["the", "året", "year"]);
  const isBefore = BEFORE.has(words[from] ?? "") || (words[from] === "for" && words[from - 1] === "året" && from > i);
  if (!isBefore) return undefined;
  const at = words[from + 1] === "the" ? from + 2 : from + 1;
  // "before the pandemic jump" is before 2021.
  const isWhole = !/^\p{L}/u.test(words[at + 1] ?? "") || AFTER_A_TIME.has(words[at + 1] ?? "");
  // "more than before the pandemic": from then on.
  if (THE_PANDEMIC.has(words[at] ?? "") && isWhole && THAN.has(words[i - 1] ?? ""))
    return { kind: "range", start: "2019", end: null, from: i, to: at + 1 };
  return THE_PANDEMIC.has(words[at] ?? "") && isWhole ? { kind: "point", period: "2019", from: i, to: at + 1 } : undefined;
}

const LATER = new Set(["later", "senere", "seinare", "seinere", "etterpå"]);
const EARLIER = new Set(["earlier", "tidligere", "tidlegare", "før"]);

/** "two years later", "to år tidligere": a step from the time last spoken of. */
function stepAt(words: readonly string[], i: number): PeriodMention | undefined {
  const word = words[i] ?? "";
  const years = /^(?:[1-9]|10)$/.test(word) ? Number(word) : ["one", "a", "ett", "eit", "et"].includes(word) ? 1 : SMALL_NUMBERS[word];
  if (years === undefined || !["years", "year", "år"].includes(words[i + 1] ?? "")) return undefined;
  const direction = words[i + 2] ?? "";
  if (LATER.has(direction)) return { kind: "after", years, from: i, to: i + 3 };
  const isEarlier = EARLIER.has(direction) && !(direction === "før" && yearIn(words[i + 3]));
  return isEarlier ? { kind: "before", years, from: i, to: i + 3 } : undefined;
}

const BEGINNINGS: ReadonlySet<string> = new Set([
  ...MONTH_OF.keys(),
  ...Object.keys(ORDINALS),
  ...Object.keys(SMALL_NUMBERS),
  ...END_WORDS,
  ...START_WORDS,
  ...SINCE,
  ...UNTIL,
  ...FROM,
  ...FIRST,
  ...BEFORE,
  ...PRE,
  ...TURNS,
  ...PHRASE_WORDS.map(([[first = ""]]) => first),
  ..."the året år year one a ett eit et for i in from fra frå between mellom siste last past sist".split(" "),
]);
