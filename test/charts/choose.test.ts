import { describe, expect, it } from "vitest";
import { type Picture, pictureOf, pictureOfIndicator } from "../../src/charts/index.ts";
import type { Line } from "../../src/charts/picture.ts";
import { answerTo } from "../understanding/bot.ts";
import { ask, draw, knowledge } from "./every.ts";

function lineIn(picture: Picture): Line {
  if (picture.kind !== "course" && picture.kind !== "slope") throw new Error(`a ${picture.kind} has no single line`);
  return picture.line;
}

function linesIn(picture: Picture): readonly Line[] {
  if (picture.kind !== "comparison" || picture.form === "bars") throw new Error("no lines");
  return picture.lines;
}

const periods = (line: Line) => line.points.map(({ period }) => period);
const askedIn = (line: Line) => line.points.filter(({ asked }) => asked).map(({ period }) => period);

describe("a course", () => {
  it("shows all periods with the asked one marked", () => {
    const picture = draw("value", ["helsenorge-logins"], ["2021"]);
    const line = lineIn(picture);
    expect(picture).toMatchObject({ kind: "course", title: "Logins to Helsenorge", language: "en" });
    expect(line).toMatchObject({ unit: "logins" });
    expect(periods(line)).toEqual(["2017", "2018", "2020", "2021"]);
    expect(askedIn(line)).toEqual(["2021"]);
  });

  it("leaves a gap where years have no figure", () => {
    expect(lineIn(draw("value", ["helsenorge-logins"])).joins).toEqual(["line", "gap", "line"]);
  });

  it("keeps a later revision beside the report's own value", () => {
    const line = lineIn(draw("value", ["helsenorge-logins"], ["2021"]));
    expect(line.points.at(-1)?.value).toBe(77_500_000);
    expect(line.revisions.map(({ period, value }) => [period, value])).toEqual([["2021", 90_900_000]]);
    expect(line.revisions[0]?.source.document).not.toBe(line.points.at(-1)?.source.document);
  });

  it("breaks where earlier figures may not be compared", () => {
    const line = lineIn(draw("value", ["specialist-man-years"], ["2020"]));
    expect(line.joins).toEqual(["break", "line", "line", "line", "line", "line", "line"]);
  });

  it("counts first halves as yearly: the second halves are no gap", () => {
    expect(new Set(lineIn(draw("value", ["gp-consultations-halfyear"])).joins)).toEqual(new Set(["line"]));
  });

  it("is dots where no line may be drawn", () => {
    expect(new Set(lineIn(draw("value", ["e-consultation-share-year"])).joins)).toEqual(new Set(["none"]));
  });

  it("marks both ends of a change", () => {
    expect(askedIn(lineIn(draw("change", ["helsenorge-visits"], ["2019/2021"])))).toEqual(["2019", "2021"]);
  });

  it("shows only the asked stretch of a series", () => {
    expect(periods(lineIn(draw("series", ["bed-days"], ["2018/2021"])))).toEqual(["2018", "2019", "2020", "2021"]);
  });

  it("is there for every indicator of which the data let one be drawn", () => {
    const without = [...knowledge.indicators.values()]
      .filter(({ chart }) => chart !== "none")
      .filter((indicator) => pictureOfIndicator(indicator, knowledge, "nb")?.kind !== "course");
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

describe("a slope", () => {
  it("joins the two observations that there are", () => {
    const picture = draw("value", ["medical-messages"], ["2021"]);
    expect(picture.kind).toBe("slope");
    expect(lineIn(picture).points.map(({ value }) => value)).toEqual([197_000_000, 284_000_000]);
  });

  it("joins the two asked observations of a course that is too loose to be drawn whole", () => {
    expect(periods(lineIn(draw("change", ["hospital-population-share"], ["2019/2020"])))).toEqual(["2019", "2020"]);
  });

  it("joins nothing that may not be compared", () => {
    expect(pictureOf(ask("value", ["kjernejournal-citizens-viewed"], ["2021"]), knowledge)).toBeNull();
  });
});

describe("a comparison", () => {
  it("is two lines where the units are the same, over the time that they share", () => {
    const picture = draw("compare", ["specialist-man-years", "care-man-years"], ["2020"]);
    expect(picture).toMatchObject({ kind: "comparison", form: "lines" });
    const [one, other] = linesIn(picture);
    expect(one && periods(one)).toEqual(["2019", "2020", "2021", "2022", "2023", "2024"]);
    expect(other && periods(other)).toEqual(["2019", "2020", "2022", "2023", "2024"]);
    expect([one, other].map((line) => line && askedIn(line))).toEqual([["2020"], ["2020"]]);
  });

  it("is two plots with scales of their own where the units differ", () => {
    const picture = draw("compare", ["helsenorge-logins", "helsenorge-visits"], ["2021"]);
    expect(picture).toMatchObject({ kind: "comparison", form: "panels" });
    expect(linesIn(picture).map(({ unit }) => unit)).toEqual(["logins", "visits"]);
  });

  it("is bars where there is no course", () => {
    const picture = draw("compare", ["e-prescriptions-issued", "e-prescriptions-dispensed"], ["2021"]);
    expect(picture).toMatchObject({
      kind: "comparison",
      form: "bars",
      heading: "E-prescriptions",
      unit: "prescriptions",
      full: 50_000_000,
    });
  });

  it("is nothing where neither unit nor course is shared", () => {
    expect(pictureOf(ask("compare", ["helsenorge-awareness", "helsedata-registers"]), knowledge)).toBeNull();
  });
});

describe("a ranking", () => {
  it("has the members in the answer's order", () => {
    const picture = draw("ranking", ["family:spending"]);
    expect(picture).toMatchObject({ kind: "ranking", unit: "NOK", full: 134e9 });
    expect(picture.kind === "ranking" && picture.bars.map(({ point }) => point.value)).toEqual([134e9, 115e9, 23e9]);
  });

  it("measures percentages against a hundred", () => {
    expect(draw("ranking", ["family:population-shares"])).toMatchObject({ kind: "ranking", full: 100 });
  });

  it("of years is the course with the highest marked", () => {
    expect(askedIn(lineIn(draw("ranking", ["helsenorge-visits"])))).toEqual(["2021"]);
  });

  it("of stated places has no picture", () => {
    expect(pictureOf(ask("ranking", ["family:helsenorge-services"]), knowledge)).toBeNull();
  });
});

describe("a share", () => {
  it("is a percentage by itself", () => {
    const picture = draw("share", ["helsenorge-awareness"], ["2021"]);
    expect(picture).toMatchObject({ kind: "share", whole: null, share: { label: "97%", computed: false }, part: { value: 97 } });
  });

  it("is a part beside the whole that the data name", () => {
    const picture = draw("share", ["kjernejournal-doctors"], ["2021"]);
    expect(picture).toMatchObject({
      kind: "share",
      part: { value: 22_000 },
      whole: { point: { indicator: "kjernejournal-personnel", value: 30_000 } },
      share: { label: "about 73.3%", computed: true },
    });
  });
});

describe("no picture", () => {
  it.each([
    "How many registers and sources did helsedata.no have in 2021?",
    "When was helsedata.no launched?",
    "hello",
    "How many logins to Helsenorge in 2031?",
    "What is a summary care record?",
    "What can you answer?",
    "Which figures do you have about e-prescriptions?",
    "How many unicorns are there in Norway?",
  ])("where there is nothing to see: %s", (question) => {
    expect(pictureOf(answerTo(question), knowledge)).toBeNull();
  });
});

describe("pictures of answers to people's questions", () => {
  it.each([
    ["How many Helsenorge logins in 2021?", "course"],
    ["Hvor mye økte antall medisinske meldinger fra 2020 til 2021?", "slope"],
    ["Sammenlign innlogginger og besøk på Helsenorge", "comparison"],
    ["Rangering av årsverk i helse- og omsorgssektoren", "ranking"],
    ["Hvor stor andel har kjennskap til Helsenorge?", "share"],
    ["Er det riktig at det var 77,5 millioner innlogginger i 2021?", "course"],
    ["Hvor mange innlogginger og hvor mange besøk var det i 2021?", "comparison"],
  ])("%s: %s", (question, kind) => {
    expect(pictureOf(answerTo(question), knowledge)?.kind).toBe(kind);
  });

  it("speak the language that is asked for", () => {
    const answer = ask("value", ["helsenorge-logins"], ["2021"], "en");
    expect(pictureOf(answer, knowledge, "nn")).toMatchObject({ language: "nn", title: "Innloggingar på Helsenorge" });
  });
});
