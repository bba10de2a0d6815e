/** Verdicts on claims: a level, a growth, an order or a date held against what the sources print. */
import type { Answer, AnswerFigure } from "../src/answers/answer.ts";
import {
  capital,
  computedFigure,
  eventFigure,
  figureFor,
  growthBetween,
  growthWords,
  levelFigure,
  nameOf,
  notesFor,
  printedFigure,
  sentenceFor,
  sentenceForEvent,
  sentenceForGrowth,
} from "../src/answers/figures.ts";
import type { MessageKey } from "../src/answers/messages/nb.ts";
import { periodPhrase } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import { suggestFor } from "../src/answers/suggest.ts";
import type { Knowledge, KnownIndicator } from "../src/knowledge/load.ts";
import { grainOf } from "../src/knowledge/period.ts";
import { answersFor, courseOf, growthOver, isPrintedAsGrowth, latestOf, type Stated, statedOf } from "../src/knowledge/prefer.ts";
import type { Status } from "../src/knowledge/schema.ts";
import { documentTitle } from "../src/knowledge/sources.ts";
import type { Subject } from "../src/knowledge/subjects.ts";
import type { Claim, Question } from "../src/understanding/question.ts";
import type { Tools } from "./intent.ts";
import { declinePeriod } from "./none.ts";
import { stepFor } from "./step.ts";

/** How a claim stands: right, right when rounded, wrong, or not to be judged. */
export type Verdict = "right" | "about" | "wrong" | "cannot";

const HEADLINES: Readonly<Record<Verdict, MessageKey>> = {
  right: "checkRight",
  about: "checkAbout",
  wrong: "checkWrong",
  cannot: "checkCannot",
};

/** Holds a claimed level against the figure of its time, and against other documents when the report has another one. */
export function checkLevel(question: Question, indicator: KnownIndicator, claim: Claim | undefined, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const [period] = question.periods.flatMap((asked) => asked.split("/").slice(-1)).filter((asked) => asked !== "..");
  const row = period
    ? answersFor(knowledge, indicator, period, grainOf(period) === "year" ? undefined : "end")?.row
    : latestOf(knowledge, indicator);
  if (!row) return declinePeriod(question, tools);
  // Nothing that could be judged was claimed: the figure is given, and no verdict.
  const verdict = claim?.value === undefined ? "cannot" : judgeLevel(claim, row.value, row.status);
  const others = statedOf(knowledge, indicator).filter((other) => other.period === row.period && other.document !== row.document);
  const elsewhere =
    verdict === "wrong" && claim ? others.find((other) => judgeLevel(claim, other.value, other.status) === "right") : undefined;
  const figures = [
    levelFigure(knowledge, indicator, row, "answer"),
    ...(elsewhere ? [levelFigure(knowledge, indicator, elsewhere, "context")] : []),
  ];
  const details = elsewhere
    ? [say(language, "checkRevised", { document: documentTitle(elsewhere.from), figure: figureFor(knowledge, indicator, row, language) })]
    : [];
  return verdictAnswer(
    question,
    elsewhere ? "cannot" : verdict,
    sentenceFor(knowledge, indicator, row, language),
    figures,
    indicator,
    tools,
    [...details, ...notesFor(knowledge, { indicator, rows: [row], kind: "level" }, language)],
  );
}

/** On which side of the printed number the figure lies. */
const BEYOND: Readonly<Partial<Record<Status, number>>> = { over: 1e-6, almost: -1e-6 };

/** How many times a bound a figure may be that is said to lie over it. */
const FAR_OVER = 3;

