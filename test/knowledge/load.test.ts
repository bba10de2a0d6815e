import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DataError } from "../../src/knowledge/data-error.ts";
import { defaultDataFolder } from "../../src/knowledge/data-folder.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "helsetall-data-"));
  cpSync(defaultDataFolder(), folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Breaks one file for the length of one load; returns the message and the line on which the broken text stands. */
function breakOne(file: string, edit: (text: string) => string, brokenText: string): { message: string; line: number } {
  const path = join(folder, file);
  const whole = readFileSync(path, "utf8");
  const broken = edit(whole);
  if (broken === whole) throw new Error(`the edit did not change ${file}`);
  writeFileSync(path, broken);
  try {
    loadKnowledge(folder);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { message: error.message, line: broken.split("\n").findLastIndex((line) => line.includes(brokenText)) + 1 };
  } finally {
    writeFileSync(path, whole);
  }
  throw new Error("the broken data was accepted");
}

const swap = (from: string, to: string) => (text: string) => text.replace(from, to);

type Case = { what: string; file: string; from: string; to: string; at: string; field: RegExp; fix: RegExp };
const LOGINS_2021 = `value: 77500000, status: about, document: IE-1098`;
const CASES: Case[] = [
  {
    what: "an unquoted figure number",
    file: "indicators/helsedata.yaml",
    from: `figure: "4.13"`,
    to: "figure: 4.10",
    at: "figure: 4.10",
    field: /observations\[\d+\]\.figure/,
    fix: /quoted figure number such as "4\.10"/,
  },
  {
    what: "an unquoted year",
    file: "indicators/helsenorge.yaml",
    from: `{period: "2021", ${LOGINS_2021}`,
    to: `{period: 2021, ${LOGINS_2021}`,
    at: "{period: 2021,",
    field: /observations\[\d+\]\.period/,
    fix: /string|quoted/,
  },
  {
    what: "a unit that does not exist",
    file: "indicators/helsenorge.yaml",
    from: "unit: logins",
    to: "unit: loginz",
    at: "unit: loginz",
    field: /indicators\[\d+\]\.unit/,
    fix: /"loginz", which does not exist; correct it or add it/,
  },
  {
    what: "a note that does not exist",
    file: "indicators/helsenorge.yaml",
    from: "note: logins-vs-visits",
    to: "note: no-such-note",
    at: "note: no-such-note",
    field: /observations\[\d+\]\.note/,
    fix: /"no-such-note", which does not exist/,
  },
  {
    what: "a document that does not exist",
    file: "indicators/helsenorge.yaml",
    from: LOGINS_2021,
    to: "value: 77500000, status: about, document: IE-9999",
    at: "IE-9999",
    field: /observations\[\d+\]\.document/,
    fix: /"IE-9999", which does not exist/,
  },
  {
    what: "a figure that the report does not have",
    file: "indicators/helsedata.yaml",
    from: `figure: "4.13"`,
    to: `figure: "9.99"`,
    at: `"9.99"`,
    field: /observations\[\d+\]\.figure/,
    fix: /"9\.99", which does not exist/,
  },
  {
    what: "a value that its words do not state",
    file: "indicators/helsenorge.yaml",
    from: LOGINS_2021,
    to: LOGINS_2021.replace("77500000", "77600000"),
    at: "77600000",
    field: /observations\[\d+\]\.written/,
    fix: /77500000.*77600000; correct one of them/,
  },
  {
    what: "a status that its words do not state",
    file: "indicators/helsenorge.yaml",
    from: LOGINS_2021,
    to: LOGINS_2021.replace("about", "over"),
    at: "77500000, status: over",
    field: /observations\[\d+\]\.written/,
    fix: /about.*status is over/,
  },
  {
    what: "a status that does not exist",
    file: "indicators/helsenorge.yaml",
    from: LOGINS_2021,
    to: LOGINS_2021.replace("about", "roughly"),
    at: "status: roughly",
    field: /observations\[\d+\]\.status/,
    fix: /"exact"\|"about"\|"over"\|"almost"\|"estimate"/,
  },
  {
    what: "an id that stands twice",
    file: "indicators/helsenorge.yaml",
    from: "id: helsenorge-logins",
    to: "id: helsenorge-visits-monthly",
    at: "id: helsenorge-visits-monthly",
    field: /indicators\[\d+\]\.id/,
    fix: /"helsenorge-visits-monthly" stands in .*helsenorge\.yaml already; ids are unique/,
  },
  {
    what: "a key that the schema does not know",
    file: "indicators/helsenorge.yaml",
    from: "    unit: logins\n",
    to: "    unit: logins\n    colour: red\n",
    at: "id: helsenorge-logins",
    field: /indicators\[\d+\]/,
    fix: /does not know colour; remove or correct it/,
  },
  {
    what: "a missing field",
    file: "indicators/helsenorge.yaml",
    from: "    unit: logins\n",
    to: "",
    at: "id: helsenorge-logins",
    field: /indicators\[\d+\]\.unit/,
    fix: /is missing; add it/,
  },
  {
    what: "a language without a text",
    file: "units.yaml",
    from: "nn: {one: innlogging, other: innloggingar}, ",
    to: "",
    at: "  logins: {",
    field: /units\.logins\.nn/,
    fix: /is missing; add it/,
  },
  {
    what: "an address that is none",
    file: "documents/digi-2019.yaml",
    from: "url: https://",
    to: "url: ftp://",
    at: "url: ftp://",
    field: /url/,
    fix: /http or https address/,
  },
  {
    what: "a second default document",
    file: "documents/digi-2019.yaml",
    from: "kind: press",
    to: "kind: press\ndefault: true",
    at: "default: true",
    field: /default/,
    fix: /only one document may be the default/,
  },
];

describe("a mistake in data/", () => {
  it.each(CASES)("$what is named with file, line, field and fix", ({ file, from, to, at, field, fix }) => {
    const { message, line } = breakOne(file, swap(from, to), at);
    const own = message.split("\n").find((text) => text.startsWith(join("data", file)));
    expect(own, message).toBeDefined();
    const [, shown = "", said = ""] = /^[^:]+:(\d+): (.*)$/.exec(own ?? "") ?? [];
    expect(Number(shown)).toBe(line);
    expect(said.split(": ")[0]).toMatch(field);
    expect(said).toMatch(fix);
  });

  it("names file and line of YAML that cannot be parsed", () => {
    const { message, line } = breakOne("units.yaml", swap("  NOK: {nb:", "  NOK: {nb: [,"), "  NOK: {nb: [,");
    const [, shown] = /^data\/units\.yaml:(\d+): is no valid YAML/m.exec(message) ?? [];
    expect(Math.abs(Number(shown) - line)).toBeLessThanOrEqual(1);
  });

  it("names a file that is gone", () => {
    const path = join(folder, "glossary.yaml");
    const whole = readFileSync(path, "utf8");
    rmSync(path);
    try {
      expect(() => loadKnowledge(folder)).toThrow(/data\/glossary\.yaml:1: cannot be read; add the file or restore it/);
    } finally {
      writeFileSync(path, whole);
    }
  });

  it("is told together with all others, a line each", () => {
    const { message } = breakOne(
      "indicators/helsenorge.yaml",
      (text) => text.replace("unit: logins", "unit: loginz").replace("note: logins-vs-visits", "note: no-such-note"),
      "loginz",
    );
    expect(message).toContain("loginz");
    expect(message).toContain("no-such-note");
    expect(message.split("\n").every((line) => /^data\/[^:]+:\d+: /.test(line))).toBe(true);
  });
});

describe("data/ as it stands", () => {
  it("is in order", () => {
    expect(loadKnowledge(folder).report.id).toBe("IE-1098");
  });

  it("draws no total from parts of which no source says so", () => {
    const { families } = loadKnowledge(folder);
    expect(families.get("spending")?.total).toBeNull();
    expect(families.get("ict-spending")?.total).toBeNull();
    expect(families.get("public-ehealth-shares")).toMatchObject({ total: "ict-ehealth-public", whole: true });
  });
});
