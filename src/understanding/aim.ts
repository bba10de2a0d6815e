/**
 * Decides what a reading is about. It is sure only when a subject was named well enough and every
 * content word of the question is explained by it; what stays unexplained is a reason to decline.
 */
import type { Subject, SubjectKind } from "../knowledge/subjects.ts";
import type { Context } from "./context.ts";
import { exclusionsOf } from "./exclusions.ts";
import type { Candidate, ContentItem } from "./matcher.ts";
import { speaksOfThem } from "./pointing.ts";
import type { Reader, Reading } from "./reading.ts";

/** What a question aims at. */
export type Aim =
  /** One subject. `others` are less likely readings that are also fully explained. */
  | { kind: "sure"; subject: Subject; candidate: Candidate | undefined; others: readonly Candidate[]; inherited: boolean }
  /** Two or more equally good readings, best first. */
  | { kind: "choice"; candidates: readonly Candidate[] }
  /** Something is named that no subject covers. */
  | { kind: "missing"; nearest: readonly Candidate[]; unexplained: readonly string[]; items: readonly ContentItem[] }
  /** No subject was named at all. */
  | { kind: "nothing" };

/** How much of a subject's name must have been said. */
const NAMED = 0.7;
/** Scores closer than this are equally good. */
const TIE = 0.05;
/** What the report itself measures comes before near and context indicators that fit as well. */
const RELATION_BONUS = { report: 0.02, near: 0, context: -0.01 } as const;
/** How much better a near or context indicator must fit to be answered before the report's own. */
const REPORT_REACH = 0.09;

export type AimOptions = {
  kinds?: readonly SubjectKind[];
  /** Only these content words; default: all of the reading. */
  items?: readonly ContentItem[];
  /** The subject that incomplete words may refer to; default: that of the last question. */
  anchor?: string | undefined;
  /** Kinds that win where several fit equally well. */
  prefer?: readonly SubjectKind[];
  /** Added to a subject's score where the question's form speaks for or against it. */
  favour?: (subject: Subject) => number;
  /** Only subjects that pass; others are not even second best. */
  only?: (subject: Subject) => boolean;
};

/** Finds what a reading is about in its conversation. */
export function aimAt(reader: Reader, reading: Reading, context: Context, options: AimOptions = {}): Aim {
  const items = options.items ?? reading.items;
  const excludes = excludedBy(items, reading, reader);
  const only = (subject: Subject) => !excludes(subject) && (options.only?.(subject) ?? true);
  const aim = aimAmong(reader, reading, context, { ...options, items, only });
  if (aim.kind === "missing") return aimWithout(reader, reading, context, { ...options, items }) ?? aim;
  const keys = context.questions.length > 0 ? alternativesOf(aim) : [];
  return (keys.length > 1 ? nearestSpoken(keys, reader, items, context, pick(options.kinds)) : undefined) ?? aim;
}

const EXCLUSIONS = new WeakMap<Reading, (subject: Subject) => boolean>();

/** What a whole reading rules out is worked out once for all the intents that look at it. */
function excludedBy(items: readonly ContentItem[], reading: Reading, reader: Reader): (subject: Subject) => boolean {
  if (items !== reading.items) return exclusionsOf(items, reading, reader);
  const known = EXCLUSIONS.get(reading) ?? rememberEach(exclusionsOf(items, reading, reader));
  EXCLUSIONS.set(reading, known);
  return known;
}

function rememberEach(excludes: (subject: Subject) => boolean): (subject: Subject) => boolean {
  const judged = new Map<string, boolean>();
  return (subject) => {
    const verdict = judged.get(subject.key) ?? excludes(subject);
    judged.set(subject.key, verdict);
    return verdict;
  };
}

/** One subject, named by the words that a candidate has. */
function sureOf(candidate: Candidate): Extract<Aim, { kind: "sure" }> {
  return { kind: "sure", subject: candidate.subject, candidate, others: [], inherited: false };
}

/** The subjects between which a question leaves the choice. */
function alternativesOf(aim: Aim): string[] {
  if (aim.kind === "choice") return aim.candidates.map(({ subject }) => subject.key);
  return aim.kind === "sure" && !aim.inherited && aim.subject.kind === "family" ? Object.values(aim.subject.item.members) : [];
}

