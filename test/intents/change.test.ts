import { describe, expect, it } from "vitest";
import { answerTo } from "../understanding/bot.ts";

const plain = (lines: readonly string[]) => lines.join("\n").replace(/[\u00a0\u202f]/g, " ");
const change = (text: string) => {
  const answer = answerTo(text);
  const growth = answer.figures.filter(({ measure }) => measure === "change" || measure === "multiple");
  return {
    answer,
    text: plain([answer.headline, ...answer.details]),
    printed: growth.filter(({ computed }) => !computed),
    computed: growth.filter(({ computed }) => computed),
  };
};

describe("a change", () => {
  it("gives both levels and the printed growth first, with the arithmetic that does not add up beside it", () => {
    const { answer, text, printed, computed } = change("Hvor mye økte besøk på Helsenorge fra 2020 til 2021?");
    const levels = answer.figures.filter(({ measure, role }) => measure === "level" && role === "answer");
    expect(levels.map(({ value }) => value)).toEqual([72_000_000, 140_000_000]);
    expect(printed.every(({ role }) => role === "answer")).toBe(true);
    expect(printed.length).toBeGreaterThan(0);
    // (140 - 72) / 72 = 94.4 %, while the report prints 85 %.
    expect(computed).toMatchObject([{ value: 94.4, role: "context", since: "2020", period: "2021" }]);
    expect(text).toContain("85 %");
    expect(text).toContain("94,4 %");
  });

  it("is computed, and marked so, where no source prints one", () => {
    const { answer, computed, printed, text } = change("Hvor mye økte medisinske meldinger fra 2020 til 2021?");
    expect(answer.answered).toBe(true);
    expect(printed).toEqual([]);
    // (284 - 197) / 197 = 44.2 %
    expect(computed).toMatchObject([{ indicator: "medical-messages", value: 44.2, unit: "percent", computed: true, role: "answer" }]);
    expect(text).toContain("beregnet");
  });

  it("of a percentage is in percentage points", () => {
    const { computed } = change("How much did the share of e-consultations change from 2019 to 2021?");
    // 27 - 3
    expect(computed).toMatchObject([{ indicator: "e-consultation-share-year", value: 24, unit: "percentage points" }]);
  });

  it("is negative when the figure fell", () => {
    const { computed, text } = change("How much did hospital bed days change from 2019 to 2020?");
    // (4796382 - 5378934) / 5378934 = -10.8 %
    expect(computed).toMatchObject([{ indicator: "bed-days", value: -10.8 }]);
    expect(text).toContain("−10.8%");
  });

  it("is not told from one figure", () => {
    const { answer, printed, computed } = change("Hvor mye har totale helseutgifter endret seg siden 1950?");
    expect([...printed, ...computed].filter(({ since }) => since === "1950")).toEqual([]);
    expect(answer.figures.some(({ period }) => period === "1950")).toBe(false);
  });
});
