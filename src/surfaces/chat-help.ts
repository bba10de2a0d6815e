/** What only chat can do besides answering, said where somebody asks for help. */
import type { Answer } from "../answers/answer.ts";
import { dailyWord } from "../daily/words.ts";

/** @returns the lines that a chat surface adds to an answer; none where no more is asked than what of a subject is wanted */
export function helpLines({ intent, language, question }: Answer): string[] {
  return intent === "help" && question.subjects.length === 0 ? [dailyWord(language, "help")] : [];
}
