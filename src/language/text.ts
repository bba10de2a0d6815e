/** Cleans what people and platforms send, and cuts it into tokens. */

/** Longest question that is read, in UTF-16 units; a longer one gets a request to shorten it. */
export const LONGEST_QUESTION = 2000;

/** One word, number or sign of a message. `lower` is what is looked up; `text` is as typed. */
export type Token = {
  text: string;
  lower: string;
  kind: "word" | "number" | "sign";
  /** True for a capital that no sentence start explains: probably a name. */
  nameLike: boolean;
};

/** A sign between or behind parts of a sentence. */
export function isSign(word: string): boolean {
  return /^[.?!;:,]$/.test(word);
}

/** Cyrillic and Greek letters that look Latin; a homoglyph must not make a known word unknown. */
const HOMOGLYPHS: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  х: "x",
  у: "y",
  і: "i",
  ј: "j",
  ѕ: "s",
  ԁ: "d",
  һ: "h",
  к: "k",
  т: "t",
  м: "m",
  н: "h",
  в: "b",
  г: "r",
  п: "n",
  А: "A",
  Е: "E",
  О: "O",
  Р: "P",
  С: "C",
  Х: "X",
  У: "Y",
  І: "I",
  Ј: "J",
  Ѕ: "S",
  К: "K",
  Т: "T",
  М: "M",
  Н: "H",
  В: "B",
  α: "a",
  ε: "e",
  ο: "o",
  ρ: "p",
  ν: "v",
  ι: "i",
  κ: "k",
  τ: "t",
  υ: "u",
  χ: "x",
  Α: "A",
  Β: "B",
  Ε: "E",
  Ζ: "Z",
  Η: "H",
  Ι: "I",
  Κ: "K",
  Μ: "M",
  Ν: "N",
  Ο: "O",
  Ρ: "P",
  Τ: "T",
  Υ: "Y",
  Χ: "X",
};

/** "a) logins b) visits", "1) … 2) …": what marks the items of a list parts them. */
const LIST_MARK = /(?<=^|[\s:,;])\(?(?:[a-f]|[1-6])\)\s/gi;

/** Letters of the three languages, digits and everyday signs; no address, no list and no markup is made of these. */
const NOTHING_TO_CLEAN = /^(?!.*\.no\b)[a-zæøå0-9 ,.?!%"'-]*$/i;

/**
 * Returns the message as plain, well-formed text: compatibility forms folded (NFKC), invisible and
 * control characters removed, homoglyphs replaced, links, mentions and markup tags taken out.
 */
export function cleanText(raw: string): string {
  if (NOTHING_TO_CLEAN.test(raw)) return raw.trim();
  return raw
    .toWellFormed()
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Mn}/gu, "")
    .replace(/[\p{Cc}\p{Co}\p{Cn}\ufffd]/gu, (character) => (character === "\n" ? "\n" : " "))
    .replace(/[\u0370-\u04ff\u0500-\u052f]/g, (letter) => HOMOGLYPHS[letter] ?? letter)
    .replace(/\{[^{}]{0,200}\}/g, " ")
    .replace(/\{[^{}]{0,200}\}/g, " ")
    .replace(/<[@#!][^<>\s]{1,80}>/g, " ")
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, " ")
    .replace(/\bhttps?:\/\/\S+/gi, " ")
    .replace(/\b(helsenorge|helsedata|ehelse|kjernejournal)\.no\b/gi, "$1")
    .replace(/:[a-z0-9_+-]{2,30}:/g, " ")
    .replace(/[’‘`´]/g, "'")
    .replace(LIST_MARK, "; ")
    .trim();
}

/** "iPhone", "HelseID": a capital inside makes a word a name, and no misspelling. */
export function hasCapitalInside(word: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(word);
}

const COMPARATIVE = /^(?:mer|meir|mindre|flere|fler|fleire|færre|høyere|høgare|lavere|lågare|større)$/;

/** "mer en i 2020", "flere en innlogginger": by these words nothing but "enn" goes on. */
export function withThan(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    const isThan = token.lower === "en" && COMPARATIVE.test(tokens[at - 1]?.lower ?? "") && tokens[at + 1]?.lower !== "gang";
    return isThan ? { ...token, text: "enn", lower: "enn" } : token;
  });
}

const NUMBER = String.raw`\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?`;
const WORD = String.raw`\p{L}[\p{L}\p{M}]*(?:[-'][\p{L}\d][\p{L}\p{M}\d]*|\d+)*`;
const TOKEN = new RegExp(
  String.raw`\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}|${NUMBER}|${WORD}|[%‰?!.,;:/+&–—=<>-]|\n`,
  "gu",
);

/** Cuts clean text into tokens. Linear in its length. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const shouting = isShouting(text);
  let sentenceStart = true;
  for (const found of text.match(TOKEN) ?? []) {
    const first = found[0] ?? "";
    if (/\p{L}/u.test(first)) {
      const capital = first !== first.toLowerCase();
      tokens.push({
        text: found,
        lower: found.toLowerCase(),
        kind: "word",
        nameLike: capital && !sentenceStart && !shouting,
      });
      sentenceStart = false;
    } else if (/\d/.test(first)) {
      tokens.push({ text: found, lower: found, kind: "number", nameLike: false });
      sentenceStart = false;
    } else {
      tokens.push({ text: found, lower: found, kind: "sign", nameLike: false });
      if (/[?!.:\n]/.test(found)) sentenceStart = true;
    }
  }
  return tokens;
}

function isShouting(text: string): boolean {
  const capitals = text.match(/[\p{Lu}\p{Lt}]/gu)?.length ?? 0;
  return capitals > 0 && capitals > (text.match(/\p{L}/gu)?.length ?? 0) * 0.6;
}

/** The look-up form of a word: lower case, no hyphens, no possessive 's. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/'s$/, "").replace(/['-]/g, "");
}

/** Nothing to fold: no letter beyond ASCII and none of the pairs that stand for one. */
const PLAIN_ASCII = /^(?!.*(?:aa|ae|oe))[a-z0-9^$]*$/;

/** Folds the ways in which æ, ø and å are typed without a Norwegian keyboard: aa, ae, oe, a, o. */
export function foldLetters(word: string): string {
  if (PLAIN_ASCII.test(word)) return word;
  return word
    .normalize("NFD")
    .replace(/\u030a|\u0308|\u0301|\u0300/g, "")
    .replace(/aa|ae|æ/g, "a")
    .replace(/oe|ø/g, "o");
}
