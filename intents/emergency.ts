/** Medical emergencies and requests for medical advice: numbers to call, never a figure. */
import { say } from "../src/answers/say.ts";
import { bare, type Intent, said } from "./intent.ts";
import { wordsOnly } from "./talk.ts";

export const emergency: Intent = {
  name: "emergency",
  cues: {
    emergency: {
      nb: ["hjerteinfarkt", "hjerteattakk", "hjertestans", "brystsmerter", "vondt i brystet", "smerter i brystet", "puster ikke", "får ikke puste", "får ikke puste", "pustevansker", "bevisstløs", "besvimt", "besvimte", "slag", "hjerneslag", "blør", "blødning", "forgiftet", "forgiftning", "spist sopp", "drukket", "overdose", "selvmord", "ta livet mitt", "ta livet av meg", "vil ikke leve", "orker ikke mer", "vil dø", "skade meg selv", "selvskading", "kramper", "allergisk reaksjon", "ring ambulanse", "trenger ambulanse", "akutt hjelp", "nødhjelp", "nødsituasjon", "ulykke", "kveles", "113", "116117", "svelget"],
      nn: ["hjarteinfarkt", "hjartestans", "brystsmerter", "vondt i brystet", "pustar ikkje", "får ikkje puste", "medvitslaus", "svimte av", "slag", "hjerneslag", "blør", "bløding", "forgifta", "forgifting", "ete sopp", "overdose", "sjølvmord", "ta livet mitt", "ta livet av meg", "vil ikkje leve", "orkar ikkje meir", "vil døy", "skade meg sjølv", "krampar", "allergisk reaksjon", "ring ambulanse", "treng ambulanse", "akutt hjelp", "naudhjelp", "ulukke", "svelgja", "svelgde"],
      en: ["heart attack", "cardiac arrest", "chest pain", "chest pains", "pain in my chest", "can't breathe", "cannot breathe", "not breathing", "unconscious", "fainted", "stroke", "bleeding", "poisoned", "poisoning", "ate a mushroom", "overdose", "overdosed", "suicide", "suicidal", "kill myself", "want to die", "don't want to live", "end my life", "hurt myself", "self-harm", "seizure", "allergic reaction", "call an ambulance", "need an ambulance", "emergency help", "medical emergency", "choking", "swallowed", "911", "112"],
    },
    advice: {
      nb: ["jeg har feber", "har feber", "har vondt", "vondt i hodet", "vondt i magen", "vondt i", "hva skal jeg gjøre", "bør jeg ta", "skal jeg ta", "kan jeg ta", "hvor mye paracet", "hvilken medisin", "hvilken dose", "dosering", "symptomer", "symptom", "jeg er syk", "jeg er gravid", "bør jeg gå til legen", "bør jeg dra på legevakt", "bivirkninger", "utslett", "kvalm", "svimmel", "barnet mitt har", "sønnen min har", "datteren min har", "er det farlig", "diagnose"],
      nn: ["eg har feber", "har feber", "har vondt", "vondt i hovudet", "vondt i magen", "vondt i", "kva skal eg gjere", "bør eg ta", "skal eg ta", "kan eg ta", "kva medisin", "kva dose", "dosering", "symptom", "eg er sjuk", "eg er gravid", "bør eg gå til legen", "biverknader", "utslett", "kvalm", "svimmel", "barnet mitt har", "er det farleg", "diagnose"],
      en: ["i have a fever", "have a fever", "fever", "headache", "stomach ache", "my stomach hurts", "it hurts", "hurts", "what should i do", "should i take", "can i take", "how much paracetamol", "which medicine", "what dose", "dosage", "symptoms", "symptom", "i am sick", "i'm sick", "i feel sick", "am i pregnant", "should i see a doctor", "should i go to", "side effects", "rash", "nausea", "dizzy", "my child has", "my son has", "my daughter has", "is it dangerous", "diagnose", "diagnosis"],
    },
  },

  match(reading, _context, tools) {
    if (said(reading, "emergency")) {
      const statistics = said(reading, "quantity", "share", "series", "trend", "list", "change", "up", "down", "source");
      const acute = !statistics;
      return acute ? { ...bare("emergency", reading) } : undefined;
    }
    if (!said(reading, "advice") || said(reading, "quantity", "share", "series", "trend", "list", "source")) return undefined;
    void tools;
    return bare("emergency", reading);
  },

  answer(question) {
    return wordsOnly(question, say(question.language, "emergencyNumbers"), [say(question.language, "emergency")]);
  },
};
