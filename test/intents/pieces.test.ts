import { describe, expect, it } from "vitest";
import { EMPTY_CONTEXT } from "../../src/understanding/context.ts";
import { ask, NOW as now } from "../understanding/bot.ts";

/** The figures that answer a message, as "indicator period", sorted. */
function figuresFor(text: string): string[] {
  const { answer } = ask({ text, now }, EMPTY_CONTEXT);
  return answer.figures
    .filter(({ role }) => role === "answer")
    .map(({ indicator, period }) => `${indicator} ${period}`)
    .sort();
}

describe("several figures in one sentence", () => {
  it.each([
    [
      "need two numbers, both end of 2021: opted out of kjernejournal, and people who blocked access",
      ["kjernejournal-blocked 2021-12-31", "kjernejournal-reserved 2021-12-31"],
    ],
    ["a) årsverk for fastleger 2020 b) liggedøgn 2019", ["bed-days 2019", "gp-man-years 2020"]],
    [
      "two figures, both 2020: GP full-time equivalents and municipal care full-time equivalents",
      ["care-man-years 2020", "gp-man-years 2020"],
    ],
    [
      "Compare physical and e-consultations per 100 inhabitants in 2021.",
      ["e-consultations-per-100 2021", "physical-consultations-per-100 2021"],
    ],
    [
      "fysiske konsultasjoner og e-konsultasjoner per 100 innbyggere 2021",
      ["e-consultations-per-100 2021", "physical-consultations-per-100 2021"],
    ],
    ["Liggedøgn 2020 & henvisninger 2019", ["bed-days 2020", "referrals 2019"]],
  ])("%s", (text, figures) => {
    expect(figuresFor(text)).toEqual(figures);
  });

  it.each([
    "a) innlogginger i Oslo 2021 b) besøk i Bergen 2021",
    "doctors, nurses and pharmacists with lookups in kjernejournal 2023",
    "logins in 2021: a) men b) women",
    "lab reports and radiology reports 2021",
    "IKT-utgifter og lønnsutgifter i sykehusene 2020",
    "besøk og unike brukere på Helsenorge 2021",
  ])("states nothing where one piece is not covered: %s", (text) => {
    expect(figuresFor(text)).toEqual([]);
  });
});
