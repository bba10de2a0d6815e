/** The reply as a person reads it: plain words, the figure first, the source last. */
import type { Knowledge } from "../knowledge/load.ts";
import type { Source } from "../knowledge/sources.ts";
import type { Answer } from "./answer.ts";
import { placeOf } from "./figures.ts";
import { say } from "./say.ts";

/** Longest reply, in UTF-16 units. */
export const LONGEST_TEXT = 2000;
const MOST_SOURCES = 6;

/** The answer's sources without repeats, the main one first, at most six. */
export function sourcesOf(answer: Answer): Source[] {
  const seen = new Map(answer.sources.map((source) => [JSON.stringify(source), source]));
  return [...seen.values()].slice(0, MOST_SOURCES);
}

/** The lines that prove an answer: where its main figure stands, whose number it is, and the address. */
export function sourceLines(answer: Answer, knowledge: Knowledge): string[] {
  const { language } = answer;
  const [main] = sourcesOf(answer);
  if (!main) return [];
  const numbered = answer.figures.some((figure) => figure.source.document === main.document && figure.source.section === main.section);
  const publisher =
    main.publisher === null
      ? numbered && main.document === knowledge.report.id
        ? ` ${say(language, "noPublisher")}`
        : ""
      : numbered && (main.document === knowledge.report.id || knowledge.documents.get(main.document)?.publisher !== main.publisher)
        ? ` ${say(language, "publisher", { publisher: main.publisher })}`
        : "";
  return [`${say(language, "source", { place: placeOf(knowledge, main, language) })}.${publisher}`, main.url];
}

/** The details that a reply has room for: they give way from the end; headline and source never do. */
export function fittingDetails(answer: Answer, knowledge: Knowledge): string[] {
  const details = [...answer.details];
  const others = [answer.headline, ...sourceLines(answer, knowledge)];
  while ([...others, ...details].join("\n").length > LONGEST_TEXT && details.length > 0) details.pop();
  return details;
}

/** The whole reply. */
export function textOf(answer: Answer, knowledge: Knowledge): string {
  const text = [answer.headline, ...fittingDetails(answer, knowledge), ...sourceLines(answer, knowledge)].join("\n");
  return text.length > LONGEST_TEXT ? `${answer.headline.slice(0, LONGEST_TEXT - 1).toWellFormed()}…` : text;
}
