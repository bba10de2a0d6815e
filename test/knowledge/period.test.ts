import { describe, expect, it } from "vitest";
import { endOf, grainOf, isInside, PERIOD_PATTERN, startYearOf, timeOf, yearOf } from "../../src/knowledge/period.ts";

describe("the notation of periods", () => {
  it.each([
    ["2021", "year"],
    ["2021-H1", "half"],
    ["2021-Q4", "quarter"],
    ["2021-12", "month"],
    ["2021-12-31", "date"],
    ["2019-12/2021-12", "span"],
    ["2019/..", "open"],
    ["../2020", "open"],
  ])("%s is a %s", (period, grain) => {
    expect(period).toMatch(PERIOD_PATTERN);
    expect(grainOf(period)).toBe(grain);
  });

  it.each(["", "21", "2021-13", "2021-Q5", "2021-H3", "2021-12-32", "2021-1", "../..", "2021/", "December 2021", "2021/2022/2023"])(
    "%j is none",
    (text) => {
      expect(text).not.toMatch(PERIOD_PATTERN);
    },
  );
});

describe("order and containment", () => {
  it("orders periods by when they end", () => {
    const periods = ["2022", "2021-Q1", "2021", "2021-H1", "2020-12-31", "2021-06-30"];
    expect(periods.sort((a, b) => timeOf(a) - timeOf(b) || a.localeCompare(b))).toEqual([
      "2020-12-31",
      "2021-Q1",
      "2021-06-30",
      "2021-H1",
      "2021",
      "2022",
    ]);
  });

  it.each([
    ["2021-12", "2021", true],
    ["2021-12-31", "2021", true],
    ["2021-12-31", "2021-Q4", true],
    ["2021-12", "2021-Q4", true],
    ["2021-06", "2021-H1", true],
    ["2021-12-31", "2021-12", true],
    ["2021", "2021-12", false],
    ["2021-Q4", "2021-12", false],
    ["2021-07", "2021-H1", false],
    ["2020-12", "2021", false],
    ["2021", "2021", false],
    ["2019-12/2021-12", "2021", false],
  ])("whether %s lies inside %s: %s", (inner, outer, expected) => {
    expect(isInside(inner, outer)).toBe(expected);
  });

  it("knows both years of spans and open periods", () => {
    expect([startYearOf("2019-12/2021-12"), yearOf("2019-12/2021-12"), endOf("2019-12/2021-12")]).toEqual([2019, 2021, "2021-12"]);
    expect([startYearOf("2019/.."), yearOf("2019/..")]).toEqual([2019, 2019]);
    expect([startYearOf("../2020"), yearOf("../2020")]).toEqual([2020, 2020]);
  });
});
