/** What one word may be: as it stands, by its stem, joined with what follows, cut into parts, or corrected. */
import { MENDED_WORDS, PERIOD_WORDS, unaccentedPeriodWord } from "../language/period-words.ts";
import { stems } from "../language/stem.ts";
import { hasCapitalInside, plainWord, type Token } from "../language/text.ts";
import { joinWords, splitCompound } from "./compounds.ts";
import type { Lexicon, Roles } from "./lexicon.ts";
import { editDistance, type Speller } from "./spelling.ts";
import type { WordReading } from "./words.ts";

/**
 * Recognises one token; worse ways are tried only when better ones fail.
 * @param budget how many words of the message may still be corrected; it is used up
 */
export function recognise(tokens: readonly Token[], at: number, lexicon: Lexicon, speller: Speller, budget: { left: number }): WordReading {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const as = (word: string, roles: readonly Roles[], via: WordReading["via"]): WordReading => {
    return { text: token.text, word, roles, via, nameLike: token.nameLike, positions: [at] };
  };
  if (token.kind !== "word") return as(token.lower, NONE, token.kind);
  const plain = plainWord(token.lower);
  // "yaer" is no form of Yara.
  if (SWAPPED_YEARS.has(plain)) return as("year", NONE, "period");
  // "how many logins did Helsenorge hav": in English no sea is meant.
  if (plain === "hav" && tokens.some(({ lower }) => ASKS_IN_ENGLISH.has(lower))) return as("have", NONE, "aside");
  const found = lexicon.find(plain);
  const isChance = found?.via === "stem" && found.roles.scope === "place" && found.roles.concepts.size === 0 && !token.nameLike;
  // "fans" is no genitive of Fana: a place is written as it is, or with a capital letter.
  if (isChance && !lexicon.isPlace(plain.replace(/s$/, ""))) return as(plain, NONE, "unknown");
  // "meldigar" is no form of "melde", nor "consulations" of "consul": much was cut off, and a listed word is a letter away.
  const intended = found?.via === "stem" && isCutShort(plain) ? slipOf(plain, lexicon, speller) : undefined;
  if (intended) return as(intended.word, [intended], "spelling");
  // "befor": the stem of a small word, and the word of time but for a letter.
  const isIdle = found?.via === "stem" && found.roles.filler && found.roles.concepts.size === 0 && found.roles.cues.size === 0;
  const halfTyped = isIdle ? slipOfTime(plain) : undefined;
  if (halfTyped) return as(halfTyped, NONE, "period");
  if (found && found.via !== "folded") return as(plain, [found.roles], found.via);
  if (PERIOD_WORDS.has(token.lower)) return as(token.lower, NONE, "period");
  const time = found && found.roles.concepts.size > 0 ? undefined : unaccentedPeriodWord(plain);
  if (time) return as(time, NONE, "period");
  if (lexicon.phrases.words.has(plain)) return as(plain, NONE, "unknown");
  if (found) return as(plain, [found.roles], found.via);
  // A part of a word written apart is no misspelling: "kjerne journal".
  if (next?.kind === "word" && joinWords(lexicon, plain, plainWord(next.lower))) return as(plain, NONE, "unknown");
  if (plain.length > 60 || budget.left <= 0) return as(plain, NONE, "unknown");
  budget.left--;
  const joined = joinedPhrase(plain, lexicon);
  if (joined) return as(plain, [joined], "compound");
  const head = headOf(token.lower, lexicon);
  if (head) return as(plain, [head], "compound");
  const hyphened = hyphenParts(token.lower, lexicon, speller);
  if (hyphened) return as(plain, hyphened, "compound");
  const parts = splitCompound(plain, (part) => knownPart(part, lexicon));
  const means = parts?.some(({ concepts }) => concepts.size > 0);
  // "kjernjournal" is no "journal" of a core: where a part is of another topic, a slip of the pen comes first.
  // "henvisniger" holds no Niger while "henvisninger" is a letter away.
  const isHalf = parts?.some(({ concepts, scope }) => concepts.size === 0 || scope === "place") === true;
  const meant = isHalf ? slipOf(plain, lexicon, speller) : undefined;
  if (meant) return as(meant.word, [meant], "spelling");
  // "epilepsieksempelet" is an example, and no eczema: a whole word that says nothing comes before chance parts.
  const told = isHalf ? beforeFiller(plain, lexicon) : undefined;
  if (told) return as(plain, [told], "compound");
  if (parts && means) return as(plain, parts, "compound");
  const slipped = misspeltTime(plain, speller);
  if (slipped) return as(slipped, NONE, "period");
  const corrected = hasCapitalInside(token.text)
    ? undefined
    : (undoubled(plain, lexicon) ?? correctWord(plain, token.nameLike, lexicon, speller));
  const namesMore = corrected?.roles.some(({ concepts, scope }) => concepts.size > 0 && !scope);
  if (parts && !namesMore) return as(plain, parts, "compound");
  if (corrected) return as(corrected.word, corrected.roles, "spelling");
  const before = beforeFiller(plain, lexicon);
  if (before) return as(plain, [before], "compound");
  const glued = behindSmallWord(plain, lexicon);
  if (glued) return as(plain, [glued], "compound");
  const misspelt = splitCompound(plain, (part) => knownPart(part, lexicon) ?? correctedPart(part, lexicon, speller), 1);
  if (misspelt) return as(plain, misspelt, "compound");
  return as(plain, NONE, "unknown");
}

