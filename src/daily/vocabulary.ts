/** The words of the daily command in bokmål, nynorsk and English, folded as foldLetters does. */
import type { Language } from "../knowledge/languages.ts";
import { EVERY_DAY, WEEKDAYS, type Weekday } from "./calendar.ts";

/** How the command begins, and the language that it tells. */
export const BEGINNINGS: Readonly<Record<string, Language>> = { daglig: "nb", dagleg: "nn", daily: "en" };

const list = (words: string) => words.split(" ");
const WORKING = list(
  "hverdager hverdag hverdagene kvardagar kvardag kvardagane ukedager ukedag vekedagar vekedag weekdays weekday yrkedager yrkedagar",
);
const WEEKEND = list("helg helga helgen helgene helger weekend weekends");
const NAMED: Readonly<Record<Weekday, readonly string[]>> = {
  1: list("man mon mandag mandager mandagen mandagar monday mondays"),
  2: list("tir tirs tys tue tues tirsdag tirsdager tirsdagen tysdag tysdagar tysdagen tuesday tuesdays"),
  3: list("ons wed onsdag onsdager onsdagen onsdagar wednesday wednesdays"),
  4: list("tor tors thu thur thurs torsdag torsdager torsdagen torsdagar thursday thursdays"),
  5: list("fre fri fredag fredager fredagen fredagar friday fridays"),
  6: list("lor lau laur sat lordag lordager lordagen laurdag laurdagar laurdagen saturday saturdays"),
  7: list("son sun sondag sondager sondagen sondagar sundag sundagar sunday sundays"),
};

/** Single words for days of the week. */
export const DAY_WORDS: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ...WORKING.map((word): [string, readonly Weekday[]] => [word, WEEKDAYS]),
  ...WEEKEND.map((word): [string, readonly Weekday[]] => [word, [6, 7]]),
  ...EVERY_DAY.flatMap((day) => NAMED[day].map((word): [string, readonly Weekday[]] => [word, [day]])),
]);

/** Phrases for every day. */
export const EVERY_DAY_WORDS =
  /\b(?:(?:hver|kvar) (?:eneste )?dag|alle (?:dager|dagar|dagane|dagene)|every ?day|all days|hele uka|heile veka|hele uken)\b/;

/** Months by their folded beginnings. */
export const MONTH_WORDS: readonly string[] = ["jan", "feb", "mar", "apr", "ma[iy]", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "de[sc]"];

/** What is done rather than planned. */
export type Act = "show" | "pause" | "resume" | "skip" | "try" | "stop" | "help";
export const ACTS: readonly [Act, readonly string[]][] = [
  ["show", list("vis show plan planen status list liste oversikt oversyn historikk history")],
  ["pause", list("pause paus pauser sett_pa_pause set_pa_pause ta_pause hold snooze")],
  ["resume", list("fortsett fortset hald_fram gjenoppta gjenopptak resume continue unpause start_igjen")],
  ["skip", list("hopp_over hop_over hopp skip dropp ikke_send ikkje_send do_not_send dont_send don't_send")],
  ["try", list("prov prove prova try test preview forhandsvis forehandsvis forhandsvisning")],
  ["stop", list("stopp stop stans avslutt unsubscribe cancel end quit remove avmeld slutt_a_sende slutt sla_av skru_av turn_off off av")],
  ["help", list("hjelp help")],
];

/** Words that may stand beside an act and add nothing. */
export const BESIDE_ACT: ReadonlySet<string> = new Set(
  list(
    "na no naa now today dag idag i det den dei de this it please takk meg me over pa abonnementet subscription fakta facts fakt posts innlegg " +
      "alt daglig dagleg daily daglige daglege dagens tall tallet tallene tal talet tala figure figures fact number numbers plan planen sende " +
      "sending the of",
  ),
);

/** Words that may stand beside a time and add nothing. */
export const BESIDE_TIME: ReadonlySet<string> = new Set(
  list(
    "kl klokka klokken klokkeslett o'clock at hver kvar every on og and pa i in ved om the fra from tid tida tiden time tidssone zone timezone " +
      "med with takk please uten utan without alle all morgen morgenen morgon morgonen morning mornings endre change bytt bytte flytt move til to " +
      "stedet staden instead heller rather tall tal fact figure bare berre kun only just men but",
  ),
);

/** Full hours as words. */
export const HOUR_WORDS: Readonly<Record<string, number>> = {
  ...{ seks: 6, six: 6, sju: 7, syv: 7, seven: 7, atte: 8, eight: 8, ni: 9, nine: 9, ti: 10, ten: 10, elleve: 11, eleven: 11 },
  ...{ tolv: 12, twelve: 12 },
};

