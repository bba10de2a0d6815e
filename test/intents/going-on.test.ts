/** What a message goes on with from what was said before it. Values: IE-1098 unless another document is named. */
import { describe, expect, it } from "vitest";
import { answersOf, converse } from "../understanding/bot.ts";

/** The figures that the last of some messages asked for. */
function lastOf(...texts: readonly string[]): string[] {
  const last = converse(...texts).at(-1);
  return last ? answersOf(last) : [];
}

describe("the time that was spoken of", () => {
  it.each([
    // HDIR, Kvartalsrapport: the quarters of 2020.
    [["hvor mange e-konsultasjoner hadde fastlegene i 2. kvartal 2020", "og kvartalet før?"], ["e-consultations-quarter 2020-Q1 542049"]],
    [["number of e-consultations with GPs in Q1 2020?", "and the second?"], ["e-consultations-quarter 2020-Q2 1041741"]],
    [
      ["number of physical consultations with GPs in Q2 2020?", "and the same quarter in 2021?"],
      ["physical-consultations-quarter 2021-Q2 3014064"],
    ],
    // e-helsemonitor: health personnel with lookups, by profession.
    [
      ["Kor mange helsepersonell hadde slått opp i kjernejournal ved utgangen av 2023?", "kor mange av dei var legar?"],
      ["kjernejournal-doctors 2023-12-31 27000"],
    ],
    [["hvor stor del av befolkninga var på sykehus i 2020", "hvor mange pasienter var det?"], ["hospital-patients 2020 1921231"]],
    [
      ["share of the population in touch with their GP in 2023?", "how many GP consultations were there that year?"],
      ["gp-consultations 2023 16884831"],
    ],
  ])("%j", (texts, figures) => {
    expect(lastOf(...texts)).toEqual(figures);
  });

  it("is let go where a few words name what has no figure for it", () => {
    expect(
      lastOf("What share of ransomware in the US hit health care in the last quarter of 2021?", "email fraud in the HIMSS survey?"),
    ).toEqual(["phishing-share-health-attacks-himss null 45"]);
  });
});

describe("the two figures that were spoken of", () => {
  it.each([
    [
      ["hvor mange innbyggere stoler på at bare de som trenger det ser i journalen?", "og helsepersonell?", "hvor stor er forskjellen?"],
      ["survey-trust-access 2021 68", "survey-trust-access-personnel 2021 84"],
    ],
    [
      ["GP consultations in 2019?", "2020?", "whats the diffrence between the two"],
      ["gp-consultations 2019 14761080", "gp-consultations 2020 15541819", "gp-consultations 2020 5.3"],
    ],
    [
      ["hvor mange eresepter ble hentet ut på apotek i 2021", "og hvor mange ble skrevet ut", "begge deler for 2023 takk"],
      ["e-prescriptions-dispensed 2023 55000000", "e-prescriptions-issued 2023 33000000"],
    ],
    [
      ["share of companies with attempted break-ins 2020?", "2021?", "so fewer?"],
      ["breach-attempts 2020 14", "breach-attempts 2021 10"],
    ],
  ])("%j", (texts, figures) => {
    expect(lastOf(...texts)).toEqual(figures);
  });

  it("are what 'nine times as much?' is held against", () => {
    const last = converse("share of GP consultations that were e-consultations in 2019?", "and in 2021?", "so nine times as much?").at(-1);
    expect(last?.intent).toBe("check");
    expect(last && answersOf(last)).toEqual(
      expect.arrayContaining(["e-consultation-share-year 2019 3", "e-consultation-share-year 2021 27"]),
    );
  });
});

