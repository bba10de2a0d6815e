/** Reads the numbers that a person claims or asks about: "77,5 millioner", "85 %", "two hundred thousand". */
import type { Language } from "../knowledge/languages.ts";

/** A number in a message, in full units. `from`/`to` are token positions (to is exclusive). */
export type NumberMention = {
  value: number;
  kind: "plain" | "percent" | "times";
  /** How it is hedged: "over 100 millioner". */
  bound: "over" | "under" | "none";
  from: number;
  to: number;
  /** Significant digits as written, for judging rounding. */
  digits: number;
};

/** Numbers in words, in three languages. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  en: 1,
  ein: 1,
  ett: 1,
  eitt: 1,
  one: 1,
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
  sju: 7,
  syv: 7,
  seven: 7,
  åtte: 8,
  atte: 8,
  eight: 8,
  ni: 9,
  nine: 9,
  ti: 10,
  ten: 10,
  elleve: 11,
  eleven: 11,
  tolv: 12,
  twelve: 12,
  tretten: 13,
  fjorten: 14,
  fourteen: 14,
  seksten: 16,
  sixteen: 16,
  sytten: 17,
  seventeen: 17,
  atten: 18,
  eighteen: 18,
  nitten: 19,
  nineteen: 19,
  én: 1,
  éin: 1,
  thirteen: 13,
  femten: 15,
  fifteen: 15,
  tjue: 20,
  twenty: 20,
  tretti: 30,
  thirty: 30,
  førti: 40,
  forty: 40,
  femti: 50,
  fifty: 50,
  seksti: 60,
  sixty: 60,
  sytti: 70,
  seventy: 70,
  åtti: 80,
  eighty: 80,
  nitti: 90,
  ninety: 90,
  hundre: 100,
  hundred: 100,
};

const SCALES: Readonly<Record<string, number>> = {
  tusen: 1e3,
  thousand: 1e3,
  k: 1e3,
  tusenvis: 1e3,
  million: 1e6,
  millioner: 1e6,
  millionar: 1e6,
  millions: 1e6,
  mill: 1e6,
  mio: 1e6,
  m: 1e6,
  milliard: 1e9,
  milliarder: 1e9,
  milliardar: 1e9,
  mrd: 1e9,
  md: 1e9,
  bn: 1e9,
  billions: 1e9,
};

const MULTIPLES: Readonly<Record<string, number>> = {
  dobling: 2,
  dobbelt: 2,
  doblet: 2,
  dobla: 2,
  doble: 2,
  fordoblet: 2,
  fordobla: 2,
  fordobling: 2,
  doubled: 2,
  double: 2,
  doubling: 2,
  twice: 2,
  tredoblet: 3,
  tredobla: 3,
  tredobling: 3,
  tripled: 3,
  triple: 3,
  tripling: 3,
  firedoblet: 4,
  firedobla: 4,
  quadrupled: 4,
  firedobling: 4,
  femdoblet: 5,
  femdobla: 5,
  femdobling: 5,
  quintupled: 5,
  seksdoblet: 6,
  seksdobla: 6,
  seksdobling: 6,
  sjudoblet: 7,
  sjudobla: 7,
  syvdoblet: 7,
  åttedoblet: 8,
  åttedobla: 8,
  nidoblet: 9,
  nidobla: 9,
  nidobling: 9,
  tidoblet: 10,
  tidobla: 10,
  tidobling: 10,
  tenfold: 10,
  halvert: 0.5,
  halvering: 0.5,
  halved: 0.5,
};

const TENS = "tjue|tretti|førti|femti|seksti|sytti|åtti|nitti|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
/** "tjuesju", "tjue-sju", "twenty-seven". */
const TENS_AND_ONES = new RegExp(`^(${TENS})-?(\\p{L}+)$`, "u");

/** Parts of a whole, in words: the denominators. */
const PARTS: Readonly<Record<string, number>> = {
  tredel: 3,
  tredeler: 3,
  tredelar: 3,
  tredjedel: 3,
  tredjedeler: 3,
  tredjedelar: 3,
  third: 3,
  thirds: 3,
  firedel: 4,
  firedeler: 4,
  firedelar: 4,
  fjerdedel: 4,
  fjerdedeler: 4,
  fjerdedelar: 4,
  kvart: 4,
  quarter: 4,
  quarters: 4,
  femdel: 5,
  femdeler: 5,
  femdelar: 5,
  femtedel: 5,
  femtedeler: 5,
  femtedelar: 5,
  fifth: 5,
  fifths: 5,
  tidel: 10,
  tidelar: 10,
  tenth: 10,
};
const HALVES = new Set(["halvparten", "halvdelen", "half"]);
const OF = new Set(["av", "of", "in"]);

