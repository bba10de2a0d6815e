/** GET /report/<section>: our page of a section, so that a dead link outside is never the end of the trail. */
import { capital, nameOf } from "../../../answers/figures.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { sectionKey, trendOfSection } from "../../../knowledge/subjects.ts";
import type { Site } from "../site.ts";
import { figureTable } from "./figure-table.ts";
import { html } from "./html.ts";
import { layout } from "./layout.ts";
import { WORDS } from "./words.ts";

/**
 * @param slug the section's title as in `section:` keys
 * @returns undefined when the report has no such section
 */
export function sectionPage(slug: string, language: Language, site: Site): string | undefined {
  const { knowledge } = site.brain;
  const section = knowledge.report.sections.find(({ title }) => sectionKey(title) === `section:${slug}`);
  if (!section) return undefined;
  const words = WORDS[language];
  const indicators = [...knowledge.indicators.values()].filter((item) => item.section === section.title);
  const trend = trendOfSection(knowledge, section.title);
  return layout(
    {
      language,
      title: `${section.title} – Helsetall`,
      description: `${knowledge.report.title}, ${words.section(section.chapter).toLowerCase()}`,
      inLanguage: (other) => `/report/${slug}?lang=${other}`,
    },
    html`<p class="crumb"><a href="/browse?lang=${language}">${words.browse}</a></p>
<h1 lang="nb">${section.title}</h1>
<p>${knowledge.report.title} (${knowledge.report.id}), ${words.section(section.chapter).toLowerCase()}. ${words.publishedBy} <span lang="nb">${knowledge.report.publisher}</span>.
<a href="${section.url}" rel="noreferrer">${words.openReport}</a></p>
${
  trend &&
  html`<h2>${words.trend}: ${nameOf(trend, language)}</h2><p>${trend.summary[language]}</p>
<p><a href="/answers/trend/trend:${trend.id}/-/${language}">${capital(nameOf(trend, language))}</a></p>`
}
<h2>${words.figuresHere}</h2>
${indicators.length > 0 ? figureTable(indicators, knowledge, language) : html`<p>${words.noFiguresHere}</p>`}`,
  );
}