describe("what else there is of what was spoken of", () => {
  it.each([
    [
      "the whole that the data names",
      ["kor mange legar brukte kjernejournal ved utgangen av 2023", "og i alt?"],
      "kjernejournal-personnel 2023-12-31 43000",
    ],
    ["a total beside it", ["hva brukte kommunene på ikt i 2020", "hvor mye totalt i sektoren?"], "ict-total 2020 15000000000"],
    ["the whole year", ["Hvor mange besøk i måneden hadde Helsenorge i 2023?", "hele året?"], "helsenorge-visits 2023 109500000"],
    [
      "the one that a word tells apart",
      ["hvor mange vil helst kjøpe reseptmedisin i et vanlig apotek?", "og på nett?"],
      "prefer-online-pharmacy 2021 5",
    ],
    [
      "the number behind a percentage",
      ["hvor stor andel av befolkningen var på sykehus i 2020", "hvor mange personer er det?"],
      "hospital-patients 2020 1921231",
    ],
    [
      "the percentage of a number",
      ["antall e-konsultasjoner første halvår 2023", "nei, jeg mente andelen"],
      "e-consultation-share-halfyear 2023-H1 20.2",
    ],
    [
      "the same for others",
      ["kor mange innbyggjarar hadde videokonsultasjon i 2020?", "og blant helsepersonell i 2022?"],
      "survey-personnel-video 2022 28",
    ],
    ["its date", ["Hvilken plass fikk koronasertifikatet på Helsenorge?", "når kom det?"], "koronasertifikat-launch 2021 2021"],
  ])("%s", (_, texts, figure) => {
    expect(lastOf(...texts)).toContain(figure);
  });

  it.each([
    ["a part has no total that the data names", ["plo-meldinger fra kommuner til fastleger 2021", "og totalt?"]],
    ["an age", ["hvor mange logget inn på helsenorge i 2021", "and those under 18?"]],
    ["an age, in other words", ["hvor mange innbyggere har digital kontakt med helsetjenesten?", "og blant folk under 30?"]],
    ["other people", ["How many municipalities had kjernejournal at the end of 2023?", "and nurses in Sweden?"]],
  ])("is nothing where %s is asked for", (_, texts) => {
    expect(lastOf(...texts)).toEqual([]);
  });

  it("is what the report says of the topic", () => {
    const [, norway] = converse("hva sier rapporten om helseapper på resept i Tyskland?", "og Norge?");
    expect(norway?.answered).toBe(true);
    expect(norway?.headline).toMatch(/^Norge ligger etter andre land/);
  });
});

describe("a claim between two times", () => {
  it("gets no verdict where they were counted in different ways", () => {
    const [answer] = converse("Did Helsenorge logins more than triple from 2018 to 2021?");
    expect(answer?.headline).toMatch(/^I cannot confirm that\./);
    expect(answer?.headline).not.toContain("()");
  });

  it("is not confirmed by a figure that lies far over its bound", () => {
    const last = converse("Is it true that there were more than two million GP consultations in 2023?").at(-1);
    expect(last?.headline).toMatch(/^I cannot confirm that\./);
  });
});

describe("another way of the same", () => {
  it.each([
    [
      ["kor mange pleie- og omsorgsmeldingar frå kommunar til fastlegar i 2021?", "og frå fastlege til kommune i 2020"],
      ["plo-gp-to-municipality 2020 1800000"],
    ],
    // HDIR, status report autumn 2023: the first half of 2022.
    [
      ["hvor mange e-konsultasjoner var det i første halvår 2023?", "og samme periode året før?"],
      ["e-consultations-halfyear 2022-H1 2239879"],
    ],
    [["hvor mange pasienter fikk behandling på sykehus i 2020?", "som andel av befolkningen?"], ["hospital-population-share 2020 36"]],
    [
      ["hvor mange henvisninger i 2020?", "var det mer eller mindre enn i 2019"],
      ["referrals 2019 1382975", "referrals 2020 1287742"],
    ],
    [
      ["hvor mange plasser på sykehjem i 2020", "nei, ikke sykehjem, alle plasser i helse- og omsorgsinstitusjoner. 2020"],
      ["institution-beds 2020 41287"],
    ],
    [
      ["hvor mange leger brukte kjernejournal ved utgangen av 2021?", "og totalt, leger og sykepleiere sammen?"],
      ["kjernejournal-personnel 2021-12-31 30000"],
    ],
  ])("%j", (texts, figures) => {
    expect(lastOf(...texts)).toEqual(expect.arrayContaining(figures));
  });

  it("is none where words are asked for", () => {
    expect(lastOf("hvor mange har reservert seg mot kjernejournal?", "hva skjer med opplysningene når man reserverer seg?")).toEqual([]);
  });
});

describe("a time from the beginning on", () => {
  it.each(["søknader på helsedata.no frå starten og ut 2021", "applications on helsedata.no from the launch through 2021"])(
    "%s",
    (text) => {
      expect(lastOf(text)).toEqual(["helsedata-applications-cumulative 2019-12/2021-12 960"]);
    },
  );
});
