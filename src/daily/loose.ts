/** Whole sentences about the fact of the day, and the language that words tell. Pure. */
import type { Language } from "../knowledge/languages.ts";
import { ASKING_HOW, ASKING_WHEN, DAILY_WORDS, LOOSE, MORE, NOT, STOPPING, TELLING, WANTING } from "./vocabulary.ts";

type Kind = "help" | "stop" | "show" | "form" | "try";

/**
 * Reads "kan du sende dagens tall hit?", "når kommer det neste daglige tallet?".
 * @param text folded, in lower case
 * @returns undefined for what is about something else too
 */
export function readLoosely(text: string, pinned: Language | undefined): { language: Language; command: { kind: Kind } } | undefined {
  const words = text
    .replace(/\b(facts?|figures?) of the day\b/, "daily $1")
    .replace(/\bno more\b/, "not more")
    .split(/[\s,.:;!?]+/)
    .filter((word) => word !== "");
  if (!words.some((word) => DAILY_WORDS.has(word))) return undefined;
  if (!words.every((word) => DAILY_WORDS.has(word) || LOOSE.has(word) || /^\d{1,4}$/.test(word))) return undefined;
  const language = pinned ?? toldLanguage(text) ?? "nb";
  const kind = looseKind(words);
  return kind && { language, command: { kind } };
}

/** What a sentence about the fact of the day wants. */
function looseKind(words: readonly string[]): Kind | undefined {
  const has = (known: ReadonlySet<string>) => words.some((word) => known.has(word));
  if (has(ASKING_HOW)) return "help";
  if (has(NOT)) return has(MORE) && !has(STOPPING) ? "stop" : undefined;
  if (has(STOPPING)) return "stop";
  if (has(ASKING_WHEN)) return "show";
  if (has(WANTING)) return "form";
  return words.includes("dagens") ? "try" : undefined;
}

/** The language that the words of a command tell. */
export function toldLanguage(text: string): Language | undefined {
  const words = text.split(/[\s,.:;!?]+/);
  return (["en", "nn"] as const).find((language) => words.some((word) => TELLING[language].has(word)));
}
