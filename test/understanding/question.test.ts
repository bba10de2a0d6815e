import { describe, expect, it } from "vitest";
import { canonicalOf, LONGEST_CANONICAL, parseCanonical, type Question } from "../../src/understanding/question.ts";
import { isSubject, tools } from "./bot.ts";

const roundTrip = (question: Question) => parseCanonical(canonicalOf(question), isSubject);

describe("the canonical form of a question", () => {
  it("is short and says intent, subject, period and language", () => {
    const question: Question = { intent: "value", subjects: ["helsenorge-logins"], periods: ["2021"], language: "en" };
    expect(canonicalOf(question)).toBe("value/helsenorge-logins/2021/en");
  });

  it.each<Question>([
    { intent: "value", subjects: ["helsenorge-logins"], periods: ["2021"], language: "en" },
    { intent: "change", subjects: ["helsenorge-visits"], periods: ["2020/2021"], language: "nb" },
    { intent: "series", subjects: ["medical-messages"], periods: ["2019/.."], language: "nn" },
    { intent: "series", subjects: ["medical-messages"], periods: ["../2020"], language: "nn" },
    { intent: "value", subjects: ["helsedata-applications-cumulative"], periods: ["2019-12/2021-12"], language: "en" },
    { intent: "compare", subjects: ["gp-man-years", "care-man-years"], periods: ["2019", "2020"], language: "nb" },
    { intent: "value", subjects: ["kjernejournal-reserved"], periods: ["2021-12-31"], language: "nb", shade: "end" },
    { intent: "ranking", subjects: ["family:full-time-equivalents"], periods: ["2020"], language: "nb", shade: "highest" },
    { intent: "help", subjects: [], periods: [], language: "nn" },
  ])("comes back as the same question: $intent $subjects $periods", (question) => {
    expect(roundTrip(question)).toEqual({ shade: undefined, ...question });
  });

  it("exists for every subject that can be asked about", () => {
    const { indicators, trends, terms, events } = tools.knowledge;
    const keys = [
      ...indicators.keys(),
      ...[...events.keys()].map((key) => `event:${key}`),
      ...[...trends.keys()].map((key) => `trend:${key}`),
      ...[...terms.keys()].map((key) => `term:${key}`),
    ];
    expect(keys.length).toBeGreaterThan(122);
    for (const key of keys) {
      const question: Question = { intent: "value", subjects: [key], periods: ["2019-12/2021-12"], language: "nb" };
      expect(roundTrip(question)?.subjects, key).toEqual([key]);
    }
  });

  it("stays within its longest length for four long indicators and four spans", () => {
    const subjects = [...tools.knowledge.indicators.keys()].sort((a, b) => b.length - a.length).slice(0, 4);
    const periods = Array.from({ length: 4 }, () => "2019-12/2021-12");
    const text = canonicalOf({ intent: "clarify", subjects, periods, language: "nb", shade: "definition" });
    expect(text.length).toBeLessThanOrEqual(LONGEST_CANONICAL);
    expect(parseCanonical(text, isSubject)).toBeDefined();
  });

  it("does not carry what a message claimed or what was missing", () => {
    const text = canonicalOf({
      intent: "check",
      subjects: ["helsenorge-logins"],
      periods: ["2021"],
      language: "nb",
      claim: { value: 123456 },
      missing: { words: ["bergen"], scoped: true, nearest: [], close: false },
    });
    expect(text).toBe("check/helsenorge-logins/2021/nb");
  });
});

describe("a forged form is refused", () => {
  it.each([
    ["nothing", ""],
    ["an unknown intent", "delete/helsenorge-logins/2021/en"],
    ["a property of every object as intent", "constructor/helsenorge-logins/2021/en"],
    ["an unknown subject", "value/no-such-thing/2021/en"],
    ["a property of every object as subject", "value/__proto__/2021/en"],
    ["one unknown subject among known ones", "value/helsenorge-logins+no-such-thing/2021/en"],
    ["an empty subject", "value//2021/en"],
    ["a period that is none", "value/helsenorge-logins/2021-13/en"],
    ["an empty period", "value/helsenorge-logins//en"],
    ["the user's words as period", "value/helsenorge-logins/how many/en"],
    ["an unknown language", "value/helsenorge-logins/2021/de"],
    ["a missing language", "value/helsenorge-logins/2021"],
    ["a part too many", "value/helsenorge-logins/2021/en/more"],
    ["markup as shade", "value.<b>/helsenorge-logins/2021/en"],
    ["an empty shade", "value./helsenorge-logins/2021/en"],
    ["a shade without end", `value.${"a".repeat(21)}/helsenorge-logins/2021/en`],
    ["a form that is too long", `value/${Array.from({ length: 30 }, () => "helsenorge-logins").join("+")}/2021/en`],
  ])("%s", (_what, text) => {
    expect(parseCanonical(text, isSubject)).toBeUndefined();
  });
});
