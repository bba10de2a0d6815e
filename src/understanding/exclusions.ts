/** What a subject does not answer, however well its name fits: the other half, another group, another kind of quantity. */
import type { Subject } from "../knowledge/subjects.ts";
import { CAUSED_BY } from "./causes.ts";
import { countsOtherIn } from "./counted.ts";
import { isReversed } from "./direction.ts";
import type { ContentItem } from "./matcher.ts";
import { ofSubject } from "./of-subject.ts";
import { isOwner, namesStaff } from "./own-record.ts";
import { isNoPartOf, OWN_WORD, partedBy } from "./parted.ts";
import type { Reader, Reading } from "./reading.ts";

type Items = readonly ContentItem[];

/**
 * Reads once what a question rules out.
 * @returns whether a subject is ruled out, whatever words of the question it explains
 */
export function exclusionsOf(items: Items, reading: Reading, reader: Reader): (subject: Subject) => boolean {
  const text = reading.text;
  const isDivided = reading.tokens.some((word) => PER.has(word) || EACH.has(word));
  const asksMoney = MONEY.test(text);
  const saysSpending = items.some(({ concepts }) => concepts.length === 1 && concepts[0] === "spending");
  const leftOut = items.some((item) => isLeftOut(item, reading));
  const either = eitherOfTwo(items, reading);
  const asksAll = ALL.test(text);
  const whole = wholeOf(items, reading);
  const saysNorway = reading.tokens.some((word) => NORWAY.has(word));
  const saysWithout = WITHOUT.test(text);
  const asksOthers = AMONG_OTHERS.test(text) && !saysWithout;
  const countsOther = countsOtherIn(items, reading);
  const parted = partedBy(items, reading);
  const asksAlone = ALONE.test(text);
  const asksInhabitants = namesInhabitants(items);
  return (subject) =>
    (saysNorway && isAbroad(subject)) ||
    asksPart(subject, items) ||
    isOfOthers(subject, items, whole) ||
    isOtherForm(subject, items, reader) ||
    (isDivided && isUndivided(subject, items, reading, reader)) ||
    (!saysWithout && leavesOut(subject)) ||
    (asksOthers && saysWithoutOthers(subject)) ||
    (leftOut && !leavesOut(subject) && subject.kind === "indicator") ||
    countsOther(subject) ||
    isNegated(subject, items, reader) ||
    ((asksMoney || saysSpending) && !isMoney(subject, reading, reader)) ||
    (either !== undefined && explainsBoth(subject, either, reader)) ||
    (asksAll && isFirst(subject)) ||
    (asksInhabitants && countsStaff(subject)) ||
    (asksAlone && isOfMore(subject, items, reader)) ||
    (parted !== undefined && isNoPartOf(subject, parted, reader)) ||
    isOfOtherStaff(subject, items, reader) ||
    isOfACause(subject, items, reading, reader) ||
    isOtherRank(subject, text) ||
    isGivenUp(subject, items, reading, reader) ||
    (isMultiple(subject) && asksNumber(reading) && !TIMES.test(text)) ||
    isReversed(subject, reading, reader.vocabulary.lexicon);
}

const PER = new Set(["per", "pr", "pro"]);

const EACH = new Set(["hver", "hvert", "kvar", "kvart", "each", "every"]);
/** Concepts of how long a figure is told for. */
export const SPANS: ReadonlySet<string> = new Set(["week", "month", "quarter", "half-year", "per-day"]);

