/** Turns a message into a Reading: language, words, cues, times, numbers, and what it may be about. */
import type { Knowledge } from "../knowledge/load.ts";
import { LANGUAGES, type Language } from "../knowledge/schema.ts";
import type { Subject, SubjectKind } from "../knowledge/subjects.ts";
import { type NumberMention, readNumbers } from "../language/numbers.ts";
import type { PeriodMention } from "../language/period-words.ts";
import { readPeriods } from "../language/periods.ts";
import { cleanText, isSign, tokenize } from "../language/text.ts";
import { withoutAsides } from "./asides.ts";
import { withoutAskers } from "./askers.ts";
import { purposesIn, withBackground } from "./background.ts";
import type { Context } from "./context.ts";
import { detectLanguage } from "./language.ts";
import type { Roles } from "./lexicon.ts";
import type { Candidate, ContentItem } from "./matcher.ts";
import { withSpending } from "./money.ts";
import { isOwnPlace } from "./own-places.ts";
import { agesTold, partsAsked } from "./parts-asked.ts";
import { withoutLeadUp } from "./sentences.ts";
import { isTimeOfDay } from "./times-of-day.ts";
import { type Cues, type Vocabulary, vocabularyOf } from "./vocabulary.ts";
import { readWords, type WordReading } from "./words.ts";

/** A message as a surface hands it over. `now` is the clock that relative years are read by. */
export type Utterance = {
  text: string;
  /** The client's language, used when words and conversation leave it open. */
  locale?: Language | undefined;
  /** A language that the person has pinned; the reply is in it whatever the question's. */
  pinned?: Language | undefined;
  now: Date;
};

/** What was understood of a message. Pure data but for `rank`, which asks the matcher. */
export type Reading = {
  language: Language;
  languageSure: boolean;
  /** Set when the message asks for an answer in another language. */
  speak: Language | undefined;
  words: readonly WordReading[];
  /** The corrected tokens, to which the positions of cues, periods and numbers point. */
  tokens: readonly string[];
  items: readonly (ContentItem & { position: number })[];
  cues: ReadonlyMap<string, readonly number[]>;
  periods: readonly PeriodMention[];
  numbers: readonly NumberMention[];
  /** "4.3" of "figur 4.3". */
  figureNumber: string | undefined;
  /** True when it begins like a follow-up: "og …", "enn …", "what about …"; a fragment is one, too. */
  followUp: boolean;
  /** True when it is a few words in a conversation, without a question of their own: "nurses?", "at hospital, 2020?". */
  fragment: boolean;
  isQuestion: boolean;
  now: Date;
};

/** Cues that belong to no intent but to the reading itself. */
const OWN_CUES: Cues = {
  "speak-en": { nb: ["på engelsk", "engelsk versjon"], nn: ["på engelsk"], en: ["in english"] },
  "speak-nb": { nb: ["på bokmål", "på norsk", "norsk versjon"], nn: ["på bokmål", "på norsk"], en: ["in norwegian", "in bokmål"] },
  "speak-nn": { nb: ["på nynorsk"], nn: ["på nynorsk"], en: ["in nynorsk"] },
  "follow-up": {
    nb: ["hva med", "enn", "hva da med", "og for", "gjelder det", "samme for", "det samme for", "tilsvarende for"],
    nn: ["kva med", "enn", "og for", "kva då med", "same for", "det same for", "tilsvarande for"],
    en: ["what about", "how about", "same for", "the same for", "and for"],
  },
};
const JOINERS = new Set([
  "og",
  "and",
  "enn",
  "men",
  "but",
  "eller",
  "or",
  "samt",
  "also",
  "plus",
  "ok",
  "okay",
  "så",
  "so",
  "hm",
  "hmm",
  "ja",
  "nei",
  "no",
  "yes",
]);

/** A message and the parts that it may be cut into. */
const MOST_KEPT = 12;

/** Reads messages over one knowledge. Building it is the slow part; reading is fast and pure. */
export class Reader {
  readonly vocabulary: Vocabulary;
  private readonly lately = new Map<string, Reading>();

