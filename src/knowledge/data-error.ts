/** What is wrong with data/: every mistake a line that says what to change. */

/** One mistake in a data file. `line` counts from 1; `field` is the path inside the file. */
export type DataMistake = { file: string; line: number; field: string; message: string };

/** Thrown when data/ has mistakes; the message lists every one, a line each. */
export class DataError extends Error {
  readonly mistakes: readonly DataMistake[];
  constructor(mistakes: readonly DataMistake[]) {
    super(mistakes.map(describeMistake).join("\n"));
    this.name = "DataError";
    this.mistakes = mistakes;
  }
}

/** `data/units.yaml:12: units.visits.nb: must not be empty` */
export function describeMistake(mistake: DataMistake): string {
  const field = mistake.field === "" ? "" : `${mistake.field}: `;
  return `${mistake.file}:${mistake.line}: ${field}${mistake.message}`;
}
