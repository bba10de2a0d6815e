/** "hvem er det som drifter …" asks who runs it: the words around the one that asks say nothing. */

const AROUND =
  /(?<!\p{L})(hvem|kven|kem|who) (?:er|var|is|was) (?:det|it) (?:egentlig |eigentleg |actually )?(?:som|that|who) (?=(?:drifter|driftar|driver|driv|eier|eig|runs|operates|owns)(?!\p{L}))/giu;

/** The same question without what stands around its question word. */
export function withPlainQuestions(text: string): string {
  return text.replace(AROUND, "$1 ");
}
