import { describe, expect, it } from "vitest";
import { cadenceOf, isOnAxis, middleOf, missingYears, shortPeriod } from "../../src/charts/time.ts";

describe("the time axis", () => {
  it.each([
    ["2021", 2021.5],
    ["2021-H1", 2021.25],
    ["2021-Q1", 2021.125],
    ["2021-Q4", 2021.875],
    ["2021-01", 2021 + 0.5 / 12],
    ["2021-12-31", 2022],
  ])("puts %s at the middle of its time", (period, middle) => {
    expect(middleOf(period)).toBeCloseTo(middle, 10);
  });

  it("has no place for spans", () => {
    expect(["2021", "2021-12-31", "2021-Q2"].every(isOnAxis)).toBe(true);
    expect(["2019/..", "../2020", "2019-12/2021-12"].some(isOnAxis)).toBe(false);
  });

  it("knows how far apart neighbours are", () => {
    expect(cadenceOf(["2019", "2021"])).toBe(1);
    expect(cadenceOf(["2019-Q1", "2019-Q2"])).toBe(0.25);
    expect(cadenceOf(["2019-H1", "2020-H1"])).toBe(1);
    expect(cadenceOf(["2021-12-31", "2022-12-31"])).toBe(1);
    expect(cadenceOf(["2020-02", "2020-04"])).toBeCloseTo(1 / 12);
    expect(cadenceOf(["2018-12-31", "2021"])).toBeUndefined();
    expect(cadenceOf([])).toBeUndefined();
  });

  it("names the missing years", () => {
    expect(missingYears(["2010", "2017", "2019", "2020"])).toEqual(["2011–2016", "2018"]);
    expect(missingYears(["2019-Q1", "2019-Q4"])).toEqual([]);
  });

  it("names periods in few words", () => {
    expect(shortPeriod("2021", "nb")).toBe("2021");
    expect(shortPeriod("2021-Q4", "nb")).toBe("4. kv. 2021");
    expect(shortPeriod("2021-Q4", "en")).toBe("Q4 2021");
    expect(shortPeriod("2021-H1", "nn")).toBe("1. halvår 2021");
    expect(shortPeriod("2021-12-31", "en")).toBe("end of 2021");
    expect(shortPeriod("2021-12", "nn")).toBe("desember 2021");
  });
});
