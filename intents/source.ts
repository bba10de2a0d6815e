/** "Where does that number come from?" – document, section, figure, publisher and address. */
import type { Answer } from "../src/answers/answer.ts";
import { capital, countedFor, eventFigure, levelFigure, nameOf, printedFigure } from "../src/answers/figures.ts";
import { periodPhrase } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import { answersFor, latestOf } from "../src/knowledge/prefer.ts";
import type { Change } from "../src/knowledge/schema.ts";
import { documentTitle, type Source, sourceOfSection } from "../src/knowledge/sources.ts";
import type { Subject } from "../src/knowledge/subjects.ts";
import { askedPeriods, inheritedPeriods } from "../src/understanding/asked.ts";
import type { Context } from "../src/understanding/context.ts";
import { lastSubject } from "../src/understanding/leaning.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { absolutePeriods, asksWho, bare, beginsWithWho, type Intent, said, type Tools, target } from "./intent.ts";
import { declinePeriod } from "./none.ts";
import { holdersOfNumber } from "./number.ts";

export const source: Intent = {
  name: "source",
  cues: {
    // Also the beginning of "which figures do you have about …".
    "source-weak": {
      nb: ["kilder", "kildene", "hvilken rapport"],
      nn: ["kjelder", "kjeldene", "kva rapport"],
      en: ["sources", "which report"],
    },
    source: {
      nb: [
        "hvem gjennomførte",
        "hvem har spurt",
        "hvem har gjort",
        "hvem har funnet",
        "hvor har dokker",
        "kor har dokker",
        "hvem spurte dere",
        "hvem spurte dem",
        "hvem spurte",
        "hvem intervjuet",
        "hvem målte",
        "hvem gjorde undersøkelsen",
        "hvem gjorde",
        "hvem sto bak",
        "hvem stod bak",
        "hvem utførte",
        "hvilken undersøkelse",
        "hvilke undersøkelser",
        "figur er det fra",
        "figur er dette fra",
        "kapittel er det fra",
        "hvor i rapporten",
        "hvilken del av rapporten",
        "hvilket dokument",
        "står det i rapporten",
        "står dette i rapporten",
        "har de hentet",
        "hentet tallet",
        "har de henta",
        "henta tallet",
        "hentes fra",
        "hvor har de",
        "hvor har dere",
        "kilde",
        "kilden",
        "hvor kommer",
        "hvor står",
        "hvor har du",
        "hvor er det fra",
        "hvor er tallet fra",
        "hvor er tallene fra",
        "hvor er de fra",
        "hentet fra",
        "hvem har telt",
        "hvem har regnet ut",
        "hvem har beregnet",
        "hvem regnet ut",
        "hvem har levert tallene",
        "hvem har levert dataene",
        "hvem har laget",
        "hvem sier",
        "hvem har publisert",
        "hvem publiserte",
        "hvem står bak",
        "ifølge hvem",
        "referanse",
        "referansen",
        "dokumentasjon",
        "hvilken side",
        "figurnummer",
        "utgiver",
        "hvilken figur",
        "hvilken tabell",
        "hvilket kapittel",
        "opphav",
        "belegg",
        "bevis",
        "hvem måler",
        "hvem eier tallet",
        "stammer fra",
        "fra hvem",
      ],
      nn: [
        "kven har spurt",
        "kven har gjort",
        "kven har funne",
        "kven gjennomførte",
        "kven spurde",
        "kven intervjua",
        "kven målte",
        "kven gjorde undersøkinga",
        "kven gjorde",
        "kven stod bak",
        "kven utførte",
        "kva undersøking",
        "kva undersøkingar",
        "kva del av rapporten",
        "kor i rapporten",
        "kjelde",
        "kven har rekna ut",
        "kven har berekna",
        "kven rekna ut",
        "kven har levert tala",
        "kven har gjort undersøkinga",
        "kvar er tala frå",
        "kvar er talet frå",
        "kor er tala frå",
        "kor er talet frå",
        "kvar kjem tala frå",
        "kvar er det frå",
        "kva dokument",
        "figur er det frå",
        "figur er dette frå",
        "kapittel er det frå",
        "kvar i rapporten",
        "står det i rapporten",
        "har de henta",
        "henta talet",
        "blir henta frå",
        "kvar har de",
        "kvar har dei",
        "kvar har du",
        "kjelde",
        "kjelda",
        "kor kjem",
        "kvar kjem",
        "kvar står",
        "kor står",
        "kor har du",
        "kor er det frå",
        "kvar har de det frå",
        "henta frå",
        "kven har talt",
        "kven har laga",
        "kven seier",
        "kven har publisert",
        "kven står bak",
        "ifølgje kven",
        "referanse",
        "dokumentasjon",
        "kva side",
        "figurnummer",
        "utgjevar",
        "kva figur",
        "kva for ein figur",
        "kva kapittel",
        "opphav",
        "kven målar",
        "stammar frå",
      ],
      en: [
        "who has asked",
        "who found",
        "where's that",
        "wheres that",
        "who asked them",
        "who asked people",
        "who ran",
        "who carried out",
        "who did the survey",
        "who did the asking",
        "who surveyed",
        "who polled",
        "who measured",
        "which figure of the report",
        "which figure shows",
        "which figure is that",
        "which table shows",
        "figure shows it",
        "figure shows that",
        "who conducted",
        "who ran the poll",
        "who ran the survey",
        "who made the survey",
        "who made the poll",
        "who did the survey",
        "who did the poll",
        "who was behind",
        "who carried out",
        "who ran the survey",
        "which survey",
        "which document",
        "what document",
        "figure is that from",
        "figure is it from",
        "figure is this from",
        "table is that from",
        "chapter is that from",
        "where in the report",
        "where did you get",
        "where did they get",
        "got that number",
        "taken from",
        "is it taken from",
        "source",
        "where does",
        "come from",
        "comes from",
        "came from",
        "where is",
        "where do you have",
        "where did you get",
        "taken from",
        "who counted",
        "who says",
        "who published",
        "who publishes",
        "according to whom",
        "reference",
        "citation",
        "cite",
        "which page",
        "figure number",
        "publisher",
        "which figure in the report",
        "which figure shows",
        "which chart",
        "which table",
        "in which figure",
        "which chapter",
        "origin",
        "provenance",
        "proof",
        "evidence",
        "who is behind",
        "which part of the report",
        "what part of the report",
        "who supplied",
        "who provided",
        "who calculated",
        "who worked out",
        "who collected",
        "who reported",
        "who measured",
      ],
    },
  },

  match(reading, context, tools) {
    const asksBehind = asksWhoFoundOut(reading, context) || WHENCE.test(reading.text);
    const behind = asksBehind ? lastSubject(context, tools.reader, ["indicator", "event", "trend", "family"]) : undefined;
    if (behind !== undefined)
      return { intent: "source", subjects: [behind], periods: [...inheritedPeriods(context)], language: reading.language };
    const isWeak = said(reading, "source-weak") && reading.periods.length === 0 && !said(reading, "list", "quantity");
    if (!said(reading, "source") && !isWeak) return undefined;
    if (comesFrom(reading)) return undefined;
    const figure = reading.figureNumber ? tools.reader.subject(`figure:${reading.figureNumber}`) : undefined;
    if (figure) return { intent: "source", subjects: [figure.key], periods: [], language: reading.language };
    const [holder, another] = holdersOfNumber(reading, tools);
    if (holder && !another)
      return { intent: "source", subjects: [holder.subject.key], periods: holder.periods, language: reading.language };
    const found = target("source", reading, context, tools, {
      kinds: ["indicator", "event", "trend", "term", "section", "family", "figure"],
      prefer: ["indicator"],
    });
    if (!found) return { ...bare("source", reading) };
    if ("question" in found) {
      // "where does …" is a weak cue: without a covered subject other intents may know better.
      return found.question.intent === "clarify" ? withFirst(found.question) : found.question;
    }
    // "who is behind Gordisk": what it is tells who; a number has a publisher instead.
    const isOfTerm = found.subject.kind === "term" && asksWho(reading);
    if (isOfTerm && !found.aim.inherited)
      return { intent: "definition", subjects: [found.subject.key], periods: [], language: reading.language };
    const periods = absolutePeriods(askedPeriods(reading, context), context, found.aim.inherited);
    return { intent: "source", subjects: [found.subject.key], periods, language: reading.language };
  },

  answer(question, tools) {
    const { knowledge, reader } = tools;
    const { language } = question;
    const subject = reader.subject(question.subjects[0] ?? "");
    if (!subject) return unknownSource(question);
    if (subject.kind === "indicator") return sourceOfIndicator(question, subject, tools);
    const event = subject.kind === "event" ? eventFigure(knowledge, subject.item, "context") : undefined;
    if (subject.kind === "figure") return sourceOfFigure(question, subject, tools);
    const own: Source =
      event?.source ??
      sourceOfFamily(subject, tools) ??
      sourceOfSection(knowledge, subject.section, subject.kind === "trend" ? subject.part?.subsection : undefined);
    return {
      intent: "source",
      answered: true,
      language,
      headline: capital(
        say(language, "sourceSection", {
          name: nameOf(subject, language),
          document: documentTitle(knowledge.report),
          section: sectionWords(own, language),
        }),
      ),
      details: own.figure ? [capital(`${say(language, "figurePart", { figure: own.figure }).replace(/^[\s,]+/, "")}.`)] : [],
      figures: event ? [event] : [],
      sources: [own],
      suggestions: [],
      choices: [],
      question,
    };
  },
};

