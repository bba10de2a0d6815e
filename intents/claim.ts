/** What a message claims of the figures, and whether the claim is understood so wholly that it can be judged. */
import { isPercent } from "../src/answers/figures.ts";
import type { Subject } from "../src/knowledge/subjects.ts";
import type { Aim } from "../src/understanding/aim.ts";
import { countsOtherAt } from "../src/understanding/counted.ts";
import { isKindWord } from "../src/understanding/parts-asked.ts";
import type { Claim } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { pointsIn, said, type Tools } from "./intent.ts";

/** Smaller bare numbers count words or list points. */
const SMALLEST = 3;

/**
 * The claim of a message: a number, a rise or a fall, or an order of two.
 * @param times how many periods are named
 * @returns undefined where nothing of the kind is claimed
 */
export function claimOf(reading: Reading, times: number): Claim | undefined {
  const numbers = reading.numbers.filter(({ kind, value }) => kind !== "plain" || value >= SMALLEST);
  const [first, second] = numbers;
  const isPair = first && second && first.kind === second.kind && first.kind !== "times";
  const pair = isPair && (second.from === first.to + 1 || isFromTo(first, second, reading)) ? first : undefined;
  const number = pair ? second : first;
  if (!number && said(reading, "unchanged")) return { value: 0, kind: "percent", unchanged: true };
  const direction = said(reading, "up") ? "up" : said(reading, "down") ? "down" : overRange(reading);
  const order = orderOf(reading);
  if (!number && !direction && !order) return undefined;
  // "dropped below 20 %": where it came to, and not how far it went.
  const toBound = number !== undefined && direction !== undefined && isBoundary(number, reading);
  const claim: Claim = {
    direction: toBound ? undefined : direction,
    order,
    ...(pair && { from: pair.value }),
    ...(number && { value: number.value, kind: number.kind, bound: number.bound, digits: number.digits }),
    ...(number && !pair && !toBound && direction && isStep(number, reading) && { step: true }),
  };
  return overTime(claim, times, reading);
}

/** "there were fewer places from 2019 to 2020": fewer from the one time to the other is a fall. */
function overRange(reading: Reading): Claim["direction"] {
  const isRange = reading.periods.some((mention) => mention.kind === "range" && mention.start !== null && mention.end !== null);
  if (!isRange || said(reading, "more") === said(reading, "less")) return undefined;
  return said(reading, "more") ? "up" : "down";
}

const FROM = new Set(["fra", "frå", "from"]);
const TO = new Set(["til", "to"]);
const NEAR = 3;

/** "from 3 % of GP consultations in 2019 to about 27 %": the two ends of a rise, whatever stands between. */
function isFromTo(one: Reading["numbers"][number], other: Reading["numbers"][number], { tokens }: Reading): boolean {
  const leads = (words: ReadonlySet<string>, at: number) => tokens.slice(Math.max(0, at - NEAR), at).some((word) => words.has(word));
  return leads(FROM, one.from) && leads(TO, other.from);
}

const BY = new Set(["by", "med", "with"]);
const BOUNDARY = new Set(["under", "below", "over", "above", "forbi", "past", "beneath"]);

function isBoundary({ from }: Reading["numbers"][number], { tokens }: Reading): boolean {
  const near = tokens.slice(Math.max(0, from - 2), from + 2);
  const to = tokens.slice(Math.max(0, from - 3), from + 1).some((word) => word === "til" || word === "to");
  return (
    !near.some((word) => BY.has(word)) &&
    near.some((word) => BOUNDARY.has(word)) &&
    (to || near.some((word) => word === "below" || word === "above"))
  );
}

const END = new Set(["til", "to", "at", "på"]);
const POINTS = new Set(["prosentpoeng", "poeng", "points", "point", "pp"]);

/** "rose by 87 million", "fell 2 percentage points": how far it went, and not where it came to. */
function isStep({ kind, from, to }: Reading["numbers"][number], { tokens }: Reading): boolean {
  if (tokens.slice(from, to + 1).some((word) => POINTS.has(word))) return true;
  return kind === "plain" && !tokens.slice(Math.max(0, from - 2), from + 1).some((word) => END.has(word));
}

