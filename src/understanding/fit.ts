/** Which candidates fit a question well enough, and which of them is meant. */
import type { Subject, SubjectKind } from "../knowledge/subjects.ts";
import type { Aim, AimOptions } from "./aim.ts";
import type { Candidate, ContentItem } from "./matcher.ts";

/** How much of a subject's name must have been said. */
export const NAMED = 0.7;

/** How much of its name is nearly all; what was last spoken of lends its words, so that a neighbour is never named in full. */
export const NEARLY = 0.8;
/** Scores closer than this are equally good. */
export const TIE = 0.05;

/** What the report itself measures comes before near and context indicators that fit as well. */
const RELATION_BONUS = { report: 0.02, near: 0, context: -0.01 } as const;

/** How much better a near or context indicator must fit to be answered before the report's own. */
const REPORT_REACH = 0.09;

/** How much of a name must have been said to count as all of it: then it may decide, and unknown words beside it are colour. */
export const FULLY = 0.95;

/** The candidates that are named well enough and leave nothing unexplained, best first with all preferences applied. */
export function fitting(ranked: readonly Candidate[], options: AimOptions): Candidate[] {
  return ranked
    .filter(
      ({ unexplained, complete, subject }) =>
        (unexplained.length === 0 || (complete >= FULLY && isBeside(unexplained, options.items ?? [], subject))) &&
        complete >= NAMED &&
        (options.only?.(subject) ?? true),
    )
    .map((candidate, _index, all) => ({
      ...candidate,
      score: candidate.score + bonusOf(candidate.subject, options) + orderBonus(candidate, all),
    }))
    .sort((a, b) => b.score - a.score || b.order - a.order);
}

/** What a fully named subject may have beside it: that it is connected, taken into use, bought, or found in health care. */
const BESIDE = new Set(["launch", "connected", "registered", "health-service", "health-personnel-system", "computer", "buy"]);

/** Words that only tell how a fully named subject is used, beside at least two that name it. */
function isBeside(unexplained: readonly string[], items: readonly ContentItem[], subject: Subject): boolean {
  // What businesses of all kinds were asked is not told of health care.
  if (subject.kind === "indicator" && /enterprise|business/i.test(subject.item.covers.whom)) return false;
  const hard = items.filter((item) => !item.soft);
  const extra = hard.filter(({ word }) => unexplained.includes(word));
  return (
    extra.length === 1 &&
    hard.length >= 3 &&
    extra.every(({ barrier, concepts }) => !barrier && concepts.every((one) => BESIDE.has(one) || isPatientOf(one, hard)))
  );
}

/** "health personnel using video with patients": whom they use it with goes without saying. */
function isPatientOf(concept: string, hard: readonly ContentItem[]): boolean {
  return concept === "patient" && hard.some(({ concepts }) => concepts.includes("health-personnel"));
}

/** Among subjects named by the same words, the one that has them in the said order. */
function orderBonus(candidate: Candidate, all: readonly Candidate[]): number {
  const twin = all.some(
    (other) => other !== candidate && Math.abs(other.score - candidate.score) < 1e-6 && other.order !== candidate.order,
  );
  return twin ? 0.06 * candidate.order : 0;
}

function bonusOf(subject: Subject, options: AimOptions): number {
  const preferred = (options.prefer?.includes(subject.kind) ? 0.12 : 0) + (options.favour?.(subject) ?? 0);
  if (subject.kind !== "indicator") return preferred;
  const variant = subject.item.parent ? -0.06 : 0;
  return preferred + RELATION_BONUS[subject.item.relation] + variant;
}

/** @param inDoubt a claim is held against what it may mean, so that no reading of it is left out */
export function decide(fits: readonly Candidate[], inherited: boolean, inDoubt = false): Aim {
  const [best, ...rest] = preferReport(preferMember(fits));
  if (!best) return { kind: "nothing" };
  const rivals = rest.filter(({ score, subject, order, complete }) => {
    if (isSameTopic(subject, best.subject)) return false;
    if (isVariant(subject, best.subject) || (subject.kind === "family" && best.subject.kind === "indicator")) return false;
    if (best.subject.kind === "family" && subject.kind === "indicator" && complete < best.complete) return false;
    // What is named in full is meant before what has much of the same in its name.
    if (!inDoubt && best.subject.kind === "indicator" && best.complete >= FULLY && complete < NEARLY) return false;
    if (isReport(best.subject) && subject.kind === "indicator" && !isReport(subject) && complete <= best.complete) return false;
    // The same words in another order are another flow: from GPs to municipalities, or back.
    const reversed = order < best.order && Math.abs(complete - best.complete) < 0.01;
    return best.score - score < TIE && !reversed;
  });
  if (rivals.length > 0) return { kind: "choice", candidates: [best, ...rivals] };
  return { kind: "sure", subject: best.subject, candidate: best, others: rest, inherited };
}

/** An indicator that is named as fully as a family comes before the family. */
function preferMember(fits: readonly Candidate[]): Candidate[] {
  const [best] = fits;
  if (best?.subject.kind !== "family") return [...fits];
  const named = fits.find(
    ({ subject, score, complete }) => subject.kind === "indicator" && best.score - score < TIE && complete >= best.complete,
  );
  return named ? [named, ...fits.filter((candidate) => candidate !== named)] : [...fits];
}

/** Among readings that fit about as well, what the report itself measures comes first, unless another is named in full by its own words. */
function preferReport(fits: readonly Candidate[]): Candidate[] {
  const [best] = fits;
  if (!best || isReport(best.subject) || (best.subject.kind !== "indicator" && best.subject.kind !== "family")) return [...fits];
  const close = fits.find(
    ({ subject, score, complete, order }) =>
      isReport(subject) && best.score - score < REPORT_REACH && complete >= best.complete - 0.1 && order >= best.order,
  );
  return close ? [close, ...fits.filter((candidate) => candidate !== close && candidate !== best), best] : [...fits];
}

function isReport(subject: Subject): boolean {
  return subject.kind === "indicator" && subject.item.relation === "report";
}

const TOPIC_KINDS: ReadonlySet<SubjectKind> = new Set(["section", "term", "trend"]);

/** A section, the trend that it tells and the term that it explains are one topic; which of them speaks, the intent prefers. */
function isSameTopic(one: Subject, other: Subject): boolean {
  if (one.section !== other.section || one.section === null) return false;
  const isTopic = ({ kind }: Subject) => TOPIC_KINDS.has(kind);
  return (
    (isTopic(one) && isTopic(other)) ||
    (one.kind === "family" && other.kind === "section") ||
    (one.kind === "section" && other.kind === "family")
  );
}

/** The month or quarter of the same thing is no other reading; the asked period picks it. */
export function isVariant(one: Subject, other: Subject): boolean {
  if (one.kind !== "indicator" || other.kind !== "indicator") return false;
  const parents = [one.item.parent ?? one.item.id, other.item.parent ?? other.item.id];
  return parents[0] === parents[1];
}
