/** Whether a question points to what was said before it, and what that was about. */

const DEFINITE =
  /^(?:(?:syke|sjuke)huset|kommunen|fylket|byen|bygda|regionen|foretaket|helseforetaket|klinikken|legekontoret|senteret|avdelingen|avdelinga|landet)s?$/;
const INSTITUTION = /^(?:hospital|municipality|county|city|town|region|trust|clinic|practice|ward|department|country)$/;

/** "det sykehuset", "the hospital": one that was named before; `before` is the word in front. */
function pointsTo(word: string, before = ""): boolean {
  return DEFINITE.test(word) || (INSTITUTION.test(word) && ["the", "that", "this"].includes(before));
}

const POINTS = new Set(
  "vi we us our her der here there oss us our vår våre vårt de dei dem disse desse they them their theirs these those den it dette this".split(
    " ",
  ),
);

/** Whether a question speaks of something or somebody that was named before it: "how many of them", "at the hospital". */
export function pointsBack(words: readonly string[]): boolean {
  return words.some((word, index) => POINTS.has(word) || pointsTo(word, words[index - 1]));
}

/** Who names the country does not ask of a part of it. */
export const COUNTRY: ReadonlySet<string> = new Set(["landet", "norge", "noreg", "norway", "country"]);

const ABOUT =
  /(?:^| )(?:om|about|handler|handlar|gjelder|gjeld|angår|concerns?|regarding|ser på|looking at|tenker på|tenkjer på|thinking of|fokus på|focus(?:ing)? on|interessert i|interested in|lurer på|lurar på)(?: |$)/;

/** Whether a sentence says what the matter is: "We are writing about children", not where the asker works. */
export function tellsMatter(words: readonly string[]): boolean {
  return ABOUT.test(words.join(" "));
}
