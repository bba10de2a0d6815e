/** Messages of the office: what happened to a meeting, what a colleague shall do, what is on a list. They name our subjects, and ask for none. */
import type { Reading } from "../src/understanding/reading.ts";

/** Things of the office, as whole words or as what a compound ends with: "budsjettmøtet". */
const THINGS =
  /^(?:\p{L}*(?:møtet?|møta|presentasjon(?:en)?|foredrag(?:et)?|føredrag(?:et)?|kurset|seminar(?:et)?|webinar(?:et)?|workshop(?:en)?|opplæring(?:en|a)?|fagdag(?:en)?|utkast(?:et)?|regneark(?:et)?|rekneark(?:et)?|lysbilde(?:t|ne)?|lysark(?:et)?|notat(?:et)?|referat(?:et)?|invitasjon(?:en)?|spørjeskjema(?:et)?|spørreskjema(?:et)?|meeting|workshop|presentation|spreadsheet|webinar)|teksten|avsnittet|mappa|mappen|fila|filen|fakturaen|serveren|printeren|skriveren|lunsjen|agendaen|slides?|deck|draft|talk|course|training|seminar|paragraph|folder|memo|invoice|server|printer|lunch|questionnaire|minutes|kick-off)$/u;
/** What may stand before such a thing at the beginning of a sentence. */
const BEFORE_THING = new Set(
  "the our my your this that dagens morgendagens vår vårt min mitt da då no nå so så og and har den det hei hi".split(" "),
);
/** By these a sentence tells what happened to a thing, or will. */
const FINITE = new Set(
  (
    "er var ble blir vart blei verd gikk går gjekk har hadde starter startar startet begynner byrjar begynte ligger ligg kommer kjem kom varte skal må tar tek tok fikk fekk får " +
    "is was were are has had went goes starts started begins began moved lasts took takes will comes came got lies"
  ).split(" "),
);
/** How far behind the thing the verb may stand: "the meeting about medical messages is …". */
const NEAR = 7;

/** What a colleague, and not a bot, is asked to do. */
const BIDS =
  /^(?:hei |hi |da |og |and |please |kan du |kan de |could you |can you )?(?:husk|gløym ikkje|glem ikke|remember to|don't forget|do not forget|flytt|bytt ut|bytt|slett|stryk|legg (?:ved|inn|til|ut|fram)|rett opp|send(?! meg| me| oss| us| over)|ring|ping|email|e-mail|mail|move|delete|upload|forward|fix|replace|swap|proofread|print(?:e)?(?: ut)?|bestille?|book(?:e)?|order) /;

/** A list or a note that begins by saying that it is one. */
const NOTE =
  /^(?:huskeliste|hugseliste|sjekkliste|gjøremål|gjeremål|oppgaver|to ?-?do|todo|checklist|agenda|saksliste|notat til meg selv|notat til meg sjølv|note to self|memo|reminder|påminnelse|påminning|status)(?: (?:uke|veke|week|for|i dag|today|monday|mandag|måndag|\d+))*(?: \d+)? ?[:–-]/;

/** Days and times of day that no figure is of. */
const DAY =
  /(?:^| )(?:(?:på |til |on |by |until |next |neste |i )?(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|måndag|tysdag|laurdag|sundag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:kl|klokka|klokken) ?\.? ?\d{1,2}|i går|i morgen|i morgon|yesterday|tomorrow|etter lunsj|før lunsj|after lunch|before lunch|tonight|i kveld|this (?:morning|afternoon)|last night)(?: |$)/;

/** Whether a message tells of the office, bids a colleague to do something, or is a note. */
export function isOfOffice({ text, tokens, isQuestion }: Reading): boolean {
  if (NOTE.test(text)) return true;
  return !isQuestion && (BIDS.test(text) || tellsOfThing(tokens));
}

/** Whether a day or a time of day is named that no figure is of. */
export function namesDay({ text }: Reading): boolean {
  return DAY.test(text);
}

/** "møtet om medisinske meldinger er flyttet til torsdag": the sentence is about a thing of the office. */
function tellsOfThing(tokens: readonly string[]): boolean {
  const at = tokens.findIndex((word) => !BEFORE_THING.has(word));
  if (!THINGS.test(tokens[at] ?? "")) return false;
  const rest = tokens.slice(at + 1, at + 1 + NEAR);
  const stop = rest.findIndex((word) => /^[.:;!]$/.test(word));
  return (stop < 0 ? rest : rest.slice(0, stop)).some((word) => FINITE.has(word));
}
