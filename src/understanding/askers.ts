/** What askers say of themselves: "I keep losing my notes", "eg grunnar på", "my flatmate reckons …". */
import type { WordReading } from "./words.ts";

const SELVES = new Set(["jeg", "eg", "æ", "æg", "vi", "we", "me"]);
/** What may stand between a person and the verb. */
const BETWEEN = new Set(
  "am are was were 'm just still always keep keeps kept er skal må vil kan can will must bare berre fortsatt alltid også òg har have satt sitter sit sitt sat to å ikke ikkje not don't cannot can't".split(
    " ",
  ),
);
const OWNERS = new Set(["my", "our", "min", "mi", "mitt", "mine", "vår", "vårt", "våre"]);
/** By these a clause may begin before its subject. */
const OPENERS = new Set("og and men but så so fordi because at that hvis if når when mens while siden sidan since as ettersom".split(" "));
const STOP = /^[.?!;:,\n–—-]$/;
const NEAR = 3;

/**
 * Takes unknown words out that tell what the asker does, has or whom the asker knows. They count only where the
 * clause begins with that person: "bed days that we wasted" narrows, "we are wasting time here" does not.
 */
export function withoutAskers(readings: readonly WordReading[], words: readonly string[]): WordReading[] {
  const firstCounted = readings.find(({ roles }) => roles.some(({ cues }) => cues.has("quantity") || cues.has("share")))?.positions[0];
  return readings.map((reading, index) => {
    const position = reading.positions[0] ?? 0;
    if (!mayBeMisread(reading)) return reading;
    const self = selfBefore(readings, index, words);
    if (self === undefined || !beginsClause(self, words)) return reading;
    // "how many beds do we waste": what is counted by us is counted all the same.
    const clauseHasCount = firstCounted !== undefined && firstCounted < position && !words.slice(firstCounted, self).some(isStop);
    return clauseHasCount ? reading : { ...reading, roles: [], via: "aside" };
  });
}

/** Unknown, or known only by guessing; a name or a word of a subject is taken as it stands. */
function mayBeMisread({ via, roles, nameLike, text }: WordReading): boolean {
  if (nameLike || /\d/.test(text)) return false;
  if (via === "unknown" || via === "spelling") return roles.every(({ scope }) => !scope);
  return via === "stem" && roles.every(({ concepts, scope }) => concepts.size === 0 && !scope);
}

/** Where the person stands whose doing or belonging the word is. */
function selfBefore(readings: readonly WordReading[], index: number, words: readonly string[]): number | undefined {
  const at = readings[index]?.positions[0] ?? 0;
  for (let back = at - 1; back >= Math.max(0, at - NEAR); back--) {
    const word = words[back] ?? "";
    if (SELVES.has(word) || (word === "i" && isEnglishI(readings, back)) || OWNERS.has(word)) return back;
    const unknown = readings.find(({ positions }) => positions[0] === back);
    const isOwned = back === at - 1 && OWNERS.has(words[back - 1] ?? "") && unknown !== undefined && mayFollowOwner(unknown);
    if (!BETWEEN.has(word) && !isOwned) return undefined;
  }
  return undefined;
}

/** "my flatmate reckons": the owned word is nobody whom a figure tells of. */
function mayFollowOwner({ roles }: WordReading): boolean {
  return roles.every(({ concepts }) => concepts.size === 0);
}

/** "I keep …", not "i Bergen": an English word stands behind it. */
export function isEnglishI(readings: readonly WordReading[], position: number): boolean {
  const next = readings.find(({ positions }) => (positions[0] ?? 0) > position);
  return next?.roles.some(({ languages }) => languages.has("en") && !languages.has("nb") && !languages.has("nn")) === true;
}

function beginsClause(position: number, words: readonly string[]): boolean {
  const before = words[position - 1];
  return before === undefined || isStop(before) || OPENERS.has(before);
}

function isStop(word: string): boolean {
  return STOP.test(word);
}
