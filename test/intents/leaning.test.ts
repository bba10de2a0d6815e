/** What a question leans on, rules out or leaves open. Values: IE-1098, as in data/, unless another document is named. */
import { describe, expect, it } from "vitest";
import { answersOf, answerTo } from "../understanding/bot.ts";

describe("a second half of the same message", () => {
  it.each([
    [
      "How many are thought to have critical information that ought to be in kjernejournal, and how many have something entered?",
      ["kjernejournal-critical-info-expected null 265000", "kjernejournal-critical-info 2021-12-31 84000"],
    ],
    [
      "Hvor mange leger har gjort oppslag i kjernejournal, og hvor mange helsepersonell er det til sammen?",
      ["kjernejournal-doctors 2021-12-31 22000", "kjernejournal-personnel 2021-12-31 30000"],
    ],
    [
      "hvor mange helseregistre ligger på helsedata.no, og hvor mange søknader har kommet inn siden starten?",
      ["helsedata-registers 2021 34", "helsedata-applications-cumulative 2019-12/2021-12 960"],
    ],
  ])("%s", (text, figures) => {
    expect(answersOf(answerTo(text))).toEqual(figures);
  });

  it("that leans on what was not understood gets no figure of its own", () => {
    expect(answersOf(answerTo("Hva er beløpet for 2020, og hvor mange prosent opp fra året før?"))).toEqual([]);
  });
});

describe("what is ruled out", () => {
  it("by 'rather than' is what nobody asks for", () => {
    expect(answersOf(answerTo("How many would rather buy prescription meds online than in a shop?"))).not.toContain(
      "prefer-physical-pharmacy 2021 80",
    );
  });

  it.each([
    ["another rank", "Hvilken tjeneste lå på andreplass på Helsenorge i 2021?"],
    ["a number of those of whom only a multiple is told", "kva er talet på pasientar som var med i epilepsistudien i Drammen"],
    ["a length of time", "Average processing time for an application to helsedata.no?"],
    ["men", "How many men have looked at their own summary care record?"],
    ["a word behind the verb", "Kor mange prosent av registreringane av kritisk informasjon gjeld implantat?"],
    ["what was done on behalf of others", "Hvor mange innlogginger på Helsenorge skjedde på vegne av andre i 2021?"],
    ["money, where none is told", "What ransom do hospitals usually pay after an attack?"],
  ])("%s", (_, text) => {
    expect(answersOf(answerTo(text))).toEqual([]);
  });

  it("is never guessed from a typo: 'henvisnigane' holds no Niger, 'fans' is no Fana", () => {
    expect(answersOf(answerTo("hvor mye gikk henvisnigane ned fra 2019 til 2020?"))).toContain("referrals 2020 1287742");
    expect(answersOf(answerTo("kor mange helseregister og kjelder fans det på helsedata.no i 2021"))).toEqual([
      "helsedata-registers 2021 34",
    ]);
  });
});

describe("what is compared or counted together", () => {
  it.each([
    [
      "kva er tilliten til at berre dei som treng det les journalen? innbyggjarar mot helsepersonell, takk",
      ["survey-trust-access 2021 68", "survey-trust-access-personnel 2021 84"],
    ],
    [
      "Who trusts more that only people who need to look in the record do so, staff or patients?",
      ["survey-trust-access 2021 68", "survey-trust-access-personnel 2021 84"],
    ],
    [
      "how many doctors and nurses had made at least one lookup in kjernejournal by the end of 2021?",
      ["kjernejournal-personnel 2021-12-31 30000"],
    ],
    [
      "do Norwegians rather buy perscription drugs online or in a shop?",
      ["prefer-physical-pharmacy 2021 80", "prefer-online-pharmacy 2021 5", "pharmacy-type-does-not-matter 2021 12"],
    ],
    // 3 % in 2019 is the report's; "before the pandemic" is the last year before it.
    ["Kor stor del av konsultasjonane hos fastlegen var e-konsultasjonar før pandemien?", ["e-consultation-share-year 2019 3"]],
    ["Is it true that 95 percent of death notices are electronic now?", ["electronic-death-notices 2021-12 95"]],
    ["Stemmer det at 134 milliarder gikk til fastlegene i 2020?", ["spending-gp 2020 23000000000"]],
  ])("%s", (text, figures) => {
    expect(answersOf(answerTo(text)).sort()).toEqual([...figures].sort());
  });
});
