/** What stands where no page is. */
import type { Language } from "../../../knowledge/languages.ts";
import { html } from "./html.ts";
import { layout } from "./layout.ts";
import { WORDS } from "./words.ts";

export function notFoundPage(language: Language): string {
  const words = WORDS[language];
  return layout(
    { language, title: `${words.notFound} – Helsetall`, inLanguage: (other) => `/?lang=${other}` },
    html`<h1>${words.notFound}</h1><p>${words.notFoundHint}</p>
<p><a href="/?lang=${language}">${words.ask}</a> · <a href="/browse?lang=${language}">${words.browse}</a></p>`,
  );
}
