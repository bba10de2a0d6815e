/** The words of the pages themselves; answers bring their own. */
import type { Language } from "../../../knowledge/languages.ts";

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { nb: "Bokmål", nn: "Nynorsk", en: "English" };

type Words = {
  tagline: string;
  about: string;
  ask: string;
  askHint: string;
  send: string;
  examples: readonly string[];
  tryAsking: string;
  you: string;
  answer: string;
  answers: string;
  source: string;
  openReport: string;
  ownPage: string;
  copyQuote: string;
  copied: string;
  notCopied: string;
  downloadCsv: string;
  browse: string;
  browseIntro: string;
  chat: string;
  skip: string;
  languages: string;
  pages: string;
  notFound: string;
  notFoundHint: string;
  section: (number: string) => string;
  figuresHere: string;
  figureColumn: string;
  periodColumn: string;
  nameColumn: string;
  documentColumn: string;
  publishedBy: string;
  trend: string;
  noFiguresHere: string;
  failed: string;
  tooMany: string;
  origin: string;
  noModel: string;
};

export const WORDS: Readonly<Record<Language, Words>> = {
  nb: {
    tagline: "Offisielle tall om e-helse, med kilde",
    about: "Spør om et tall eller en trend fra rapporten «E-helsetrender: Utviklingstrekk 2022». Hvert svar viser hvor tallet står.",
    ask: "Spør om et tall",
    askHint: "Hvor mange innlogginger hadde Helsenorge i 2021?",
    send: "Spør",
    examples: [
      "Hvor mange innlogginger hadde Helsenorge i 2021?",
      "Hva er trenden for digital hjemmeoppfølging?",
      "Hvor mye økte antallet medisinske meldinger?",
      "Hvilket år var antall liggedager høyest?",
      "Stemmer det at det brukes 386 milliarder på helse?",
    ],
    tryAsking: "Prøv for eksempel",
    you: "Du spurte",
    answer: "Helsetall svarer",
    answers: "Samtalen",
    source: "Kilde",
    openReport: "Åpne rapporten",
    ownPage: "Svarets egen side",
    copyQuote: "Kopier med kilde",
    copied: "Kopiert",
    notCopied: "Nettleseren lot meg ikke kopiere. Merk teksten og kopier den selv.",
    downloadCsv: "Last ned tallrekken (CSV)",
    browse: "Alle tall",
    browseIntro: "Alt Helsetall har tall for, etter kapittel i rapporten. Tall fra andre dokumenter er merket med dem.",
    chat: "Spør",
    skip: "Hopp til innholdet",
    languages: "Språk",
    pages: "Sider",
    notFound: "Denne siden finnes ikke",
    notFoundHint: "Spør heller om tallet du leter etter, eller se alle tall.",
    section: (number) => `Kapittel ${number}`,
    figuresHere: "Tall i dette kapittelet",
    figureColumn: "Tall",
    periodColumn: "Tid",
    nameColumn: "Hva",
    documentColumn: "Hvor det står",
    publishedBy: "Utgitt av",
    trend: "Trenden",
    noFiguresHere: "Helsetall har ingen egne tall fra dette kapittelet.",
    failed: "Svaret kom ikke fram. Prøv en gang til.",
    tooMany: "Det kom for mange spørsmål på en gang. Vent litt, og prøv igjen.",
    origin: "Tallene er fra Direktoratet for e-helses rapport IE-1098 og andre offentlige dokumenter.",
    noModel: "Ingen språkmodell: ingen tall er diktet opp.",
  },
  nn: {
    tagline: "Offisielle tal om e-helse, med kjelde",
    about: "Spør om eit tal eller ein trend frå rapporten «E-helsetrender: Utviklingstrekk 2022». Kvart svar viser kvar talet står.",
    ask: "Spør om eit tal",
    askHint: "Kor mange innloggingar hadde Helsenorge i 2021?",
    send: "Spør",
    examples: [
      "Kor mange innloggingar hadde Helsenorge i 2021?",
      "Kva er trenden for digital heimeoppfølging?",
      "Kor mykje auka talet på medisinske meldingar?",
      "Kva år var talet på liggedagar høgast?",
      "Stemmer det at det blir brukt 386 milliardar på helse?",
    ],
    tryAsking: "Prøv til dømes",
    you: "Du spurde",
    answer: "Helsetall svarar",
    answers: "Samtalen",
    source: "Kjelde",
    openReport: "Opne rapporten",
    ownPage: "Svaret si eiga side",
    copyQuote: "Kopier med kjelde",
    copied: "Kopiert",
    notCopied: "Nettlesaren lét meg ikkje kopiere. Merk teksten og kopier han sjølv.",
    downloadCsv: "Last ned talrekkja (CSV)",
    browse: "Alle tal",
    browseIntro: "Alt Helsetall har tal for, etter kapittel i rapporten. Tal frå andre dokument er merkte med dei.",
    chat: "Spør",
    skip: "Hopp til innhaldet",
    languages: "Språk",
    pages: "Sider",
    notFound: "Denne sida finst ikkje",
    notFoundHint: "Spør heller om talet du leitar etter, eller sjå alle tal.",
    section: (number) => `Kapittel ${number}`,
    figuresHere: "Tal i dette kapittelet",
    figureColumn: "Tal",
    periodColumn: "Tid",
    nameColumn: "Kva",
    documentColumn: "Kvar det står",
    publishedBy: "Gjeven ut av",
    trend: "Trenden",
    noFiguresHere: "Helsetall har ingen eigne tal frå dette kapittelet.",
    failed: "Svaret kom ikkje fram. Prøv ein gong til.",
    tooMany: "Det kom for mange spørsmål på ein gong. Vent litt, og prøv igjen.",
    origin: "Tala er frå rapporten IE-1098 frå Direktoratet for e-helse og andre offentlege dokument.",
    noModel: "Ingen språkmodell: ingen tal er dikta opp.",
  },
  en: {
    tagline: "Official figures on e-health in Norway, with their source",
    about: "Ask for a figure or a trend of the report “E-helsetrender: Utviklingstrekk 2022”. Every answer shows where the figure stands.",
    ask: "Ask for a figure",
    askHint: "How many Helsenorge logins in 2021?",
    send: "Ask",
    examples: [
      "How many Helsenorge logins in 2021?",
      "What is the trend for digital home follow-up?",
      "How much did the number of medical messages grow?",
      "Which year had the most bed days?",
      "Is it true that 386 billion is spent on health?",
    ],
    tryAsking: "Try for example",
    you: "You asked",
    answer: "Helsetall answers",
    answers: "The conversation",
    source: "Source",
    openReport: "Open the report",
    ownPage: "This answer's page",
    copyQuote: "Copy with source",
    copied: "Copied",
    notCopied: "The browser did not let me copy. Select the text and copy it yourself.",
    downloadCsv: "Download the series (CSV)",
    browse: "All figures",
    browseIntro: "Everything that Helsetall has figures for, by the report's chapters. Figures from other documents are marked with them.",
    chat: "Ask",
    skip: "Skip to the content",
    languages: "Language",
    pages: "Pages",
    notFound: "There is no such page",
    notFoundHint: "Ask for the figure that you look for, or see all figures.",
    section: (number) => `Chapter ${number}`,
    figuresHere: "Figures in this chapter",
    figureColumn: "Figure",
    periodColumn: "Time",
    nameColumn: "What",
    documentColumn: "Where it stands",
    publishedBy: "Published by",
    trend: "The trend",
    noFiguresHere: "Helsetall has no figures of its own from this chapter.",
    failed: "The answer did not arrive. Please try again.",
    tooMany: "Too many questions came at once. Wait a little and try again.",
    origin: "The figures are from report IE-1098 of the Norwegian Directorate of eHealth and other public documents.",
    noModel: "No language model: no figure is made up.",
  },
};
