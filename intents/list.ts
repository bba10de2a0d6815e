/** "Which figures do you have about …?" – the indicators of a subject with their latest values. */
import type { Answer } from "../src/answers/answer.ts";
import { capital, figureFor, growthWords, levelFigure, nameOf, printedFigure } from "../src/answers/figures.ts";
import { periodPhrase } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import type { KnownIndicator } from "../src/knowledge/load.ts";
import { latestOf } from "../src/knowledge/prefer.ts";
import { sourceOfSection } from "../src/knowledge/sources.ts";
import { type Subject, trendOfSection } from "../src/knowledge/subjects.ts";
import { aimAt } from "../src/understanding/aim.ts";
import { askedPeriods } from "../src/understanding/asked.ts";
import type { Context } from "../src/understanding/context.ts";
import { FULLY } from "../src/understanding/fit.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { answerFigure } from "./figure.ts";
import { bare, declining, type Intent, said, type Tools } from "./intent.ts";
import { declinePeriod } from "./none.ts";

const MOST_LINES = 8;

export const list: Intent = {
  name: "list",
  cues: {
    list: {
      nb: [
        "sier rapporten om",
        "forteller rapporten om",
        "fortel rapporten om",
        "hva sier rapporten om",
        "alle trendene",
        "trendene som",
        "nevn trendene",
        "nevn gjerne alle",
        "hvilke tall",
        "hvilke trender",
        "hvilke internasjonale trender",
        "hva slags tall",
        "hvilke figurer",
        "hvilke indikatorer",
        "hva har du om",
        "hva vet du om",
        "hva finnes om",
        "alt om",
        "alle tall",
        "alle tallene",
        "list opp",
        "liste",
        "oversikt",
        "nøkkeltall om",
        "nøkkeltall for",
        "tall om",
        "fortell om",
        "fortell meg om",
        "hva kan du si om",
        "hvilke data",
        "hvilken statistikk",
        "statistikk om",
        "hvilke emner",
        "hvilke temaer",
        "hva står det om",
        "hva sier rapporten om",
        "hva sier rapporten",
        "tallene om",
        "tallene for",
      ],
      nn: [
        "seier rapporten om",
        "alle trendane",
        "trendane som",
        "nemn trendane",
        "kva tal",
        "kva trendar",
        "kva for trendar",
        "kva internasjonale trendar",
        "kva for tal",
        "kva slags tal",
        "kva figurar",
        "kva indikatorar",
        "kva har du om",
        "kva veit du om",
        "kva finst om",
        "alt om",
        "alle tal",
        "alle tala",
        "list opp",
        "liste",
        "oversikt",
        "nøkkeltal om",
        "nøkkeltal for",
        "tal om",
        "fortel om",
        "fortel meg om",
        "kva kan du seie om",
        "kva data",
        "kva statistikk",
        "statistikk om",
        "kva emne",
        "kva står det om",
        "kva seier rapporten om",
        "kva seier rapporten",
        "tala om",
        "tala for",
      ],
      en: [
        "the report saying about",
        "does it say about",
        "report say about",
        "all the trends",
        "all trends",
        "which trends",
        "the trends that",
        "which figures",
        "what figures",
        "which numbers",
        "what numbers",
        "which indicators",
        "what do you have on",
        "what do you have about",
        "what do you know about",
        "what data",
        "which data",
        "what statistics",
        "which statistics",
        "everything on",
        "everything about",
        "all figures",
        "all numbers",
        "all the numbers",
        "all the figures",
        "list",
        "overview",
        "key figures on",
        "key figures for",
        "figures on",
        "figures about",
        "numbers on",
        "numbers about",
        "tell me about",
        "statistics on",
        "statistics about",
        "stats on",
        "stats about",
        "data on",
        "data about",
        "which topics",
        "what topics",
        "what can you tell me about",
        "what does the report say about",
        "what does the report say",
      ],
    },
  },

  match(reading, context, tools) {
    const asked = askedPeriods(reading, context);
    if (ALL_YEARS.test(reading.text)) return undefined;
    if (said(reading, "list") && (asked.lastYears !== undefined || asked.range)) return undefined;
    if (!said(reading, "list")) {
      const aim = reading.figureNumber ? tools.reader.subject(`figure:${reading.figureNumber}`) : undefined;
      if (!aim || isNamedOne(reading, context, tools)) return undefined;
      return { intent: "list", subjects: [aim.key], periods: [], language: reading.language };
    }
    // "can you give me the exact numbers for 2019 and 2020": figures of named years, and no list.
    const figure = asked.points.length > 0 ? aimAt(tools.reader, reading, context, { kinds: ["indicator"] }) : undefined;
    if (figure?.kind === "sure" && (figure.candidate?.complete ?? 0) >= FULLY) return undefined;
    const trends = reading.tokens.some((word) => /^(?:trends|trender|trendene|trendar|trendane)$/.test(word));
    if (trends) return { ...bare("list", reading), shade: "trends" };
    const printed = reading.figureNumber && tools.reader.subject(`figure:${reading.figureNumber}`);
    if (printed) return { intent: "list", subjects: [printed.key], periods: [], language: reading.language };
    const hard = reading.items.filter((item) => !item.soft);
    if (hard.length === 0) return bare("list", reading);
    const aim = aimAt(tools.reader, reading, context, { kinds: ["section", "family", "trend"], prefer: ["section"], anchor: "" });
    const asTrend = aim.kind === "sure" ? trendOf(aim.subject, tools) : undefined;
    // "how many apps are on that list now": counts, and asks for no course.
    if (asTrend && said(reading, "quantity") && (reading.cues.get("quantity")?.[0] ?? 0) < (reading.cues.get("list")?.[0] ?? 0))
      return undefined;
    if (asTrend) return { intent: "trend", subjects: [asTrend], periods: [], language: reading.language };
    if (aim.kind === "sure") return { intent: "list", subjects: [aim.subject.key], periods: [], language: reading.language };
    const wide = aimAt(tools.reader, reading, context, { kinds: ["indicator"], anchor: "" });
    if (wide.kind === "choice" || wide.kind === "sure") {
      const keys =
        wide.kind === "sure"
          ? [wide.subject.key, ...wide.others.map(({ subject }) => subject.key)]
          : wide.candidates.map(({ subject }) => subject.key);
      return { intent: "list", subjects: keys.slice(0, 4), periods: [], language: reading.language };
    }
    return wide.kind === "missing" ? declining(wide, reading) : undefined;
  },

  answer(question, tools) {
    const subjects = question.subjects.flatMap((key) => tools.reader.subject(key) ?? []);
    const [first] = subjects;
    if (!first) return question.shade === "trends" ? listTrends(question, tools) : listSections(question, tools);
    if (first.kind === "figure") return answerFigure(question, first, tools);
    const indicators = subjects.flatMap((subject) => indicatorsOf(subject, tools));
    if (indicators.length === 0) return aboutOnly(question, first, tools);
    return listIndicators(question, first, indicators, tools);
  },
};

