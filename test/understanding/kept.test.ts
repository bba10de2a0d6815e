/** A vocabulary that the build keeps: what is read back answers as what was built. */
import { expect, it } from "vitest";
import { createAsk } from "../../intents/index.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { EMPTY_CONTEXT } from "../../src/understanding/context.ts";
import { openVocabulary, packVocabulary } from "../../src/understanding/vocabulary.ts";
import { type BankQuestion, readBank } from "../questions/bank.ts";

const knowledge = loadKnowledge();
const built = createAsk({ ...knowledge, vocabulary: () => undefined });
const kept = JSON.parse(JSON.stringify(packVocabulary(built.tools.reader.vocabulary)));
const now = new Date("2026-11-23T09:00:00Z");

it("answers every question of the banks as the built one does", () => {
  const opened = createAsk({ ...knowledge, vocabulary: () => kept });
  const questions = ["questions.jsonl", "declines.jsonl", "unseen/h/questions.jsonl"].flatMap((file) => readBank<BankQuestion>(file));
  expect(questions.length).toBeGreaterThan(900);
  for (const { question } of questions) {
    const [one, other] = [built, opened].map(({ ask }) => ask({ text: question, now }, EMPTY_CONTEXT).answer);
    expect(other).toEqual(one);
  }
});

it("is not used for other subjects than it was made of", () => {
  const [first] = [...knowledge.terms.keys()];
  const terms = new Map([...knowledge.terms].filter(([id]) => id !== first));
  expect(openVocabulary(kept, knowledge)).toBeDefined();
  expect(openVocabulary(kept, { ...knowledge, terms })).toBeUndefined();
});