const OVER = new Set([
  "over",
  "mer",
  "meir",
  "more",
  "minst",
  "least",
  "above",
  "fler",
  "flere",
  "fleire",
  "drøyt",
  "exceed",
  "exceeds",
  "exceeded",
  "pass",
  "passed",
  "passes",
  "passerte",
  "passere",
  "passert",
  "oversteg",
  "overstige",
  "overstiger",
  "surpass",
  "surpassed",
  "topped",
  "bikket",
  "bikka",
  "runda",
  "rundet",
]);
const UNDER = new Set(["under", "mindre", "færre", "less", "fewer", "below", "høyst", "most", "maks", "underkant"]);
const PERCENT = new Set(["%", "prosent", "percent", "pct", "prosentpoeng"]);
const TIMES = new Set(["ganger", "gonger", "times", "gangen", "x"]);

/** "topp 10" counts places; it claims nothing. */
const RANK_WORDS = new Set(["topp", "top"]);

/**
 * Finds the numbers in a message.
 * @param words the lower-case tokens, spelling corrected
 * @param language decides whether a comma or a point is the decimal sign, and what "billion" means
 * @param taken token positions that are something else (years, dates)
 */
export function readNumbers(words: readonly string[], language: Language, taken: ReadonlySet<number>): NumberMention[] {
  const found: NumberMention[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (taken.has(i) || words[i - 1] === "per" || RANK_WORDS.has(words[i - 1] ?? "")) continue;
    const multiple = MULTIPLES[word];
    if (multiple !== undefined) {
      found.push({ value: multiple, kind: "times", bound: boundBefore(words, i), from: i, to: i + 1, digits: 1 });
      continue;
    }
    const fraction = fractionAt(words, i);
    if (fraction) {
      found.push({ value: fraction.value, kind: "percent", bound: boundBefore(words, i), from: i, to: fraction.to, digits: 0 });
      i = fraction.to - 1;
      continue;
    }
    const start = i;
    let value = numericValue(word, language) ?? wordValue(words, i);
    if (value === undefined) continue;
    let end = i + 1;
    if (words[end] === "hundre" || words[end] === "hundred") {
      const rest = ["og", "and"].includes(words[end + 1] ?? "") ? wordValue(words, end + 2) : undefined;
      value = value * 100 + (rest ?? 0);
      end += rest === undefined ? 1 : 3;
    }
    let scaled = false;
    let factor = scaleOf(words[end], language);
    while (factor !== undefined && !taken.has(end)) {
      value *= factor;
      scaled = true;
      end++;
      factor = scaleOf(words[end], language);
    }
    const isWord = !/\d/.test(word);
    const kind = kindAt(words, end);
    if (isWord && !scaled && kind === "plain") continue;
    if (kind === "percent" && words[end] === "per" && words[end + 1] === "cent") end++;
    found.push({
      value: Number(value.toPrecision(12)),
      kind,
      bound: boundBefore(words, start),
      from: start,
      to: kind === "plain" ? end : end + 1,
      digits: significantDigits(word),
    });
    i = end - 1;
  }
  return withSharedScale(found, words);
}

/** "fra 197 til 284 millioner": the scale stands once, behind the last. */
function withSharedScale(found: readonly NumberMention[], words: readonly string[]): NumberMention[] {
  return found.map((mention, index) => {
    const next = found[index + 1];
    const joined = next && next.from === mention.to + 1 && ["til", "to", "-", "–"].includes(words[mention.to] ?? "");
    if (!joined || mention.kind !== "plain" || mention.to - mention.from > 1 || next.to - next.from < 2 || mention.value >= 1000)
      return mention;
    const scale = SCALES[words[next.from + 1] ?? ""] ?? 1;
    return next.kind === "percent" ? { ...mention, kind: "percent" } : { ...mention, value: mention.value * scale };
  });
}