/** "spending on hospitals in 2020, see figure 4.1": one figure that is named in full, wherever it stands. */
function isNamedOne(reading: Reading, context: Context, tools: Tools): boolean {
  const aim = reading.items.some(({ soft }) => !soft) ? aimAt(tools.reader, reading, context, { kinds: ["indicator"] }) : undefined;
  return aim?.kind === "sure" && !aim.inherited && (aim.candidate?.complete ?? 0) >= FULLY;
}

/** "all the years that you have figures for" asks for a course. */
const ALL_YEARS = /(?:^| )(?:alle år(?:ene|a)?|all (?:the )?years|every year|kvart år|hvert år)(?: |$)/;

/** "what does the report say about …": a trend, or a section of chapters 2 and 3, which is one, is told as such. */
function trendOf(subject: Subject, { knowledge }: Tools): string | undefined {
  if (subject.kind === "trend") return subject.key;
  const own = subject.kind === "section" ? trendOfSection(knowledge, subject.item.title) : undefined;
  return own ? `trend:${own.id}` : undefined;
}

/** The indicators that belong to a subject, those of the report first. */
export function indicatorsOf(subject: Subject, { knowledge }: Tools): KnownIndicator[] {
  const known = (ids: readonly string[]) => ids.flatMap((id) => knowledge.indicators.get(id) ?? []);
  if (subject.kind === "indicator") return [subject.item];
  if (subject.kind === "family") return known(Object.values(subject.item.members));
  if (subject.kind === "trend")
    return known([
      ...new Set([
        ...(subject.part ?? subject.item).indicators,
        ...(subject.part ? [] : subject.item.parts.flatMap((part) => part.indicators)),
      ]),
    ]);
  if (subject.kind === "term") return known(subject.item.indicators);
  if (subject.kind !== "section") return [];
  const rank = { report: 0, near: 1, context: 2 } as const;
  return [...knowledge.indicators.values()]
    .filter((item) => item.section === subject.item.title)
    .sort((a, b) => rank[a.relation] - rank[b.relation]);
}

