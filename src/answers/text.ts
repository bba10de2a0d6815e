/** The reply as a person reads it: plain words, the figure first, the source last. */
import type { Knowledge } from "../knowledge/load.ts";
import type { Source } from "../knowledge/sources.ts";
import type { Answer, AnswerFigure } from "./answer.ts";
import { placeOf, placeWithin } from "./figures.ts";
import { formatFigure } from "./numbers.ts";
import { say } from "./say.ts";

/** Longest reply, in UTF-16 units. */
export const LONGEST_TEXT = 2000;
const MOST_SOURCES = 6;
/** Places named after the main one; the others stand in the reply's `sources`. */
const MOST_FURTHER = 3;

/** The answer's sources without repeats, the main one first, at most six. */
export function sourcesOf(answer: Answer): Source[] {
  const seen = new Map(answer.sources.map((source) => [JSON.stringify(source), source]));
  return [...seen.values()].slice(0, MOST_SOURCES);
}

/** The lines that prove an answer: where its figures stand, whose number the main one is, and the address. */
export function sourceLines(answer: Answer, knowledge: Knowledge): string[] {
  const { language } = answer;
  const [main] = sourcesOf(answer);
  if (!main) return [];
  const further = furtherPlaces(answer, main, knowledge);
  const parts = [
    `${say(language, "source", { place: placeOf(knowledge, main, language) })}.`,
    publisherWords(answer, main, knowledge),
    further.length > 0 ? say(language, "furtherSources", { places: further.join("; ") }) : "",
  ];
  return [parts.filter((part) => part !== "").join(" "), main.url];
}

/** Whose number it is, or that the report names nobody; empty where figures of several publishers stand under one source. */
function publisherWords({ figures, language }: Answer, main: Source, knowledge: Knowledge): string {
  const here = figures
    .map(({ source }) => source)
    .filter(({ document, section }) => document === main.document && section === main.section);
  const isOwn = here.some((source) => JSON.stringify(source) === JSON.stringify(main));
  const [publisher, ...others] = isOwn ? [main.publisher] : new Set(here.map((source) => source.publisher));
  const ofReport = main.document === knowledge.report.id;
  if (publisher === undefined || others.length > 0) return "";
  if (publisher === null) return ofReport ? say(language, "noPublisher") : "";
  return ofReport || knowledge.documents.get(main.document)?.publisher !== publisher ? say(language, "publisher", { publisher }) : "";
}

/** Where the stated figures stand that the main source does not hold and whose document the words do not name. */
function furtherPlaces(answer: Answer, main: Source, knowledge: Knowledge): string[] {
  const { language } = answer;
  const words = [answer.headline, ...answer.details].join("\n");
  const mainPlace = placeOf(knowledge, main, language);
  const isNamed = ({ document }: Source, place: string) => document !== knowledge.report.id && words.includes(place);
  const isStated = ({ role, value, unit, status }: AnswerFigure) =>
    role === "answer" || words.includes(formatFigure(value, knowledge.units[unit], status, language));
  const placed = answer.figures.map((figure) => {
    const place = placeOf(knowledge, figure.source, language);
    return { figure, place, isProved: place === mainPlace || isNamed(figure.source, place) };
  });
  const proved = new Set(placed.filter(({ isProved }) => isProved).map(({ figure }) => numberOf(figure)));
  const further = placed.filter(({ figure, isProved }) => !isProved && !proved.has(numberOf(figure)) && isStated(figure));
  const places = further.map(({ figure: { source }, place }) => {
    const within = source.document === main.document ? placeWithin(source, language).replace(/^, /, "") : "";
    return within || place;
  });
  const all = [...new Set(places)];
  return all.length > MOST_FURTHER ? [...all.slice(0, MOST_FURTHER), "…"] : all;
}

/** What makes two figures the same number, wherever it stands. */
function numberOf({ indicator, measure, period, since, value }: AnswerFigure): string {
  return [indicator, measure, period, since, value].join(" ");
}

/** The details that a reply has room for: they give way from the end; headline and source never do. */
export function fittingDetails(answer: Answer, knowledge: Knowledge): string[] {
  return detailsBeside(answer, sourceLines(answer, knowledge));
}

function detailsBeside(answer: Answer, proof: readonly string[]): string[] {
  const details = [...answer.details];
  const others = [answer.headline, ...proof];
  while ([...others, ...details].join("\n").length > LONGEST_TEXT && details.length > 0) details.pop();
  return details;
}

/** The whole reply. */
export function textOf(answer: Answer, knowledge: Knowledge): string {
  const proof = sourceLines(answer, knowledge);
  const text = [answer.headline, ...detailsBeside(answer, proof), ...proof].join("\n");
  return text.length > LONGEST_TEXT ? `${answer.headline.slice(0, LONGEST_TEXT - 1).toWellFormed()}…` : text;
}
