import { describe, expect, it } from "vitest";
import { answersOf, answerTo, last } from "../understanding/bot.ts";

const LOGINS = "how many logins to Helsenorge in 2021?";
const ICT = "how much did hospitals spend on ICT in 2020?";
const DOCTORS = "hvor mange leger brukte kjernejournal i 2021";
const CHILDREN = "hvor mange barn ble undersøkt på helsestasjon i 2020";

describe("times of these days", () => {
  it.each([
    ["hvor mange logget inn på helsenorge i går", "2026"],
    ["how many logins last week", "2026"],
    ["how many helsenorge visits last month", "2026-10"],
    ["hvor mange logger på i morgen", "2026"],
  ])("have no figure, and say so: %s", (text, period) => {
    const answer = answerTo(text);
    expect(answersOf(answer)).toEqual([]);
    expect(answer.question.periods).toEqual([period]);
    expect(answer.figures.map(({ period: told }) => told)).toContain("2021");
  });

  it.each(["og nå?", "akkurat nå?", "right now?", "i går"])("have none in a conversation either: %s", (text) => {
    expect(answersOf(last(LOGINS, text))).toEqual([]);
  });

  it("are told by the way in a longer sentence", () => {
    expect(answersOf(answerTo("I read yesterday that many log on to Helsenorge, how many logins?"))).toEqual([
      "helsenorge-logins 2021 77500000",
    ]);
  });
});

describe("a message that says too little", () => {
  it.each(["nei", "ja", "mer?", "ok og så?", "not that one", "👍", "..."])("is asked back: %s", (text) => {
    const answer = last(LOGINS, text);
    expect(answer.intent).toBe("help");
    expect(answersOf(answer)).toEqual([]);
    expect(answer.suggestions.length).toBeGreaterThan(0);
  });

  it("leaves the conversation where it was", () => {
    expect(answersOf(last(LOGINS, "nei", "2020?"))).toEqual(["helsenorge-logins 2020 43000000"]);
  });

  it("offers the others of a family", () => {
    const answer = last(DOCTORS, "og de andre?");
    expect(answer.intent).toBe("clarify");
    expect(answer.question.subjects).toContain("kjernejournal-nurses");
  });
});

describe("what no figure tells", () => {
  it.each([
    ["who", LOGINS, "who pays for it"],
    ["who most", LOGINS, "hvem brukte mest"],
    ["which hospital", ICT, "which hospital is best?"],
    ["which municipalities", DOCTORS, "fra hvilke kommuner"],
    ["the first ten", ICT, "top 10 hospitals?"],
    ["per inhabitant", LOGINS, "per innbygger?"],
    ["per inhabitant of another sum", "hva brukte kommunene på omsorg i 2020?", "per innbygger?"],
    ["a share of the population", CHILDREN, "hvor mange prosent er det av alle nordmenn"],
    ["how long", DOCTORS, "how long does it take"],
    ["a mean", LOGINS, "i gjennomsnitt?"],
    ["a goal", LOGINS, "hva er målet"],
    ["a reckoning", DOCTORS, "delt på antall leger"],
    ["who the asker is", "andel e-konsultasjoner i april 2020", "jeg er lege"],
    ["lunch", LOGINS, "lunsj?"],
    ["what was done", LOGINS, "sendte nettopp 2 henvisninger"],
    ["a week of the year", DOCTORS, "i uke 12"],
    [
      "one kind of them alone",
      "how many percent of health personnel trusted in 2021 that only those who need it look at the record",
      "nurses alone?",
    ],
    ["where they are from", "medical messages 2021", "only the ones from nursing homes?"],
    ["how many of them by video", "hvor mange polikliniske konsultasjoner i 2023", "hvor mange av dem var på video?"],
    ["the own ward", "hvor stor andel av løsepengevirusene i usa gikk mot helsevesenet på slutten av 2021?", "og hos oss på sykehuset?"],
  ])("%s", (_, first, text) => {
    expect(answersOf(last(first, text))).toEqual([]);
  });

  it.each([
    "hvor mange leger på vakt brukte kjernejournal i 2021",
    "how many wrongful lookups in kjernejournal in 2021",
    "hvor mange har reservert seg mot digital post",
    "how many patients have a shared medication list",
    "hvor mange logget inn kl 12",
    "will the share of e-consultations pass 50 percent before 2028?",
    "tell me a joke about phishing",
  ])("by itself: %s", (text) => {
    expect(answersOf(answerTo(text))).toEqual([]);
  });
});