/** "lookups per doctor", "each GP", "per 1000": only a figure that is itself told per something answers, and "each" only where per just that. */
function isUndivided(subject: Subject, items: Items, reading: Reading, reader: Reader): boolean {
  if (subject.kind !== "indicator") return false;
  const names = Object.values(subject.item.names).flat();
  const each = items.filter(
    ({ concepts, position = 0 }) => EACH.has(reading.tokens[position - 1] ?? "") && !concepts.some((concept) => SPANS.has(concept)),
  );
  if (each.length > 0 && !each.every((item) => isToldPer(item, names, reader))) return true;
  // "per GP" is not "per inhabitant".
  const per = items.filter(({ position = 0, concepts, soft }) => {
    const isSpan = concepts.length === 0 || concepts.some((concept) => SPANS.has(concept));
    return !soft && !isSpan && PER.has(reading.tokens[position - 1] ?? "");
  });
  if (per.length > 0 && !per.every((item) => isToldPer(item, names, reader))) return true;
  const isTime = (position: number) => reading.periods.some(({ from, to }) => position >= from && position < to);
  const divided =
    items.some(({ position }) => position !== undefined && PER.has(reading.tokens[position - 1] ?? "")) ||
    reading.tokens.some((word, index) => PER.has(word) && /^\d/.test(reading.tokens[index + 1] ?? "") && !isTime(index + 1));
  return divided && !names.some((name) => /\b(?:per|pr|each|every|hver|kvar) (?!år|year|annum)/i.test(name));
}

function isToldPer({ concepts }: ContentItem, names: readonly string[], reader: Reader): boolean {
  return names.some((name) => {
    const word = /\b(?:per|pr|each|hver|kvar) (\p{L}+)/iu.exec(name)?.[1];
    const known = word === undefined ? undefined : reader.vocabulary.lexicon.find(word)?.roles.concepts;
    return concepts.some((concept) => known?.has(concept));
  });
}

/** "hvor mye ble brukt på …", "how much was spent", "the price of a place", "what it is worth": money is asked for. */
const MONEY =
  /(?<!\p{L})(?:(?:mye|mykje|much) .*(?<!\p{L})(?:bruk\p{L}* på|spent on|spend on)|verdi(?:en)? av|pays?|paid|betal\p{L}*|value of|worth|prisen på|price of)(?!\p{L})/u;

const MONEY_CONCEPTS = ["spending", "buy"];

function isMoney(subject: Subject, { cues }: Reading, reader: Reader): boolean {
  if (subject.kind !== "indicator" || subject.item.unit === "NOK") return true;
  // "how much did they spend at online pharmacies": a sum, and no percentage of those who prefer them.
  const asksSum = cues.has("quantity") && !cues.has("share");
  return (
    !asksSum &&
    subject.item.unit === "percent" &&
    MONEY_CONCEPTS.some((concept) => reader.vocabulary.matcher.nameShare(subject.key, concept) > 0)
  );
}

/** Words by which something is not to be counted. */
const LEAVING_OUT =
  "leaving out|left out|sett bort fra|sett bort frå|ser bort fra|ser bort frå|uten|utenom|utan|utanom|unntatt|unnateke|bortsett|ekskl|excluding|without|except|apart|minus|other than|andre enn";
const WITHOUT = new RegExp(`(?<!\\p{L})(?:${LEAVING_OUT}|utenfor|exclusive|excl)(?!\\p{L})`, "iu");

const AMONG_OTHERS =
  /(?:^| )(?:blant|for|av|hos|among|of) (?:(?:de|dei|the) )?(?:andre|other) (?:tilsette|ansatte|staff|employees|personnel)/;

/** "full-time equivalents among the other staff": not what is told without them. */
const saysWithoutOthers = ofSubject((subject) => {
  return subject.kind === "indicator" && /(?:without|not counting) other staff/.test(subject.item.sentence.en);
});

/** A figure that leaves something out answers only who asks without it. */
const leavesOut = ofSubject((subject) => {
  return subject.kind === "indicator" && Object.values(subject.item.names).every(([first]) => WITHOUT.test(first ?? ""));
});

/** "messages except SYSVAK", "hvis vi ser bort fra SYSVAK": the word right behind is what is not to be counted. */
function isLeftOut({ position = 0, soft, concepts }: ContentItem, { tokens }: Reading): boolean {
  if (soft || concepts.length === 0 || concepts.includes("negation")) return false;
  return EXCEPT.test(tokens.slice(Math.max(0, position - 3), position).join(" "));
}