/** Right when equal, or when rounding the figure to the claim's digits gives the claim; hedges are taken at their word. */
function judgeLevel(claim: Claim, stated: number, status: Status = "exact"): Verdict {
  const claimed = claim.value ?? Number.NaN;
  // "almost 30,000" is not more than 30,000, and "over 140 million" is.
  const actual = claim.bound === "none" || claim.bound === undefined ? stated : stated * (1 + (BEYOND[status] ?? 0));
  // "more than two million" of fifteen: true, and hardly what was meant.
  if (claim.bound === "over" && actual > claimed * FAR_OVER) return "cannot";
  if (claim.bound === "over") return actual >= claimed && actual <= claimed * 1.5 ? "right" : actual > claimed ? "about" : "wrong";
  if (claim.bound === "under") return actual <= claimed ? "right" : "wrong";
  if (Math.abs(claimed - actual) <= Math.abs(actual) * 1e-9) return "right";
  // "seven in ten" is a round word: it may be confirmed as roughly right within five points.
  if (claim.digits === 0) return Math.abs(claimed - actual) <= 5 ? "about" : "wrong";
  const digits = Math.max(2, claim.digits ?? 2);
  const rounded = Number(actual.toPrecision(digits));
  const off = Math.abs(claimed - actual) / Math.abs(actual);
  return rounded === claimed && off <= 0.05 ? "about" : off <= 0.005 ? "about" : "wrong";
}

/** Holds a claimed growth, multiple or step against the printed growth and the two levels. */
export function checkGrowth(question: Question, indicator: KnownIndicator, claim: Claim, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  if (isPrintedAsGrowth(indicator)) return checkPrinted(question, indicator, claim, tools);
  const step = stepFor(knowledge, indicator, question.periods);
  if (step === "missing" || step === "single") return withoutVerdict(question, indicator, tools);
  const { earlier, later, printed } = step;
  const computed = earlier ? computedFigure(knowledge, indicator, earlier, later, printed ? "context" : "answer") : undefined;
  const figures: AnswerFigure[] = [];
  if (earlier) figures.push(levelFigure(knowledge, indicator, earlier, "answer"));
  figures.push(levelFigure(knowledge, indicator, later, "answer"));
  if (printed) figures.push(printedFigure(knowledge, indicator, printed, "answer"));
  if (computed) figures.push(computed);
  const shown = printed && printed.unit !== "times" ? printed : (computed ?? printed);
  const percents = [printed ? asPercent(printed) : undefined, earlier && computed ? growthBetween(earlier, later) : undefined].filter(
    (item) => item !== undefined,
  );
  const verdict =
    claim.from !== undefined && claim.value !== undefined && earlier
      ? worse(judgeLevel({ ...claim, value: claim.from }, earlier.value), judgeLevel(claim, later.value))
      : percents.length === 0
        ? "cannot"
        : claim.step
          ? judgeStep(claim, earlier, later)
          : judgeGrowth(claim, percents, earlier, later);
  const growth = shown ? growthWords(knowledge, shown, language) : "none";
  const sentence = earlier
    ? say(language, "checkGrowth", {
        name: nameOf(indicator, language),
        earlier: figureFor(knowledge, indicator, earlier, language),
        later: figureFor(knowledge, indicator, later, language),
        since: periodPhrase(earlier.period, language),
        period: periodPhrase(later.period, language),
        growth,
      })
    : `${nameOf(indicator, language)}: ${growth}`;
  const notes = notesFor(
    knowledge,
    { indicator, rows: [later, ...(printed ? [{ period: later.period, note: printed.note }] : [])], kind: "change" },
    language,
  );
  const details = shown ? notes : [say(language, "notComparable"), ...notes];
  return verdictAnswer(question, verdict, capital(sentence), figures, indicator, tools, details);
}

/** A growth that no source tells of: neither confirmed nor denied; the latest figure stands beside that. */
function withoutVerdict(question: Question, indicator: KnownIndicator, tools: Tools): Answer {
  const lacking = question.periods
    .flatMap((period) => period.split("/"))
    .filter((period) => period !== ".." && !answersFor(tools.knowledge, indicator, period));
  if (lacking.length > 0 || !latestOf(tools.knowledge, indicator))
    return { ...declinePeriod({ ...question, periods: lacking }, tools), intent: "check" };
  const told = checkLevel({ ...question, periods: [] }, indicator, undefined, tools);
  return { ...told, answered: false, figures: told.figures.map((figure) => ({ ...figure, role: "context" as const })) };
}

