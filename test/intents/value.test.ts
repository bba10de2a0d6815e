import { describe, expect, it } from "vitest";
import { answersOf, answerTo, converse } from "../understanding/bot.ts";

const whole = (text: string) => {
  const { headline, details } = answerTo(text);
  return [headline, ...details].join("\n").replace(/[\u00a0\u202f]/g, " ");
};

describe("a figure", () => {
  it.each([
    ["Hvor mange innlogginger hadde Helsenorge i 2021?", "nb", "Rundt 77,5 millioner innlogginger"],
    ["Kor mange innloggingar hadde Helsenorge i 2021?", "nn", "Rundt 77,5 millionar innloggingar"],
    ["How many logins did Helsenorge have in 2021?", "en", "About 77.5 million logins"],
  ])("is answered in the question's language: %s", (question, language, words) => {
    const answer = answerTo(question);
    expect(answer).toMatchObject({ intent: "value", answered: true, language });
    expect(answersOf(answer)).toEqual(["helsenorge-logins 2021 77500000"]);
    expect(answer.headline.replace(/[\u00a0\u202f]/g, " ")).toContain(words);
    expect(answer.sources[0]).toMatchObject({ document: "IE-1098", figure: "4.4" });
  });

  it("without a year is the report's latest, with the newer one of another document beside it", () => {
    const answer = answerTo("Hvor mange besøk har Helsenorge?");
    expect(answersOf(answer)).toEqual(["helsenorge-visits 2021 140000000"]);
    expect(answer.figures).toContainEqual(expect.objectContaining({ period: "2023", value: 109_500_000, role: "context" }));
  });

  it("of a year that the report lacks is another document's, and the answer says which", () => {
    const answer = answerTo("Hvor mange besøk hadde Helsenorge i 2019?");
    expect(answersOf(answer)).toEqual(["helsenorge-visits 2019 37200000"]);
    expect(answer.sources[0]?.document).not.toBe("IE-1098");
    expect(answer.details.join("\n")).toMatch(/Tallet er fra .*rapporten har ikke/);
  });

  it("that was corrected later is still the report's, with one line on the correction", () => {
    const answer = answerTo("How many logins did Helsenorge have in 2021?");
    expect(answer.details.filter((line) => line.startsWith("Since revised to about 90.9"))).toHaveLength(1);
    expect(answer.figures.find(({ value }) => value === 90_900_000)?.role).toBe("context");
  });

  it("of a year is the stock at its end, and the answer says at which date", () => {
    const answer = answerTo("hvor mange har reservert seg mot kjernejournal i 2021");
    expect(answersOf(answer)).toEqual(["kjernejournal-reserved 2021-12-31 8200"]);
    expect(answer.headline).toContain("31. desember 2021");
  });

  it("is never made up for a year that no document has", () => {
    for (const question of ["Hvor mange besøk hadde Helsenorge i 2031?", "How many visits did Helsenorge have in 1999?"]) {
      const answer = answerTo(question);
      expect(answer).toMatchObject({ intent: "none", answered: false });
      expect(answersOf(answer)).toEqual([]);
    }
  });

  it("for the whole country does not answer for a place", () => {
    const answer = answerTo("Hvor mange besøk hadde Helsenorge i Bergen i 2021?");
    expect(answer.answered).toBe(false);
    expect(answersOf(answer)).toEqual([]);
    expect(answer.headline).toContain("hele Norge");
  });

  it("gives each of several years", () => {
    expect(answersOf(answerTo("How many logins to Helsenorge in 2020 and 2021?"))).toEqual([
      "helsenorge-logins 2020 43000000",
      "helsenorge-logins 2021 77500000",
    ]);
  });

  it("of an event is its date", () => {
    const answer = answerTo("Når ble helsedata.no lansert?");
    expect(answersOf(answer)).toEqual(["helsedata-no-launch 2019-12 2019"]);
    expect(answer.headline).toContain("desember 2019");
  });

  it("keeps the digits of Fig. 4.1 and does not repeat its wrong unit word", () => {
    expect(whole("fastlegekonsultasjoner i 2020").split("\n")[0]).toMatch(/^15 541 819 (?!millioner)/);
  });
});

describe("a conversation", () => {
  it("goes on about the same subject, the same year, or in another language", () => {
    const answers = converse("Kor mange innloggingar hadde Helsenorge i 2021?", "og året før?", "og besøk?", "in English please");
    expect(answers.map(answersOf)).toEqual([
      ["helsenorge-logins 2021 77500000"],
      ["helsenorge-logins 2020 43000000"],
      ["helsenorge-visits 2020 72000000"],
      ["helsenorge-visits 2020 72000000"],
    ]);
    expect(answers.map(({ language }) => language)).toEqual(["nn", "nn", "nn", "en"]);
  });

  it("is not disturbed by small talk", () => {
    const answers = converse("How many logins to Helsenorge in 2021?", "thanks!", "and in 2020?");
    expect(answers[1]?.answered).toBe(false);
    expect(answersOf(answers[2] ?? answerTo(""))).toEqual(["helsenorge-logins 2020 43000000"]);
  });

  it("lets one of the offered choices be picked", () => {
    const [first, second] = converse("How many e-prescriptions in 2021?", "the second one");
    expect(first).toMatchObject({ intent: "clarify", answered: false });
    expect(second && answersOf(second)).toEqual([`${first?.choices[1]?.question.subjects[0]} 2021 50000000`]);
  });
});
