/** Holds the report's rows against the report's own text: each must stand in the section that it claims. */
import type { DocumentFile } from "./schema.ts";

type Claimed = { section: string | null; subsection: string | null; written: string };
type Part = { section: string; subsection: string | null; text: string };

/** The rows whose words do not stand in their section, with what is wrong. */
export function misplacedRows<R extends Claimed>(
  reportText: string,
  report: DocumentFile,
  rows: readonly R[],
): { row: R; message: string }[] {
  const parts = cutIntoParts(reportText, report);
  const whole = plain(reportText);
  return rows.flatMap((row) => {
    const words = plain(row.written);
    const place = placeOf(parts, row, whole);
    if (place === undefined) return [{ row, message: `the text has no heading "${row.subsection ?? row.section}"; correct the section` }];
    if (states(place, words)) return [];
    const found = parts.find((part) => states(part.text, words));
    const where = found ? `it stands in "${found.subsection ?? found.section}"` : "the text does not have these words";
    return [{ row, message: `"${row.written}" is not in "${row.subsection ?? row.section ?? "the report"}"; ${where}` }];
  });
}

/** Whether a text has the words; "7%" does not stand in "97%". */
function states(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!/\d/.test(text[at - 1] ?? "") || !/^\d/.test(words)) return true;
  }
  return false;
}

function placeOf(parts: readonly Part[], row: Claimed, whole: string): string | undefined {
  if (row.section === null) return whole;
  const own = parts.filter((part) => part.section === row.section && (row.subsection === null || part.subsection === row.subsection));
  return own.length === 0 ? undefined : own.map((part) => part.text).join(" ");
}

/** Cuts the text at the headings of the table of contents and their subsections, in order. */
function cutIntoParts(reportText: string, report: DocumentFile): Part[] {
  const lines = reportText.split(/\r?\n/);
  const heads = report.sections.flatMap((section) => [
    { section: section.title, subsection: null as string | null, title: section.title },
    ...section.subsections.map((subsection) => ({ section: section.title, subsection, title: subsection })),
  ]);
  const starts: { line: number; section: string; subsection: string | null }[] = [];
  let from = 0;
  for (const head of heads) {
    const line = lines.findIndex((text, index) => index >= from && isHeading(text, head.title));
    if (line < 0) continue;
    starts.push({ line, section: head.section, subsection: head.subsection });
    from = line + 1;
  }
  return starts.map((start, index) => ({
    section: start.section,
    subsection: start.subsection,
    text: plain(lines.slice(start.line, starts[index + 1]?.line).join("\n")),
  }));
}

/** A heading stands alone on its line, with or without its number; the contents and the body may differ in an ending. */
function isHeading(line: string, title: string): boolean {
  if (line.includes("\t")) return false;
  const text = line.trim().replace(/^\d+(?:\.\d+)*\s+/, "");
  return text === title || (text.length > 20 && Math.abs(text.length - title.length) <= 2 && title.startsWith(text.slice(0, -1)));
}

/** Link markup removed, white space folded, lower case. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[[\]*\\]/g, "")
    .replace(/\s+/g, " ")
    .replace(/ %/g, "%")
    .toLowerCase();
}
