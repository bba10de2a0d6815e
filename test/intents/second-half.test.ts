/** Messages that ask twice: neither half is lost. Values: IE-1098, as in data/. */
import { describe, expect, it } from "vitest";
import { answersOf, answerTo } from "../understanding/bot.ts";

describe("a second half", () => {
  it.each([
    ["kva er medisinske meldingar, og kor mange blei sende i 2021?", ["medical-messages 2021 284000000"]],
    [
      "Hvor mange har fått lagt inn kritisk info i kjernejournal, og hvor mange burde hatt det?",
      ["kjernejournal-critical-info 2021-12-31 84000", "kjernejournal-critical-info-expected null 265000"],
    ],
    [
      "Eg høyrde at færre born vart undersøkte på helsestasjon. Kor mange var det i 2020, og kor mange året før?",
      ["child-health-examinations 2020 272568", "child-health-examinations 2019 298192"],
    ],
    [
      "tillit til at bare helsepersonell med behov ser i journalen, for innbyggere og for helsepersonell",
      ["survey-trust-access 2021 68", "survey-trust-access-personnel 2021 84"],
    ],
    [
      "Hva foretrekker folk når de kjøper reseptmedisin: nettapotek, fysisk apotek, eller er det det samme?",
      ["prefer-physical-pharmacy 2021 80", "prefer-online-pharmacy 2021 5", "pharmacy-type-does-not-matter 2021 12"],
    ],
    [
      "Hvilket av årene 2019 og 2020 hadde flest konsultasjoner hos fastlege?",
      ["gp-consultations 2020 15541819", "gp-consultations 2019 14761080"],
    ],
  ])("%s", (text, figures) => {
    const answers = answersOf(answerTo(text));
    for (const figure of figures) expect(answers).toContain(figure);
  });

  it("that is not understood is told so", () => {
    const answer = answerTo("Hvor mange e-resepter ble utlevert i 2021 og til hvem?");
    expect(answersOf(answer)).toEqual(["e-prescriptions-dispensed 2021 50000000"]);
    expect(answer.headline).toContain("ikke noe tall");
  });
});