/** "what is critical information, and how many have had it entered": of readings that fit alike, the one that what was spoken of speaks for. */
function nearestSpoken(
  alternatives: readonly string[],
  reader: Reader,
  items: readonly ContentItem[],
  context: Context,
  kinds: { kinds?: readonly SubjectKind[] },
): Aim | undefined {
  const anchor = lastSubject(context, reader);
  if (anchor === undefined) return undefined;
  const [best, second] = reader
    .rank(items, { ...kinds, anchor })
    .filter(({ subject, unexplained }) => alternatives.includes(subject.key) && unexplained.length === 0);
  if (!best || best.complete < KIN || best.score - (second?.score ?? 0) < TIE) return undefined;
  return sureOf(best);
}

/** What is meant when the words that only colour the question, or tell of its background, are left out; that must be named in full. */
function aimWithout(
  reader: Reader,
  reading: Reading,
  context: Context,
  options: AimOptions & { items: readonly ContentItem[] },
): Aim | undefined {
  const { items } = options;
  for (const fewer of [withoutColour(items, reading), items.filter(({ background }) => !background)]) {
    if (fewer.length === items.length) continue;
    const aim = aimAt(reader, reading, context, { ...options, items: fewer });
    if (aim.kind === "sure" && !aim.inherited && (aim.candidate?.complete ?? 0) >= FULLY) return aim;
  }
  return undefined;
}

function aimAmong(reader: Reader, reading: Reading, context: Context, options: AimOptions & { items: readonly ContentItem[] }): Aim {
  const { items } = options;
  const kinds = options.kinds;
  const anchor = options.anchor ?? lastSubject(context, reader, kinds);
  const hard = items.filter((item) => !item.soft);
  const earlier =
    !reading.cues.has("when") && GOING_BACK.test(reading.tokens.join(" ")) ? spokenOfBefore(reader, items, context, options) : undefined;
  if (earlier) return earlier;
  if (hard.length === 0) {
    const named = items.length > 0 ? fitting(reader.rank(items, pick(kinds)), options) : [];
    if (named.length > 0 && !reading.followUp) return decide(named, false);
    const inAll = anchor !== undefined && asksInAll(items, reading) ? inAllOf(reader, items, anchor, options) : undefined;
    if (inAll) return inAll;
    const twin = anchor && (reading.followUp || reading.periods.length > 0) ? twinOf(reader, items, anchor) : undefined;
    if (twin && (options.only?.(twin) ?? true)) return { kind: "sure", subject: twin, candidate: undefined, others: [], inherited: false };
    const beside = anchor && reading.followUp ? namedBeside(reader, items, anchor, options) : undefined;
    if (anchor && !beside && reading.followUp && namesOtherWay(reader, items, anchor)) return { kind: "nothing" };
    if (beside) return sureOf(beside);
    const subject = anchor ? reader.subject(anchor) : undefined;
    const same: Aim | undefined = subject && { kind: "sure", subject, candidate: undefined, others: [], inherited: true };
    const other =
      anchor && same && items.length > 0 && goesOnFrom(same, anchor, reading) ? besideAnchor(items, anchor, reader, options) : undefined;
    if (other) return sureOf(other);
    if (same) return same;
    return named.length > 0 ? decide(named, false) : { kind: "nothing" };
  }
  const called = anchor && reading.followUp && isCalled(reader, items, anchor) ? reader.subject(anchor) : undefined;
  // "and visits for all of 2023?" after a month of them: the form that is told by year.
  const byYear = called?.kind === "indicator" && asksTotal(items) ? reader.subject(called.item.parent ?? "") : undefined;
  const again = byYear ?? called;
  if (again) return { kind: "sure", subject: again, candidate: undefined, others: [], inherited: true };
  const sibling = anchor && reading.followUp && !reading.cues.has("quantity") ? siblingNamed(reader, items, anchor, options) : undefined;
  if (sibling) return sureOf(sibling);
  const spoken = anchor && reading.followUp && OF_IT.test(reading.tokens.join(" ")) ? reader.subject(anchor) : undefined;
  if (
    spoken &&
    hard.every(({ concepts }) => concepts.some((concept) => reader.vocabulary.matcher.nameShare(spoken.key, concept) >= ITS_OWN))
  )
    return { kind: "sure", subject: spoken, candidate: undefined, others: [], inherited: true };
  const alone = reader.rank(items, pick(kinds));
  const fits = fitting(alone, options);
  const strong = fits[0] !== undefined && fits[0].complete >= 0.95;
  // "how many of them had to show up in person": of what was spoken of, whatever else the words name.
  if (anchor && (!strong || speaksOfThem(reading.tokens))) {
    const anchored = fitting(reader.rank(items, { ...pick(kinds), anchor }), options).filter(
      ({ subject }) => subject.key === anchor || sharesGround(subject, reader.subject(anchor)),
    );
    if (anchored.length > 0) {
      const decided = decide(anchored, false);
      const other = goesOnFrom(decided, anchor, reading) ? besideAnchor(items, anchor, reader, options) : undefined;
      return other ? sureOf(other) : decided;
    }
    const counted = reading.followUp && fits.length === 0 ? siblingNamed(reader, items, anchor, options) : undefined;
    if (counted) return sureOf(counted);
  }
  const explained = alone.filter(({ unexplained, subject }) => unexplained.length === 0 && (options.only?.(subject) ?? true));
  const ofThem = anchor && speaksOfThem(reading.tokens) ? nearestTo(anchor, items, explained, reader) : undefined;
  if (ofThem) return sureOf(ofThem);
  if (fits.length > 0) {
    const decided = decide(fits, false, reading.cues.has("check"));
    // "how many doctors, and how many health personnel in all?": where the words alone leave a choice, the member of the family spoken of.
    const isOpen = decided.kind === "choice" || (decided.kind === "sure" && decided.subject.kind === "family");
    const member = anchor && reading.followUp && isOpen ? siblingNamed(reader, items, anchor, options) : undefined;
    return member ? sureOf(member) : decided;
  }
  const ground = reader.subject(anchor ?? context.questions[0]?.subjects[0] ?? "");
  const kin = ground && reading.followUp ? onlyKin(explained, ground, options) : undefined;
  if (kin) return sureOf(kin);
  if (explained.length > 0) return { kind: "choice", candidates: explained };
  const nearest = alone.slice(0, 12);
  return { kind: "missing", nearest, unexplained: unexplainedBy(nearest, items), items };
}