const EXCEPT = new RegExp(`(?:^| )(?:(?:${LEAVING_OUT})(?: (?:for|from|fr[aå]|av))?|bort fr[aå])$`);

const PEOPLE = new Set(["doctor", "nurse", "citizen", "patient", "health-personnel", "gp"]);

const ANYBODY = new Set(
  "their his her your my a an the en ein ei sin sitt si møte møter treffe treffer meet meeting see seeing med with".split(" "),
);

/** "who trusts it most, doctors or nurses": two kinds of people between whom a figure must tell. */
function eitherOfTwo(items: Items, { tokens }: Reading): readonly [string, string] | undefined {
  const people = items.filter(({ concepts, soft }) => !soft && concepts.some((concept) => PEOPLE.has(concept)));
  for (const [index, item] of people.entries()) {
    const next = people[index + 1];
    const between = tokens.slice((item.position ?? 0) + 1, next?.position ?? 0);
    const [one, other] = [item.concepts[0], next?.concepts[0]];
    // "their nurse or doctor", "to meet a doctor or nurse": whoever it is.
    if (ANYBODY.has(tokens[(item.position ?? 0) - 1] ?? "")) continue;
    if (between.length === 1 && /^(?:eller|or)$/.test(between[0] ?? "") && one !== undefined && other !== undefined && one !== other)
      return [one, other];
  }
  return undefined;
}

function explainsBoth(subject: Subject, [one, other]: readonly [string, string], reader: Reader): boolean {
  const { matcher } = reader.vocabulary;
  return subject.kind === "indicator" && matcher.explains(subject.key, one) && matcher.explains(subject.key, other);
}

const ALL = /(?:^| )(?:alle|samtlige|samtlege|all|every) (?:the |de |dei )?\p{L}/u;

/** "when did all nursing homes get it": what happened first at one tells nothing of all. */
function isFirst(subject: Subject): boolean {
  return subject.kind === "event" && /(?:^| )first(?: |$)/i.test(subject.item.names.en[0] ?? "");
}

const STAFF = new Set(["doctor", "nurse", "health-personnel", "gp"]);
const OF = new Set(["av", "of", "blant", "among"]);

/** Those who were asked in surveys; whom they were in contact with is another matter. */
const ASKED = new Set(["health-personnel", "nurse", "citizen"]);

/** Of whom a share is asked: "90 % of doctors", "andelen leger som …", "how many nurses prefer …". */
function wholeOf(items: Items, reading: Reading): ContentItem | undefined {
  const cues = [...(reading.cues.get("share") ?? []), ...(reading.cues.get("quantity") ?? [])];
  // "what do health workers think: what percentage of them trusted …": of those who were named before.
  const them = /(?:^| )(?:of|av) (?:them|dem|dei)(?: |$)/.exec(reading.text);
  const before = them ? reading.text.slice(0, them.index).split(" ").length : 0;
  const named = items.find(({ position = 0, concepts }) => position < before && concepts.some((concept) => ASKED.has(concept)));
  if (them && named) return named;
  return items.find(({ position = -9, soft }) => {
    const before = reading.tokens[position - 1] ?? "";
    const isCounted = reading.words.some(({ positions }) => cues.includes(positions[0] ?? -1) && (positions.at(-1) ?? 0) === position - 1);
    const isPart =
      OF.has(before) &&
      /^(?:%|prosent|percent|cent|share|andel(?:en)?|del(?:en)?|proportion|mange|many)$/.test(reading.tokens[position - 2] ?? "");
    return !soft && (isCounted || isPart);
  });
}

