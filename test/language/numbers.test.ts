import { describe, expect, it } from "vitest";
import type { Language } from "../../src/knowledge/languages.ts";
import { numericValue, readNumbers } from "../../src/language/numbers.ts";
import { cleanText, tokenize } from "../../src/language/text.ts";

function numbersIn(text: string, language: Language, taken: ReadonlySet<number> = new Set()) {
  const words = tokenize(cleanText(text)).map(({ lower }) => lower);
  return readNumbers(words, language, taken).map(({ value, kind, bound }) => ({ value, kind, bound }));
}

describe("amounts", () => {
  it.each<[string, Language, number]>([
    ["77,5 millioner", "nb", 77_500_000],
    ["77,5 millionar", "nn", 77_500_000],
    ["77.5 million", "en", 77_500_000],
    ["140 mill.", "nb", 140_000_000],
    ["8,9 milliarder", "nb", 8_900_000_000],
    ["134 mrd", "nb", 134_000_000_000],
    ["NOK 134bn", "en", 134_000_000_000],
    ["11 853 877", "nb", 11_853_877],
    ["11.853.877", "nb", 11_853_877],
    ["11,853,877", "en", 11_853_877],
    ["11 853 877", "en", 11_853_877],
    ["1.234", "nb", 1234],
    ["1,234", "en", 1234],
    ["13,1", "nb", 13.1],
    ["13.1", "en", 13.1],
    ["5k", "en", 5000],
    ["to millioner", "nb", 2_000_000],
    ["ein million", "nn", 1_000_000],
    ["two hundred thousand", "en", 200_000],
    ["to hundre tusen", "nb", 200_000],
  ])("%s in %s is %d", (text, language, value) => {
    expect(numbersIn(text, language)).toEqual([{ value, kind: "plain", bound: "none" }]);
  });

  it("reads billion as a thousand million in English and as a million million in Norwegian", () => {
    expect(numbersIn("8.9 billion", "en")[0]?.value).toBe(8.9e9);
    expect(numbersIn("8,9 billioner", "nb")[0]?.value).toBe(8.9e12);
  });

  it("reads digits as the language writes them", () => {
    expect(numericValue("77,5", "nb")).toBe(77.5);
    expect(numericValue("77.5", "en")).toBe(77.5);
    expect(numericValue("1.234,5", "nb")).toBe(1234.5);
    expect(numericValue("1,234.5", "en")).toBe(1234.5);
    expect(numericValue("abc", "en")).toBeUndefined();
  });
});

describe("percentages and multiples", () => {
  it.each<[string, Language, number, "percent" | "times"]>([
    ["85 %", "nb", 85, "percent"],
    ["85%", "en", 85, "percent"],
    ["85 prosent", "nn", 85, "percent"],
    ["85 percent", "en", 85, "percent"],
    ["85 per cent", "en", 85, "percent"],
    ["0,5 %", "nb", 0.5, "percent"],
    ["fifteen percent", "en", 15, "percent"],
    ["femten prosent", "nb", 15, "percent"],
    ["tre ganger", "nb", 3, "times"],
    ["tre gonger", "nn", 3, "times"],
    ["3 times", "en", 3, "times"],
    ["doblet", "nb", 2, "times"],
    ["dobla", "nn", 2, "times"],
    ["doubled", "en", 2, "times"],
    ["tripled", "en", 3, "times"],
    ["halvert", "nb", 0.5, "times"],
  ])("%s in %s is %d, %s", (text, language, value, kind) => {
    expect(numbersIn(text, language)).toEqual([{ value, kind, bound: "none" }]);
  });
});

describe("hedges", () => {
  it.each<[string, Language, "over" | "under"]>([
    ["over 100 millioner", "nb", "over"],
    ["mer enn 100 millioner", "nb", "over"],
    ["meir enn 100 millionar", "nn", "over"],
    ["i overkant av 100 millioner", "nb", "over"],
    ["at least 100 million", "en", "over"],
    ["færre enn 100 millioner", "nb", "under"],
    ["fewer than 100 million", "en", "under"],
    ["under 100 millioner", "nb", "under"],
  ])("%s is bounded %s", (text, language, bound) => {
    expect(numbersIn(text, language)).toEqual([{ value: 100_000_000, kind: "plain", bound }]);
  });
});

describe("what claims no number", () => {
  it.each<[string, Language]>([
    ["topp 10", "nb"],
    ["to av dem", "nb"],
    ["one of them", "en"],
  ])("%s", (text, language) => {
    expect(numbersIn(text, language)).toEqual([]);
  });

  it("passes over tokens that are a time", () => {
    expect(numbersIn("2021 var 140", "nb", new Set([0]))).toEqual([{ value: 140, kind: "plain", bound: "none" }]);
  });
});
