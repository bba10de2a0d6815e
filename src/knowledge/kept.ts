/** The knowledge that the build kept, taken up without what reads and validates data: an answer on the command line needs no more. */
import { readCompiled, readStems, readVocabulary } from "./compiled.ts";
import { defaultDataFolder } from "./data-folder.ts";
import type { DataValues, Knowledge } from "./load.ts";
import type { DocumentFile } from "./schema.ts";

/** What the build validated; undefined where nothing was built, or data/ has changed since. */
export function keptKnowledge(dataFolder: string = defaultDataFolder()): Knowledge | undefined {
  const compiled = readCompiled(dataFolder);
  return compiled && assemble(compiled.files as DataValues, () => readVocabulary(compiled.digest));
}

/** One Knowledge of the values of all data files. @param vocabulary what the build packed of them, if anything */
export function assemble(data: DataValues, vocabulary: () => unknown): Knowledge {
  const report = data.documents.find((document) => document.default) as DocumentFile;
  return {
    report,
    documents: byId(data.documents),
    indicators: byId(inSections(data.indicators, (file) => file.indicators)),
    families: byId(inSections(data.indicators, (file) => file.families)),
    events: byId(data.indicators.flatMap((file) => file.events)),
    trends: byId(data.trends),
    statements: byId(data.statements.flatMap(({ section, statements }) => statements.map((item) => ({ ...item, section })))),
    terms: byId(data.glossary.terms),
    notes: byId(data.notes.notes),
    units: data.units.units,
    language: {
      concepts: data.synonyms.concepts,
      generic: data.synonyms.generic,
      filler: data.filler.words,
      ordinary: data.ordinary.words,
      everyday: data.everyday.classes,
      scope: data.scope,
    },
    stems: readStems,
    vocabulary,
  };
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function inSections<V extends { section: string }, T extends object>(
  files: readonly V[],
  pick: (file: V) => readonly (T & { section?: string | undefined })[],
): (T & { section: string })[] {
  return files.flatMap((file) => pick(file).map((item) => ({ ...item, section: item.section ?? file.section })));
}
