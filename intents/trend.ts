/** "What is the trend for …?" – what a trend of the report says and implies; for a measure its course. */
import type { Answer } from "../src/answers/answer.ts";
import { figureFor, levelFigure, listed, nameOf } from "../src/answers/figures.ts";
import { periodPhrase } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import { latestOf } from "../src/knowledge/prefer.ts";
import { sourceOfSection } from "../src/knowledge/sources.ts";
import { type Subject, sectionKey, trendOfSection } from "../src/knowledge/subjects.ts";
import { aimAt } from "../src/understanding/aim.ts";
import type { Context } from "../src/understanding/context.ts";
import { FULLY } from "../src/understanding/fit.ts";
import type { Candidate } from "../src/understanding/matcher.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { type Intent, said, type Tools } from "./intent.ts";
import { indicatorsOf, list } from "./list.ts";
import { declinePeriod } from "./none.ts";
import { AMOUNTS } from "./open-question.ts";
import { series } from "./series.ts";
import { answerStatement } from "./statement.ts";

export const trend: Intent = {
  name: "trend",
  cues: {
    trend: {
      nb: [
        "det viktigste",
        "oppsummer",
        "oppsummert",
        "oppsummere",
        "sammendrag av",
        "hva er greia med",
        "essensen",
        "hovedpoenget",
        "i korte trekk",
        "kortversjonen",
        "kort fortalt",
        "i korte drag",
        "hva sier dere om",
        "trend",
        "trenden",
        "trender",
        "trendene",
        "tendens",
        "tendensen",
        "tendenser",
        "utviklingstrekk",
        "utviklingstrekket",
        "retning",
        "hvor går det",
      ],
      nn: [
        "det viktigaste",
        "oppsummer",
        "oppsummert",
        "oppsummere",
        "samandrag av",
        "kva er greia med",
        "essensen",
        "hovudpoenget",
        "i korte trekk",
        "kortversjonen",
        "kort fortalt",
        "kva seier de om",
        "kva seier dei om",
        "trend",
        "trenden",
        "trendar",
        "trendane",
        "tendens",
        "tendensen",
        "tendensar",
        "utviklingstrekk",
        "retning",
      ],
      en: [
        "most important thing",
        "main points",
        "main message",
        "summarise",
        "summarize",
        "summary of",
        "sum up",
        "the deal with",
        "up with",
        "what's the story",
        "gist",
        "the gist",
        "in a nutshell",
        "short version",
        "in short",
        "tl;dr",
        "tldr",
        "trend",
        "trends",
        "trending",
        "tendency",
        "direction",
        "outlook",
        "going on with",
        "happening with",
        "state of",
      ],
    },
    implies: {
      nb: [
        "har det å si for",
        "har å si for",
        "krever det av",
        "kreve av",
        "innebærer",
        "fører det med seg",
        "føre med seg",
        "hva kan vi vente",
        "hva bør vi vente",
        "hva må vi vente",
        "innebære",
        "konsekvens",
        "konsekvenser",
        "konsekvensene",
        "betydning",
        "fører til",
        "følger",
        "følgene",
        "implikasjoner",
        "framover",
        "fremover",
        "framtid",
        "fremtid",
        "framtiden",
        "fremtiden",
        "betyr det for",
        "bety for",
      ],
      nn: [
        "har det å seie for",
        "har å seie for",
        "krev det av",
        "inneber",
        "fører det med seg",
        "føre med seg",
        "kva kan vi vente",
        "kva kan me vente",
        "kva bør vi vente",
        "innebere",
        "konsekvens",
        "konsekvensar",
        "konsekvensane",
        "følgjer",
        "implikasjonar",
        "framover",
        "framtid",
        "framtida",
        "fører til",
        "betyr det for",
        "bety for",
      ],
      en: [
        "what does it take",
        "require of",
        "what does that require",
        "implies",
        "expect to follow",
        "expected to follow",
        "expect going forward",
        "expect from now on",
        "should we expect",
        "can we expect",
        "going forward",
        "imply",
        "implications",
        "implication",
        "consequence",
        "consequences",
        "lead to",
        "future",
        "going forward",
        "mean for",
        "meant for",
      ],
    },
  },

  match(reading, context, tools) {
    const asksResult = LEADS_TO.test(reading.text);
    // "which e-health trends …": also the name of the report.
    if (ALL_TRENDS.test(reading.text) && reading.items.every(({ soft }) => soft))
      return { intent: "list", subjects: [], periods: [], language: reading.language, shade: "trends" };
    const listed = oneOfTrends(reading, context, tools);
    if (listed) return listed;
    if (!said(reading, "trend", "implies") && !asksResult) return asksAboutTopic(reading, context, tools);
    const spoken = trendSpokenOf(reading, context, tools);
    if (spoken) return spoken;
    const trends = aimAt(tools.reader, reading, context, { kinds: ["trend"] });
    const others = aimAt(tools.reader, reading, context, { kinds: ["indicator", "section"], prefer: ["indicator"] });
    const shade = (said(reading, "implies") || asksResult) && !said(reading, "trend") ? "implies" : undefined;
    const base = { periods: [], language: reading.language, shade };
    const trendScore = trends.kind === "sure" ? (trends.candidate?.score ?? 0.5) : -1;
    const otherScore = others.kind === "sure" ? (others.candidate?.score ?? 0.4) : -1;
    if (trends.kind === "sure" && trendScore >= otherScore - 0.15) return { ...base, intent: "trend", subjects: [trends.subject.key] };
    if (others.kind === "sure") {
      // "if the trend goes on, how many in 2040": one time is counted, and no course.
      const countsOneTime = said(reading, "quantity", "share") && reading.periods.length > 0;
      if (others.subject.kind === "indicator" && said(reading, "trend") && !countsOneTime)
        return { ...base, intent: "series", subjects: [others.subject.key], shade: undefined };
      if (others.subject.kind === "section") return { ...base, intent: "trend", subjects: [others.subject.key] };
    }
    const topic = trends.kind === "missing" ? topicAmong(trends.nearest) : undefined;
    if (topic && !said(reading, "quantity", "share", "when", "why")) return { ...base, intent: "trend", subjects: [topic.key] };
    const nothing = reading.items.every(({ soft, concepts }) => soft || concepts.includes("international"));
    const asksAll = nothing && reading.tokens.some((word) => PLURAL.test(word));
    if (asksAll) return { ...base, intent: "list", subjects: [], shade: "trends" };
    if (trends.kind === "choice")
      return { ...base, intent: "clarify", subjects: trends.candidates.slice(0, 4).map(({ subject }) => subject.key), shade: "trend" };
    return nothing && said(reading, "trend") ? { ...base, intent: "list", subjects: [], shade: "trends" } : undefined;
  },

  answer(question, tools) {
    const subject = tools.reader.subject(question.subjects[0] ?? "");
    if (subject?.kind === "statement") return answerStatement(question, tools);
    if (subject?.kind === "trend") return answerTrend(question, subject, tools);
    if (subject?.kind === "section") return answerOutlook(question, subject, tools);
    if (subject?.kind === "indicator") return series.answer({ ...question, intent: "series", shade: undefined }, tools);
    return declinePeriod(question, tools);
  },
};

