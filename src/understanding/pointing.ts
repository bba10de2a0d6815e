/** Words that point to a place or an institution that was named before. */

const DEFINITE =
  /^(?:(?:syke|sjuke)huset|kommunen|fylket|byen|bygda|regionen|foretaket|helseforetaket|klinikken|legekontoret|senteret|avdelingen|avdelinga|landet)s?$/;
const INSTITUTION = /^(?:hospital|municipality|county|city|town|region|trust|clinic|practice|ward|department|country)$/;

/** "det sykehuset", "the hospital": one that was named before; `before` is the word in front. */
export function pointsTo(word: string, before = ""): boolean {
  return DEFINITE.test(word) || (INSTITUTION.test(word) && ["the", "that", "this"].includes(before));
}
