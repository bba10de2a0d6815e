/** GET /privacy and GET /terms: what is kept of those who ask, and on what terms they get answers. */
import type { Language } from "../../../knowledge/languages.ts";
import type { Site } from "../site.ts";
import { type Html, html } from "./html.ts";
import { layout } from "./layout.ts";
import { PRIVACY_WORDS } from "./privacy-words.ts";

/** The page says of the log what holds for this very server. */
export function privacyPage(language: Language, { config }: Pick<Site, "config">): string {
  const words = PRIVACY_WORDS[language];
  return layout(
    { language, title: `${words.privacy} – Helsetall`, inLanguage: (other) => `/privacy?lang=${other}` },
    html`<h1>${words.privacy}</h1>
${paragraphs([...words.reads, config.logQuestions ? words.logsText : words.logsNoText])}
<h2>${words.keptHeading}</h2>
<div class="scroll" role="region" tabindex="0" aria-label="${words.keptHeading}"><table>
<thead><tr><th scope="col">${words.what}</th><th scope="col">${words.howLong}</th></tr></thead>
<tbody>${words.kept.map(([what, howLong]) => html`<tr><td>${what}</td><td>${howLong}</td></tr>`)}</tbody>
</table></div>
${paragraphs(words.where)}`,
  );
}

export function termsPage(language: Language): string {
  const words = PRIVACY_WORDS[language];
  return layout(
    { language, title: `${words.terms} – Helsetall`, inLanguage: (other) => `/terms?lang=${other}` },
    html`<h1>${words.terms}</h1>${paragraphs(words.conditions)}`,
  );
}

function paragraphs(texts: readonly string[]): Html[] {
  return texts.map((text) => html`<p>${text}</p>`);
}
