import { describe, expect, it } from "vitest";
import { answersOf, answerTo } from "./bot.ts";

const LOGINS = ["helsenorge-logins 2021 77500000"];
const VISITS = ["helsenorge-visits 2021 140000000"];

describe("compounds", () => {
  it.each([
    ["written as one word", "Hvor mange helsenorgeinnlogginger i 2021?", LOGINS],
    ["written with a hyphen", "Antall Helsenorge-innlogginger i 2021", LOGINS],
    ["of a nynorsk plural", "Kor mange helsenorgeinnloggingar i 2021?", LOGINS],
    ["cut in two", "Hvor mange oppslag i kjerne journal per uke i 2021?", ["kjernejournal-lookups-week 2021 38000"]],
    ["cut in two at the end", "fastlege konsultasjoner 2020", ["gp-consultations 2020 15541819"]],
  ])("are understood when %s", (_how, question, expected) => {
    expect(answersOf(answerTo(question))).toEqual(expected);
  });
});

describe("misspellings", () => {
  it.each([
    ["a missing letter", "innloginger på helsenorge 2021", LOGINS],
    ["a missing letter in the name", "innlogginger på helsenrge 2021", LOGINS],
    ["swapped letters", "innlogginger på helsenogre 2021", LOGINS],
    ["no Norwegian letters", "hvor mange besok hadde helsenorge i 2021", VISITS],
    ["Norwegian letters spelt out", "hvor mange besoek hadde helsenorge i 2021", VISITS],
    ["all capitals", "HVOR MANGE BESØK HADDE HELSENORGE I 2021", VISITS],
    ["English", "how many logns to Helsenorge in 2021", LOGINS],
  ])("are corrected: %s", (_what, question, expected) => {
    expect(answersOf(answerTo(question))).toEqual(expected);
  });

  it("are not made of words of another topic", () => {
    const answer = answerTo("Hva blir været i Bergen i morgen?");
    expect(answer.answered).toBe(false);
    expect(answer.figures).toEqual([]);
  });
});

describe("disguised text", () => {
  it.each([
    ["zero-width characters", "log\u200bins to Hel\u00adsenorge 2021"],
    ["Cyrillic homoglyphs", "l\u043egins t\u043e Helsen\u043erge 2021"],
    ["right-to-left overrides", "\u202elogins to Helsenorge\u202c 2021"],
    ["full-width letters", "\uff4c\uff4f\uff47\uff49\uff4e\uff53 to Helsenorge \uff12\uff10\uff12\uff11"],
    ["markup", "<b>logins</b> to <i>Helsenorge</i> 2021"],
    ["a mention", "<@U024BE7LH> logins to Helsenorge 2021"],
    ["a lone surrogate", "logins to Helsenorge 2021 \ud83d"],
  ])("is read through %s", (_what, question) => {
    expect(answersOf(answerTo(question))).toEqual(LOGINS);
  });
});
