/** Holds a value, its unit and its status against the words in which the source states it. */
import type { Status } from "./schema.ts";

const SCALES: readonly [RegExp, number][] = [
  [/\bmill(?:\.|ioner|ion|ions)?(?![a-zæøå])/i, 1e6],
  [/\b(?:mrd\.?|milliarder|milliard|billions?|bn)(?![a-zæøå])/i, 1e9],
  [/\btusen\b|\bthousand\b/i, 1e3],
];

/** Number words of the sources, with the value that the report's facts give them. */
const NUMBER_WORDS: readonly [RegExp, number][] = [
  [/årtusenskiftet/i, 2000],
  [/syv av ti|seven in ten/i, 70],
  [/åtte av ti/i, 80],
  [/ni av ti/i, 90],
  [/seks av ti/i, 60],
  [/halvparten/i, 50],
  [/hver(?:t)? fjerde|en av fire/i, 25],
  [/en av fem/i, 20],
  [/fordobling|dobling/i, 2],
  [/tretten/i, 13],
  [/tredjeplassen/i, 3],
  [/halvår/i, 6],
  [/fire/i, 4],
  [/ni(?= hovedfunn)/i, 9],
  [/to millioner/i, 2e6],
];

const QUALIFIERS: readonly [RegExp, readonly Status[]][] = [
  [/\b(?:nærmere|nesten|nær|almost|nearly)\b/i, ["almost"]],
  [/\b(?:over|drøyt|mer enn|i overkant av|more than|at least)\b/i, ["over"]],
  [/\b(?:rundt|om lag|omtrent|cirka|ca\.?|about|around)\b/i, ["about", "estimate"]],
  [/\b(?:estimert|anslått|anslagsvis|antas|estimated)\b/i, ["estimate"]],
];

type Written = { written: string; value: number; status: Status; scale?: "thousand" | "million" | "billion" | undefined };

/**
 * Returns what does not fit between a row and its own words, or undefined when all fits.
 * @param row value in full units, its status, and its words in the source
 * @param unit the row's unit code
 */
export function numbersFit(row: Written, unit: string): string | undefined {
  const values = numbersIn(row.written, row.scale);
  if (values.length === 0) return `"${row.written}" holds no number; quote the words that state it`;
  if (!values.some((value) => Math.abs(value - row.value) <= Math.abs(row.value) * 1e-9)) {
    return `"${row.written}" says ${values.join(" or ")}, but value is ${row.value}; correct one of them`;
  }
  if (/%|\bprosent\b|per cent|percent/i.test(row.written) && !unit.startsWith("percent")) {
    return `"${row.written}" is in percent, but the unit is ${unit}`;
  }
  if (/\b(?:kroner|NOK)\b/i.test(row.written) && !unit.startsWith("NOK")) {
    return `"${row.written}" is in kroner, but the unit is ${unit}`;
  }
  const qualifier = QUALIFIERS.find(([pattern]) => pattern.test(row.written));
  if (qualifier && !qualifier[1].includes(row.status)) {
    return `"${row.written}" is worded as ${qualifier[1].join(" or ")}, but status is ${row.status}`;
  }
  return undefined;
}

/** Every number that the words may mean, in full units. */
function numbersIn(written: string, scale: Written["scale"]): number[] {
  const factor =
    scale === undefined
      ? (SCALES.find(([pattern]) => pattern.test(written))?.[1] ?? 1)
      : { thousand: 1e3, million: 1e6, billion: 1e9 }[scale];
  const digits = [...written.matchAll(/\d{1,3}(?:[ .\u00a0]\d{3})+(?!\d)|\d+(?:[.,]\d+)?/g)].map(([text]) => {
    const grouped = /^\d{1,3}(?:[ .\u00a0]\d{3})+$/.test(text);
    return Number(grouped ? text.replace(/\D/g, "") : text.replace(",", ".")) * factor;
  });
  const words = NUMBER_WORDS.filter(([pattern]) => pattern.test(written)).map(([, value]) => value);
  return [...digits.map((value) => Number(value.toPrecision(12))), ...words];
}