const ALL_TRENDS =
  /(?:^| )(?:which|what|hvilke|kva|hva for|kva for) (?:e-?health |e-?helse |main |major )?(?:trends|(?:hoved|hovud|e-?helse)?trend(?:er|ar))(?: |$)|(?:^| )(?:hva|kva|what) (?:er|are) (?:(?:de|dei|the) )?(?:\p{L}+ )?(?:\p{L}*trend(?:ene|ane|er|ar)|trends)(?: |$)/u;
const THAT_TREND = /(?:^| )(?:den|denne|this|that|the) (?:trenden|utviklinga|utviklingen|trend|development)(?: |$)/;

const ONE_ON = /(?:^| )(?:(?:the|that) one|den|det|ho|denne|punktet|point|number) (?:on|about|om|rundt)(?: |$)/;

/** "tell me more about the one on data breaches" after the list of trends. */
function oneOfTrends(reading: Reading, { questions }: Context, { reader }: Tools): Question | undefined {
  const [last] = questions;
  if (last?.intent !== "list" || last.subjects.length > 0 || !ONE_ON.test(reading.text)) return undefined;
  const [best] = reader.rank(reading.items, { kinds: ["trend"] });
  return best && { intent: "trend", subjects: [best.subject.key], periods: [], language: reading.language };
}