function asksTotal(items: readonly ContentItem[]): boolean {
  return items.some(({ concepts }) => concepts.includes("total"));
}

/** "and doctors in 2023?" after the doctors of another year: what was spoken of is called so. */
function isCalled({ vocabulary }: Reader, items: readonly ContentItem[], anchor: string): boolean {
  const { matcher } = vocabulary;
  return items.every(({ concepts, soft }) =>
    soft
      ? concepts.length === 0 || concepts.some((concept) => matcher.explains(anchor, concept))
      : concepts.some((concept) => matcher.nameShare(anchor, concept) >= NAMES_IT),
  );
}

/** In how many of its names a word must stand to be its own. */
const ITS_OWN = 0.2;
const AND = new Set(["og", "and"]);

/** "… and how many visits did it get?": the one just spoken of. */
const OF_IT =
  /(?:^| )(?:hadde|fikk|fekk|har|did|had|have|has|got|get|was|were|var) (?:it|den|ho|hun|han)(?: |$)|(?:^| )(?:it|den|ho|hun|han) (?:had|got|get|gets|has|fikk|fekk|hadde|har)(?: |$)/;

/** Whether a second half would ask for just what the first half asked for. */
function goesOnFrom(decided: Aim, anchor: string, { followUp, tokens, periods, cues }: Reading): boolean {
  const isSame = decided.kind === "sure" && decided.subject.key === anchor;
  return isSame && followUp && AND.has(tokens[0] ?? "") && cues.has("quantity") && periods.length === 0;
}

/** "… and how many have had it entered?": who goes on asks for something else than what was just asked for, where the words name it as well. */
function besideAnchor(items: readonly ContentItem[], anchor: string, reader: Reader, options: AimOptions): Candidate | undefined {
  const ground = reader.subject(anchor);
  const [one, two] = reader
    .rank(items, { ...pick(options.kinds), anchor })
    .filter(
      ({ subject, unexplained, complete }) =>
        subject.key !== anchor &&
        unexplained.length === 0 &&
        complete >= NAMED &&
        sharesGround(subject, ground) &&
        (options.favour?.(subject) ?? 0) >= 0 &&
        (options.only?.(subject) ?? true),
    );
  return one && one.score - (two?.score ?? 0) >= TIE ? one : undefined;
}

