/** Everything that the fact of the day says to people, in bokmål, nynorsk and English. */
import type { Language } from "../knowledge/schema.ts";
import type { DeliveryTable } from "../store/schema.ts";
import type { Fault } from "./faults.ts";

const nb = {
  unclear: "Det forstod jeg ikke helt. Skriv for eksempel «daglig 09:00», «daglig 09:00 man ons fre» eller «daglig vis».",
  unclearTime: "Når på dagen skal det være? Skriv for eksempel «daglig 09:00».",
  unclearZone: "Den tidssonen kjenner jeg ikke. Skriv for eksempel «daglig 09:00 Europe/Oslo».",
  unclearSubjects: "Det temaet har jeg ingen tall om. Skriv for eksempel «daglig 09:00 bare kjernejournal».",
  unclearUntil: "Hvor lenge? Skriv for eksempel «daglig pause til fredag» eller «daglig pause til 1. desember».",
  unclearSkip: "Jeg kan hoppe over i dag: «daglig hopp over i dag». For flere dager kan du skrive «daglig pause til fredag».",
  subscribed: "Dagens tall kommer {days} {clock} {place}. Det neste kommer {when}.",
  changed: "Endret: dagens tall kommer {days} {clock} {place}. Det neste kommer {when}.",
  here: "hit",
  onlyAbout: "Bare om {subjects}.",
  withHolidays: "Også på helligdager.",
  noHolidays: "Norske helligdager hoppes over.",
  howToStop: "Skriv «daglig stopp» for å avslutte.",
  none: "Her kommer det ikke noe daglig tall. Skriv for eksempel «daglig 09:00» for å begynne.",
  next: "Det neste kommer {when}.",
  pausedUntil: "Satt på pause. Det neste kommer {when}.",
  paused: "Satt på pause. Skriv «daglig fortsett» når det skal gå videre.",
  resumed: "Det går videre. Det neste kommer {when}.",
  skipped: "Hoppet over i dag. Det neste kommer {when}.",
  notToday: "Det kommer ikke noe mer i dag. Det neste kommer {when}.",
  stopped: "Stoppet. Det kommer ikke flere daglige tall hit. Skriv «daglig 09:00» for å begynne igjen.",
  preview: "Forhåndsvisning – slik ser dagens tall ut:",
  mayNot: "Bare den som kan skrive i kanalen, kan sette opp dagens tall der.",
  factHead: "Dagens tall",
  askOn: "Spør gjerne videre, for eksempel: {question}",
  askTrends: "Hvilke trender finnes?",
  stopLink: "Stopp dagens tall",
  lastDays: "De siste:",
  sent: "kom fram",
  failed: "kom ikke fram",
  unknown: "kan ha kommet fram; ble derfor ikke sendt på nytt",
  missed: "ble for sent og ble ikke sendt",
  left: "ble hoppet over",
  planned: "er på vei",
  archived: "Dagens tall i kanalen du satte opp, er på pause, fordi kanalen er arkivert. Det går videre når kanalen åpnes igjen.",
  removed:
    "Dagens tall i kanalen du satte opp, er på pause, fordi Helsetall ikke lenger er med i kanalen. Det går videre når Helsetall legges til igjen.",
  revoked:
    "Dagens tall i kanalen du satte opp, er på pause, fordi Helsetall ikke lenger har tilgang. Det går videre når appen installeres på nytt.",
  help: "Dagens tall: «daglig 09:00» (hverdager), «daglig 09:00 hver dag», «daglig 09:00 man ons fre bare kjernejournal», «daglig vis», «daglig pause til fredag», «daglig hopp over i dag», «daglig prøv nå», «daglig stopp».",
  inviteMe: "Jeg får ikke skrive i denne kanalen, så dagens tall kan ikke komme hit. Inviter meg med «/invite @Helsetall», og prøv igjen.",
  formOpen: "Sett opp dagens tall",
  formSave: "Lagre",
  formCancel: "Avbryt",
  formTime: "Klokkeslett",
  formDays: "Dager",
  formSubjects: "Bare om (valgfritt)",
  formUnknownSubject: "Det temaet har jeg ingen tall om. Skriv for eksempel kjernejournal, e-resept eller Helsenorge.",
  formSubjectsHint: "For eksempel: kjernejournal, e-resept, Helsenorge. Tomt felt gir alle temaer.",
  formHolidays: "Også på norske helligdager",
  formLanguage: "Språk",
  homeNone: "Du har ikke satt opp dagens tall noe sted. Skriv «daglig 09:00» til meg, eller «/helsetall daglig 09:00» i en kanal.",
  homeDirect: "Her, i meldingene våre",
};
export type DailyWord = keyof typeof nb;

