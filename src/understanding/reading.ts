/** Turns a message into a Reading: language, words, cues, times, numbers, and what it may be about. */
import { LANGUAGES, type Language } from "../knowledge/languages.ts";
import type { Knowledge } from "../knowledge/load.ts";
import type { Subject, SubjectKind } from "../knowledge/subjects.ts";
import { type NumberMention, readNumbers } from "../language/numbers.ts";
import type { PeriodMention } from "../language/period-words.ts";
import { readPeriods } from "../language/periods.ts";
import { Recent } from "../language/recent.ts";
import { cleanText, tokenize, withThan } from "../language/text.ts";
import { withoutAskers } from "./askers.ts";
import { purposesIn } from "./background.ts";
import type { Context } from "./context.ts";
import { correctionIn, isIdleNow, withoutRetracted } from "./corrections.ts";
import { cuesOf, withoutReasons } from "./cues.ts";
import { impossibleYears, itemsOf, withoutIdleNegation, withoutNotOnly, withTimeWords } from "./items.ts";
import { detectLanguage } from "./language.ts";
import type { Candidate, ContentItem } from "./matcher.ts";
import { withSpending } from "./money.ts";
import { withOwners } from "./own-record.ts";
import { agesTold, partsAsked } from "./parts-asked.ts";
import { itStartedIn, thenIn } from "./pointing.ts";
import { withoutLeadUp } from "./sentences.ts";
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
  /** The tokens in one string, a space between them. */
  text: string;
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

/** A reading beside all that it was made of, but for the text. */
type KeptReading = { utterance: Utterance; language: Language | undefined; inConversation: boolean; reading: Reading };

function isSame({ utterance, language, inConversation }: KeptReading, { locale, pinned, now }: Utterance, context: Context): boolean {
  return (
    utterance.locale === locale &&
    utterance.pinned === pinned &&
    utterance.now.getTime() === now.getTime() &&
    language === context.language &&
    inConversation === context.questions.length > 0
  );
}

/** Reads messages over one knowledge. Building it is the slow part; reading is fast and pure. */
export class Reader {
  readonly vocabulary: Vocabulary;
  private readonly lately = new Recent<string, KeptReading[]>(MOST_KEPT);

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

  /** Lets go of what was kept of a message when it is answered. */
  forget(): void {
    this.lately.forget();
    this.vocabulary.matcher.forget();
  }

  /** Reads one message in its conversation. What was read lately is kept: a message and its parts are read once however often they are looked at. */
  read(utterance: Utterance, context: Context): Reading {
    const kept = this.lately.of(utterance.text, () => []);
    const known = kept.find((one) => isSame(one, utterance, context));
    if (known) return known.reading;
    const reading = this.readAnew(utterance, context);
    kept.push({ utterance, language: context.language, inConversation: context.questions.length > 0, reading });
    return reading;
  }

  private readAnew(utterance: Utterance, context: Context): Reading {
    const { lexicon, speller } = this.vocabulary;
    const tokens = withThan(tokenize(cleanText(utterance.text)));
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
    const cues = withoutReasons(cuesOf(readings.filter(({ positions }) => !isPurpose(positions[0] ?? 0))), words);
    const speak = spokenLanguage(cues, words);
    const counted = new Set(numbers.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)));
    const correctedAt = correctionIn(words);
    const then = thenIn(periods, words);
    const started = itStartedIn(periods, words);
    const found = itemsOf(readings, taken, words)
      .filter(({ position }) => position >= correctedAt.from && position < correctedAt.to)
      .filter(({ barrier, position }) => position < started && !(barrier === "unknown" && (counted.has(position) || position >= then)));
    const asksAt = cues.get("quantity")?.[0] ?? cues.get("share")?.[0];
    const countedAt = readings.find(({ positions }) => positions[0] === asksAt)?.positions.at(-1);
    const parts = partsAsked(readings, words, countedAt === undefined ? undefined : countedAt + 1).filter(
      ({ position }) => !taken.has(position),
    );
    const named = withOwners(withSpending(withTimeWords(found, periods, cues, words), words), words);
    const told = withoutNotOnly(withoutIdleNegation(named, words), words);
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
      text: words.join(" "),
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

const FIGURES = new Set(["fig", "figur", "figuren", "figure", "tabell", "table", "diagram"]);

function figureNumberIn(words: readonly string[]): { number: string; positions: number[] } | undefined {
  for (let index = 0; index < words.length; index++) {
    if (!FIGURES.has(words[index] ?? "")) continue;
    const at = words[index + 1] === "." ? index + 2 : index + 1;
    const number = words[at]?.replace(",", ".");
    if (number && /^\d\.\d{1,2}$/.test(number)) return { number, positions: [index, at] };
  }
  return undefined;
}
