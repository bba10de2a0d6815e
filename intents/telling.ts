/** Messages that tell of the teller's own day, and ask for nothing. */
import type { Reading } from "../src/understanding/reading.ts";

const ASKED_BY =
  "quantity share when whatis source list series define counts trend implies change up down compare more less highest lowest check why link".split(
    " ",
  );

/** "the supplier is visiting us at ten, who fetches coffee?": things of every day around one word of ours, and nothing that asks. */
export function isOfficeTalk({ words, cues, periods, items }: Reading): boolean {
  const asks = ASKED_BY.some((cue) => cues.has(cue)) || periods.some((mention) => mention.kind !== "point" || !mention.calendar);
  const things = words.filter(({ roles }) => roles.some(({ everyday, concepts }) => everyday === "thing" && concepts.size === 0));
  const isTold =
    words.some(({ word }) => CLOCK.has(word)) ||
    (words.some(({ word }) => YOU_AND_I.has(word)) && !words.some(({ word }) => REQUESTED.has(word)));
  return !asks && (things.length > 0 || isTold) && words.length >= LONG && items.filter(({ soft }) => !soft).length === 1;
}

const LONG = 6;

/** "I sent you three messages yesterday": who speaks of you and me, and asks for nothing, tells. */
const YOU_AND_I = new Set("deg dæ dykk dokker meg du jeg eg æ vi you me we i've we've".split(" "));

const REQUESTED = new Set(
  "tall tallet tallene tal talet tala trenger treng need needs vil ha gi gje vis show give find finn finne want looking ønsker ynskjer please lurer lurar fortell fortel tell numbers number figures figure data statistikk statistics sjekk check".split(
    " ",
  ),
);

const CLOCK = new Set(["kl", "klokka", "klokken", "o'clock"]);
