/** "I have no such figure": says what is missing, and what comes nearest. */
import type { Answer } from "../src/answers/answer.ts";
import { capital, countedFor, coverageOf, levelFigure, listed, nameOf } from "../src/answers/figures.ts";
import { periodName, periodPhrase } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import { suggestFor } from "../src/answers/suggest.ts";
import type { Language } from "../src/knowledge/languages.ts";
import type { KnownIndicator } from "../src/knowledge/load.ts";
import { timeOf } from "../src/knowledge/period.ts";
import { answersFor, courseOf, latestOf, type Stated } from "../src/knowledge/prefer.ts";
import { sourceOfSection } from "../src/knowledge/sources.ts";
import type { Subject } from "../src/knowledge/subjects.ts";
import type { Missing, Question } from "../src/understanding/question.ts";
import { bare, type Intent, said, type Tools } from "./intent.ts";

export const none: Intent = {
  name: "none",
  cues: {
    personal: {
      nb: [
        "mine prøvesvar",
        "min resept",
        "mine resepter",
        "min journal",
        "min fastlege",
        "bestille time",
        "bestill time",
        "fornye resept",
        "forny resepten",
        "bytte fastlege",
        "min time",
        "logge meg inn",
        "logger jeg",
        "får jeg",
        "hvordan bestiller",
        "hvordan bruker jeg",
        "mitt passord",
        "mine meldinger",
      ],
      nn: [
        "loggar eg",
        "får eg",
        "kan eg",
        "korleis bestiller",
        "korleis brukar eg",
        "mine prøvesvar",
        "resepten min",
        "journalen min",
        "fastlegen min",
        "bestille time",
        "bestill time",
        "fornye resept",
        "byte fastlege",
        "timen min",
        "logge meg inn",
      ],
      en: [
        "how do i",
        "how can i",
        "where do i log",
        "can i log",
        "help me log",
        "my test results",
        "my prescription",
        "my prescriptions",
        "my record",
        "my gp",
        "my doctor",
        "book an appointment",
        "book me",
        "renew my",
        "my appointment",
        "my password",
        "log me in",
        "change gp",
      ],
    },
    opinion: {
      nb: [
        "bør vi",
        "bør jeg",
        "skal jeg velge",
        "bør regjeringen",
        "bør staten",
        "bør norge",
        "burde vi",
        "burde regjeringen",
        "synes du",
        "hva synes",
        "syns du",
        "hva mener du om",
        "hva tenker du om",
        "er det bra at",
        "er det dumt at",
        "er det riktig å",
      ],
      nn: [
        "bør vi",
        "bør eg",
        "bør me",
        "bør regjeringa",
        "bør staten",
        "burde vi",
        "synest du",
        "kva synest",
        "kva meiner du om",
        "kva tenkjer du om",
        "er det bra at",
        "er det dumt at",
      ],
      en: [
        "should i",
        "should we",
        "is it safe to",
        "should we",
        "should the government",
        "should norway",
        "should they",
        "do you think",
        "what do you think",
        "what do patients think",
        "what do people think",
        "what do doctors think",
        "your opinion",
        "is it good that",
        "is it bad that",
        "do you like",
        "do you agree",
      ],
    },
    // "how many do we need" asks for what is to come; "for the report we need …" does not.
    need: { nb: ["trenger vi", "trenger norge"], nn: ["treng vi", "treng me", "treng noreg"], en: ["do we need", "does norway need"] },
    forecast: {
      nb: [
        "prognose",
        "prognoser",
        "framskriving",
        "fremskriving",
        "forventet",
        "spådom",
        "kommer til å bli",
        "om ti år",
        "om fem år",
        "om 10 år",
        "om 5 år",
        "kommer vi til å",
        "vil bli",
      ],
      nn: [
        "prognose",
        "prognosar",
        "framskriving",
        "forventa",
        "spådom",
        "kjem til å bli",
        "om ti år",
        "om fem år",
        "om 10 år",
        "kjem vi til å",
        "vil bli",
      ],
      en: [
        "forecast",
        "forecasts",
        "a projection",
        "the projection",
        "projected to",
        "predict",
        "prediction",
        "expected",
        "will be",
        "going to be",
        "in ten years",
        "in five years",
        "in 10 years",
        "will we need",
      ],
    },
  },

  match(reading) {
    const shade = (["personal", "opinion", "forecast"] as const).find((cue) => said(reading, cue));
    return { ...bare("none", reading), shade };
  },

  answer(question, tools) {
    if (question.subjects.length > 0) return declinePeriod(question, tools);
    const { language, missing } = question;
    const { knowledge, reader } = tools;
    if (question.shade === "personal" || question.shade === "opinion" || question.shade === "forecast") {
      return decline(question, tools, say(language, question.shade), []);
    }
    const nearest = (missing?.nearest ?? []).flatMap((key) => reader.subject(key) ?? []);
    const [best] = nearest;
    const headline = missing && missing.words.length > 0 ? refusal(missing, best, language) : say(language, "noSubject");
    if (best?.kind === "indicator" && missing?.close) return declineClose(question, tools, headline, best.item);
    const names = nearest.map((subject) => nameOf(subject, language));
    const details =
      names.length > 0
        ? [say(language, "nearestSubjects", { list: listed(names, language) })]
        : [say(language, "nothingNear", { report: knowledge.report.title })];
    return decline(question, tools, headline, details, nearest);
  },
};

