import { describe, expect, it } from "vitest";
import { listRows } from "../../src/answers/rows.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";

const rows = listRows(loadKnowledge());
const report = rows.filter(({ document }) => document === "IE-1098");

const NHN = "Norsk Helsenett (NHN)";
const KEY_FIGURES = "SSB, Helfo og Helsedirektoratet";
const TRUST = "Helsepersonellundersøkelsen om e-helse 2021 (Direktoratet for e-helse)";
const TRUST_SECTION = "Økt tillit til deling av helseopplysninger blant innbyggerne";
const PRIVATE_SECTION = "Økt vekst for private helsetjenester under koronapandemien";

type Fact = [
  id: string,
  period: string | null,
  value: number,
  unit: string,
  status: string,
  section: string,
  figure: string | null,
  publisher: string | null,
];
/** Read off the report by hand. */
const FACTS: Fact[] = [
  ["helsenorge-visits", "2021", 140_000_000, "visits", "over", "Helsenorge", "4.3", NHN],
  ["helsenorge-logins", "2020", 43_000_000, "logins", "almost", "Helsenorge", "4.4", NHN],
  ["helsenorge-logins", "2021", 77_500_000, "logins", "about", "Helsenorge", "4.4", NHN],
  ["helsenorge-visit-timeout", null, 30, "minutes", "exact", "Helsenorge", null, null],
  ["koronasertifikat-rank", "2021", 3, "rank", "exact", "Helsenorge", "4.5", NHN],
  ["e-prescription-share-december", "2021-12", 94, "percent", "almost", "E-resept", null, null],
  ["e-prescriptions-dispensed", "2021", 50_000_000, "prescriptions", "almost", "E-resept", null, null],
  ["medical-messages", "2020", 197_000_000, "messages", "exact", "Medisinske meldinger", "4.7", NHN],
  ["medical-messages", "2021", 284_000_000, "messages", "exact", "Medisinske meldinger", "4.7", NHN],
  ["kjernejournal-reserved", "2021-12-31", 8200, "persons", "about", "Kjernejournal", null, null],
  ["kjernejournal-lookups-week", "2021", 38_000, "lookups per week", "about", "Kjernejournal", null, null],
  ["kjernejournal-citizens-viewed", "2021", 3_850_000, "persons", "over", "Kjernejournal", null, null],
  ["helsedata-applications-cumulative", "2019-12/2021-12", 960, "applications", "over", "Helsedata", "4.13", "Direktoratet for e-helse"],
  ["helsedata-registers", "2021", 34, "registries and sources", "exact", "Helsedata", null, null],
  ["outpatient-consultations", "2020", 11_853_877, "consultations", "exact", "Nøkkeltall", "4.1", KEY_FIGURES],
  ["gp-consultations", "2019", 14_761_080, "consultations", "exact", "Nøkkeltall", "4.1", KEY_FIGURES],
  ["care-man-years", "2020", 146_059, "full-time equivalents", "exact", "Nøkkeltall", "4.1", KEY_FIGURES],
  ["gp-man-years", "2020", 5133, "full-time equivalents", "exact", "Nøkkeltall", "4.1", KEY_FIGURES],
  ["referrals", "2020", 1_287_742, "referrals", "exact", "Nøkkeltall", "4.1", KEY_FIGURES],
  ["spending-specialist", "2020", 134_000_000_000, "NOK", "exact", "Nøkkeltall", "4.1", KEY_FIGURES],
  ["health-spending", "2020", 386_000_000_000, "NOK", "exact", "Nøkkeltall", null, "Statistisk sentralbyrå (SSB)"],
  ["ict-municipal", "2020", 3_750_000_000, "NOK", "estimate", "IKT-ressursbruk", "4.2", "Direktoratet for e-helse"],
  ["e-consultation-share-year", "2021", 27, "percent", "about", "Digital hjemmeoppfølging gjør hverdagen enklere", null, null],
  ["survey-trust-access-personnel", "2021", 84, "percent", "exact", TRUST_SECTION, null, TRUST],
  ["kantar-provider-indifferent", "2021", 68, "percent", "exact", PRIVATE_SECTION, null, "Kantar (Helsepolitisk barometer 2021)"],
  ["ransomware-health-share-usa", "2021-Q4", 7.7, "percent", "exact", "Sterk vekst i forsøk på datainnbrudd", null, "Coveware"],
];

describe("the numbers of the report", () => {
  it("are 122", () => {
    expect(report).toHaveLength(122);
  });

  it.each(FACTS)("have %s for %s: %d %s, %s", (indicator, period, value, unit, status, section, figure, publisher) => {
    const found = report.filter((row) => row.indicator === indicator && row.period === period && row.value === value && row.since === null);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ unit, status, section, figure, publisher });
  });

  it("have the printed growths with both their years", () => {
    const growth = (indicator: string, value: number) =>
      report
        .filter((row) => row.indicator === indicator && row.value === value)
        .map(({ measure, since, period }) => [measure, since, period]);
    expect(growth("helsenorge-visits", 85)).toEqual([["change", "2020", "2021"]]);
    expect(growth("helsenorge-logins", 2)).toEqual([["multiple", "2020", "2021"]]);
    expect(growth("health-staff-growth", 1.6)).toEqual([["change", "2017", "2020"]]);
  });

  it("have the dates with their year as value", () => {
    expect(report.find(({ indicator }) => indicator === "helsedata-no-launch")).toMatchObject({
      measure: "date",
      period: "2019-12",
      value: 2019,
    });
  });

  it("name no publisher where the report names none, 44 times", () => {
    expect(report.filter(({ publisher }) => publisher === null)).toHaveLength(44);
  });
});

describe("every number", () => {
  it("has an address, words of its source and a whole place", () => {
    for (const row of rows) {
      expect(row.url, row.indicator).toMatch(/^https?:\/\//);
      expect(row.written.length, row.indicator).toBeGreaterThan(0);
      if (row.document !== "IE-1098") expect([row.section, row.figure], row.indicator).toEqual([null, null]);
    }
  });
});
