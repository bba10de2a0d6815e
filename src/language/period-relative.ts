/** Reads times that lean on another: today, the time last spoken of, the pandemic. */
import { ORDINALS, type PeriodMention, PHRASE_WORDS, SMALL_NUMBERS, skip, yearIn } from "./period-words.ts";

const BACK = new Set(["tilbake", "attende", "bakover", "back"]);

/** "last year", "now", "the latest", "the year before": see PHRASES. */
export function phraseAt(words: readonly string[], i: number, now: Date): PeriodMention | undefined {
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
export function yearBesideAt(words: readonly string[], i: number): PeriodMention | undefined {
  const at = words[i] === "the" ? i + 1 : i;
  const [unit = "", side = ""] = words.slice(at, at + 2);
  // "aret for 2021": typed without ø.
  const isBefore = ["før", "before"].includes(side) || (unit === "året" && side === "for");
  const step = isBefore ? -1 : ["etter", "after", "following"].includes(side) ? 1 : 0;
  const year = ["året", "år", "year"].includes(unit) && step !== 0 ? yearIn(words[at + 2]) : undefined;
  return year ? { kind: "point", period: String(Number(year) + step), from: i, to: at + 3 } : undefined;
}

/** "two years ago", "for to år sidan": counted from today. */
export function yearsAgoAt(words: readonly string[], i: number, now: Date): PeriodMention | undefined {
  const at = words[i] === "for" ? i + 1 : i;
  const word = words[at] ?? "";
  const count = /^(?:[1-9]|10)$/.test(word)
    ? Number(word)
    : ["one", "ett", "eit", "eitt", "et", "a"].includes(word)
      ? 1
      : SMALL_NUMBERS[word];
  const isAgo = ["years", "year", "år"].includes(words[at + 1] ?? "") && ["ago", "siden", "sidan"].includes(words[at + 2] ?? "");
  if (count === undefined || !isAgo) return undefined;
  return { kind: "point", period: String(now.getUTCFullYear() - count), calendar: true, from: i, to: at + 3 };
}

export const FIRST = new Set(["first", "første", "fyrste"]);

const PANDEMIC_YEAR = new Set(["pandemiår", "pandemiåret", "koronaår", "koronaåret"]);

const PANDEMIC = new Set(["pandemic", "covid", "corona", "coronavirus"]);

/** "the first pandemic year" is 2020: the pandemic reached Norway in March of that year, says the report. */
export function pandemicYearAt(words: readonly string[], i: number): PeriodMention | undefined {
  if (!FIRST.has(words[i] ?? "")) return undefined;
  if (PANDEMIC_YEAR.has(words[i + 1] ?? "")) return { kind: "point", period: "2020", from: i, to: i + 2 };
  const isYear = PANDEMIC.has(words[i + 1] ?? "") && words[i + 2] === "year";
  return isYear ? { kind: "point", period: "2020", from: i, to: i + 3 } : undefined;
}

export const BEFORE = new Set(["before", "før"]);

export const PRE = new Set(["pre-pandemic", "prepandemic", "pre-covid", "precovid", "førpandemisk"]);

const THE_PANDEMIC = new Set([...PANDEMIC, "pandemien", "covid-19", "covid19", "korona", "koronaen", "koronapandemien"]);

const THAN = new Set(["enn", "than"]);

const AFTER_A_TIME = new Set(
  "and og or eller vs versus mot against compared sammenlignet samanlikna with med to til then so så but men than enn please takk in i was var is er".split(
    " ",
  ),
);

/** "before the pandemic", "før korona": 2019, the last year before it. */
export function beforePandemicAt(words: readonly string[], i: number): PeriodMention | undefined {
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

const LATER = new Set(["later", "senere", "seinare", "seinere", "etterpå", "etter", "after", "on"]);

const EARLIER = new Set(["earlier", "tidligere", "tidlegare", "før"]);

/** "two years later", "to år tidligere": a step from the time last spoken of. */
export function stepAt(words: readonly string[], i: number): PeriodMention | undefined {
  const word = words[i] ?? "";
  const years = /^(?:[1-9]|10)$/.test(word)
    ? Number(word)
    : ["one", "a", "an", "ett", "eit", "eitt", "et", "ein", "en", "another"].includes(word)
      ? 1
      : SMALL_NUMBERS[word];
  if (years === undefined || !["years", "year", "år"].includes(words[i + 1] ?? "")) return undefined;
  const direction = words[i + 2] ?? "";
  // "two years after the launch": leans on something else than the time spoken of.
  const isWhole = !/^\p{L}/u.test(words[i + 3] ?? "") || AFTER_A_TIME.has(words[i + 3] ?? "");
  if (LATER.has(direction) && isWhole) return { kind: "after", years, from: i, to: i + 3 };
  const isEarlier = EARLIER.has(direction) && !(direction === "før" && yearIn(words[i + 3]));
  return isEarlier ? { kind: "before", years, from: i, to: i + 3 } : undefined;
}

const PARTS: Readonly<Record<string, "half" | "quarter" | "month">> = {
  kvartal: "quarter",
  kvartalet: "quarter",
  quarter: "quarter",
  halvår: "half",
  halvåret: "half",
  "half-year": "half",
  måned: "month",
  måneden: "month",
  månad: "month",
  månaden: "month",
  month: "month",
  kvartaler: "quarter",
  quarters: "quarter",
  "half-years": "half",
  måneder: "month",
  månader: "month",
  months: "month",
};
const PREVIOUS = new Set(["forrige", "førre", "previous", "preceding", "foregående", "føregåande"]);
const FOLLOWING = new Set(["påfølgende", "påfølgjande", "følgende", "neste", "following", "next"]);
const AHEAD = new Set(["before", "før", "earlier", "prior", "tidligere", "tidlegare"]);
const BEHIND = new Set(["after", "etter", "later", "senere", "seinare"]);

/** By these a step of a part of the year begins. */
export const PART_STEPS: ReadonlySet<string> = new Set([...Object.keys(PARTS), ...PREVIOUS, ...FOLLOWING]);

/** "the quarter before", "førre månad", "kvartalet etter", "to måneder før": a step from the time last spoken of. */
export function partStepAt(words: readonly string[], i: number): PeriodMention | undefined {
  const count = SMALL_NUMBERS[words[i] ?? ""] ?? (/^[1-9]$/.test(words[i] ?? "") ? Number(words[i]) : undefined);
  const at = count === undefined ? skip(words, i, ["the", "den", "det"]) : i + 1;
  const word = words[at] ?? "";
  const next = words[at + 1] ?? "";
  const led = count !== undefined ? undefined : PREVIOUS.has(word) ? -1 : FOLLOWING.has(word) ? 1 : undefined;
  if (led !== undefined && PARTS[next]) return { kind: "step", unit: PARTS[next], by: led, from: i, to: at + 2 };
  const unit = PARTS[word];
  const by = AHEAD.has(next) ? -1 : BEHIND.has(next) ? 1 : undefined;
  // "the quarter before the pandemic": leans on something else than what was said before.
  const isWhole = !/^[\p{L}\d]/u.test(words[at + 2] ?? "") || AFTER_A_TIME.has(words[at + 2] ?? "");
  return unit && by !== undefined && isWhole ? { kind: "step", unit, by: by * (count ?? 1), from: i, to: at + 2 } : undefined;
}

/** "and the second?", "og fjerde": an ordinal that is all the message. */
export function ordinalAloneAt(words: readonly string[], i: number): PeriodMention | undefined {
  const spoken = words.filter((word) => /[\p{L}\d]/u.test(word) && !LEADING.has(word));
  const value = ORDINALS[words[i] ?? ""];
  return value !== undefined && spoken.length === 1 ? { kind: "ordinal", value, from: i, to: i + 1 } : undefined;
}

const LEADING = new Set(["og", "and", "the", "i", "in", "for", "det", "den", "one", "hva", "kva", "med", "what", "about"]);
