import { describe, expect, it } from "vitest";
import { cleanText, foldLetters, plainWord, tokenize } from "../../src/language/text.ts";

describe("cleaning", () => {
  it.each([
    ["zero-width characters", "log\u200bins\u200d to\ufeff Hel\u00adsenorge", "logins to Helsenorge"],
    ["right-to-left marks and overrides", "\u202elogins\u202c \u200fto Helsenorge", "logins to Helsenorge"],
    ["Cyrillic letters that look Latin", "l\u043egins t\u043e \u041delsen\u043erge", "logins to Helsenorge"],
    ["Greek letters that look Latin", "l\u03bfgins t\u03bf \u0397elsen\u03bfrge", "logins to Helsenorge"],
    ["full-width letters and digits", "\uff4c\uff4f\uff47\uff49\uff4e\uff53 \uff12\uff10\uff12\uff11", "logins 2021"],
    ["decomposed Norwegian letters", "a\u030arsverk 2020", "årsverk 2020"],
    ["HTML tags", "<b>logins</b> 2021", "logins  2021"],
    ["Slack mentions and channel calls", "<@U024BE7LH> <!channel> logins", "logins"],
    ["Teams mentions", "<at>Helsetall</at> logins", "Helsetall  logins"],
    ["addresses", "logins https://example.org/a?b=1 2021", "logins   2021"],
    ["emoji codes", ":wave: logins 2021", "logins 2021"],
    ["control characters", "logins\u0000\u0007 2021", "logins   2021"],
    ["curly apostrophes", "Helsenorge’s logins", "Helsenorge's logins"],
  ])("takes care of %s", (_what, raw, clean) => {
    const spaced = (text: string) => text.replace(/ +/g, " ").trim();
    expect(spaced(cleanText(raw))).toBe(spaced(clean));
  });

  it.each(["\ud800logins", "logins\udc00", "lo\ud83dgins 2021", "\udfff\ud800"])("turns lone surrogates into well-formed text", (raw) => {
    const clean = cleanText(raw);
    expect(clean.isWellFormed()).toBe(true);
    expect(clean).not.toContain("\ufffd");
  });

  it("keeps line breaks, which separate questions", () => {
    expect(cleanText("logins 2021\nvisits 2021")).toBe("logins 2021\nvisits 2021");
  });

  it("reads a long hostile message in a moment", () => {
    const started = performance.now();
    tokenize(cleanText(`${"<a".repeat(700)}${"1 000 ".repeat(100)}`));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("tokens", () => {
  const lowers = (text: string) => tokenize(text).map(({ lower }) => lower);

  it("keeps grouped numbers, decimals, dates and hyphenated words whole", () => {
    expect(lowers("Den 31.12.2021 var 11 853 877 e-resepter, 77,5 %.")).toEqual([
      "den",
      "31.12.2021",
      "var",
      "11 853 877",
      "e-resepter",
      ",",
      "77,5",
      "%",
      ".",
    ]);
  });

  it("keeps two years apart", () => {
    expect(lowers("2020 2021")).toEqual(["2020", "2021"]);
  });

  it("takes a capital inside a sentence for a name, but not at its start and not when all is in capitals", () => {
    const names = (text: string) =>
      tokenize(text)
        .filter(({ nameLike }) => nameLike)
        .map(({ text: word }) => word);
    expect(names("Hvor mange besøk hadde Bergen? Takk")).toEqual(["Bergen"]);
    expect(names("HVOR MANGE BESØK HADDE BERGEN")).toEqual([]);
  });
});

describe("look-up forms", () => {
  it("folds the ways of typing æ, ø and å without a Norwegian keyboard", () => {
    for (const typed of ["årsverk", "aarsverk", "arsverk"]) expect(foldLetters(typed)).toBe(foldLetters("årsverk"));
    for (const typed of ["besøk", "besoek", "besok"]) expect(foldLetters(typed)).toBe(foldLetters("besøk"));
  });

  it("does not fold a word without such letters", () => {
    expect(foldLetters("logins")).toBe("logins");
  });

  it("drops hyphens, case and the possessive", () => {
    expect(plainWord("E-resept")).toBe("eresept");
    expect(plainWord("Helsenorge's")).toBe("helsenorge");
  });
});
