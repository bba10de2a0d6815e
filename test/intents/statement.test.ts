/** Open questions: what the report says in words answers them, in the language of the question, with its section and no figure. */
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/knowledge/languages.ts";
import { canonicalOf, parseCanonical } from "../../src/understanding/question.ts";
import { answerQuestion, answerTo, isSubject, tools } from "../understanding/bot.ts";

describe("an open question", () => {
  it.each([
    ["kvifor vart arbeidet med Helseanalyseplattforma sett på pause?", "why", "nn", "analysis-platform-on-hold"],
    ["why was document sharing used more in Oslo than in Bodø?", "why", "en", "document-sharing-why-usage-differs"],
    ["Hvorfor stopper så mange e-helseprosjekter etter piloten?", "why", "nb", "pilots-stall"],
    ["hvordan kommer løsepengevirus seg vanligvis inn?", "trend", "nb", "coveware-ransomware-usa"],
    ["has Norway got a reimbursement scheme for health apps yet?", "trend", "en", "norway-no-app-reimbursement-yet"],
    ["Kva slags plager høver best for e-konsultasjon?", "trend", "nn", "gp-econsultations-suited-topics"],
  ])("%s", (text, intent, language, statement) => {
    const answer = answerTo(text);
    expect(answer).toMatchObject({ intent, answered: true, language });
    expect(answer.question.subjects[0]).toBe(`statement:${statement}`);
    expect(answer.figures.filter(({ role }) => role === "answer")).toEqual([]);
    expect(answer.sources[0]?.document).toBe("IE-1098");
    expect(answer.sources[0]?.section).not.toBeNull();
  });

  it("who is behind a term is told by what it is", () => {
    expect(answerTo("who is behind Gordisk?")).toMatchObject({ intent: "definition", answered: true, language: "en" });
  });

  it("leads to further questions that are answered", () => {
    for (const { id } of [...tools.knowledge.statements.values()].filter((_, index) => index % 8 === 0)) {
      for (const language of LANGUAGES) {
        const answer = answerQuestion({ intent: "trend", subjects: [`statement:${id}`], periods: [], language });
        for (const next of answer.suggestions) expect(answerTo(next), `${id}: ${next}`).toMatchObject({ answered: true, language });
      }
    }
  });
});

describe("no statement answers", () => {
  it.each([
    ["another matter of the same people", "Kva er tilliten til NAV blant innbyggjarane?"],
    ["an amount", "What did Epic charge for Helseplattformen?"],
    ["a year's figure", "IKT-utgiftene til Helse Nord i 2020, har dere det?"],
    ["a view", "Should Norway reimburse health apps?"],
    ["a request to do something", "Can you translate my cover letter to Norwegian?"],
    ["what is not so", "hvilke sykehus bruker ikke kjernejournal"],
    ["which one is best", "Which political party has the best e-health policy?"],
    ["the weather of a place that is named somewhere", "Hvordan blir været i Bergen i morgen?"],
    ["a reason of something else", "Why do citizens trust access control less than health personnel do?"],
  ])("%s", (_, text) => {
    const { answered, question } = answerTo(text);
    expect([answered, question.subjects.filter((key) => key.startsWith("statement:"))]).toEqual([false, []]);
  });
});

describe("the statements", () => {
  const statements = [...tools.knowledge.statements.values()];

  it("are kept by their key, so that a thread, a link or a button answers them again", () => {
    for (const { id } of statements) {
      const question = { intent: "why" as const, subjects: [`statement:${id}`], periods: [], language: "nn" as const };
      expect(parseCanonical(canonicalOf(question), isSubject)).toMatchObject(question);
      expect(answerQuestion(question).headline).toBe(tools.knowledge.statements.get(id)?.text.nn);
    }
  });

  it("say years and numbers alike in all three languages", () => {
    const numbers = (text: string) => (text.replace(/(\d)[ ,.](?=\d{3})/g, "$1").match(/\d+/g) ?? []).sort();
    for (const { id, text } of statements) {
      expect(numbers(text.nb), id).toEqual(numbers(text.nn));
      expect(numbers(text.nb), id).toEqual(numbers(text.en));
    }
  });

  it("fit into a message: at most 45 words", () => {
    for (const { id, text } of statements) {
      for (const language of LANGUAGES) expect(text[language].split(/\s+/).length, `${id} ${language}`).toBeLessThanOrEqual(45);
    }
  });
});
