/** What "how many", "how much" and "how often" count, and whether a figure counts that. */
import { isPercent } from "../src/answers/figures.ts";
import type { IndicatorSubject, Subject } from "../src/knowledge/subjects.ts";
import type { Context } from "../src/understanding/context.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { said, type Tools } from "./intent.ts";
import { asksCount } from "./variants.ts";

/** Whether a question counts something else than what a subject's figure counts. */
export function countsOther(reading: Reading, subject: Subject, context: Context, tools: Tools): boolean {
  if (subject.kind === "event") return asksAmount(reading) || asksCount(reading);
  if (subject.kind !== "indicator") return false;
  const asked = reading.text;
  if (COUNTS_US.test(asked) && !HELD_BY.has(subject.item.unit)) return true;
  if (COUNTS_RESPONDENTS.test(asked) && subject.item.unit !== "respondents") return true;
  if ((COUNTS_HOLDERS.test(asked) || COUNTS_USERS.test(asked)) && !HELD_BY.has(subject.item.unit)) return true;
  if (!asksCount(reading)) return false;
  return (
    countsActors(reading, subject, tools) ||
    countsDeeds(reading, subject, tools) ||
    (!goesOnInUnit(reading, subject, context, tools) && countsNoPieces(reading, subject, tools))
  );
}

/** "how many have an exemption card" counts those who have one, and no messages about it. */
const COUNTS_HOLDERS = /(?:^| )(?:hvor mange|kor mange|how many) (?:har|hadde|eier|eig|have|had|own)(?: |$)/;

/** "how many of us" counts people, and nothing that they did. */
const COUNTS_US = /(?:^| )(?:mange|many) (?:av|of) (?:oss|us)(?: |$)/;

/** "how many answered that survey" counts those who were asked. */
const COUNTS_RESPONDENTS =
  /(?:^| )(?:mange|many|antall|antal|number) (?:\p{L}+ )?(?:svarte|svara|svarar|deltok|deltar|answered|responded|participated|took part) (?:på |i |to |in )?(?:(?:that|this|the|den|denne|dette) )?(?:\p{L}*undersøk\p{L}*|survey|poll)(?: |$)/u;

/** "how many new users" counts people, and no visits. */
const COUNTS_USERS = /(?:mange|antall|antal|many|number of) (?:\p{L}+ )?(?:brukere|brukarar|users)(?!\p{L})/u;

const HELD_BY = new Set(["persons", "percent", "children", "respondents", "municipalities", "countries", "public bodies", "organisations"]);

const EACH_ONE = /(?:^| )(?:hver|hvert|kvar|kvart|each|per|pr|average|snitt|gjennomsnitt|gjennomsnittlig|gjennomsnittleg)(?: |$)/;

/** "how many times did people see their GP": what counts such times, for each person where that is asked for. */
export function countedOften({ items, text }: Reading, { reader }: Tools): string | undefined {
  // "how many times can I renew it before the doctor …": nobody is seen by anybody.
  if (!items.some(({ concepts }) => concepts.includes("citizen"))) return undefined;
  const perPerson = EACH_ONE.test(text);
  const counted = reader
    .rank(items, { kinds: ["indicator"] })
    .filter(({ unexplained, subject }) => unexplained.length === 0 && subject.kind === "indicator" && OFTEN_UNITS.test(subject.item.unit))
    .filter(({ subject }) => subject.kind === "indicator" && subject.item.unit.includes(" per ") === perPerson);
  return counted[0]?.subject.key;
}

const OFTEN_UNITS = /^consultations(?: per inhabitant)?$/;

const MANY_TIMES = /\b(?:man(?:ge|ga) (?:ganger|gonger|gonga|ganga)|antall ganger|many times|number of times)\b/;

/** Whether a question counts how many times something happened, which is never a percentage. */
export function asksHowOften({ text }: Reading): boolean {
  return MANY_TIMES.test(text);
}

/** How far percentages stand back, in points of the score: "how many" and "how much" ask for an amount before a percentage. */
export function percentagesStandBack(reading: Reading): number {
  if (asksCount(reading)) return 0.18;
  return asksAmount(reading) ? 0.1 : 0;
}

const ONE_OF_THEM = /^(?:hva|kva|what) (?:er|is|betyr|tyder) (?:et|en|ein|eit|a|an) /;