/** Of some the sources print the growth alone: it is held against that. */
function checkPrinted(question: Question, indicator: KnownIndicator, claim: Claim, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const printed = growthOver(indicator, question.periods);
  if (!printed) return withoutVerdict(question, indicator, tools);
  const verdict = judgePrinted(claim, asPercent(printed));
  const sentence = sentenceForGrowth(knowledge, indicator, printed, language);
  const figures = [printedFigure(knowledge, indicator, printed, "answer")];
  const notes = notesFor(knowledge, { indicator, rows: [{ period: printed.period, note: printed.note }], kind: "change" }, language);
  return verdictAnswer(question, verdict, capital(sentence), figures, indicator, tools, notes);
}

/** A growth is judged as a level is: "rundt 13 prosent" of 13.1 is right, and so is "rose". */
function judgePrinted(claim: Claim, percent: number): Verdict {
  const wrongWay = (claim.direction === "up" && percent < 0) || (claim.direction === "down" && percent > 0);
  if (wrongWay) return "wrong";
  return claim.value === undefined ? "right" : judgeLevel(claim, Math.abs(percent));
}

const SEVERITY: readonly Verdict[] = ["right", "about", "cannot", "wrong"];

function worse(one: Verdict, other: Verdict): Verdict {
  return SEVERITY.indexOf(one) >= SEVERITY.indexOf(other) ? one : other;
}

function asPercent(printed: { unit: string; value: number }): number {
  return printed.unit === "times" ? (printed.value - 1) * 100 : printed.value;
}

/** Within this many percent a figure that is said to have stayed the same has done so, roughly. */
const STEADY = 2;

function judgeGrowth(claim: Claim, percents: readonly number[], earlier: Stated | undefined, later: Stated): Verdict {
  const [main = 0] = percents;
  const up = earlier ? later.value > earlier.value : main > 0;
  const wrongWay = (claim.direction === "up" && !up) || (claim.direction === "down" && up);
  if (wrongWay) return "wrong";
  if (claim.value === undefined) return (earlier ? later.value !== earlier.value : main !== 0) ? "right" : "wrong";
  const claimed = claim.kind === "times" ? (claim.value - 1) * 100 : claim.direction === "down" ? -claim.value : claim.value;
  const near = percents.map((percent) => Math.abs(percent - claimed));
  if (claim.unchanged && Math.min(...near) > 0.05) return Math.min(...near) <= STEADY ? "about" : "wrong";
  // How far it went, whichever way: a fall of 12 is more than a fall of 10.
  const far = percents.map((percent) => (claim.direction === "down" ? -percent : percent));
  const limit = Math.abs(claimed);
  if (claim.bound === "over") return far.some((percent) => percent > limit) ? "right" : "wrong";
  if (claim.bound === "under") return far.every((percent) => percent < limit) ? "right" : "wrong";
  // A doubling is a round word: the printed one may be repeated only where the levels bear it out within ten points.
  if (claim.kind === "times")
    return (percents.at(-1) ?? main) >= claimed - 10 && (percents.at(-1) ?? main) <= claimed + 15 ? "about" : "wrong";
  if (Math.min(...near) <= 0.05) return "right";
  return Math.min(...near) <= 1 ? "about" : "wrong";
}

/** "rose by 87 million": held against the step between the two levels; of one level nothing can be said. */
function judgeStep(claim: Claim, earlier: Stated | undefined, later: Stated): Verdict {
  if (!earlier) return "cannot";
  const step = later.value - earlier.value;
  const wrongWay = (claim.direction === "up" && step < 0) || (claim.direction === "down" && step > 0);
  return wrongWay ? "wrong" : judgeLevel(claim, Number(Math.abs(step).toPrecision(12)));
}

