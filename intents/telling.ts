/** Messages that tell of somebody's own day or doings, and ask for nothing. */
import { isEnglishI } from "../src/understanding/askers.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { isOfOffice, namesDay } from "./office.ts";

/** Cues by which something is asked for, however much is told beside it. */
const ASKED_BY = "quantity share when whatis source list series define counts trend implies highest lowest check why link".split(" ");
/** By these a figure is asked for as well, where no person is spoken of. */
const COMPARED_BY = "change up down compare more less".split(" ");

/** Whether a message tells of persons or of the day, and asks for nothing. */
export function isTelling(reading: Reading): boolean {
  const { words, cues, text, isQuestion } = reading;
  const asks = ASKED_FOR.some((cue) => cues.has(cue)) || words.some(({ word }) => WANTED.has(word));
  // "budget meeting at one: what did …" asks; "is there room for 14 on Friday?" asks for no figure.
  const isOfDay = namesDay(reading) && (isQuestion ? !namesTime(reading) : tellsOfUs(reading));
  if (!asks && words.length >= SHORTEST && (isOfOffice(reading) || isOfDay)) return true;
  if (isQuestion || namesTime(reading)) return false;
  // "sette inn ei fotnote under tabellen": the table is not asked for; "and bought on the open market" goes on with a question.
  const shortest = JOINED.has(reading.tokens[0] ?? "") ? SHORTEST : SHORTEST_DEED;
  if (!asks && words.length >= shortest && tellsDeed(reading.tokens)) return true;
  if (words.length < SHORTEST) return false;
  // "i told my dad to …": tells, whatever "tell" asks for elsewhere.
  if (TOLD.test(text)) return true;
  if (ASKED_BY.some((cue) => cues.has(cue))) return false;
  // "thanks for the talk about e-consultations": what it was about is not asked for.
  if (THANKS.test(text)) return true;
  if (words.some(({ word }) => REQUESTED.has(word))) return false;
  return speaksOfPerson(reading) || [OWN_PAST, VIEW, DONE, DOING, TO_ME].some((pattern) => pattern.test(text));
}

/** "the supplier is visiting us at ten, who fetches coffee?": things of every day around one word of ours, and nothing that asks. */
export function isOfficeTalk(reading: Reading): boolean {
  const { words, cues, items } = reading;
  const asks = [...ASKED_BY, ...COMPARED_BY].some((cue) => cues.has(cue)) || namesTime(reading);
  const things = words.filter(({ roles }) => roles.some(({ everyday, concepts }) => everyday === "thing" && concepts.size === 0));
  const isTold =
    words.some(({ word }) => CLOCK.has(word)) ||
    (words.some(({ word }) => YOU_AND_I.has(word)) && !words.some(({ word }) => REQUESTED.has(word)));
  return !asks && (things.length > 0 || isTold) && words.length >= LONG && items.filter(({ soft }) => !soft).length === 1;
}

/** A time that figures are told for; "today" and "this year" are anybody's. */
function namesTime({ periods }: Reading): boolean {
  return periods.some((mention) => mention.kind !== "point" || !mention.calendar);
}

/** Fewer words are words to look up: "my GP", "we logins". */
const SHORTEST = 5;
const SHORTEST_DEED = 3;
/** By these a message goes on with the one before. */
const JOINED = new Set(["og", "and", "eller", "or"]);
const LONG = 6;

const PRONOUNS = new Set("jeg eg æ vi we he she han hun ho i've i'm we've we're she's he's".split(" "));
const OWNERS = new Set("min mi mitt mine vår vårt våre my our".split(" "));
const KIN =
  /^(?:mormor|morfar|farmor|farfar|bestemor|bestefar|besta|mamma|pappa|mor|far|sønnen|dattera|datteren|dottera|kona|mannen|sjefen|kollegaen|kollegaene|naboen|broren|søstera|søsteren|tante|onkel|onkelen|grandma|grandpa|grandmother|grandfather|mum|mom|dad|legen|fastlegen|sykepleieren|sjukepleiaren|læreren|læraren|noen|nokon|someone|somebody)$/;
const WHO = /^(?:nurse|doctor|gp|boss|manager|neighbour|neighbor|teacher|dentist|pharmacist|colleague|receptionist)$/;

/** Whether the message, or a sentence of it, begins with a person who does something. */
function speaksOfPerson({ tokens, words, language }: Reading): boolean {
  return tokens.some((word, at) => {
    const before = tokens[at - 1];
    if (before !== undefined && !/^[.!,;:\n]$/.test(before) && !BEFORE_IT.has(before)) return false;
    const next = tokens[at + 1] ?? "";
    if (word === "i") return language === "en" && isEnglishI(words, at);
    if (PRONOUNS.has(word) || KIN.test(word)) return true;
    if (OWNERS.has(word) || OWNERS.has(next)) return true;
    return word === "the" && WHO.test(next);
  });
}

/** "we showed the board the visits of 2020 yesterday": who begins with the teller tells, whatever years are named. */
function tellsOfUs({ tokens, words, language }: Reading): boolean {
  const [first = ""] = tokens;
  return TELLERS.has(first) || (first === "i" && language === "en" && isEnglishI(words, 0));
}

const TELLERS = new Set("jeg eg æ vi we me i've i'm we've we're".split(" "));

const BEFORE_IT = new Set("og and so så men but hei hi hello ja yes nei no ok at that".split(" "));

