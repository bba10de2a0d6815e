/** Whether a message asks for words and not for a number, and what it asks for so. */
import { COUNTRY } from "../src/understanding/pointing.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { saysScope } from "../src/understanding/words.ts";
import { said } from "./intent.ts";

/** How an open question begins, after a greeting or behind a sign: with a question word, its verb, or a request to be told. */
const OPENS =
  /(?:^|[,.:;!?–-] |(?:og|and|so|så|but|men|hei|hi|hello|please|just|bare|berre|egentlig|eigentleg) )(?:hvordan|korleis|how(?! (?:well|many|much|old|long|often|happy|satisfied|big|large|high|low|expensive))|hva|kva|ka|what|what's|hvilke[nt]?|which|hvem|kven|who|where|(?:hvor|kor) (?:langt|står|ligger|ligg|finner|finn|er|har)|er|var|har|hadde|kan|vil|blir|skal|gjør|gjer|finnes|finst|fins|is|are|was|has|have|does|do|did|can|will|would|sier|seier|nevner|nemner|går|gikk|gjekk|øker|aukar|faller|fell|blei|ble|vart|sendes|viser|name|list|nevn|nemn|fortell|fortel|forklar|beskriv|si|sei|tell|explain|describe|give|gi|gje)(?: |$)/;
const VIEWS =
  /(?:^| )(?:bør|burde|should|mener du|meiner du|synes du|synest du|trur du|tror du|you think|(?:kan|can|could) (?:du|de|you) (?:bestill\w*|book|renew|forny\w*|order|send\w*|skriv\w*|write|translate|overset\w*|omset\w*|ring\w*|call|endr\w*|change|legg\w*|slett\w*|delete|look up|slå opp)|personally|opinion|my|mine?|mitt|enig|einig|agree)(?: |$)/;
/** What has a number for an answer, by whatever question word it is asked for. */
export const AMOUNTS =
  /(?<!\p{L})(?:tall(?:et|ene)?|tal(?:et|a)?|antall(?:et)?|number|figures?|prosent|percent(?:age)?|andel(?:en)?|share|egenandel\p{L}*|eigendel\p{L}*|tjener|tjente|tener|tente|earns?|earned|price|cost|costs|charged?|charges|pay|pays|paid|fees?|betal\p{L}*|koste|koster|kostet|kosta|kostar|prislapp\p{L}*|budget|salary|turnover|revenue|duration|lengde(?:n)?|length|average|gjennomsnitt\p{L}*|\p{L}*(?:lønn|pris|budsjett|omsetning|varighet|inntekt)(?:a|en|et)?|snitt(?:et)?|median|per|pr|rate|beløp(?:et)?|amount|total(?:t|en)?|sum(?:men)?|(?:hvor|kor) (?:mange|mye|mykje|ofte|lenge|gammal|gammel)|bruk(?:te|er|ar|a) .* på|sp(?:ent|end) .*on)(?!\p{L})/u;
/** "hva brukte Oslo kommune?": money, where nothing is said that it was used for. */
const SPENT =
  /^(?:(?:og|and|men|but) )?(?:(?:hva|kva) (?:brukte|brukar|bruker) (?!.* (?:til|for|av)(?: |$))|what did (?:\S+ ){1,4}(?:spend|cost))/;
/** "which providers grew in turnover": asks for names, whatever they are measured by. */
const WHICH = /(?:^| )(?:which|what kind|hvilke[nt]?|hva slags|kva for|kva slags|who|hvem|kven)(?: |$)/;
/** By these a single word may be asked about: how it goes, who does it, which ones. */
const SPECIFIC =
  /(?:^| )(?:how|hvordan|korleis|which|hvilke[nt]?|kva for|kva slags|hva slags|who|hvem|kven|seier|sier|say|says|skjer|happens)(?: |$)/;
/** "which one is best", but not "best for", "best when". */
const BEST = /(?:^| )(?:best|beste|better|bedre|betre|worst|verst|verste)(?! (?:for|til|to|når|when|suited|egnet|eigna|ved|på))(?: |$)/;
/** The last year that the report tells reasons for. */
const LAST_YEAR = 2022;

/** Whether a message is an open question: no number, no view, no advice and nothing to be done is asked for. */
export function asksInWords(reading: Reading): boolean {
  const text = reading.text;
  if (reading.numbers.length > 0 || VIEWS.test(text) || said(reading, "quantity", "share", "forecast", "personal", "opinion", "check"))
    return false;
  if (said(reading, "why"))
    return reading.periods.every((mention) => mention.kind !== "point" || Number(mention.period.slice(0, 4)) <= LAST_YEAR);
  // "which hospitals do not use it": what is not so is not told.
  if (reading.items.some(({ concepts, soft }) => !soft && concepts.includes("negation"))) return false;
  const asksTime = (reading.cues.get("when") ?? []).some((position) => position < 2);
  const asksAmount = (AMOUNTS.test(text) && !WHICH.test(text)) || SPENT.test(text);
  return !asksTime && !asksAmount && OPENS.test(text);
}

/** Whether it asks after one thing by name, or how it goes, who does it, which ones: then one word may be enough. */
export function asksOfOne(reading: Reading): boolean {
  return SPECIFIC.test(reading.text) || namesOne(reading);
}

/** An institution, or another name that is no place. */
function namesOne({ words }: Reading): boolean {
  return words.some(
    (word) => word.roles.some(({ scope }) => scope === "institution") || (word.nameLike && !saysScope(word) && !COUNTRY.has(word.word)),
  );
}

/** Whether the most, the least or the best of something is asked for. */
export function ranks(reading: Reading): boolean {
  return said(reading, "highest", "lowest") || BEST.test(reading.text);
}

/** The years that a message names; undefined where it names another time, which no statement is of. */
export function yearsIn({ periods }: Reading): string[] | undefined {
  const years = periods.flatMap((mention) => {
    if (mention.kind === "point") return [mention.calendar ? "" : mention.period];
    return mention.kind === "range" ? [mention.start ?? "", ...(mention.end ? [mention.end] : [])] : [""];
  });
  return years.every((year) => /^\d{4}$/.test(year)) ? years : undefined;
}