/** Holds "A is larger than B" against the latest time that both have. */
export function checkOrder(question: Question, one: KnownIndicator, two: KnownIndicator, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const [period = latestShared(knowledge, one, two)] = question.periods;
  const rows = [one, two].map((indicator) => (period ? answersFor(knowledge, indicator, period)?.row : undefined));
  const [first, second] = rows;
  if (!first || !second) return declinePeriod({ ...question, subjects: [first ? two.id : one.id] }, tools);
  const figures = [levelFigure(knowledge, one, first, "answer"), levelFigure(knowledge, two, second, "answer")];
  const holds = question.claim?.order === "less" ? first.value < second.value : first.value > second.value;
  const sentence = say(language, "checkOrder", {
    one: nameOf(one, language),
    other: nameOf(two, language),
    oneFigure: figureFor(knowledge, one, first, language),
    otherFigure: figureFor(knowledge, two, second, language),
    period: periodPhrase(first.period, language),
  });
  return verdictAnswer(
    question,
    one.unit === two.unit ? (holds ? "right" : "wrong") : "cannot",
    capital(sentence),
    figures,
    one,
    tools,
    [],
  );
}

/** The latest time that both have a figure for; two times are never compared. */
function latestShared(knowledge: Knowledge, one: KnownIndicator, two: KnownIndicator): string | undefined {
  const times = new Set(courseOf(knowledge, two).map(({ period }) => period));
  return courseOf(knowledge, one).findLast(({ period }) => times.has(period))?.period ?? undefined;
}

/** Holds a claimed year against a date. */
export function checkEvent(question: Question, subject: Extract<Subject, { kind: "event" }>, tools: Tools): Answer {
  const { language } = question;
  const figure = eventFigure(tools.knowledge, subject.item, "answer");
  const verdict = judgeDate(question.claim, subject.item.date);
  const note = subject.item.note ? tools.knowledge.notes.get(subject.item.note) : undefined;
  return {
    intent: "check",
    answered: true,
    language,
    headline: say(language, HEADLINES[verdict], { sentence: sentenceForEvent(subject.item, language) }),
    details: note && note.shownWith !== "asked" ? [note.text[language]] : [],
    figures: [figure],
    sources: [figure.source],
    suggestions: [],
    choices: [],
    question,
  };
}

function judgeDate(claim: Claim | undefined, date: string): Verdict {
  if (claim?.doubtful) return "cannot";
  const claimed = claim?.year;
  if (claimed === undefined || date.startsWith(claimed) || claimed.startsWith(date)) return "right";
  // "it was possible in 2020": it had been since 2016.
  return claimed > date && !claim?.began ? "right" : "wrong";
}

function verdictAnswer(
  question: Question,
  verdict: Verdict,
  sentence: string,
  figures: readonly AnswerFigure[],
  indicator: KnownIndicator,
  tools: Tools,
  details: readonly string[],
): Answer {
  const { language } = question;
  return {
    intent: "check",
    answered: true,
    language,
    headline: say(language, HEADLINES[verdict], { sentence: verdict === "right" || verdict === "about" ? lowerFirst(sentence) : sentence }),
    details: [...(indicator.differs ? [indicator.differs[language]] : []), ...details],
    figures,
    sources: figures.map(({ source }) => source),
    suggestions: suggestFor(
      tools.knowledge,
      { kind: "indicator", key: indicator.id, names: indicator.names, section: indicator.section, item: indicator },
      question,
    ),
    choices: [],
    question,
  };
}

function lowerFirst(sentence: string): string {
  return /^[A-ZÆØÅ][a-zæøå]/.test(sentence) && !/^(?:Helsenorge|NOK|Norge|Noreg|Norway|Kjernejournal)/.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}
