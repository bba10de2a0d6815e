/** GET /browse: everything there are figures for, by the report's sections, with a small picture of each course. */
import { capital, figureFor, growthWords, nameOf, sentenceForEvent } from "../../../answers/figures.ts";
import { periodPhrase } from "../../../answers/numbers.ts";
import { pictureOfIndicator } from "../../../charts/choose.ts";
import type { Language } from "../../../knowledge/languages.ts";
import type { Knowledge, KnownIndicator } from "../../../knowledge/load.ts";
import { latestOf } from "../../../knowledge/prefer.ts";
import { sectionKey } from "../../../knowledge/subjects.ts";
import { answerPath, picturePath } from "../../links.ts";
import type { Site } from "../site.ts";
import { type Html, html } from "./html.ts";
import { layout } from "./layout.ts";
import { WORDS } from "./words.ts";

export function browsePage(language: Language, site: Site): string {
  const { knowledge } = site.brain;
  const words = WORDS[language];
  const sections = knowledge.report.sections.filter(
    ({ title }) => indicatorsIn(knowledge, title).length + topicsIn(knowledge, title, language).length > 0,
  );
  return layout(
    {
      language,
      title: `${words.browse} – Helsetall`,
      description: words.browseIntro,
      inLanguage: (other) => `/browse?lang=${other}`,
      here: "browse",
    },
    html`<h1>${words.browse}</h1><p>${words.browseIntro}</p>
${sections.map((section) => {
  const slug = sectionKey(section.title).replace("section:", "");
  return html`<section aria-labelledby="${slug}"><h2 id="${slug}"><a href="/report/${slug}?lang=${language}" lang="nb">${section.title}</a></h2>
${topicsIn(knowledge, section.title, language).map((topic) => html`<p class="topic"><a href="${topic.path}">${topic.name}</a></p>`)}
<ul class="cards">${indicatorsIn(knowledge, section.title).map((indicator) => card(indicator, language, site))}</ul></section>`;
})}`,
  );
}

/** The trend that a section tells, and the dates that it states. */
function topicsIn(knowledge: Knowledge, section: string, language: Language): { path: string; name: string }[] {
  const trends = [...knowledge.trends.values()].filter((trend) => trend.section === section);
  const events = [...knowledge.events.values()].filter((event) => event.section === section);
  return [
    ...trends.map((trend) => ({
      path: answerPath(`trend/trend:${trend.id}/-/${language}`),
      name: `${WORDS[language].trend}: ${nameOf(trend, language)}`,
    })),
    ...events.map((event) => ({
      path: answerPath(`value/event:${event.id}/-/${language}`),
      name: `${sentenceForEvent(event, language)}.`,
    })),
  ];
}

/** Those of the report first. */
function indicatorsIn(knowledge: Knowledge, section: string): KnownIndicator[] {
  const rank = { report: 0, near: 1, context: 2 } as const;
  return [...knowledge.indicators.values()].filter((item) => item.section === section).sort((a, b) => rank[a.relation] - rank[b.relation]);
}

function card(indicator: KnownIndicator, language: Language, site: Site): Html | null {
  const { knowledge, version } = site.brain;
  const row = latestOf(knowledge, indicator);
  const [change] = indicator.changes;
  if (!row && !change) return null;
  const figure = row ? figureFor(knowledge, indicator, row, language) : change ? growthWords(knowledge, change, language) : "";
  const period = periodPhrase(row ? row.period : (change?.period ?? null), language);
  const drawn = site.unlessBroken("picture", () => pictureOfIndicator(indicator, knowledge, language), null);
  return html`<li class="card"><a href="${answerPath(`value/${indicator.id}/-/${language}`)}">${capital(nameOf(indicator, language))}</a>
<p><strong>${figure}</strong> ${period}</p>
${drawn && html`<img src="${picturePath(`series/${indicator.id}/-/${language}`, version)}" alt="" width="480" height="160" loading="lazy">`}</li>`;
}
