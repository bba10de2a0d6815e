/** Leaves out whole sentences that only lead up to a question: "I am a retired nurse. How many …?" */
import { PERIOD_WORDS } from "../language/period-words.ts";
import { isEnglishI } from "./askers.ts";
import { GOES_ON, SHARPENS } from "./background.ts";
import { NARROWING } from "./clauses.ts";
import { COUNTRY, matterIn, pointsBack, speaksOfIt, takesUp } from "./pointing.ts";
import { WEAK } from "./weak.ts";
import { saysScope, type WordReading } from "./words.ts";

/** What is said in a sentence and what it asks by. */
type Sentence = { from: number; to: number; readings: readonly WordReading[] };

const END = /^[.?!:;\n]$/;
const YEAR = /^(?:19|20)\d\d$/;
/** By these a sentence asks, and not only claims or tells. */
const ASKS = ["quantity", "share", "when", "whatis", "why", "source", "list", "series", "define", "implies", "trend", "highest", "lowest"];
/** Fewer words than this are a heading: "Helsenorge: how many logins". */
const SHORTEST = 4;

/**
 * The readings and words of a message without the sentences that lead up to its question. Such a sentence asks
 * nothing, while another one asks and names a subject by itself. One that says when, or of whom where the
 * question points back to it, stays.
 */
export function withoutLeadUp(
  readings: readonly WordReading[],
  words: readonly string[],
): { readings: readonly WordReading[]; words: readonly string[] } {
  const sentences = sentencesOf(readings, words);
  if (sentences.length < 2) return { readings, words };
  const [first] = sentences;
  const hurried = first && isHurried(first, words) ? first : undefined;
  // "on the bus so keep it short: medical messages 2021": what is behind it asks, however little it says.
  const asking = sentences.filter(
    (sentence) => sentence !== hurried && (hurried !== undefined || asks(sentence, words)) && namesSubject(sentence, words),
  );
  if (asking.length === 0)
    return withoutSentences(
      sentences.filter((one) => isAside(one, words) && !asks(one, words)),
      readings,
      words,
    );
  const heard = asking.flatMap(({ from, to }) => words.slice(from, to));
  const namesOwn = asking.some(isScoped) || heard.some((word) => COUNTRY.has(word));
  const goesBack = pointsBack(heard);
  const mayNarrow = (sentence: Sentence) => !namesOwn && isScoped(sentence) && (goesBack || isMatterScoped(sentence, words));
  const takesUpSubject = speaksOfIt(heard);
  const ofUs = OF_US.test(heard.join(" "));
  const hasYear = heard.some((word) => YEAR.test(word));
  const firstAsked = asking[0]?.from ?? 0;
  const idle = sentences.filter(
    (sentence) =>
      (sentence === hurried || !asks(sentence, words)) &&
      // "I write about SYSVAK. How many messages did it get?": it was named before.
      !(takesUpSubject && sentence.to <= firstAsked + 1 && isAbout(sentence)) &&
      // "I speak for the nurses. How many of us had …": says who we are.
      !(ofUs && namesGroup(sentence)) &&
      // "did it recover? give me the numbers 2020-2023": says for when.
      !(sentence.from > firstAsked && saysYear(sentence, words) && REQUESTS.has(words[sentence.from] ?? "")) &&
      tells(sentence, words, readings) &&
      !mayNarrow(sentence) &&
      (hasYear || !saysYear(sentence, words)),
  );
  return withoutSentences(idle, readings, words);
}

/** "sorry, got interrupted.": tells of the asker's day, and names nothing of ours. */
function isAside(sentence: Sentence, words: readonly string[]): boolean {
  const text = textOf(sentence, words);
  const namesNothing = sentence.readings.every(({ roles }) => roles.every(({ concepts, scope }) => concepts.size === 0 && !scope));
  return OF_MINE.test(text) || (SORRY.test(text) && namesNothing);
}

const SORRY = /^(?:sorry|beklager|unnskyld|orsak|vent|wait|oi|ups|oops|back|tilbake)(?: |$)/;

function textOf({ from, to }: Sentence, words: readonly string[]): string {
  return words
    .slice(from, to)
    .filter((word) => /\p{L}/u.test(word))
    .join(" ");
}

function withoutSentences(
  idle: readonly Sentence[],
  readings: readonly WordReading[],
  words: readonly string[],
): { readings: readonly WordReading[]; words: readonly string[] } {
  if (idle.length === 0) return { readings, words };
  const isIdle = (position: number) => idle.some(({ from, to }) => position >= from && position < to);
  return {
    readings: readings.filter(({ positions }) => !isIdle(positions[0] ?? 0)),
    words: words.map((word, position) => (isIdle(position) && !END.test(word) ? "" : word)),
  };
}

const OF_US = /(?:^| )(?:av|of|blant|among) (?:oss|us)(?: |$)/;
const GROUPS = new Set(["nurse", "doctor", "gp", "health-personnel", "pharmacy", "municipality"]);

function namesGroup({ readings }: Sentence): boolean {
  return readings.some(({ roles }) => roles.some(({ concepts }) => [...concepts].some((concept) => GROUPS.has(concept))));
}

/** "… om fastlegene", "about SYSVAK": says what the matter is. */
function isAbout(sentence: Sentence): boolean {
  const matter = sentence.readings.findIndex(({ word }) => ["om", "about", "på", "on", "med", "with"].includes(word));
  return matter >= 0 && namesSubject({ ...sentence, readings: sentence.readings.slice(matter) }, []);
}

const PERSONS = new Set("jeg eg æ vi me i we he she han hun ho they min mi mitt mine my our vår våre vårt meg oss us".split(" "));

