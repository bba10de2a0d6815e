/** Where an answer lives: its permalink, and the picture that belongs to it. The same question gives the same address. */
import type { Answer } from "../answers/answer.ts";
import { altOf } from "../charts/alt.ts";
import { pictureOf } from "../charts/choose.ts";
import type { Picture } from "../charts/picture.ts";
import { canonicalOf, type IntentName, type Question } from "../understanding/question.ts";
import type { Brain } from "./brain.ts";

const LINKED: ReadonlySet<IntentName> = new Set([
  "value",
  "change",
  "compare",
  "ranking",
  "share",
  "series",
  "trend",
  "why",
  "definition",
  "source",
  "list",
]);

/** An answer's own question, picture and canonical form, as its page shows them. */
export type Linked = { canonical: string; answer: Answer; picture: Picture | null };

/**
 * The page of an answer, and what is drawn there.
 * A claim that was checked is no part of a canonical form: its page states the right figure.
 * @returns undefined for answers that have no page of their own
 */
export function linkedAnswer(answer: Answer, brain: Brain): Linked | undefined {
  const question = linkedQuestion(answer);
  if (!question) return undefined;
  const own = question === answer.question ? answer : brain.answerQuestion(question);
  if (!own.answered) return undefined;
  return { canonical: canonicalOf(own.question), answer: own, picture: pictureOf(own, brain.knowledge) };
}

function linkedQuestion(answer: Answer): Question | undefined {
  const { question, intent } = answer;
  if (!answer.answered || question.subjects.length === 0) return undefined;
  if (intent === "check" || intent === "random") return { ...question, intent: plainIntent(answer), shade: undefined };
  return LINKED.has(question.intent) ? question : undefined;
}

/** What a checked claim or a fact at random asks when put plainly. */
function plainIntent(answer: Answer): IntentName {
  const [key = ""] = answer.question.subjects;
  if (key.startsWith("trend:")) return "trend";
  if (answer.question.subjects.length > 1) return "compare";
  const growth = answer.figures.some(({ role, measure }) => role === "answer" && (measure === "change" || measure === "multiple"));
  return growth ? "change" : "value";
}

/** Path of an answer's page. */
export function answerPath(canonical: string): string {
  return `/answers/${canonical}`;
}

/** Path of a picture: changes with the data, so that it may be kept for ever. */
export function picturePath(canonical: string, version: string): string {
  return `/pictures/${canonical}.${version}.png`;
}

/** The picture of an answer as the machine-readable answer gives it; absolute when a public address is given. */
export function imageOf(answer: Answer, brain: Brain, publicUrl = ""): { alt: string; url: string } | null {
  const linked = linkedAnswer(answer, brain);
  return linked ? imageOfLinked(linked, brain, publicUrl) : null;
}

/** The same for an answer whose page is known already. */
export function imageOfLinked(linked: Linked, brain: Brain, publicUrl = ""): { alt: string; url: string } | null {
  if (!linked.picture) return null;
  return { alt: altOf(linked.picture), url: `${publicUrl}${picturePath(linked.canonical, brain.version)}` };
}
