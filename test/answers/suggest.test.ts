/** Whatever Helsetall suggests must work when a person asks it. */
import { describe, expect, it } from "vitest";
import { createAsk } from "../../intents/index.ts";
import { LANGUAGES, type Language } from "../../src/knowledge/languages.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { listSubjects } from "../../src/knowledge/subjects.ts";
import { EMPTY_CONTEXT } from "../../src/understanding/context.ts";
import type { IntentName } from "../../src/understanding/question.ts";

const knowledge = loadKnowledge();
const { ask, answerQuestion } = createAsk(knowledge);
const now = new Date("2026-11-23T09:00:00Z");
const INTENTS: Readonly<Record<string, readonly IntentName[]>> = {
  indicator: ["value", "change", "series", "definition", "source"],
  event: ["value"],
  trend: ["trend", "why"],
  term: ["definition"],
  section: ["list"],
  family: ["ranking", "compare", "list"],
};

function failures(language: Language): string[] {
  const failed: string[] = [];
  const asked = new Set<string>();
  for (const { key, kind } of listSubjects(knowledge)) {
    for (const intent of INTENTS[kind] ?? []) {
      const { suggestions } = answerQuestion({ intent, subjects: [key], periods: [], language });
      for (const suggestion of suggestions.filter((text) => !asked.has(text))) {
        asked.add(suggestion);
        const { answer } = ask({ text: suggestion, locale: language, now }, EMPTY_CONTEXT);
        if (!answer.answered) failed.push(`${intent}/${key}: ${suggestion} → ${answer.intent}: ${answer.headline}`);
        else if (answer.language !== language) failed.push(`${intent}/${key}: ${suggestion} → in ${answer.language}`);
      }
    }
  }
  expect(asked.size).toBeGreaterThan(100);
  return failed;
}

describe("suggestions", () => {
  it.each(LANGUAGES)("all work when asked (%s)", (language) => {
    expect(failures(language)).toEqual([]);
  });
});