describe("a part of a whole", () => {
  it.each([
    "Of the 960 applications to helsedata.no, how many were turned down and how many were withdrawn?",
    "Av de 1 287 742 henvisningene, hvor mange kom fra fastleger og hvor mange fra tannleger?",
    "av de 284 millioner meldingene i 2021, hvor mange var epikriser og hvor mange var henvisninger",
    "Out of the GP e-consultations in 2021, what share were on video and what share in writing?",
    "Hvor mange av e-konsultasjonene i 2. kvartal 2020 gikk over video?",
  ])("is never the whole: %s", (text) => {
    expect(answersOf(answerTo(text))).toEqual([]);
  });

  it.each([
    ["of all GP consultations what share were e-consultations in 2021", "e-consultation-share-year 2021 27"],
    ["av dødsmeldingene, hvor stor andel var elektroniske", "electronic-death-notices 2021-12 95"],
    ["Av alle meldingene i 2021, hvor mange var svarrapporter?", "messages-lab-reports 2021 47000000"],
  ])("is told where it is held: %s", (text, figure) => {
    expect(answersOf(answerTo(text))).toEqual([figure]);
  });

  it("is told of what was spoken of, where a source ties it to the whole", () => {
    const answer = last("kor mange meldingar gjekk til sysvak i 2021", "kor stor del av alle meldingane er det?");
    expect(answersOf(answer)).toEqual(["messages-sysvak 2021 22.2", "messages-sysvak 2021 63000000", "medical-messages 2021 284000000"]);
  });

  it("stands beside the whole where no source ties them", () => {
    const answer = last(
      "Kva var dei samla IKT-utgiftene i heile helse- og omsorgssektoren i 2020?",
      "Kor stor del av dette stod spesialisthelsetenesta for?",
    );
    expect(answersOf(answer)).toEqual(["ict-total 2020 15000000000", "ict-specialist 2020 8900000000"]);
  });
});

describe("what goes on", () => {
  it("with where the figure holds", () => {
    const answer = last("kor mange henvisingar til spesialisthelsetenesta i 2020?", "gjelder det hele landet?");
    expect(answer.intent).toBe("definition");
    expect(answer.details).toContain("Tallet gjelder hele Norge.");
  });

  it("with per inhabitant, where it is the same thing", () => {
    expect(answersOf(last("hvor mye ble brukt på helse i 2020", "per innbygger?"))).toEqual(["health-spending-per-capita 2020 71883"]);
  });

  it("with the same half of the year after", () => {
    expect(
      answersOf(last("How many e-consultations were there in the first half of 2022?", "and in the first half of the year after?")),
    ).toContain("e-consultations-halfyear 2023-H1 1730514");
  });

  it("with who found it out", () => {
    const answer = last("kor stor del av verksemdene opplevde forsøk på datainnbrot i 2020", "kven har undersøkt det");
    expect(answer.intent).toBe("source");
    expect(answer.question.subjects).toEqual(["breach-attempts"]);
  });

  it("with the sum of three", () => {
    const answer = last(
      "How many full-time equivalents worked in the specialist health service in 2020?",
      "what about municipal health and care",
      "And GPs, same year?",
      "Please add the three up",
    );
    expect(answersOf(answer)).toEqual(["specialist-man-years 2020 128407", "care-man-years 2020 146059", "gp-man-years 2020 5133"]);
  });

  it("with a time that goes for both", () => {
    const figures = answersOf(answerTo("how many logins and how many visits on helsenorge in 2020"));
    expect(figures).toEqual(["helsenorge-logins 2020 43000000", "helsenorge-visits 2020 72000000"]);
  });

  it("with another thing that is named in full, whatever rose before", () => {
    const answer = last(
      "how fast did the number of ICT staff in the specialist health service grow from 2017 to 2020?",
      "Og IKT-utgiftene i spesialisthelsetjenesten, hvor mye økte de fra 2019 til 2020?",
    );
    expect(answersOf(answer)).toContain("ict-specialist 2020 8900000000");
  });

  it("with what others spent on it", () => {
    expect(
      answersOf(last("what did specialist care spend on ICT in 2020?", "and what did the municipalities spend on it in 2020")),
    ).toContain("ict-municipal 2020 3750000000");
  });
});

describe("a hurried opening", () => {
  it.each([
    ["hei, kjapt spm: hvor mange innlogginger på helsenorge i 2021", "helsenorge-logins 2021 77500000"],
    ["på vakt, så fort: hvor mange ligedager hadde sykehusene i 2020?", "bed-days 2020 4796382"],
    ["on the bus so keep it short: medical messages 2021", "medical-messages 2021 284000000"],
    ["sitter i møte nå, trenger et tall: hvor mange årsverk i spesialisthelsetjenesten i 2020", "specialist-man-years 2020 128407"],
  ])("says nothing of the question: %s", (text, figure) => {
    expect(answersOf(answerTo(text))).toEqual([figure]);
  });
});
