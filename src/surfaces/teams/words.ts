/** The words of Teams' own parts; answers bring theirs. */
import type { Language } from "../../knowledge/languages.ts";

type Words = {
  openReport: string;
  ownPage: string;
  welcome: string;
  welcomeHow: string;
  checkTitle: string;
  notUnderstood: string;
  pinned: string;
  unpinned: string;
  searchTitle: string;
};

export const WORDS: Readonly<Record<Language, Words>> = {
  nb: {
    openReport: "Åpne kilden",
    ownPage: "Svarets egen side",
    welcome: "Hei! Jeg svarer med offisielle tall om e-helse i Norge, alltid med kilde.",
    welcomeHow: "Spør for eksempel «Hvor mange innlogginger hadde Helsenorge i 2021?», eller skriv «hjelp».",
    checkTitle: "Kontroller tallet",
    notUnderstood: "Denne knappen virker ikke lenger. Still spørsmålet på nytt.",
    pinned: "Fra nå av svarer jeg deg på bokmål. Skriv «språk auto» for å la spørsmålet bestemme.",
    unpinned: "Fra nå av svarer jeg på språket du spør på.",
    searchTitle: "Tall med kilde",
  },
  nn: {
    openReport: "Opne kjelda",
    ownPage: "Svaret si eiga side",
    welcome: "Hei! Eg svarar med offisielle tal om e-helse i Noreg, alltid med kjelde.",
    welcomeHow: "Spør til dømes «Kor mange innloggingar hadde Helsenorge i 2021?», eller skriv «hjelp».",
    checkTitle: "Kontroller talet",
    notUnderstood: "Denne knappen verkar ikkje lenger. Still spørsmålet på nytt.",
    pinned: "Frå no av svarar eg deg på nynorsk. Skriv «språk auto» for å la spørsmålet avgjere.",
    unpinned: "Frå no av svarar eg på språket du spør på.",
    searchTitle: "Tal med kjelde",
  },
  en: {
    openReport: "Open the source",
    ownPage: "This answer's page",
    welcome: "Hello! I answer with official figures on e-health in Norway, always with the source.",
    welcomeHow: "Ask for example “How many Helsenorge logins in 2021?”, or write “help”.",
    checkTitle: "Check this figure",
    notUnderstood: "This button no longer works. Please ask the question again.",
    pinned: "From now on I answer you in English. Write “language auto” to let the question decide.",
    unpinned: "From now on I answer in the language of your question.",
    searchTitle: "Figures with their source",
  },
};
