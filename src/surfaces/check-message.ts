/** "Check this figure": holds each claim of somebody's message against the report. Same on every surface. */
import { sourceLines } from "../answers/text.ts";
import type { Language } from "../knowledge/schema.ts";
import { EMPTY_CONTEXT } from "../understanding/context.ts";
import type { Brain } from "./brain.ts";
import { CHAT_WORDS } from "./words.ts";

/** A claim's verdict in words, with where the right figure stands. */
export type Verdict = { text: string; source: string | undefined; url: string | undefined };
export type Checked = { language: Language; verdicts: readonly Verdict[] };

const MOST_CLAIMS = 6;
const LONGEST_CLAIM = 400;
const ASKED: Readonly<Record<Language, string>> = { nb: "Stemmer det at", nn: "Stemmer det at", en: "Is it true that" };

/**
 * Checks the sentences of a message that hold a number.
 * Sentences about which there is no figure are left out; nothing of the message is repeated.
 */
export function checkMessage(text: string, brain: Brain, about: { now: Date; pinned?: Language | undefined }): Checked {
  const language = about.pinned ?? brain.ask({ text: text.slice(0, LONGEST_CLAIM), now: about.now }, EMPTY_CONTEXT).answer.language;
  const verdicts = sentencesOf(text).flatMap((sentence) => {
    const question = `${ASKED[language]} ${sentence}?`;
    const { answer } = brain.ask({ text: question, pinned: language, now: about.now }, EMPTY_CONTEXT);
    if (answer.intent !== "check" || !answer.answered) return [];
    const [source, url] = sourceLines(answer, brain.knowledge);
    return [{ text: [answer.headline, ...answer.details].join("\n"), source, url }];
  });
  return { language, verdicts: verdicts.slice(0, MOST_CLAIMS) };
}

/** The verdicts as plain words. */
export function checkedText({ language, verdicts }: Checked): string {
  const words = CHAT_WORDS[language];
  if (verdicts.length === 0) return words.checkNothing;
  return [words.checkTitle, ...verdicts.map(({ text, source, url }) => [text, source, url].filter(Boolean).join("\n"))].join("\n\n");
}

/** Sentences with a number, without the mark that ends them; a point between digits ends none. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[^\d\s][.!?])\s+|(?<=\d[.!?])\s+(?=\p{Lu})|\n+/u)
    .map((sentence) => sentence.trim().replace(/[.!?]+$/, ""))
    .filter((sentence) => /\d|%/.test(sentence) && sentence.length <= LONGEST_CLAIM)
    .slice(0, MOST_CLAIMS * 2);
}
