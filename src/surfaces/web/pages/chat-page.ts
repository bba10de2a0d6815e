/** The page to try Helsetall in. Without its script each question loads the page anew, with the answer in it. */
import type { Answer } from "../../../answers/answer.ts";
import type { Language } from "../../../knowledge/languages.ts";
import type { Site } from "../site.ts";
import { answerCard, chips } from "./answer-card.ts";
import { type Html, html } from "./html.ts";
import { layout } from "./layout.ts";
import { WORDS } from "./words.ts";

/** One question and its answer. */
export type Exchange = { question: string; answer: Answer; context: string };

/** The chat page, empty or with the last exchange. */
export function chatPage(language: Language, site: Site, exchange?: Exchange): string {
  const words = WORDS[language];
  const frame = {
    language,
    title: exchange ? `${exchange.answer.headline.split("\n")[0]} – Helsetall` : `Helsetall – ${words.tagline}`,
    description: words.about,
    inLanguage: (other: Language) => `/?lang=${other}`,
    script: true,
    here: "chat" as const,
  };
  return layout(
    frame,
    html`<div class="chat" data-language="${language}" data-failed="${words.failed}" data-too-many="${words.tooMany}">
<div class="intro"><h1>${words.tagline}</h1><p>${words.about}</p></div>
<section id="conversation" aria-label="${words.answers}" aria-live="polite" aria-relevant="additions">${exchange && exchangePart(exchange, language, site)}</section>
${!exchange && html`<div class="start"><h2>${words.tryAsking}</h2>${chips(words.examples, "", language, words.tryAsking)}</div>`}
<form id="ask" class="ask" method="post" action="/chat?lang=${language}">
<label for="question">${words.ask}</label>
<div class="row"><input id="question" name="question" type="text" autocomplete="off" maxlength="2000" required placeholder="${words.askHint}">
<button type="submit">${words.send}</button></div>
<input type="hidden" name="context" value="${exchange?.context ?? ""}">
</form>
</div>`,
  );
}

/** The piece that a new exchange adds to the page; the script puts it in, and takes the context from it. */
export function exchangePart({ question, answer, context }: Exchange, language: Language, site: Site): Html {
  const words = WORDS[language];
  return html`<div class="exchange" data-context="${context}">
<p class="asked"><span class="hidden">${words.you}: </span>${question}</p>
${answerCard(answer, site)}
${chips(answer.suggestions, context, language, words.tryAsking)}
</div>`;
}