const nn: Readonly<Record<DailyWord, string>> = {
  unclear: "Det forstod eg ikkje heilt. Skriv til dømes «dagleg 09:00», «dagleg 09:00 mån ons fre» eller «dagleg vis».",
  unclearTime: "Når på dagen skal det vere? Skriv til dømes «dagleg 09:00».",
  unclearZone: "Den tidssona kjenner eg ikkje. Skriv til dømes «dagleg 09:00 Europe/Oslo».",
  unclearSubjects: "Det temaet har eg ingen tal om. Skriv til dømes «dagleg 09:00 berre kjernejournal».",
  unclearUntil: "Kor lenge? Skriv til dømes «dagleg pause til fredag» eller «dagleg pause til 1. desember».",
  unclearSkip: "Eg kan hoppe over i dag: «dagleg hopp over i dag». For fleire dagar kan du skrive «dagleg pause til fredag».",
  subscribed: "Dagens tal kjem {days} {clock} {place}. Det neste kjem {when}.",
  changed: "Endra: dagens tal kjem {days} {clock} {place}. Det neste kjem {when}.",
  here: "hit",
  onlyAbout: "Berre om {subjects}.",
  withHolidays: "Også på heilagdagar.",
  noHolidays: "Norske heilagdagar blir hoppa over.",
  howToStop: "Skriv «dagleg stopp» for å avslutte.",
  none: "Her kjem det ikkje noko dagleg tal. Skriv til dømes «dagleg 09:00» for å byrje.",
  next: "Det neste kjem {when}.",
  pausedUntil: "Sett på pause. Det neste kjem {when}.",
  paused: "Sett på pause. Skriv «dagleg hald fram» når det skal gå vidare.",
  resumed: "Det går vidare. Det neste kjem {when}.",
  skipped: "Hoppa over i dag. Det neste kjem {when}.",
  notToday: "Det kjem ikkje noko meir i dag. Det neste kjem {when}.",
  stopped: "Stoppa. Det kjem ikkje fleire daglege tal hit. Skriv «dagleg 09:00» for å byrje igjen.",
  preview: "Førehandsvising – slik ser dagens tal ut:",
  mayNot: "Berre den som kan skrive i kanalen, kan setje opp dagens tal der.",
  factHead: "Dagens tal",
  askOn: "Spør gjerne vidare, til dømes: {question}",
  askTrends: "Kva trendar finst?",
  stopLink: "Stopp dagens tal",
  lastDays: "Dei siste:",
  sent: "kom fram",
  failed: "kom ikkje fram",
  unknown: "kan ha kome fram; vart difor ikkje sendt på nytt",
  missed: "vart for seint og vart ikkje sendt",
  left: "vart hoppa over",
  planned: "er på veg",
  archived: "Dagens tal i kanalen du sette opp, er på pause, fordi kanalen er arkivert. Det går vidare når kanalen blir opna igjen.",
  removed:
    "Dagens tal i kanalen du sette opp, er på pause, fordi Helsetall ikkje lenger er med i kanalen. Det går vidare når Helsetall blir lagt til igjen.",
  revoked:
    "Dagens tal i kanalen du sette opp, er på pause, fordi Helsetall ikkje lenger har tilgang. Det går vidare når appen blir installert på nytt.",
  help: "Dagens tal: «dagleg 09:00» (kvardagar), «dagleg 09:00 kvar dag», «dagleg 09:00 mån ons fre berre kjernejournal», «dagleg vis», «dagleg pause til fredag», «dagleg hopp over i dag», «dagleg prøv no», «dagleg stopp».",
  inviteMe: "Eg får ikkje skrive i denne kanalen, så dagens tal kan ikkje kome hit. Inviter meg med «/invite @Helsetall», og prøv igjen.",
  formOpen: "Set opp dagens tal",
  formSave: "Lagre",
  formCancel: "Avbryt",
  formTime: "Klokkeslett",
  formDays: "Dagar",
  formSubjects: "Berre om (valfritt)",
  formUnknownSubject: "Det temaet har eg ingen tal om. Skriv til dømes kjernejournal, e-resept eller Helsenorge.",
  formSubjectsHint: "Til dømes: kjernejournal, e-resept, Helsenorge. Tomt felt gir alle tema.",
  formHolidays: "Også på norske heilagdagar",
  formLanguage: "Språk",
  homeNone: "Du har ikkje sett opp dagens tal nokon stad. Skriv «dagleg 09:00» til meg, eller «/helsetall dagleg 09:00» i ein kanal.",
  homeDirect: "Her, i meldingane våre",
};

