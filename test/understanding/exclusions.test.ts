/** What a figure does not answer, though its name fits. Values: IE-1098, as in data/. */
import { describe, expect, it } from "vitest";
import { answersOf, answerTo } from "./bot.ts";

describe("a figure of the whole is no answer", () => {
  it.each([
    // ages, thresholds, states and kinds
    "Hvor mange over 70 bruker Helsenorge?",
    "How many citizens under 30 opted out of the summary care record?",
    "Hvor mange leger gjorde mer enn ti oppslag i kjernejournal i 2021?",
    "Kor mange besøkte Helsenorge for første gong i 2021?",
    "How many urgent referrals were made in 2020?",
    "Hvor mange konsultasjoner hos fastlegen ble avlyst i 2020?",
    // other kinds of quantity
    "How many lookups did doctors make in the summary care record in 2021?",
    "Hvor mange dager tar det å få svar på en søknad til helsedata.no?",
    "Hvor lenge varer et besøk på Helsenorge i snitt?",
    "What is the value of e-prescriptions dispensed in 2021?",
    // others than those who were asked, or not told apart
    "What share of doctors prefer meeting patients face to face?",
    "Hvem har høyest tillit, leger eller sykepleiere?",
    "Kor mange sjukepleiarar brukte kjernejournal i 2021?",
    // negations and exceptions
    "Hvor mange innbyggere har ikke sett på kjernejournalen sin?",
    "How many medical messages except vaccination messages were sent in 2021?",
    "Når ble kjernejournal innført på alle sykehjem?",
  ])("%s", (text) => {
    expect(answersOf(answerTo(text))).toEqual([]);
  });

  it.each([
    ["kor mange legar hadde slått opp i kjernejournal ved utgangen av 2021", "kjernejournal-doctors 2021-12-31 22000"],
    ["hvor ofte slår helsepersonell opp i kjernejournal hver uke i 2021", "kjernejournal-lookups-week 2021 38000"],
    ["hvor mange leger hadde gjort minst ett oppslag ved utgangen av 2021 i kjernejournal", "kjernejournal-doctors 2021-12-31 22000"],
    ["How many visits to the family doctor were there in Norway in 2019?", "gp-consultations 2019 14761080"],
  ])("but what it counts is: %s", (text, figure) => {
    expect(answersOf(answerTo(text))).toContain(figure);
  });
});

describe("what a message says it is about", () => {
  it.each([
    "Vi skriver om barn og unge. Hvor mange konsultasjoner var det hos fastlegen i 2020?",
    "Vi lager en sak om Danmark. Hvor mange e-resepter ble skrevet ut i 2021?",
    "Jeg trenger tall for Rogaland. Hvor mange plasser er det i helse- og omsorgsinstitusjoner?",
    "Vi lager en sak om Nordlandssykehuset. Hvor mange liggedøgn hadde det sykehuset i 2020?",
    "Our readers are pensioners. What share of them prefer a physical pharmacy?",
  ])("narrows the question: %s", (text) => {
    expect(answersOf(answerTo(text))).toEqual([]);
  });

  it.each([
    ["For a piece on hospital capacity during covid: how many bed days were there in 2020?", "bed-days 2020 4796382"],
    ["Til et innslag i kveld skulle vi gjerne hatt antall innlogginger på Helsenorge i 2021", "helsenorge-logins 2021 77500000"],
    ["For at me skal kunne skrive ferdig saka: kor mange medisinske meldingar blei sende i 2021?", "medical-messages 2021 284000000"],
    ["I have a call with the embassy in ten minutes. How many logins did Helsenorge have in 2021?", "helsenorge-logins 2021 77500000"],
    ["Hello from Berlin! How many medical messages were sent in Norway in 2021?", "medical-messages 2021 284000000"],
    ["Legeforeningen snakker om fastlegekrise. Hvor mange årsverk var det i allmennlegetjenesten i 2020?", "gp-man-years 2020 5133"],
  ])("but what it is for, and who asks, does not: %s", (text, figure) => {
    expect(answersOf(answerTo(text))).toContain(figure);
  });
});
