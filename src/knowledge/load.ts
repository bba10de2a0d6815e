/** Loads data/ into one Knowledge value: validated, cross-checked and frozen for the life of the process. */
import type { z } from "zod";
import { type Stemmed, writeCompiled } from "./compiled.ts";
import { crossCheck } from "./cross-check.ts";
import { DataError, type DataMistake } from "./data-error.ts";
import { defaultDataFolder } from "./data-folder.ts";
import { listYaml, type ParsedFile, parseFile } from "./files.ts";
import { assemble, keptKnowledge } from "./kept.ts";
import {
  type DocumentFile,
  documentFile,
  type Event,
  everydayFile,
  type Family,
  glossaryFile,
  type Indicator,
  indicatorFile,
  type Note,
  notesFile,
  type Statement,
  scopeFile,
  statementFile,
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
  /** Concepts that narrow nothing by themselves. */
  generic: readonly string[];
  filler: Record<"nb" | "nn" | "en", string[]>;
  ordinary: Record<"nb" | "nn" | "en", string[]>;
  /** By what they tell: of the asker, the occasion, the manner. */
  everyday: Record<string, Record<"nb" | "nn" | "en", string[]> & { countable: boolean }>;
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
  statements: ReadonlyMap<string, Statement>;
  terms: ReadonlyMap<string, Term>;
  notes: ReadonlyMap<string, Note>;
  units: Readonly<Record<string, Unit>>;
  language: LanguageData;
  /** Stems that the build has worked out; any others are worked out when they are needed. */
  stems: () => readonly Stemmed[];
  /** The vocabulary that the build has packed of this very knowledge; undefined where it has to be built. */
  vocabulary: () => unknown;
};

/**
 * Reads, validates and cross-checks a data folder; takes what the build validated while nothing has changed.
 * @throws DataError naming file, line, field and fix of every mistake.
 */
export function loadKnowledge(dataFolder: string = defaultDataFolder()): Knowledge {
  return keptKnowledge(dataFolder) ?? assemble(readData(dataFolder), () => undefined);
}

/** Validates a data folder and keeps the result for the next starts. @throws DataError */
export function compileKnowledge(dataFolder: string = defaultDataFolder()): void {
  writeCompiled(dataFolder, readData(dataFolder));
}

/** The values of all data files. */
export type DataValues = {
  documents: z.output<typeof documentFile>[];
  indicators: z.output<typeof indicatorFile>[];
  trends: z.output<typeof trendFile>[];
  statements: z.output<typeof statementFile>[];
  glossary: z.output<typeof glossaryFile>;
  notes: z.output<typeof notesFile>;
  units: z.output<typeof unitsFile>;
  synonyms: z.output<typeof synonymsFile>;
  filler: z.output<typeof wordListFile>;
  ordinary: z.output<typeof wordListFile>;
  everyday: z.output<typeof everydayFile>;
  scope: z.output<typeof scopeFile>;
};

function readData(dataFolder: string): DataValues {
  const mistakes: DataMistake[] = [];
  const read = <S extends z.ZodType>(file: string, schema: S) => parseFile(dataFolder, file, schema, mistakes);
  const readAll = <S extends z.ZodType>(folder: string, schema: S) =>
    listYaml(dataFolder, folder).flatMap((file) => read(file, schema) ?? []);
  const files = {
    documents: readAll("documents", documentFile),
    indicators: readAll("indicators", indicatorFile),
    trends: readAll("trends", trendFile),
    statements: readAll("statements", statementFile),
    glossary: read("glossary.yaml", glossaryFile),
    notes: read("notes.yaml", notesFile),
    units: read("units.yaml", unitsFile),
  };
  const synonyms = read("language/synonyms.yaml", synonymsFile);
  const filler = read("language/filler.yaml", wordListFile);
  const ordinary = read("language/ordinary.yaml", wordListFile);
  const everyday = read("language/everyday.yaml", everydayFile);
  const scope = read("language/scope.yaml", scopeFile);
  if (mistakes.length === 0) mistakes.push(...crossCheck(files));
  const { glossary, notes, units } = files;
  if (mistakes.length > 0 || !glossary || !notes || !units || !synonyms || !filler || !ordinary || !everyday || !scope)
    throw new DataError(mistakes);
  const valuesOf = <T>(parsed: readonly ParsedFile<T>[]) => parsed.map(({ value }) => value);
  return {
    documents: valuesOf(files.documents),
    indicators: valuesOf(files.indicators),
    trends: valuesOf(files.trends),
    statements: valuesOf(files.statements),
    glossary: glossary.value,
    notes: notes.value,
    units: units.value,
    synonyms: synonyms.value,
    filler: filler.value,
    ordinary: ordinary.value,
    everyday: everyday.value,
    scope: scope.value,
  };
}
