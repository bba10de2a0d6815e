import { describe, expect, it } from "vitest";
import { withPlainTimes } from "../../src/language/time-words.ts";

describe("times in words", () => {
  it.each([
    ["antall liggedager sykehus tjuetjue", "antall liggedager sykehus 2020"],
    ["medisinske meldinger i tjuetjue og i tjueen?", "medisinske meldinger i 2020 og i 2021?"],
    ["kor mange årsverk i tjuetjuefem", "kor mange årsverk i 2025"],
    ["besøk i to tusen og tjueen", "besøk i 2021"],
    ["Totusenogtjue var rart", "2020 var rart"],
    ["tjuenitten mot tjue tjueén", "2019 mot 2021"],
    ["visits in twenty twenty-one", "visits in 2021"],
    ["from twenty-nineteen to two thousand and twenty", "from 2019 to 2020"],
    ["e-konsultasjoner i 3. kvartal 2021", "e-konsultasjoner i 3 kvartal 2021"],
    ["hvormange besøk, og Kormykje pr. innbygger", "hvor mange besøk, og Kor mykje per innbygger"],
    ["nårkom e-resept", "når kom e-resept"],
    ["logins in twenty one", "logins in 2021"],
  ])("reads %s", (text, expected) => {
    expect(withPlainTimes(text)).toBe(expected);
  });

  it.each([
    "det økte med tjueen prosent",
    "delt ut i tjueen kommuner",
    "twenty nine people and twenty doctors",
    "to tusen og femti innbyggere",
    "two thousand and twenty-nine",
    "tjue til tretti prosent",
  ])("leaves %s alone", (text) => {
    expect(withPlainTimes(text)).toBe(text);
  });
});
