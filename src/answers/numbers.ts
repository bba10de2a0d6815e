/** Numbers, periods and units in words of the three languages. Digits are the source's own: nothing is rounded. */
import type { Language } from "../knowledge/languages.ts";
import { grainOf } from "../knowledge/period.ts";
import type { Status, Unit } from "../knowledge/schema.ts";
import { Recent } from "../language/recent.ts";

const LOCALES: Readonly<Record<Language, string>> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };
/** The same figures are told again and again, and a number format is slow. */
const MOST_KEPT = 10_000;
const NUMBERS = new Recent<string, string>(MOST_KEPT);
const AMOUNTS = new Recent<string, string>(MOST_KEPT);

const STATUS_WORDS: Readonly<Record<Language, Readonly<Record<Status, string>>>> = {
  nb: { exact: "", about: "rundt ", over: "over ", almost: "nesten ", estimate: "anslagsvis " },
  nn: { exact: "", about: "rundt ", over: "over ", almost: "nesten ", estimate: "om lag " },
  en: { exact: "", about: "about ", over: "over ", almost: "almost ", estimate: "an estimated " },
};

const SCALE_NAMES: Readonly<Record<Language, Readonly<Record<"million" | "billion", readonly [string, string]>>>> = {
  nb: { million: ["million", "millioner"], billion: ["milliard", "milliarder"] },
  nn: { million: ["million", "millionar"], billion: ["milliard", "milliardar"] },
  en: { million: ["million", "million"], billion: ["billion", "billion"] },
};

/** Digits with the language's separators, all of them kept. */
export function formatNumber(value: number, language: Language): string {
  return NUMBERS.of(`${language}${value}`, () =>
    formatOf(language)
      .format(value)
      .replace(/\u2212/g, "−"),
  );
}

const formats = new Map<Language, Intl.NumberFormat>();

function formatOf(language: Language): Intl.NumberFormat {
  const format = formats.get(language) ?? new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 6 });
  formats.set(language, format);
  return format;
}

/** The bare amount: "77,5 millioner", "11 853 877", "8,9 milliarder". */
export function formatAmount(value: number, language: Language, most = 5): string {
  return AMOUNTS.of(`${language}${most} ${value}`, () => amountAnew(value, language, most));
}

function amountAnew(value: number, language: Language, most: number): string {
  for (const [scale, factor] of [
    ["billion", 1e9],
    ["million", 1e6],
  ] as const) {
    const scaled = Number((value / factor).toPrecision(12));
    const digits = String(Math.abs(scaled)).replace(/\D/g, "").length;
    const decimals = String(scaled).split(".")[1]?.length ?? 0;
    if (Math.abs(value) < factor || decimals > 2 || digits > most) continue;
    const [one, other] = SCALE_NAMES[language][scale];
    return `${formatNumber(scaled, language)} ${scaled === 1 ? one : other}`;
  }
  return formatNumber(value, language);
}

/** The amount with its sign or currency, without the counted noun: "97 %", "NOK 8.9 billion", "rundt 77,5 millioner". */
export function formatFigure(value: number, unit: Unit | undefined, status: Status, language: Language): string {
  return STATUS_WORDS[language][status] + formatUnitless(value, unit, language);
}

function formatUnitless(value: number, unit: Unit | undefined, language: Language): string {
  if (unit?.kind === "percent") return language === "en" ? `${formatNumber(value, language)}%` : `${formatNumber(value, language)} %`;
  if (unit?.kind === "money") {
    return language === "en" ? `NOK ${formatAmount(value, language, 6)}` : `${formatAmount(value, language, 6)} kroner`;
  }
  if (unit?.kind === "times")
    return `${formatNumber(value, language)} ${language === "en" ? "times" : language === "nn" ? "gonger" : "ganger"}`;
  return formatAmount(value, language);
}

/** The amount with the unit's noun: "rundt 77,5 millioner innlogginger". */
export function formatCounted(value: number, unit: Unit | undefined, status: Status, language: Language): string {
  const figure = formatFigure(value, unit, status, language);
  if (unit?.kind === "rank") return `${language === "en" ? "number" : "nummer"} ${figure}`;
  if (unit?.kind !== "count") return figure;
  return `${figure} ${value === 1 ? unit[language].one : unit[language].other}`;
}

/** A growth in percent with its sign: "+94,4 %". */
export function formatGrowth(percent: number, language: Language): string {
  const sign = percent > 0 ? "+" : percent < 0 ? "−" : "±";
  const digits = formatNumber(Math.abs(percent), language);
  return language === "en" ? `${sign}${digits}%` : `${sign}${digits} %`;
}

/** The names of the months. */
export const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nb: ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"],
  nn: ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
};
const QUARTERS: Readonly<Record<Language, readonly string[]>> = {
  nb: ["første", "andre", "tredje", "fjerde"],
  nn: ["første", "andre", "tredje", "fjerde"],
  en: ["first", "second", "third", "fourth"],
};

/** A period's name without a preposition: "2021", "desember 2021", "fjerde kvartal 2021", "31. desember 2021". */
export function periodName(period: string, language: Language): string {
  const year = period.slice(0, 4);
  const month = MONTHS[language][Number(period.slice(5, 7)) - 1] ?? "";
  switch (grainOf(period)) {
    case "month":
      return `${month} ${year}`;
    case "date":
      return language === "en" ? `${Number(period.slice(8))} ${month} ${year}` : `${Number(period.slice(8))}. ${month} ${year}`;
    case "quarter": {
      const quarter = QUARTERS[language][Number(period[6]) - 1] ?? "";
      return language === "en" ? `the ${quarter} quarter of ${year}` : `${quarter} kvartal ${year}`;
    }
    case "half": {
      const half = QUARTERS[language][Number(period[6]) - 1] ?? "";
      return language === "en" ? `the ${half} half of ${year}` : `${half} halvår ${year}`;
    }
    case "span": {
      const [start = "", end = ""] = period.split("/");
      const to = language === "en" ? "to" : "til";
      return `${periodName(start, language)} ${to} ${periodName(end, language)}`;
    }
    case "open": {
      const point = period.replace("..", "").replace("/", "");
      if (period.startsWith("..")) return `${{ nb: "fram til", nn: "fram til", en: "up to" }[language]} ${periodName(point, language)}`;
      return `${{ nb: "siden", nn: "sidan", en: "since" }[language]} ${periodName(point, language)}`;
    }
    default:
      return year;
  }
}

/** A period with its preposition: "i 2021", "per 31. desember 2021", "fra desember 2019 til desember 2021". */
export function periodPhrase(period: string | null, language: Language): string {
  if (period === null) return { nb: "(året er ikke oppgitt)", nn: "(året er ikkje oppgitt)", en: "(the year is not stated)" }[language];
  const name = periodName(period, language);
  switch (grainOf(period)) {
    case "date":
      return `${language === "en" ? "at" : "per"} ${name}`;
    case "open":
      return name;
    case "span":
      return `${{ nb: "fra", nn: "frå", en: "from" }[language]} ${name}`;
    default:
      return `${language === "en" ? "in" : "i"} ${name}`;
  }
}
