/** Tells how much an indicator changed: both levels, a printed growth first, a computed one marked. */
import type { Answer } from "../src/answers/answer.ts";
import {
  capital,
  computedFigure,
  figureFor,
  growthWords,
  levelFigure,
  nameOf,
  notesFor,
  printedFigure,
  sentenceForGrowth,
  spanWords,
} from "../src/answers/figures.ts";
import { periodPhrase } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import { suggestFor } from "../src/answers/suggest.ts";
import type { KnownIndicator } from "../src/knowledge/load.ts";
import type { Change } from "../src/knowledge/schema.ts";
import { documentTitle } from "../src/knowledge/sources.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Tools } from "./intent.ts";
import { laterPair, type Step } from "./step.ts";
import { value } from "./value.ts";

/** The two levels of a step and its growth. */
export function answerStep(question: Question, indicator: KnownIndicator, step: Step, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const { earlier, later, printed } = step;
  const name = nameOf(indicator, language);
  const computed = earlier ? computedFigure(knowledge, indicator, earlier, later, printed ? "context" : "answer") : undefined;
  const figures: Answer["figures"][number][] = [];
  if (earlier) figures.push(levelFigure(knowledge, indicator, earlier, "answer"));
  figures.push(levelFigure(knowledge, indicator, later, "answer"));
  if (printed) figures.push(printedFigure(knowledge, indicator, printed, "answer"));
  const alsoPrinted = printed
    ? indicator.changes.filter(
        (item) =>
          item !== printed &&
          !item.aside &&
          item.unit !== "times" &&
          item.period === printed.period &&
          item.since === printed.since &&
          item.unit !== printed.unit,
      )
    : [];
  for (const item of alsoPrinted) figures.push(printedFigure(knowledge, indicator, item, "answer"));
  if (computed) figures.push(computed);

  const levels = earlier && {
    name,
    earlier: figureFor(knowledge, indicator, earlier, language),
    later: figureFor(knowledge, indicator, later, language),
    since: periodPhrase(earlier.period, language),
    period: periodPhrase(later.period, language),
  };
  const details: string[] = alsoPrinted.map((item) =>
    say(language, "printedGrowth", { growth: growthWords(knowledge, item, language), span: spanWords(item.since, item.period, language) }),
  );
  let headline: string;
  if (levels && printed) {
    headline = say(language, "changed", { ...levels, growth: growthWords(knowledge, printed, language), computed: "" });
    if (computed && Math.abs(computed.value - asPercent(printed)) > 0.05) {
      details.push(say(language, "ownArithmetic", { growth: growthWords(knowledge, computed, language) }));
    }
  } else if (printed) {
    headline = `${sentenceForGrowth(knowledge, indicator, printed, language)}.`;
    details.push(`${capital(periodPhrase(later.period, language))}: ${figureFor(knowledge, indicator, later, language)}.`);
  } else if (levels && computed) {
    headline =
      computed.value === 0
        ? say(language, "unchanged", levels)
        : say(language, "changed", { ...levels, growth: growthWords(knowledge, computed, language), computed: say(language, "computed") });
  } else {
    headline = levels ? say(language, "changedLevels", levels) : name;
    const pair = earlier ? laterPair(knowledge, indicator, earlier, later) : undefined;
    if (pair) {
      const growth = computedFigure(knowledge, indicator, pair[0], pair[1], "context");
      if (growth) {
        figures.push(growth);
        details.push(
          say(language, "laterPair", {
            document: documentTitle(pair[1].from),
            earlier: figureFor(knowledge, indicator, pair[0], language),
            later: figureFor(knowledge, indicator, pair[1], language),
            since: periodPhrase(pair[0].period, language),
            period: periodPhrase(pair[1].period, language),
            growth: growthWords(knowledge, growth, language),
          }),
        );
      }
    } else details.push(say(language, "notComparable"));
  }
  if (indicator.differs) details.push(indicator.differs[language]);
  const rows = [later, ...(printed ? [{ period: later.period, note: printed.note }] : []), ...(earlier ? [earlier] : [])];
  details.push(...notesFor(knowledge, { indicator, rows, kind: "change" }, language));
  return {
    intent: "change",
    answered: true,
    language,
    headline: capital(headline),
    details,
    figures,
    sources: figures.map(({ source }) => source),
    suggestions: suggestFor(knowledge, subjectOf(indicator), question),
    choices: [],
    question: { ...question, periods: earlier?.period && later.period ? [`${earlier.period}/${later.period}`] : [later.period ?? ""] },
  };
}

function subjectOf(indicator: KnownIndicator) {
  return { kind: "indicator" as const, key: indicator.id, names: indicator.names, section: indicator.section, item: indicator };
}

function asPercent(printed: Change): number {
  return printed.unit === "times" ? (printed.value - 1) * 100 : printed.value;
}

/** Only one figure: says it, and that a change cannot be told. */
export function answerSingle(question: Question, indicator: KnownIndicator, tools: Tools): Answer {
  const alone = value.answer({ ...question, intent: "value", periods: [] }, tools);
  const { language } = question;
  const [figure] = alone.figures;
  if (!figure) return alone;
  return {
    ...alone,
    intent: "change",
    answered: false,
    headline: say(language, "onlyOne", {
      name: nameOf(indicator, language),
      figure: figureFor(tools.knowledge, indicator, figure, language),
      period: periodPhrase(figure.period, language),
    }),
    figures: alone.figures.map((item) => ({ ...item, role: "context" as const })),
    question: { ...question, intent: "change" },
  };
}