const NONE: readonly Roles[] = [];

const ASKS_IN_ENGLISH = new Set(["did", "does", "how", "many", "they"]);
const SWAPPED_YEARS = new Set(["yaer", "yera", "eyar"]);

/** How many letters a stem must lack to be doubted. */
const MUCH = 4;

function isCutShort(plain: string): boolean {
  return plain.length >= 7 && plain.length - Math.min(...stems(plain).map((stem) => stem.length)) >= MUCH;
}

/** "medicalmessages": a phrase of two words written as one. */
function joinedPhrase(plain: string, lexicon: Lexicon): Roles | undefined {
  for (let cut = SHORTEST_HALF; cut <= plain.length - SHORTEST_HALF; cut++) {
    const phrase = lexicon.phrases.at([plain.slice(0, cut), plain.slice(cut)], 0);
    if (phrase && phrase.positions.length === 2 && phrase.phrase.roles.concepts.size > 0) return phrase.phrase.roles;
  }
  return undefined;
}

/** "schrems-greiene", "epilepsi-saken": what is joined to a word by a hyphen and says nothing. */
function headOf(word: string, lexicon: Lexicon): Roles | undefined {
  const at = word.lastIndexOf("-");
  if (at < 2) return undefined;
  const tail = lexicon.find(word.slice(at + 1))?.roles;
  const head = lexicon.find(word.slice(0, at))?.roles;
  return tail?.filler && tail.concepts.size === 0 && !/^app/.test(word.slice(at + 1)) && head && head.concepts.size > 0 ? head : undefined;
}

/** "ehelseprosjekter": a word of ours, and behind it one that says nothing. */
function beforeFiller(plain: string, lexicon: Lexicon): Roles | undefined {
  for (let cut = plain.length - SHORTEST_TAIL; cut >= SHORTEST_HALF; cut--) {
    const tail = lexicon.find(plain.slice(cut));
    const head = lexicon.find(plain.slice(0, cut)) ?? lexicon.find(plain.slice(0, cut).replace(/s$/, ""));
    const isNumber = NUMBER_TAILS.has(plain.slice(cut));
    if (!isNumber && (!tail?.roles.filler || tail.via === "folded" || tail.roles.concepts.size > 0)) continue;
    if ((head?.via === "exact" || (isNumber && head?.via === "stem")) && head.roles.concepts.size > 0 && head.roles.scope !== "place")
      return head.roles;
  }
  return undefined;
}

/** "sjukeheimstalet", "resepttallene": the number of them. */
const NUMBER_TAILS = new Set(["tallet", "talet", "tallene"]);

/** Small words that are written together with what stands behind them by a slip of the thumb. */
const SMALL_WORDS = ["mange", "many", "med", "hos", "til", "fra", "frå", "for", "av", "with", "from", "the"];

const SHORTEST_GLUED = 6;

/** "medfastlegen": a small word and one of ours without a space between them. */
function behindSmallWord(plain: string, lexicon: Lexicon): Roles | undefined {
  const rest = SMALL_WORDS.filter((small) => plain.startsWith(small)).map((small) => plain.slice(small.length));
  const found = rest.filter((word) => word.length >= SHORTEST_GLUED).map((word) => lexicon.find(word));
  return found.find((one) => one !== undefined && one.via !== "folded" && one.roles.concepts.size > 0 && !one.roles.scope)?.roles;
}

/** Shorter words that say nothing are also endings by chance. */
const SHORTEST_TAIL = 5;

/** "KJ-oppslag", "PLO-meldinger": parts joined by a hyphen may be as short as abbreviations are. */
function hyphenParts(word: string, lexicon: Lexicon, speller: Speller): Roles[] | undefined {
  const parts = word.split("-");
  if (parts.length < 2) return undefined;
  const roles = parts.flatMap((part) => {
    const found = lexicon.find(part);
    if (found && found.via !== "folded" && found.roles.concepts.size > 0) return [found.roles];
    return correctedPart(part, lexicon, speller) ?? [];
  });
  return roles.length === parts.length ? roles : undefined;
}

