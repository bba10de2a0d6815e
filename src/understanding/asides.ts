/** Finds what a message says beside its question – who asks, what for, what else – and leaves it out. */
import { isEnglishI } from "./askers.ts";
import { askingAmong, clauseStarts, NARROWING } from "./clauses.ts";
import type { ContentItem } from "./matcher.ts";
import { COUNTRY, matterIn, pointsBack, speaksOfIt, takesUp } from "./pointing.ts";
import { isPurpose } from "./purpose.ts";
import { tellsTimeOfDay } from "./times-of-day.ts";
import { WEAK } from "./weak.ts";
import { saysScope, type WordReading } from "./words.ts";

type Items = readonly (ContentItem & { position: number })[];

/**
 * "My boss wonders how many logins there were, I have a paper to write": clauses without any subject of
 * ours only set the scene, and unknown words in them are no reason to decline. What narrows a scope
 * counts wherever it stands, and so does a clause that begins by narrowing ("including …").
 */
export function withoutAsides(items: Items, readings: readonly WordReading[], words: readonly string[]): Items {
  const starts = clauseStarts(readings, words);
  const clauseOf = (position: number) => starts.findLastIndex((start) => start <= position);
  const about = new Set(items.filter((item) => isAbout(item)).map(({ position }) => clauseOf(position)));
  if (about.size === 0) return items;
  // "SYSVAK, how many vaccine doses?": what is counted is never an aside, known or not.
  const counting = new Set(
    readings
      .filter(({ roles }) => roles.some(({ cues }) => cues.has("quantity") || cues.has("share")))
      .map(({ positions }) => clauseOf(positions[0] ?? 0)),
  );
  const opening = starts[1] ?? 0;
  const narrowsAtStart = beginsNarrowing(0, readings, words) && !isPurpose(words.slice(0, opening).filter((word) => /\p{L}/u.test(word)));
  const openingEnd = !about.has(0) && !counting.has(0) && !narrowsAtStart ? opening : 0;
  const requestAt = startOfRequest(words, items, readings);
  const askerAt = forWhomIn(words);
  const tellingEnd = endOfTelling(words, items);
  const scenes = scenesAmong(starts, about, readings, words);
  return items.filter((item) => {
    const clause = clauseOf(item.position);
    if (scenes.has(clause)) return false;
    if (item.position < tellingEnd && item.barrier === "ordinary") return false;
    if (counting.has(clause)) return true;
    const mayDrop = item.barrier === "ordinary" || item.barrier === "unknown" || (!item.barrier && !isAbout(item));
    // "For a pitch deck: …" and "A client told me …" open a message; they narrow nothing, unless by a name.
    if (mayDrop && item.position < openingEnd && !/^\p{Lu}/u.test(item.word) && !tellsTimeOfDay(item.word)) return false;
    if (item.position < tellingEnd && item.barrier !== "place") return false;
    if (isCommand(item, readings) || isLookedUp(item, items, words) || isHurry(item.position, words, items)) return false;
    if (askerAt >= 0 && clauseOf(askerAt) === clause && item.position > askerAt && mayDropAsker(items, askerAt)) return false;
    if (item.position < requestAt && (mayDrop || introducesAsker(words))) return false;
    // "– hvor stor andel var elektroniske?": what is asked of the subject stands in a clause of its own.
    if (item.soft && !item.barrier && item.concepts.includes("electronic")) return true;
    return !mayDrop || about.has(clause) || beginsNarrowing(starts[clause] ?? 0, readings, words);
  });
}

/** "I keep …" is no "i Bergen". */
function beginsNarrowing(start: number, readings: readonly WordReading[], words: readonly string[]): boolean {
  const word = words[start] ?? "";
  return NARROWING.has(word) && !(word === "i" && isEnglishI(readings, start));
}

function isAbout({ concepts, barrier, soft }: ContentItem): boolean {
  return !barrier && !soft && concepts.some((concept) => !WEAK.has(concept));
}

const TELLING = new Set([
  "told",
  "hører",
  "hørte",
  "høyrer",
  "høyrde",
  "leser",
  "leste",
  "las",
  "heard",
  "read",
  "says",
  "said",
  "claims",
  "claimed",
  "claim",
  "wrote",
  "writes",
  "argues",
  "skriv",
  "skriver",
  "skrev",
  "skreiv",
  "seier",
  "sier",
  "sa",
  "hevder",
  "hevdar",
  "påstår",
  "fortalte",
  "fortalde",
  "meiner",
  "mener",
  "trur",
  "tror",
  "skryter",
  "skryt",
  "insisterer",
  "insists",
  "reckons",
  "thinks",
  "believes",
  "swears",
  "bets",
  "keeps",
  "masar",
  "maser",
  "mas",
  "spør",
  "wonders",
  "lurer",
  "lurar",
]);
/** A teller stands in the first few words. */
const LONGEST_TELLER = 6;

