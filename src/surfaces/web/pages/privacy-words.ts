/** What Helsetall reads and keeps, and on what terms it answers; the README's "What it reads and keeps" says the same. */
import type { Language } from "../../../knowledge/languages.ts";

export type PrivacyWords = {
  privacy: string;
  reads: readonly string[];
  logsNoText: string;
  logsText: string;
  keptHeading: string;
  what: string;
  howLong: string;
  kept: readonly (readonly [what: string, howLong: string])[];
  where: readonly string[];
  terms: string;
  conditions: readonly string[];
};

export const PRIVACY_WORDS: Readonly<Record<Language, PrivacyWords>> = {
  nb: {
    privacy: "Personvern",
    reads: [
      "Helsetall leser bare det som er skrevet til det, og meldinger som noen ber det kontrollere. I Slack hører det også svar i tråder der noen snakker med det. Alt annet slippes ulest.",
      "Nettsiden og API-et lagrer ingenting om hvem som spør, og setter ingen informasjonskapsler. Det en samtale har handlet om, ligger i din egen nettleser, som koder for tall og år.",
    ],
    logsNoText: "Loggen sier hva slags spørsmål det var, språket, og om det fikk svar. Den inneholder ikke teksten.",
    logsText: "Loggen på denne tjeneren er satt til å ta med teksten i spørsmålene, men ikke hvem som spurte.",
    keptHeading: "Hva som lagres fra Slack og Teams",
    what: "Hva",
    howLong: "Hvor lenge",
    kept: [
      ["Teksten i en melding til Helsetall, mens svaret venter på å bli sendt", "til svaret er ute, høyst 25 minutter"],
      ["At svaret ble sendt, i hvilken samtale og når", "24 timer"],
      ["Hvilke tall en samtale har handlet om, uten dine ord", "24 timer etter siste svar"],
      ["Om et svar var nyttig, under et pseudonym", "til det blir slettet"],
      ["Språket du har valgt, under et pseudonym", "til du velger et annet, eller det blir slettet"],
      ["Hvilke samtaler Helsetall er lagt til i", "til det blir fjernet der"],
      ["Hvilke kanaler som får et tall om dagen, og når", "til det blir slettet; hva som skjedde hver dag i 396 dager"],
      ["Hvem som ba om et tall om dagen: kryptert, for å kunne si fra når det stanser", "til noen stanser det"],
    ],
    where: [
      "Alt ligger i databasen til den virksomheten som driver denne tjeneren. Ingenting gis videre til andre enn Slack eller Teams, der du spurte, og det er ingen språkmodell som får lese spørsmålet.",
      "Vil du vite hva som er lagret, eller ha det slettet: spør den som driver Helsetall hos dere.",
    ],
    terms: "Vilkår",
    conditions: [
      "Helsetall gjengir offisielle tall med kilde. Det gir ikke medisinske råd, og er ikke laget for nødssituasjoner: ring 113.",
      "Tallene tilhører dem som har gitt dem ut, og som er nevnt ved hvert av dem. Se i kilden før du bruker et tall til noe viktig.",
      "Programmet er fri programvare under MIT-lisensen og kommer uten garanti av noe slag.",
    ],
  },
  nn: {
    privacy: "Personvern",
    reads: [
      "Helsetall les berre det som er skrive til det, og meldingar som nokon ber det kontrollere. I Slack høyrer det òg svar i trådar der nokon snakkar med det. Alt anna blir sleppt ulese.",
      "Nettsida og API-et lagrar ingenting om kven som spør, og set ingen informasjonskapslar. Det ein samtale har handla om, ligg i din eigen nettlesar, som kodar for tal og år.",
    ],
    logsNoText: "Loggen seier kva slags spørsmål det var, språket, og om det fekk svar. Han inneheld ikkje teksten.",
    logsText: "Loggen på denne tenaren er sett til å ta med teksten i spørsmåla, men ikkje kven som spurde.",
    keptHeading: "Kva som blir lagra frå Slack og Teams",
    what: "Kva",
    howLong: "Kor lenge",
    kept: [
      ["Teksten i ei melding til Helsetall, medan svaret ventar på å bli sendt", "til svaret er ute, høgst 25 minutt"],
      ["At svaret vart sendt, i kva samtale og når", "24 timar"],
      ["Kva tal ein samtale har handla om, utan dine ord", "24 timar etter siste svar"],
      ["Om eit svar var nyttig, under eit pseudonym", "til det blir sletta"],
      ["Språket du har valt, under eit pseudonym", "til du vel eit anna, eller det blir sletta"],
      ["Kva samtalar Helsetall er lagt til i", "til det blir fjerna der"],
      ["Kva kanalar som får eit tal om dagen, og når", "til det blir sletta; kva som hende kvar dag i 396 dagar"],
      ["Kven som bad om eit tal om dagen: kryptert, for å kunne seie frå når det stansar", "til nokon stansar det"],
    ],
    where: [
      "Alt ligg i databasen til den verksemda som driv denne tenaren. Ingenting blir gjeve vidare til andre enn Slack eller Teams, der du spurde, og det er ingen språkmodell som får lese spørsmålet.",
      "Vil du vite kva som er lagra, eller ha det sletta: spør den som driv Helsetall hos dykk.",
    ],
    terms: "Vilkår",
    conditions: [
      "Helsetall gjev att offisielle tal med kjelde. Det gjev ikkje medisinske råd, og er ikkje laga for naudsituasjonar: ring 113.",
      "Tala høyrer til dei som har gjeve dei ut, og som er nemnde ved kvart av dei. Sjå i kjelda før du bruker eit tal til noko viktig.",
      "Programmet er fri programvare under MIT-lisensen og kjem utan garanti av noko slag.",
    ],
  },
  en: {
    privacy: "Privacy",
    reads: [
      "Helsetall reads only what is written to it, and messages that somebody asks it to check. In Slack it also hears replies in threads where somebody talks with it. Everything else is dropped unread.",
      "The web page and the API keep nothing about who asks, and set no cookies. What a conversation has been about lies in your own browser, as codes for figures and years.",
    ],
    logsNoText: "The log tells what kind of question it was, its language, and whether it was answered. It does not hold the text.",
    logsText: "The log of this server is set to hold the text of questions, but not who asked.",
    keptHeading: "What is kept from Slack and Teams",
    what: "What",
    howLong: "How long",
    kept: [
      ["The text of a message to Helsetall, while its answer waits to be sent", "until the answer is out, at most 25 minutes"],
      ["That an answer was sent, in which conversation and when", "24 hours"],
      ["Which figures a conversation has been about, without your words", "24 hours after the last answer"],
      ["Whether an answer was helpful, under a pseudonym", "until erased"],
      ["The language that you chose, under a pseudonym", "until you choose another one, or it is erased"],
      ["Which conversations Helsetall was added to", "until it is removed there"],
      ["Which channels get a figure a day, and when", "until erased; what became of each day for 396 days"],
      ["Who asked for a figure a day: encrypted, to tell them when it pauses", "until somebody stops it"],
    ],
    where: [
      "All of it lies in the database of the organisation that runs this server. Nothing is passed on to anyone but Slack or Teams, where you asked, and no language model gets to read the question.",
      "To know what is kept, or to have it erased, ask whoever runs Helsetall where you work.",
    ],
    terms: "Terms",
    conditions: [
      "Helsetall repeats official figures with their source. It gives no medical advice and is not made for emergencies: call 113.",
      "The figures belong to those who published them, who are named with each of them. Look into the source before you use a figure for anything important.",
      "The program is free software under the MIT licence and comes without warranty of any kind.",
    ],
  },
};