/** "how many have not looked": only a subject of which one name says so. */
function isNegated(subject: Subject, items: Items, reader: Reader): boolean {
  if (subject.kind !== "indicator" || !items.some(({ concepts, soft }) => !soft && concepts.includes("negation"))) return false;
  const named = items.filter(({ concepts }) => concepts.length > 0);
  return !reader.vocabulary.matcher.namesMost(subject.key, named, "negation");
}

/** What health personnel say does not answer for people in general, nor the reverse. */
function isOfOthers(subject: Subject, items: Items, whole: ContentItem | undefined): boolean {
  if (subject.kind !== "indicator" || subject.item.unit !== "percent" || subject.item.measure === "change") return false;
  const { whom } = subject.item.covers;
  const ofPeople = /inhabitant|citizen|population|people/i.test(whom);
  const ofStaff = /personnel|doctor|nurse/i.test(whom) && !ofPeople;
  const said = (concept: string) => items.some(({ concepts }) => concepts.includes(concept));
  // "what share of Norwegians trusts that only personnel …": they are asked, whoever is spoken of.
  if (ofStaff) return whole?.concepts.includes("citizen") === true || (said("citizen") && !said("health-personnel"));
  return ofPeople && whole?.concepts.some((concept) => STAFF.has(concept)) === true;
}

/** "nurses alone?", "bare sykepleiere?": what counts them among others tells nothing of them. */
const ALONE =
  /^(?:(?:og|and|men|but) )*(?:(?:only|just|bare|kun|berre) (?:the )?\p{L}+|\p{L}+ (?:alone|only|aleine|alene|åleine))(?: (?:da|då|then))?(?: [?.!]+)?$/u;

function isOfMore({ key, kind }: Subject, items: Items, { vocabulary }: Reader): boolean {
  const hard = items.filter(({ soft, concepts }) => !soft && concepts.some((concept) => PEOPLE.has(concept)));
  if (kind !== "indicator" || hard.length === 0) return false;
  return hard.some(({ concepts }) => concepts.every((concept) => vocabulary.matcher.nameShare(key, concept) < OWN_WORD));
}

/** "inhabitants who used kjernejournal", "their own kjernejournal": those who work there are not meant. */
function namesInhabitants(items: Items): boolean {
  if (namesStaff(items)) return false;
  return items.some((item) => item.concepts.includes("citizen") && (INHABITANTS.test(item.word) || isOwner(item)));
}

/** "people" and "persons" may be anybody's word for whom a figure counts. */
const INHABITANTS = /^(?:innb|borger|borgar|citizen|inhabitant|resident|nordm[ae]nn|norwegian|publikum|members? of the public)/;

const countsStaff = ofSubject((subject) => {
  return subject.kind === "indicator" && subject.item.unit === "persons" && /personnel|doctor|nurse/.test(subject.item.covers.whom);
});

/** "doctors' full-time equivalents in the specialist service": only a figure of which a name says whose they are. */
function isOfOtherStaff(subject: Subject, items: Items, reader: Reader): boolean {
  if (subject.kind !== "indicator" || subject.item.unit !== "full-time equivalents") return false;
  const staff = items.filter(({ soft, concepts }) => !soft && concepts.some((concept) => concept === "doctor" || concept === "nurse"));
  return staff.length > 0 && !reader.vocabulary.matcher.namesAll(subject.key, staff);
}

const CAUSE = new RegExp(`${CAUSED_BY}(?: \\S+){0,2}$`);

/** "opted out because of privacy": only a figure of which a name says that cause. */
function isOfACause(subject: Subject, items: Items, { tokens, cues }: Reading, reader: Reader): boolean {
  if (subject.kind !== "indicator" || !(cues.has("quantity") || cues.has("share"))) return false;
  const causes = items.filter(
    ({ soft, concepts, position = 0 }) =>
      !soft && concepts.length > 0 && CAUSE.test(tokens.slice(Math.max(0, position - 6), position).join(" ")),
  );
  return causes.some((item) => !reader.vocabulary.matcher.namesAll(subject.key, [item]));
}

