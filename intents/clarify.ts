/** Asks back when two or more readings are equally good: at most four choices. */
import { capital, nameOf } from "../src/answers/figures.ts";
import { say } from "../src/answers/say.ts";
import { aimAt } from "../src/understanding/aim.ts";
import { INTENTS, type IntentName, type Question } from "../src/understanding/question.ts";
import { type Intent, MOST_CHOICES, type Tools } from "./intent.ts";
import { indicatorsOf } from "./list.ts";
import { wordsOnly } from "./talk.ts";

export const clarify: Intent = {
  name: "clarify",
  cues: {},

  match(reading, context, tools) {
    const aim = aimAt(tools.reader, reading, context, { prefer: ["section"] });
    if (aim.kind === "nothing" || aim.kind === "missing") return undefined;
    const subjects =
      aim.kind === "sure" ? [aim.subject, ...aim.others.map(({ subject }) => subject)] : aim.candidates.map(({ subject }) => subject);
    const keys = [
      ...new Set(
        subjects.flatMap((subject) =>
          subject.kind === "section" || subject.kind === "term" ? indicatorsOf(subject, tools).map(({ id }) => id) : [subject.key],
        ),
      ),
    ];
    const known = keys.filter((key) => ["indicator", "trend", "event"].includes(tools.reader.subject(key)?.kind ?? ""));
    if (known.length < 2) return undefined;
    return { intent: "clarify", subjects: known.slice(0, MOST_CHOICES), periods: [], language: reading.language, shade: "value" };
  },

  answer(question, tools) {
    const { language } = question;
    const choices = question.subjects.flatMap((key) => {
      const subject = tools.reader.subject(key);
      return subject ? [{ label: capital(nameOf(subject, language)), question: chosen(question, key, tools) }] : [];
    });
    const lines = choices.map(({ label }, index) => say(language, "choice", { number: index + 1, label }));
    return {
      ...wordsOnly(
        question,
        say(language, "whichOne"),
        lines,
        choices.slice(0, 3).map(({ label }) => label),
      ),
      choices,
    };
  },
};

/** The question that a choice stands for: the intent first asked, about the chosen subject. */
export function chosen(question: Question, key: string, tools: Tools): Question {
  const kind = tools.reader.subject(key)?.kind;
  const wanted = (INTENTS as readonly string[]).includes(question.shade ?? "") ? (question.shade as IntentName) : "value";
  const intent =
    kind === "trend" ? "trend" : kind === "term" ? "definition" : kind === "event" ? "value" : wanted === "clarify" ? "value" : wanted;
  return { intent, subjects: [key], periods: question.periods, language: question.language };
}
