/** Times as people write them, put so that the rest of the house reads them: "i tjueen", "twenty twenty-one", "3. kvartal". */

const ONES: Readonly<Record<string, number>> = {
  "": 0,
  en: 1,
  én: 1,
  ein: 1,
  éin: 1,
  one: 1,
  to: 2,
  two: 2,
  tre: 3,
  three: 3,
  fire: 4,
  four: 4,
  fem: 5,
  five: 5,
  seks: 6,
  six: 6,
};
const TEENS: Readonly<Record<string, number>> = {
  ti: 10,
  ten: 10,
  elleve: 11,
  eleven: 11,
  tolv: 12,
  twelve: 12,
  tretten: 13,
  thirteen: 13,
  fjorten: 14,
  fourteen: 14,
  femten: 15,
  fifteen: 15,
  seksten: 16,
  sixteen: 16,
  sytten: 17,
  seventeen: 17,
  atten: 18,
  eighteen: 18,
  nitten: 19,
  nineteen: 19,
};

const EDGE = "(?<![\\p{L}\\d-])";
const END = "(?![\\p{L}\\d]|-\\p{L})";
const TEEN = Object.keys(TEENS).join("|");
const ONE = "en|én|ein|éin|to|tre|fire|fem|seks";
const ENGLISH_ONE = "one|two|three|four|five|six";
const REST = `(?:${TEEN}|(?:tjue|twenty)(?:[ -]?(?:${ONE}|${ENGLISH_ONE}))?)`;
/** "tjuetjueen", "twenty nineteen", "to tusen og tjue", "two thousand and twenty". */
const WHOLE = new RegExp(`${EDGE}(?:tjue|twenty|(?:to|two)[ ]?(?:tusen|thousand)(?:[ ]?(?:og|and))?)[ -]?(${REST})${END}`, "giu");
/** "i tjueen": the century goes without saying; "i tjueen kommunar" and "i tjueen prosent" are no years. */
const SHORT = new RegExp(
  `${EDGE}(i|fra|frå|in) (tjue[ -]?(?:${ONE})|twenty[ -]?(?:${ENGLISH_ONE}))(?=\\s*(?:$|[.,;?!)]|(?:og|and|mot|mens|til|to) (?:i |in )?(?:tjue|twenty|\\d)|(?:hvor|kor|hva|kva|how|what)(?![\\p{L}])))`,
  "giu",
);

/** A stop behind a number that counts quarters, halves or months ends no sentence. */
const ORDINAL = new RegExp(`${EDGE}(\\d)\\.[ ]?(?=(?:kvartal|kvartalet|kv|halvår|halvåret|halvar|quarter)${END})`, "giu");

/** "pr. innbygger", "pr uke": one word in all three languages. */
const PER = new RegExp(`${EDGE}[Pp]r\\.? (?=\\p{L})`, "gu");

/** "nårkom", "nårvart": the question word and its verb written as one. */
const JOINED_WHEN = new RegExp(`${EDGE}(når)(?=(?:kom|var|vart|ble|blei|starta|startet|hadde)${END})`, "giu");

/** The text with years in words as digits, and no stop inside "3. kvartal"; all else as it was. */
export function withPlainTimes(asked: string): string {
  const text = asked.replace(ORDINAL, "$1 ").replace(JOINED_WHEN, "$1 ").replace(PER, "per ");
  if (!/tjue|twenty|tusen|thousand/i.test(text)) return text;
  return text
    .replace(WHOLE, (_whole, rest: string) => `20${lastTwo(rest)}`)
    .replace(SHORT, (_whole, before: string, rest: string) => `${before} 20${lastTwo(rest)}`);
}

function lastTwo(words: string): string {
  const word = words.toLowerCase();
  const teen = TEENS[word];
  const number = teen ?? 20 + (ONES[word.replace(/^(?:tjue|twenty)[ -]?/, "")] ?? 0);
  return String(number);
}
