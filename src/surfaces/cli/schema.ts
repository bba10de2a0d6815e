/** `npm run schema`: writes the JSON Schemas that give editors completion in data/. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { defaultDataFolder } from "../../knowledge/data-folder.ts";
import {
  documentFile,
  everydayFile,
  glossaryFile,
  indicatorFile,
  notesFile,
  scopeFile,
  statementFile,
  synonymsFile,
  trendFile,
  unitsFile,
  wordListFile,
} from "../../knowledge/schema.ts";
import { runCommand } from "./run.ts";

/** Every schema by the name of its file in data/schemas. */
export const FILE_SCHEMAS = {
  document: documentFile,
  indicators: indicatorFile,
  trend: trendFile,
  statements: statementFile,
  glossary: glossaryFile,
  notes: notesFile,
  units: unitsFile,
  synonyms: synonymsFile,
  words: wordListFile,
  everyday: everydayFile,
  scope: scopeFile,
} as const;

/** The JSON Schema of one kind of data file, as text. */
export function schemaText(name: keyof typeof FILE_SCHEMAS): string {
  return `${JSON.stringify(z.toJSONSchema(FILE_SCHEMAS[name], { io: "input" }), null, 2)}\n`;
}

if (process.argv[1]?.endsWith("schema.js") || process.argv[1]?.endsWith("schema.ts")) {
  await runCommand("Usage: npm run schema", () => {
    const folder = join(defaultDataFolder(), "schemas");
    mkdirSync(folder, { recursive: true });
    for (const name of Object.keys(FILE_SCHEMAS) as (keyof typeof FILE_SCHEMAS)[]) {
      writeFileSync(join(folder, `${name}.schema.json`), schemaText(name));
    }
    console.log(`Wrote ${Object.keys(FILE_SCHEMAS).length} schemas to data/schemas.`);
  });
}
