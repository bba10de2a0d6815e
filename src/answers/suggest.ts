/** Next questions that work when asked: made from shown names, which always name their subject in full. */
import type { Knowledge, KnownIndicator } from "../knowledge/load.ts";
import { courseOf, latestOf } from "../knowledge/prefer.ts";
import { type Subject, trendOfSection } from "../knowledge/subjects.ts";
import type { Question } from "../understanding/question.ts";
import { capital, nameOf } from "./figures.ts";
import { say } from "./say.ts";

const MOST_SUGGESTIONS = 3;

/**
 * Suggests up to three questions that lead on from a subject.
 * @param own whether to begin with the subject's own figure, when the question was not answered
 */
export function suggestFor(knowledge: Knowledge, subject: Subject, question: Question, own = false): string[] {
  const { language } = question;
  const name = nameOf(subject, language);
  const suggestions: string[] = [];
  if (subject.kind === "indicator") {
    const course = courseOf(knowledge, subject.item);
    if (own) suggestions.push(say(language, "suggestValue", { name }));
    const latest = latestOf(knowledge, subject.item);
    const dated = latest === undefined || latest.period !== null;
    if (question.intent !== "change" && dated && (course.length > 1 || subject.item.changes.length > 0))
      suggestions.push(say(language, "suggestGrowth", { name }));
    if (question.intent !== "series" && course.length > 2) suggestions.push(say(language, "suggestSeries", { name }));
    const [neighbour] = neighboursOf(knowledge, subject.item);
    if (neighbour) suggestions.push(say(language, "suggestValue", { name: nameOf(neighbour, language) }));
  } else if (own) suggestions.push(`${capital(name)}?`);
  if (subject.kind === "event" && subject.section) {
    const section = knowledge.report.sections.find(({ title }) => title === subject.section);
    const trend = trendOfSection(knowledge, subject.section);
    const hasFigures = [...knowledge.indicators.values()].some((item) => item.section === subject.section);
    if (section && !hasFigures && trend) suggestions.push(say(language, "suggestTrend", { name: nameOf(trend, language) }));
    if (section && hasFigures) suggestions.push(say(language, "suggestList", { name: nameOf(section, language) }));
  }
  return suggestions.slice(0, MOST_SUGGESTIONS);
}

/** Other indicators of the report in the same section. */
function neighboursOf(knowledge: Knowledge, indicator: KnownIndicator): KnownIndicator[] {
  const all = [...knowledge.indicators.values()].filter((item) => item.section === indicator.section && item.relation === "report");
  const at = all.findIndex((item) => item.id === indicator.id);
  return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))];
}
