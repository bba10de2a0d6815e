import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/knowledge/languages.ts";
import { parseCanonical } from "../../src/understanding/question.ts";
import { answerQuestion, answersOf, answerTo, isSubject, tools } from "../understanding/bot.ts";

describe("comparing and ranking", () => {
  it("ranks what may be compared, highest first", () => {
    expect(answersOf(answerTo("Hvem har flest årsverk i 2020?"))).toEqual([
      "care-man-years 2020 146059",
      "specialist-man-years 2020 128407",
      "gp-man-years 2020 5133",
    ]);
  });

  it("gives both sides of a comparison", () => {
    const answer = answerTo("Compare full-time equivalents in general practice and specialist care in 2020");
    expect(answersOf(answer).sort()).toEqual(["gp-man-years 2020 5133", "specialist-man-years 2020 128407"]);
  });
});

describe("shares", () => {
  it("are not made of a whole that no source names", () => {
    const answer = answerTo("Hvor stor andel av helseutgiftene går til spesialisthelsetjenesten?");
    expect(answer.answered).toBe(false);
    expect(answer.figures.filter(({ measure }) => measure === "share")).toEqual([]);
    // 134 / 386 = 34.7 %
    expect([answer.headline, ...answer.details].join(" ")).not.toMatch(/34[.,]7/);
  });

  it("that a source prints are given as printed", () => {
    expect(answersOf(answerTo("Hvor stor andel av e-helsebudsjettene brukes in-house?"))).toEqual([
      "public-ehealth-share-in-house 2019 70",
    ]);
  });
});

describe("several questions in one message", () => {
  it("are each answered", () => {
    const answer = answerTo("Hvor mange besøk hadde Helsenorge i 2021? Og hvor mange innlogginger?");
    expect(answer).toMatchObject({ intent: "several", answered: true });
    expect(answersOf(answer)).toEqual(["helsenorge-visits 2021 140000000", "helsenorge-logins 2021 77500000"]);
  });
});

describe("what is no question for figures", () => {
  it.each(["jeg har vondt i brystet", "eg har vondt i brystet", "I have chest pain"])("sends an emergency to 113: %s", (text) => {
    const answer = answerTo(text);
    expect(answer).toMatchObject({ intent: "emergency", answered: false, figures: [] });
    expect(answer.headline).toContain("113");
  });

  it.each([
    ["hei", "smalltalk"],
    ["hva kan du?", "help"],
    ["what is the capital of France?", "none"],
    ["", "none"],
  ])("%j gets %s and no figure", (text, intent) => {
    expect(answerTo(text)).toMatchObject({ intent, answered: false, figures: [] });
  });

  it("tells no reason that the report does not give", () => {
    expect(answerTo("Why did medical messages increase?")).toMatchObject({ intent: "why", answered: true });
    const without = [...tools.knowledge.indicators.values()].find(({ why }) => why === undefined);
    const question = parseCanonical(`why/${without?.id}/-/en`, isSubject);
    expect(question && answerQuestion(question).answered).toBe(false);
  });
});

describe("every indicator by its canonical question", () => {
  const keys = [...tools.knowledge.indicators.keys()];

  it.each(keys)("%s is answered in three languages, the same figures with a source", (key) => {
    const answers = LANGUAGES.map((language) => answerQuestion({ intent: "value", subjects: [key], periods: [], language }));
    for (const answer of answers) {
      expect(answer.answered).toBe(true);
      expect(answersOf(answer).length).toBeGreaterThan(0);
      expect(answer.figures.every(({ source }) => tools.knowledge.documents.has(source.document))).toBe(true);
      expect([answer.headline, ...answer.details].join(" ")).not.toMatch(/[{}]|undefined|NaN|null/);
    }
    expect(answersOf(answers[1] as (typeof answers)[number])).toEqual(answersOf(answers[0] as (typeof answers)[number]));
    expect(answersOf(answers[2] as (typeof answers)[number])).toEqual(answersOf(answers[0] as (typeof answers)[number]));
  });

  it("says that it has no figure with no answer among its figures", () => {
    for (const key of keys) {
      const answer = answerQuestion({ intent: "value", subjects: [key], periods: ["1951"], language: "nb" });
      expect(answer.answered, key).toBe(false);
      expect(answersOf(answer), key).toEqual([]);
    }
  });
});
