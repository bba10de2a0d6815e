/** The golden pictures: one or more of each kind. `npm run goldens` draws them anew; look at each before keeping it. */
import { join } from "node:path";
import type { Language } from "../../src/knowledge/languages.ts";
import type { IntentName } from "../../src/understanding/question.ts";

type Golden = { file: string; intent: IntentName; subjects: readonly string[]; periods: readonly string[]; language: Language };

function golden(file: string, intent: IntentName, subjects: string, periods: string, language: Language): Golden {
  return { file, intent, subjects: subjects.split("+"), periods: periods === "" ? [] : periods.split("+"), language };
}

export const GOLDENS: readonly Golden[] = [
  golden("course-gap-revision", "value", "helsenorge-logins", "2021", "en"),
  golden("course-asked-inside", "value", "helsenorge-visits", "2019", "nb"),
  golden("course-asked-highest", "value", "helsenorge-visits", "2021", "nn"),
  golden("course-two-asked", "change", "helsenorge-logins", "2020/2021", "nb"),
  golden("course-extremes", "series", "bed-days", "", "nb"),
  golden("course-break", "value", "specialist-man-years", "2020", "nb"),
  golden("course-two-breaks", "value", "health-spending", "2020", "nb"),
  golden("course-quarters", "value", "e-consultation-share-quarter", "2020-Q2", "en"),
  golden("course-year-ends", "value", "kjernejournal-personnel", "2021-12-31", "nb"),
  golden("course-dots", "value", "e-consultation-share-year", "2021", "nb"),
  golden("course-long-title", "value", "kantar-provider-indifferent", "2021", "nb"),
  golden("slope", "value", "medical-messages", "2021", "nb"),
  golden("slope-gap", "value", "e-prescriptions-issued", "2021", "nn"),
  golden("comparison-lines", "compare", "specialist-man-years+care-man-years", "2020", "nb"),
  golden("comparison-panels", "compare", "helsenorge-logins+helsenorge-visits", "2021", "nb"),
  golden("comparison-bars", "compare", "e-prescriptions-issued+e-prescriptions-dispensed", "2021", "en"),
  golden("ranking", "ranking", "family:spending", "", "nb"),
  golden("ranking-percent", "ranking", "family:population-shares", "", "en"),
  golden("share", "share", "helsenorge-awareness", "2021", "nb"),
  golden("share-of-whole", "share", "kjernejournal-doctors", "2021", "en"),
];

/** Where a golden picture lies. */
export function goldenPath(file: string): string {
  return join(import.meta.dirname, "golden", `${file}.png`);
}
