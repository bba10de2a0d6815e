import { describe, expect, it } from "vitest";
import {
  formatAmount,
  formatCounted,
  formatFigure,
  formatGrowth,
  formatNumber,
  periodName,
  periodPhrase,
} from "../../src/answers/numbers.ts";
import { LANGUAGES, type Language } from "../../src/knowledge/languages.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import type { Status } from "../../src/knowledge/schema.ts";

const { units } = loadKnowledge();
/** Non-breaking and narrow spaces, as Intl sets them, read as plain ones. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("digits", () => {
  it.each<[number, string, string]>([
    [11_853_877, "11 853 877", "11,853,877"],
    [8200, "8 200", "8,200"],
    [7.7, "7,7", "7.7"],
    [13.1, "13,1", "13.1"],
    [0, "0", "0"],
  ])("%d is %s in Norwegian and %s in English", (value, norwegian, english) => {
    expect(plain(formatNumber(value, "nb"))).toBe(norwegian);
    expect(plain(formatNumber(value, "nn"))).toBe(norwegian);
    expect(plain(formatNumber(value, "en"))).toBe(english);
  });

  it("do not break across lines", () => {
    expect(formatNumber(11_853_877, "nb")).not.toContain(" ");
  });
});

describe("amounts", () => {
  it.each<[number, string, string, string]>([
    [77_500_000, "77,5 millioner", "77,5 millionar", "77.5 million"],
    [3_850_000, "3,85 millioner", "3,85 millionar", "3.85 million"],
    [1_000_000, "1 million", "1 million", "1 million"],
    [8_900_000_000, "8,9 milliarder", "8,9 milliardar", "8.9 billion"],
    [386_000_000_000, "386 milliarder", "386 milliardar", "386 billion"],
    [265_000, "265 000", "265 000", "265,000"],
  ])("%d is %s, %s, %s", (value, nb, nn, en) => {
    expect([plain(formatAmount(value, "nb")), plain(formatAmount(value, "nn")), plain(formatAmount(value, "en"))]).toEqual([nb, nn, en]);
  });

  it("keep every digit that the source prints", () => {
    for (const value of [11_853_877, 15_541_819, 4_796_382, 1_287_742, 146_059]) {
      for (const language of LANGUAGES) expect(formatAmount(value, language).replace(/\D/g, "")).toBe(String(value));
    }
  });
});

describe("figures with their units", () => {
  it.each<[number, string, Status, Language, string]>([
    [97, "percent", "exact", "nb", "97 %"],
    [97, "percent", "exact", "nn", "97 %"],
    [97, "percent", "exact", "en", "97%"],
    [94, "percent", "almost", "nb", "nesten 94 %"],
    [8_900_000_000, "NOK", "exact", "nb", "8,9 milliarder kroner"],
    [8_900_000_000, "NOK", "exact", "nn", "8,9 milliardar kroner"],
    [8_900_000_000, "NOK", "exact", "en", "NOK 8.9 billion"],
    [3_750_000_000, "NOK", "estimate", "en", "an estimated NOK 3.75 billion"],
    [2, "times", "about", "nb", "rundt 2 ganger"],
    [2, "times", "about", "nn", "rundt 2 gonger"],
    [2, "times", "about", "en", "about 2 times"],
    [77_500_000, "logins", "about", "en", "about 77.5 million"],
    [140_000_000, "visits", "over", "nb", "over 140 millioner"],
  ])("%d %s, %s, in %s is %s", (value, unit, status, language, expected) => {
    expect(plain(formatFigure(value, units[unit], status, language))).toBe(expected);
  });

  it.each<[number, string, Language, string]>([
    [77_500_000, "logins", "nb", "77,5 millioner innlogginger"],
    [77_500_000, "logins", "nn", "77,5 millionar innloggingar"],
    [77_500_000, "logins", "en", "77.5 million logins"],
    [1, "logins", "en", "1 login"],
    [3, "rank", "nb", "nummer 3"],
    [3, "rank", "en", "number 3"],
    [97, "percent", "nb", "97 %"],
  ])("%d %s counted in %s is %s", (value, unit, language, expected) => {
    expect(plain(formatCounted(value, units[unit], "exact", language))).toBe(expected);
  });

  it("give growth its sign", () => {
    expect(plain(formatGrowth(94.4, "nb"))).toBe("+94,4 %");
    expect(plain(formatGrowth(-10.8, "nn"))).toBe("−10,8 %");
    expect(plain(formatGrowth(94.4, "en"))).toBe("+94.4%");
  });
});

describe("periods in words", () => {
  it.each<[string, string, string, string]>([
    ["2021", "i 2021", "i 2021", "in 2021"],
    ["2021-12", "i desember 2021", "i desember 2021", "in December 2021"],
    ["2021-Q4", "i fjerde kvartal 2021", "i fjerde kvartal 2021", "in the fourth quarter of 2021"],
    ["2021-H1", "i første halvår 2021", "i første halvår 2021", "in the first half of 2021"],
    ["2021-12-31", "per 31. desember 2021", "per 31. desember 2021", "at 31 December 2021"],
    [
      "2019-12/2021-12",
      "fra desember 2019 til desember 2021",
      "frå desember 2019 til desember 2021",
      "from December 2019 to December 2021",
    ],
    ["2019/..", "siden 2019", "sidan 2019", "since 2019"],
    ["../2020", "fram til 2020", "fram til 2020", "up to 2020"],
  ])("%s is %s, %s, %s", (period, nb, nn, en) => {
    expect([periodPhrase(period, "nb"), periodPhrase(period, "nn"), periodPhrase(period, "en")]).toEqual([nb, nn, en]);
  });

  it("say when the source states no year", () => {
    expect(periodPhrase(null, "nb")).toContain("ikke oppgitt");
    expect(periodPhrase(null, "nn")).toContain("ikkje oppgitt");
    expect(periodPhrase(null, "en")).toContain("not stated");
  });

  it("name a period without its preposition", () => {
    expect(periodName("2021-12-31", "nb")).toBe("31. desember 2021");
    expect(periodName("2021-Q1", "en")).toBe("the first quarter of 2021");
  });
});
