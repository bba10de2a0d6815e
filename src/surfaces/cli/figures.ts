/** `npm run --silent figures -- --json | --csv`: every number that Helsetall knows. */
import { parseArgs } from "node:util";
import { listRows, type Row } from "../../answers/rows.ts";
import { loadKnowledge } from "../../knowledge/load.ts";
import { runCommand } from "./run.ts";

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

await runCommand("Usage: npm run --silent figures -- --json | --csv", () => {
  const { values } = parseArgs({ options: { json: { type: "boolean" }, csv: { type: "boolean" } } });
  const rows = listRows(loadKnowledge());
  console.log(values.csv ? [COLUMNS.join(","), ...rows.map(csvLine)].join("\n") : JSON.stringify(rows, null, 1));
});

/** RFC 4180: quoted where needed, quotes doubled. */
function csvLine(row: Row): string {
  return COLUMNS.map((column) => {
    const text = String(row[column] ?? "");
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }).join(",");
}
