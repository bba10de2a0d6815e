/** Half sentences of a conversation, as people send them. Values: IE-1098 or the document that data/ names beside them. */
import { describe, expect, it } from "vitest";
import { answersOf, converse, last } from "../understanding/bot.ts";

describe("a half sentence goes on", () => {
  it.each<[string, string[], string[]]>([
    [
      "with what is measured alike",
      ["Physical GP consultations per 100 inhabitants in 2019?", "and e-consultations?"],
      ["e-consultations-per-100 2019 8.3"],
    ],
    [
      "in the same half-year",
      ["GP consultations in the first half of 2023?", "how many e-consultations in the same period?"],
      ["e-consultations-halfyear 2023-H1 1730514"],
    ],
    [
      "with the quarter that was asked for",
      ["e-consultations by quarter: how many were there in Q2 2020?", "Q3?"],
      ["e-consultations-quarter 2020-Q3 803344"],
    ],
    ["two months back", ["andel e-konsultasjoner i april 2020?", "og to måneder før"], ["e-consultation-share-month 2020-02 3.5"]],
    [
      "with the way that is named",
      [
        "Kor mange pleie- og omsorgsmeldingar gjekk frå fastlegane til kommunane i 2021?",
        "og andre vegen?",
        "kor mange prosent auka det frå fastlegane?",
      ],
      ["plo-gp-to-municipality 2021 82"],
    ],
    [
      "with those in the same study",
      ["How many times more epilepsy patients could Drammen hospital follow up?", "and how many had to come in physically?"],
      ["epilepsy-dho-physical-attendance-share 2019/.. 3"],
    ],
    [
      "with the date of what was told",
      ["share of death notices sent electronically in December 2021?", "when did FHI ask for electronic reporting?"],
      ["fhi-death-reporting-call 2020-03 2020"],
    ],
    [
      "with how many ought to",
      ["hvor mange hadde fått lagt inn kritisk informasjon i kjernejournal ved utgangen av 2021", "hvor mange antar man burde hatt det?"],
      ["kjernejournal-critical-info-expected null 265000"],
    ],
    [
      "with the one just spoken of",
      ["and the one for health personnel: how many answered in 2021?", "which year had most respondents there"],
      ["survey-personnel-n 2022 4997"],
    ],
    [
      "back to it after an aside",
      ["hvor mange oppslag gjør helsepersonell i kjernejournal i uka i 2022?", "har noen sett vaktlista", "tilbake til oppslagene: 2023?"],
      ["kjernejournal-lookups-week 2023 51000"],
    ],
    [
      "with both, when one is said to have more",
      [
        "How many full-time equivalents were there in municipal care in 2023?",
        "and in the specialist health service?",
        "so the municipalities have more?",
      ],
      ["care-man-years 2023 157076", "specialist-man-years 2023 136974"],
    ],
    [
      "with what is named beside it, when that is said to have more",
      ["How many applications for anonymous data in 2023 at helsedata?", "were there more for personal data that year?"],
      ["helsedata-applications-anonymous 2023 137", "helsedata-applications-person 2023 235"],
    ],
    [
      "with the whole of those who were told",
      ["hvor mange leger hadde slått opp i kjernejournal i 2021", "neivel. alt helsepersonell samlet da, ved utgangen av 2023?"],
      ["kjernejournal-personnel 2023-12-31 43000"],
    ],
    [
      "with the other survey in a year of two digits",
      ["hvor mange svarte på innbyggerundersøkelsen i 2020?", "enn helsepersonellundersøkelsen i 21?"],
      ["survey-personnel-n 2021 3831"],
    ],
    [
      "with a multiple between the times that were spoken of",
      [
        "hvor mange besøk hadde helsenorge i mars 2020",
        "og i snitt per måned i 2019?",
        "så det var mer enn tre ganger så mye i mars 2020?",
      ],
      ["helsenorge-visits-monthly 2019 3000000", "helsenorge-visits-monthly 2020-03 10100000"],
    ],
  ])("%s", (_, texts, figures) => {
    const found = answersOf(last(...texts));
    for (const figure of figures) expect(found).toContain(figure);
  });

  it("with the quarter and the half-year before", () => {
    expect(last("hvor mange e-konsultasjoner var det i 3. kvartal 2020", "så det gikk ned fra kvartalet før?").headline).toMatch(
      /1\s041\s741 i andre kvartal 2020 til 803\s344 i tredje kvartal 2020/u,
    );
    const halves = last("GP consultations in the first half of 2023?", "fewer than the year before?");
    expect(halves.question.periods).toEqual(["2022-H1/2023-H1"]);
  });

  it("with the growth that was just told, also where none is computed", () => {
    const answer = last("Hvor mange besøk hadde Helsenorge i 2022?", "og året før?", "så det gikk ned altså", "hvor mye i prosent?");
    expect(answer.question.periods).toEqual(["2021/2022"]);
    expect(answer.headline).not.toMatch(/%/);
  });

  it("with the trend that was told, whoever it is asked for", () => {
    const answer = last("Hva sier rapporten om private helsetjenester under pandemien?", "hva innebærer det for det offentlige?");
    expect(answer.question.subjects).toEqual(["trend:private-health-services"]);
    const chosen = last("what are the main trends in the report?", "tell me more about the one on data breaches");
    expect(chosen.question.subjects).toEqual(["trend:data-breach-attempts"]);
  });

  it("with what the figure holds", () => {
    const [, holds, next] = converse(
      "hvor mange fastlegeårsverk hadde vi i 2020?",
      "er det med sekretærer og sånt?",
      "og i spesialisthelsetjenesten samme år?",
    );
    expect(holds?.intent).toBe("definition");
    expect(holds?.headline).toContain("Andre ansatte ved legekontorene er ikke med");
    expect(answersOf(next as NonNullable<typeof next>)).toContain("specialist-man-years 2020 128407");
  });
});

