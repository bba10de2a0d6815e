/** What a message takes back: "sorry, I meant logins", "last year? no wait, 2021", an idle "now". */
import type { PeriodMention } from "../language/period-words.ts";

const MEANT = new Set(["meant", "mente", "meinte", "mener", "meiner", "mean"]);

/** Who speaks. */
export const SPEAKER: ReadonlySet<string> = new Set(["i", "jeg", "eg", "æ", "vi", "we", "me"]);

/** What denies the word behind it. */
export const NOT: ReadonlySet<string> = new Set(["not", "ikke", "ikkje"]);

/** "sorry, I meant logins, not visits": what counts stands between "meant" and "not". Without a correction everything counts. */
export function correctionIn(words: readonly string[]): { from: number; to: number } {
  const all = { from: 0, to: Number.POSITIVE_INFINITY };
  const at = words.findIndex((word, index) => index > 0 && MEANT.has(word) && SPEAKER.has(words[index - 1] ?? ""));
  const isCorrection =
    at > 0 &&
    (/^(?:meant|mente|meinte)$/.test(words[at] ?? "") ||
      /^(?:nei|no|sorry|beklager|unnskyld|oi|ups|oops)$/.test(words.slice(0, at - 1).findLast((word) => /\p{L}/u.test(word)) ?? ""));
  const no = words.findIndex(
    (word, index) =>
      index > 1 &&
      /^(?:nei|no|sorry|unnskyld|orsak)$/.test(word) &&
      /^[.…,–-]+$/.test(words[index - 1] ?? "") &&
      (words[index + 1] === "," || (/^(?:vent|wait|forresten|altså|sorry)$/.test(words[index + 1] ?? "") && words[index + 2] === ",")),
  );
  const instead = insteadOfNamed(words);
  if (instead > 0) return { ...all, from: instead };
  if (!isCorrection && no > 0 && words.length - no > 3) return { ...all, from: no + 1 };
  if (!isCorrection || words[at + 1] === "at" || words[at + 1] === "that") return all;
  const not = words.findIndex((word, index) => index > at + 1 && NOT.has(word));
  // "I meant staff, not money. GP staff in 2019?": the sentence behind it asks anew.
  const stop = not > 0 ? words.findIndex((word, index) => index > not && /^[.!]$/.test(word)) : -1;
  if (stop > 0 && words.slice(stop).some((word) => /\p{L}/u.test(word))) return { from: stop + 1, to: all.to };
  return { from: at + 1, to: not > 0 ? not : all.to };
}

const NO = /^(?:nei|neida|no|nope|sorry|beklager|unnskyld|orsak)$/;

/** "no, not nursing homes, all places in …": where what is meant instead begins; 0 where nothing is put right. */
function insteadOfNamed(words: readonly string[]): number {
  const not = words.findIndex((word) => NOT.has(word));
  const before = words.slice(0, Math.max(not, 0));
  // "not counting SYSVAK, how many …" narrows, and puts nothing right.
  const isFirst = before.some((word) => NO.test(word)) && before.every((word) => NO.test(word) || !/\p{L}/u.test(word));
  const end = isFirst ? words.findIndex((word, index) => index > not + 1 && /^(?:[,.;–—-]|men|but)$/.test(word)) : -1;
  return end > 0 && words.slice(end).some((word) => /\p{L}/u.test(word)) ? end + 1 : 0;
}

const RETRACTS = /^(?:nei|no|wait|vent|sorry|oops|ups|unnskyld|beklager|altså|dvs|rettelse|correction|rather|rettare)$/;

/** "last year? no wait, 2021": a time that is taken back for another. */
export function withoutRetracted(periods: readonly PeriodMention[], words: readonly string[]): readonly PeriodMention[] {
  const at = words.findIndex((word, index) => index > 0 && RETRACTS.test(word) && /^[.?!,…–-]$/.test(words[index - 1] ?? ""));
  const later = periods.filter(({ from }) => from > at);
  return at > 0 && later.length > 0 ? later : periods;
}

/** "and now …" begins a sentence; it is no time. */
export function isIdleNow(mention: PeriodMention, words: readonly string[], besideAnother: boolean): boolean {
  const word = words[mention.from] ?? "";
  if (mention.kind === "point" && mention.near && isToldByTheWay(mention, words, besideAnother)) return true;
  // "now I have looked everywhere for …" tells of the search.
  if (SPEAKER.has(words[mention.to + 1] ?? "") && mention.to - mention.from === 1 && ["now", "nå", "no"].includes(word)) return true;
  // "nei, besøk mente jeg nå": tells when it is meant.
  const isSpeakers = SPEAKER.has(words[mention.from - 1] ?? "") && MEANT.has(words[mention.from - 2] ?? "");
  if (["now", "nå", "no"].includes(word) && isSpeakers) return true;
  // "how many was it now again": asks to be reminded.
  if (AGAIN.has(words[mention.to] ?? "") && mention.to - mention.from === 1) return true;
  // "å nå" is to reach.
  if (word === "nå" && (words[mention.from - 1] === "å" || words[mention.to] === "til")) return true;
  // "nearly all are electronic now; how many in December 2021?": the named time is the one asked about.
  if (besideAnother && mention.to - mention.from === 1 && ["now", "nå", "no"].includes(word)) return true;
  // "2020 against 2024, would be nice to have today": the named times are those asked about.
  const isToday = ["i dag", "idag", "today"].includes(words.slice(mention.from, mention.to).join(" "));
  if (besideAnother && isToday && mention.kind === "point" && mention.calendar === true) return !UP_TO.has(words[mention.from - 1] ?? "");
  const leads = words.slice(mention.to).some((next) => /[\p{L}\d]/u.test(next));
  return mention.to - mention.from === 1 && ["now", "nå", "siste"].includes(word) && mention.from < 2 && leads;
}

/** "I read yesterday that …", "see you tomorrow": when something was or will be, and not of when a figure is asked for. */
function isToldByTheWay({ from, to }: PeriodMention, words: readonly string[], besideAnother: boolean): boolean {
  if (besideAnother) return true;
  const start = words.findLastIndex((word, at) => at < from && /^[.,;:!?–—]$/.test(word)) + 1;
  const asks = words.slice(start, from).some((word) => COUNTS.has(word));
  // "og i går da?" is all of a half sentence.
  const isAlone = [...words.slice(0, from), ...words.slice(to)].every((word) => AROUND_DAY.has(word) || !/\p{L}/u.test(word));
  return !asks && !isAlone;
}

const COUNTS = new Set("mange mye mykje antall antal tall tallet tal talet many much number count".split(" "));
const AROUND_DAY = new Set("og and so så ok for om in på what about hva kva med da då then".split(" "));

const UP_TO = new Set("til to mot vs versus enn than og and against - – med with".split(" "));

const AGAIN = new Set(["igjen", "again", "att"]);