/** "how many of them had to show up in person": of all that these words may be, what is told of those that were spoken of. */
function nearestTo(anchor: string, items: readonly ContentItem[], explained: readonly Candidate[], reader: Reader): Candidate | undefined {
  const ground = reader.subject(anchor);
  const near = new Set(explained.filter(({ subject }) => sharesGround(subject, ground)).map(({ subject }) => subject.key));
  const ranked = reader.rank(items, { anchor }).filter(({ subject }) => subject.key !== anchor && near.has(subject.key));
  const same = ranked.filter(({ subject }) => isOfSame(subject, ground));
  const [best, second] = same.length > 0 ? same : ranked;
  return best && best.score - (second?.score ?? 0) >= TIE ? best : undefined;
}

/** Whether two figures are told of the same people. */
function isOfSame(one: Subject, other: Subject | undefined): boolean {
  return one.kind === "indicator" && other?.kind === "indicator" && one.item.covers.whom === other.item.covers.whom;
}

/** How much of its name the only one of its section must have had said. */
const KIN = 0.6;

/** "… and how many are assumed to have some that ought to be registered?": of the section that was spoken of, the only one that the question's form speaks for. */
function onlyKin(explained: readonly Candidate[], ground: Subject, { favour }: AimOptions): Candidate | undefined {
  const [one, other] = explained.filter(({ subject }) => sharesGround(subject, ground) && (favour?.(subject) ?? 0) >= 0);
  return one && !other && one.complete >= KIN ? one : undefined;
}

/** What was last spoken of lends its words, so that a neighbour is never named in full. */
const NEARLY = 0.8;
const GOING_BACK = /\b(?:back to|tilbake til|attende til)\b/;

/** "back to the total", "tilbake til reseptene, …": what was spoken of before the last subject, or a neighbour of it that is named. */
function spokenOfBefore(reader: Reader, items: readonly ContentItem[], context: Context, options: AimOptions): Aim | undefined {
  const spoken = [...new Set(context.questions.flatMap(({ subjects }) => subjects))];
  const [last, ...before] = spoken;
  const previous = before
    .map((key) => reader.subject(key))
    .find((subject) => subject && (!options.kinds || options.kinds.includes(subject.kind)));
  if (!last || !previous) return undefined;
  if (items.every((item) => item.soft)) return { kind: "sure", subject: previous, candidate: undefined, others: [], inherited: true };
  const near = new Set(before.flatMap((key) => [key, ...reader.siblings(key)]));
  const named = reader
    .rank(items, { ...pick(options.kinds), anchor: previous.key })
    .filter(({ subject, unexplained }) => near.has(subject.key) && unexplained.length === 0 && (options.only?.(subject) ?? true));
  const again = named.find(({ subject }) => spoken.includes(subject.key) && subject.key !== previous.key) ?? named[0];
  const wasSpokenOf = again !== undefined && spoken.includes(again.subject.key) && again.complete >= NAMED;
  return wasSpokenOf ? sureOf(again) : named.length > 0 ? decide(named, false) : undefined;
}

/** "og hvor mange burde hatt det?": light words that, beside what was last spoken of, name its neighbour in full. */
function namedBeside(reader: Reader, items: readonly ContentItem[], anchor: string, options: AimOptions): Candidate | undefined {
  const ground = reader.subject(anchor);
  const ranked = reader.rank(items, { ...pick(options.kinds), anchor }).filter(({ unexplained }) => unexplained.length === 0);
  const own = ranked.find(({ subject }) => subject.key === anchor)?.score ?? 0;
  const [best, second] = ranked.filter(
    ({ subject }) => subject.key !== anchor && sharesGround(subject, ground) && (options.only?.(subject) ?? true),
  );
  if (!best || best.complete < NEARLY || best.score - own < TIE) return undefined;
  return best.score - (second?.score ?? 0) >= TIE ? best : undefined;
}

/** Only "in all" is said; "show the whole course" asks for no whole. */
function asksInAll(items: readonly ContentItem[], { cues }: Reading): boolean {
  const asksOther = [...cues.keys()].some((cue) => !["quantity", "follow-up", "whatis"].includes(cue));
  return !asksOther && items.length > 0 && items.every(({ concepts }) => concepts.includes("total"));
}