  constructor(knowledge: Knowledge, cues: Cues) {
    this.vocabulary = vocabularyOf(knowledge, { ...OWN_CUES, ...cues });
  }

  /** The subject of a key, or undefined. */
  subject(key: string): Subject | undefined {
    return this.vocabulary.matcher.subject(key);
  }

  /** The subjects that may be compared with one: the other members of its families. */
  siblings(key: string): ReadonlySet<string> {
    return this.vocabulary.siblings.get(key) ?? new Set();
  }

  /** Ranks subjects for content words; see Matcher.rank. */
  rank(items: readonly ContentItem[], options: { kinds?: readonly SubjectKind[]; anchor?: string | undefined } = {}): Candidate[] {
    return this.vocabulary.matcher.rank(items, options);
  }

  /** Reads one message in its conversation. What was read lately is kept: a message and its parts are read once however often they are looked at. */
  read(utterance: Utterance, context: Context): Reading {
    const { text, locale, pinned, now } = utterance;
    const key = [text, locale, pinned, now.getTime(), context.language, context.questions.length > 0].join("\u0000");
    const known = this.lately.get(key);
    if (known) return known;
    const reading = this.readAnew(utterance, context);
    if (this.lately.size >= MOST_KEPT) this.lately.clear();
    this.lately.set(key, reading);
    return reading;
  }

  private readAnew(utterance: Utterance, context: Context): Reading {
    const { lexicon, speller } = this.vocabulary;
    const tokens = tokenize(cleanText(utterance.text));
    const recognised = readWords(tokens, lexicon, speller);
    const all = withoutAskers(recognised.readings, recognised.words);
    const detected = detectLanguage(all, [context.language, utterance.locale]);
    const { readings, words } = withoutLeadUp(all, recognised.words);
    const said = readPeriods(words, utterance.now);
    const mentioned = withoutRetracted(said, words);
    const periods = mentioned.filter((mention) => !isIdleNow(mention, words, mentioned.length > 1));
    const taken = positionsOf([...periods, ...said.filter((mention) => !mentioned.includes(mention))]);
    const figure = figureNumberIn(words);
    if (figure) for (const position of figure.positions) taken.add(position);
    const numbers = readNumbers(words, detected.language, taken);
    const isPurpose = purposesIn(readings, words);
    const cues = cuesOf(readings.filter(({ positions }) => !isPurpose(positions[0] ?? 0)));
    const speak = spokenLanguage(cues, words);
    const counted = new Set(numbers.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)));
    const correctedAt = correctionIn(words);
    const found = itemsOf(readings, taken, words)
      .filter(({ position }) => position >= correctedAt.from && position < correctedAt.to)
      .filter(({ barrier, position }) => !(barrier === "unknown" && counted.has(position)));
    const asksAt = cues.get("quantity")?.[0] ?? cues.get("share")?.[0];
    const countedAt = readings.find(({ positions }) => positions[0] === asksAt)?.positions.at(-1);
    const parts = partsAsked(readings, words, countedAt === undefined ? undefined : countedAt + 1).filter(
      ({ position }) => !taken.has(position),
    );
    const told = withoutIdleNegation(withSpending(withTimeWords(found, periods, cues, words), words), words);
    const ages = agesTold(words).filter(({ position }) => !taken.has(position) && !parts.some((part) => part.position === position));
    const items = [...told, ...impossibleYears(words, taken), ...parts, ...ages];
    const first = words.find((word) => /\p{L}/u.test(word)) ?? "";
    const goesOn = JOINERS.has(first) || cues.has("follow-up") || correctedAt.from > 0;
    const fragment = !goesOn && isFragment(words, cues, positionsOf(periods), context);
    return {
      language: utterance.pinned ?? speak ?? detected.language,
      languageSure: utterance.pinned !== undefined || speak !== undefined || detected.sure,
      speak,
      words: readings,
      tokens: words,
      items,
      cues,
      periods,
      numbers,
      figureNumber: figure?.number,
      followUp: goesOn || fragment,
      fragment,
      isQuestion: words.includes("?"),
      now: utterance.now,
    };
  }
}