function refusal(missing: Missing, best: Subject | undefined, language: Language): string {
  const words = missing.words.join(", ");
  if (missing.scoped && missing.close && best?.kind === "indicator") {
    return say(language, "notCovered", { covers: coverageOf(best.item, language), words });
  }
  return say(language, "unexplained", { words });
}

function decline(question: Question, tools: Tools, headline: string, details: readonly string[], nearest: readonly Subject[] = []): Answer {
  const { language } = question;
  const [first] = nearest;
  return {
    intent: "none",
    answered: false,
    language,
    headline,
    details,
    figures: [],
    sources: [],
    suggestions: first ? suggestFor(tools.knowledge, first, question, true) : [],
    choices: [],
    question: { ...question, intent: "none" },
  };
}

/** The right subject was named but narrowed to what no figure covers: the figure for the whole stands beside the no. */
function declineClose(question: Question, tools: Tools, headline: string, indicator: KnownIndicator): Answer {
  const { knowledge } = tools;
  const latest = latestOf(knowledge, indicator);
  if (!latest) return decline(question, tools, headline, []);
  const { language } = question;
  const figure = levelFigure(knowledge, indicator, latest, "context");
  return {
    ...decline(question, tools, headline, [
      `${capital(nameOf(indicator, language))}: ${countedFor(knowledge, indicator, latest, language)} ${periodPhrase(latest.period, language)}.`,
    ]),
    figures: [figure],
    sources: [figure.source],
  };
}

/** A subject without a figure for the asked time: says so, with the latest one and the years there are. */
export function declinePeriod(question: Question, tools: Tools): Answer {
  const { knowledge, reader } = tools;
  const { language } = question;
  const subject = reader.subject(question.subjects[0] ?? "");
  if (subject?.kind !== "indicator") return decline(question, tools, say(language, "noSubject"), []);
  const indicator = subject.item;
  const latest = latestOf(knowledge, indicator);
  const course = courseOf(knowledge, indicator);
  const missing = question.periods.filter((asked) => !course.some((row) => row.period === asked));
  const lacking = missing.length > 0 ? missing : question.periods;
  const period = listed(
    lacking.map((asked) => periodPhrase(asked, language)),
    language,
  );
  const nearest = nearestTo(course, lacking.at(-1)) ?? latest;
  const beside = [nearest, latest].filter(
    (row, index, rows): row is Stated => row !== undefined && rows.findIndex((other) => other?.period === row.period) === index,
  );
  const figures = beside.map((row) => levelFigure(knowledge, indicator, row, "context"));
  const others = siblingsWith(lacking, indicator, tools).map((other) => nameOf(other, language));
  const details = beside.map((row) => `${countedFor(knowledge, indicator, row, language)} ${periodPhrase(row.period, language)}`);
  return {
    intent: "none",
    answered: false,
    language,
    headline: say(language, "noFigure", { name: nameOf(indicator, language), period }).replace(/ \.$/, "."),
    details: [
      ...(details.length > 0 ? [say(language, "noFigureYears", { list: [...listedYears(course, language), ...details].join("; ") })] : []),
      ...(others.length > 0 ? [say(language, "nearestSubjects", { list: listed(others, language) })] : []),
    ],
    figures,
    sources: figures.length > 0 ? figures.map(({ source }) => source) : [sourceOfSection(knowledge, indicator.section)],
    suggestions: suggestFor(knowledge, subject, { ...question, periods: [] }, true),
    choices: [],
    question: { ...question, intent: "none", shade: undefined },
  };
}

/** "applications to helsedata.no in 2023": those of its family that have a figure for the asked time. */
function siblingsWith(periods: readonly string[], { id }: KnownIndicator, { knowledge, reader }: Tools): KnownIndicator[] {
  const siblings = [...reader.siblings(id)].flatMap((key) => knowledge.indicators.get(key) ?? []);
  return siblings
    .filter((item) => periods.length > 0 && periods.every((period) => answersFor(knowledge, item, period)))
    .slice(0, MOST_SIBLINGS);
}

const MOST_SIBLINGS = 3;

/** The course's periods in short, when there are more than the ones that are quoted. */
function listedYears(course: readonly Stated[], language: Language): string[] {
  if (course.length < 3) return [];
  return [course.map((row) => periodName(row.period ?? "", language)).join(", ")];
}

function nearestTo(course: readonly Stated[], period: string | undefined): Stated | undefined {
  if (!period) return undefined;
  const asked = timeOf(period);
  return [...course].sort((a, b) => Math.abs(timeOf(a.period ?? "") - asked) - Math.abs(timeOf(b.period ?? "") - asked))[0];
}
