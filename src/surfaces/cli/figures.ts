/** `npm run --silent figures -- --json | --csv`: every number that Helsetall knows. */
import { parseArgs } from "node:util";
import { csvOf } from "../../answers/csv.ts";
import { listRows } from "../../answers/rows.ts";
import { loadKnowledge } from "../../knowledge/load.ts";
import { runCommand } from "./run.ts";

await runCommand("Usage: npm run --silent figures -- --json | --csv", () => {
  const { values } = parseArgs({ options: { json: { type: "boolean" }, csv: { type: "boolean" } } });
  const rows = listRows(loadKnowledge());
  console.log(values.csv ? csvOf(rows) : JSON.stringify(rows, null, 1));
});
