import { describe, expect, it } from "vitest";
import { EMPTY_CONTEXT } from "../../src/understanding/context.ts";
import { ask, NOW as now } from "./bot.ts";

/** The figures that answer a message, as "indicator period". */
function figuresFor(text: string, context = EMPTY_CONTEXT): string[] {
  const { answer } = ask({ text, now }, context);
  return answer.figures.filter(({ role }) => role === "answer").map(({ indicator, period }) => `${indicator} ${period}`);
}

describe("what is said beside the question", () => {
  it.each([
    "Our editor insists on it: how many logins to Helsenorge in 2021?",
    "As a rep of a cancer patients' association I would like to know the logins to Helsenorge in 2021",
    "Me som sit i formannskapet treng talet: kor mange innloggingar på Helsenorge i 2021?",
    "PASIENTFORENINGEN SPØR: HVOR MANGE INNLOGGINGER PÅ HELSENORGE I 2021?",
    "helsesøster her, hvor mange innlogginger på Helsenorge i 2021",
    "Skriv ut hvor mange innlogginger Helsenorge hadde i 2021",
    "nå har jeg lett i hele rapporten, hvor mange innlogginger på Helsenorge i 2021",
    "need it in ten minutes: Helsenorge logins 2021",
  ])("%s", (text) => {
    expect(figuresFor(text)).toEqual(["helsenorge-logins 2021"]);
  });

  it.each([
    "Kor mange innloggingar på Helsenorge i Bergen i 2021?",
    "In Nordland we need the number of logins to Helsenorge in 2021",
    "how many logins to Helsenorge did cancer patients have in 2021",
    "hvor mange innlogginger på Helsenorge fra menn i 2021",
  ])("does not drop what narrows the figure: %s", (text) => {
    expect(figuresFor(text)).toEqual([]);
  });
});

describe("IT is ICT, it is not", () => {
  it("reads the capitals of an abbreviation", () => {
    expect(figuresFor("what did the hospitals spend on IT in 2020?")).toEqual(["ict-specialist 2020"]);
  });
  it("leaves a message in capitals alone", () => {
    expect(figuresFor("WHAT DID IT COST THE HOSPITALS TO BE IN OSLO IN 2020")).toEqual([]);
  });
});

describe("corrections", () => {
  const { context } = ask({ text: "helsenorge visits in 2020", now }, EMPTY_CONTEXT);
  it.each(["sorry I meant logins, not visits", "nei, jeg mente innlogginger", "I meant logins, sorry"])("%s", (text) => {
    expect(figuresFor(text, context)).toEqual(["helsenorge-logins 2020"]);
  });
});

describe("a second question joined by and", () => {
  it("is answered in the light of the first", () => {
    expect(figuresFor("Kor mykje pengar gjekk til helse i alt i 2020 og kva vart det per hovud?")).toEqual([
      "health-spending 2020",
      "health-spending-per-capita 2020",
    ]);
  });
});
