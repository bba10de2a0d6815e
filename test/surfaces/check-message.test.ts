/** Which sentences of a message are claims, whatever the surface. */
import { describe, expect, it } from "vitest";
import { createAsk } from "../../intents/index.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { brainOf } from "../../src/surfaces/brain.ts";
import { checkedText, checkMessage } from "../../src/surfaces/check-message.ts";

const brain = brainOf(createAsk(loadKnowledge()));
const now = new Date("2026-11-23T09:00:00Z");
const verdictsOn = (text: string) => checkMessage(text, brain, { now }).verdicts.map(({ text: verdict }) => verdict.split("\n")[0]);

describe("a checked message", () => {
  it.each([
    "Vi skal se på innlogginger på Helsenorge i 2021.",
    "Hvor mange innlogginger hadde Helsenorge i 2021?",
    "Budsjettet er 3 mill. og fristen er 15. mars 2025.",
    "Kommunen brukte 4,5 millioner kroner på nye PC-er i 2021.",
  ])("gets no verdict for what claims nothing of our figures: %s", (text) => {
    expect(verdictsOn(text)).toEqual([]);
  });

  it("gets one for each claim, in its order", () => {
    expect(
      verdictsOn("Helsenorge hadde 77,5 millioner innlogginger i 2021! I 2020 var det 60 millioner innlogginger på Helsenorge."),
    ).toEqual([
      "Ja, det stemmer: rundt 77,5 millioner innlogginger på Helsenorge i 2021.",
      "Nei, det stemmer ikke. Nesten 43 millioner innlogginger på Helsenorge i 2020.",
    ]);
  });

  it("is answered in the language that was chosen, else in its own, else in that of the client", () => {
    const about = { now, locale: "nn" } as const;
    expect(checkMessage("There were 99 million logins to Helsenorge in 2021.", brain, about).language).toBe("en");
    expect(checkedText(checkMessage("", brain, about))).toBe("Eg fann ingen tal i meldinga som eg kan halde mot rapporten.");
    expect(checkMessage("There were 99 million logins to Helsenorge in 2021.", brain, { ...about, pinned: "nb" }).language).toBe("nb");
  });
});
