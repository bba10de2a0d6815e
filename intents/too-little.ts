/** "nei", "ja", "mer?", "👍" after an answer: too little is said to tell the same figure again. */
import type { Answer } from "../src/answers/answer.ts";
import { nameOf } from "../src/answers/figures.ts";
import { say } from "../src/answers/say.ts";
import { suggestFor } from "../src/answers/suggest.ts";
import type { Context } from "../src/understanding/context.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { clarifying, type Tools } from "./intent.ts";
import { wordsOnly } from "./talk.ts";

/** The shade of a help that goes on with what was spoken of. */
const GO_ON = "more";

const LITTLE = new Set(
  (
    "ja jo ja da nei neida joda nja ok okei okay og så da då men mer meir mere flere fleire alle alt annet anna andre de dei den det disse dei denne " +
    "resten rest noe noko mer til jaha hæ fortsett igjen videre vidare hva med kva ikke ikkje " +
    "yes yeah yep no nope not and so then but more all everything other others the that this those them one ones rest else continue go on next what about"
  ).split(" "),
);
/** By these the rest of a family is asked for. */
const OTHERS = /(?:^| )(?:(?:de|dei|the) (?:andre|other|others|other ones)|resten|the rest|others)(?: |$)/;
const MOST_WORDS = 5;
/** "mer?" compares nothing. */
const OPEN = new Set(["follow-up", "more", "compare", "up"]);

/** The Question of such a message: which of the others, or what more of what was spoken of; undefined for all that says more. */
export function tooLittle(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const [last] = context.questions;
  const key = last?.subjects.at(0);
  const words = reading.tokens.filter((word) => /[\p{L}\d]/u.test(word));
  const asks = [...reading.cues.keys()].some((cue) => !OPEN.has(cue));
  const isLittle = words.length <= MOST_WORDS && words.every((word) => LITTLE.has(word));
  if (!last || key === undefined || last.intent === "clarify" || asks || !isLittle) return undefined;
  if (OTHERS.test(words.join(" "))) {
    const others = [...tools.reader.siblings(key)].flatMap((other) => tools.reader.subject(other) ?? []);
    if (others.length > 0) return clarifying("value", others, reading, context, tools);
  }
  return { intent: "help", subjects: [key], periods: [], language: reading.language, shade: GO_ON };
}

/** Asks what more is wanted of a subject, with questions that work. */
export function askMore(question: Question, tools: Tools): Answer | undefined {
  const subject = tools.reader.subject(question.subjects[0] ?? "");
  if (!subject || question.shade !== GO_ON) return undefined;
  const { language } = question;
  const name = nameOf(subject, language);
  const suggestions =
    subject.kind === "trend" ? [say(language, "suggestTrend", { name })] : suggestFor(tools.knowledge, subject, question, true);
  return name === "" ? undefined : wordsOnly(question, say(language, "whatMore", { name }), [], suggestions);
}
