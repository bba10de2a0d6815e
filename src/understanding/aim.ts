/**
 * Decides what a reading is about. It is sure only when a subject was named well enough and every
 * content word of the question is explained by it; what stays unexplained is a reason to decline.
 */
import type { Subject, SubjectKind } from "../knowledge/subjects.ts";
import { Recent } from "../language/recent.ts";
import { askingClause } from "./asking-clause.ts";
import { withoutColour } from "./colour.ts";
import type { Context } from "./context.ts";
import { dividedOf } from "./divided.ts";
import { exclusionsOf, SPANS } from "./exclusions.ts";
import { decide, FULLY, fitting, isVariant, NAMED, NEARLY, TIE } from "./fit.ts";
import {
  asksInAll,
  asksTotal,
  besideAnchor,
  goesBack,
  goesOnFrom,
  inAllOf,
  isCalled,
  isNamedByAll,
  isOfSame,
  KIN,
  lastSubject,
  measuredAlike,
  namedBeside,
  namesOnlyGroups,
  namesOtherWay,
  nearestTo,
  onlyKin,
  pick,
  sharesGround,
  siblingNamed,
  speaksOfOne,
  spokenOfBefore,
  twinOf,
} from "./leaning.ts";
import type { Candidate, ContentItem } from "./matcher.ts";
import {
  asksHowLongItTook,
  asksOfThat,
  asksWhatTheyCost,
  asksWhoHasIt,
  asksWhoUsedIt,
  COUNTRY,
  pointsBack,
  speaksOfThem,
} from "./pointing.ts";
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
  const anchor = options.anchor ?? lastSubject(context, reader, options.kinds);
  const isDivided = anchor === undefined ? undefined : dividedOf(reader, reading, items, anchor);
  const only = (subject: Subject) => !excludes(subject) && (isDivided?.(subject) ?? true) && (options.only?.(subject) ?? true);
  const aim = aimAmong(reader, reading, context, { ...options, items, only, anchor });
  if (aim.kind === "missing") return aimWithout(reader, reading, context, { ...options, items }) ?? aim;
  const keys = context.questions.length > 0 ? alternativesOf(aim) : [];
  if (keys.length < 2) return aim;
  const allowed = keys.filter((key) => isAllowed(key, reader, only));
  return spokenOfAgain(allowed, reader, reading, context) ?? nearestSpoken(allowed, reader, items, context, pick(options.kinds)) ?? aim;
}

function isAllowed(key: string, reader: Reader, only: (subject: Subject) => boolean): boolean {
  const subject = reader.subject(key);
  return subject !== undefined && only(subject);
}

/** "which year had most respondents there": of readings that fit alike, the one that was just spoken of. */
function spokenOfAgain(
  alternatives: readonly string[],
  reader: Reader,
  { tokens, periods, text }: Reading,
  context: Context,
): Aim | undefined {
  const anchor = lastSubject(context, reader);
  // "what was it for the GPs the year before?"
  const leans = WHICH_YEAR.test(text) || pointsBack(tokens) || periods.some(({ kind }) => ["before", "after", "step"].includes(kind));
  const spoken = anchor !== undefined && alternatives.includes(anchor) && leans ? reader.subject(anchor) : undefined;
  return spoken && meant(spoken, true);
}

const WHICH_YEAR = /(?:^| )(?:which|what|hvilket|kva) (?:year|år|quarter|kvartal|month|måned|månad)(?: |$)/;

const MOST_KEPT = 4;
const EXCLUSIONS = new Recent<Reading, (subject: Subject) => boolean>(MOST_KEPT);