describe("nobody is counted who is not among those spoken of", () => {
  it.each([
    ["children of the patients", ["how many patients did the hospitals have in 2020?", "how many of them were children"]],
    ["children of the consultations", ["kor mange polikliniske konsultasjonar var det i 2021", "kor mange av dei gjaldt born?"]],
    ["own staff", ["Kor mange årsverk var det i spesialisthelsetenesta i 2020?", "kor mange av dei er våre eigne tilsette?"]],
    ["the other staff", ["kor mange fastlegeårsverk var det i 2020?", "kor mange årsverk er det blant dei andre tilsette på legekontora?"]],
    [
      "thanks and a word on what comes next",
      ["hvor mange har lagt inn sperre i kjernejournal", "takk, det skal jeg si til pasientene som spør i luka"],
    ],
    ["kids only", ["What percentage of the population was in hospital in 2020", "how many people is that?", "kids only?"]],
    ["a town", ["hvor mange fikk omsorgstjenester i 2020?", "er Tromsø med?"]],
    ["our association", ["hvor mange i vår pasientforening har sett i kjernejournalen sin?"]],
  ])("%s", (_, texts) => {
    expect(answersOf(last(...texts))).toEqual([]);
  });
});

describe("a message that names nothing of ours", () => {
  const SPOKEN = "hvor mange leger brukte kjernejournal i 2021";

  it.each([
    "how many complained",
    "hvor mange kom tilbake",
    "hvor mange timer tok det",
    "when is lunch?",
    "vi trenger 3 flere folk på jobb",
    "saken har 200 kommentarer",
    "send meg en mail",
    "møtet er kl 10",
    "rapporten må inn før kl 12",
    "og hos oss da?",
    "and at night?",
    "blir du med på lunsj halv tolv?",
    "which norwegian hospitals were hit?",
  ])("gets no figure of what was spoken of: %s", (text) => {
    expect(answersOf(last(SPOKEN, text))).toEqual([]);
  });

  it.each([
    ["og i 2022 da, hele landet?", "kjernejournal-doctors 2022-12-31 25000"],
    ["and teh year after?", "kjernejournal-doctors 2022-12-31 25000"],
    ["scary. and in 2023?", "kjernejournal-doctors 2023-12-31 27000"],
  ])("goes on where only small words are said: %s", (text, figure) => {
    expect(answersOf(last(SPOKEN, text))).toContain(figure);
  });
});
