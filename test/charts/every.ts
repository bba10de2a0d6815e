/** Every picture that the data can give: all indicators, periods, families and pairs, as answers to questions in canonical form. */
import { createAsk } from "../../intents/index.ts";
import type { Answer } from "../../src/answers/answer.ts";
import { type Picture, pictureOf } from "../../src/charts/index.ts";
import { LANGUAGES, type Language } from "../../src/knowledge/languages.ts";
import { type Knowledge, loadKnowledge } from "../../src/knowledge/load.ts";
import { courseOf } from "../../src/knowledge/prefer.ts";
import type { IntentName, Question } from "../../src/understanding/question.ts";

export const knowledge: Knowledge = loadKnowledge();
const { answerQuestion } = createAsk(knowledge);

/** A question about subjects, without the words. */
export function ask(intent: IntentName, subjects: readonly string[], periods: readonly string[] = [], language: Language = "en"): Answer {
  return answerQuestion({ intent, subjects, periods, language });
}

/** An answer's picture; fails where there is none. */
export function draw(intent: IntentName, subjects: readonly string[], periods: readonly string[] = [], language: Language = "en"): Picture {
  const picture = pictureOf(ask(intent, subjects, periods, language), knowledge);
  if (!picture) throw new Error(`no picture for ${intent}/${subjects.join("+")}/${periods.join("+")}`);
  return picture;
}

function* questions(pairs: boolean): Generator<Omit<Question, "language">> {
  for (const indicator of knowledge.indicators.values()) {
    const periods = courseOf(knowledge, indicator).flatMap(({ period }) => period ?? []);
    for (const intent of ["value", "change", "series", "ranking", "share", "why", "source"] as const) {
      yield { intent, subjects: [indicator.id], periods: [] };
    }
    for (const period of periods) yield { intent: "value", subjects: [indicator.id], periods: [period] };
    for (const [index, period] of periods.entries()) {
      for (const later of periods.slice(index + 1)) yield { intent: "change", subjects: [indicator.id], periods: [`${period}/${later}`] };
      const last = periods.at(-1);
      if (last !== undefined && index > 0) yield { intent: "series", subjects: [indicator.id], periods: [`${period}/${last}`] };
    }
    for (const other of pairs ? knowledge.indicators.values() : []) {
      if (other.id > indicator.id) yield { intent: "compare", subjects: [indicator.id, other.id], periods: [] };
    }
  }
  for (const family of knowledge.families.values()) {
    for (const shade of ["highest", "lowest"]) yield { intent: "ranking", subjects: [`family:${family.id}`], periods: [], shade };
    yield { intent: "compare", subjects: Object.values(family.members).slice(0, 4), periods: [] };
  }
  for (const trend of knowledge.trends.keys()) yield { intent: "trend", subjects: [`trend:${trend}`], periods: [] };
}

/** Each distinct picture once, with the question that gives it. Pairs of any two indicators come in bokmål only: its words are the longest. */
export function everyPicture(languages: readonly Language[] = LANGUAGES): { name: string; answer: Answer; picture: Picture }[] {
  const seen = new Set<string>();
  const found: { name: string; answer: Answer; picture: Picture }[] = [];
  for (const language of languages) {
    for (const question of questions(language === "nb")) {
      const answer = answerQuestion({ ...question, language });
      const picture = pictureOf(answer, knowledge);
      const key = JSON.stringify(picture);
      if (!picture || seen.has(key)) continue;
      seen.add(key);
      found.push({ name: [question.intent, question.subjects.join("+"), question.periods.join("+"), language].join("/"), answer, picture });
    }
  }
  return found;
}
