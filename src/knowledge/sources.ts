/** Where a number stands: document, section, figure, and who published the number. */
import type { Knowledge, KnownEvent, KnownIndicator } from "./load.ts";
import type { Change, DocumentFile, Observation } from "./schema.ts";

/** A source as every surface and the machine-readable answer give it. */
export type Source = {
  document: string;
  /** Heading as in the table of contents; null for the whole report and for other documents. */
  section: string | null;
  subsection: string | null;
  figure: string | null;
  /** Publisher of the number; null where the document names none. */
  publisher: string | null;
  url: string;
};

type Stated = Pick<Observation, "document" | "section" | "subsection" | "figure" | "publisher">;
type Numbered = Pick<Observation, "document" | "figure" | "publisher">;

/** The source of an observation or a printed change of an indicator. */
export function sourceOf(knowledge: Knowledge, row: Stated | Change, indicator: KnownIndicator): Source {
  return locate(knowledge, row, row.section ?? indicator.section, row.subsection ?? indicator.subsection);
}

/** The source of a dated event. */
export function sourceOfEvent(knowledge: Knowledge, event: KnownEvent): Source {
  return locate(knowledge, event, event.section, event.subsection);
}

/** A section of the report as a source; null for the whole report. */
export function sourceOfSection(knowledge: Knowledge, section: string | null, subsection?: string): Source {
  const { report } = knowledge;
  return locate(knowledge, { document: report.id, publisher: report.publisher }, section, subsection);
}

function locate(knowledge: Knowledge, row: Numbered, section: string | null, subsection: string | undefined): Source {
  const document = knowledge.documents.get(row.document) ?? knowledge.report;
  if (!document.default) {
    return {
      document: document.id,
      section: null,
      subsection: null,
      figure: null,
      publisher: row.publisher === undefined ? document.publisher : row.publisher,
      url: document.url,
    };
  }
  const home = document.sections.find(({ figures }) => row.figure !== undefined && row.figure in figures);
  const figure = row.figure === undefined ? undefined : home?.figures[row.figure];
  const title = home?.title ?? section;
  return {
    document: document.id,
    section: title,
    subsection: figure?.subsection ?? subsection ?? null,
    figure: row.figure ?? null,
    publisher: row.publisher === undefined ? (figure?.publisher ?? null) : row.publisher,
    url: document.sections.find((item) => item.title === title)?.url ?? document.url,
  };
}

/** How a document is called in a sentence: the report with its number, another one with its publisher. */
export function documentTitle(document: DocumentFile): string {
  return document.default ? `${document.title} (${document.id})` : `${document.title}, ${document.publisher}`;
}