/** "hva er et helseregister?" asks what one of them is, not how many there are. */
export function asksWhatOneIs(reading: Reading): boolean {
  return ONE_OF_THEM.test(reading.text) && !said(reading, "quantity", "share");
}

/** Whether a subject is a percentage, or made up of such. */
export function holdsShares(subject: Subject, { knowledge }: Tools): boolean {
  if (subject.kind === "indicator") return isPercent(knowledge, subject.item.unit);
  const [first] = subject.kind === "family" ? Object.values(subject.item.members) : [];
  const item = first === undefined ? undefined : knowledge.indicators.get(first);
  return item !== undefined && isPercent(knowledge, item.unit);
}

/** Concepts of those who act; who asks how many of them there are does not ask how much they did. */
const ACTORS = [
  "pharmacy",
  "hospital",
  "nursing-home",
  "gp-office",
  "institution",
  "enterprise",
  "municipality",
  "health-trust",
  "emergency-clinic",
];

/** "how many data breaches" counts breaches; a share of enterprises does not tell. */
function countsDeeds(reading: Reading, subject: Subject, tools: Tools): boolean {
  if (subject.kind !== "indicator" || !isPercent(tools.knowledge, subject.item.unit)) return false;
  const [cue] = reading.cues.get("quantity") ?? [];
  const counted = cue === undefined ? undefined : reading.items.find((item) => item.position > cue);
  return counted?.concepts.some((concept) => UNCOUNTED.includes(concept)) === true;
}

/** Below this part of its names a word is no more than a way to put one of them. */
const RARE = 0.15;

/** People in general are what most figures count in the end. */
const PEOPLE = ["citizen", "user", "population", "health-personnel"];

/**
 * "how many hospital beds" counts beds, which one of the names of bed days holds beside the point;
 * "how many online pharmacies are there" counts pharmacies, not the share that prefers them.
 */
export function countsAside(reading: Reading, subject: Subject, tools: Tools): boolean {
  if (subject.kind !== "indicator") return false;
  const [cue] = reading.cues.get("quantity") ?? [];
  const counted = cue === undefined ? undefined : headAfter(cue, reading);
  // "how many used video": those who did it are counted, and not what they used.
  const doing = reading.items.find(({ position }) => position > (cue ?? 0));
  if (doing?.concepts.includes("use") && doing.position === (cue ?? 0) + 2) return false;
  if (!counted || counted.concepts.some((concept) => DEEDS.includes(concept) || PEOPLE.includes(concept))) return false;
  const { matcher } = tools.reader.vocabulary;
  const shares = counted.concepts
    .filter((concept) => matcher.explains(subject.key, concept))
    .map((concept) => matcher.nameShare(subject.key, concept));
  // What the unit or those whom it covers explain is counted; what only its section explains is not.
  const inUnit = namesUnit(counted.concepts, subject, tools);
  if (!inUnit && shares.length > 0 && shares.every((part) => part > 0 && part < RARE)) return true;
  const whom = whomConcepts(subject, tools);
  const counts = inUnit || counted.concepts.some((concept) => whom.includes(concept));
  return isPercent(tools.knowledge, subject.item.unit) && !counts && shares.length > 0;
}

/** Whether one of the concepts is what an indicator is counted in: "logins", "messages". */
function namesUnit(concepts: readonly string[], { item }: IndicatorSubject, { knowledge, reader }: Tools): boolean {
  const unit = knowledge.units[item.unit];
  const words = (["nb", "nn", "en"] as const).flatMap((language) => [unit?.[language].other ?? "", unit?.[language].one ?? ""]);
  return words.some((word) => concepts.some((concept) => reader.vocabulary.lexicon.find(word)?.roles.concepts.has(concept)));
}

/** The concepts of those whom an indicator covers. */
function whomConcepts(subject: IndicatorSubject, tools: Tools): string[] {
  const words = subject.item.covers.whom.split(/[^\p{L}-]+/u);
  return words.flatMap((word) => [...(tools.reader.vocabulary.lexicon.find(word)?.roles.concepts ?? [])]);
}

const HAS = new Set("har hadde fikk fekk får had have has got".split(" "));
const THINKS =
  /^(?:think|thinks|thought|say|says|said|believe|believes|believed|feel|felt|feels|find|found|agree|agreed|mener|mente|meiner|meinte|synes|syntes|synest|tror|trodde|trur|trudde|føler|følte|opplever|opplevde|sier|sa|seier)$/;

