/**
 * The stems of all words that a start looks up, kept by the build beside the code: stemming them anew takes a fifth of
 * a start. A stem depends on its word alone, so what was kept is never out of date.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { knownStems, primeStems } from "./stem.ts";

/** Where the build keeps them: in dist/, or nowhere when run from the sources. */
function keptPath(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder !== dirname(folder)) {
    if (folder.endsWith("dist")) return join(folder, "stems.json");
    folder = dirname(folder);
  }
  return undefined;
}

/** Takes the kept stems; does nothing where there are none. */
export function takeKeptStems(): void {
  const path = keptPath();
  if (path !== undefined && existsSync(path)) primeStems(JSON.parse(readFileSync(path, "utf8")) as [string, string, string][]);
}

/** Keeps the stems of all words that were looked up so far; does nothing when run from the sources. */
export function keepStems(): void {
  const path = keptPath();
  if (path !== undefined) writeFileSync(path, JSON.stringify(knownStems()));
}
