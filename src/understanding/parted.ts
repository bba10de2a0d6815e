/** "of the e-consultations, what share were in writing": a share of just that thing is asked for. */
import type { Subject } from "../knowledge/subjects.ts";
import { EMPTY_CONTEXT } from "./context.ts";
import type { ContentItem } from "./matcher.ts";
import { ofSubject } from "./of-subject.ts";
import type { Reader, Reading } from "./reading.ts";

type Items = readonly ContentItem[];

const PEOPLE = new Set(["doctor", "nurse", "citizen", "patient", "health-personnel"]);
/** In how many of its names a word must stand to be a subject's own. */
export const OWN_WORD = 0.3;

const OF_WHAT = /^(?:(?:og|and|men|but) )*(?:out )?(?:of|av) /;

/** "how many of the e-consultations in the second quarter went …"; who has something is another form. */
const MANY_OF =
  /^(?:(?:og|and) )?(?:hvor mange|kor mange|how many) (?:av|of) (?:the |de |dei |alle |all )?(?:[^?.!,;:]+? )(?:var|er|were|are|was|is|gikk|gjekk|went|kom|came|foregikk|skjedde|ble|blei|vart)(?= )/;

/** "how many were text": any word says a part, also one that says nothing elsewhere. */
const SAYS_PART = /(?:mange|mye|mykje|many|much) (?:var|er|were|are|was|is|ble|blei|vart) (?!det|there|they|de |dei |i |in )\p{L}/u;

/** Whether a message first names a whole, and then asks how many of it: what it names is no list. */
export function asksOfWhole({ text, cues }: Reading): boolean {
  return OF_WHAT.test(text) && (cues.has("share") || cues.has("quantity"));
}

/** What is parted, and by what. */
type Parted = { whole: Items; rest: Items; asksShare: boolean; saysPart: boolean };

/** "of the e-consultations, what share were in writing", "of the 960 applications, how many were turned down": what is parted, and by what. */
export function partedBy(items: Items, { text, cues }: Reading): Parted | undefined {
  const quantity = cues.get("quantity")?.[0];
  const first = cues.get("share")?.[0];
  // "how much is …? Percentages are fine": asks first, and for what form then.
  const share = quantity !== undefined && first !== undefined && first > quantity ? undefined : first;
  const asked = share ?? quantity;
  if (asked === undefined) return undefined;
  const behind = MANY_OF.exec(text);
  // "how many of the e-consultations went by video": the whole stands right behind the question word.
  const verb = behind ? text.slice(0, behind.index + behind[0].length).split(" ").length - 1 : asked;
  if (!behind && !OF_WHAT.test(text)) return undefined;
  const whole = items.filter(({ position = 0, soft }) => position < verb && !soft);
  const rest = items.filter(({ position = 0, concepts }) => position > verb && !concepts.includes("share"));
  const isOfPeople = share !== undefined && whole.some(({ concepts }) => concepts.some((concept) => PEOPLE.has(concept)));
  return isOfPeople ? undefined : { whole, rest, asksShare: share !== undefined, saysPart: SAYS_PART.test(text) };
}

/** Whether a subject tells the whole, or how large a part the whole is of something else, and no word of its own says by what it is parted. */
export function isNoPartOf(subject: Subject, { whole, rest, asksShare, saysPart }: Parted, reader: Reader): boolean {
  const { matcher } = reader.vocabulary;
  const named = whole.filter(({ concepts }) => concepts.some((concept) => matcher.explains(subject.key, concept)));
  const isParted = rest.some(({ concepts }) => concepts.some((concept) => matcher.nameShare(subject.key, concept) >= OWN_WORD));
  if (subject.kind !== "indicator" || named.length === 0 || isParted) return false;
  if (!asksShare) return saysPart || rest.some(({ soft }) => !soft);
  const told = wholeToldOf(subject);
  if (told === undefined) return false;
  const { items } = reader.read({ text: told, now: new Date(0), pinned: "en" }, EMPTY_CONTEXT);
  const toldOf = new Set(items.flatMap(({ concepts }) => concepts));
  return !named.every(({ concepts }) => concepts.some((concept) => toldOf.has(concept)));
}

/** Of what a percentage is: "consultations with GPs" of "{figure} of consultations with GPs were e-consultations". */
const wholeToldOf = ofSubject((subject) => {
  if (subject.kind !== "indicator" || subject.item.unit !== "percent") return undefined;
  return /\{figure\} of (.+?) (?:were|was|are|is|had|have|has)(?: |$)/.exec(subject.item.sentence.en)?.[1];
});
