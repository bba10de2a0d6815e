/** What a message means by leaning on what was spoken of: the same, a neighbour, the whole, one of them. */
import { isPartOfYear } from "../knowledge/period.ts";
import type { Subject, SubjectKind } from "../knowledge/subjects.ts";
import { type Aim, type AimOptions, meant, sureOf } from "./aim.ts";
import type { Context } from "./context.ts";
import { SPANS } from "./exclusions.ts";
import { decide, FULLY, NAMED, NEARLY, TIE } from "./fit.ts";
import type { Candidate, ContentItem } from "./matcher.ts";
import { pointsToTime } from "./pointing.ts";
import type { Reader, Reading } from "./reading.ts";

/** Those who are asked, and not what they do. */
const GROUPS = new Set(["health-personnel", "citizen", "doctor", "nurse", "patient", "user", "population"]);

/** Whether words name groups of people alone. */
export function namesOnlyGroups(hard: readonly ContentItem[]): boolean {
  return hard.every(({ concepts }) => concepts.length > 0 && concepts.every((concept) => GROUPS.has(concept)));
}

/** Whether a total is asked for, beside other words. */
export function asksTotal(items: readonly ContentItem[]): boolean {
  return items.some(({ concepts }) => concepts.includes("total"));
}

/** "and doctors in 2023?" after the doctors of another year: what was spoken of is called so. */
export function isCalled({ vocabulary }: Reader, items: readonly ContentItem[], anchor: string): boolean {
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

/** Whether a question speaks of "it": "how many visits did it get?". */
export function speaksOfOne({ text }: Reading): boolean {
  return OF_IT.test(text);
}

/** Whether every word is one of a subject's own. */
export function isNamedByAll({ vocabulary }: Reader, hard: readonly ContentItem[], key: string): boolean {
  return hard.every(({ concepts }) => concepts.some((concept) => vocabulary.matcher.nameShare(key, concept) >= ITS_OWN));
}

/** Whether a second half would ask for just what the first half asked for. */
export function goesOnFrom(decided: Aim, anchor: string, { followUp, tokens, periods, cues }: Reading): boolean {
  const isSame = decided.kind === "sure" && decided.subject.key === anchor;
  return isSame && followUp && AND.has(tokens[0] ?? "") && cues.has("quantity") && periods.length === 0;
}

/** "… and how many have had it entered?": who goes on asks for something else than what was just asked for, where the words name it as well. */
export function besideAnchor(items: readonly ContentItem[], anchor: string, reader: Reader, options: AimOptions): Candidate | undefined {
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
export function nearestTo(
  anchor: string,
  items: readonly ContentItem[],
  explained: readonly Candidate[],
  reader: Reader,
): Candidate | undefined {
  const ground = reader.subject(anchor);
  // A family is no rival of its member.
  const near = new Set(
    explained.filter(({ subject }) => subject.kind !== "family" && sharesGround(subject, ground)).map(({ subject }) => subject.key),
  );
  const ranked = reader.rank(items, { anchor }).filter(({ subject }) => subject.key !== anchor && near.has(subject.key));
  const same = ranked.filter(({ subject }) => isOfSame(subject, ground));
  const [best, second] = same.length > 0 ? same : ranked;
  return best && best.score - (second?.score ?? 0) >= TIE ? best : undefined;
}

/** Whether two figures are told of the same people. */
export function isOfSame(one: Subject, other: Subject | undefined): boolean {
  return one.kind === "indicator" && other?.kind === "indicator" && one.item.covers.whom === other.item.covers.whom;
}

/** How much of its name the only one of its section must have had said. */
export const KIN = 0.6;

/** "… and how many are assumed to have some that ought to be registered?": of the section that was spoken of, the only one that the question's form speaks for. */
export function onlyKin(explained: readonly Candidate[], ground: Subject, { favour }: AimOptions): Candidate | undefined {
  const [one, other] = explained.filter(({ subject }) => sharesGround(subject, ground) && (favour?.(subject) ?? 0) >= 0);
  return one && !other && one.complete >= KIN ? one : undefined;
}

/** "back to the numbers: how many …" goes back to none of them. */
const GOING_BACK =
  /\b(?:back to|tilbake til|attende til)\b(?! (?:tallene|tala|tallet|talet|the numbers|the figures|numbers|tall|tal) ?[:,])/;

/** "back to …": goes back behind what was last spoken of. */
export function goesBack({ cues, text }: Reading): boolean {
  return !cues.has("when") && GOING_BACK.test(text);
}

/** "back to the total", "tilbake til reseptene, …": what was spoken of before the last subject, or a neighbour of it that is named. */
export function spokenOfBefore(reader: Reader, items: readonly ContentItem[], context: Context, options: AimOptions): Aim | undefined {
  const spoken = [...new Set(context.questions.flatMap(({ subjects }) => subjects))];
  const [last, ...before] = spoken;
  const previous = before
    .map((key) => reader.subject(key))
    .find((subject) => subject && (!options.kinds || options.kinds.includes(subject.kind)));
  // "back to the lookups" after what was no question: of all that was spoken of there is one.
  const only = last !== undefined && before.length === 0 && isNamedByAll(reader, items, last) ? reader.subject(last) : undefined;
  if (only && (!options.kinds || options.kinds.includes(only.kind))) return meant(only, true);
  if (!last || !previous) return undefined;
  const light = items.every((item) => item.soft);
  // "attende til prosenten": of all that was spoken of, the last that is one.
  const share = light && items.some(({ concepts }) => concepts.includes("share")) ? lastShare(spoken, reader) : undefined;
  if (light) return meant(share ?? previous, true);
  const near = new Set(before.flatMap((key) => [key, ...reader.siblings(key)]));
  const named = reader
    .rank(items, { ...pick(options.kinds), anchor: previous.key })
    .filter(({ subject, unexplained }) => near.has(subject.key) && unexplained.length === 0 && (options.only?.(subject) ?? true));
  const again = named.find(({ subject }) => spoken.includes(subject.key) && subject.key !== previous.key) ?? named[0];
  const wasSpokenOf = again !== undefined && spoken.includes(again.subject.key) && again.complete >= NAMED;
  return wasSpokenOf ? sureOf(again) : named.length > 0 ? decide(named, false) : undefined;
}

function lastShare(spoken: readonly string[], reader: Reader): Subject | undefined {
  return spoken.map((key) => reader.subject(key)).find((subject) => subject?.kind === "indicator" && subject.item.unit === "percent");
}

/** "og hvor mange burde hatt det?": light words that, beside what was last spoken of, name its neighbour in full. */
export function namedBeside(reader: Reader, items: readonly ContentItem[], anchor: string, options: AimOptions): Candidate | undefined {
  const ground = reader.subject(anchor);
  const ranked = reader.rank(items, { ...pick(options.kinds), anchor }).filter(({ unexplained }) => unexplained.length === 0);
  const own = ranked.find(({ subject }) => subject.key === anchor)?.score ?? 0;
  const [best, second] = ranked.filter(
    ({ subject }) => subject.key !== anchor && sharesGround(subject, ground) && (options.only?.(subject) ?? true),
  );
  if (!best || best.complete < NEARLY || best.score - own < TIE) return undefined;
  return best.score - (second?.score ?? 0) >= TIE ? best : undefined;
}

const COUNTRYWIDE = /(?:^| )(?:landet|landsbasis|country|nationwide|nationally|norge|noreg|norway)(?: |$)/;

/** Only "in all" is said; "show the whole course" asks for no whole. */
export function asksInAll(items: readonly ContentItem[], { cues, text }: Reading): boolean {
  // "in all of the country?": where, and not of whom.
  if (COUNTRYWIDE.test(text)) return false;
  const asksOther = [...cues.keys()].some((cue) => !["quantity", "follow-up", "whatis"].includes(cue));
  return !asksOther && items.length > 0 && items.every(({ concepts }) => concepts.includes("total"));
}

/** "and in all?" after the doctors: the whole that the data names for them, or a neighbour that is a total; a part is none. */
export function inAllOf(reader: Reader, items: readonly ContentItem[], anchor: string, options: AimOptions): Aim | undefined {
  const spoken = reader.subject(anchor);
  // "and the whole year?" after a month: the form that is told by year.
  const byYear = spoken?.kind === "indicator" ? spoken.item.parent : undefined;
  const whole = reader.subject(reader.vocabulary.wholes.get(anchor) ?? byYear ?? "");
  if (whole) return meant(whole, false);
  const beside = namedBeside(reader, items, anchor, options);
  if (beside) return sureOf(beside);
  const isPart = reader.siblings(anchor).size > 0 && reader.vocabulary.matcher.nameShare(anchor, "total") === 0;
  return isPart ? { kind: "nothing" } : undefined;
}

/** "… and how many were electronic?": of the family of what was just asked for, the one that a light word tells apart. */
export function twinOf(reader: Reader, items: readonly ContentItem[], anchor: string): Subject | undefined {
  const { matcher } = reader.vocabulary;
  const isOwn = (key: string) =>
    items.some(({ concepts }) =>
      concepts.some((one) => one !== "share" && matcher.nameShare(key, one) >= OWN_WORD && matcher.nameShare(anchor, one) === 0),
    );
  const own = [...reader.siblings(anchor)].filter(isOwn);
  if (own.length < 2) return reader.subject(own[0] ?? "");
  // "and online?": of two that the word tells apart, the one whose name is more like what was spoken of.
  const [best, second] = reader.rank(items, { kinds: ["indicator"], anchor }).filter(({ subject }) => own.includes(subject.key));
  return best && best.score - (second?.score ?? 0) >= TIE ? best.subject : undefined;
}

/** Ways of doing a thing: who asks for another one than was spoken of does not ask for the same again. */
const WAYS = new Set(["digital", "paper", "physical", "video", "telephone", "electronic"]);

/** "and online?" after what is told of no such way. */
export function namesOtherWay({ vocabulary }: Reader, items: readonly ContentItem[], anchor: string): boolean {
  return items.some(
    ({ concepts }) => concepts.some((one) => WAYS.has(one)) && !concepts.some((one) => vocabulary.matcher.explains(anchor, one)),
  );
}

/** In how many names of a member a word must stand to tell it apart. */
const OWN_WORD = 0.2;

/** "hva med fastlege?" after the hospitals' share: the one of the same family that these words tell apart. */
export function siblingNamed(reader: Reader, items: readonly ContentItem[], anchor: string, options: AimOptions): Candidate | undefined {
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

/** "og fysiske?" after e-consultations per 100 inhabitants, or in a quarter: what is called so and measured in the same way. */
export function measuredAlike(
  reader: Reader,
  items: readonly ContentItem[],
  anchor: string,
  reading: Reading,
  options: AimOptions,
): Candidate | undefined {
  const spoken = reader.subject(anchor);
  if (spoken?.kind !== "indicator" || !(reading.followUp || pointsToTime(reading.text)) || reading.cues.has("share")) return undefined;
  const { unit, over } = spoken.item;
  const isRate = unit.includes(" per ");
  // "how many e-consultations in 2021?" after a rate asks for a number; another time picks its own form.
  if (isRate ? reading.cues.has("quantity") && !OF_SUCH.test(reading.text) : !isPartOfYear(over) || reading.periods.length > 0)
    return undefined;
  // "so it doubled in one quarter?": how long tells none from another.
  const isSpan = items.every(({ soft, concepts }) => soft || concepts.some((concept) => SPANS.has(concept)));
  if (isSpan && items.some(({ soft }) => !soft)) return undefined;
  const ranked = reader.rank(items, { kinds: ["indicator"] });
  // Several words that name a thing in full are no half sentence.
  const isWhole = items.length > 1 && ranked.some(({ complete, unexplained }) => complete >= FULLY && unexplained.length === 0);
  if (isWhole) return undefined;
  const isAlike = ({ subject }: Candidate) =>
    subject.kind === "indicator" && subject.key !== anchor && subject.item.unit === unit && subject.item.over === over;
  const [best, second] = ranked.filter(
    (one) => isAlike(one) && one.unexplained.length === 0 && sharesGround(one.subject, spoken) && (options.only?.(one.subject) ?? true),
  );
  return best && best.score - (second?.score ?? 0) >= TIE ? best : undefined;
}

/** "and how many physical ones?" */
const OF_SUCH = /(?:^| )(?:ones|slike|sånne)(?: |$)/;

/** Whether two subjects stand in one section. */
export function sharesGround(one: Subject, other: Subject | undefined): boolean {
  return other !== undefined && one.section === other.section;
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

/** The kinds as an option, where there are any. */
export function pick(kinds: readonly SubjectKind[] | undefined): { kinds?: readonly SubjectKind[] } {
  return kinds ? { kinds } : {};
}
