/** What only chat can do besides answering, said where somebody asks for help. */
import type { Answer } from "../answers/answer.ts";
import { dailyWord } from "../daily/words.ts";

/** @returns the lines that a chat surface adds to an answer */
export function helpLines({ intent, language }: Answer): string[] {
  return intent === "help" ? [dailyWord(language, "help")] : [];
}
