/** An answer as one message: plain Markdown for a bare fact, a card where there is a picture or a choice to make. */
import type { Answer } from "../../answers/answer.ts";
import { placeOf } from "../../answers/figures.ts";
import { fittingDetails, LONGEST_TEXT, sourceLines, sourcesOf } from "../../answers/text.ts";
import type { Brain } from "../brain.ts";
import { helpLines } from "../chat-help.ts";
import { attached, cardOf, followUps } from "./card.ts";
import { escapeMarkdown, linkTo } from "./markdown.ts";
import type { Drawn } from "./picture.ts";
import { WORDS } from "./words.ts";

export type MessageParts = {
  brain: Brain;
  publicUrl: string | undefined;
  picture: Drawn | undefined;
  /** In a chat of two: whom suggested actions are shown to. */
  suggestTo: string | undefined;
};

/** A message as the connector takes it. */
export type OutgoingMessage = Record<string, unknown>;

const LONGEST_NAME = 80;
const LONGEST_ABSTRACT = 160;
const MOST_SUGGESTED = 3;
/** Teams refuses messages over 100 kB; pictures as data do not count, but the rest must stay below this. */
export const LARGEST_MESSAGE = 80_000;

/** Builds the message of an answer. */
export function messageOf(answer: Answer, parts: MessageParts): OutgoingMessage {
  const { brain, picture, suggestTo } = parts;
  const asCard = picture !== undefined || answer.choices.length > 0 || (suggestTo === undefined && followUps(answer, brain).length > 0);
  return {
    type: "message",
    ...(asCard
      ? { attachments: [attached(cardOf(answer, { ...parts, buttons: true }))], summary: answer.headline }
      : { text: markdownOf(answer, brain, true), textFormat: "markdown" }),
    ...(!asCard && suggestTo !== undefined && answer.suggestions.length > 0 && { suggestedActions: suggested(answer, suggestTo) }),
    ...(answer.sources.length > 0 && { entities: [citations(answer, brain)] }),
    channelData: { feedbackLoop: { type: "default" } },
  };
}

/** The figure in words only, as many as there is always room for, when the rest of a message cannot be made. */
export function wordsOnlyOf(answer: Answer, brain: Brain): OutgoingMessage {
  const short = { ...answer, headline: cut(answer.headline, LONGEST_TEXT), details: fittingDetails(answer, brain.knowledge) };
  return { type: "message", text: markdownOf(short, brain, false), textFormat: "markdown" };
}

/** A message of plain lines of our own. */
export function noteOf(lines: readonly string[]): OutgoingMessage {
  return { type: "message", text: lines.map(escapeMarkdown).join("\n\n"), textFormat: "markdown" };
}

function markdownOf(answer: Answer, brain: Brain, cited: boolean): string {
  const [headline = "", ...more] = answer.headline.split("\n");
  const [source, address] = sourceLines(answer, brain.knowledge);
  const marks = cited ? sourcesOf(answer).map((_source, index) => ` [${index + 1}]`) : [];
  const proof = source === undefined ? [] : [`${escapeMarkdown(source)}${marks.join("")}`];
  const link = address === undefined ? [] : [linkTo(WORDS[answer.language].openReport, address)];
  return [
    `**${escapeMarkdown(headline)}**`,
    ...[...more, ...answer.details, ...helpLines(answer)].filter(Boolean).map(escapeMarkdown),
    ...proof,
    ...link,
  ].join("\n\n");
}

function suggested(answer: Answer, to: string): Record<string, unknown> {
  const actions = answer.suggestions.slice(0, MOST_SUGGESTED).map((value) => ({ type: "imBack", title: value, value }));
  return { to: [to], actions };
}

/**
 * The sources as Teams' own citations. There is no label that says "made by AI": nothing here is.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content
 */
function citations(answer: Answer, brain: Brain): Record<string, unknown> {
  return {
    type: "https://schema.org/Message",
    "@type": "Message",
    "@context": "https://schema.org",
    "@id": "",
    citation: sourcesOf(answer).map((source, index) => ({
      "@type": "Claim",
      position: index + 1,
      appearance: {
        "@type": "DigitalDocument",
        name: cut(brain.knowledge.documents.get(source.document)?.title ?? source.document, LONGEST_NAME),
        url: source.url,
        abstract: cut(placeOf(brain.knowledge, source, answer.language), LONGEST_ABSTRACT),
      },
    })),
  };
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text;
}