/** What a whole reading rules out is worked out once for all the intents that look at it. */
function excludedBy(items: readonly ContentItem[], reading: Reading, reader: Reader): (subject: Subject) => boolean {
  if (items !== reading.items) return exclusionsOf(items, reading, reader);
  return EXCLUSIONS.of(reading, () => rememberEach(exclusionsOf(items, reading, reader)));
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
export function sureOf(candidate: Candidate): Extract<Aim, { kind: "sure" }> {
  return { kind: "sure", subject: candidate.subject, candidate, others: [], inherited: false };
}

/** One subject, by no candidate of its own; inherited where it is the one last spoken of. */
export function meant(subject: Subject, inherited: boolean): Extract<Aim, { kind: "sure" }> {
  return { kind: "sure", subject, candidate: undefined, others: [], inherited };
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
  for (const fewer of [withoutColour(items, reading), items.filter(({ background }) => !background), askingClause(items, reading)]) {
    if (fewer === undefined || fewer.length === items.length) continue;
    const aim = aimAt(reader, reading, context, { ...options, items: fewer });
    if (aim.kind === "sure" && !aim.inherited && (aim.candidate?.complete ?? 0) >= FULLY) return aim;
  }
  return undefined;
}

/** What the rules look at: the words that count, the ones among them that name something, and what was last spoken of. */
type Look = {
  reader: Reader;
  reading: Reading;
  context: Context;
  options: AimOptions;
  items: readonly ContentItem[];
  hard: readonly ContentItem[];
  anchor: string | undefined;
};

function aimAmong(reader: Reader, reading: Reading, context: Context, options: AimOptions & { items: readonly ContentItem[] }): Aim {
  const { items, anchor } = options;
  const look: Look = { reader, reading, context, options, items, hard: items.filter((item) => !item.soft), anchor };
  const earlier = goesBack(reading) ? spokenOfBefore(reader, items, context, options) : undefined;
  if (earlier) return earlier;
  const alike = anchor !== undefined && items.length > 0 ? measuredAlike(reader, items, anchor, reading, options) : undefined;
  if (alike) return sureOf(alike);
  const whole = wholeNamed(look);
  if (whole) return whole;
  return look.hard.length === 0 ? byLightWords(look) : (sameForSpan(look) ?? sameAmount(look) ?? sameAgain(look) ?? byNames(look));
}

/** "all health personnel in total?" after the doctors among them: the whole that the data names, where it is called so. */
function wholeNamed({ reader, items, hard, anchor, options }: Look): Aim | undefined {
  const whole = asksTotal(items) && hard.length > 0 ? reader.subject(reader.vocabulary.wholes.get(anchor ?? "") ?? "") : undefined;
  if (!whole || !(options.only?.(whole) ?? true)) return undefined;
  return isNamedByAll(reader, hard, whole.key) ? meant(whole, false) : undefined;
}

/** "which quarter of 2020 was the highest?" after a share of a quarter: of what was just spoken of, where only how long is said. */
function sameForSpan({ reader, hard, anchor, options }: Look): Aim | undefined {
  const spoken = reader.subject(anchor ?? "");
  if (anchor === undefined || spoken?.kind !== "indicator" || !(options.only?.(spoken) ?? true)) return undefined;
  const { matcher } = reader.vocabulary;
  const isSpan = hard.every(({ concepts }) => concepts.some((one) => SPANS.has(one) && matcher.nameShare(anchor, one) >= OF_SPAN));
  return isSpan ? meant(spoken, true) : undefined;
}

const CURRENCY = new Set(["krone", "kroner", "kr", "nok"]);

/** "hvor mange kroner mer er det?" after an amount: of what was just spoken of. */
function sameAmount({ reader, reading, hard, anchor, options }: Look): Aim | undefined {
  const spoken = reader.subject(anchor ?? "");
  const isAmount = spoken?.kind === "indicator" && spoken.item.unit.startsWith("NOK") && (options.only?.(spoken) ?? true);
  const namesNoOther = hard.every(({ word }) => CURRENCY.has(word.toLowerCase()));
  return isAmount && namesNoOther && (reading.followUp || asksOfThat(reading.text)) ? meant(spoken, true) : undefined;
}

/** In how many of its names a span must stand for which a subject is told. */
const OF_SPAN = 0.7;

const WHOLE_YEAR = /(?:^| )(?:all of|the whole of|hele|heile|whole|alt i) (?:året |year )?20\d\d(?: |$)/;
const NAMES_NOTHING = new Set(["recipient", "share"]);

/** What is meant where no word names anything: mostly what was last spoken of, or a neighbour that a light word tells apart. */
function byLightWords({ reader, reading, options, items: all, anchor }: Look): Aim {
  // "what did each of them get?", "how many percent?": who gets something is no recipient of care by that, and a share is one of anything.
  const items = all.filter(({ concepts }) => !concepts.some((concept) => NAMES_NOTHING.has(concept)));
  const named = items.length > 0 ? fitting(reader.rank(items, pick(options.kinds)), options) : [];
  // "how many percent down" in a conversation: a few light words that name another thing only by half do not leave it.
  const isNamedAnew = named[0] !== undefined && (anchor === undefined || named[0].complete >= NEARLY);
  if (isNamedAnew && !reading.followUp) return decide(named, false);
  const subject = reader.subject(anchor ?? "");
  if (anchor === undefined || !subject) return named.length > 0 ? decide(named, false) : { kind: "nothing" };
  // "and how many for all of 2023?" after a month: the form that is told by year.
  const byYear = subject.kind === "indicator" && WHOLE_YEAR.test(reading.text) ? reader.subject(subject.item.parent ?? "") : undefined;
  if (byYear && (options.only?.(byYear) ?? true)) return meant(byYear, false);
  const inAll = asksInAll(items, reading) ? inAllOf(reader, items, anchor, options) : undefined;
  if (inAll) return inAll;
  const twin = reading.followUp || reading.periods.length > 0 ? twinOf(reader, items, anchor) : undefined;
  if (twin && (options.only?.(twin) ?? true)) return meant(twin, false);
  const beside = reading.followUp || asksWhoHasIt(reading.text) ? namedBeside(reader, items, anchor, options) : undefined;
  if (beside) return sureOf(beside);
  if (reading.followUp && namesOtherWay(reader, items, anchor)) return { kind: "nothing" };
  // "how long does it take?" after a number of them: it tells no length of time.
  if (!(options.only?.(subject) ?? true)) return { kind: "nothing" };
  const same = meant(subject, true);
  const other = items.length > 0 && goesOnFrom(same, anchor, reading) ? besideAnchor(items, anchor, reader, options) : undefined;
  return other ? sureOf(other) : same;
}

/** "and what did the municipalities spend on it": of what was just spoken of, by others. */
const ON_IT = /(?:^| )(?:on|for|til|på|av|of) (?:it|that|this|det|dette)(?: |$)/;
/** "spend on IT" is on no "it". */
function asksOnIt({ text, words }: Reading): boolean {
  return ON_IT.test(text) && !words.some(({ text: typed }) => typed === "IT");
}

const CORRECTS = /(?:^| )(?:mente|meinte|meint|meiner|mener|meant|mean)(?: |$)/;

/** What was last spoken of, where it is called by its own name again or by "it"; or the one beside it that the words tell apart. */
function sameAgain(look: Look): Aim | undefined {
  const { reader, reading, options, items, hard, anchor } = look;
  const spoken = reader.subject(anchor ?? "");
  if (anchor === undefined || !spoken || !reading.followUp) return undefined;
  // "and from GPs to municipalities?" after the other way: called by the same words, and another flow.
  if ((options.only?.(spoken) ?? true) && isCalled(reader, items, anchor) && !isNamedElsewhere(look)) {
    // "and visits for all of 2023?" after a month of them: the form that is told by year.
    const byYear = spoken.kind === "indicator" && asksTotal(items) ? reader.subject(spoken.item.parent ?? "") : undefined;
    return meant(byYear ?? spoken, true);
  }
  // "nei, jeg mente utleverte": of the family of what was spoken of, before what is called so elsewhere.
  const meantInstead = CORRECTS.test(reading.text) || asksOnIt(reading) ? siblingNamed(reader, items, anchor, options) : undefined;
  if (meantInstead && meantInstead.complete >= NAMED) return sureOf(meantInstead);
  // "full-time equivalents in the specialist service in 2023?": words that name another thing in full; one word alone may be a neighbour's.
  const [own] = reading.fragment || hard.length > 1 ? fitting(reader.rank(items, pick(options.kinds)), options) : [];
  if (own && own.complete >= FULLY) return undefined;
  const sibling = reading.cues.has("quantity") ? undefined : siblingNamed(reader, items, anchor, options);
  if (sibling) return sureOf(sibling);
  return speaksOfOne(reading) && isNamedByAll(reader, hard, anchor) ? meant(spoken, true) : undefined;
}

/** "and the number of e-consultations in …?" after those per 100 inhabitants: the words name another in full. */
function isNamedElsewhere({ reader, options, items, anchor }: Look): boolean {
  const [best] = fitting(reader.rank(items, pick(options.kinds)), options);
  return (
    best !== undefined && best.complete >= FULLY && best.subject.key !== anchor && !isFormOf(best.subject, reader.subject(anchor ?? ""))
  );
}

function isFormOf(one: Subject, other: Subject | undefined): boolean {
  return other !== undefined && isVariant(one, other);
}

/** What the words name, alone or together with what was last spoken of. */
function byNames(look: Look): Aim {
  const { reader, reading, context, options, items, hard, anchor } = look;
  const alone = reader.rank(items, pick(options.kinds));
  const fits = fitting(alone, options);
  // "how many health personnel had used it?": what they used was named before.
  const ofThem = anchor !== undefined && (speaksOfThem(reading.text) || asksWhoUsedIt(reading.text));
  if (
    anchor !== undefined &&
    (ofThem || reading.followUp) &&
    hard.every((item) => isKindOf(item, ofThem)) &&
    !alone.some(({ subject }) => isAmongThem(subject, anchor, reader))
  )
    return { kind: "nothing" };
  const isNamedInFull = fits[0] !== undefined && fits[0].complete >= FULLY;
  // "how many of them had to show up in person": of what was spoken of, whatever else the words name.
  const explained = alone.filter(({ unexplained, subject }) => unexplained.length === 0 && (options.only?.(subject) ?? true));
  // "since when?" in between: they are those of the figure before it.
  const people = ofThem ? lastSubject(context, reader, ["indicator"]) : undefined;
  const near = people ? nearestTo(people, items, explained, reader) : undefined;
  if (near) return sureOf(near);
  const [there, elsewhere] = isNamedInFull ? [] : explained.filter(({ subject }) => isOfSamePlace(subject, reader.subject(anchor ?? "")));
  if (there && !elsewhere) return sureOf(there);
  const anchored = anchor !== undefined && (!isNamedInFull || ofThem) ? besideWhatWasSpokenOf(look, anchor, fits.length === 0) : undefined;
  if (anchored) return anchored;
  // "how many of them were on video?" after a number: the percentage of others who had video is none of them.
  const isOfOthers = ({ subject }: Candidate) =>
    anchor !== undefined &&
    isAskedOf(subject) &&
    !isAskedOf(reader.subject(anchor)) &&
    !sharesGround(subject, reader.subject(anchor)) &&
    !isAmongThem(subject, anchor, reader);
  if (ofThem && fits.length > 0 && fits.every(isOfOthers)) return { kind: "nothing" };
  // "and among health personnel?" of what is told of no such group: their number is another matter.
  const isElsewhere =
    anchor !== undefined &&
    (((reading.followUp || ofThem) && namesOnlyGroups(hard)) || asksWhatTheyCost(reading.text)) &&
    fits.every(({ subject }) => !sharesGround(subject, reader.subject(anchor)));
  if (isElsewhere) {
    const member = siblingNamed(reader, items, anchor, options);
    return member ? sureOf(member) : { kind: "nothing" };
  }
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
  // "how long did it take?": of what was spoken of nothing is told.
  const ofIt = ground !== undefined && asksHowLongItTook(reading.text) && explained.every(({ subject }) => !sharesGround(subject, ground));
  if (ofIt) return { kind: "nothing" };
  if (explained.length > 0) return { kind: "choice", candidates: explained };
  const nearest = alone.slice(0, MOST_NEAR);
  return { kind: "missing", nearest, unexplained: unexplainedBy(nearest, items), items };
}

/** Whether a subject is a percentage of people that a survey asked. */
function isAskedOf(subject: Subject | undefined): boolean {
  return subject?.kind === "indicator" && subject.item.unit === "percent" && /citizen|inhabitant|personnel/.test(subject.item.covers.whom);
}

/** What narrows those who were counted: children; of them also hospitals. */
function isKindOf({ barrier, concepts }: ContentItem, ofThem: boolean): boolean {
  return barrier === "group" || concepts.includes("child") || (ofThem && concepts.includes("hospital"));
}

/** "how many had to come in?" after the patients of one hospital: those there, and not those of the country. */
function isOfSamePlace(one: Subject, other: Subject | undefined): boolean {
  if (one.kind !== "indicator" || other?.kind !== "indicator" || one.key === other.key) return false;
  return one.item.covers.place === other.item.covers.place && !COUNTRY.has(one.item.covers.place.toLowerCase());
}

/** "how many of them were children?" after patients: what is told of other people in the same section are none of them. */
function isAmongThem(subject: Subject, anchor: string, reader: Reader): boolean {
  return reader.siblings(anchor).has(subject.key) || isOfSame(subject, reader.subject(anchor));
}

const MOST_NEAR = 12;

/** What the words name when what was last spoken of lends them its own: "and for hospitals?". */
function besideWhatWasSpokenOf({ reader, reading, options, items }: Look, anchor: string, namesNothing: boolean): Aim | undefined {
  const anchored = fitting(reader.rank(items, { ...pick(options.kinds), anchor }), options).filter(
    ({ subject }) => subject.key === anchor || sharesGround(subject, reader.subject(anchor)),
  );
  if (anchored.length > 0) {
    const decided = decide(anchored, false);
    const other = goesOnFrom(decided, anchor, reading) ? besideAnchor(items, anchor, reader, options) : undefined;
    return other ? sureOf(other) : decided;
  }
  const counted = reading.followUp && namesNothing ? siblingNamed(reader, items, anchor, options) : undefined;
  return counted ? sureOf(counted) : undefined;
}

function unexplainedBy(nearest: readonly Candidate[], items: readonly ContentItem[]): string[] {
  const [best] = nearest;
  if (best) return [...best.unexplained];
  return items.filter((item) => !item.soft).map((item) => item.word);
}