function listIndicators(question: Question, subject: Subject, indicators: readonly KnownIndicator[], tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const figures: Answer["figures"][number][] = [];
  const lines: string[] = [];
  for (const indicator of indicators) {
    const row = latestOf(knowledge, indicator);
    const [change] = indicator.changes;
    if (lines.length >= MOST_LINES || (!row && !change)) continue;
    const figure = row ? figureFor(knowledge, indicator, row, language) : change ? growthWords(knowledge, change, language) : "";
    const period = row ? periodPhrase(row.period, language) : periodPhrase(change?.period ?? null, language);
    lines.push(say(language, "listLine", { name: capital(nameOf(indicator, language)), figure, period }));
    if (row) figures.push(levelFigure(knowledge, indicator, row, "answer"));
    else if (change) figures.push(printedFigure(knowledge, indicator, change, "answer"));
  }
  const more = indicators.length - lines.length;
  const [firstIndicator] = indicators;
  return {
    intent: "list",
    answered: true,
    language,
    headline: say(language, "listHead", { name: nameOf(subject, language) }),
    details: more > 0 ? [...lines, say(language, "listMore", { count: more })] : lines,
    figures,
    sources: [sourceOfSection(knowledge, subject.section ?? firstIndicator?.section ?? null), ...figures.map(({ source }) => source)],
    suggestions: indicators.slice(0, 3).map((indicator) => say(language, "suggestValue", { name: nameOf(indicator, language) })),
    choices: [],
    question,
  };
}

/** A section or trend without numbers: its summary speaks. */
function aboutOnly(question: Question, subject: Subject, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const trend = subject.kind === "trend" ? subject.item : trendOfSection(knowledge, subject.section);
  if (!trend) return declinePeriod(question, tools);
  const source = sourceOfSection(knowledge, trend.section);
  return {
    intent: "list",
    answered: true,
    language,
    headline: trend.summary[language],
    details: [],
    figures: [],
    sources: [source],
    suggestions: [say(language, "suggestTrend", { name: nameOf(trend, language) })],
    choices: [],
    question,
  };
}

function listTrends(question: Question, { knowledge }: Tools): Answer {
  const { language } = question;
  const trends = [...knowledge.trends.values()];
  return {
    intent: "list",
    answered: true,
    language,
    headline: say(language, "listHead", { name: knowledge.report.title }),
    details: trends.map((trend) => say(language, "bullet", { text: capital(nameOf(trend, language)) })),
    figures: [],
    sources: [sourceOfSection(knowledge, null)],
    suggestions: trends.slice(0, 3).map((trend) => say(language, "suggestTrend", { name: nameOf(trend, language) })),
    choices: [],
    question,
  };
}

function listSections(question: Question, tools: Tools): Answer {
  const { knowledge, reader } = tools;
  const { language } = question;
  const sections = knowledge.report.sections.filter(
    ({ chapter }) => chapter.startsWith("2") || chapter.startsWith("3") || chapter.startsWith("4"),
  );
  const source = sourceOfSection(knowledge, null);
  void reader;
  return {
    intent: "list",
    answered: true,
    language,
    headline: say(language, "listHead", { name: knowledge.report.title }),
    details: sections.map((section) => say(language, "bullet", { text: capital(nameOf(section, language)) })),
    figures: [],
    sources: [source],
    suggestions: sections
      .filter(({ chapter }) => chapter.startsWith("4"))
      .slice(0, 3)
      .map((section) => say(language, "suggestList", { name: nameOf(section, language) })),
    choices: [],
    question,
  };
}
