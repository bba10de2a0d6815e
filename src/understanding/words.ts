/** Recognises each word of a message: as it stands, joined, split, or corrected. */
import { MENDED_WORDS, PERIOD_WORDS, unaccentedPeriodWord } from "../language/period-words.ts";
import { stems } from "../language/stem.ts";
import { plainWord, type Token } from "../language/text.ts";
import { joinWords, splitCompound } from "./compounds.ts";
import type { Lexicon, Roles } from "./lexicon.ts";
import { editDistance, type Speller } from "./spelling.ts";

/** One unit of meaning of a message: a word, or a phrase of several. */
export type WordReading = {
  /** As typed. */
  text: string;
  /** Spelling corrected, lower case. */
  word: string;
  /** What it may be; several for a compound, none for an unknown word. */
  roles: readonly Roles[];
  via: "exact" | "stem" | "folded" | "phrase" | "joined" | "compound" | "spelling" | "period" | "number" | "sign" | "aside" | "unknown";
  nameLike: boolean;
  /** Token positions that it covers, the first one first. */
  positions: readonly number[];
};

/** Whether a word says a place, a time, a group or something else that may narrow what is asked. */
export function saysScope({ roles }: WordReading): boolean {
  return roles.some(({ scope }) => scope !== undefined);
}

/** How many unknown words of a message are worth correcting; more are noise, not typos. */
const MOST_CORRECTIONS = 40;

/** Recognises the tokens of a message in order. `words` holds the corrected tokens, for periods and numbers. */
export function readWords(tokens: readonly Token[], lexicon: Lexicon, speller: Speller): { readings: WordReading[]; words: string[] } {
  const budget = { left: MOST_CORRECTIONS };
  const shouted = !tokens.some(({ text }) => /\p{Ll}/u.test(text));
  const meant = shouted ? tokens : tokens.map(withAbbreviation);
  const singles = meant.map((_, index) => recognise(meant, index, lexicon, speller, budget));
  const words = singles.map((single) => single.word);
  completePhrases(singles, words, lexicon, speller);
  const readings: WordReading[] = [];
  const taken = new Set<number>();
  for (let i = 0; i < tokens.length; i++) {
    if (taken.has(i)) continue;
    const single = singles[i];
    if (!single) continue;
    const phrase = single.via === "number" || single.via === "sign" ? undefined : lexicon.phrases.at(words, i);
    if (phrase) {
      for (const position of phrase.positions) taken.add(position);
      const text = phrase.positions.map((position) => singles[position]?.text).join(" ");
      // "hvor stor andel" asks, and names a share as well.
      const inner =
        phrase.phrase.roles.concepts.size > 0 || phrase.phrase.roles.cues.size === 0
          ? []
          : phrase.positions.flatMap((position) =>
              (singles[position]?.roles ?? []).filter((role) => role.concepts.size > 0 && role.filler),
            );
      readings.push({
        text,
        word: phrase.phrase.words.join(" "),
        roles: [phrase.phrase.roles, ...inner],
        via: "phrase",
        nameLike: false,
        positions: phrase.positions,
      });
      continue;
    }
    const joined = single.via === "number" || single.via === "sign" ? undefined : joinedAt(words, i, lexicon);
    if (joined && !taken.has(joined.end)) {
      const positions = Array.from({ length: joined.end - i + 1 }, (_, offset) => i + offset);
      for (const position of positions) taken.add(position);
      readings.push({
        text: positions.map((position) => tokens[position]?.text).join(" "),
        word: joined.roles.word,
        roles: [joined.roles],
        via: "joined",
        nameLike: false,
        positions,
      });
      continue;
    }
    readings.push(single);
  }
  return { readings, words };
}

/** How many words before a misspelt one a phrase may begin. */
const LONGEST_START = 3;
const SHORTEST_MENDED = 5;

/** "aprli", "befor", "kvratal": a word of time a letter away, where nothing else is. */
function misspeltTime(plain: string, speller: Speller): string | undefined {
  return speller.correct(plain).some((word) => editDistance(plain, word, 1) <= 1) ? undefined : slipOfTime(plain);
}

