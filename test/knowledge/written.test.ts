import { describe, expect, it } from "vitest";
import type { Status } from "../../src/knowledge/schema.ts";
import { numbersFit } from "../../src/knowledge/written.ts";

const misfit = (written: string, value: number, unit: string, status: Status = "exact") => numbersFit({ written, value, status }, unit);

describe("a value and its own words", () => {
  it.each<[string, number, string, Status]>([
    ["rundt 77,5 millioner", 77_500_000, "logins", "about"],
    ["nærmere 43 millioner", 43_000_000, "logins", "almost"],
    ["8,9 milliarder kroner", 8_900_000_000, "NOK", "exact"],
    ["11 853 877", 11_853_877, "consultations", "exact"],
    ["over 3 850 000 innbyggere", 3_850_000, "persons", "over"],
    ["estimert til 3,75 milliarder kroner", 3_750_000_000, "NOK", "estimate"],
    ["Ni av ti innbyggere", 90, "percent", "about"],
    ["fire prinsipper", 4, "principles", "exact"],
    ["en dobling", 2, "times", "about"],
    ["110 mrd.", 110_000_000_000, "NOK", "exact"],
  ])("%s states %d %s, %s", (written, value, unit, status) => {
    expect(misfit(written, value, unit, status)).toBeUndefined();
  });

  it("takes the scale of a table from the row", () => {
    expect(numbersFit({ written: "43", value: 43_000_000, status: "exact", scale: "million" }, "logins")).toBeUndefined();
  });

  it.each<[string, number, string, Status, RegExp]>([
    ["77,5 millioner", 77_600_000, "logins", "exact", /77500000.*77600000.*correct/],
    ["97 %", 97, "persons", "exact", /percent.*persons/],
    ["134 milliarder kroner", 134_000_000_000, "persons", "exact", /kroner.*persons/],
    ["rundt 8 200", 8200, "persons", "exact", /about.*exact/],
    ["over 960", 960, "applications", "about", /over.*about/],
    ["nesten 50 millioner", 50_000_000, "prescriptions", "over", /almost.*over/],
    ["mange", 5, "persons", "exact", /holds no number/],
  ])("%s as %d %s, %s is refused", (written, value, unit, status, message) => {
    expect(misfit(written, value, unit, status)).toMatch(message);
  });
});
