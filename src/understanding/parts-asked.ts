/** What asks for a part of a whole without naming it: an age, a threshold, a kind ("urgent referrals"). */
import type { ContentItem } from "./matcher.ts";
import type { WordReading } from "./words.ts";

type Items = (ContentItem & { position: number })[];

const BOUNDS = new Set(["over", "under", "above", "below", "mellom", "between", "eldre", "yngre", "older", "younger", "fylt", "aged"]);
const MORE = /(?:mer|flere|meir|fleire|more|minst|least|over) (?:enn |than )?$/;
const OLDEST = 110;
const NUMBERS: Readonly<Record<string, number>> = {
  en: 1,
  én: 1,
  ein: 1,
  éin: 1,
  ett: 1,
  one: 1,
  to: 2,
  two: 2,
  tre: 3,
  three: 3,
  ti: 10,
  ten: 10,
};
/** A number in front of one of these counts something else than years or times. */
const UNIT = /^(?:%|prosent\w*|percent|per|pct|mill\w*|mrd|milliard\w*|billion\w*|tusen|thousand|hundre|hundred|kr|kroner|nok|x|\d.*)$/;

/** Kinds of what is counted, of which no figure is told, where they stand right before it or behind "were". */
const KINDS = new Set(
  (
    "nye nytt ny ferske fersk korte kort lange ekstra feil gale ledige ledig vakante ubesatte midlertidige midlertidig faste avlyste avlyst " +
    "utsatte utsette hastende haster akutte uleste ubesvarte åpne sene sein tidlige unødvendige unødige manglende siste første fyrste gamle " +
    "new fresh short long extra wrong incorrect vacant unfilled temporary permanent cancelled canceled postponed urgent unread unanswered open " +
    "occupied moved double opptatt opptatte flyttet flytta flyttede doble uåpnet uåpnede " +
    "late early unnecessary missing first last repeat repeated duplicate failed rejected refused accepted expired unused avviste avvist godkjente"
  ).split(" "),
);
const FIRST = new Set(["første", "fyrste", "first"]);
const OWNERS = new Set(["sitt", "sin", "their", "his", "her"]);
const WAS = new Set(["er", "var", "ble", "blei", "vart", "is", "are", "was", "were", "been", "being"]);

/** Whether a word tells a kind of which no figure is told: "urgent", "nye". */
export function isKindWord(word: string): boolean {
  return KINDS.has(word);
}

/**
 * The parts that a question asks for, as items that nothing explains.
 * @param counted where "how many" ends; nothing is a part where nothing is counted
 */
export function partsAsked(readings: readonly WordReading[], words: readonly string[], counted: number | undefined): Items {
  if (counted === undefined) return [];
  const names = (position: number) =>
    readings.some(({ positions, roles }) => positions[0] === position && roles.some(({ concepts }) => concepts.size > 0));
  return words.flatMap((word, position) => {
    if (position < counted) return [];
    const value = /^\d{1,3}$/.test(word) ? Number(word) : NUMBERS[word];
    const before = words.slice(Math.max(0, position - 2), position).join(" ");
    const next = words[position + 1] ?? "";
    const isAge = isAgeAt(position, words);
    const isThreshold =
      value !== undefined &&
      MORE.test(`${before} `) &&
      !UNIT.test(next) &&
      (names(position + 1) || /^(?:gang|gong|ganger|gonger|times?)$/.test(next));
    const least = /(?:minst|least) $/.test(`${before} `);
    const isFirst =
      FIRST.has(word) && (/^(?:gang|gong|time)$/.test(next) || (OWNERS.has(words[position - 1] ?? "") && names(position + 1)));
    // "were exposed to attacks" is not "were postponed".
    const isKind =
      KINDS.has(word) && next !== "for" && ((position <= counted + 1 && names(position + 1)) || WAS.has(words[position - 1] ?? ""));
    if (!isAge && !(isThreshold && !(least && value === 1)) && !isKind && !isFirst) return [];
    return [{ word, concepts: [], soft: false, barrier: isAge ? ("group" as const) : ("ordinary" as const), position }];
  });
}

function isAgeAt(position: number, words: readonly string[]): boolean {
  const word = words[position] ?? "";
  const isNumber = /^\d{1,3}$/.test(word) && Number(word) > 0 && Number(word) <= OLDEST;
  return isNumber && BOUNDS.has(words[position - 1] ?? "") && !UNIT.test(words[position + 1] ?? "");
}

const PEOPLE =
  /^(?:de|dei|dem|disse|desse|those|them|people|persons|everyone|anyone|folk|alle|personer|personar|innbygg\w*|borger\w*|citizens|brukere|brukarar|users|pasient\w*|patients|menn|men|kvinner|kvinnor|women|barn|children|kids|unge|ungdom\w*|voksne|vaksne|adults)$/;

/** "and those under 18?", "blant folk over 65": an age, right behind the people that it narrows, whatever is asked of them. */
export function agesTold(words: readonly string[]): Items {
  return words.flatMap((word, position) => {
    const than = ["enn", "than"].includes(words[position - 1] ?? "") ? 1 : 0;
    const at = than === 1 ? words.toSpliced(position - 1, 1) : words;
    const isAge = isAgeAt(position - than, at) && PEOPLE.test(at[position - than - 2] ?? "");
    return isAge ? [{ word: `${words[position - than - 1]} ${word}`, concepts: [], soft: false, barrier: "group" as const, position }] : [];
  });
}
