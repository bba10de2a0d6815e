import { describe, expect, it } from "vitest";
import { answersOf, answerTo } from "./bot.ts";

describe("near misses", () => {
  it.each([
    "hvor mange konsultasjoner hadde hver fastlege i 2020",
    "bed days per 1000 inhabitants in 2020",
    "referrals within 14 days 2020",
    "henvisninger som ble sendt elektronisk 2020",
    "hvor mange har frikort",
    "hvor mange nye brukere fikk helsenorge i 2021",
    "besøk på helsedirektoratet.no",
    "kor mange fastlegar manglar det",
    "andel virksomheter i helsesektoren utsatt for datainnbrudd",
    "hvor stor andel av e-reseptene er på nettapotek",
  ])("%s", (text) => {
    expect(answersOf(answerTo(text))).toEqual([]);
  });
});

describe("what is nearly a near miss", () => {
  it.each([
    ["Hvor stor del av dataangrepene mot helsevesenet skyldtes phishing?", "phishing-share-health-attacks-himss null 45"],
    ["ukentlige KJ-oppslag 2021?", "kjernejournal-lookups-week 2021 38000"],
    ["hvor mange leger har slått opp i kjernejournal pr 31.12.21", "kjernejournal-doctors 2021-12-31 22000"],
    ["besøk på helsenorge i fjor?? nei vent, i 2021 mener jeg", "helsenorge-visits 2021 140000000"],
    ["hvor mange leger har slåt opp i kjernjournal slutten av 2021", "kjernejournal-doctors 2021-12-31 22000"],
  ])("%s", (text, figure) => {
    expect(answersOf(answerTo(text))).toEqual([figure]);
  });

  it("shares words between two questions", () => {
    const figures = answersOf(answerTo("Hvor mange fastlegeårsverk og hvor mange konsultasjoner hadde vi i 2020?"));
    expect(figures).toEqual(["gp-man-years 2020 5133", "gp-consultations 2020 15541819"]);
  });
});
