import { describe, expect, it } from "vitest";
import { stems } from "../../src/language/stem.ts";

describe("stems", () => {
  it.each([
    ["bokmål and nynorsk plurals", "innlogginger", "innloggingar"],
    ["definite and indefinite forms", "reseptene", "resepter"],
    ["singular and plural", "melding", "meldinger"],
  ])("merge %s", (_what, one, other) => {
    expect(stems(one)[0]).toBe(stems(other)[0]);
  });

  it("merge English inflections", () => {
    expect(stems("prescriptions")[1]).toBe(stems("prescription")[1]);
  });

  it("keep different words apart", () => {
    expect(stems("innlogginger")[0]).not.toBe(stems("meldinger")[0]);
  });
});
