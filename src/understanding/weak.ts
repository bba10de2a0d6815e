/** Concepts that say nothing of a subject in a clause of their own: "ein kollega som ikkje veit det", "an estimate is fine". */
export const WEAK: ReadonlySet<string> = new Set(["negation", "expected", "prefer"]);
