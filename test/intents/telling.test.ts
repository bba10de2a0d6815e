/** Messages that tell and ask nothing get no figure; the same words in a question do. */
import { describe, expect, it } from "vitest";
import { answersOf, answerTo } from "../understanding/bot.ts";

describe("a message that tells of persons or of the day", () => {
  it.each([
    "Eg sende tilvisinga til sjukehuset i føremiddag",
    "mormor har fått plass på sykehjem i 2. etasje, veldig glad",
    "The nurse said she would send me a message on Helsenorge tomorrow",
    "Kollegaen min ble lurt av en phishing-mail igjen, stakkars",
    "Fikk endelig hentet e-resepten på apoteket, det sto 14 i kø",
    "finally finished my thesis on referrals, 80 pages, time for a holiday",
    "tykkjer det går altfor mykje pengar til IKT i sjukehusa",
    "sendte 14 henvisninger før lunsj i dag, helt ferdig nå",
    "sette inn fotnote 2 under tabellen om liggedagar, no er sida full",
    "just finished the slide on visits, will do the one on messages after lunch",
    "Møtet om medisinske meldinger er flyttet til torsdag 14.30, samme rom.",
    "Husk å flytte figuren om e-resept 2021 bak avsnittet om apotek",
    "Har retta skrivefeilen i teksten om 77,5 millionar innloggingar, så no kan du trykkje han opp.",
    "We showed the board the Helsenorge visits for 2020 and 2021 yesterday and they loved the graph.",
    "Sjekkliste: lesekorrektur, figur 4.7 meldingar, alternativ tekst, innhaldsliste",
    "Er det plass til 14 på møterom 27 på fredag kl 10?",
    "hvor mange uleste meldinger har jeg i teams?",
    "hva koster det å gå til fastlegen",
  ])("%s", (text) => {
    expect(answersOf(answerTo(text))).toEqual([]);
  });

  it.each([
    ["Eg treng talet på tilvisingar til spesialisthelsetenesta i 2020", "referrals 2020 1287742"],
    ["fikk tall fra deg i går, trenger innlogginger på Helsenorge i 2021 også", "helsenorge-logins 2021 77500000"],
    ["Brukte sykehusene 8,4 milliarder på IKT i 2019?", "ict-specialist 2019 8400000000"],
    ["Budsjettmøte kl 13 – hva brukte spesialisthelsetjenesten på IKT i 2020?", "ict-specialist 2020 8900000000"],
    ["send meg tallet på innlogginger på Helsenorge i 2021 før fredag", "helsenorge-logins 2021 77500000"],
    ["vi lurer på hvor mange som logget inn på Helsenorge i 2021", "helsenorge-logins 2021 77500000"],
    ["Jeg skriver om meldingstjenesten på Helsenorge. Hvor mange besøk i 2021?", "helsenorge-message-visits 2021 40000000"],
  ])("is none where something is asked for: %s", (text, figure) => {
    expect(answersOf(answerTo(text))).toContain(figure);
  });
});