const COUNTING = new Set(
  "many much mange mye mykje antall antal andel del share number proportion percent percentage prosent part".split(" "),
);

/** "Ein leverandør skriv at …": where the telling ends and what was told begins; 0 where nobody tells anything. */
function endOfTelling(words: readonly string[], items: Items): number {
  const verb = words.slice(0, LONGEST_TELLER).findIndex((word) => TELLING.has(word));
  // "how many elderly say …" counts those who tell.
  if (verb < 1 || words.slice(0, verb).some((word) => COUNTING.has(word))) return 0;
  const that = words.slice(verb, verb + LONGEST_TELLER).findIndex((word) => word === "at" || word === "that");
  const end = that > 0 ? verb + that + 1 : verb + 1;
  return items.some((item) => item.position >= end && isAbout(item)) ? end : 0;
}

/** By these a person comes to the point: "our board needs …", "i forbindelse med et innlegg trenger jeg …". */
const REQUESTING = new Set(
  (
    "need needs needed trenger treng trengte wonder wonders wondering lurer lurar lurte undrer undrar undrast spør ask asks asking asked " +
    "know understand vite veta forstå forstår telling explain forklare hearing insists thinking clarify kunngjøre summen"
  ).split(" "),
);

/** Where the point begins after an introduction that names no figure; 0 where there is no introduction. */
function startOfRequest(words: readonly string[], items: Items, readings: readonly WordReading[]): number {
  const asked = readings.find(({ roles }) =>
    roles.some(({ cues }) => ["quantity", "when", "share", "whatis"].some((cue) => cues.has(cue))),
  );
  const firstAsked = asked?.positions[0] ?? words.length;
  const point = words.findLastIndex((word, index) => index > 0 && index <= firstAsked && REQUESTING.has(word));
  if (point < 1) return 0;
  const isNamedBefore = items.some((item) => item.position < point && isAbout(item));
  const isNamedAfter = items.some((item) => item.position > point && isAbout(item));
  return isNamedAfter && (!isNamedBefore || introducesAsker(words)) ? point : 0;
}

/** "Skriv ut hvor stor andel …": to print is what the bot is told, not what was counted. */
function isCommand(item: Items[number], readings: readonly WordReading[]): boolean {
  const begins = item.position === (readings.find(({ via }) => via !== "sign")?.positions[0] ?? 0);
  return begins && /^(?:skriv|print)/.test(item.word.toLowerCase());
}

/** "har du mulighet til å slå opp …", "could you look up …": what the bot is asked to do, before anything is named. */
function isLookedUp(item: Items[number], items: Items, words: readonly string[]): boolean {
  if (!item.concepts.includes("lookup") || !ASKS_TO.has(words[item.position - 1] ?? "")) return false;
  const others = items.filter((other) => other !== item && isAbout(other));
  return others.length > 0 && others.every(({ position }) => position > item.position);
}

const ASKS_TO = new Set(["å", "to", "du", "dere", "de", "dykk", "you", "please", "kan", "can", "could", "just", "bare", "berre"]);

const LENGTHS = new Set(["minutes", "minutt", "minutter", "minute", "hours", "hour", "time", "timer", "timar", "dager", "dagar", "days"]);

/** "need it in ten minutes", "møte om en time": how soon, not how long; "referrals within 14 days" tells which. */
function isHurry(position: number, words: readonly string[], items: Items): boolean {
  const narrows = items.some((item) => item.position === position - 3 && item.concepts.length > 0);
  return !narrows && LENGTHS.has(words[position] ?? "") && ["in", "om", "within", "innen"].includes(words[position - 2] ?? "");
}

/** "what does it mean for us in primary care?": where the asker is told; -1 where nobody is. */
function forWhomIn(words: readonly string[]): number {
  return words.findIndex(
    (word, index) =>
      /^(?:oss|us)$/.test(word) && (words[index - 1] === "for" || (words[index - 1] === "of" && words[index - 2] === "those")),
  );
}

function mayDropAsker(items: Items, askerAt: number): boolean {
  return items.some((item) => item.position < askerAt && isAbout(item));
}

