import { describe, expect, it } from "vitest";
import { answersOf, answerTo } from "./bot.ts";

// Both from the national e-health monitor: nearly 3.4 million one way, 2.2 million the other.
const FROM_GPS = ["plo-gp-to-municipality 2021 3400000"];
const TO_GPS = ["plo-municipality-to-gp 2021 2200000"];

describe("which way messages go", () => {
  it.each([
    ["care messages sent from municipalities to GPs in 2021", TO_GPS],
    ["care messages sent by municipalities to GPs in 2021", TO_GPS],
    ["messages GPs received from municipalities 2021", TO_GPS],
    ["how many messages did municipalities send to GPs in 2021", TO_GPS],
    ["how many messages did GPs send to municipalities in 2021", FROM_GPS],
    ["care messages sent from GPs to municipalities in 2021", FROM_GPS],
    ["hvor mange meldinger sendte kommunene til fastlegene i 2021", TO_GPS],
    ["hvor mange meldinger sendte fastlegene til kommunene i 2021", FROM_GPS],
    ["PLO-meldinger sendt fra kommune til fastlege 2021", TO_GPS],
    ["pleie- og omsorgsmeldinger sendt fra fastlege til kommune 2021", FROM_GPS],
    ["hvor mange meldinger fikk kommunene fra fastlegene i 2021", FROM_GPS],
    ["hvor mange meldinger mottok fastlegene fra kommunene i 2021", TO_GPS],
    ["kor mange meldingar fekk fastlegane frå kommunane i 2021", TO_GPS],
    ["kor mange meldingar sende kommunane til fastlegane i 2021", TO_GPS],
  ])("%s", (text, expected) => {
    expect(answersOf(answerTo(text))).toEqual(expected);
  });
});