function slipOfTime(plain: string): string | undefined {
  if (plain === "yaer" || plain === "yera") return "year";
  if (plain.length < SHORTEST_MENDED) return undefined;
  const [meant, another] = MENDED_WORDS.filter((name) => isSlip(plain, name) && editDistance(plain, name, 1) <= 1);
  return another === undefined ? meant : undefined;
}

/** "ansikt til annsikt": of the words that a misspelt one may be, the one that makes a phrase with its neighbours. */
function completePhrases(singles: readonly WordReading[], words: string[], lexicon: Lexicon, speller: Speller): void {
  for (const [index, { via, text, roles }] of singles.entries()) {
    // "startegiske" is no Giske that starts.
    const isChance = via === "compound" && roles.some(({ scope }) => scope === "place");
    if (via !== "spelling" && via !== "unknown" && !isChance) continue;
    const chosen = words[index] ?? "";
    const plain = plainWord(text.toLowerCase());
    // "op" of "slått op": a letter that should stand twice.
    const meant =
      text.length < SHORTEST_MENDED
        ? [plain + plain.slice(-1), ...swapped(plain), ...askedBy(plain)]
        : [...askedBy(plain), ...speller.correct(plain)];
    for (const candidate of [chosen, ...lexicon.phrases.words.wordsLike(plain), ...meant]) {
      words[index] = candidate;
      const starts = Array.from({ length: LONGEST_START + 1 }, (_, back) => index - back).filter((start) => start >= 0);
      if (starts.some((start) => lexicon.phrases.at(words, start)?.positions.includes(index))) break;
      words[index] = chosen;
    }
  }
}

/** "mnay", "teir": two neighbours that changed places. */
function swapped(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2));
}

/** Words that people ask by, and type in a hurry. */
const ASKED_BY = ["hvor", "mange", "mykje", "many", "much", "what", "which"];

/** "hvr mye", "how meny", "kor manga": a letter away from a word that asks; only a whole phrase makes it one. */
function askedBy(word: string): string[] {
  return word.length < SHORTEST_ASKED || word.length > LONGEST_ASKED ? [] : ASKED_BY.filter((asked) => editDistance(word, asked, 1) <= 1);
}

const SHORTEST_ASKED = 3;
const LONGEST_ASKED = 6;

/** "US" and "IT" are no pronouns where the rest is not in capitals. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ["US", "usa"],
  ["IT", "ict"],
]);

function withAbbreviation(token: Token): Token {
  const lower = ABBREVIATIONS.get(token.text);
  return lower ? { ...token, lower } : token;
}

const PREPOSITIONS = new Set("for av på til i om med under over fra frå ved hos mot of in on at to by".split(" "));

function joinedAt(words: readonly string[], at: number, lexicon: Lexicon): { roles: Roles; end: number } | undefined {
  const end = words[at + 1] === "-" ? at + 2 : at + 1;
  const one = words[at];
  const other = words[end];
  // "for bruk av sky" is no "forbruk".
  if (one === undefined || other === undefined || PREPOSITIONS.has(one) || !/\p{L}/u.test(one) || !/\p{L}/u.test(other)) return undefined;
  const roles = joinWords(lexicon, plainWord(one), plainWord(other));
  return roles ? { roles, end } : undefined;
}

const NONE: readonly Roles[] = [];

function recognise(tokens: readonly Token[], at: number, lexicon: Lexicon, speller: Speller, budget: { left: number }): WordReading {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const as = (word: string, roles: readonly Roles[], via: WordReading["via"]): WordReading => {
    return { text: token.text, word, roles, via, nameLike: token.nameLike, positions: [at] };
  };
  if (token.kind !== "word") return as(token.lower, NONE, token.kind);
  const plain = plainWord(token.lower);
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
  if (parts && means) return as(plain, parts, "compound");
  const slipped = misspeltTime(plain, speller);
  if (slipped) return as(slipped, NONE, "period");
  // "HelseID": a capital inside makes it a name.
  const corrected = /\p{Ll}\p{Lu}/u.test(token.text) ? undefined : correctWord(plain, token.nameLike, lexicon, speller);
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

const SHORTEST_HALF = 4;

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
    if (!tail?.roles.filler || tail.via === "folded" || tail.roles.concepts.size > 0) continue;
    if (head?.via === "exact" && head.roles.concepts.size > 0 && head.roles.scope !== "place") return head.roles;
  }
  return undefined;
}

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