/** A question of more words stands by itself. */
const FRAGMENT = 4;
/** "nurses at the end of 2023?": what leads to a time is of the time. */
const LEADS_TO_TIME = new Set(["i", "in", "at", "ved", "per", "the", "of", "for"]);
const ASKS_ANEW = "quantity when define why list trend link check whatis series change up down highest lowest".split(" ");

/** A few words in a conversation, without a question of their own, go on from what was said. */
function isFragment(
  words: readonly string[],
  cues: ReadonlyMap<string, unknown>,
  timed: ReadonlySet<number>,
  { questions }: Context,
): boolean {
  const spoken = words.filter((word, at) => /[\p{L}\d]/u.test(word) && !timed.has(at) && !LEADS_TO_TIME.has(word));
  return questions.length > 0 && spoken.length <= FRAGMENT && !ASKS_ANEW.some((cue) => cues.has(cue));
}

const MEANT = new Set(["meant", "mente", "meinte", "mener", "meiner", "mean"]);
const SPEAKER = new Set(["i", "jeg", "eg", "æ", "vi", "we", "me"]);
const NOT = new Set(["not", "ikke", "ikkje"]);

/** "sorry, I meant logins, not visits": what counts stands between "meant" and "not". Without a correction everything counts. */
function correctionIn(words: readonly string[]): { from: number; to: number } {
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
  if (!isCorrection && no > 0 && words.length - no > 3) return { ...all, from: no + 1 };
  if (!isCorrection || words[at + 1] === "at" || words[at + 1] === "that") return all;
  const not = words.findIndex((word, index) => index > at + 1 && NOT.has(word));
  return { from: at + 1, to: not > 0 ? not : all.to };
}

const RETRACTS = /^(?:nei|no|wait|vent|sorry|oops|ups|unnskyld|beklager|altså|dvs|rettelse|correction|rather|rettare)$/;

/** "last year? no wait, 2021": a time that is taken back for another. */
function withoutRetracted(periods: readonly PeriodMention[], words: readonly string[]): readonly PeriodMention[] {
  const at = words.findIndex((word, index) => index > 0 && RETRACTS.test(word) && /^[.?!,…–-]$/.test(words[index - 1] ?? ""));
  const later = periods.filter(({ from }) => from > at);
  return at > 0 && later.length > 0 ? later : periods;
}

/** "and now …" begins a sentence; it is no time. */
function isIdleNow(mention: PeriodMention, words: readonly string[], besideAnother: boolean): boolean {
  const word = words[mention.from] ?? "";
  // "now I have looked everywhere for …" tells of the search.
  if (SPEAKER.has(words[mention.to + 1] ?? "") && mention.to - mention.from === 1 && ["now", "nå", "no"].includes(word)) return true;
  // "how many was it now again": asks to be reminded.
  if (AGAIN.has(words[mention.to] ?? "") && mention.to - mention.from === 1) return true;
  // "å nå" is to reach.
  if (word === "nå" && (words[mention.from - 1] === "å" || words[mention.to] === "til")) return true;
  // "nearly all are electronic now; how many in December 2021?": the named time is the one asked about.
  if (besideAnother && mention.to - mention.from === 1 && ["now", "nå", "no"].includes(word)) return true;
  // "2020 against 2024, would be nice to have today": the named times are those asked about.
  const isToday = ["i dag", "idag", "today"].includes(words.slice(mention.from, mention.to).join(" "));
  if (besideAnother && isToday && mention.kind === "point" && mention.calendar === true) return !UP_TO.has(words[mention.from - 1] ?? "");
  return mention.to - mention.from === 1 && ["now", "nå", "siste"].includes(word) && mention.from < 2 && words.length > 2;
}

const UP_TO = new Set("til to mot vs versus enn than og and against - – med with".split(" "));
const AGAIN = new Set(["igjen", "again", "att"]);

function positionsOf(periods: readonly PeriodMention[]): Set<number> {
  const positions = new Set<number>();
  for (const { from, to } of periods) for (let i = from; i < to; i++) positions.add(i);
  return positions;
}