/** A part of a compound must mean something by itself; filler and cues glue nothing together. */
function knownPart(part: string, lexicon: Lexicon): Roles | undefined {
  const found = lexicon.find(part);
  if (!found || found.via === "folded") return undefined;
  const { concepts, ordinary, scope, everyday } = found.roles;
  // A "passkey" is no key that some names have by the way.
  if (everyday) return undefined;
  // "henvisnigane" holds no Niger, and "epilepsistudien" no UDI.
  const isNamed = found.via === "exact" && part.length >= SHORTEST_HALF;
  if ((scope === "place" || scope === "institution") && !isNamed) return undefined;
  const short = part.length < 4 && (found.via !== "exact" || concepts.size === 0);
  return !short && (concepts.size > 0 || ordinary || scope) ? found.roles : undefined;
}

function correctedPart(part: string, lexicon: Lexicon, speller: Speller): Roles | undefined {
  if (part.length < 6) return undefined;
  const [best] = speller.correct(part);
  const known = best ? knownPart(best, lexicon) : undefined;
  // "epilepsistudien" is no "Stadien": what narrows is never guessed.
  return known?.scope ? undefined : known;
}

/** "nårr", "gik", too short to be corrected otherwise: a small word, its last letter typed twice or once too few. */
function undoubled(plain: string, lexicon: Lexicon): { word: string; roles: readonly Roles[] } | undefined {
  if (plain.length > 4) return undefined;
  const meant = /(\p{L})\1$/u.test(plain) ? plain.slice(0, -1) : plain + plain.slice(-1);
  const found = lexicon.find(meant);
  const isSmall = found?.via === "exact" && (found.roles.cues.size > 0 || (found.roles.filler && meant.length > plain.length));
  return isSmall ? { word: meant, roles: [found.roles] } : undefined;
}

function correctWord(
  plain: string,
  nameLike: boolean,
  lexicon: Lexicon,
  speller: Speller,
): { word: string; roles: readonly Roles[] } | undefined {
  const candidates = speller.correct(plain);
  const [best] = candidates;
  if (best === undefined) return undefined;
  if (nameLike && plain.length < 7) return undefined;
  // "kidle" is "kilde" before it is "idle": the first letter is seldom wrong.
  const alike = candidates.filter((word) => word[0] === plain[0]);
  const roles = (alike.length > 0 ? alike : candidates)
    .flatMap((word) => lexicon.find(word)?.roles ?? [])
    .filter(({ scope }) => nameLike || !scope);
  const known = roles.filter((role) => !role.scope && (role.concepts.size > 0 || role.cues.size > 0));
  // "utgiter" lacks a letter of "utgifter" before it has a wrong one of "utgiver".
  const slipped = known.filter((role) => role.concepts.size > 0 && isSlip(plain, role.word));
  const subject = slipped.length > 0 ? slipped : known;
  // "eler" is "eller" before it is "elder": what may be ignored comes before what would narrow.
  const idle = roles.filter((role) => role.filler && isSlip(plain, role.word));
  const [chosen] = subject.length > 0 ? subject : [...idle, ...roles];
  if (chosen === undefined) return undefined;
  // What may be ignored is only taken for meant where a single letter went wrong: a "passkey" is not "passed".
  if (subject.length === 0 && (!isSlip(plain, chosen.word) || editDistance(plain, chosen.word, 1) > 1)) return undefined;
  return { word: chosen.word, roles: [alternatives(subject.length > 0 ? subject : [chosen])] };
}

/** The one subject word that is a letter longer or shorter. */
function slipOf(plain: string, lexicon: Lexicon, speller: Speller): Roles | undefined {
  const roles = speller
    .correct(plain)
    .filter((word) => editDistance(plain, word, 1) === 1)
    .flatMap((word) => lexicon.find(word)?.roles ?? []);
  return roles.find(({ concepts, scope }) => concepts.size > 0 && !scope);
}

/** A letter too many, too few or swapped; a replaced letter makes "wait" of "want", so filler is never corrected by one. */
function isSlip(typed: string, meant: string): boolean {
  return typed.length !== meant.length || [...typed].sort().join("") === [...meant].sort().join("");
}

/** Equally good corrections stay side by side; the subject decides between them. */
function alternatives(roles: readonly Roles[]): Roles {
  const [first] = roles;
  if (!first || roles.length === 1) return first as Roles;
  return {
    ...first,
    concepts: new Set(roles.flatMap((role) => [...role.concepts])),
    cues: new Set(roles.flatMap((role) => [...role.cues])),
    languages: new Set(roles.flatMap((role) => [...role.languages])),
  };
}

/** "aprli", "befor", "kvratal": a word of time a letter away, where nothing else is. */
function misspeltTime(plain: string, speller: Speller): string | undefined {
  return speller.correct(plain).some((word) => editDistance(plain, word, 1) <= 1) ? undefined : slipOfTime(plain);
}

function slipOfTime(plain: string): string | undefined {
  if (plain.length < SHORTEST_MENDED) return undefined;
  const [meant, another] = MENDED_WORDS.filter((name) => isSlip(plain, name) && editDistance(plain, name, 1) <= 1);
  return another === undefined ? meant : undefined;
}

export const SHORTEST_MENDED = 5;

const SHORTEST_HALF = 4;
