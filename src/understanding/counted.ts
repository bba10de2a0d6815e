/** Whether a subject counts what the question counts: lookups are no doctors, and days of waiting no applications. */
import type { Subject } from "../knowledge/subjects.ts";
import type { ContentItem } from "./matcher.ts";
import type { Reading } from "./reading.ts";

type Items = readonly ContentItem[];

/** The units in which each thing is counted; what stands in none of these lists is left to the words. */
const UNITS: readonly (readonly [concepts: readonly string[], units: RegExp])[] = [
  [["lookup"], /^lookups/],
  // "visits to the doctor" are consultations.
  [["visit"], /^(?:visits|consultations)/],
  [["login"], /^logins/],
  [["message", "medical-message", "care-message", "dialogue-message"], /^messages/],
  [["consultation"], /^consultations/],
  [["prescription", "e-prescription"], /^prescriptions/],
  [["referral"], /^referrals/],
  [["bed-day"], /^bed days/],
  [["full-time-equivalent"], /^full-time/],
  [
    ["doctor", "nurse", "health-personnel", "personnel", "citizen", "patient", "child"],
    /^(?:persons|children|full-time|inhabitants|respondents|times)/,
  ],
];
const COUNTABLE =
  /^(?:lookups|visits|logins|messages|consultations$|prescriptions|referrals|bed days|full-time|persons|children|applications|decisions|minutes)/;
const TIME =
  /^(?:dager|dagar|days|timer|timar|hours|minutter|minutt|minutes|uker|veker|weeks|måneder|månader|months|sekunder|sekund|seconds)$/;
const LENGTH =
  /(?:^| )(?:(?:processing|waiting|response|handling|turnaround|lead) times?|(?:saks)?behandlingstid\w*|ventetid\w*|svartid\w*|responstid\w*|how long|hvor lenge|kor lenge|hvor lang tid|kor lang tid|varer|varar|varte)(?: |$)/;
/** Places of care are told by what happens there; no figure counts them. */
const PLACES =
  /(?:mange|many|antall|antal|number of) (?:helsestasjon(?:er|ar)|health (?:stations|centres|centers)|sykehjem|sjukeheim(?:ar)?|nursing homes|apotek(?:er)?|pharmacies)(?: |$)/;
const AVERAGE = /(?:^| )(?:i snitt|gjennomsnitt\w*|average|mean|median\w*|snittlengde\w*)(?: |$)/;
const MEAN_ALONE =
  /^(?:(?:og|and|men|but|hva er|kva er|hva var|kva var|what is the|what was the|what is|what's the) )*(?:(?:i|in|on|på|the) )?(?:snitt(?:et)?|gjennomsnitt(?:et)?|average|mean|median(?:en)?|medianverdien)(?: [?.!]+)?$/;
const TOTAL = /(?:^| )(?:totalt|til saman|til sammen|i alt|samlet|in total|altogether|overall)(?: |$)/;
const RANK = /(?:^| )(?:hvilken|hvilket|kva|ka for ein|which|what) (?:plass|plassering|nummer|place|position|rank|spot)(?: |$)/;
const IS_LENGTH = /^(?:minutes|months|days|hours|year)/;
/** How far behind "how many" what is counted stands: one word may tell its kind. */
const NEAR = 1;

/**
 * Reads once what a question counts.
 * @param items the content words of the question
 * @returns whether the question counts something, or a length of time, and a subject something else
 */
export function countsOtherIn(items: Items, reading: Reading): (subject: Subject) => boolean {
  const { text } = reading;
  const asksPlaces = PLACES.test(text);
  const asksLength = LENGTH.test(text);
  const asksAverage = AVERAGE.test(text);
  const asksMean = MEAN_ALONE.test(text);
  const asksTotal = TOTAL.test(text);
  const at = positionOfCounted(reading);
  const asksRank = RANK.test(text) && !asksLength;
  const countsTime = TIME.test(reading.tokens[at ?? -1] ?? "");
  return (subject) => {
    if (subject.kind !== "indicator") return false;
    const { unit, measure } = subject.item;
    if (asksPlaces) return true;
    if (asksLength && measure !== "change" && !IS_LENGTH.test(unit)) return true;
    // "which place did it come in": no time that it took.
    if (asksRank && unit === "months") return true;
    if (asksAverage && unit === "minutes") return true;
    // "i gjennomsnitt?" after a number of them: a total is no average.
    if (asksMean && measure === "level" && !/ per /.test(unit)) return true;
    // A rate by the week is no total.
    if (asksTotal && / per (?:week|month)$/.test(unit)) return true;
    if (at === undefined || measure === "change") return false;
    if (countsTime) return COUNTABLE.test(unit) && !IS_LENGTH.test(unit);
    return countsOtherAt(subject, items, at);
  };
}

/**
 * Whether what stands right at a position, behind "how many" or a number, is another thing than the subject counts.
 * @param withPeople also "people" and "nordmenn", by which questions often mean no more than use; claims mean heads
 */
export function countsOtherAt(subject: Subject, items: Items, at: number, withPeople = false): boolean {
  if (subject.kind !== "indicator" || !(COUNTABLE.test(subject.item.unit) || subject.item.measure === "rank")) return false;
  const { unit } = subject.item;
  const first = items.find(
    ({ position = -1, soft, concepts }) =>
      (!soft || (withPeople && concepts.includes("citizen"))) && position >= at && position <= at + NEAR,
  );
  // "hvor mange slo opp" counts those who did; by the week it is how often.
  if (first && LOOKED_UP.test(first.word) && !items.some(({ concepts }) => concepts.includes("week"))) return /^lookups/.test(unit);
  // "pasientbesøk" is of patients and of visits.
  const counted = items.filter(({ position }) => position === first?.position).flatMap(({ concepts }) => concepts);
  const allowed = UNITS.filter(([concepts]) => counted.some((concept) => concepts.includes(concept)));
  return allowed.length > 0 && !allowed.some(([, units]) => units.test(unit));
}

const LOOKED_UP = /^(?:sl[oåe]\p{L}* opp?|look\p{L}* up|access(?:ed)?|opened|åpn\p{L}+|opn\p{L}+)$/u;

/** Where the word stands that is counted; undefined where nothing is. */
function positionOfCounted({ words, cues }: Reading): number | undefined {
  const [asked] = cues.get("quantity") ?? [];
  // "how often do health personnel look it up" counts no personnel.
  if (asked !== undefined && words.some(({ word, positions }) => positions[0] === asked && /(?:often|ofte)$/.test(word))) return undefined;
  const cue = words.find(({ positions }) => positions[0] === asked);
  return cue === undefined ? undefined : (cue.positions.at(-1) ?? 0) + 1;
}