/** "… in English, please" asks for a language; "in Norwegian health care" does not: only the beginning or the end of a message does. */
function spokenLanguage(cues: ReadonlyMap<string, readonly number[]>, words: readonly string[]): Language | undefined {
  for (const language of LANGUAGES) {
    const [position] = cues.get(`speak-${language}`) ?? [];
    if (position === undefined) continue;
    const rest = words.slice(position + 2).filter((word) => /\p{L}/u.test(word) && !POLITE.has(word));
    if (position === 0 || rest.length === 0) return language;
  }
  return undefined;
}

const POLITE = new Set(["takk", "please", "pls", "plz", "thanks", "då", "da", "er", "du", "snill", "vær", "ver", "thank", "you"]);

const DURING = new Set(["under", "during", "gjennom", "through", "throughout"]);
const AROUND = new Set(["før", "before", "etter", "after"]);
const ABOUT = new Set(
  "for om due med with about regarding mot gjaldt gjelder gjeld galdt av by to skyldtes skuldast concerned concerning involving involved caused had hadde have har fikk fekk got".split(
    " ",
  ),
);

/**
 * Words that only colour what is asked: "during the pandemic" beside a year of it, "how fast" beside "grew".
 * They help a subject that names them, and stand in no other's way.
 */
function withTimeWords(
  items: Reading["items"],
  periods: readonly PeriodMention[],
  cues: ReadonlyMap<string, unknown>,
  words: readonly string[],
): Reading["items"] {
  const pandemic = periods.some(
    (mention) =>
      (mention.kind === "point" && /^202[012]/.test(mention.period)) ||
      (mention.kind === "range" && (mention.start ?? "") <= "2022" && (mention.end ?? "9") >= "2020"),
  );
  const growing = cues.has("up") || cues.has("down") || cues.has("change");
  return items.map((item) => {
    const [only, another] = item.concepts;
    // "covid patients": right before what it tells of, it narrows.
    const narrows = items.some(
      (other) => other !== item && other.concepts.length > 0 && !other.soft && [item.position, item.position + 1].includes(other.position),
    );
    const soft =
      another === undefined &&
      !(only === "covid" && narrows) &&
      ((only === "covid" &&
        (pandemic
          ? !ABOUT.has(words[item.position - 1] ?? "")
          : DURING.has(words[item.position - 1] ?? "") ||
            DURING.has(words[item.position - 2] ?? "") ||
            AROUND.has(words[item.position - 1] ?? ""))) ||
        (only === "duration" && growing));
    return soft ? { ...item, soft: true } : item;
  });
}

/** "(doctors only, not their assistants)", "physical, not online, pharmacy": what is set aside by the way, and no figure knows, narrows nothing. */
function withoutIdleNegation(items: Reading["items"], words: readonly string[]): Reading["items"] {
  const idle = items.flatMap(({ concepts, position }) => {
    if (!concepts.includes("negation") || ![",", "("].includes(words[position - 1] ?? "")) return [];
    const end = words.findIndex((word, at) => at > position && /^[,.;:?!)]$/.test(word));
    const from = position;
    const to = end < 0 ? words.length : end;
    const inside = items.filter((item) => item.position > from && item.position < to);
    return inside.every(({ soft, barrier }) => soft && !barrier) ? [{ from, to }] : [];
  });
  return idle.length === 0 ? items : items.filter(({ position }) => !idle.some(({ from, to }) => position >= from && position < to));
}

/** "in year 99999": a time that nothing covers. */
function impossibleYears(words: readonly string[], taken: ReadonlySet<number>): Reading["items"] {
  return words.flatMap((word, position) => {
    const isYear = /^\d{4,}$/.test(word) && ["year", "år", "året"].includes(words[position - 1] ?? "") && !taken.has(position);
    return isYear ? [{ word, concepts: [], soft: false, barrier: "unknown" as const, position }] : [];
  });
}

function figureNumberIn(words: readonly string[]): { number: string; positions: number[] } | undefined {
  for (const [index, word] of words.entries()) {
    if (!/^(?:fig|figur|figuren|figure|tabell|table|diagram)$/.test(word)) continue;
    const at = words[index + 1] === "." ? index + 2 : index + 1;
    const number = words[at]?.replace(",", ".");
    if (number && /^\d\.\d{1,2}$/.test(number)) return { number, positions: [index, at] };
  }
  return undefined;
}

