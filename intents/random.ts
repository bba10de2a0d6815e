/** "Tell me something" – a fact, chosen by the clock that was passed in. */
import { levelFigure, notesFor, sentenceFor } from "../src/answers/figures.ts";
import { say } from "../src/answers/say.ts";
import { suggestFor } from "../src/answers/suggest.ts";
import { latestOf } from "../src/knowledge/prefer.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { type Intent, said, type Tools } from "./intent.ts";
import { declinePeriod } from "./none.ts";

export const random: Intent = {
  name: "random",
  cues: {
    random: {
      nb: [
        "et kult tall",
        "et artig tall",
        "et morsomt tall",
        "en artig fakta",
        "et gøy tall",
        "en morsom fakta",
        "overrask oss",
        "et eller annet tall",
        "tilfeldig",
        "overrask meg",
        "fun fact",
        "funfact",
        "morsom fakta",
        "artig fakta",
        "et faktum",
        "noe interessant",
        "interessant tall",
        "dagens tall",
        "dagens fakta",
        "gi meg et tall",
        "vilkårlig tall",
        "visste du",
        "kjeder meg",
        "fortell meg noe",
        "si noe interessant",
        "gi meg en fakta",
      ],
      nn: [
        "eit kult tal",
        "eit artig tal",
        "eit morosamt tal",
        "ein artig fakta",
        "overrask oss",
        "tilfeldig",
        "overrask meg",
        "fun fact",
        "eit faktum",
        "noko interessant",
        "interessant tal",
        "dagens tal",
        "dagens fakta",
        "gi meg eit tal",
        "vilkårleg",
        "fortel meg noko",
        "keiar meg",
      ],
      en: [
        "surprise us",
        "cool fact",
        "cool figure",
        "fun figure",
        "a cool number",
        "random",
        "surprise me",
        "fun fact",
        "a fact",
        "something interesting",
        "interesting fact",
        "interesting figure",
        "fact of the day",
        "any figure",
        "tell me something",
        "bored",
        "did you know",
      ],
    },
  },

  match(reading, _context, tools) {
    if (!said(reading, "random") || namesSomething(reading, tools)) return undefined;
    const facts = [...tools.knowledge.indicators.values()].filter((item) => item.relation === "report" && item.observations.length > 0);
    const minute = Math.floor(reading.now.getTime() / 60_000);
    const chosen = facts[minute % Math.max(1, facts.length)];
    return chosen ? { intent: "random", subjects: [chosen.id], periods: [], language: reading.language } : undefined;
  },

  answer(question, tools) {
    const { knowledge, reader } = tools;
    const { language } = question;
    const subject = reader.subject(question.subjects[0] ?? "");
    const row = subject?.kind === "indicator" ? latestOf(knowledge, subject.item) : undefined;
    if (subject?.kind !== "indicator" || !row) return declinePeriod(question, tools);
    const figure = levelFigure(knowledge, subject.item, row, "answer");
    return {
      intent: "random",
      answered: true,
      language,
      headline: say(language, "randomHead", { sentence: sentenceFor(knowledge, subject.item, row, language) }),
      details: notesFor(knowledge, { indicator: subject.item, rows: [row], kind: "level" }, language, 1),
      figures: [figure],
      sources: [figure.source],
      suggestions: suggestFor(knowledge, subject, question),
      choices: [],
      question,
    };
  },
};

/** "a random fact for the opening of our talk" names nothing that the report tells of; "did you know that logins …" does. */
function namesSomething(reading: Reading, tools: Tools): boolean {
  const named = reading.items.filter(({ soft, barrier }) => !soft && barrier !== "ordinary" && barrier !== "unknown");
  if (named.length === 0) return false;
  return (
    named.some(({ barrier }) => barrier) ||
    tools.reader.rank(reading.items.filter(({ concepts }) => concepts.length > 0)).some(({ complete }) => complete >= 0.8)
  );
}
