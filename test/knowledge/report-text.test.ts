import { describe, expect, it } from "vitest";
import { misplacedRows } from "../../src/knowledge/report-text.ts";
import { documentFile } from "../../src/knowledge/schema.ts";

const names = { nb: ["a"], nn: ["a"], en: ["a"] };
const report = documentFile.parse({
  id: "R-1",
  title: "R",
  publisher: "P",
  kind: "official",
  default: true,
  figuresTo: "2021",
  url: "https://example.org/",
  sections: [
    { title: "Apples", chapter: "1", names, url: "https://example.org/", subsections: ["Red ones"] },
    { title: "Pears", chapter: "2", names, url: "https://example.org/" },
  ],
});
const TEXT = "1 Apples\nThere were 12 million.\nRed ones\nOf these 97 % were red.\n2 Pears\nOnly 5 [pears](https://example.org/).\n";
const row = (section: string | null, subsection: string | null, written: string) => ({ section, subsection, written });

describe("rows held against the report's text", () => {
  it("accepts what stands in its section, its subsection or the whole report", () => {
    const rows = [
      row("Apples", null, "12 million"),
      row("Apples", "Red ones", "97%"),
      row("Pears", null, "5 pears"),
      row(null, null, "12 million"),
    ];
    expect(misplacedRows(TEXT, report, rows)).toEqual([]);
  });

  it("says where the words stand instead", () => {
    const [mistake] = misplacedRows(TEXT, report, [row("Pears", null, "12 million")]);
    expect(mistake?.message).toMatch(/not in "Pears"; it stands in "Apples"/);
  });

  it("says when the words stand nowhere, or the heading does not exist", () => {
    expect(misplacedRows(TEXT, report, [row("Pears", null, "13 million")])[0]?.message).toMatch(/does not have these words/);
    expect(misplacedRows(TEXT, report, [row("Apples", "Green ones", "12 million")])[0]?.message).toMatch(/no heading "Green ones"/);
  });

  it("does not find 7% in 97%", () => {
    expect(misplacedRows(TEXT, report, [row("Apples", "Red ones", "7%")])).toHaveLength(1);
  });
});