function cuesOf(readings: readonly WordReading[]): Map<string, number[]> {
  const cues = new Map<string, number[]>();
  for (const [index, { roles, positions, word }] of readings.entries()) {
    // "når dei skal ha reseptmedisin": on what occasion, and no question for a time.
    const isOccasion = (word === "når" || word === "when") && OCCASION.has(readings[index + 1]?.word ?? "");
    for (const cue of roles.flatMap((role) => [...role.cues])) {
      if (isOccasion && cue === "when") continue;
      cues.set(cue, [...(cues.get(cue) ?? []), positions[0] ?? 0]);
    }
  }
  return withSplitVerbs(cues, readings);
}

const OCCASION = new Set("de dei dem man ein folk jeg eg vi me du dere they you we people i one".split(" "));

const GOING = new Set(["gikk", "gjekk", "gått", "går", "gå", "went", "gone", "go", "goes", "gick"]);
const UP = new Set(["opp", "up"]);
const DOWN = new Set(["ned", "down"]);

/** "hvor mye gikk liggedagene ned": the verb and its particle stand apart. */
function withSplitVerbs(cues: Map<string, number[]>, readings: readonly WordReading[]): Map<string, number[]> {
  const going = readings.find(({ word }) => GOING.has(word));
  if (!going) return cues;
  for (const [cue, particles] of [
    ["up", UP],
    ["down", DOWN],
  ] as const) {
    if (!cues.has(cue) && readings.some(({ word }) => particles.has(word))) cues.set(cue, [going.positions[0] ?? 0]);
  }
  return cues;
}

/** The words that carry a subject, or bar one. Time words, filler and pure cues carry none. */
function itemsOf(readings: readonly WordReading[], taken: ReadonlySet<number>, words: readonly string[]): Reading["items"] {
  const items: (ContentItem & { position: number })[] = [];
  for (const reading of readings) {
    const [position = 0] = reading.positions;
    if (taken.has(position) || ["number", "sign", "period", "aside"].includes(reading.via)) continue;
    if (reading.via === "unknown" && reading.roles.length === 0) {
      if (reading.word.length > 1) items.push({ word: reading.text, concepts: [], soft: false, barrier: "unknown", position });
      continue;
    }
    if (isNoneOf(reading, readings, words)) items.push({ word: reading.text, concepts: ["negation"], soft: false, position });
    if (
      isSite(position, words) ||
      isWithin(position, words, items) ||
      isCountedAgent(reading, words[position - 1]) ||
      isCountedPerson(reading, words) ||
      isCountedEveryday(reading, words) ||
      isTimeOfDay(reading, words) ||
      isCountedMen(reading, words[position - 1])
    ) {
      items.push({ word: reading.text, concepts: [], soft: false, barrier: "unknown", position });
      continue;
    }
    if (isOwnPlace(reading, readings, words)) items.push({ word: reading.text, concepts: [], soft: false, barrier: "ordinary", position });
    for (const role of reading.roles) {
      const item = itemOf(reading.text, role, reading.nameLike);
      if (item) items.push({ ...item, position });
    }
  }
  return withBackground(withoutAsides(items, readings, words), readings, words);
}

const HAVING_NONE = new Set("had have has having with hadde har med were are was there er var".split(" "));

/** "people who had no GP": none of what stands right behind it. */
function isNoneOf({ word, positions: [position = 0] }: WordReading, readings: readonly WordReading[], words: readonly string[]): boolean {
  if (word !== "no" || !HAVING_NONE.has(words[position - 1] ?? "")) return false;
  return readings.some(({ positions, roles }) => positions[0] === position + 1 && roles.some(({ concepts }) => concepts.size > 0));
}

const COUNTS = new Set(["mange", "many", "mye", "mykje", "much", "antall", "antal", "talet", "number", "count"]);

