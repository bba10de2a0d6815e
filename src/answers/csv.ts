/** Rows as CSV (RFC 4180): a line of column names, then a line for each number. */
import type { Row } from "./rows.ts";

const COLUMNS: readonly (keyof Row)[] = [
  "indicator",
  "measure",
  "period",
  "since",
  "value",
  "unit",
  "status",
  "document",
  "section",
  "subsection",
  "figure",
  "publisher",
  "url",
  "written",
];

/** All rows as one text, without a line break at its end. */
export function csvOf(rows: readonly Row[]): string {
  return [COLUMNS.join(","), ...rows.map(lineOf)].join("\n");
}

/** Quoted where needed, quotes doubled. */
function lineOf(row: Row): string {
  return COLUMNS.map((column) => {
    const text = String(row[column] ?? "");
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }).join(",");
}