/** "and in all?" after the doctors: the whole that the data names for them, or a neighbour that is a total; a part is none. */
function inAllOf(reader: Reader, items: readonly ContentItem[], anchor: string, options: AimOptions): Aim | undefined {
  const spoken = reader.subject(anchor);
  // "and the whole year?" after a month: the form that is told by year.
  const byYear = spoken?.kind === "indicator" ? spoken.item.parent : undefined;
  const whole = reader.subject(reader.vocabulary.wholes.get(anchor) ?? byYear ?? "");
  if (whole) return { kind: "sure", subject: whole, candidate: undefined, others: [], inherited: false };
  const beside = namedBeside(reader, items, anchor, options);
  if (beside) return sureOf(beside);
  const isPart = reader.siblings(anchor).size > 0 && reader.vocabulary.matcher.nameShare(anchor, "total") === 0;
  return isPart ? { kind: "nothing" } : undefined;
}

/** "… and how many were electronic?": of the family of what was just asked for, the one that a light word tells apart. */
function twinOf(reader: Reader, items: readonly ContentItem[], anchor: string): Subject | undefined {
  const { matcher } = reader.vocabulary;
  const isOwn = (key: string) =>
    items.some(({ concepts }) => concepts.some((one) => matcher.nameShare(key, one) >= OWN_WORD && matcher.nameShare(anchor, one) === 0));
  const own = [...reader.siblings(anchor)].filter(isOwn);
  if (own.length < 2) return reader.subject(own[0] ?? "");
  // "and online?": of two that the word tells apart, the one whose name is more like what was spoken of.
  const [best, second] = reader.rank(items, { kinds: ["indicator"], anchor }).filter(({ subject }) => own.includes(subject.key));
  return best && best.score - (second?.score ?? 0) >= TIE ? best.subject : undefined;
}

/** Ways of doing a thing: who asks for another one than was spoken of does not ask for the same again. */
const WAYS = new Set(["digital", "paper", "physical", "video", "telephone", "electronic"]);

/** "and online?" after what is told of no such way. */
function namesOtherWay({ vocabulary }: Reader, items: readonly ContentItem[], anchor: string): boolean {
  return items.some(
    ({ concepts }) => concepts.some((one) => WAYS.has(one)) && !concepts.some((one) => vocabulary.matcher.explains(anchor, one)),
  );
}

/** In how many names of a member a word must stand to tell it apart. */
const OWN_WORD = 0.2;

/** "hva med fastlege?" after the hospitals' share: the one of the same family that these words tell apart. */
function siblingNamed(reader: Reader, items: readonly ContentItem[], anchor: string, options: AimOptions): Candidate | undefined {
  const siblings = reader.siblings(anchor);
  const [best, second] = reader
    .rank(items, { ...pick(options.kinds), anchor })
    .filter(({ subject, unexplained }) => siblings.has(subject.key) && unexplained.length === 0 && (options.only?.(subject) ?? true));
  if (!best || best.score - (second?.score ?? 0) >= TIE) return best;
  return tellsApart(items, best, second, reader) ? best : undefined;
}

/** In how many of its names a word must stand to be the name of one, and in how few to stand in the other's by the way. */
const NAMES_IT = 0.7;
const BY_THE_WAY = 0.3;

/** "and nurses?": the one that is called so, and not the whole that lists them. */
function tellsApart(items: readonly ContentItem[], best: Candidate, second: Candidate | undefined, { vocabulary }: Reader): boolean {
  const hard = items.filter(({ soft, concepts }) => !soft && concepts.length > 0);
  const share = (candidate: Candidate, { concepts }: ContentItem) =>
    Math.max(0, ...concepts.map((concept) => vocabulary.matcher.nameShare(candidate.subject.key, concept)));
  return hard.length > 0 && hard.every((item) => share(best, item) >= NAMES_IT && (!second || share(second, item) <= BY_THE_WAY));
}

