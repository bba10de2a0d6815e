/** "Help": what can be asked, with questions that work. */
import { nameOf } from "../src/answers/figures.ts";
import { say } from "../src/answers/say.ts";
import type { Language } from "../src/knowledge/languages.ts";
import { bare, type Intent, said, type Tools } from "./intent.ts";
import { wordsOnly } from "./talk.ts";
import { askMore } from "./too-little.ts";

export const help: Intent = {
  name: "help",
  cues: {
    help: {
      nb: [
        "hjelp",
        "hva kan du",
        "hva kan jeg spørre om",
        "hvordan bruker jeg",
        "hvordan virker du",
        "hvordan fungerer du",
        "hva gjør du",
        "bruksanvisning",
        "veiledning",
        "kommandoer",
        "hva kan du svare på",
        "hva kan du hjelpe med",
        "hvordan spør jeg",
        "eksempler",
      ],
      nn: [
        "hjelp",
        "kva kan du",
        "kva kan eg spørje om",
        "korleis brukar eg",
        "korleis verkar du",
        "korleis fungerer du",
        "kva gjer du",
        "rettleiing",
        "kommandoar",
        "kva kan du svare på",
        "kva kan du hjelpe med",
        "døme",
      ],
      en: [
        "help",
        "what can you do",
        "what can i ask",
        "how do i use",
        "how do you work",
        "how does this work",
        "what do you do",
        "instructions",
        "commands",
        "what can you answer",
        "how can you help",
        "examples",
        "usage",
      ],
    },
  },

  match(reading) {
    if (!said(reading, "help") || reading.items.some((item) => !item.soft)) return undefined;
    return bare("help", reading);
  },

  answer(question, tools) {
    const more = askMore(question, tools);
    if (more) return more;
    const { language } = question;
    const [one = "", two = "", three = ""] = exampleQuestions(tools, language);
    return wordsOnly(
      question,
      say(language, "help1", { report: tools.knowledge.report.title }),
      [say(language, "help2", { one, two, three }), say(language, "help3")],
      [one, two, three],
    );
  },
};

/** Three questions that work, of different kinds. */
export function exampleQuestions({ knowledge }: Tools, language: Language): string[] {
  const logins = knowledge.indicators.get("helsenorge-logins");
  const messages = knowledge.indicators.get("medical-messages");
  const followUp = knowledge.trends.get("digital-home-follow-up");
  return [
    ...(logins ? [say(language, "suggestValue", { name: nameOf(logins, language) })] : []),
    ...(messages ? [say(language, "suggestGrowth", { name: nameOf(messages, language) })] : []),
    ...(followUp ? [say(language, "suggestTrend", { name: nameOf(followUp, language) })] : []),
  ];
}