const en: Readonly<Record<DailyWord, string>> = {
  unclear: "I did not quite get that. Write for example “daily 09:00”, “daily 09:00 mon wed fri” or “daily show”.",
  unclearTime: "At what time of day? Write for example “daily 09:00”.",
  unclearZone: "I do not know that time zone. Write for example “daily 09:00 Europe/Oslo”.",
  unclearSubjects: "I have no figures about that subject. Write for example “daily 09:00 only kjernejournal”.",
  unclearUntil: "Until when? Write for example “daily pause until Friday” or “daily pause until 1 December”.",
  unclearSkip: "I can skip today: “daily skip today”. For more days you can write “daily pause until Friday”.",
  subscribed: "The fact of the day comes {place} {days} {clock}. The next one comes on {when}.",
  changed: "Changed: the fact of the day comes {place} {days} {clock}. The next one comes on {when}.",
  here: "here",
  onlyAbout: "Only about {subjects}.",
  withHolidays: "Also on public holidays.",
  noHolidays: "Norwegian public holidays are skipped.",
  howToStop: "Write “daily stop” to end it.",
  none: "No fact of the day comes here. Write for example “daily 09:00” to begin.",
  next: "The next one comes on {when}.",
  pausedUntil: "Paused. The next one comes on {when}.",
  paused: "Paused. Write “daily resume” when it should go on.",
  resumed: "It goes on. The next one comes on {when}.",
  skipped: "Skipped for today. The next one comes on {when}.",
  notToday: "There is nothing more to come today. The next one comes on {when}.",
  stopped: "Stopped. No more facts of the day come here. Write “daily 09:00” to begin again.",
  preview: "Preview – this is what the fact of the day looks like:",
  mayNot: "Only those who may post in the channel can set up the fact of the day there.",
  factHead: "Fact of the day",
  askOn: "Ask on, for example: {question}",
  askTrends: "Which trends are there?",
  stopLink: "Stop the fact of the day",
  lastDays: "The last ones:",
  sent: "arrived",
  failed: "did not arrive",
  unknown: "may have arrived, so it was not sent again",
  missed: "was too late and was not sent",
  left: "was skipped",
  planned: "is on its way",
  archived:
    "The fact of the day in the channel that you set up is paused, because the channel is archived. It goes on when the channel is opened again.",
  removed:
    "The fact of the day in the channel that you set up is paused, because Helsetall is no longer in the channel. It goes on when Helsetall is added again.",
  revoked:
    "The fact of the day in the channel that you set up is paused, because Helsetall no longer has access. It goes on when the app is installed again.",
  help: "Fact of the day: “daily 09:00” (weekdays), “daily 09:00 every day”, “daily 09:00 mon wed fri only kjernejournal”, “daily show”, “daily pause until Friday”, “daily skip today”, “daily try now”, “daily stop”.",
  inviteMe: "I may not post in this channel, so the fact of the day cannot come here. Invite me with “/invite @Helsetall” and try again.",
  formOpen: "Set up the fact of the day",
  formSave: "Save",
  formCancel: "Cancel",
  formTime: "Time",
  formDays: "Days",
  formSubjects: "Only about (optional)",
  formUnknownSubject: "I have no figures about that subject. Write for example kjernejournal, e-prescriptions or Helsenorge.",
  formSubjectsHint: "For example: kjernejournal, e-prescriptions, Helsenorge. Leave it empty for all subjects.",
  formHolidays: "Also on Norwegian public holidays",
  formLanguage: "Language",
  homeNone: "You have not set up the fact of the day anywhere. Write “daily 09:00” to me, or “/helsetall daily 09:00” in a channel.",
  homeDirect: "Here, in our messages",
};

const WORDS: Readonly<Record<Language, Readonly<Record<DailyWord, string>>>> = { nb, nn, en };

/** Says something in a language, its places filled in. The values are plain text; nothing is markup. */
export function dailyWord(language: Language, key: DailyWord, values: Readonly<Record<string, string>> = {}): string {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** Whether a day's post arrived, in words. */
export function stateWords(state: DeliveryTable["state"], language: Language): string {
  return dailyWord(language, state === "skipped" ? "left" : state);
}

/** What the person who set a subscription up is told when it pauses. */
export function faultWords(fault: Fault, language: Language): string {
  return dailyWord(language, fault);
}