const IT_IMPLIES =
  /(?:^| )(?:innebærer|inneber|betyr|medfører|fører|krever|krev|does|do|did|would|will|has|har) (?:det|dette|den|it|this|that)(?: |$)/;

/** "what does that trend imply?": of the section that was spoken of; "what does it imply for hospitals?": of the trend that was told. */
function trendSpokenOf(reading: Reading, { questions }: Context, { reader, knowledge }: Tools): Question | undefined {
  const isPointed = THAT_TREND.test(reading.text) && (reading.items.every(({ soft }) => soft) || said(reading, "implies"));
  const ofIt = said(reading, "implies") && IT_IMPLIES.test(reading.text);
  const [subject] = isPointed || ofIt ? (questions[0]?.subjects.flatMap((key) => reader.subject(key) ?? []) ?? []) : [];
  if (!subject?.section || !(isPointed || subject.kind === "trend" || subject.kind === "term")) return undefined;
  const trend = trendOfSection(knowledge, subject.section);
  const key = trend ? `trend:${trend.id}` : sectionKey(subject.section);
  return { intent: "trend", subjects: [key], periods: [], language: reading.language, shade: "implies" };
}

const OPEN_QUESTION = /^(?:(?:hei|hi|hello|og|and|so|så|but|men)[ ,!.]+)*(?:hvordan|korleis|how|why|hvorfor|kvifor|what|hva|kva)(?: |$)/;
const VIEWS = /(?:^| )(?:bør|burde|should|mener|meiner|synes|synest|think|opinion|enig|einig|agree)(?: |$)/;
const NUMBER_CUES = [
  "quantity",
  "share",
  "when",
  "check",
  "define",
  "source",
  "list",
  "link",
  "highest",
  "lowest",
  "compare",
  "series",
  "change",
] as const;

/** "why do suppliers find it hard to get public contracts": an open question for what a trend alone is about, in words of its own. */
export function asksAboutTopic(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const text = reading.text;
  if (!OPEN_QUESTION.test(text) || VIEWS.test(text) || AMOUNTS.test(text) || said(reading, ...NUMBER_CUES) || reading.periods.length > 0)
    return undefined;
  if (reading.items.some(({ barrier }) => barrier !== undefined && barrier !== "unknown" && barrier !== "ordinary")) return undefined;
  const counted = aimAt(tools.reader, reading, context, { kinds: ["indicator", "event", "family", "term"] });
  if (counted.kind !== "missing" && counted.kind !== "nothing") return undefined;
  const hard = reading.items.filter(({ soft, concepts }) => !soft && concepts.length > 0);
  const [best, second] = tools.reader.rank(reading.items, { kinds: ["trend"] });
  if (!best || best.complete < FULLY || best.unexplained.length > MOST_UNEXPLAINED || hard.length - best.unexplained.length < LEAST_NAMED)
    return undefined;
  if (second && best.score - second.score < CLEARLY) return undefined;
  return { intent: "trend", subjects: [best.subject.key], periods: [], language: reading.language };
}

/** An open question has words of its own; so many of the trend's must stand beside them. */
const MOST_UNEXPLAINED = 2;
const LEAST_NAMED = 2;
const CLEARLY = 0.1;

