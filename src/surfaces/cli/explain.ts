/** `ask --explain`: which words and rules led to the answer. */
import type { Asked } from "../../../intents/index.ts";
import { canonicalOf } from "../../understanding/question.ts";

/** Lines that say how a message was understood. */
export function explain(asked: Asked): string[] {
  const { reading, answer } = asked;
  if (!reading) return ["The message was not read: it is empty or too long."];
  const words = reading.words
    .filter(({ via }) => via !== "sign")
    .map(({ text, word, via, roles }) => {
      const meanings = roles.flatMap((role) => [
        ...[...role.concepts].map((concept) => concept.replace(/^w:/, "")),
        ...[...role.cues].map((cue) => `cue ${cue}`),
        ...(role.scope ? [role.scope] : []),
        ...(role.filler ? ["filler"] : []),
        ...(role.ordinary ? ["other topic"] : []),
      ]);
      return `  ${text}${word !== text.toLowerCase() ? ` → ${word}` : ""} (${via})${meanings.length > 0 ? `: ${meanings.join(", ")}` : ""}`;
    });
  return [
    `Language: ${reading.language}${reading.languageSure ? "" : " (from the conversation or the default)"}`,
    "Words:",
    ...words,
    `Times: ${reading.periods.map((mention) => JSON.stringify(mention)).join(" ") || "none"}`,
    `Numbers: ${reading.numbers.map(({ value, kind }) => `${value} ${kind}`).join(", ") || "none"}`,
    `Intent: ${answer.intent}, question: ${canonicalOf(answer.question)}`,
  ];
}
