/** Reads times with two ends: "from 2019 to 2021", "since 2019", "the last five years", "January to June 2022". */
import { monthAt, pointAt } from "./period-points.ts";
import { COUNTED, FROM, type PeriodMention, SINCE, SMALL_NUMBERS, START_WORDS, skip, TO, UNTIL } from "./period-words.ts";

const SEASONS = new Set(
  "vår våren sommer sommeren sommar sommaren høst høsten haust hausten vinter vinteren spring summer autumn fall winter".split(" "),
);

/** "fra 2019 til 2021", "2019-2021", "between 2019 and 2021". */
export function rangeAt(words: readonly string[], i: number): PeriodMention | undefined {
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
  // "mellom 2019 og høsten 2021": up to that year.
  if (SEASONS.has(words[at] ?? "")) at = skip(words, at + 1, ["i", "of", "in"]);
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

/** By these a time since something began is told. */
const BEGUN = new Set(
  "lanseringen lanseringa lansering oppstarten oppstart åpningen åpninga opninga opning launch opening outset".split(" "),
);
/** What may stand between a beginning and the time up to which is asked. */
const UP_TO = "og and til to ut through until up fram frem med of av the end utgangen slutten year året desember december".split(" ");

/** "fra starten og ut 2021", "from the launch through 2021": all up to then. */
export function fromStartAt(words: readonly string[], i: number): PeriodMention | undefined {
  if (!FROM.has(words[i] ?? "") && !SINCE.has(words[i] ?? "")) return undefined;
  const at = skip(words, i + 1, ["the", "its", "very", "selve", "sjølve"]);
  if (!START_WORDS.has(words[at] ?? "") && !BEGUN.has(words[at] ?? "")) return undefined;
  const joint = skip(words, at + 1, UP_TO);
  const end = joint > at + 1 ? pointAt(words, joint) : undefined;
  // "from the start of 2020": when it begins, and not up to when it goes.
  const isUpTo = words.slice(at + 1, joint).some((word) => !["of", "av", "the"].includes(word));
  return end?.kind === "point" && isUpTo ? { kind: "range", start: null, end: end.period, from: i, to: end.to } : undefined;
}

/** The "21" of "2019-21". */
export function shortEnd(words: readonly string[], at: number, start: string): PeriodMention | undefined {
  const word = words[at] ?? "";
  if (!/^\d{2}$/.test(word) || start.length !== 4 || COUNTED.test(words[at + 1] ?? "")) return undefined;
  return { kind: "point", period: start.slice(0, 2) + word, from: at, to: at + 1 };
}

/** "siden 2019", "since 2019", "fram til 2020", "fra 2019". */
export function sinceAt(words: readonly string[], i: number): PeriodMention | undefined {
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
export function lastYearsAt(words: readonly string[], i: number): PeriodMention | undefined {
  if (!["siste", "last", "past", "sist"].includes(words[i] ?? "")) return undefined;
  const word = words[i + 1] ?? "";
  const count = /^\d{1,2}$/.test(word) ? Number(word) : SMALL_NUMBERS[word];
  if (count !== undefined && ["år", "årene", "åra", "years"].includes(words[i + 2] ?? "")) {
    return { kind: "lastYears", count, from: i, to: i + 3 };
  }
  if (["årene", "åra", "years"].includes(word)) return { kind: "lastYears", count: 5, from: i, to: i + 2 };
  return undefined;
}

const HALF_BEGINNINGS: Readonly<Record<string, string>> = { "01": "H1", "07": "H2" };

const HALF_ENDS: Readonly<Record<string, string>> = { "06": "H1", "12": "H2" };

/** "January to June 2022", "januar–juni 2022": half a year. */
export function halfByMonthsAt(words: readonly string[], i: number): PeriodMention | undefined {
  const first = skip(words, i, ["from", "fra", "frå", "between", "mellom", "i", "in"]);
  const start = monthAt(words, first);
  const from = start && "month" in start ? start.month : start?.kind === "point" ? start.period.slice(5, 7) : undefined;
  if (!start || from === undefined || HALF_BEGINNINGS[from] === undefined || !TO.has(words[start.to] ?? "")) return undefined;
  const end = monthAt(words, skip(words, start.to + 1, ["og", "med", "and", "including"]));
  if (end?.kind !== "point" || HALF_ENDS[end.period.slice(5, 7)] !== HALF_BEGINNINGS[from]) return undefined;
  return { kind: "point", period: `${end.period.slice(0, 4)}-${HALF_BEGINNINGS[from]}`, from: i, to: end.to };
}

/** "fra 19 til 20": two years by their last digits, the later one second; "fra 20 til 30 prosent" is none. */
export function shortRangeAt(words: readonly string[], i: number): PeriodMention | undefined {
  const [start, end] = [words[i + 1] ?? "", words[i + 3] ?? ""];
  if (!FROM.has(words[i] ?? "") || !["til", "to", "og", "and"].includes(words[i + 2] ?? "")) return undefined;
  if (!/^[12]\d$/.test(start) || !/^[12]\d$/.test(end) || Number(end) <= Number(start)) return undefined;
  if (/^(?:%|\p{L})/u.test(words[i + 4] ?? "")) return undefined;
  return { kind: "range", start: `20${start}`, end: `20${end}`, from: i, to: i + 4 };
}
