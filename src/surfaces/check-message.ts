/** "Check this figure": holds each claim of somebody's message against the report. Same on every surface. */
import { sourceLines } from "../answers/text.ts";
import type { Language } from "../knowledge/languages.ts";
import { EMPTY_CONTEXT } from "../understanding/context.ts";
import type { Question } from "../understanding/question.ts";
import type { Brain } from "./brain.ts";
import { CHAT_WORDS } from "./words.ts";

/** A claim's verdict in words, with where the right figure stands. */
export type Verdict = { text: string; source: string | undefined; url: string | undefined };
export type Checked = { language: Language; verdicts: readonly Verdict[] };
/** When it is checked, and the language of who asks: that of their client, or the one that they chose. */
type About = { now: Date; locale?: Language | undefined; pinned?: Language | undefined };

const MOST_CLAIMS = 6;
const LONGEST_CLAIM = 400;
const ASKED: Readonly<Record<Language, string>> = { nb: "Stemmer det at", nn: "Stemmer det at", en: "Is it true that" };

/**
 * Checks the sentences of a message that hold a number.
 * Sentences that claim nothing of a figure of ours are left out; nothing of the message is repeated.
 */
export function checkMessage(text: string, brain: Brain, { now, locale, pinned }: About): Checked {
  const language = pinned ?? brain.ask({ text: text.slice(0, LONGEST_CLAIM), locale, now }, EMPTY_CONTEXT).answer.language;
  const verdicts = sentencesOf(text).flatMap((sentence) => {
    const question = `${ASKED[language]} ${sentence}?`;
    const { answer } = brain.ask({ text: question, pinned: language, now }, EMPTY_CONTEXT);
    if (answer.intent !== "check" || !answer.answered || !claims(answer.question)) return [];
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

/** "We looked at the logins of 2021" names a figure, but says nothing of it that could be right. */
function claims({ claim = {} }: Question): boolean {
  return Object.values(claim).some((part) => part !== undefined);
}

/** Sentences with a number, without the mark that ends them; a point between digits ends none. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[^\d\s][.!?])\s+|(?<=\d[.!?])\s+(?=\p{Lu})|\n+/u)
    .map((sentence) => sentence.trim().replace(/[.!?]+$/, ""))
    .filter((sentence) => /\d|%/.test(sentence) && sentence.length <= LONGEST_CLAIM)
    .slice(0, MOST_CLAIMS * 2);
}