function kindAt(words: readonly string[], at: number): NumberMention["kind"] {
  const word = words[at] ?? "";
  if (PERCENT.has(word) || (word === "per" && words[at + 1] === "cent")) return "percent";
  return TIMES.has(word) ? "times" : "plain";
}

function scaleOf(word: string | undefined, language: Language): number | undefined {
  if (word === undefined) return undefined;
  if (word === "billion" || word === "billioner") return language === "en" ? 1e9 : 1e12;
  if (word === "trillion" || word === "trillions") return 1e12;
  if (word === "hundre" || word === "hundred") return 100;
  return SCALES[word];
}

function wordValue(words: readonly string[], at: number): number | undefined {
  const word = words[at] ?? "";
  const [, tens = "", ones = ""] = TENS_AND_ONES.exec(word) ?? [];
  const rest = NUMBER_WORDS[ones];
  return NUMBER_WORDS[word] ?? (rest !== undefined && rest < 10 ? (NUMBER_WORDS[tens] ?? 0) + rest : undefined);
}

/** "halvparten", "two thirds", "en fjerdedel", "sju av ti", "9 out of 10" as a percentage. */
function fractionAt(words: readonly string[], at: number): { value: number; to: number } | undefined {
  const word = words[at] ?? "";
  if (HALVES.has(word) && (word !== "half" || OF.has(words[at + 1] ?? "") || words[at + 1] === "the")) return { value: 50, to: at + 1 };
  const count = word === "a" ? 1 : /^\d{1,2}$/.test(word) ? Number(word) : NUMBER_WORDS[word];
  if (count === undefined) return undefined;
  const part = PARTS[words[at + 1] ?? ""];
  // The English "to third place" counts nothing, and a quarter is a time unless it is of something.
  const english = /^(?:third|quarter|fifth|tenth)s?$/.test(words[at + 1] ?? "");
  const isTime = /^(?:quarter|quarters|kvart)$/.test(words[at + 1] ?? "") && !OF.has(words[at + 2] ?? "");
  if ((word === "to" && english) || isTime) return undefined;
  if (part !== undefined && count < part) return { value: Math.round((count * 1000) / part) / 10, to: at + 2 };
  const of = words[at + 1] === "out" ? at + 2 : at + 1;
  const whole = OF.has(words[of] ?? "") ? words[of + 1] : undefined;
  const total = whole === undefined ? undefined : /^\d{1,3}$/.test(whole) ? Number(whole) : NUMBER_WORDS[whole];
  if (total === undefined || ![3, 4, 5, 10, 100].includes(total) || count >= total) return undefined;
  return { value: (count * 100) / total, to: of + 2 };
}

/** Reads digits as the language writes them: nb 11 853 877 and 77,5; en 11,853,877 and 77.5. */
export function numericValue(text: string, language: Language): number | undefined {
  if (!/^\d[\d ., \u00a0\u202f]*$/.test(text)) return undefined;
  const compact = text.replace(/[ \u00a0\u202f]/g, "");
  const groupedByComma = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(compact);
  const groupedByPoint = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(compact);
  if (groupedByComma && (language === "en" || compact.split(",").length > 2)) return Number(compact.replace(/,/g, ""));
  if (groupedByPoint && (language !== "en" || compact.split(".").length > 2)) {
    return Number(compact.replace(/\./g, "").replace(",", "."));
  }
  const value = Number(compact.replace(",", "."));
  return Number.isFinite(value) ? value : undefined;
}

function significantDigits(text: string): number {
  return text.replace(/\D/g, "").replace(/^0+|0+$/g, "").length || 1;
}

/** "over 100", "more than 100", "i overkant av 100", "færre enn 100". */
function boundBefore(words: readonly string[], at: number): NumberMention["bound"] {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const word = words[i] ?? "";
    if (OVER.has(word) || word === "overkant") return "over";
    if (UNDER.has(word)) return "under";
    if (!["enn", "than", "av", "at", "som"].includes(word)) break;
  }
  return "none";
}

/** Words that only scale or count; they never name a subject. */
export const SCALE_WORDS: readonly string[] = [
  ...Object.keys(SCALES),
  ...Object.keys(NUMBER_WORDS),
  ...Object.keys(MULTIPLES),
  ...Object.keys(PARTS).filter((word) => word !== "quarter"),
  ...HALVES,
  ...TIMES,
  "billion",
  "billioner",
  "trillion",
].filter((word) => word.length > 1);
