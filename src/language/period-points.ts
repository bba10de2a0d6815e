/** Reads one point of time: a date, a month, a quarter, a half-year or a year. */
import {
  COUNTED,
  END_WORDS,
  HALF_WORDS,
  MONTH_OF,
  ORDINALS,
  type PeriodMention,
  QUARTER_WORDS,
  START_WORDS,
  skip,
  yearIn,
} from "./period-words.ts";

export function pointAt(words: readonly string[], i: number): PeriodMention | undefined {
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

export function monthAt(words: readonly string[], i: number): PeriodMention | undefined {
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
  const year = yearIn(words[ahead]) ?? shortYearAt(words, ahead);
  if (year) return { kind: "point", period: `${year}-${month}`, from: i, to: ahead + 1 };
  const before = words[i - 1] ?? "";
  if (words[i] === "may" && !["in", "since", "from", "of", "for"].includes(before)) return undefined;
  return { kind: "month", month, from: i, to: i + 1 };
}

const SHORT_YEAR = /^(?:1[5-9]|2[0-6])$/;

/** "desember 21", "Q4 21": two digits behind a part of a year are its year, where no thing is counted by them. */
function shortYearAt(words: readonly string[], at: number): string | undefined {
  const isYear =
    SHORT_YEAR.test(words[at] ?? "") && !COUNTED.test(words[at + 1] ?? "") && (words[at + 1] !== "." || words[at + 2] === undefined);
  return isYear ? `20${words[at]}` : undefined;
}

function quarterAt(words: readonly string[], i: number): PeriodMention | undefined {
  const named = partAt(words, i, /^q([1-4])$/, 4, QUARTER_WORDS);
  if (!named) return undefined;
  const ahead = skip(words, named.to, ["i", "of", "in", "-", "/", ","]);
  const year = yearIn(words[ahead]) ?? shortYearAt(words, ahead);
  if (year) return { kind: "point", period: `${year}-Q${named.number}`, from: i, to: ahead + 1 };
  return { kind: "quarter", quarter: `Q${named.number}`, from: i, to: named.to };
}

function halfAt(words: readonly string[], i: number): PeriodMention | undefined {
  const named = partAt(words, i, /^h([12])$/, 2, HALF_WORDS);
  if (!named) return undefined;
  const to = named.isShort ? named.to : skip(words, named.to, ["year"]);
  const ahead = skip(words, to, ["i", "of", "in", "av", "-"]);
  const year = yearIn(words[ahead]) ?? shortYearAt(words, ahead);
  if (year) return { kind: "point", period: `${year}-H${named.number}`, from: i, to: ahead + 1 };
  return { kind: "half", half: `H${named.number}`, from: i, to };
}

/** The number of a part of a year: in short ("q2", "h1"), or as an ordinal before a word for the part. */
function partAt(
  words: readonly string[],
  i: number,
  short: RegExp,
  most: number,
  names: ReadonlySet<string>,
): { number: string; to: number; isShort: boolean } | undefined {
  const [, digit] = short.exec(words[i] ?? "") ?? [];
  if (digit) return { number: digit, to: i + 1, isShort: true };
  const ordinal = ordinalAt(words, i);
  if (!ordinal || ordinal.value > most || !names.has(words[ordinal.to] ?? "")) return undefined;
  return { number: String(ordinal.value), to: ordinal.to + 1, isShort: false };
}

function ordinalAt(words: readonly string[], i: number): { value: number; to: number } | undefined {
  const word = words[i] ?? "";
  if (/^[1-4]$/.test(word)) return { value: Number(word), to: words[i + 1] === "." ? i + 2 : i + 1 };
  const value = ORDINALS[word];
  return value === undefined ? undefined : { value, to: i + 1 };
}

const BEFORE_YEAR = new Set(["i", "in"]);
const THEN = new Set(["da", "då", "then", "også", "òg", "too"]);

function yearAt(words: readonly string[], i: number): PeriodMention | undefined {
  const turn = turnOfYear(words, i);
  if (turn) return turn;
  const edge = END_WORDS.has(words[i] ?? "") ? "end" : START_WORDS.has(words[i] ?? "") ? "start" : undefined;
  const at = edge ? skip(words, i + 1, ["av", "of", "på", "ved", "i", "year", "året"]) : i;
  const year = yearIn(words[at]);
  if (year) return { kind: "point", period: year, from: i, to: at + 1, ...(edge && { edge }) };
  // "og i 21?", all that is said of the time.
  const isLast = !/[\p{L}\d%]/u.test(words[at + 1] ?? "") || THEN.has(words[at + 1] ?? "");
  if (!edge && BEFORE_YEAR.has(words[at - 1] ?? "") && isLast && SHORT_YEAR.test(words[at] ?? ""))
    return { kind: "point", period: `20${words[at]}`, from: i, to: at + 1 };
  const short = words[at] === "'" ? /^(\d{2})$/.exec(words[at + 1] ?? "") : null;
  return short && !edge ? { kind: "point", period: `20${short[1]}`, from: i, to: at + 2 } : undefined;
}

export const TURNS = new Set(["årsskiftet", "årsskifte", "nyttår", "nyttårsskiftet"]);

/** "årsskiftet 2021/2022": the end of the first of the two. */
export function turnOfYear(words: readonly string[], i: number): PeriodMention | undefined {
  if (!TURNS.has(words[i] ?? "") || words[i + 2] !== "/") return undefined;
  const year = yearIn(words[i + 1]);
  return year && /^\d{2,4}$/.test(words[i + 3] ?? "") ? { kind: "point", period: year, edge: "end", from: i, to: i + 4 } : undefined;
}
