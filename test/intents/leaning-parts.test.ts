/** Questions whose parts lean on each other, on a heading, or on a first sentence: what each of them must state. */
import { describe, expect, it } from "vitest";
import { createBot } from "../questions/bank.ts";

const bot = createBot();

/** The figures that a reply states as its answer, in order, each once. */
function answered(question: string): number[] {
  const { reply } = bot({ question });
  return [...new Set(reply.figures.filter(({ role }) => role === "answer").map(({ value }) => value))];
}

describe("a part that leans on what was said", () => {
  it.each([
    ["Kan du liste tallene for fastlegene i 2020: årsverk, konsultasjoner og milliarder?", [5133, 15541819, 23000000000]],
    ["Jeg skriver om vaksineregisteret SYSVAK. Hvor mange meldinger fikk det i 2020, og hvor mange året etter?", [5000000, 63000000]],
    ["Eg skriv om fastlegar. Kor mange årsverk var det i 2020?", [5133]],
    ["hvor mange pleie- og omsorgsmeldinger sendte fastlegene til kommunene i 2021, og hvor mange gikk motsatt vei?", [3400000, 2200000]],
    ["How many people ought to have critical information registered, and how many had it entered by the end of 2021?", [265000, 84000]],
    ["Which place did the covid certificate reach among the services, and how long did it take?", [3, 6]],
    ["Kva er ein e-resept, og når kom han i bruk?", [2011]],
    ["How many applications came in via helsedata.no till the end of 2021, and when did it open?", [960, 2019]],
    ["how many citizens looked at their own kjernejournal in 2021, and how much up is that on 2020?", [3850000, 26]],
  ])("is answered: %s", (question, expected) => {
    expect(answered(question)).toEqual(expect.arrayContaining(expected));
  });

  it("is not answered by the topic alone", () => {
    expect(answered("E-resepter er tema. Hvor mange leger skrev dem ut til barn?")).toEqual([]);
    expect(answered("Medical messages in 2021. How many dentists were there?")).toEqual([]);
  });
});

describe("two sides", () => {
  it.each([
    ["hva kom først, e-resepten eller muligheten til å bestille reseptmedisin på nett?", [2011, 2016]],
    [
      "Is it true that IT staff in the specialist health service grew faster than health personnel in general from 2017 to 2020?",
      [13.1, 1.6],
    ],
    ["frå lege til kommune eller motsett, kva veg gjekk det flest PLO-meldingar?", [3400000, 2200000]],
    ["e-konsultasjoner første halvår 2022 vs første halvår 2023, antall", [2239879, 1730514]],
    ["Physical GP consultations in the second quarter of 2020 compared with the same quarter in 2019?", [2585637, 3511745]],
    ["Var det flere fysiske enn elektroniske konsultasjoner hos fastlege i 3. kvartal 2021?", [2746855, 928186]],
  ])("are both told: %s", (question, expected) => {
    expect(answered(question)).toEqual(expect.arrayContaining(expected));
  });

  it("of which the meaning is asked for are explained, with no figure", () => {
    const { reply } = bot({ question: "hva er forskjellen på å reservere seg og å sperre i kjernejournal" });
    expect(reply.intent).toBe("definition");
    expect(reply.answered).toBe(true);
    expect(reply.figures.filter(({ role }) => role === "answer")).toEqual([]);
  });
});

describe("a claim of a growth of which no level is told", () => {
  it("is held against the printed growth", () => {
    const { reply } = bot({
      question: "Stemmer det at talet på IKT-tilsette i spesialisthelsetenesta auka med rundt 13 prosent i året frå 2017 til 2020?",
    });
    expect(reply.intent).toBe("check");
    expect(reply.text).toMatch(/^Ja/);
    expect(reply.text).toContain("13,1");
  });

  it("is not judged where it speaks of another span", () => {
    const { reply } = bot({ question: "Is it correct that the number of ICT staff grew 13.1% from 2017 to 2020 in total?" });
    expect(reply.figures.filter(({ role }) => role === "answer")).toEqual([]);
    expect(reply.text).not.toMatch(/^Yes/);
  });
});
