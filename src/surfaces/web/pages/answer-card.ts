/** One answer as a piece of a page: the figure first, then what helps, the picture, the proof, and what to do with it. */
import type { Answer } from "../../../answers/answer.ts";
import { say } from "../../../answers/say.ts";
import { sourceLines, sourcesOf } from "../../../answers/text.ts";
import { altOf } from "../../../charts/alt.ts";
import { sectionKey } from "../../../knowledge/subjects.ts";
import { answerPath, linkedAnswer, picturePath } from "../../links.ts";
import type { Site } from "../site.ts";
import { type Html, html } from "./html.ts";
import { WORDS } from "./words.ts";

/** @param alone true on the answer's own page, which needs no link to itself */
export function answerCard(answer: Answer, site: Site, { alone = false } = {}): Html {
  const { language } = answer;
  const words = WORDS[language];
  const linked = site.unlessBroken("link", () => linkedAnswer(answer, site.brain), undefined);
  const [headline = "", ...more] = answer.headline.split("\n");
  const [indicator] = [...new Set(answer.figures.filter(({ role }) => role === "answer").map((figure) => figure.indicator))];
  const isIndicator = indicator !== undefined && site.brain.knowledge.indicators.has(indicator);
  const quote = [answer.headline, ...sourceLines(answer, site.brain.knowledge)].join("\n");
  return html`<article class="answer" lang="${language}" aria-label="${words.answer}">
<p class="headline">${headline}</p>
${more.map((line) => html`<p class="headline">${line}</p>`)}
${detailsOf(answer)}
${linked?.picture && html`<img class="picture" src="${picturePath(linked.canonical, site.brain.version)}" alt="${altOf(linked.picture)}" width="480" height="160">`}
${proofOf(answer, site)}
${
  answer.answered &&
  html`<div class="actions">
<button type="button" class="copy" data-quote="${quote}" data-done="${words.copied}" data-failed="${words.notCopied}" hidden>${words.copyQuote}</button>
${linked && !alone && html`<a href="${answerPath(linked.canonical)}">${words.ownPage}</a>`}
${isIndicator && html`<a href="/series/${indicator}.csv" download>${words.downloadCsv}</a>`}
</div>`
}
</article>`;
}

function detailsOf(answer: Answer): Html | null {
  if (answer.details.length === 0) return null;
  const lines = answer.details.map((line) => line.replace(/^[•–-]\s*/, ""));
  const listed = answer.details.some((line) => /^(?:•|\d+\. )/.test(line));
  return listed
    ? html`<ul class="details">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
    : html`${lines.map((line) => html`<p class="detail">${line}</p>`)}`;
}

/** Where the main figure stands: our page of the section, and the outside address. */
function proofOf(answer: Answer, site: Site): Html | null {
  const [main] = sourcesOf(answer);
  const [line] = sourceLines(answer, site.brain.knowledge);
  if (!main || !line) return null;
  const words = WORDS[answer.language];
  const slug = main.section === null ? undefined : sectionKey(main.section).replace("section:", "");
  return html`<p class="source">${line}
${slug && html`<a href="/report/${slug}?lang=${answer.language}">${say(answer.language, "sectionPart", { section: main.section ?? "" }).replace(/^[\s,]+/, "")}</a>`}
<a href="${main.url}" rel="noreferrer">${words.openReport}</a></p>`;
}

/** The questions that lead on, as buttons of a form: they work with and without the script. */
export function chips(questions: readonly string[], context: string, language: string, label: string): Html | null {
  if (questions.length === 0) return null;
  return html`<form class="chips" method="post" action="/chat?lang=${language}" aria-label="${label}">
<input type="hidden" name="context" value="${context}">
${questions.map((question) => html`<button type="submit" name="question" value="${question}">${question}</button>`)}
</form>`;
}
