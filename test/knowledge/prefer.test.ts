import { describe, expect, it } from "vitest";
import { answersFor, courseOf, isComparable, latestOf, revisionsOf, type Stated, speaksFor } from "../../src/knowledge/prefer.ts";
import { indicatorOf, knowledge, type Row } from "./small.ts";

const saysFor = (rows: readonly Row[], period: string | null) => speaksFor(knowledge, indicatorOf(rows), period)?.value;
const answers = (rows: readonly Row[], period: string, more = {}) => {
  const found = answersFor(knowledge, indicatorOf(rows, more), period);
  return found && { value: found.row.value, inside: found.inside };
};

describe("which observation speaks for a period", () => {
  it("lets the report speak before any other document", () => {
    const rows = [
      { period: "2021", value: 2, document: "new-official" },
      { period: "2021", value: 1, document: "report" },
      { period: "2021", value: 3, document: "new-press" },
    ];
    expect(saysFor(rows, "2021")).toBe(1);
    expect(saysFor([...rows].reverse(), "2021")).toBe(1);
  });

  it("puts official before press, even when the press is later", () => {
    expect(
      saysFor(
        [
          { period: "2021", value: 3, document: "new-press" },
          { period: "2021", value: 2, document: "old-official" },
        ],
        "2021",
      ),
    ).toBe(2);
  });

  it("puts the document with later figures first among equals", () => {
    expect(
      saysFor(
        [
          { period: "2019", value: 1, document: "old-official" },
          { period: "2019", value: 2, document: "new-official" },
        ],
        "2019",
      ),
    ).toBe(2);
  });

  it("never lets a later correction win over the report", () => {
    const rows: Row[] = [
      { period: "2021", value: 90, document: "new-official", revises: "report" },
      { period: "2021", value: 77, document: "report" },
    ];
    expect(saysFor(rows, "2021")).toBe(77);
    const indicator = indicatorOf(rows);
    const spoken = speaksFor(knowledge, indicator, "2021") as Stated;
    expect(revisionsOf(knowledge, indicator, spoken).map(({ value }) => value)).toEqual([90]);
  });

  it("never answers with an aside, not even the report's own or the only one", () => {
    expect(
      saysFor(
        [
          { period: "2021", value: 70, document: "report", aside: "rounded" },
          { period: "2021", value: 68, document: "new-press" },
        ],
        "2021",
      ),
    ).toBe(68);
    expect(saysFor([{ period: "2021", value: 70, document: "report", aside: "rounded" }], "2021")).toBeUndefined();
  });

  it("says nothing for a period that no document has", () => {
    expect(saysFor([{ period: "2021", value: 1, document: "report" }], "2020")).toBeUndefined();
  });
});

describe("which observation answers when no year is asked", () => {
  it("is the report's latest, though another document is newer", () => {
    const indicator = indicatorOf([
      { period: "2020", value: 1, document: "report" },
      { period: "2021", value: 2, document: "report" },
      { period: "2023", value: 3, document: "new-official" },
    ]);
    expect(latestOf(knowledge, indicator)?.value).toBe(2);
  });

  it("is the latest of another document where the report has none", () => {
    const indicator = indicatorOf([
      { period: "2023", value: 3, document: "new-official" },
      { period: "2019", value: 1, document: "old-official" },
    ]);
    expect(latestOf(knowledge, indicator)?.value).toBe(3);
  });

  it("is the report's undated one rather than another document's dated one", () => {
    const indicator = indicatorOf([
      { period: null, value: 30, document: "report" },
      { period: "2023", value: 3, document: "new-official" },
    ]);
    expect(latestOf(knowledge, indicator)?.value).toBe(30);
  });
});

describe("years and dates", () => {
  it("answers a year by a date inside it, and says that it is one", () => {
    expect(answers([{ period: "2021-12-31", value: 8200, document: "report" }], "2021")).toEqual({ value: 8200, inside: true });
  });

  it("answers a year by its own figure before a date inside it", () => {
    const rows = [
      { period: "2021-12-31", value: 2, document: "report" },
      { period: "2021", value: 1, document: "report" },
    ];
    expect(answers(rows, "2021")).toEqual({ value: 1, inside: false });
  });

  it.each(["2021-12-31", "2021-12", "2021-Q4", "2021-H2"])("never answers %s by the year's figure", (period) => {
    expect(answers([{ period: "2021", value: 1, document: "report" }], period)).toBeUndefined();
  });

  it("never answers a month by its quarter or by another month", () => {
    expect(answers([{ period: "2021-Q4", value: 1, document: "report" }], "2021-12")).toBeUndefined();
    expect(answers([{ period: "2021-11", value: 1, document: "report" }], "2021-12")).toBeUndefined();
  });

  it("never answers a year by another year", () => {
    expect(answers([{ period: "2020-12-31", value: 1, document: "report" }], "2021")).toBeUndefined();
  });

  it("does not take a single month of a monthly context indicator for its year", () => {
    const more = { over: "month", relation: "context", differs: { nb: "d", nn: "d", en: "d" } };
    expect(answers([{ period: "2021-03", value: 1, document: "new-official" }], "2021", more)).toBeUndefined();
  });

  it("gives the end of a year by the stock at its last date", () => {
    const indicator = indicatorOf([
      { period: "2021", value: 1, document: "report" },
      { period: "2021-12-31", value: 2, document: "report" },
    ]);
    expect(answersFor(knowledge, indicator, "2021", "end")?.row.value).toBe(2);
  });
});

describe("courses and what may be subtracted", () => {
  const comparable = (rows: readonly Row[], since: string, period: string) => {
    const indicator = indicatorOf(rows);
    const [earlier, later] = [since, period].map((asked) => speaksFor(knowledge, indicator, asked) as Stated);
    return isComparable(knowledge, indicator, earlier as Stated, later as Stated);
  };

  it("orders a course by time, one observation a period", () => {
    const indicator = indicatorOf([
      { period: "2021", value: 3, document: "report" },
      { period: "2021", value: 9, document: "new-official", revises: "report" },
      { period: "2019", value: 1, document: "old-official" },
      { period: "2020", value: 2, document: "report" },
      { period: null, value: 7, document: "report" },
    ]);
    expect(courseOf(knowledge, indicator).map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  it("allows the step between two figures of one document", () => {
    expect(
      comparable(
        [
          { period: "2020", value: 1, document: "report" },
          { period: "2021", value: 2, document: "report" },
        ],
        "2020",
        "2021",
      ),
    ).toBe(true);
  });

  it("forbids the step over a break, also when it lies between the two", () => {
    const rows: Row[] = [
      { period: "2019", value: 1, document: "report" },
      { period: "2020", value: 2, document: "report", breakBefore: true },
      { period: "2021", value: 3, document: "report" },
    ];
    expect(comparable(rows, "2019", "2020")).toBe(false);
    expect(comparable(rows, "2019", "2021")).toBe(false);
    expect(comparable(rows, "2020", "2021")).toBe(true);
  });

  it("forbids the step to another document when one side has been revised", () => {
    const rows: Row[] = [
      { period: "2020", value: 1, document: "old-official" },
      { period: "2021", value: 2, document: "report" },
      { period: "2021", value: 3, document: "new-official", revises: "report" },
    ];
    expect(comparable(rows, "2020", "2021")).toBe(false);
    expect(comparable(rows.slice(0, 2), "2020", "2021")).toBe(true);
  });
});
