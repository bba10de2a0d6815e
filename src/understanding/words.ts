/** Recognises each word of a message, and the phrases that several words make. */
import { plainWord, type Token } from "../language/text.ts";
import { joinWords } from "./compounds.ts";
import type { Lexicon, Roles } from "./lexicon.ts";
import { recognise, SHORTEST_MENDED } from "./recognise.ts";
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
