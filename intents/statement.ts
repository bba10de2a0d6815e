/** What the report says in words, for open questions that no figure, term or trend answers. */
import type { Answer } from "../src/answers/answer.ts";
import { nameOf } from "../src/answers/figures.ts";
import { say } from "../src/answers/say.ts";
import type { Knowledge } from "../src/knowledge/load.ts";
import type { Statement } from "../src/knowledge/schema.ts";
import { sourceOfSection } from "../src/knowledge/sources.ts";
import { statementKey } from "../src/knowledge/subjects.ts";
import type { IntentName, Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import type { Told } from "../src/understanding/statements.ts";
import { saysScope } from "../src/understanding/words.ts";
import { said, type Tools } from "./intent.ts";

/** How much of a question's content a statement must speak of. */
const COVERED = 0.7;
/** So many of its words must be shared; one word alone is a topic and no question, unless hardly another statement has it. */
const LEAST_SHARED = 2;
const RARE = 3.5;
/** A second statement that fits nearly as well stands beside the first. */
const NEARLY = 0.8;
/** How near the best of all statements a reason must come. */
const AS_CLOSE = 0.85;

/** How an open question begins, after a greeting or behind a sign: with a question word, its verb, or a request to be told. */
const OPENS =
  /(?:^|[,.:;!?–-] |(?:og|and|so|så|but|men|hei|hi|hello|please|just|bare|berre|egentlig|eigentleg) )(?:hvordan|korleis|how(?! (?:many|much|old|long|often|happy|satisfied|big|large|high|low|expensive))|hva|kva|ka|what|what's|hvilke[nt]?|which|hvem|kven|who|where|(?:hvor|kor) (?:langt|står|ligger|ligg|finner|finn|er|har)|er|var|har|hadde|kan|vil|blir|skal|gjør|gjer|finnes|finst|fins|is|are|was|has|have|does|do|did|can|will|fortell|fortel|forklar|beskriv|si|sei|tell|explain|describe|give|gi|gje)(?: |$)/;
const VIEWS =
  /(?:^| )(?:bør|burde|should|mener du|meiner du|synes du|synest du|trur du|tror du|you think|personally|opinion|my|mine?|mitt|enig|einig|agree)(?: |$)/;
/** What has a number for an answer, by whatever question word it is asked for. */
const AMOUNTS =
  /(?<!\p{L})(?:tall(?:et|ene)?|tal(?:et|a)?|antall(?:et)?|number|figures?|prosent|percent(?:age)?|andel(?:en)?|share|price|budget|salary|turnover|revenue|duration|lengde(?:n)?|length|average|gjennomsnitt\p{L}*|\p{L}*(?:lønn|pris|budsjett|omsetning|varighet|inntekt)(?:a|en|et)?|snitt(?:et)?|median|per|pr|rate|beløp(?:et)?|amount|total(?:t|en)?|sum(?:men)?|(?:hvor|kor) (?:mange|mye|mykje|ofte|lenge|gammal|gammel)|bruk(?:te|er|ar|a) .* på|sp(?:ent|end) .*on)(?!\p{L})/u;
const NUMBER_CUES = [
  "quantity",
  "share",
  "when",
  "highest",
  "lowest",
  "compare",
  "series",
  "forecast",
  "personal",
  "opinion",
  "check",
] as const;
/** The last year that the report tells reasons for. */
const LAST_YEAR = 2022;

/**
 * The statement that a message asks for.
 * @returns undefined where it asks for a number, a view or advice, or where no statement speaks of what it is about
 */
export function statedIn(reading: Reading, { reader }: Tools): Question | undefined {
  if (!asksInWords(reading)) return undefined;
  const asksWhy = said(reading, "why");
  const named = reading.words.some(
    (word) => word.roles.some(({ scope }) => scope === "institution") || (word.nameLike && !saysScope(word)),
  );
  const all = reader.vocabulary.statements.find(reading.words, reading.items);
  const told = all.filter(({ statement, ...rest }) => (!asksWhy || statement.kind === "reason") && isEnough(rest, asksWhy, named));
  const [best, second] = told;
  // A reason for something else is none, where the thing itself is told without one.
  if (!best || best.score < (all[0]?.score ?? 0) * AS_CLOSE) return undefined;
  const keys = [best, ...(second && second.score >= best.score * NEARLY ? [second] : [])].map(({ statement }) => statementKey(statement));
  return { intent: intentFor(best.statement, reading), subjects: keys, periods: [], language: reading.language };
}

function asksInWords(reading: Reading): boolean {
  const text = reading.tokens.join(" ");
  const isCounted = said(reading, ...NUMBER_CUES) && !(said(reading, "why") && !said(reading, "quantity", "share", "forecast", "check"));
  if (isCounted || reading.numbers.length > 0 || VIEWS.test(text)) return false;
  if (said(reading, "why"))
    return reading.periods.every((mention) => mention.kind !== "point" || Number(mention.period.slice(0, 4)) <= LAST_YEAR);
  return OPENS.test(text) && !AMOUNTS.test(text) && reading.periods.length === 0;
}

/** A place, a group or an illness that is named must be spoken of; so must most of the rest. */
function isEnough({ covered, shared, rarest, unexplained }: Omit<Told, "statement">, asksWhy: boolean, named: boolean): boolean {
  if (unexplained.some(saysScope)) return false;
  return covered >= COVERED && (shared >= LEAST_SHARED || (covered === 1 && rarest >= RARE && (asksWhy || named)));
}

function intentFor({ kind }: Statement, reading: Reading): IntentName {
  if (said(reading, "why")) return "why";
  return kind === "about" && said(reading, "whatis", "define", "counts") ? "definition" : "trend";
}

/** Answers a Question whose subjects are statements, the best first. */
export function answerStatement(question: Question, tools: Tools): Answer {
  const { knowledge, reader } = tools;
  const { language } = question;
  const told = question.subjects.flatMap((key) => {
    const subject = reader.subject(key);
    return subject?.kind === "statement" ? [subject.item] : [];
  });
  const [first, ...rest] = told.map(({ text }) => text[language]);
  return {
    intent: question.intent,
    answered: true,
    language,
    headline: first ?? "",
    details: rest,
    figures: [],
    sources: told.map(({ section, subsection }) => sourceOfSection(knowledge, section, subsection)),
    suggestions: suggestionsFor(told[0], question, knowledge),
    choices: [],
    question,
  };
}

/** The trend that a statement belongs to, or the first figure of its section. */
function suggestionsFor(statement: Statement | undefined, { language }: Question, knowledge: Knowledge): string[] {
  const trend = [...knowledge.trends.values()].find(({ section }) => section === statement?.section);
  if (trend) return [say(language, "suggestTrend", { name: nameOf(trend, language) })];
  const indicator = [...knowledge.indicators.values()].find(
    ({ section, relation }) => section === statement?.section && relation === "report",
  );
  return indicator ? [say(language, "suggestValue", { name: nameOf(indicator, language) })] : [];
}