/** "what does … lead to", "hva fører … til": the verb and its particle stand apart. */
const LEADS_TO = /^(?:hva|kva|what) (?:(?:fører|leder|leier) .+ til|(?:does|do|will|can|could) .+ lead to)(?: |$)/;

/**
 * "what is the deal with Schrems II and the hospitals?": a trend that is named in full, with one word beside it, is
 * what is asked about; its text states what it covers.
 */
function topicAmong(nearest: readonly Candidate[]): Subject | undefined {
  const named = nearest.filter(
    ({ complete, unexplained, subject }) => subject.kind === "trend" && complete >= 0.95 && unexplained.length === 1,
  );
  return named.length === 1 ? named[0]?.subject : undefined;
}

function answerTrend(question: Question, subject: Extract<Subject, { kind: "trend" }>, tools: Tools): Answer {
  const { language } = question;
  const { item, part } = subject;
  const implies = [
    say(language, item.impliesFrom === "list" ? "trendImplies" : "trendImpliesText"),
    ...item.implies[language].map((text) => say(language, "bullet", { text })),
  ];
  const told = withFigures(subject, question, tools);
  const summary = (part ?? item).summary[language];
  const source = sourceOfSection(tools.knowledge, item.section, part?.subsection);
  return {
    intent: "trend",
    answered: true,
    language,
    headline: summary,
    details: part ? told.lines : [...implies, ...told.lines],
    figures: told.figures,
    sources: [source, ...told.figures.map((figure) => figure.source)],
    suggestions: suggestionsFor(subject, question, tools),
    choices: [],
    question,
  };
}

/** A section of chapter 4 has an outlook instead of a trend. */
function answerOutlook(question: Question, subject: Extract<Subject, { kind: "section" }>, tools: Tools): Answer {
  const own = trendOfSection(tools.knowledge, subject.item.title);
  const asTrend = own ? tools.reader.subject(`trend:${own.id}`) : undefined;
  if (asTrend?.kind === "trend") return answerTrend({ ...question, subjects: [asTrend.key] }, asTrend, tools);
  const { outlook } = subject.item;
  if (!outlook) return list.answer({ ...question, intent: "list" }, tools);
  const told = withFigures(subject, question, tools);
  return {
    intent: "trend",
    answered: true,
    language: question.language,
    headline: outlook[question.language],
    details: told.lines,
    figures: told.figures,
    sources: [sourceOfSection(tools.knowledge, subject.item.title), ...told.figures.map((figure) => figure.source)],
    suggestions: suggestionsFor(subject, question, tools),
    choices: [],
    question,
  };
}

function withFigures(subject: Subject, question: Question, tools: Tools): { lines: string[]; figures: Answer["figures"] } {
  const { knowledge } = tools;
  const { language } = question;
  const rows = indicatorsOf(subject, tools)
    .filter((indicator) => indicator.relation === "report")
    .slice(0, 4)
    .flatMap((indicator) => {
      const row = latestOf(knowledge, indicator);
      return row ? [{ indicator, row }] : [];
    });
  if (rows.length === 0) return { lines: [], figures: [] };
  const texts = rows.map(
    ({ indicator, row }) =>
      `${nameOf(indicator, language)} ${figureFor(knowledge, indicator, row, language)} ${periodPhrase(row.period, language)}`,
  );
  return {
    lines: [say(language, "trendFigures", { list: listed(texts, language) })],
    figures: rows.map(({ indicator, row }) => levelFigure(knowledge, indicator, row, "context")),
  };
}

function suggestionsFor(subject: Subject, question: Question, tools: Tools): string[] {
  return indicatorsOf(subject, tools)
    .filter((indicator) => indicator.observations.length > 0)
    .slice(0, 2)
    .map((indicator) => say(question.language, "suggestValue", { name: nameOf(indicator, question.language) }));
}

/** "which international trends": all of them. */
const PLURAL = /^(?:trends|trender|trendene|trendar|trendane)$/;