const PREFERS = /(?:^| )(?:rather|prefer\w*|heller|helst|foretr[eu]kk\w*|føretrekk\w*)(?: |$)/;
const OVER = new Set(["than", "enn", "over", "framfor", "fremfor", "instead"]);

/** "would rather buy online than in a shop": what stands behind "than" is what they do not want. */
function isGivenUp(subject: Subject, items: Items, { tokens, text, cues }: Reading, reader: Reader): boolean {
  if (subject.kind !== "indicator" || !PREFERS.test(text) || !(cues.has("quantity") || cues.has("share"))) return false;
  const than = tokens.findIndex((word) => OVER.has(word));
  if (than < 0) return false;
  const own = (item: ContentItem) => item.concepts.some((concept) => reader.vocabulary.matcher.nameShare(subject.key, concept) >= OWN_WORD);
  const choice = items.find(({ soft, position = 0 }) => !soft && position > than);
  return choice !== undefined && (choice.position ?? 0) <= than + RIGHT_BEHIND && own(choice);
}

/** "than in a shop": so many words behind "than" its choice stands at most. */
const RIGHT_BEHIND = 5;

/** Ranks by name, from the second to the fifth; the first is a superlative, which rankings answer. */
const RANKS: readonly RegExp[] = [
  /(?:andre ?plass\p{L}*|nummer to|nr \.? ?2|second (?:place|most|largest|biggest|highest)|(?:in|came) second|nest (?:mest|flest|størst\p{L}*|høg?y?est))/u,
  /(?:tredje ?plass\p{L}*|nummer tre|third place|third most|(?:in|came) third)/u,
  /(?:fjerde ?plass\p{L}*|nummer fire|fourth)/u,
  /(?:femte ?plass\p{L}*|nummer fem|fifth)/u,
];

/** "which service came second": a figure that tells a rank answers for its own place only. */
function isOtherRank(subject: Subject, text: string): boolean {
  if (subject.kind !== "indicator" || subject.item.measure !== "rank") return false;
  const asked = RANKS.flatMap((rank, index) => (rank.test(text) ? [index + 2] : []));
  return asked.length > 0 && !subject.item.observations.some(({ value }) => asked.includes(value));
}

const TIMES = /(?:more|flere|fleire|gange?r|gonge?r|gongar|times|fold|doble|dobling|doubl|tredobl|tripl)/;

/** "how many patients took part": how many times more there are is no number of them. */
function isMultiple(subject: Subject): boolean {
  return subject.kind === "indicator" && subject.item.measure === "multiple";
}

function asksNumber({ cues }: Reading): boolean {
  return cues.has("quantity");
}

const IN_PERSON = new Set(["referrals", "consultations", "bed days"]);

/** "referrals sent electronically": a figure that does not tell the form apart is none of one form. */
function isOtherForm(subject: Subject, items: Items, reader: Reader): boolean {
  if (subject.kind !== "indicator" || !IN_PERSON.has(subject.item.unit)) return false;
  const said = items.flatMap(({ concepts }) => concepts.filter((concept) => concept === "electronic" || concept === "digital"));
  const isDigital = ["electronic", "digital", "e-consultation"].some((concept) => reader.vocabulary.matcher.explains(subject.key, concept));
  return said.length > 0 && !isDigital;
}

/** "bed days in psychiatric care": what counts three kinds together does not answer for one. */
function asksPart(subject: Subject, items: Items): boolean {
  const whole = subject.kind === "indicator" ? (subject.item.allOf ?? []) : [];
  const named = whole.filter((concept) => items.some(({ concepts }) => concepts.includes(concept)));
  return named.length > 0 && named.length < whole.length;
}

const NORWAY = new Set(["norge", "noreg", "norway", "norsk", "norske", "norwegian"]);

/** Who says Norway does not ask about another country. */
function isAbroad(subject: Subject): boolean {
  return subject.kind === "indicator" && !subject.item.covers.place.startsWith("Nor");
}
