/** Next questions that work when asked: made from shown names, which always name their subject in full. */
import { indicatorsOfSection } from "../knowledge/groups.ts";
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
    const neighbour = neighbourOf(knowledge, subject.item);
    if (neighbour) suggestions.push(say(language, "suggestValue", { name: nameOf(neighbour, language) }));
  } else if (own) suggestions.push(`${capital(name)}?`);
  if (subject.kind === "event" && subject.section) {
    const section = knowledge.report.sections.find(({ title }) => title === subject.section);
    const trend = trendOfSection(knowledge, subject.section);
    const hasFigures = indicatorsOfSection(knowledge, subject.section).length > 0;
    if (section && !hasFigures && trend) suggestions.push(say(language, "suggestTrend", { name: nameOf(trend, language) }));
    if (section && hasFigures) suggestions.push(say(language, "suggestList", { name: nameOf(section, language) }));
  }
  return suggestions.slice(0, MOST_SUGGESTIONS);
}

/** The next indicator of the report in the same section; behind the last comes the first. */
function neighbourOf(knowledge: Knowledge, indicator: KnownIndicator): KnownIndicator | undefined {
  const all = indicatorsOfSection(knowledge, indicator.section);
  const at = all.indexOf(indicator);
  const isNext = ({ relation, id }: KnownIndicator) => relation === "report" && id !== indicator.id;
  // An indicator that is none of the report's own is followed by the first that is.
  const from = indicator.relation === "report" ? at : -1;
  return all.find((item, index) => index > from && isNext(item)) ?? all.find(isNext);
}
