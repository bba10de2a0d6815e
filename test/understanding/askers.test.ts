import { describe, expect, it } from "vitest";
import { EMPTY_CONTEXT } from "../../src/understanding/context.ts";
import { ask, NOW as now } from "./bot.ts";

/** The figures that answer a message, as "indicator period". */
function figuresFor(text: string): string[] {
  const { answer } = ask({ text, now }, EMPTY_CONTEXT);
  return answer.figures.filter(({ role }) => role === "answer").map(({ indicator, period }) => `${indicator} ${period}`);
}

describe("what askers say of themselves", () => {
  it.each([
    "Bah, I keep losing my notes. Logins to Helsenorge in 2021?",
    "My zorblatt grumfs about it: how many logins to Helsenorge in 2021?",
    "Vi snorkler litt her, hvor mange innlogginger på Helsenorge i 2021?",
    "Ho mor trur ikkje på meg: kor mange innloggingar på Helsenorge i 2021?",
  ])("counts for nothing: %s", (text) => {
    expect(figuresFor(text)).toEqual(["helsenorge-logins 2021"]);
  });

  it.each([
    "how many bed days did we zorble in 2020",
    "hvor mange liggedøgn har vi sløst bort i 2020",
    "hvor mange naboer logget inn på Helsenorge i 2021",
    "how many of my neighbours logged in to Helsenorge in 2021",
    "Hvor mange eldre sier at de stoler på at bare de som trenger det ser i journalen?",
    "How many Helsenorge logins on a Monday in 2021?",
    "hvor mange innlogginger på Helsenorge om natta i 2021",
    "how many bed days were caused by falls in 2020",
    "hvor mange liggedøgn skyldtes hoftebrudd i 2019",
    "how many bed days were used by covid patients in 2020",
    "hvor mange koronapasienter lå på sykehus i 2020",
    "hvor mange fastlegekonsultasjoner gjaldt korona i 2020",
    "hvor mange e-resepter ble hentet i nettapotek i 2021",
  ])("narrows where it is what is counted: %s", (text) => {
    expect(figuresFor(text)).toEqual([]);
  });
});
