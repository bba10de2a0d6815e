/** Fills the ICU messages of a language. */
import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../knowledge/languages.ts";
import { en } from "./messages/en.ts";
import { type MessageKey, type Messages, nb } from "./messages/nb.ts";
import { nn } from "./messages/nn.ts";

const MESSAGES: Readonly<Record<Language, Messages>> = { nb, nn, en };
const LOCALES: Readonly<Record<Language, string>> = { nb: "nb", nn: "nn", en: "en" };
const compiled = new Map<string, IntlMessageFormat>();

/** Says a message in a language with its values put in. Values are plain text; nothing is markup. */
export function say(language: Language, key: MessageKey, values: Record<string, string | number> = {}): string {
  const id = `${language} ${key}`;
  const known = compiled.get(id) ?? new IntlMessageFormat(MESSAGES[language][key], LOCALES[language], undefined, { ignoreTag: true });
  compiled.set(id, known);
  return String(known.format(values));
}
