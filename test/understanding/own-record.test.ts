import { describe, expect, it } from "vitest";
import { answersOf, answerTo } from "./bot.ts";

describe("whose record it is", () => {
  it.each([
    "hvor mange slo opp i kjernejournalen sin i 2021",
    "hvormange slo op i kjernejurnalen sin i 2021",
    "kor mange slo opp i sin eigen kjernejournal i 2021",
    "how many looked up their own summary care record in 2021",
    "how many inhabitants used kjernejournal in 2021",
  ])("is told by its owner: %s", (text) => {
    expect(answersOf(answerTo(text))).toEqual(["kjernejournal-citizens-viewed 2021 3850000"]);
  });

  it("is the doctors' to look into where they are named", () => {
    const figures = answersOf(answerTo("hvor mange leger hadde slått opp i kjernejournal i jobben sin i 2021"));
    expect(figures.filter((figure) => !figure.startsWith("kjernejournal-doctors"))).toEqual([]);
  });

  it("counts lookups only where they are asked by the week", () => {
    expect(answersOf(answerTo("how many looked something up in kjernejournal per week in 2021"))).toEqual([
      "kjernejournal-lookups-week 2021 38000",
    ]);
    const open = answerTo("hvor mange slo opp i kjernejournal i 2021");
    expect(open.intent).toBe("clarify");
    expect(open.question?.subjects).toEqual(["kjernejournal-citizens-viewed", "kjernejournal-personnel"]);
  });

  it("is left alone by who refrained", () => {
    expect(answersOf(answerTo("hvor mange lot være å åpne kjernejournalen sin"))).toEqual([]);
  });
});
