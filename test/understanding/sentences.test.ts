import { describe, expect, it } from "vitest";
import { answersOf, answerTo } from "./bot.ts";

/** The figures that answer a message, as "indicator period". */
function figuresFor(text: string): string[] {
  return answersOf(answerTo(text)).map((figure) => figure.split(" ").slice(0, 2).join(" "));
}

describe("what leads up to a question", () => {
  it.each([
    "Legeforeningen roper om krise igjen. Hvor mange innlogginger hadde Helsenorge i 2021?",
    "My father, 84, swears that nothing ever changes. How many Helsenorge logins were there in 2021?",
    "Vi i Pasientombudet blir stadig spurt om slikt: hvor mange innlogginger hadde Helsenorge i 2021?",
    "Hvor mange innlogginger hadde Helsenorge i 2021? Kona mi jobber på poliklinikk og påstår at det har økt",
    "hvor mange innlogginger på helsenorge i 2021? vi diskuterer beredskap på jobb",
  ])("is left out with what it names: %s", (text) => {
    expect(figuresFor(text)).toEqual(["helsenorge-logins 2021"]);
  });

  it.each([
    "Jeg bor i Tromsø. Hvor mange innlogginger på Helsenorge hadde vi her i 2021?",
    "I work with elderly patients. How many Helsenorge logins did they have in 2021?",
    "Hvor mange innlogginger på Helsenorge var det i 2021? Jeg mener bare de eldre.",
    "hvor mange henvisninger ble avvist i 2020, og hvor mange liggedøgn ga de",
  ])("counts where the question points to it: %s", (text) => {
    expect(figuresFor(text)).toEqual([]);
  });

  it("says when, if the question does not", () => {
    expect(figuresFor("I 2020 var det jo pandemi i hele landet. Hvor mange besøk hadde Helsenorge?")).toEqual(["helsenorge-visits 2020"]);
  });
});
