import { describe, expect, it } from "vitest";
import { readPeriods } from "../../src/language/periods.ts";
import { cleanText, tokenize } from "../../src/language/text.ts";

const NOW = new Date("2022-06-01T09:00:00Z");

/** What a message says about time, without token positions. */
function periodsIn(text: string, now = NOW): object[] {
  const words = tokenize(cleanText(text)).map(({ lower }) => lower);
  return readPeriods(words, now).map(({ from: _from, to: _to, ...mention }) => mention);
}
const point = (period: string) => ({ kind: "point", period });
const range = (start: string | null, end: string | null) => ({ kind: "range", start, end });

describe("a step from the time spoken of", () => {
  const step = (unit: string, by: number) => ({ kind: "step", unit, by });
  it.each([
    ["og kvartalet før?", step("quarter", -1)],
    ["and the quarter before?", step("quarter", -1)],
    ["kva med førre månad", step("month", -1)],
    ["the next quarter", step("quarter", 1)],
    ["halvåret etter", step("half", 1)],
    ["and the second?", { kind: "ordinal", value: 2 }],
    ["samme kvartal året før", { kind: "before", samePart: true }],
  ])("%s", (text, mention) => {
    expect(periodsIn(text)).toEqual([mention]);
  });

  it("is none beside another time or a thing of its own", () => {
    expect(periodsIn("kvartalet før pandemien")).not.toContainEqual(step("quarter", -1));
    expect(periodsIn("second hospital")).toEqual([]);
  });
});

describe("one period", () => {
  it.each([
    ["besøk i 2021", "2021"],
    ["visits in 2021", "2021"],
    ["desember 2021", "2021-12"],
    ["i desember i 2021", "2021-12"],
    ["December of 2021", "2021-12"],
    ["Dec. 2021", "2021-12"],
    ["mars 2020", "2020-03"],
    ["in march 2020", "2020-03"],
    ["fjerde kvartal 2021", "2021-Q4"],
    ["4. kvartal 2021", "2021-Q4"],
    ["4. kvartal i 2021", "2021-Q4"],
    ["Q4 2021", "2021-Q4"],
    ["2021 Q4", "2021-Q4"],
    ["the fourth quarter of 2021", "2021-Q4"],
    ["første halvår 2021", "2021-H1"],
    ["1. halvår 2021", "2021-H1"],
    ["fyrste halvår i 2021", "2021-H1"],
    ["H2 2020", "2020-H2"],
    ["the second half of 2020", "2020-H2"],
    ["31. desember 2021", "2021-12-31"],
    ["per 31.12.2021", "2021-12-31"],
    ["2021-12-31", "2021-12-31"],
    ["31 December 2021", "2021-12-31"],
    ["December 31, 2021", "2021-12-31"],
    ["1. januar 2021", "2021-01-01"],
    ["året før 2021", "2020"],
    ["the year before 2021", "2020"],
  ])("%s is %s", (text, period) => {
    expect(periodsIn(text)).toEqual([point(period)]);
  });

  it.each(["i slutten av 2021", "ved utgangen av 2021", "at the end of 2021", "end of 2021", "by the end of 2021"])(
    "%s is the end of the year",
    (text) => {
      expect(periodsIn(text)).toEqual([{ kind: "point", period: "2021", edge: "end" }]);
    },
  );

  it("keeps several years in the order in which they are said", () => {
    expect(periodsIn("i 2021 og 2020")).toEqual([point("2021"), point("2020")]);
    expect(periodsIn("in 2020 and 2021")).toEqual([point("2020"), point("2021")]);
  });

  it("gives a month without a year the only year of the message", () => {
    expect(periodsIn("i 2021, hvor mange var det i desember?")).toEqual([point("2021-12")]);
  });
});

describe("ranges", () => {
  it.each([
    ["fra 2019 til 2021", "2019", "2021"],
    ["frå 2019 til 2021", "2019", "2021"],
    ["from 2019 to 2021", "2019", "2021"],
    ["mellom 2019 og 2021", "2019", "2021"],
    ["between 2019 and 2021", "2019", "2021"],
    ["2019–2021", "2019", "2021"],
    ["2019-2021", "2019", "2021"],
    ["2019-21", "2019", "2021"],
    ["2020 til 2021", "2020", "2021"],
    ["from January 2020 to March 2021", "2020-01", "2021-03"],
    ["siden 2019", "2019", null],
    ["sidan 2019", "2019", null],
    ["since 2019", "2019", null],
    ["fram til 2020", null, "2020"],
    ["until 2020", null, "2020"],
  ])("%s runs from %s to %s", (text, start, end) => {
    expect(periodsIn(text)).toEqual([range(start, end)]);
  });

  it.each([
    ["de siste fem årene", 5],
    ["dei siste 3 åra", 3],
    ["the last five years", 5],
    ["the past 2 years", 2],
  ])("%s counts %i years", (text, count) => {
    expect(periodsIn(text)).toEqual([{ kind: "lastYears", count }]);
  });
});

describe("time that depends on the clock or the conversation", () => {
  it.each([
    ["i fjor", "2021"],
    ["last year", "2021"],
    ["i år", "2022"],
    ["this year", "2022"],
    ["neste år", "2023"],
    ["next year", "2023"],
  ])("%s in June 2022 is %s, marked as read by the calendar", (text, period) => {
    expect(periodsIn(text)).toEqual([{ kind: "point", period, calendar: true }]);
  });

  it("moves last year with the clock", () => {
    expect(periodsIn("last year", new Date("2026-11-23T09:00:00Z"))).toEqual([{ kind: "point", period: "2025", calendar: true }]);
  });

  it.each([
    ["og året før?", "before"],
    ["and the year before?", "before"],
    ["og året etter?", "after"],
    ["and the following year?", "after"],
    ["nyeste tall", "latest"],
    ["nyaste tal", "latest"],
    ["the most recent figures", "latest"],
  ])("%s is left to the conversation as %s", (text, kind) => {
    expect(periodsIn(text)).toEqual([{ kind }]);
  });
});

describe("what is no time", () => {
  it.each(["8200 personer", "18 700 innbyggere", "140 millioner besøk", "you may ask", "figur 4.10"])("%s", (text) => {
    expect(periodsIn(text)).toEqual([]);
  });
});

describe("times in people's own words", () => {
  it.each([
    ["fra 19 til 20", [range("2019", "2020")]],
    ["from 20 to 21?", [range("2020", "2021")]],
    ["fra 20 til 30 prosent", []],
    ["fra 10 til 20 millioner", []],
    ["in the first pandemic year", [point("2020")]],
    ["det første pandemiåret", [point("2020")]],
    ["ved årsskiftet 2021/2022", [{ ...point("2021"), edge: "end" }]],
    ["two years later", [{ kind: "after", years: 2 }]],
    ["to år tidligere", [{ kind: "before", years: 2 }]],
    ["final quarter of 2021", [point("2021-Q4")]],
  ])("%s", (text, expected) => {
    expect(periodsIn(text)).toEqual(expected);
  });
});
