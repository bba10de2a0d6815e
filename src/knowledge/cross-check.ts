/** Checks that span several fields or files: what is named must exist, once, and fit. */
import type { z } from "zod";
import type { DataMistake } from "./data-error.ts";
import type { ParsedFile } from "./files.ts";
import type { documentFile, glossaryFile, indicatorFile, notesFile, statementFile, trendFile, unitsFile } from "./schema.ts";
import { numbersFit } from "./written.ts";

export type DataFiles = {
  documents: ParsedFile<z.output<typeof documentFile>>[];
  indicators: ParsedFile<z.output<typeof indicatorFile>>[];
  trends: ParsedFile<z.output<typeof trendFile>>[];
  statements: ParsedFile<z.output<typeof statementFile>>[];
  glossary: ParsedFile<z.output<typeof glossaryFile>> | undefined;
  notes: ParsedFile<z.output<typeof notesFile>> | undefined;
  units: ParsedFile<z.output<typeof unitsFile>> | undefined;
};

/** Returns every mistake that no single field shows by itself. */
export function crossCheck(files: DataFiles): DataMistake[] {
  const mistakes: DataMistake[] = [];
  const documents = new Map(files.documents.map(({ value }) => [value.id, value]));
  const reports = files.documents.filter(({ value }) => value.default);
  if (reports.length !== 1) {
    mistakes.push(...reports.map((file) => file.mistakeAt(["default"], "only one document may be the default")));
    if (reports.length === 0) {
      mistakes.push({ file: "data/documents", line: 1, field: "default", message: "mark one document default: true" });
    }
  }
  const sections = new Set(reports[0]?.value.sections.map((section) => section.title));
  const figures = new Set(reports[0]?.value.sections.flatMap((section) => Object.keys(section.figures)));
  const noteIds = new Set(files.notes?.value.notes.map((note) => note.id));
  const unitCodes = new Set(Object.keys(files.units?.value.units ?? {}));
  const indicatorIds = new Set(files.indicators.flatMap(({ value }) => value.indicators.map((item) => item.id)));
  const familyIds = new Set(files.indicators.flatMap(({ value }) => value.families.map((item) => item.id)));
  const eventIds = new Set(files.indicators.flatMap(({ value }) => value.events.map((item) => item.id)));

  const known = (
    file: ParsedFile<unknown>,
    path: readonly PropertyKey[],
    name: string | null | undefined,
    names: ReadonlySet<string> | ReadonlyMap<string, unknown>,
    what: string,
  ) => {
    if (name === undefined || name === null || names.has(name)) return;
    mistakes.push(file.mistakeAt(path, `names ${what} "${name}", which does not exist; correct it or add it`));
  };

  const seen = new Map<string, string>();
  const unique = (file: ParsedFile<unknown>, path: readonly PropertyKey[], kind: string, name: string) => {
    const before = seen.get(`${kind} ${name}`);
    if (before) mistakes.push(file.mistakeAt(path, `${kind} "${name}" stands in ${before} already; ids are unique`));
    seen.set(`${kind} ${name}`, file.file);
  };

  for (const file of files.documents) unique(file, ["id"], "document", file.value.id);

  for (const file of files.indicators) {
    known(file, ["section"], file.value.section, sections, "the section");
    for (const [i, item] of file.value.indicators.entries()) {
      const at = ["indicators", i] as const;
      unique(file, [...at, "id"], "indicator", item.id);
      known(file, [...at, "section"], item.section, sections, "the section");
      known(file, [...at, "unit"], item.unit, unitCodes, "the unit");
      known(file, [...at, "parent"], item.parent, indicatorIds, "the indicator");
      known(file, [...at, "partOf"], item.partOf, indicatorIds, "the indicator");
      known(file, [...at, "otherYears"], item.otherYears, indicatorIds, "the indicator");
      known(file, [...at, "inNumbers"], item.inNumbers, indicatorIds, "the indicator");
      if (item.relation !== "report" && !item.differs) {
        mistakes.push(file.mistakeAt(at, `is ${item.relation}; add differs: one clause on what it counts differently`));
      }
      const stated = new Set<string>();
      for (const [j, row] of item.observations.entries()) {
        const rowAt = [...at, "observations", j];
        known(file, [...rowAt, "document"], row.document, documents, "the document");
        known(file, [...rowAt, "revises"], row.revises, documents, "the document");
        known(file, [...rowAt, "note"], row.note, noteIds, "the note");
        known(file, [...rowAt, "section"], row.section, sections, "the section");
        known(file, [...rowAt, "figure"], row.figure, figures, "the figure");
        const key = `${row.period} ${row.document} ${row.value}`;
        if (stated.has(key)) mistakes.push(file.mistakeAt(rowAt, "says the same as a row above; keep one"));
        stated.add(key);
        const misfit = numbersFit(row, item.unit);
        if (misfit) mistakes.push(file.mistakeAt([...rowAt, "written"], misfit));
      }
      for (const [j, row] of item.changes.entries()) {
        const rowAt = [...at, "changes", j];
        known(file, [...rowAt, "document"], row.document, documents, "the document");
        known(file, [...rowAt, "unit"], row.unit, unitCodes, "the unit");
        known(file, [...rowAt, "note"], row.note, noteIds, "the note");
        known(file, [...rowAt, "section"], row.section, sections, "the section");
        known(file, [...rowAt, "figure"], row.figure, figures, "the figure");
        const misfit = numbersFit(row, row.unit);
        if (misfit) mistakes.push(file.mistakeAt([...rowAt, "written"], misfit));
      }
      if (item.observations.length + item.changes.length === 0) {
        mistakes.push(file.mistakeAt(at, "has no observation and no change; add one or remove the indicator"));
      }
    }
    for (const [i, item] of file.value.families.entries()) {
      const at = ["families", i] as const;
      unique(file, [...at, "id"], "family", item.id);
      known(file, [...at, "total"], item.total, indicatorIds, "the indicator");
      for (const [member, name] of Object.entries(item.members)) {
        known(file, [...at, "members", member], name, indicatorIds, "the indicator");
      }
    }
    for (const [i, item] of file.value.events.entries()) {
      const at = ["events", i] as const;
      unique(file, [...at, "id"], "event", item.id);
      known(file, [...at, "document"], item.document, documents, "the document");
      known(file, [...at, "section"], item.section, sections, "the section");
      known(file, [...at, "note"], item.note, noteIds, "the note");
      known(file, [...at, "figure"], item.figure, figures, "the figure");
    }
  }

  for (const file of files.trends) {
    unique(file, ["id"], "trend", file.value.id);
    known(file, ["section"], file.value.section, sections, "the section");
    for (const part of [file.value, ...file.value.parts]) {
      for (const name of part.indicators) known(file, ["indicators"], name, indicatorIds, "the indicator");
      for (const name of part.events) known(file, ["events"], name, eventIds, "the event");
    }
  }

  for (const file of files.statements) {
    known(file, ["section"], file.value.section, sections, "the section");
    for (const [i, item] of file.value.statements.entries()) unique(file, ["statements", i, "id"], "statement", item.id);
  }

  const { glossary, notes } = files;
  for (const [i, term] of (glossary?.value.terms ?? []).entries()) {
    if (!glossary) break;
    unique(glossary, ["terms", i, "id"], "term", term.id);
    known(glossary, ["terms", i, "section"], term.section, sections, "the section");
    for (const name of term.indicators) known(glossary, ["terms", i, "indicators"], name, indicatorIds, "the indicator");
  }
  for (const [i, note] of (notes?.value.notes ?? []).entries()) {
    if (!notes) break;
    unique(notes, ["notes", i, "id"], "note", note.id);
    const named = new Set([...indicatorIds, ...familyIds]);
    for (const name of note.indicators) known(notes, ["notes", i, "indicators"], name, named, "the indicator");
    for (const name of note.events) known(notes, ["notes", i, "events"], name, eventIds, "the event");
  }
  return mistakes;
}