/** "how many colleagues", "number of board meetings": what only sets a scene, until it is counted itself. */
function isCountedEveryday({ positions, roles }: WordReading, words: readonly string[]): boolean {
  const [position = 0] = positions;
  if (!roles.every(({ everyday, concepts, scope }) => everyday === "thing" && concepts.size === 0 && !scope)) return false;
  const before = ["of", "på", "the"].includes(words[position - 1] ?? "") ? position - 2 : position - 1;
  return COUNTS.has(words[before] ?? "");
}

const AGENTS = /(?:ører|ere|arar|ørar|anter|antar|ister|istar|oger|ogar|ors|ers|ists|ians)$/;

/** "how many editors logged in": an asker's title says nothing of a figure until such people are counted. */
function isCountedAgent({ word, roles, via }: WordReading, before: string | undefined): boolean {
  if (!["mange", "many", "antall", "antal"].includes(before ?? "") || via !== "stem" || !AGENTS.test(word)) return false;
  return roles.every(({ filler, concepts, cues }) => filler && concepts.size === 0 && cues.size === 0);
}

/** "how many men": in Norwegian the same letters are "but". */
function isCountedMen({ word }: WordReading, before = ""): boolean {
  return word === "men" && /^(?:many|of|among|for|by|young|old|older|elderly|did|do|have|had|were)$/.test(before);
}

const ACQUAINTANCES =
  /^(?:nabo|neighbo|\w*mate|venn|friend|pal|buddy|kolleg|colleague|cowork|kund|client|customer|student|elev|pupil|sjef|boss|leder|leiar|manager|slektning|relative|bror|brødr|brother|sister|søst|syst|onk|tante|tanta|uncle|aunt|svoger|sviger|kompis|kamerat|lærer|lærar|teacher|tenant)/;
const COUNTED = new Set(["mange", "many", "antall", "antal", "of", "av", "andel", "del"]);

/** "how many of my neighbours logged in": whom the asker knows says nothing of a figure until they are counted. */
function isCountedPerson({ positions, word, roles }: WordReading, words: readonly string[]): boolean {
  const [position = 0] = positions;
  if (!ACQUAINTANCES.test(word) || roles.some(({ concepts }) => concepts.size > 0)) return false;
  return words
    .slice(Math.max(0, position - 3), position)
    .some((before, index, near) => COUNTED.has(before) && !near.slice(index).some(isSign));
}

/** "referrals within 14 days", "visits over ten minutes": a length that no figure is told for, right behind what it narrows. */
function isWithin(position: number, words: readonly string[], items: readonly (ContentItem & { position: number })[]): boolean {
  if (!/^(?:minut|minutes?$|mins?$|hours?$|time(?:r|ar)?$|dag(?:er|ar)?$|days?$|uker$|veker$|weeks?$)/.test(words[position] ?? ""))
    return false;
  if (!/^(?:within|innen|innan|under|over)$/.test(words[position - 2] ?? "")) return false;
  return items.some((item) => item.position === position - 3 && item.concepts.length > 0);
}

const SITES_OF_OURS = new Set(["helsenorge", "helsedata", "ehelse"]);

/** "helsedirektoratet.no": another site than those that figures are told of, whoever runs it. */
function isSite(position: number, words: readonly string[]): boolean {
  return (
    words[position + 1] === "." &&
    /^(?:no|com|org|net|dk|fi|uk|eu|gov)$/.test(words[position + 2] ?? "") &&
    !SITES_OF_OURS.has(words[position] ?? "")
  );
}

function itemOf(word: string, role: Roles, nameLike: boolean): ContentItem | undefined {
  const concepts = [...role.concepts];
  const soft = role.filler || role.everyday !== undefined || role.cues.size > 0;
  // "dyreleger" are no less a group for being "dyre".
  if (role.scope) return { word, concepts, soft: (role.filler || role.everyday !== undefined) && !nameLike, barrier: role.scope };
  if (concepts.length > 0) return { word, concepts, soft };
  if (soft) return undefined;
  if (role.ordinary) return { word, concepts, soft: false, barrier: "ordinary" };
  return { word, concepts, soft: false, barrier: "unknown" };
}
