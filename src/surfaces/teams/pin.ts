/** "språk nynorsk", "language auto": how a person pins the language of the answers. */
import type { Language } from "../../knowledge/languages.ts";

const NAMES: Readonly<Record<string, Language>> = {
  bokmål: "nb",
  norsk: "nb",
  norwegian: "nb",
  nynorsk: "nn",
  engelsk: "en",
  english: "en",
};

/** @returns undefined when the text is no such command */
export function pinCommand(text: string): { language: Language | undefined; said: Language } | undefined {
  const [, command = "", name = ""] = /^\/?(språk|language)[\s:]+([a-zå]+)[.!]?$/i.exec(text.trim()) ?? [];
  const language = NAMES[name.toLowerCase()];
  if (name.toLowerCase() === "auto") return { language: undefined, said: command.toLowerCase() === "språk" ? "nb" : "en" };
  return language && { language, said: language };
}
