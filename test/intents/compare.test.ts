/** Two figures beside each other, and how far apart they are. Values: IE-1098 unless another document is named. */
import { describe, expect, it } from "vitest";
import { answersOf, answerTo } from "../understanding/bot.ts";

describe("the gap between two", () => {
  it.each([
    // HDIR, Innbyggerundersøkelsen om e-helse 2023: 86 and 57 per cent.
    ["hvor stor forskjell er det på fysisk og digital kontakt i 2023", "Forskjellen er 29 prosentpoeng (beregnet)."],
    [
      "kor stor er skilnaden mellom IKT-utgiftene til sjukehusa og kommunane i 2020",
      "Skilnaden er rundt 5,15 milliardar kroner (utrekna).",
    ],
    ["what was the gap between SYSVAK messages and lab reports in 2021", "The difference is about 16 million messages (computed)."],
  ])("%s", (text, gap) => {
    const answer = answerTo(text);
    expect(answer.intent).toBe("compare");
    expect(answer.details).toContain(gap);
  });

  it("is not told of things that are counted differently", () => {
    const { details } = answerTo("samanlikn tilvisingar og liggedøger i 2020");
    expect(details.join(" ")).not.toContain("Skilnaden er");
  });

  it("is explained where two words are asked about, and no figures", () => {
    const answer = answerTo("hva er forskjellen på besøk og innlogging");
    expect(answer.intent).toBe("definition");
    expect(answersOf(answer)).toEqual([]);
  });
});