/** How much of a name must have been said to count as all of it: then it may decide, and unknown words beside it are colour. */
export const FULLY = 0.95;
/** More unknown words than this are a matter of their own. */
const MOST_COLOUR = 2;
/** An unknown word behind one of these says where, for whom or of what. */
const BINDING = new Set([
  // "how many were X", "how many did X have", "those who have X-ed": what they were, and who has them, is no colour.
  "har",
  "hadde",
  "have",
  "has",
  "had",
  "er",
  "var",
  "ble",
  "blei",
  "vart",
  "is",
  "are",
  "was",
  "were",
  "made",
  "done",
  "gjort",
  "gjorde",
  "did",
  "does",
  "do",
  "i",
  "in",
  "på",
  "on",
  "at",
  "for",
  "of",
  "av",
  "til",
  "to",
  "hos",
  "by",
  "blant",
  "among",
  "per",
  "fra",
  "frå",
  "from",
  "med",
  "with",
  "gjelder",
  "gjeld",
  "gjaldt",
  "galdt",
  "concerned",
  "within",
  "innen",
  "innan",
  "without",
  "uten",
  "utan",
  "mot",
  "the",
  "en",
  "et",
  "ein",
  "eit",
  "a",
  "an",
  "som",
  "og",
  "and",
  "eller",
  "or",
]);

/**
 * "my boss insists that …", "why on earth": unknown verbs and exclamations colour a question that is clear
 * without them. A word that is bound to another, stands before a word of the subject, is counted, or is a
 * name is no colour.
 */
function withoutColour(items: readonly ContentItem[], reading: Reading): readonly ContentItem[] {
  const known = new Set(items.filter(({ barrier }) => !barrier).map(({ position }) => position));
  const [counted = -9] = reading.cues.get("quantity") ?? [];
  const colour = items.filter(({ barrier, word, position = 0 }) => {
    if (barrier !== "unknown" || position === 0 || !/^\p{Ll}{3,}$/u.test(word)) return false;
    const before = reading.tokens[position - 1] ?? "";
    const isCounted = position > counted && position <= counted + 3;
    return (
      !BINDING.has(before) &&
      !isLast(position, reading) &&
      !known.has(position + 1) &&
      !known.has(position - 1) &&
      !isCounted &&
      reading.tokens.length >= MANY_WORDS
    );
  });
  return colour.length > 0 && colour.length <= MOST_COLOUR ? items.filter((item) => !colour.includes(item)) : items;
}

/** What ends a sentence is what was done, or to whom: no colour. */
function isLast(position: number, { tokens }: Reading): boolean {
  return !/\p{L}/u.test(tokens[position + 1] ?? "");
}

/** In a short question every word counts; people who chat use more. */
const MANY_WORDS = 10;

/** The candidates that are named well enough and leave nothing unexplained, best first with all preferences applied. */
function fitting(ranked: readonly Candidate[], options: AimOptions): Candidate[] {
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
function decide(fits: readonly Candidate[], inherited: boolean, inDoubt = false): Aim {
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
function isVariant(one: Subject, other: Subject): boolean {
  if (one.kind !== "indicator" || other.kind !== "indicator") return false;
  const parents = [one.item.parent ?? one.item.id, other.item.parent ?? other.item.id];
  return parents[0] === parents[1];
}

function sharesGround(one: Subject, other: Subject | undefined): boolean {
  return other !== undefined && one.section === other.section;
}

function unexplainedBy(nearest: readonly Candidate[], items: readonly ContentItem[]): string[] {
  const [best] = nearest;
  if (best) return [...best.unexplained];
  return items.filter((item) => !item.soft).map((item) => item.word);
}

/** The first subject of the newest question that has one of the wanted kind. */
export function lastSubject(context: Context, reader: Reader, kinds?: readonly SubjectKind[]): string | undefined {
  let aside: Subject | undefined;
  for (const question of context.questions) {
    for (const key of question.subjects) {
      const subject = reader.subject(key);
      // "since when?" in between: what was spoken of before it in the same section still is.
      if (aside && !sharesGround(aside, subject)) return undefined;
      if (subject && (!kinds || kinds.includes(subject.kind))) return key;
      // "what are medical messages, and how many were sent": a term stands for the one figure that it is told of by.
      const [only, another] = subject?.kind === "term" ? subject.item.indicators : [];
      if (only !== undefined && another === undefined && kinds?.includes("indicator")) return only;
    }
    const [first = ""] = question.subjects;
    aside = question.subjects.length === 1 ? reader.subject(first) : undefined;
    if (question.subjects.length > 0 && (aside?.kind !== "event" || aside.section === null)) return undefined;
  }
  return undefined;
}

function pick(kinds: readonly SubjectKind[] | undefined): { kinds?: readonly SubjectKind[] } {
  return kinds ? { kinds } : {};
}
