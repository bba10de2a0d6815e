/** What never changes of a subject is worked out once, and not for every question. */
import type { Subject } from "../knowledge/subjects.ts";

/** The same function, its results kept by subject; subjects live as long as the knowledge does. */
export function ofSubject<Result>(find: (subject: Subject) => Result): (subject: Subject) => Result {
  const known = new WeakMap<Subject, { result: Result }>();
  return (subject) => {
    const kept = known.get(subject) ?? { result: find(subject) };
    known.set(subject, kept);
    return kept.result;
  };
}
