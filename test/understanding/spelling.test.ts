import { describe, expect, it } from "vitest";
import { editDistance, Speller } from "../../src/understanding/spelling.ts";

describe("edit distance", () => {
  it.each([
    ["resept", "resept", 0],
    ["resept", "resepr", 1],
    ["resept", "reespt", 1],
    ["resept", "resep", 1],
    ["resept", "reseptt", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
    ["melding", "måling", 2],
  ])("from %j to %j is %i", (one, other, distance) => {
    expect(editDistance(one, other, 5)).toBe(distance);
    expect(editDistance(other, one, 5)).toBe(distance);
  });

  it("stops just past its limit", () => {
    expect(editDistance("innlogginger", "kjernejournal", 2)).toBe(3);
    expect(editDistance("a", "abcdefgh", 2)).toBe(3);
  });
});

describe("corrections", () => {
  const speller = new Speller(["innlogginger", "helsenorge", "resepter", "besøk", "wait", "meldinger", "seldinger"]);

  it.each([
    ["innloginger", "innlogginger"],
    ["helsenrge", "helsenorge"],
    ["helsenogre", "helsenorge"],
    ["ressepter", "resepter"],
  ])("%s becomes %s", (typed, meant) => {
    expect(speller.correct(typed)).toEqual([meant]);
  });

  it.each(["want", "zebra", "hel", "xyzxyzxyz", "", "a".repeat(500)])("leaves %j alone", (typed) => {
    expect(speller.correct(typed)).toEqual([]);
  });

  it("keeps equally near words side by side", () => {
    expect([...new Speller(["journaler", "journalen"]).correct("journalex")].sort()).toEqual(["journalen", "journaler"]);
  });
});
