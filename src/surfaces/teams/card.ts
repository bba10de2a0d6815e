/** An answer as an Adaptive Card 1.5. Texts stand in runs, which no client reads as Markdown. */
import type { Answer } from "../../answers/answer.ts";
import { sourceLines } from "../../answers/text.ts";
import type { Brain } from "../brain.ts";
import { helpLines } from "../chat-help.ts";
import { followUps as allFollowUps, type FollowUp } from "../follow-ups.ts";
import { answerPath, linkedAnswer } from "../links.ts";
import type { Drawn } from "./picture.ts";
import { WORDS } from "./words.ts";

export const CARD_TYPE = "application/vnd.microsoft.card.adaptive";
/** The verb of the buttons that ask a further question. */
export const ASK = "ask";

export type CardElement = Record<string, unknown>;
export type Card = { type: "AdaptiveCard"; $schema: string; version: "1.5"; lang: string; body: CardElement[]; actions?: CardElement[] } & {
  fallbackText: string;
  speak: string;
};

export type CardParts = {
  brain: Brain;
  publicUrl: string | undefined;
  picture: Drawn | undefined;
  /** False where the bot is no member of the conversation, so that no button can reach it. */
  buttons: boolean;
};

const MOST_BUTTONS = 4;
/** What fits into a card of the width that Teams gives it; what is longer would be cut without a sign. */
const LONGEST_TITLE = 46;

/** Draws the card of an answer: the figure first, then the picture, what helps, the source, and what to do next. */
export function cardOf(answer: Answer, { brain, publicUrl, picture, buttons }: CardParts): Card {
  const words = WORDS[answer.language];
  const [headline = "", ...more] = answer.headline.split("\n");
  const [source, address] = sourceLines(answer, brain.knowledge);
  const linked = publicUrl === undefined ? undefined : linkedAnswer(answer, brain);
  const actions = [
    ...(address === undefined ? [] : [openUrl(words.openReport, address)]),
    ...(linked ? [openUrl(words.ownPage, `${publicUrl}${answerPath(linked.canonical)}`)] : []),
  ];
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    lang: answer.language,
    body: [
      textBlock(headline, { size: "Large", weight: "Bolder" }),
      ...(answer.intent === "several" ? partBlocks(more) : more.map((line) => textBlock(line, { size: "Medium", weight: "Bolder" }))),
      ...(picture ? [{ type: "Image", url: picture.url, altText: picture.alt, size: "Stretch", spacing: "Medium" }] : []),
      ...[...answer.details, ...helpLines(answer)].filter(Boolean).map((line) => textBlock(line, {})),
      ...(source === undefined ? [] : [textBlock(source, { size: "Small", isSubtle: true }, "Medium")]),
      // Each on a line of its own: side by side, long questions would be cut off.
      ...(buttons ? followUps(answer, brain).map(({ label, canonical }) => actionSet(askButton(label, canonical))) : []),
    ],
    ...(actions.length > 0 && { actions }),
    fallbackText: answer.headline,
    speak: answer.headline,
  };
}

/** The further parts of an answer to several questions; an empty line stands before each. */
function partBlocks(lines: readonly string[]): CardElement[] {
  return lines.flatMap((line, index) => {
    if (line === "") return [];
    return lines[index - 1] === "" ? [textBlock(line, { size: "Large", weight: "Bolder" }, "Large")] : [textBlock(line, {})];
  });
}

/** A card of a few plain lines. */
export function noteCard(lines: readonly string[], language: Answer["language"]): Card {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    lang: language,
    body: lines.map((line) => textBlock(line, {})),
    fallbackText: lines.join(" "),
    speak: lines.join(" "),
  };
}

/** A card as Teams wants it attached. */
export function attached(card: Card): { contentType: typeof CARD_TYPE; content: Card } {
  return { contentType: CARD_TYPE, content: card };
}

/** The questions that lead on, as many as a card shows. The clock plays no part in them. */
export function followUps(answer: Answer, brain: Brain): FollowUp[] {
  return allFollowUps(answer, brain, new Date(0)).slice(0, MOST_BUTTONS);
}

/** One run of text. */
export function textBlock(text: string, look: Record<string, unknown>, spacing = "Small"): CardElement {
  return { type: "RichTextBlock", spacing, inlines: [{ type: "TextRun", text, ...look }] };
}

function askButton(label: string, canonical: string): CardElement {
  return {
    type: "Action.Execute",
    title: short(label),
    verb: ASK,
    data: { question: canonical },
    ...(label.length > LONGEST_TITLE && { tooltip: label }),
  };
}

function actionSet(action: CardElement): CardElement {
  return { type: "ActionSet", spacing: "Small", actions: [action] };
}

/** A button that opens an address. */
export function openUrl(title: string, url: string): CardElement {
  return { type: "Action.OpenUrl", title, url };
}

function short(label: string): string {
  return label.length > LONGEST_TITLE
    ? `${label
        .slice(0, LONGEST_TITLE - 1)
        .trimEnd()
        .toWellFormed()}…`
    : label;
}
