/** Every number of data/ as flat rows: observations, printed changes and dates, each with its source. */
import type { Knowledge } from "../knowledge/load.ts";
import { statedOf } from "../knowledge/prefer.ts";
import type { AnswerFigure } from "./answer.ts";
import { eventFigure, levelFigure, printedFigure } from "./figures.ts";

/** One number with indicator, time, value and where it stands. */
export type Row = {
  indicator: string;
  measure: string;
  period: string | null;
  since: string | null;
  value: number;
  unit: string;
  status: string;
  document: string;
  section: string | null;
  subsection: string | null;
  figure: string | null;
  publisher: string | null;
  url: string;
  /** The number's own words in the source. */
  written: string;
};

/** Lists all rows in the order of the files. */
export function listRows(knowledge: Knowledge): Row[] {
  const rows: Row[] = [];
  for (const indicator of knowledge.indicators.values()) {
    for (const row of statedOf(knowledge, indicator)) rows.push(flat(levelFigure(knowledge, indicator, row, "answer"), row.written));
    for (const change of indicator.changes) rows.push(flat(printedFigure(knowledge, indicator, change, "answer"), change.written));
  }
  for (const event of knowledge.events.values()) rows.push(flat(eventFigure(knowledge, event, "answer"), event.written));
  return rows;
}

function flat(figure: AnswerFigure, written: string): Row {
  const { indicator, measure, period, since, value, unit, status, source } = figure;
  return { indicator, measure, period, since, value, unit, status, ...source, written };
}
