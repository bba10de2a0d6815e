/** Long messages that tell much of the asker beside one question. Values: IE-1098 unless another document is named. */
import { describe, expect, it } from "vitest";
import { answersOf, answerTo } from "./bot.ts";

describe("a question in a long message", () => {
  it.each([
    [
      "God aften. Jeg er pensjonert allmennlege og har lenge lurt på hvor stor andel av konsultasjonene hos fastlegene som foregikk som e-konsultasjon i året før pandemien brøt ut, altså i 2019; kan De hjelpe meg med det?",
      "e-consultation-share-year 2019 3",
    ],
    [
      "God kveld, eg er pensjonert overlege og sit her og undrast på kor mange årsverk spesialisthelsetenesta hadde i 2020, for det kjennest som om ho har vakse jamt og trutt så lenge eg kan hugse; har du talet?",
      "specialist-man-years 2020 128407",
    ],
    // SSB, Allmennlegetenesta: consultations per inhabitant.
    [
      "I wonder whether you could tell an old general practitioner how many consultations with the GP the average inhabitant of Norway had in the course of 2020?",
      "gp-consultations-per-inhabitant 2020 2.8",
    ],
    [
      "Jeg husker selv hvor travelt det var på kontoret, og derfor skulle jeg gjerne ha visst hvor mange konsultasjoner fastlegene i Norge til sammen gjennomførte i løpet av 2020.",
      "gp-consultations 2020 15541819",
    ],
  ])("%s", (text, figure) => {
    expect(answersOf(answerTo(text))).toContain(figure);
  });

  it.each([
    "Jeg er tannlege. Hvor mange oppslag gjør vi i kjernejournal per uke?",
    "Saken vår handler om kvinner. Hvor mange konsultasjoner var det hos fastlegen i 2020?",
    "With regard to antibiotics, how many e-prescriptions were dispensed in 2021?",
    "We tried BankID at home, and wonder how many logins Helsenorge had in 2021 with BankID",
  ])("is not cut from what narrows it: %s", (text) => {
    expect(answersOf(answerTo(text))).toEqual([]);
  });
});
