/** "Is it true that …?" – holds a claim against the figures; a wrong one is corrected, never repeated. */
import type { Answer, AnswerFigure } from "../src/answers/answer.ts";
import {
  capital,
  computedFigure,
  eventFigure,
  figureFor,
  growthBetween,
  growthWords,
  isPercent,
  levelFigure,
  nameOf,
  notesFor,
  printedFigure,
  sentenceFor,
  sentenceForEvent,
  spanWords,
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
import { type Asked, askedPeriods } from "../src/understanding/asked.ts";
import type { Claim, Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { stepFor } from "./change.ts";
import { claimOf, isDoubtful } from "./claim.ts";
import { pairIn } from "./compare.ts";
import { absolutePeriods, favourShare, type Intent, said, type Tools, target } from "./intent.ts";
import { declinePeriod } from "./none.ts";
import { variantOver } from "./variants.ts";

const OPENERS = new Set([
  "er",
  "var",
  "har",
  "hadde",
  "ble",
  "blei",
  "vart",
  "økte",
  "auka",
  "sank",
  "gikk",
  "gjekk",
  "kan",
  "brukte",
  "brukar",
  "bruker",
  "is",
  "was",
  "were",
  "are",
  "did",
  "does",
  "do",
  "has",
  "have",
  "had",
  "can",
  "steg",
  "steig",
]);

type Verdict = "right" | "about" | "wrong" | "cannot";
/** "95 percent are electronic now": a claim about now is held against the latest figure. */
function asOfNow(asked: Asked): Asked {
  const points = asked.points.filter(({ calendar, period }) => !(calendar && period.length === 4));
  return asked.points.length > 0 && points.length === 0 && !asked.range ? { ...asked, points, latest: true } : asked;
}

const EITHER_YEAR = /(?:^| )20\d\d (?:eller|or) (?:i |in )?20\d\d(?: |$)/;
const HEADLINES: Readonly<Record<Verdict, MessageKey>> = {
  right: "checkRight",
  about: "checkAbout",
  wrong: "checkWrong",
  cannot: "checkCannot",
};

export const check: Intent = {
  name: "check",
  cues: {
    unchanged: {
      nb: [
        "like stor",
        "like stort",
        "like store",
        "like høy",
        "like høyt",
        "sto stille",
        "stod stille",
        "stått stille",
        "uendret",
        "uforandret",
        "var likt",
        "like mye",
        "like mange",
        "på stedet hvil",
      ],
      nn: [
        "like stor",
        "like stort",
        "like store",
        "like høg",
        "like høgt",
        "stod stille",
        "sto stille",
        "stått stille",
        "uendra",
        "var likt",
        "like mykje",
        "like mange",
      ],
      en: [
        "just as high",
        "the same as in",
        "stood still",
        "stand still",
        "unchanged",
        "stayed the same",
        "remained the same",
        "did not change",
        "didn't change",
        "stagnated",
      ],
    },
    check: {
      nb: [
        "husker jeg feil",
        "tar jeg feil",
        "eller tar jeg feil",
        "tok jeg feil",
        "sant eller usant",
        "rett eller galt",
        "sant eller ikke",
        "kan vi si at",
        "kan vi skrive at",
        "kan jeg skrive at",
        "holder det å si at",
        "stemmer virkelig",
        "var det virkelig",
        "er det faktisk",
        "stemmer det",
        "stemmer",
        "er det sant",
        "er det riktig",
        "er det korrekt",
        "er det rett",
        "e det rett",
        "e det sant",
        "e det riktig",
        "e dette rett",
        "sant at",
        "riktig at",
        "korrekt at",
        "kan du bekrefte",
        "bekreft",
        "bekrefte",
        "sjekk",
        "sjekke",
        "faktasjekk",
        "kontroller",
        "verifiser",
        "er det slik at",
        "er det virkelig",
        "sjekk om",
        "påstår",
        "påstand",
        "hørte at",
        "leste at",
        "ikke sant",
        "er dette riktig",
        "er dette rett",
        "er dette sant",
        "er dette korrekt",
        "er det så at",
        "kan det stemme",
        "kan dette stemme",
        "kan det være riktig",
        "kan dette være riktig",
        "medfører det riktighet",
      ],
      nn: [
        "hugsar eg feil",
        "tek eg feil",
        "sant eller usant",
        "rett eller gale",
        "kan vi seie at",
        "kan vi skrive at",
        "kan eg skrive at",
        "stemmer verkeleg",
        "var det verkeleg",
        "er det faktisk",
        "stemmer det",
        "stemmer",
        "er det sant",
        "er det riktig",
        "er det rett",
        "er det korrekt",
        "sant at",
        "riktig at",
        "rett at",
        "kan du stadfeste",
        "stadfest",
        "stadfeste",
        "sjekk",
        "sjekke",
        "faktasjekk",
        "kontroller",
        "er det slik at",
        "er det verkeleg",
        "sjekk om",
        "påstår",
        "påstand",
        "høyrde at",
        "las at",
        "er dette riktig",
        "er dette rett",
        "er dette sant",
        "er dette korrekt",
        "kan det stemme",
        "kan dette stemme",
        "kan det vere rett",
        "kan dette vere rett",
        "medfører det riktigheit",
      ],
      en: [
        "am i wrong",
        "am i mistaken",
        "or am i wrong",
        "did i get that wrong",
        "do i remember correctly",
        "true or false",
        "right or wrong",
        "fact or fiction",
        "can we say that",
        "can i say that",
        "can we write that",
        "is it fair to say",
        "would it be right to say",
        "don't buy that",
        "do not buy that",
        "was it really",
        "is it really",
        "i doubt that",
        "hard to believe",
        "right in thinking",
        "am i right",
        "is it true",
        "true that",
        "is it correct",
        "is it right",
        "correct that",
        "right that",
        "confirm",
        "can you confirm",
        "verify",
        "fact check",
        "fact-check",
        "check if",
        "check whether",
        "is it really",
        "is it the case",
        "claim",
        "claims",
        "i heard that",
        "i read that",
        "isn't it",
        "true or false",
        "am i right",
        "is this correct",
        "is this right",
        "is this true",
        "is that correct",
        "is that right",
        "is that true",
        "can this be right",
        "can that be right",
        "can this be true",
        "can that be true",
        "can this be correct",
        "can that be correct",
        "could that be right",
        "is it so that",
        "do i have that right",
        "does that hold",
        "does that add up",
      ],
    },
  },

  match(reading, context, tools) {
    const strong = said(reading, "check");
    // "up or down?" asks which; it claims neither.
    if (!strong && said(reading, "up") && said(reading, "down")) return undefined;
    if (!strong && !looksLikeClaim(reading)) return undefined;
    const claim = claimOf(reading, askedPeriods(reading, context).points.length);
    if (!strong && claim === undefined) return undefined;
    if (!strong && !reading.isQuestion && TELLERS.has(reading.tokens[0] ?? "")) return undefined;
    // "logged in three times and it crashes": tells what happened.
    if (
      !strong &&
      !reading.isQuestion &&
      claim?.kind === "times" &&
      reading.periods.every((mention) => mention.kind === "point" && mention.calendar)
    )
      return undefined;
    // "my colleague claims that nobody knows, but how many …": nothing is claimed of the figure that is asked for.
    if (claim === undefined && said(reading, "quantity")) return undefined;
    // "140 million visits, was that in 2020 or 2021?": both are told.
    if (EITHER_YEAR.test(reading.tokens.join(" "))) return undefined;
    const base = { intent: "check" as const, language: reading.language };
    const periods = absolutePeriods(asOfNow(askedPeriods(reading, context)), context, reading.followUp);
    if (claim?.order && !strong) return undefined;
    // "is it true that staff grew faster than …": how far each went is told.
    if (claim?.direction && claim.value === undefined && said(reading, "compare") && pairIn(reading, context, tools)) return undefined;
    if (claim?.order) {
      const pair = pairIn(reading, context, tools);
      // "grew more than …": how far each went is compared, and not how large they are.
      if (pair && said(reading, "up", "down")) return undefined;
      // Of two growths the sources print no level: they are set side by side, and who asks sees which is larger.
      if (pair?.every(({ item }) => isPrintedAsGrowth(item)))
        return { intent: "compare", subjects: pair.map(({ key }) => key), periods, language: reading.language };
      if (pair) return { ...base, subjects: pair.map(({ key }) => key), periods, claim };
      if (!strong && claim.value === undefined) return undefined;
    }
    const found = target("check", reading, context, tools, {
      // A number is never judged by a date.
      kinds: claim?.value === undefined ? ["indicator", "event"] : ["indicator"],
      prefer: claim?.value === undefined ? ["event"] : ["indicator"],
      ...(!reading.tokens.some((word) => /^(?:kvartal|quarter|måned|månad|month)/.test(word)) && { favour: favourShare(reading, tools) }),
    });
    if (!found) return undefined;
    if ("question" in found) return found.question;
    const { subject, aim } = found;
    const inherited = aim.inherited && periods.length === 0 ? (context.questions[0]?.periods ?? []) : periods;
    const doubtful = isDoubtful(claim, subject, aim, reading, tools);
    if (subject.kind === "event") {
      const year = inherited.find((period) => !period.includes("/"));
      const began = reading.items.some(({ concepts }) => concepts.some((concept) => BEGINNINGS.has(concept)));
      return { ...base, subjects: [subject.key], periods: inherited, claim: { ...claim, year, began, doubtful } };
    }
    const form = subject.kind === "indicator" ? variantOver(subject, inherited, reading, tools) : subject;
    return { ...base, subjects: [form.key], periods: inherited, claim: claim || doubtful ? { ...claim, doubtful } : undefined };
  },

  answer(question, tools) {
    const subjects = question.subjects.flatMap((key) => tools.reader.subject(key) ?? []);
    const [first, second] = subjects;
    if (first?.kind === "event") return checkEvent(question, first, tools);
    if (first?.kind !== "indicator") return declinePeriod(question, tools);
    if (second?.kind === "indicator") return checkOrder(question, first.item, second.item, tools);
    const { claim } = question;
    if (claim?.doubtful) return checkLevel(question, first.item, undefined, tools);
    if (claim?.from !== undefined || (claim && claimsGrowth(claim, first.item, tools)))
      return checkGrowth(question, first.item, claim, tools);
    return checkLevel(question, first.item, claim, tools);
  },
};

/** "we had 40 visits at our stand": who begins with the own doings, tells of them. */
const TELLERS = new Set(["we", "vi", "me", "jeg", "eg", "æ", "i", "our"]);

/** By these a claim says that something began; of a state it only says that it was so by then. */
const BEGINNINGS = new Set(["launch", "published"]);

/** A yes–no question with a number, a rise or an order; or a bare "200 millioner innlogginger?". */
function looksLikeClaim(reading: Reading): boolean {
  if (said(reading, "quantity", "share") && !OPENERS.has(reading.tokens[0] ?? "")) return false;
  if (
    said(reading, "when", "why", "source", "highest", "lowest", "list", "link", "define", "series") &&
    !OPENERS.has(reading.tokens[0] ?? "")
  )
    return false;
  // "there were 72 million in 2020. What was it the year after?": told to ask for something else.
  if (/[.!] (?:(?:men|but|så|so|og|and) )?(?:hva|kva|what|hvor|kor|how|når|when) /.test(`${reading.tokens.join(" ")} `)) return false;
  const opened = OPENERS.has(reading.tokens.find((word) => /\p{L}/u.test(word)) ?? "");
  const hasNumber = reading.numbers.some(({ kind, value }) => kind !== "plain" || value >= 20);
  return (
    (opened && (hasNumber || said(reading, "up", "down", "more", "less"))) ||
    (hasNumber && reading.numbers.length === 1 && !said(reading, "change", "up", "down", "compare"))
  );
}

/** A percentage of something that is no percentage, a multiple, or a rise speaks of growth. */
function claimsGrowth(claim: Claim, indicator: KnownIndicator, tools: Tools): boolean {
  const percent = isPercent(tools.knowledge, indicator.unit);
  if (claim.kind === "times") return indicator.measure !== "multiple";
  if (claim.kind === "percent") return !percent || claim.direction !== undefined;
  return claim.direction !== undefined && (claim.value === undefined || claim.kind !== "plain" || claim.step === true);
}

function checkLevel(question: Question, indicator: KnownIndicator, claim: Claim | undefined, tools: Tools): Answer {
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

/** Right when equal, or when rounding the figure to the claim's digits gives the claim; hedges are taken at their word. */
function judgeLevel(claim: Claim, stated: number, status: Status = "exact"): Verdict {
  const claimed = claim.value ?? Number.NaN;
  // "almost 30,000" is not more than 30,000, and "over 140 million" is.
  const actual = claim.bound === "none" || claim.bound === undefined ? stated : stated * (1 + (BEYOND[status] ?? 0));
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

function checkGrowth(question: Question, indicator: KnownIndicator, claim: Claim, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  if (isPrintedAsGrowth(indicator)) return checkPrinted(question, indicator, claim, tools);
  const step = stepFor(knowledge, indicator, question.periods);
  if (step === "missing" || step === "single") return { ...declinePeriod({ ...question, periods: [] }, tools), intent: "check" };
  const { earlier, later, printed } = step;
  const computed = earlier ? computedFigure(knowledge, indicator, earlier, later, printed ? "context" : "answer") : undefined;
  const figures: AnswerFigure[] = [];
  if (earlier) figures.push(levelFigure(knowledge, indicator, earlier, "answer"));
  figures.push(levelFigure(knowledge, indicator, later, "answer"));
  if (printed) figures.push(printedFigure(knowledge, indicator, printed, "answer"));
  if (computed) figures.push(computed);
  const shown = printed && printed.unit !== "times" ? printed : (computed ?? printed);
  const percents = [printed ? asPercent(printed) : undefined, earlier ? growthBetween(earlier, later) : undefined].filter(
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
  const growth = shown ? growthWords(knowledge, shown, language) : "";
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
  return verdictAnswer(question, verdict, capital(sentence), figures, indicator, tools, notes);
}

/** Of some the sources print the growth alone: it is held against that. */
function checkPrinted(question: Question, indicator: KnownIndicator, claim: Claim, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const printed = growthOver(indicator, question.periods);
  if (!printed) return { ...declinePeriod({ ...question, periods: [] }, tools), intent: "check" };
  const verdict = judgePrinted(claim, asPercent(printed));
  const told = say(language, "changedPrinted", {
    name: nameOf(indicator, language),
    growth: growthWords(knowledge, printed, language),
    span: spanWords(printed.since, printed.period, language),
  });
  // The verdict ends the sentence.
  const sentence = told.replace(/\.$/, "");
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

function judgeGrowth(claim: Claim, percents: readonly number[], earlier: Stated | undefined, later: Stated): Verdict {
  const [main = 0] = percents;
  const up = earlier ? later.value > earlier.value : main > 0;
  const wrongWay = (claim.direction === "up" && !up) || (claim.direction === "down" && up);
  if (wrongWay) return "wrong";
  if (claim.value === undefined) return (earlier ? later.value !== earlier.value : main !== 0) ? "right" : "wrong";
  const claimed = claim.kind === "times" ? (claim.value - 1) * 100 : claim.direction === "down" ? -claim.value : claim.value;
  const near = percents.map((percent) => Math.abs(percent - claimed));
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

function checkOrder(question: Question, one: KnownIndicator, two: KnownIndicator, tools: Tools): Answer {
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

function checkEvent(question: Question, subject: Extract<Subject, { kind: "event" }>, tools: Tools): Answer {
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
