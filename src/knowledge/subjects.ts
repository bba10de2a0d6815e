/** Everything that can be asked about, under one key each: `helsenorge-logins`, `trend:schrems-ii`, `section:e-resept`, `figure:4.10`. */
import type { Knowledge, KnownEvent, KnownFamily, KnownIndicator } from "./load.ts";
import type { DocumentFile, DocumentSection, LocalNames, LocalText, Statement, Term, Trend } from "./schema.ts";

type Base = { key: string; names: LocalNames; section: string | null };
export type TrendPart = Trend["parts"][number];
export type Subject = Base &
  (
    | { kind: "indicator"; item: KnownIndicator }
    | { kind: "family"; item: KnownFamily }
    | { kind: "event"; item: KnownEvent }
    | { kind: "trend"; item: Trend; part?: TrendPart }
    | { kind: "term"; item: Term }
    | { kind: "statement"; item: Statement }
    | { kind: "section"; item: DocumentSection }
    | { kind: "figure"; item: { number: string; title: string; values: "table" | "text" | "none"; publisher: string | null } }
    | { kind: "document"; item: DocumentFile }
  );
export type SubjectKind = Subject["kind"];
export type IndicatorSubject = Extract<Subject, { kind: "indicator" }>;

/** Lists every subject of the knowledge, indicators first. Keys are unique. */
export function listSubjects(knowledge: Knowledge): Subject[] {
  const subjects: Subject[] = [];
  for (const item of knowledge.indicators.values()) {
    subjects.push({ kind: "indicator", key: item.id, names: item.names, section: item.section, item });
  }
  for (const item of knowledge.families.values()) {
    subjects.push({ kind: "family", key: `family:${item.id}`, names: item.names, section: item.section, item });
  }
  for (const item of knowledge.events.values()) {
    subjects.push({ kind: "event", key: `event:${item.id}`, names: item.names, section: item.section, item });
  }
  for (const item of knowledge.trends.values()) {
    subjects.push({ kind: "trend", key: `trend:${item.id}`, names: item.names, section: item.section, item });
    for (const part of item.parts) {
      subjects.push({ kind: "trend", key: `trend:${item.id}.${part.id}`, names: part.names, section: item.section, item, part });
    }
  }
  for (const item of knowledge.terms.values()) {
    subjects.push({ kind: "term", key: `term:${item.id}`, names: item.names, section: item.section, item });
  }
  for (const item of knowledge.report.sections) {
    subjects.push({ kind: "section", key: sectionKey(item.title), names: item.names, section: item.title, item });
    for (const [number, { title, values, publisher }] of Object.entries(item.figures)) {
      const names = { nb: [`figur ${number}`], nn: [`figur ${number}`], en: [`figure ${number}`] };
      subjects.push({ kind: "figure", key: `figure:${number}`, names, section: item.title, item: { number, title, values, publisher } });
    }
  }
  for (const item of knowledge.statements.values()) {
    const section = knowledge.report.sections.find(({ title }) => title === item.section);
    const names = section?.names ?? knowledge.report.names ?? { nb: [], nn: [], en: [] };
    subjects.push({ kind: "statement", key: statementKey(item), names, section: item.section, item });
  }
  const { report } = knowledge;
  if (report.names) {
    subjects.push({ kind: "document", key: `document:${report.id}`, names: report.names, section: null, item: report });
  }
  return subjects;
}

/** The key of a statement, which is found by what it says and not by a name. */
export function statementKey({ id }: Statement): string {
  return `statement:${id}`;
}

/** The trend that a section of the report tells; undefined where it tells none. */
export function trendOfSection(knowledge: Knowledge, section: string | null | undefined): Trend | undefined {
  return [...knowledge.trends.values()].find((trend) => trend.section === section);
}

/** `section:` and the title as lower-case words joined by hyphens. */
export function sectionKey(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/æ/g, "ae")
    .replace(/ø/g, "o")
    .replace(/å/g, "a")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `section:${slug}`;
}

/** The same text in all languages, for what has one name everywhere. */
export function sameText(text: string): LocalText {
  return { nb: text, nn: text, en: text };
}
