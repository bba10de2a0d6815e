/** What every surface is handed: the one way through the house, without knowing its intents. */
import type { Answer } from "../answers/answer.ts";
import { digestOf } from "../knowledge/compiled.ts";
import { defaultDataFolder } from "../knowledge/data-folder.ts";
import type { Knowledge } from "../knowledge/load.ts";
import type { Subject } from "../knowledge/subjects.ts";
import type { Context } from "../understanding/context.ts";
import { subjectsNamed } from "../understanding/named.ts";
import type { Question } from "../understanding/question.ts";
import type { Reader, Utterance } from "../understanding/reading.ts";

export type Brain = {
  knowledge: Knowledge;
  /** Changes with every byte of data/; part of each picture's address. */
  version: string;
  /** Asks one message in its conversation. Pure. */
  ask(utterance: Utterance, context: Context): { answer: Answer; context: Context };
  /** Answers a question in canonical form. Pure. */
  answerQuestion(question: Question): Answer;
  /** Whether a subject key exists in the catalogue. */
  isSubject(key: string): boolean;
  /** The subject of a key. */
  subject(key: string): Subject | undefined;
  /** The keys of all that a few words name; empty where one of them is of nothing known. */
  subjectsNamed(words: string): readonly string[];
};

/** What main and the command line build from the intents. */
type Parts = Pick<Brain, "ask" | "answerQuestion"> & {
  tools: { knowledge: Knowledge; reader: Reader };
};

/** How much of the data's digest an address carries, in hex digits. */
const VERSION_LENGTH = 12;

/** Makes the brain that surfaces share. */
export function brainOf({ ask, answerQuestion, tools }: Parts): Brain {
  return {
    knowledge: tools.knowledge,
    version: digestOf(defaultDataFolder()).slice(0, VERSION_LENGTH),
    ask,
    answerQuestion,
    isSubject: (key) => tools.reader.subject(key) !== undefined,
    subject: (key) => tools.reader.subject(key),
    subjectsNamed: (words) => subjectsNamed(tools, words),
  };
}