/** "As a rep of …", "Som saksbehandler i kommunen …", "Me som sit i helseutvalet …", "My editor …". */
const ASKER =
  /^(?:(?:hei|hi|hello|hallo|heisann|god|morgen|dag|dear|kjære|ærede|[a-z]*,|,|\.|!) )*(?:as an?|as the|being an?|som(?! kommune)|since i|siden jeg|sidan eg|ettersom jeg|(?:me|vi|we|eg|jeg|i) (?:som|er|am|are|who|represent[a-zæøå]*|sit[a-z]*|jobb[a-z]*|arbeid[a-z]*|work[a-z]*)|i'm|my|our|min|mitt|vår|sjefen|for our|for my|til en|til ei|til eit|til et) /;

function introducesAsker(words: readonly string[]): boolean {
  return ASKER.test(words.join(" "));
}

/** How people introduce themselves, or say what they need a figure for. */
const SCENE =
  /^(?:hello|hi|greetings|regards|good morning|morning|hei|helsing|hilsen|god morgen|god dag|morn)(?: \p{L}+)? (?:from|fra|frå) |^(?:(?:hei|hi|hello|hallo|heisann|god|morgen|dag|ok|hey|so|så|og|and|,|\.|!) )*(?:(?:(?:eg|jeg|vi|me|i|we) )?(?:er|am|are|treng|trenger|skal|jobber|jobbar|jobbet|jobba|arbeider|work|working|writing|drafting|preparing|finishing|sitting|need|skriv|skriver|write|har fått|have been|har blitt|har vorte|fekk|fikk|sit|sitter|held|holder|lagar|lager|må|kjem|kommer)|i'm|i've been|it's for|it is for|this is for|(?:det|dette) er (?:til|for)|her er|this is|dette er|(?:vi|me|oss|we|us) (?:i|in|at|på|hos)|(?:kollegaen|kollegaene|sjefen|sjefene|veilederen|rettleiaren|læreren|læraren|mannen|kona|naboen|min|mitt|mine|my|our|vår|våre|en kollega|ein kollega|a colleague|someone|somebody|noen|nokon)|takk|thanks|thank you|på førehand|på forhånd)(?: |$)| (?:her fra|her frå|here from|here at) | (?:her|here)(?: [.,!…])*$/u;
const FIGURE_WORDS = /\b(?:tall|tallet|tallene|tal|talet|figure|figures|number|numbers|data|statistikk|statistics)\b/;

const THEM = new Set(["they", "them", "those", "these", "de", "dei", "dem", "disse", "desse"]);

const NO_SCENES: ReadonlySet<number> = new Set();

/** Clauses that only tell who asks or what for: what they narrow is the asker, not the figure. */
function scenesAmong(
  starts: readonly number[],
  about: ReadonlySet<number>,
  readings: readonly WordReading[],
  words: readonly string[],
): ReadonlySet<number> {
  // A clause that stands alone sets no scene for another.
  if (starts.length < 2) return NO_SCENES;
  const clauseOf = (position: number) => starts.findLastIndex((start) => start <= position);
  const { asking, asksFor } = askingAmong(starts, readings, words);
  const asked = [...asking].flatMap((clause) => words.slice(starts[clause], starts[clause + 1]));
  const goesBack = pointsBack(asked);
  const namesCountry = asked.some((word) => COUNTRY.has(word));
  const speaksOfThem = words.some((word) => THEM.has(word));
  const isScoped = (clause: number, from = 0) =>
    readings.some((reading) => {
      const [first = 0] = reading.positions;
      return first >= from && clauseOf(first) === clause && saysScope(reading);
    });
  const scenes = starts.flatMap((start, clause) => {
    const text = words.slice(start, starts[clause + 1]).join(" ");
    // "We want to compare man-years: how many were they in …": the heading names what "they" are.
    if (words[(starts[clause + 1] ?? 0) - 1] === ":" && about.has(clause) && speaksOfThem) return [];
    // "I write about SYSVAK. How many messages did it get?": the scene says what "it" is.
    if (about.has(clause) && speaksOfIt(asked)) return [];
    // "I work in Bergen. How many … did we have?": the scene says who "we" are.
    const matter = matterIn(words.slice(start, starts[clause + 1]));
    if (!namesCountry && isScoped(clause) && (goesBack || (matter >= 0 && isScoped(clause, start + matter)))) return [];
    return !asksFor.has(clause) && SCENE.test(text) && !FIGURE_WORDS.test(text) ? [clause] : [];
  });
  // "what is the amount for 2020": what it is the amount of was said in the scene.
  const answerable = [...about].some(
    (clause) => asking.has(clause) && !scenes.includes(clause) && !onlyTakesUp(words.slice(starts[clause], starts[clause + 1])),
  );
  return new Set(answerable ? scenes : []);
}

const SHORT = 7;

function onlyTakesUp(words: readonly string[]): boolean {
  return words.length <= SHORT && words.some((word, index) => takesUp(word, words[index - 1]));
}
