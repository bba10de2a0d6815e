/** All figures of some indicators as one table, each with its time and where it stands. */
import { capital, figureFor, nameOf } from "../../../answers/figures.ts";
import { periodName } from "../../../answers/numbers.ts";
import type { Language } from "../../../knowledge/languages.ts";
import type { Knowledge, KnownIndicator } from "../../../knowledge/load.ts";
import { statedOf } from "../../../knowledge/prefer.ts";
import { documentTitle } from "../../../knowledge/sources.ts";
import { type Html, html } from "./html.ts";
import { WORDS } from "./words.ts";

/** A scrollable table, one row an observation, the indicator's name once as the row header. */
export function figureTable(indicators: readonly KnownIndicator[], knowledge: Knowledge, language: Language): Html {
  const words = WORDS[language];
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${words.figuresHere}"><table>
<thead><tr><th scope="col">${words.nameColumn}</th><th scope="col">${words.periodColumn}</th><th scope="col">${words.figureColumn}</th><th scope="col">${words.documentColumn}</th></tr></thead>
${indicators.map((indicator) => rowsOf(indicator, knowledge, language))}
</table></div>`;
}

function rowsOf(indicator: KnownIndicator, knowledge: Knowledge, language: Language): Html | null {
  const rows = statedOf(knowledge, indicator);
  if (rows.length === 0) return null;
  return html`<tbody id="${indicator.id}">${rows.map(
    (
      row,
      index,
    ) => html`<tr>${index === 0 && html`<th scope="rowgroup" rowspan="${rows.length}">${capital(nameOf(indicator, language))}</th>`}
<td>${row.period === null ? "–" : periodName(row.period, language)}</td>
<td class="number">${figureFor(knowledge, indicator, row, language)}</td>
<td><a href="${row.from.url}" rel="noreferrer">${documentTitle(row.from)}</a></td></tr>`,
  )}</tbody>`;
}
