/** `npm run check-data`: validates data/ and, with `-- --report FILE`, holds it against the report's text. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { listRows } from "../../answers/rows.ts";
import { loadKnowledge } from "../../knowledge/load.ts";
import { misplacedRows } from "../../knowledge/report-text.ts";
import { runCommand } from "./run.ts";

await runCommand("Usage: npm run check-data [-- --report FILE]", () => {
  const { values } = parseArgs({ options: { report: { type: "string" } } });
  const knowledge = loadKnowledge();
  const rows = listRows(knowledge);
  const own = rows.filter((row) => row.document === knowledge.report.id);
  console.log(`data/ is in order: ${rows.length} numbers, ${own.length} of them from ${knowledge.report.id}.`);
  if (values.report === undefined) return;
  const misplaced = misplacedRows(readFileSync(values.report, "utf8"), knowledge.report, own);
  for (const { row, message } of misplaced) console.error(`${row.indicator} ${row.period ?? ""}: ${message}`);
  if (misplaced.length > 0) process.exitCode = 1;
  console.log(`${own.length - misplaced.length} of ${own.length} stand in the report's text where data/ says.`);
});
