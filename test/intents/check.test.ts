import { describe, expect, it } from "vitest";
import { answersOf, answerTo } from "../understanding/bot.ts";

describe("a claim", () => {
  it.each([
    ["Stemmer det at Helsenorge hadde rundt 77,5 millioner innlogginger i 2021?", /^Ja/],
    ["Stemmer det at Helsenorge hadde 77,5 millionar innloggingar i 2021?", /^Ja/],
    ["Is it true that Helsenorge had 77.5 million logins in 2021?", /^Yes/],
  ])("that is right is confirmed with the figure: %s", (question, yes) => {
    const answer = answerTo(question);
    expect(answer).toMatchObject({ intent: "check", answered: true });
    expect(answer.headline).toMatch(yes);
    expect(answersOf(answer)).toEqual(["helsenorge-logins 2021 77500000"]);
  });

  it.each([
    ["Stemmer det at Helsenorge hadde 200 millioner besøk i 2021?", /^Nei/, "helsenorge-visits 2021 140000000", "200"],
    ["Is it true that there were 150 million medical messages in 2021?", /^No/, "medical-messages 2021 284000000", "150"],
    ["Er det sant at 12 % av konsultasjonene var e-konsultasjoner i 2021?", /^Nei/, "e-consultation-share-year 2021 27", "12 %"],
  ])("that is wrong is corrected and never repeated: %s", (question, no, right, wrong) => {
    const answer = answerTo(question);
    expect(answer).toMatchObject({ intent: "check", answered: true });
    expect(answer.headline).toMatch(no);
    expect(answersOf(answer)).toEqual([right]);
    expect([answer.headline, ...answer.details].join("\n").replace(/[\u00a0\u202f]/g, " ")).not.toContain(wrong);
  });

  it("on the order of two is held against both", () => {
    const answer = answerTo("Stemmer det at det var flere årsverk i kommunene enn i spesialisthelsetjenesten i 2020?");
    expect(answer.headline).toMatch(/^Ja/);
    expect(answersOf(answer).sort()).toEqual(["care-man-years 2020 146059", "specialist-man-years 2020 128407"]);
  });

  it("that something doubled is held against both levels", () => {
    const answer = answerTo("Is it true that visits to Helsenorge doubled from 2020 to 2021?");
    expect(answer.headline).toMatch(/^Yes, roughly/);
    expect(answersOf(answer)).toEqual(expect.arrayContaining(["helsenorge-visits 2020 72000000", "helsenorge-visits 2021 140000000"]));
  });

  it.each([
    ["Stemmer det at antall medisinske meldinger økte med 87 millioner i 2021?", /^Ja/],
    ["Is it true that medical messages rose by 284 million in 2021?", /^No/],
    ["Stemmer det at andelen e-konsultasjoner økte med 24 prosentpoeng fra 2019 til 2021?", /^Ja/],
    ["Stemmer det at det ble undersøkt flere barn på helsestasjonene i 2020 enn året før?", /^Nei/],
    ["Stemmer det at utgiftene til fastlegene sto stille fra 2019 til 2020?", /^Ja/],
  ])("on how far something went is held against the step: %s", (question, verdict) => {
    expect(answerTo(question).headline).toMatch(verdict);
  });

  it.each([
    "Stemmer det at 140 millioner personer besøkte Helsenorge i 2021?",
    "Stemmer det at 97 prosent av innbyggerne bruker Helsenorge?",
    "Er det sant at 26 prosent av innbyggerne har sett kjernejournalen sin?",
    "Stemmer det at 38 000 helsepersonell slår opp i kjernejournal kvar veke?",
    "Er det riktig at 82 prosent av meldingene går fra fastleger til kommunene?",
    "Is it true that 95% of deaths in December 2021 were due to covid?",
    "Has the number of bed days risen every year since 2020?",
  ])("of something else than the figure is neither confirmed nor denied: %s", (question) => {
    expect(answerTo(question).headline).not.toMatch(/^(?:Ja|Nei|Yes|No)\b/);
  });
});
