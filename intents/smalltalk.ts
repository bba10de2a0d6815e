/** Greetings, thanks and the like, when nothing else is said. */

import type { MessageKey } from "../src/answers/messages/nb.ts";
import { say } from "../src/answers/say.ts";
import { exampleQuestions } from "./help.ts";
import { bare, type Intent, said } from "./intent.ts";
import { wordsOnly } from "./talk.ts";

const REPLIES: Readonly<Record<string, MessageKey>> = {
  insult: "insult",
  who: "whoAreYou",
  mood: "howAreYou",
  thanks: "thanks",
  bye: "bye",
  hello: "hello",
};

export const smalltalk: Intent = {
  name: "smalltalk",
  cues: {
    hello: {
      nb: ["hei", "heisann", "hallo", "halla", "god morgen", "god dag", "god kveld", "morn", "heia", "tjena", "yo"],
      nn: ["hei", "heisann", "hallo", "god morgon", "god dag", "god kveld", "morn", "heia"],
      en: ["hi", "hello", "hey", "good morning", "good afternoon", "good evening", "greetings", "howdy", "hiya"],
    },
    thanks: {
      nb: [
        "takk",
        "tusen takk",
        "mange takk",
        "supert",
        "flott",
        "kjempebra",
        "bra",
        "perfekt",
        "topp takk",
        "fint",
        "nydelig",
        "takker",
        "takk skal du ha",
        "takk for hjelpen",
        "takk for svaret",
        "den er god",
        "greit",
        "kult",
        "stilig",
      ],
      nn: [
        "takk",
        "tusen takk",
        "mange takk",
        "takk skal du ha",
        "takk for hjelpa",
        "takk for svaret",
        "supert",
        "flott",
        "kjempebra",
        "bra",
        "perfekt",
        "fint",
        "greitt",
        "kult",
      ],
      en: [
        "thanks",
        "thank you",
        "thx",
        "ty",
        "cheers",
        "great",
        "perfect",
        "awesome",
        "nice",
        "good",
        "cool",
        "brilliant",
        "much appreciated",
        "no worries",
        "no problem",
        "well done",
      ],
    },
    bye: {
      nb: ["ha det", "ha det bra", "hadet", "farvel", "snakkes", "vi ses", "adjø"],
      nn: ["ha det", "ha det bra", "farvel", "snakkast", "vi sest", "adjø"],
      en: ["bye", "goodbye", "see you", "farewell", "ciao"],
    },
    mood: {
      nb: ["hvordan går det", "hvordan har du det", "går det bra", "står til"],
      nn: ["korleis går det", "korleis har du det", "går det bra", "står til"],
      en: ["how are you", "how is it going", "how are things", "what's up", "whats up"],
    },
    who: {
      nb: [
        "hvem er du",
        "hva er du",
        "hva heter du",
        "er du en robot",
        "er du et menneske",
        "hvem har laget deg",
        "er du ekte",
        "er du ai",
      ],
      nn: ["kven er du", "kva er du", "kva heiter du", "er du ein robot", "er du eit menneske", "kven har laga deg"],
      en: [
        "who are you",
        "what are you",
        "what is your name",
        "are you a bot",
        "are you a robot",
        "are you human",
        "who made you",
        "are you ai",
        "are you real",
      ],
    },
    insult: {
      nb: ["dum", "dust", "idiot", "ubrukelig", "dårlig bot", "drit", "teit"],
      nn: ["dum", "dust", "idiot", "ubrukeleg", "dårleg bot", "teit"],
      en: ["stupid", "useless", "dumb", "idiot", "you suck", "bad bot"],
    },
  },

  match(reading) {
    const thanks = reading.cues.get("thanks")?.includes(0) === true && !reading.isQuestion && !asksMore(reading.cues, "thanks");
    // "thanks a lot, you saved my essay": nothing is named that any figure knows.
    const isOfNow = reading.periods.every((mention) => mention.kind === "point" && mention.calendar);
    if (thanks && isOfNow && reading.items.every(({ concepts, soft }) => soft || concepts.length === 0))
      return { ...bare("smalltalk", reading), shade: "thanks" };
    // "thanks! the phone rings again, bye", "takk, det skal eg seie til pasientane": tells of what comes next.
    const tells = said(reading, "bye") || TELLS.test(reading.text);
    if (thanks && tells && reading.periods.length === 0 && reading.numbers.length === 0)
      return { ...bare("smalltalk", reading), shade: "thanks" };
    if (reading.items.some((item) => !item.soft) || reading.numbers.length > 0 || reading.periods.some(({ kind }) => kind === "range"))
      return undefined;
    // "takk. kva var det i 2019 då?": thanks first, and then a question.
    const namesTime = reading.periods.some((mention) => mention.kind === "point" && !mention.calendar);
    if (namesTime && reading.isQuestion) return undefined;
    const shade = Object.keys(REPLIES).find((cue) => said(reading, cue));
    if (shade !== undefined && PRAISE.test(reading.text)) return { ...bare("smalltalk", reading), shade };
    if (shade === undefined || asksMore(reading.cues, shade)) return undefined;
    // "in all in 2020, thanks": asks first, and is polite.
    if (namesTime && shade === "thanks" && !reading.cues.get("thanks")?.includes(0)) return undefined;
    return { ...bare("smalltalk", reading), shade };
  },

  answer(question, tools) {
    const { language, shade = "hello" } = question;
    return wordsOnly(question, say(language, REPLIES[shade] ?? "hello"), [], exampleQuestions(tools, language));
  },
};

const TELLS =
  /^(?:tusen |mange )?(?:takk|thanks|thank you|thx)(?: [,.!]| så mye| så mykje| for hjelpen| for hjelpa)* (?:(?:det|da|då|dette|now|that|this) )?(?:skal|må|får|ringer|i'll|i will|i must|i have to|i can)(?: |$)/;

/** "topp, takk": nothing is ranked. */
const PRAISE =
  /^(?:tipp )?topp(?:en)?(?: ?[,.!])* (?:tusen |mange )?(?:takk|thanks)(?: ?[,.!])*(?: (?:skal du ha|for hjelpen|for hjelpa|for det))?(?: ?[.!])*$/;

/** "takk, og kilden?" asks for the source. */
function asksMore(cues: ReadonlyMap<string, unknown>, shade: string): boolean {
  if (cues.has("help") && shade !== "thanks") return true;
  return [
    "source",
    "why",
    "define",
    "change",
    "up",
    "down",
    "series",
    "trend",
    "share",
    "compare",
    "list",
    "link",
    "quantity",
    "when",
    "follow-up",
    "random",
    "check",
    "highest",
    "lowest",
    "speak-en",
    "speak-nb",
    "speak-nn",
  ].some((cue) => cues.has(cue));
}
