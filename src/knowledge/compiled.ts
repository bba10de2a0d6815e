/**
 * The parsed data files, kept by the build beside the code: YAML takes a third of a second to parse,
 * JSON a few milliseconds. What the build kept is used only while every file is still the same byte
 * for byte; otherwise the files are read and validated anew.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

type Compiled = { digest: string; files: Record<string, unknown> };
type KeptVocabulary = { digest: string; code: string; vocabulary: unknown };

/** Where the build keeps it: in dist/, or nowhere when run from the sources. */
function compiledPath(file = "data.json"): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder !== dirname(folder)) {
    if (folder.endsWith("dist")) return join(folder, file);
    folder = dirname(folder);
  }
  return undefined;
}

/** One digest over the names and bytes of all YAML files of a data folder. */
export function digestOf(dataFolder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(dataFolder, { recursive: true, encoding: "utf8" }).sort()) {
    if (name.endsWith(".yaml")) hash.update(name).update(readFileSync(join(dataFolder, name)));
  }
  return hash.digest("hex");
}

/** The files that the build validated with their digest, or undefined when there are none or data/ has changed since. */
export function readCompiled(dataFolder: string): Compiled | undefined {
  const path = compiledPath();
  if (path === undefined || !existsSync(path)) return undefined;
  const compiled = JSON.parse(readFileSync(path, "utf8")) as Compiled;
  return compiled.digest === digestOf(dataFolder) ? compiled : undefined;
}

/** Keeps validated files for the next starts; does nothing when run from the sources. */
export function writeCompiled(dataFolder: string, files: Record<string, unknown>): void {
  const path = compiledPath();
  if (path !== undefined) writeFileSync(path, JSON.stringify({ digest: digestOf(dataFolder), files } satisfies Compiled));
}

/** The built code that makes a vocabulary; what older code made is not used. */
const MAKERS = ["src/understanding", "src/language", "intents"];

function digestOfCode(): string {
  const hash = createHash("sha256");
  for (const folder of MAKERS.flatMap((name) => compiledPath(name) ?? [])) {
    for (const name of readdirSync(folder).sort()) if (name.endsWith(".js")) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex");
}

/**
 * The vocabulary that the build made of validated data, as understanding packed it.
 * @param digest that of the data in use
 * @returns undefined when there is none, or when data or code have changed since
 */
export function readVocabulary(digest: string): unknown {
  const path = compiledPath("vocabulary.json");
  if (path === undefined || !existsSync(path)) return undefined;
  const kept = JSON.parse(readFileSync(path, "utf8")) as KeptVocabulary;
  return kept.digest === digest && kept.code === digestOfCode() ? kept.vocabulary : undefined;
}

/** Keeps a packed vocabulary for the next starts; does nothing when run from the sources. */
export function writeVocabulary(dataFolder: string, vocabulary: unknown): void {
  const path = compiledPath("vocabulary.json");
  const kept: KeptVocabulary = { digest: digestOf(dataFolder), code: digestOfCode(), vocabulary };
  if (path !== undefined) writeFileSync(path, JSON.stringify(kept));
}

/** A word with its Norwegian and its English stem. */
export type Stemmed = readonly [word: string, norwegian: string, english: string];

/**
 * The stems of all words that a start looks up: working them out takes a fifth of it. A stem depends on its word
 * alone, so what was kept is never out of date. None where nothing was built.
 */
export function readStems(): readonly Stemmed[] {
  const path = compiledPath("stems.json");
  return path !== undefined && existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Stemmed[]) : [];
}

/** Keeps stems for the next starts; does nothing when run from the sources. */
export function writeStems(stemmed: readonly Stemmed[]): void {
  const path = compiledPath("stems.json");
  if (path !== undefined) writeFileSync(path, JSON.stringify(stemmed));
}