/** What "how many" is followed by, close enough to be what it counts; of a compound its last part. */
function headAfter(cue: number, reading: Reading): Reading["items"][number] | undefined {
  const behind = reading.items.filter(({ position, soft }) => position > cue && !soft);
  const [first] = behind;
  if (!first || first.position > cue + 3) return undefined;
  // "how many thought health care was …": those who thought so are counted.
  const isThought = reading.tokens.slice(cue, first.position).some((word) => THINKS.test(word));
  // "how many had physical contact": those who had it are counted.
  if (reading.tokens.slice(cue, first.position).some((word) => HAS.has(word))) return undefined;
  if (isThought && first.concepts.every((concept) => concept === "health-service")) return undefined;
  return behind.findLast(({ position }) => position === first.position);
}

/** What happens and is only known as a share of those it happens to. */
const UNCOUNTED = ["data-breach", "attack", "cyber-attack", "ransomware", "phishing"];

/** Concepts of what actors do; "apotek utleverte" is no compound. */
const DEEDS = [
  "dispense",
  "issue-prescribe",
  "use",
  "send",
  "view",
  "adopt",
  "introduce",
  "prefer",
  "trust",
  "awareness",
  "experience",
  "satisfied",
  "does-not-matter",
  "registered",
];

/** "how many billions went to GPs, and how many to hospitals": what is counted was said before. */
function goesOnInUnit({ followUp }: Reading, { item }: IndicatorSubject, context: Context, { knowledge }: Tools): boolean {
  const last = knowledge.indicators.get(context.questions[0]?.subjects[0] ?? "");
  return followUp && last !== undefined && last.unit === item.unit;
}

/** "how many IT people work at hospitals?": neither a sum of money nor a growth counts anybody. */
function countsNoPieces(reading: Reading, { item }: IndicatorSubject, tools: Tools): boolean {
  const asked = reading.text;
  if (item.measure === "rank") return true;
  if (item.unit === "minutes" || item.unit === "months")
    return !/(?:mange|many|antall|antal|number of) (?:minut|mins?\b|måned|månad|month)/.test(asked);
  if (item.unit === "times") return !/\b(?:flere|fleire|more|ganger|gonger|times)\b/.test(asked);
  if (item.unit === "NOK")
    return !/(?<!\p{L})(?:kron\p{L}*|kr|nok|crowns|milli(?:on|ard)\p{L}*|billions?|mrd|mill|peng\p{L}*|money)(?!\p{L})/u.test(asked);
  const isGrowth =
    isPercent(tools.knowledge, item.unit) && Object.values(item.names).every(([first]) => /(?:vekst|growth)/i.test(first ?? ""));
  return isGrowth && !said(reading, "change", "up", "down") && !/vekst|veks|growth/.test(asked);
}

const ENDS = new Set(["fra", "frå", "from", "til", "to"]);

/** Whether two words stand side by side; a phrase is as long as its words. */
function isBesideEachOther(one: Reading["items"][number], other: Reading["items"][number]): boolean {
  const [first, second] = one.position <= other.position ? [one, other] : [other, one];
  return second.position - first.position <= first.word.split(" ").length;
}

/** "how many pharmacies dispensed …" counts pharmacies, not what they dispensed. */
function countsActors(reading: Reading, subject: Subject, tools: Tools): boolean {
  const [cue] = reading.cues.get("quantity") ?? [];
  const counted = cue === undefined ? undefined : reading.items.find((item) => item.position > cue);
  const alone =
    counted &&
    !reading.items.some(
      (item) =>
        item !== counted &&
        isBesideEachOther(item, counted) &&
        item.concepts.length > 0 &&
        !item.soft &&
        !item.concepts.some((concept) => DEEDS.includes(concept)),
    );
  const actor = counted?.concepts.find((concept) => ACTORS.includes(concept));
  // "how many went from the municipalities to the GPs": those at the ends of a flow are not counted.
  if (counted && ENDS.has(reading.tokens[counted.position - 1] ?? "")) return false;
  if (!counted || !alone || actor === undefined || subject.kind !== "indicator") return false;
  if (isPercent(tools.knowledge, subject.item.unit) && whomConcepts(subject, tools).includes(actor)) return false;
  return !namesUnit([actor, "public-body"], subject, tools);
}

/** "how much" asks for a sum before a percentage. */
function asksAmount(reading: Reading): boolean {
  return said(reading, "quantity") && !said(reading, "share") && reading.tokens.some((word) => ["mye", "mykje", "much"].includes(word));
}