/** Parts of hours, by what they add to the full hour that follows: "halv ni" is 08:30, "quarter past nine" 09:15. */
export const HOUR_PARTS: Readonly<Record<string, number>> = {
  ...{ halv: -30, "half past": 30, "kvart over": 15, "quarter past": 15, "kvart pa": -15, "quarter to": -15 },
};
/** Times of day that have a name. */
export const NAMED_TIMES: Readonly<Record<string, string>> = { midnatt: "00:00", midnight: "00:00", noon: "12:00", midday: "12:00" };

/** A sentence of nothing but these, with a word for "daily", is about the fact of the day. */
export const LOOSE: ReadonlySet<string> = new Set(
  list(
    "kan kunne kunna vil ville kunne du dere de dei vi jeg eg meg oss her hit i til kanalen kanal denne dette det et ein eit en a an the of day " +
      "could can you we i us here to into this channel please like want would get have set up me tall tallet tallene tal talet tala fakta fact facts " +
      "figure figures number numbers post poste posts innlegg sende send sender fa far faa setje sette opp abonnere abonner subscribe " +
      "abonnement subscription starte start begynne byrje starts gjerne takk hver kvar every dag kl klokka klokken at om pa nar naar kjem " +
      "kommer neste next when does will is come comes are hva kva what er blir stopp stoppe stop stopping stoppa slutt slutte avslutt avslutte " +
      "cancel end sending ikke ikkje not do don't dont flere fleire mer meir more any anymore hvordan korleis how",
  ),
);
export const DAILY_WORDS: ReadonlySet<string> = new Set(list("daglig dagleg daily daglige daglege dagens"));
/** What turns round the words behind it; without knowing which, a command is not understood. */
export const EXCEPT = /\b(?:ikke|ikkje|not|never|except|unntatt|unnateke|utenom|utanom)\b/;
/** Words that ask for it, and words that ask when it comes. */
export const WANTING: ReadonlySet<string> = new Set(
  list("send sende sender fa far faa get have setje sette set abonnere abonner subscribe starte start begynne byrje want"),
);
export const ASKING_WHEN: ReadonlySet<string> = new Set(list("nar naar when neste next"));
/** Words that ask for an end of it, words that do so behind a "not", words for "not", and words that ask for help. */
export const STOPPING: ReadonlySet<string> = new Set(list("stopp stoppe stop stopping stoppa slutt slutte avslutt avslutte cancel end"));
export const MORE: ReadonlySet<string> = new Set(list("flere fleire mer meir more any anymore"));
export const NOT: ReadonlySet<string> = new Set(list("ikke ikkje not don't dont"));
export const ASKING_HOW: ReadonlySet<string> = new Set(list("hvordan korleis how"));

/** Words that tell the language of a command that does not begin with "daily". */
export const TELLING: Readonly<Record<"nn" | "en", ReadonlySet<string>>> = {
  nn: new Set(list("ikkje dagleg daglege tal talet tala fortset hald no kvar kvardagar dei berre korleis kjem forehandsvis")),
  en: new Set(
    list(
      "stop stopping skip resume continue unpause try show unsubscribe cancel end quit off until today now daily fact facts the how when",
    ),
  ),
};

/** Days of the week that are no part of a subject's name. */
export const LONG_DAYS: readonly string[] = [...DAY_WORDS.keys()].filter((word) => word.length >= 5);

/** Where a time or days begin again behind the subjects that are wanted. */
const WHEN = `(?:(?:pa|on|i|in|hver|kvar|every|each|alle) )*(?:${LONG_DAYS.join("|")})\\b|(?:kl|klokka|klokken|at)[. ]*\\d|${EVERY_DAY_WORDS.source}`;
/** What begins the subjects that are wanted, and the subjects. */
export const ONLY = new RegExp(
  `\\b(?:(?:bare|berre|kun|only|just|about|tema|emne)(?: (?:om|about))?|om) (?!${WHEN})(.+?)(?=[, ]+(?:(?:og|and) )?(?:${WHEN})|$)`,
);

/** What may stand before the command. */
export const OPENING =
  /^(?:(?:hei|hey|hi|hello|please)[,!]? )*(?:\/?helsetall[,:]? )?(?:(?:start|abonner|subscribe|sett opp|set opp|setje opp|set up|endre|endra|change|flytt|move)(?: (?:på|pa|to))? )?(?=(?:daglig|dagleg|daily)\b)/i;