/** "more in 2020 than the year before": one thing at two times is claimed to have grown. */
function overTime(claim: Claim, times: number, reading: Reading): Claim {
  if (claim.order === undefined || times < 2) return claim;
  // "more in 2019 than in 2020" claims a fall.
  const years = pointsIn(reading);
  const isLaterFirst = (years[0] ?? "") >= (years.at(-1) ?? "");
  return { ...claim, order: undefined, direction: (claim.order === "more") === isLaterFirst ? "up" : "down" };
}

function orderOf(reading: Reading): Claim["order"] {
  const compared = reading.tokens.some((word) => word === "enn" || word === "than");
  if (!compared || reading.numbers.length > 0) return undefined;
  // "more or fewer?" asks which.
  if (said(reading, "more") === said(reading, "less")) return undefined;
  return said(reading, "more") ? "more" : "less";
}

/** How much of a subject's name a claim must say before it is judged. */
const JUDGED = 0.85;
const EACH_TIME =
  /(?:^| )(?:hvert (?:eneste )?år|kvart (?:einaste )?år|every (?:single )?year|each year|år for år|hele tiden|heile tida)(?: |$)/;
/** "fell by half", "doubled" where no number was read from it. */
const HALVES = /(?:^| )(?:by half|halved|halvert\w*|halverte\w*|til det halve|tredobl\w*|tripled|by a third|med en tredjedel)(?: |$)/;
const WANTS = /(?:^| )(?:vil ha|ønsker|ønskjer|want|wants|would like)(?: |$)/;
const ALL = /(?:^| )(?:alle|samtlige|samtlege|hver eneste|kvar einaste|all|every|everyone|everybody|ingen|none|no one|nobody)(?: |$)/;

/**
 * Whether a claim is of another thing than the subject found, or of more than its figures tell: then nothing is
 * confirmed or denied. "140 million people visited" is not "140 million visits".
 */
export function isDoubtful(
  claim: Claim | undefined,
  subject: Subject,
  aim: Extract<Aim, { kind: "sure" }>,
  reading: Reading,
  tools: Tools,
): boolean {
  const text = reading.text;
  if (aim.candidate && aim.candidate.complete < JUDGED) return true;
  if (claim?.value === undefined && HALVES.test(text)) return true;
  if (WANTS.test(text) && !/prefer|want|mind/i.test(subject.names.en.join(" "))) return true;
  if (EACH_TIME.test(text) || (claim?.value === undefined && ALL.test(text))) return true;
  const [number] = reading.numbers;
  const ofWhole = OF.has(reading.tokens[number?.to ?? -1] ?? "");
  // "12 % of consultations were e-consultations": of what the share is taken, its name need not say.
  const whole = ofWhole ? (number?.to ?? 0) + 1 : -1;
  const named = reading.items.filter(({ soft, concepts, position }) => !soft && concepts.length > 0 && position !== whole);
  if (!aim.inherited && !tools.reader.vocabulary.matcher.namesAll(subject.key, named)) return true;
  if (subject.kind !== "indicator") return false;
  if (subject.item.measure === "change" && ofOtherSpan(subject.item.unit, text)) return true;
  if (number && isKindWord(reading.tokens[number.to] ?? "")) return true;
  if (number && number.kind === "plain" && countsOtherAt(subject, reading.items, number.to, true)) return true;
  const percent = isPercent(tools.knowledge, subject.item.unit);
  if (claim?.kind === "percent" && !percent && ofWhole) return true;
  return claim?.kind === "plain" && claim.value !== undefined && percent && !claim.step;
}

const IN_ALL =
  /(?:^| )(?:total|totalt|samla|samlet|til sammen|til saman|i alt|altogether|overall|hele perioden|heile perioden|whole period)(?: |$)/;
const A_YEAR =
  /(?:^| )(?:årlig|årleg|i året|per år|pr år|hvert år|kvart år|a year|per year|each year|every year|annual|annually|yearly)(?: |$)/;

/** "grew 13 % in all" of a growth that the report gives for each year, and the other way round. */
function ofOtherSpan(unit: string, text: string): boolean {
  return unit.endsWith("per year") ? IN_ALL.test(text) : A_YEAR.test(text);
}

const OF = new Set(["av", "of"]);
