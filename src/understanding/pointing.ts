/** Whether a question points to what was said before it, and what that was about. */
import type { PeriodMention } from "../language/period-words.ts";

/** By these one goes back to what was before. */
export const BACK: ReadonlySet<string> = new Set(["tilbake", "attende", "back"]);

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
  return words.some((word, index) => {
    const before = words[index - 1];
    // "how many were there": no place.
    if (word === "there" && THERE.has(before ?? "")) return false;
    return POINTS.has(word) || pointsTo(word, before);
  });
}

const THERE = new Set(["were", "was", "are", "is", "been", "be"]);

/** Who names the country does not ask of a part of it. */
export const COUNTRY: ReadonlySet<string> = new Set(["landet", "norge", "noreg", "norway", "country"]);

const ABOUT =
  /(?:^| )(?:om|about|handler|handlar|gjelder|gjeld|angår|concerns?|regarding|ser på|looking at|tenker på|tenkjer på|thinking of|fokus på|focus(?:ing)? on|interessert i|interesserte i|interested in|lurer på|lurar på|temaet er|tema er|topic is|research is on|thesis is on|focus is|limited? to|restrict(?:ed)? to|avgrenset til|avgrensa til|(?:tall|tal|figures|numbers|data) for|sammenligner|samanliknar|comparing)(?: |$)/;

/** Where a sentence begins to say what the matter is ("We are writing about | children"); -1 where it tells only of the asker. */
export function matterIn(words: readonly string[]): number {
  const found = ABOUT.exec(words.join(" "));
  return found
    ? words
        .join(" ")
        .slice(0, found.index + found[0].length)
        .trim()
        .split(" ").length
    : -1;
}

/** "what is the amount for 2020", "hva var summen": a word that takes up what was named before it. */
const TAKES_UP = /^(?:beløpet|summen|kostnaden|utgiften|utgifta|tallet|talet|andelen|delen|nivået|veksten|auken|økningen)$/;
const TAKES_UP_AFTER_THE = /^(?:amount|sum|figure|number|total|share|cost|level|increase)$/;

/** Whether a word only takes up what was named before. */
export function takesUp(word: string, before = ""): boolean {
  return TAKES_UP.test(word) || (TAKES_UP_AFTER_THE.test(word) && before === "the");
}

const SPEAKS_OF_IT =
  /(?:^| )(?:hadde|fikk|fekk|har|sendte|mottok|gjorde|brukte|leverte|did|had|have|has|got|get) (?:de|dei|det|den|disse|desse|they|it|these|those)(?: |$)/;

/** "how many messages did it get": what "it" is was named before. */
export function speaksOfIt(words: readonly string[]): boolean {
  return SPEAKS_OF_IT.test(words.join(" "));
}

const THAT_TIME =
  /(?:^| )(?:(?:det|same|samme|that|the same|that same|this|dette) (?:år(?:et)?|kvartalet|halvåret|tidspunktet|year|month|quarter|half|time|point|period)|(?:den|same|samme) (?:måneden|månaden|måned|månad|perioden?)|(?:by|back|until) then|den gang(?:en)?|(?:da|då|then)(?: [?.!]+)?$)/;

/** Whether a question takes up the time that was spoken of: "… that year", "… by then", "… da?". */
export function pointsToTime(text: string): boolean {
  return THAT_TIME.test(text);
}

const OF_THEM = /(?:^| )(?:of|av|blant|among) (?:them|those|these|that|dem|dei|de|disse|desse|det|dette)(?: (?!som |who |with |med )|$)/;

/** Whether a question speaks of those that were just counted: "how many of them were doctors?". */
export function speaksOfThem(text: string): boolean {
  return OF_THEM.test(text);
}

const COSTS_THEM = /(?:^| )(?:kostet|kosta|koster|kostar|did|do) (?:de|dei|det|den|they|it)(?: cost)?(?: |$)/;

/** "what did they cost altogether?": what costs was named before. */
export function asksWhatTheyCost(text: string): boolean {
  return COSTS_THEM.test(text) && /kost|cost/.test(text);
}

const IS_THAT = /(?:^| )(?:er|var|blir|blei|ble|vart|utgjør|is|was|does|did) (?:det|dette|that|this|it)(?: |$)/;

/** "how many kroner more is that?": of what was just told. */
export function asksOfThat(text: string): boolean {
  return IS_THAT.test(text);
}

const HAS_IT = /(?:^| )(?:ha|har|hatt|hadde|have|has|had|having) (?:det|den|it|one|dette)(?: |$)/;

/** "how many ought to have it?": what they have was named before. */
export function asksWhoHasIt(text: string): boolean {
  return HAS_IT.test(text);
}

const USES_IT =
  /(?:^| )(?:brukt|bruker|brukar|brukte|bruka|åpnet|åpna|opna|prøvd|used|use|uses|using|opened|tried) (?:den|det|ho|han|it|this|dette)(?: |$)/;

/** "how many had used it?": what they used was named before. */
export function asksWhoUsedIt(text: string): boolean {
  return USES_IT.test(text);
}

const TOOK_IT = /(?:^| )(?:(?:tok|tar|tek|varte|varer|varar) (?:det|den)|(?:did|does) (?:it|that|this) (?:take|last))(?: |$)/;

/** "how long did it take?": what took so long was named before. */
export function asksHowLongItTook(text: string): boolean {
  return TOOK_IT.test(text);
}

const WHEN = new Set(["da", "då", "when"]);

/** Where it begins to be told what happened at a time that is asked for: "in March 2020 | when everything shut down"; the message's end where nothing is. */
export function thenIn(periods: readonly PeriodMention[], words: readonly string[]): number {
  const isTold = ({ to }: PeriodMention) => WHEN.has(words[to] ?? "") && /\p{L}/u.test(words[to + 1] ?? "");
  return periods.find(isTold)?.to ?? itStartedIn(periods, words);
}

const IT_STARTED = /^,? ?(?:before|after|when|før|etter|da|då) (?:it|all|everything|det|alt) [^,.;:?!]*[.?! ]*$/;

/** Where a message begins to end in what happened then, of which nothing is asked: "Feb | , before it all started"; its end where nothing is. */
export function itStartedIn(periods: readonly PeriodMention[], words: readonly string[]): number {
  return periods.find(({ to }) => IT_STARTED.test(words.slice(to).join(" ")))?.to ?? words.length;
}
