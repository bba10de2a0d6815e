/** Every number that the words state stands with its source: places as printed in IE-1098 and the documents named. */
import { describe, expect, it } from "vitest";
import { sourceLines } from "../../src/answers/text.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { answerTo } from "../understanding/bot.ts";

const knowledge = loadKnowledge();
const proofOf = (text: string): string => sourceLines(answerTo(text), knowledge)[0] ?? "";

describe("the source line", () => {
  it.each([
    // Figure 4.4 has the logins, figure 4.3 the visits.
    ["innlogginger mot besøk på Helsenorge i 2021", "«Helsenorge – Antall besøk på Helsenorge», figur 4.3."],
    // The report has no logins of 2018; digi.no told of them in 2019.
    ["hvor mange innlogginger på Helsenorge i 2020?", "I tillegg: Slik er e-helsehverdagen vår blitt"],
    ["how much did IT in hospitals cost and what did the municipalities spend in 2020?", "Also: Ressursbruk på IKT"],
    ["kor mange innloggingar og besøk på Helsenorge i 2021?", "«Helsenorge – Antall besøk på Helsenorge», figur 4.3"],
  ])("names the place of the second figure too: %s", (text, place) => {
    expect(proofOf(text)).toContain(place);
  });

  it("names one place once", () => {
    expect(proofOf("how many Helsenorge logins in 2021?")).not.toContain("Also:");
    expect(proofOf("hvor mange e-resepter ble rekvirert og utlevert i 2021?")).not.toContain("I tillegg");
  });

  it("gives no publisher to figures of several", () => {
    // Section «E-resept»: prescriptions without a publisher in the report, surveys with one.
    expect(proofOf("hvilke tall har du om e-resept?")).not.toMatch(/Tallet er fra|oppgir ikke hvem/);
    expect(proofOf("hvor mange e-resepter ble utlevert i 2021?")).toContain("Rapporten oppgir ikke hvem tallet kommer fra.");
  });
});
