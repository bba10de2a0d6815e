/** Times as people write them, put so that the rest of the house reads them: "i tjueen", "twenty twenty-one", "3. kvartal"; with them "pr." and question words joined. */

import { NUMBER_WORDS } from "./numbers.ts";

/** The words of numbers between two values, as a choice for a pattern; longer ones first. */
function wordsFor(from: number, to: number): string {
  const words = Object.entries(NUMBER_WORDS).filter(([, value]) => value >= from && value <= to);
  return words
    .map(([word]) => word)
    .sort((a, b) => b.length - a.length)
    .join("|");
}

const EDGE = "(?<![\\p{L}\\d-])";
const END = "(?![\\p{L}\\d]|-\\p{L})";
const TEEN = wordsFor(10, 19);
/** Years that may be asked about end in no more than these. */
const ONE = wordsFor(1, 6);
const REST = `(?:${TEEN}|(?:tjue|twenty)(?:[ -]?(?:${ONE}))?)`;
/** "tjuetjueen", "twenty nineteen", "to tusen og tjue", "two thousand and twenty". */
const WHOLE = new RegExp(`${EDGE}(?:tjue|twenty|(?:to|two)[ ]?(?:tusen|thousand)(?:[ ]?(?:og|and))?)[ -]?(${REST})${END}`, "giu");
/** "i tjueen": the century goes without saying; "i tjueen kommunar" and "i tjueen prosent" are no years. */
const SHORT = new RegExp(
  `${EDGE}(i|fra|frå|in|kvartal|halvår|quarter) ((?:tjue|twenty)[ -]?(?:${ONE}))(?=\\s*(?:$|[.,;?!)]|(?:og|and|mot|mens|til|to) (?:i |in )?(?:tjue|twenty|\\d)|(?:hvor|kor|hva|kva|how|what)(?![\\p{L}])))`,
  "giu",
);

/** A stop behind a number that counts quarters, halves or months ends no sentence. */
const ORDINAL = new RegExp(`${EDGE}(\\d)\\.[ ]?(?=(?:kvartal|kvartalet|kv|halvår|halvåret|halvar|quarter)${END})`, "giu");

/** "pr. innbygger", "pr uke": one word in all three languages. */
const PER = new RegExp(`${EDGE}[Pp]r\\.? (?=\\p{L})`, "gu");

/** "nårkom", "nårvart": the question word and its verb written as one. */
const JOINED_WHEN = new RegExp(`${EDGE}(når)(?=(?:kom|var|vart|ble|blei|starta|startet|hadde)${END})`, "giu");

/** "hvormange", "kormykje": the two words by which a number is asked for, written as one. */
const JOINED_MANY = new RegExp(`${EDGE}(hvor|kor|how)(?=(?:mange|mye|mykje|many|much)${END})`, "giu");

/** "ogi 2022", "oghva": the joiner and the word behind it written as one. */
const JOINED_AND = new RegExp(`${EDGE}(og)(?=(?:i|hva|kva|hvor|kor|for)${END})`, "giu");

/** "vardet", "erdet": a verb and its subject written as one. */
const JOINED_VERB = new RegExp(`${EDGE}(var|er|blir|ble|blei|vart|hadde|har|was|is|did)(?=(?:det|dette|it|that|dei)${END})`, "giu");

/** "i2024", "in2024", "frå2019": the year written together with the word before it. */
const JOINED_YEAR = new RegExp(`${EDGE}(i|in|fra|frå|from|til|to|siden|sidan|since|mot)(?=20\\d\\d${END})`, "giu");

/** The text with years in words as digits, and no stop inside "3. kvartal", "per" for "pr." and words written as one apart; all else as it was. */
export function withPlainTimes(asked: string): string {
  const apart = [ORDINAL, JOINED_WHEN, JOINED_MANY, JOINED_AND, JOINED_VERB, JOINED_YEAR].reduce(
    (text, joined) => text.replace(joined, "$1 "),
    asked,
  );
  const text = apart.replace(PER, "per ");
  if (!/tjue|twenty|tusen|thousand/i.test(text)) return text;
  return text
    .replace(WHOLE, (_whole, rest: string) => `20${lastTwo(rest)}`)
    .replace(SHORT, (_whole, before: string, rest: string) => `${before} 20${lastTwo(rest)}`);
}

function lastTwo(words: string): string {
  const word = words.toLowerCase();
  const ones = word.replace(/^(?:tjue|twenty)[ -]?/, "");
  return String(ones === word ? NUMBER_WORDS[word] : 20 + (NUMBER_WORDS[ones] ?? 0));
}
