/** Tells which language a message is written in, from the lists its words stand in and their endings. */
import type { Language } from "../knowledge/languages.ts";
import { MONTH_OF } from "../language/period-words.ts";
import type { WordReading } from "./words.ts";

/** `sure` is false where the words could be of several languages ("helsenorge 2021"). */
export type DetectedLanguage = { language: Language; sure: boolean };

const NYNORSK_ENDING = /(?:ar|ane|leg|lege|heit|skap|sj[uø]k\w*)$/;
/** "-er" and "-ene" are feminine in nynorsk too: utgifter, utgiftene. */
const BOKMÅL_ENDING = /(?:ere|erne|lig|lige|het)$/;

/** Longer words in capitals are shouted; shorter ones are abbreviations. */
const LONGEST_CODE = 6;

const NYNORSK_NUMBER = /^(?:millionar|milliardar)$/i;

const ONLY_NYNORSK = new Set([
  "kor",
  "kva",
  "kven",
  "kvifor",
  "korleis",
  "eg",
  "ikkje",
  "frå",
  "mykje",
  "talet",
  "vart",
  "dei",
  "mange gonger",
  "noko",
  "nokon",
  "auka",
  "meir",
  "sidan",
  "berre",
  "nokre",
  "kvar",
  "kvart",
  "vore",
  "vere",
  "blei",
  "gjekk",
  "fekk",
  "dykk",
]);
const ONLY_BOKMÅL = new Set([
  "hvor",
  "hva",
  "hvem",
  "hvorfor",
  "hvordan",
  "jeg",
  "ikke",
  "fra",
  "mye",
  "antall",
  "ble",
  "noe",
  "noen",
  "økte",
  "mer",
  "siden",
  "bare",
  "noen",
  "hver",
  "hvert",
  "vært",
  "være",
  "gikk",
  "fikk",
  "hvilke",
  "hvilken",
  "hvilket",
]);

/** How many in the middle and north of Norway write, whichever form of the language they use. */
const DIALECT = new Set(["æ", "mæ", "dæ", "ka", "kem", "kordan", "korsn", "dokker"]);

/**
 * @param fallback languages to use where the words do not decide: the conversation's, the client's,
 *   in this order; bokmål when none is given
 */
export function detectLanguage(words: readonly WordReading[], fallback: readonly (Language | undefined)[]): DetectedLanguage {
  let english = 0;
  let norwegian = 0;
  let bokmål = 0;
  let nynorsk = 0;
  const shouted = !words.some(({ text }) => /\p{Ll}/u.test(text));
  const isDialect = words.some(({ text }) => DIALECT.has(text.toLowerCase()) || (fallback[0] === "nb" && /^va$/i.test(text)));
  for (const { text, roles, via } of words) {
    if (/[æøåÆØÅ]/.test(text)) norwegian += 1;
    if (NYNORSK_NUMBER.test(text)) nynorsk += 1;
    // Words inside a phrase that both forms share still tell: "kor lang tid".
    const lower = text.toLowerCase();
    // "kor mange besøk va det": in the dialects of those who write "æ", "kor" is no nynorsk.
    const isOfDialect = isDialect && lower.startsWith("kor");
    const own = { nn: isOfDialect ? 0 : wordsOf(ONLY_NYNORSK, lower), nb: wordsOf(ONLY_BOKMÅL, lower) };
    nynorsk += 2 * own.nn;
    bokmål += 2 * own.nb;
    norwegian += 2 * (own.nn + own.nb);
    if (isOfDialect) {
      norwegian += 2;
      continue;
    }
    // "ICD-11", "NHN": a name is of no language.
    if (!shouted && text.length <= LONGEST_CODE && /^[\p{Lu}\d-]+$/u.test(text)) continue;
    for (const role of roles) {
      const { languages } = role;
      const weight = role.filler || role.cues.size > 0 ? 2 : 1;
      const inNorwegian = languages.has("nb") || languages.has("nn");
      if (languages.has("en") && !inNorwegian) english += weight;
      if (inNorwegian && !languages.has("en")) norwegian += weight;
      // Months are called the same in both.
      if (MONTH_OF.has(lower)) continue;
      // It was counted by itself.
      if (own.nn + own.nb > 0 && via !== "phrase") continue;
      // A stem says Norwegian, but not which; its ending does. A correction could have been another form.
      const asListed = via === "exact" || via === "joined" || (via === "phrase" && lower === role.word);
      if (asListed && languages.has("nb") && !languages.has("nn")) bokmål += weight;
      if (asListed && languages.has("nn") && !languages.has("nb")) nynorsk += weight;
      if (!asListed && via !== "phrase" && via !== "spelling" && languages.has("nb") !== languages.has("nn")) {
        if (languages.has("nb")) bokmål += weight / 2;
        else if (languages.has("nn")) nynorsk += weight / 2;
      }
      if (inNorwegian && !asListed) {
        // "naar" is "når" and ends like no plural.
        const form = via === "folded" ? role.word : text;
        if (NYNORSK_ENDING.test(form)) nynorsk += 0.5;
        if (BOKMÅL_ENDING.test(form)) bokmål += 0.5;
      }
    }
  }
  const [preferred] = fallback.filter((language) => language !== undefined);
  // "frikort messages": who writes English names Norwegian things by their names, and not the other way round.
  if (english === norwegian) return { language: preferred ?? (english > 0 ? "en" : "nb"), sure: false };
  if (english > norwegian) return { language: "en", sure: true };
  if (nynorsk === bokmål) {
    const spoken = fallback.find((language) => language === "nb" || language === "nn");
    return { language: spoken ?? "nb", sure: bokmål > 0 };
  }
  return { language: nynorsk > bokmål ? "nn" : "nb", sure: true };
}

/** How many words of a text stand in a list. */
function wordsOf(list: ReadonlySet<string>, text: string): number {
  if (!text.includes(" ")) return list.has(text) ? 1 : 0;
  return text.split(" ").filter((word) => list.has(word)).length;
}
