/** The words that chat surfaces put around an answer; the answer brings its own. */
import type { Language } from "../knowledge/languages.ts";
import type { IntentName } from "../understanding/question.ts";

type ChatWords = {
  /** The name of the language in itself. */
  self: string;
  openReport: string;
  ownPage: string;
  showSource: string;
  showMeaning: string;
  showWhy: string;
  share: string;
  helpful: string;
  notHelpful: string;
  thanks: string;
  askReason: string;
  reasons: Readonly<Record<"wrong" | "misunderstood" | "missing" | "unclear", string>>;
  /** Said when a person asks faster than anyone reads. */
  slowDown: string;
  notAllowed: string;
  oldButton: string;
  /** What the reading of a question came to. */
  readAs: (parts: string) => string;
  chosen: string;
  kinds: Readonly<Partial<Record<IntentName, string>>>;
  checkTitle: string;
  checkNothing: string;
  homeTitle: string;
  homeIntro: string;
  homeLanguage: string;
  homeFollow: string;
  homeShow: string;
  homePage: string;
  /** Questions to begin with. */
  starters: readonly string[];
};

export const CHAT_WORDS: Readonly<Record<Language, ChatWords>> = {
  nb: {
    self: "bokmål",
    openReport: "Åpne rapporten",
    ownPage: "Svarets egen side",
    showSource: "Vis kilden",
    showMeaning: "Hva betyr det?",
    showWhy: "Hvorfor dette svaret?",
    share: "Del i kanalen",
    helpful: "Nyttig",
    notHelpful: "Ikke nyttig",
    thanks: "Takk for tilbakemeldingen.",
    askReason: "Takk. Hva var galt med svaret?",
    reasons: { wrong: "Tallet er feil", misunderstood: "Spørsmålet ble misforstått", missing: "Noe mangler", unclear: "Det er uklart" },
    slowDown: "Det var mange spørsmål på kort tid. Vent et halvt minutt, så svarer jeg igjen.",
    notAllowed: "Helsetall er ikke slått på her. Be den som driver Helsetall, om å slippe til dette arbeidsområdet.",
    oldButton: "Denne knappen er for gammel. Still spørsmålet på nytt.",
    readAs: (parts) => `Slik leste jeg spørsmålet: ${parts}.`,
    chosen:
      "Rapporten IE-1098 svarer først. Andre offentlige dokumenter fyller bare år som rapporten mangler. Ingenting er anslått, og tall som er regnet ut, er merket.",
    kinds: {
      value: "tallet for",
      change: "endringen i",
      compare: "sammenligning av",
      ranking: "rangering av",
      share: "andelen for",
      trend: "trenden for",
      why: "hvorfor",
      definition: "hva som menes med",
      source: "kilden til",
      list: "hva jeg har om",
      series: "utviklingen i",
      check: "om det stemmer:",
    },
    checkTitle: "Tallene i meldingen, holdt mot rapporten:",
    checkNothing: "Jeg fant ingen tall i meldingen som jeg kan holde mot rapporten.",
    homeTitle: "Helsetall",
    homeIntro: "Offisielle tall om e-helse, med kilde. Spør her, i en kanal der jeg er med, eller med /helsetall.",
    homeLanguage: "Språket jeg svarer deg på",
    homeFollow: "Samme som spørsmålet",
    homeShow: "Vis tallene",
    homePage: "Alle tallene",
    starters: [
      "Hvor mange innlogginger hadde Helsenorge i 2021?",
      "Hva er trenden for digital hjemmeoppfølging?",
      "Hvor mye økte antallet medisinske meldinger?",
      "Hva kan du svare på?",
    ],
  },
  nn: {
    self: "nynorsk",
    openReport: "Opne rapporten",
    ownPage: "Eiga side for svaret",
    showSource: "Vis kjelda",
    showMeaning: "Kva tyder det?",
    showWhy: "Kvifor dette svaret?",
    share: "Del i kanalen",
    helpful: "Nyttig",
    notHelpful: "Ikkje nyttig",
    thanks: "Takk for tilbakemeldinga.",
    askReason: "Takk. Kva var gale med svaret?",
    reasons: { wrong: "Talet er feil", misunderstood: "Spørsmålet vart misforstått", missing: "Noko manglar", unclear: "Det er uklart" },
    slowDown: "Det var mange spørsmål på kort tid. Vent eit halvt minutt, så svarer eg att.",
    notAllowed: "Helsetall er ikkje slått på her. Be den som driv Helsetall, om å sleppe til dette arbeidsområdet.",
    oldButton: "Denne knappen er for gammal. Still spørsmålet på nytt.",
    readAs: (parts) => `Slik las eg spørsmålet: ${parts}.`,
    chosen:
      "Rapporten IE-1098 svarer først. Andre offentlege dokument fyller berre år som rapporten manglar. Ingenting er gjetta, og tal som er rekna ut, er merkte.",
    kinds: {
      value: "talet for",
      change: "endringa i",
      compare: "samanlikning av",
      ranking: "rangering av",
      share: "delen for",
      trend: "trenden for",
      why: "kvifor",
      definition: "kva som er meint med",
      source: "kjelda til",
      list: "kva eg har om",
      series: "utviklinga i",
      check: "om det stemmer:",
    },
    checkTitle: "Tala i meldinga, haldne mot rapporten:",
    checkNothing: "Eg fann ingen tal i meldinga som eg kan halde mot rapporten.",
    homeTitle: "Helsetall",
    homeIntro: "Offisielle tal om e-helse, med kjelde. Spør her, i ein kanal der eg er med, eller med /helsetall.",
    homeLanguage: "Språket eg svarer deg på",
    homeFollow: "Same som spørsmålet",
    homeShow: "Vis tala",
    homePage: "Alle tala",
    starters: [
      "Kor mange innloggingar hadde Helsenorge i 2021?",
      "Kva er trenden for digital heimeoppfølging?",
      "Kor mykje auka talet på medisinske meldingar?",
      "Kva kan du svare på?",
    ],
  },
  en: {
    self: "English",
    openReport: "Open the report",
    ownPage: "The answer's own page",
    showSource: "Show the source",
    showMeaning: "What does it mean?",
    showWhy: "Why this answer?",
    share: "Share in the channel",
    helpful: "Helpful",
    notHelpful: "Not helpful",
    thanks: "Thank you for the feedback.",
    askReason: "Thank you. What was wrong with the answer?",
    reasons: {
      wrong: "The figure is wrong",
      misunderstood: "It misread my question",
      missing: "Something is missing",
      unclear: "It is unclear",
    },
    slowDown: "That was a lot of questions in a short time. Give me half a minute and I will answer again.",
    notAllowed: "Helsetall is not switched on here. Ask whoever runs Helsetall to let this workspace in.",
    oldButton: "This button is too old. Please ask the question again.",
    readAs: (parts) => `I read your question as: ${parts}.`,
    chosen:
      "The report IE-1098 speaks first. Other public documents only fill years that it lacks. Nothing is estimated, and numbers that were worked out are marked.",
    kinds: {
      value: "the figure for",
      change: "the change in",
      compare: "a comparison of",
      ranking: "a ranking of",
      share: "the share for",
      trend: "the trend for",
      why: "why",
      definition: "what is meant by",
      source: "the source of",
      list: "what I have about",
      series: "the course of",
      check: "whether it is right:",
    },
    checkTitle: "The figures in the message, held against the report:",
    checkNothing: "I found no figures in the message that I can hold against the report.",
    homeTitle: "Helsetall",
    homeIntro: "Official e-health figures, each with its source. Ask here, in a channel that I am in, or with /helsetall.",
    homeLanguage: "The language I answer you in",
    homeFollow: "That of the question",
    homeShow: "Show the figures",
    homePage: "All its figures",
    starters: [
      "How many Helsenorge logins in 2021?",
      "What is the trend for digital home follow-up?",
      "How much did the number of medical messages grow?",
      "What can you answer?",
    ],
  },
};