/** "fikk endelig hentet …", "fekk nettopp ei melding": the teller leaves out who did it. */
const OWN_PAST =
  /^(?:fikk|fekk|hadde|ble|blei|vart|sendte|sende|måtte|glemte|gløymde|kom|prøvde|prøvet|skulle|har|got|had|just got|finally got) (?:endelig|endeleg|nettopp|nå|no|allerede|allereie|akkurat|visst|visstnok|jo|heldigvis|bare|berre|meg|oss|to|my|the|a) /;

/** "sendte 14 henvisninger før lunsj", "got an answer from …": a deed of the teller, who is left out; behind "sendte legene" its doer follows. */
function tellsDeed(tokens: readonly string[]): boolean {
  const at = tokens.findIndex((word) => !OPENING.has(word));
  const next = tokens.slice(at + 1).find((word) => !OPENING.has(word)) ?? "";
  // "har retta skrivefeilen": behind "har", too, the doer would follow.
  const isDone = HAVING.has(tokens[at - 1] ?? "");
  return DEEDS.has(tokens[at] ?? "") && (isDone || /^\d/.test(next) || /^\p{L}+ing$/u.test(next) || OF_DEEDS.has(next));
}

const HAVING = new Set(["har", "have", "has"]);

const OPENING = new Set("har have has og and så so da då then nå no now ok hei hi just nettopp endelig endeleg finally ,".split(" "));
const DEEDS = new Set(
  (
    "sendte sende fikk fekk satte sette skrev skreiv leste ringte ringde tok la laget laga lagde rettet retta sjekket sjekka oppdaterte leverte " +
    "fant fann bestilte glemte gløymde fylte flyttet flytta slettet sletta limte kopierte snakket snakka signerte printet printa presenterte lastet " +
    "lasta kjøpte logget logga rakk hentet henta brukte møtte spurte spurde lovet lova bookte booket avtalte " +
    "sent got finished wrote called took made fixed checked updated delivered found booked ordered forgot moved deleted copied pasted printed talked " +
    "added asked uploaded presented emailed signed issued had met picked bought spent used"
  ).split(" "),
);
/** What stands behind a deed whose doer is left out. */
const OF_DEEDS = new Set(
  (
    "en ei ein et eit to tre fire fem alle hele heile den det dei de denne dette siste nye inn opp ut ned av på med for fra frå om til svar beskjed " +
    "besked mail epost meg oss min mi mitt mine vår vårt våre hos i " +
    "the a an my our all some two three in up out off on with to about back answer answers word from it them"
  ).split(" "),
);

const ASKED_FOR = "quantity share when whatis define counts implies highest lowest check why link".split(" ");
/** Who says one of these wants something, whatever else is told. */
const WANTED = new Set("trenger treng need needs vil want lurer lurar wonder wondering gi gje vis show give please hjelp help".split(" "));

/** "tykkjer det går altfor mykje pengar til …": a view, and no question. */
const VIEW = /^(?:(?:jeg|eg|i|vi|me|we) )?(?:synes|synest|tykkjer|tykkes|meiner|mener|trur|tror|think|believe|reckon) /;

/** "finally finished my thesis on referrals": a deed that is over. */
const DONE = /^(?:finally|just|endelig|endeleg|nettopp) \p{L}+/u;

/** "legger 27 i bunken og tar resten i morgen": the teller leaves out who does it. */
const DOING =
  /^(?:legger|legg|sender|tar|tek|henter|hentar|ringer|ringjer|kommer|kjem|rekker|rekk|drar|dreg|stikker|stikk|møter|fikser|fiksar|ordner|ordnar) (?!opp av)/;

const TOLD =
  /^(?:i|we|jeg|eg|vi|me|he|she|han|hun|ho) (?:just |have |has |har |already )?(?:told|fortalte|fortalde|fortalt|asked|spurte) (?:my|our|the|min|mi|him|her|them|han|ho|dei|de) /;

/** "thanks for the talk on e-consultations". */
const THANKS = /^(?:takk|tusen takk|mange takk|thanks|thank you|gratulerer|gratulerar|congratulations|congrats) (?:for|til|to|dere|you) /;

/** "helsenorge logged me out again": what was done to the teller. */
const TO_ME = /(?:^| )(?:me|us|meg|oss) (?:out|off|in|up|again|ut|av|inn|opp|igjen|att|på|nok|every|hver|kvar)(?: |$)/;

/** "I sent you three messages yesterday": who speaks of you and me, and asks for nothing, tells. */
const YOU_AND_I = new Set("deg dæ dykk dokker meg du jeg eg æ vi you me we i've we've".split(" "));

/** Who says one of these wants something. */
const REQUESTED = new Set(
  (
    "tall tallet tallene tal talet tala trenger treng need needs vil ha gi gje vis show give find finn finne want looking ønsker ynskjer please lurer " +
    "lurar fortell fortel tell numbers number figures figure data statistikk statistics sjekk check interessert interesserte interested curious " +
    "nysgjerrig nysgjerrige nysgjerrege nysgjerring writing skriver skriv skrive wonder wondering undres undrast søker leter leiter hunting " +
    "hjelp hjelpe hjelpa help remind minn about om rundt kring regarding angående gjelder gjeld mente meinte meant mener meiner mean"
  ).split(" "),
);

const CLOCK = new Set(["kl", "klokka", "klokken", "o'clock"]);
