import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import { replyOf } from "../../src/answers/reply.ts";
import { LONGEST_TEXT, sourcesOf, textOf } from "../../src/answers/text.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { sourceOf, sourceOfSection } from "../../src/knowledge/sources.ts";

const knowledge = loadKnowledge();
const SOURCE = sourceOfSection(knowledge, "E-resept");

function answerWith(more: Partial<Answer>): Answer {
  return {
    intent: "value",
    answered: true,
    language: "nb",
    headline: "Overskrift.",
    details: [],
    figures: [],
    sources: [SOURCE],
    suggestions: [],
    choices: [],
    question: { intent: "value", subjects: [], periods: [], language: "nb" },
    ...more,
  };
}

describe("the reply in words", () => {
  it("begins with the headline and ends with the source's address", () => {
    const lines = textOf(answerWith({ details: ["Detalj."] }), knowledge).split("\n");
    expect(lines[0]).toBe("Overskrift.");
    expect(lines.at(-1)).toBe(SOURCE.url);
    expect(lines.at(-2)).toMatch(/^Kilde: .*IE-1098.*E-resept/);
  });

  it("drops details from the end before it grows too long, never headline or source", () => {
    const text = textOf(answerWith({ details: Array.from({ length: 60 }, (_, index) => `Detalj ${index}: ${"x".repeat(60)}`) }), knowledge);
    expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT);
    expect(text).toContain("Detalj 0:");
    expect(text).not.toContain("Detalj 59:");
    expect(text.startsWith("Overskrift.")).toBe(true);
    expect(text.endsWith(SOURCE.url)).toBe(true);
  });

  it("cuts a headline that is too long to well-formed text", () => {
    const text = textOf(answerWith({ headline: "a".concat("😀".repeat(1500)), sources: [] }), knowledge);
    expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT);
    expect(text.isWellFormed()).toBe(true);
  });
});

describe("sources", () => {
  it("stand once, at most six", () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ ...SOURCE, figure: `9.${index}` }));
    expect(sourcesOf(answerWith({ sources: [SOURCE, SOURCE] }))).toEqual([SOURCE]);
    expect(sourcesOf(answerWith({ sources: many }))).toHaveLength(6);
  });

  it("take section, subsection and publisher from the figure", () => {
    const indicator = knowledge.indicators.get("helsenorge-logins");
    const row = indicator?.observations.find(({ document, period }) => document === "IE-1098" && period === "2021");
    if (!indicator || !row) throw new Error("no such observation");
    expect(sourceOf(knowledge, row, indicator)).toMatchObject({
      document: "IE-1098",
      section: "Helsenorge",
      subsection: "Antall innlogginger på Helsenorge – selvbetjeningsløsninger",
      figure: "4.4",
      publisher: "Norsk Helsenett (NHN)",
    });
  });
});

describe("the machine-readable reply", () => {
  it("has one figure for one number, as an answer where it is answer and context", () => {
    const figure = {
      indicator: "helsenorge-logins",
      measure: "level",
      period: "2021",
      since: null,
      value: 1,
      unit: "logins",
      status: "exact",
      computed: false,
      role: "context",
      source: SOURCE,
    } as const;
    const reply = replyOf(answerWith({ figures: [figure, { ...figure, role: "answer" }] }), knowledge, { question: "q", context: "" });
    expect(reply.figures.map(({ role }) => role)).toEqual(["answer"]);
  });

  it("gives the question back as well-formed text", () => {
    expect(replyOf(answerWith({}), knowledge, { question: "logins \ud83d", context: "" }).question.isWellFormed()).toBe(true);
  });
});
