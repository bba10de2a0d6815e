/** Loads data/ into one Knowledge value: validated, cross-checked and frozen for the life of the process. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { crossCheck } from "./cross-check.ts";
import { DataError, type DataMistake, listYaml, type ParsedFile, parseFile } from "./files.ts";
import {
  type DocumentFile,
  documentFile,
  type Event,
  type Family,
  glossaryFile,
  type Indicator,
  indicatorFile,
  type Note,
  notesFile,
  scopeFile,
  synonymsFile,
  type Term,
  type Trend,
  trendFile,
  type Unit,
  unitsFile,
  wordListFile,
} from "./schema.ts";

/** An indicator with the section of the report that its file belongs to. */
export type KnownIndicator = Indicator & { section: string };
/** A dated event with its section; null: the whole report. */
export type KnownEvent = Event;
/** A family with the section that its file belongs to. */
export type KnownFamily = Family & { section: string };

/** The word lists of data/language. */
export type LanguageData = {
  concepts: Record<string, Record<"nb" | "nn" | "en", string[]>>;
  filler: Record<"nb" | "nn" | "en", string[]>;
  ordinary: Record<"nb" | "nn" | "en", string[]>;
  scope: { places: string[]; groups: string[]; diseases: string[]; institutions: string[] };
};

/** Everything that Helsetall knows. Maps keep the order of the files. */
export type Knowledge = {
  report: DocumentFile;
  documents: ReadonlyMap<string, DocumentFile>;
  indicators: ReadonlyMap<string, KnownIndicator>;
  families: ReadonlyMap<string, KnownFamily>;
  events: ReadonlyMap<string, KnownEvent>;
  trends: ReadonlyMap<string, Trend>;
  terms: ReadonlyMap<string, Term>;
  notes: ReadonlyMap<string, Note>;
  units: Readonly<Record<string, Unit>>;
  language: LanguageData;
};

/** The project's own data folder, found from the source tree as well as from the built tree. */
export function defaultDataFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return join(folder, "data");
}

/**
 * Reads, validates and cross-checks a data folder.
 * @throws DataError naming file, line, field and fix of every mistake.
 */
export function loadKnowledge(dataFolder: string = defaultDataFolder()): Knowledge {
  const mistakes: DataMistake[] = [];
  const read = <S extends Parameters<typeof parseFile>[2]>(file: string, schema: S) => parseFile(dataFolder, file, schema, mistakes);
  const readAll = <S extends Parameters<typeof parseFile>[2]>(folder: string, schema: S) =>
    listYaml(dataFolder, folder).flatMap((file) => read(file, schema) ?? []);

  const files = {
    documents: readAll("documents", documentFile),
    indicators: readAll("indicators", indicatorFile),
    trends: readAll("trends", trendFile),
    glossary: read("glossary.yaml", glossaryFile),
    notes: read("notes.yaml", notesFile),
    units: read("units.yaml", unitsFile),
  };
  const synonyms = read("language/synonyms.yaml", synonymsFile);
  const filler = read("language/filler.yaml", wordListFile);
  const ordinary = read("language/ordinary.yaml", wordListFile);
  const scope = read("language/scope.yaml", scopeFile);
  if (mistakes.length === 0) mistakes.push(...crossCheck(files));
  if (mistakes.length > 0 || !files.glossary || !files.notes || !files.units) throw new DataError(mistakes);
  if (!synonyms || !filler || !ordinary || !scope) throw new DataError(mistakes);

  const report = files.documents.find(({ value }) => value.default)?.value as DocumentFile;
  return {
    report,
    documents: byId(files.documents.map(({ value }) => value)),
    indicators: byId(inSections(files.indicators, (value) => value.indicators)),
    families: byId(inSections(files.indicators, (value) => value.families)),
    events: byId(files.indicators.flatMap(({ value }) => value.events)),
    trends: byId(files.trends.map(({ value }) => value)),
    terms: byId(files.glossary.value.terms),
    notes: byId(files.notes.value.notes),
    units: files.units.value.units,
    language: {
      concepts: synonyms.value.concepts,
      filler: filler.value.words,
      ordinary: ordinary.value.words,
      scope: scope.value,
    },
  };
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function inSections<V extends { section: string }, T extends object>(
  files: readonly ParsedFile<V>[],
  pick: (value: V) => readonly (T & { section?: string | undefined })[],
): (T & { section: string })[] {
  return files.flatMap(({ value }) => pick(value).map((item) => ({ ...item, section: item.section ?? value.section })));
}