/** "who did that survey?", "kven har undersøkt det?": who is behind what was spoken of. */
function asksWhoFoundOut(reading: Reading, { questions }: Context): boolean {
  return questions.length > 0 && beginsWithWho(reading) && FOUND_OUT.test(reading.text) && reading.periods.length === 0;
}

const FOUND_OUT =
  /(?:^| )(?:(?:sto|stod|stått|står|stand|stands|is|was|er|var) (?:for|bak|behind)|(?:har |det som )?(?:har )?(?:målt?e?|undersøkt?e?|talt?d?e?|telte?|spurte?|spurde|gjort|gjorde|did|made|measured|counted|asked|surveyed)) (?:det|dette|that|this|it|the|undersøk\p{L}+|målinga|målingen|survey|poll|study)|^(?:who|hvem|kven) (?:(?:var|er|was|is) (?:det |it )?(?:som |that |who )?)?(?:spurte|spurde|asked|målte|målde|undersøkte) *(?:dei|dem|them|folk|people)?(?: [?.!]+)?$/u;

/** "where are these numbers from?" */
const WHENCE =
  /^(?:(?:og|and|ok|so|så|men|but) )*(?:wheres|where's|(?:where|hvor|kor|kvar) (?:are|is|do|does|er|kjem|kommer|har de|har dere)) (?:these|those|this|that|the|it|they|disse|desse|dei|de|det|dette|du|dere|dykk) ?(?:numbers?|figures?|tallene|tala|tallet|talet|tall|tal)? ?(?:come |taken |henta |hentet )?(?:from|fra|frå)(?: [?.!]+)?$/;

const ASKS_WHENCE = /^(?:where|whence|hvor|hvorfra|kor|kvar|which|hvilke[nt]?|source|sources|kilde\w*|kjelde\w*|who|hvem|kven)$/;

/** "what share comes from hospitals": of whom a share is, and not where the number stands. */
function comesFrom({ tokens, text, cues }: Reading): boolean {
  const asksShare = cues.has("share") || cues.has("quantity");
  return (
    asksShare &&
    !tokens.some((word) => ASKS_WHENCE.test(word)) &&
    /(?:^| )(?:come|comes|came|coming|stammer|stammar|kommer|kjem) (?:from|fra|frå) /.test(text)
  );
}

/** What may be compared stands in one figure: that of its first member. */
function sourceOfFamily(subject: Subject, { knowledge }: Tools): Source | undefined {
  const [first] = subject.kind === "family" ? Object.values(subject.item.members) : [];
  const item = first === undefined ? undefined : knowledge.indicators.get(first);
  const row = item && latestOf(knowledge, item);
  return item && row ? levelFigure(knowledge, item, row, "context").source : undefined;
}

function sourceOfFigure(question: Question, subject: Extract<Subject, { kind: "figure" }>, { knowledge }: Tools): Answer {
  const { language } = question;
  const { number, title, publisher } = subject.item;
  const own = { ...sourceOfSection(knowledge, subject.section), figure: number, publisher };
  return {
    intent: "source",
    answered: true,
    language,
    headline: capital(
      say(language, "sourceSection", {
        name: `${nameOf(subject, language)}, «${title}»`,
        document: documentTitle(knowledge.report),
        section: sectionWords(own, language),
      }),
    ),
    details: publisher ? [say(language, "publisher", { publisher })] : [],
    figures: [],
    sources: [own],
    suggestions: [],
    choices: [],
    question,
  };
}

function withFirst(question: Question): Question {
  return { ...question, shade: "source" };
}

function sourceOfIndicator(question: Question, subject: Extract<Subject, { kind: "indicator" }>, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const [period] = question.periods.flatMap((asked) => asked.split("/").slice(-1));
  const row =
    (period && period !== ".." ? answersFor(knowledge, subject.item, period)?.row : undefined) ?? latestOf(knowledge, subject.item);
  const [change] = subject.item.changes;
  if (!row) return change ? sourceOfGrowth(question, subject, change, tools) : declinePeriod(question, tools);
  const figure = levelFigure(knowledge, subject.item, row, "context");
  return {
    intent: "source",
    answered: true,
    language,
    headline: capital(
      say(language, "sourceHead", {
        name: nameOf(subject, language),
        figure: countedFor(knowledge, subject.item, row, language),
        period: periodPhrase(row.period, language),
        document: documentTitle(row.from),
        section: sectionWords(figure.source, language),
        figureNumber: figure.source.figure ? say(language, "figurePart", { figure: figure.source.figure }) : "",
      }),
    ),
    details: [],
    figures: [figure],
    sources: [figure.source],
    suggestions: [],
    choices: [],
    question,
  };
}

/** Of some the sources print the growth alone. */
function sourceOfGrowth(
  question: Question,
  { item }: Extract<Subject, { kind: "indicator" }>,
  change: Change,
  { knowledge }: Tools,
): Answer {
  const { language } = question;
  const figure = printedFigure(knowledge, item, change, "context");
  const document = documentTitle(knowledge.documents.get(change.document) ?? knowledge.report);
  const name = nameOf(item, language);
  return {
    intent: "source",
    answered: true,
    language,
    headline: capital(say(language, "sourceSection", { name, document, section: sectionWords(figure.source, language) })),
    details: figure.source.publisher ? [say(language, "publisher", { publisher: figure.source.publisher })] : [],
    figures: [figure],
    sources: [figure.source],
    suggestions: [],
    choices: [],
    question,
  };
}

function sectionWords(source: Source, language: Question["language"]): string {
  const heading = source.subsection ?? source.section;
  return heading ? say(language, "sectionPart", { section: heading }) : "";
}

function unknownSource(question: Question): Answer {
  return {
    intent: "source",
    answered: false,
    language: question.language,
    headline: say(question.language, "noSourceYet"),
    details: [],
    figures: [],
    sources: [],
    suggestions: [],
    choices: [],
    question,
  };
}