function sentencesOf(readings: readonly WordReading[], words: readonly string[]): Sentence[] {
  const ends = words.flatMap((word, index) => (END.test(word) && !isOrdinal(index, words) ? [index + 1] : []));
  const bounds = [0, ...ends.filter((end) => end < words.length), words.length];
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index] ?? 0;
    return { from, to, readings: readings.filter(({ positions: [first = 0] }) => first >= from && first < to) };
  });
}

/** The full stop of "2. kvartal" ends no sentence. */
function isOrdinal(stop: number, words: readonly string[]): boolean {
  return words[stop] === "." && /^\d{1,2}$/.test(words[stop - 1] ?? "") && PERIOD_WORDS.has(words[stop + 1] ?? "");
}

function asks({ from, to, readings }: Sentence, words: readonly string[]): boolean {
  // "can you check a claim for me: …" asks for a check of what follows.
  const isHeading = words[to - 1] === ":";
  if (isHeading && readings.some(({ roles }) => roles.some(({ cues }) => cues.has("check")))) return true;
  return words.slice(from, to).includes("?") || readings.some(({ roles }) => roles.some(({ cues }) => ASKS.some((cue) => cues.has(cue))));
}

function namesSubject({ readings }: Sentence, words: readonly string[]): boolean {
  return readings.some(
    ({ roles, positions: [at = 0] }) =>
      !takesUp(words[at] ?? "", words[at - 1]) &&
      roles.some(
        ({ concepts, cues, filler, scope }) => !filler && !scope && cues.size === 0 && [...concepts].some((concept) => !WEAK.has(concept)),
      ),
  );
}

function tells({ from, to }: Sentence, words: readonly string[], readings: readonly WordReading[]): boolean {
  const text = words.slice(from, to).filter((word) => /\p{L}/u.test(word));
  // "in" in Norwegian is no "I".
  const speaks = words.some((word, at) => at >= from && at < to && PERSONS.has(word) && (word !== "i" || isEnglishI(readings, at)));
  const narrows = NARROWING.has(text[0] ?? "") && !isEnglishI(readings, from);
  const [first = ""] = text;
  if (from === 0 && isHurried({ from, to, readings }, words)) return true;
  // "sorry, my colleague only reads English. How much …": of somebody else, whatever it sharpens.
  if (OF_MINE.test(text.join(" ")) && !narrows) return true;
  // "critical information in the record: how many …" is a heading, and so may be a list after one.
  if ((words[to - 1] === ":" || words[from - 1] === ":") && !speaks) return false;
  // "… how high is the trust? citizens against personnel, please": says between whom.
  if (from > 0 && text.some((word) => AGAINST.has(word)) && !speaks) return false;
  // "finner bare tall fra koronatida": tells of the search.
  if (from > 0 && FINDS.test(text.join(" "))) return true;
  // "eg var ikkje i apotek då": of the asker alone, whatever it denies.
  if (from > 0 && OF_ONESELF.test(text.join(" "))) return true;
  return text.length >= SHORTEST && !narrows && (from === 0 || !GOES_ON.has(first)) && !text.some((word) => SHARPENS.has(word));
}

/** "on duty, so quickly: how many …": tells of the hurry that the asker is in, and names nothing that is asked for. */
function isHurried({ from, to }: Sentence, words: readonly string[]): boolean {
  const text = words.slice(from, to);
  return words[to - 1] === ":" && (text.some((word) => HURRIED.has(word)) || WANTS_NUMBER.test(text.join(" ")));
}

const WANTS_NUMBER =
  /(?:^| )(?:trenger|treng|need|want|ønsker|diskuterer|diskuterar|krangler|arguing|discussing|wondering|lurer|lurar)(?: (?:et|eit|a|one|på))?(?: (?:tall|tal|number|figure|ting))?(?: (?:om|about|på))?(?: dette| this)? ?:$/;

const HURRIED = new Set(
  "fort kjapt kjapp kjapt raskt rask rekker rekk quick quickly fast hurry rush asap short spm spørsmål spørsmal question hei heisann hi hello hey".split(
    " ",
  ),
);
const OF_MINE =
  /^(?:sorry |beklager |unnskyld |orsak )?(?:my|our|min|mitt|mine|vår|vårt) (?:colleague|boss|manager|friend|editor|kollega|sjef|leder|leiar|venn|redaktør)\p{L}* (?:only|just|bare|berre|kun) /u;

const REQUESTS = new Set("give gi gje vis show list send numbers tall tal figures treng trenger need please".split(" "));
const FINDS = /^(?:(?:jeg|eg|i|vi|me|we|har|have|can|kan|only|bare|berre) )*(?:finner|finn|fant|funnet|funne|ser|find|found|see)(?: |$)/;
const OF_ONESELF =
  /^(?:jeg|eg|æ|i) (?:var|er|har|hadde|jobb\w*|was|am|have been|had|work\w*) (?!interessert|interested|ute etter|looking|ikke ute|ikkje ute|after)/;
const AGAINST = new Set(["mot", "vs", "versus", "against", "kontra"]);

function saysYear({ from, to }: Sentence, words: readonly string[]): boolean {
  return words.slice(from, to).some((word) => YEAR.test(word));
}

function isMatterScoped({ from, to, readings }: Sentence, words: readonly string[]): boolean {
  const matter = matterIn(words.slice(from, to));
  return matter >= 0 && readings.some((reading) => (reading.positions[0] ?? 0) >= from + matter && saysScope(reading));
}

function isScoped({ readings }: Sentence): boolean {
  return readings.some(saysScope);
}
