import { describe, expect, it } from "vitest";
import { altOf } from "../../src/charts/index.ts";
import type { Language } from "../../src/knowledge/languages.ts";
import { draw, everyPicture } from "./every.ts";

/** The alt text with ordinary spaces in its numbers. */
const alt = (...question: Parameters<typeof draw>) => altOf(draw(...question)).replace(/[\u00a0\u202f]/g, " ");

describe("the alt text", () => {
  it.each<[Language, string]>([
    ["en", "Logins to Helsenorge rose from almost 43 million (2020) to about 77.5 million (2021)."],
    ["nb", "Innlogginger på Helsenorge steg fra nesten 43 millioner (2020) til rundt 77,5 millioner (2021)."],
    ["nn", "Innloggingar på Helsenorge steig frå nesten 43 millionar (2020) til rundt 77,5 millionar (2021)."],
  ])("of a change says from where to where (%s)", (language, sentence) => {
    expect(alt("change", ["helsenorge-logins"], ["2020/2021"], language).startsWith(sentence)).toBe(true);
  });

  it("of a course tells the asked year, gaps and revisions", () => {
    expect(alt("value", ["helsenorge-logins"], ["2020"], "en")).toBe(
      "Logins to Helsenorge rose from 7 million (2017) to about 77.5 million (2021). 2020: almost 43 million. No figures for 2019. " +
        "The figure for 2021 was later revised to about 90.9 million.",
    );
  });

  it("tells the highest and the lowest where they matter", () => {
    expect(alt("series", ["bed-days"], [], "nb")).toBe(
      "Liggedager på sykehus sank fra 5 715 331 (2015) til 5 059 914 (2025). Høyest 5 908 796 (2016). Lavest 4 796 382 (2020).",
    );
  });

  it("claims no rise over a break", () => {
    const text = alt("value", ["specialist-man-years"], ["2020"], "en");
    expect(text).toContain("rose from 125,413 (2019) to 142,826 (2025)");
    expect(text).toContain("Break at 2019");
    expect(text).not.toContain("rose from 113,680");
  });

  it("lists dots", () => {
    expect(alt("value", ["e-consultation-share-year"], [], "nn")).toContain("3 % (2019), rundt 25 % (2020)");
  });

  it("of a comparison tells both sides", () => {
    const text = alt("compare", ["specialist-man-years", "care-man-years"], ["2020"], "nb");
    expect(text).toContain("2020: 128 407");
    expect(text).toContain("2020: 146 059");
  });

  it("of a ranking keeps the order", () => {
    expect(alt("ranking", ["family:spending"], [], "nb")).toBe(
      "Utgifter etter tjeneste (2020) – Utgifter til sykehustjenester og legespesialister: 134 milliarder kroner; " +
        "Utgifter til kommunal helse og omsorg: 115 milliarder kroner; Utgifter til allmennlegetjenester: 23 milliarder kroner.",
    );
  });

  it("of a share names part and whole, and that it is computed", () => {
    expect(alt("share", ["helsenorge-awareness"], ["2021"], "nb")).toBe("Kjennskap til Helsenorge: 97 % (2021).");
    expect(alt("share", ["kjernejournal-doctors"], ["2021"], "nb")).toBe(
      "Leger med oppslag i kjernejournal (31. desember 2021): rundt 73,3 % (beregnet), det er rundt 22 000 av nesten 30 000: " +
        "helsepersonell med oppslag i kjernejournal.",
    );
  });

  it("is short, whole and plain for every picture in every language", () => {
    const faults = everyPicture().flatMap(({ name, picture }) => {
      const text = altOf(picture);
      const plain = text.length > 10 && text.length <= 700 && !/[{}<>]|undefined|null|NaN|\s\s|\(\)/.test(text) && text.endsWith(".");
      return plain ? [] : [`${name}: ${text}`];
    });
    expect(faults).toEqual([]);
  });
});
