/** The fact of the day as a Slack message: the answer with its head, what to ask on, and one button to stop it. */
import type { Answer } from "../../../answers/answer.ts";
import { invitation } from "../../../daily/tell.ts";
import { dailyWord } from "../../../daily/words.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { ACTIONS, answerMessage, button, type Look, NEXT, section } from "../render/answer-message.ts";
import { escapeText } from "../render/escape.ts";
import type { SlackBlock, SlackMessage } from "../render/limits.ts";

/** A post in a channel. @param subscription the id that its button stops */
export function dailyMessage(answer: Answer, subscription: string, look: Look): SlackMessage {
  const { language } = answer;
  const head = dailyWord(language, "factHead");
  const { text, blocks = [] } = answerMessage(answer, look);
  const ask = invitation(answer);
  // Right before the buttons that ask on, where there are any.
  const next = blocks.findIndex((block) => block.block_id === NEXT);
  const at = next < 0 ? blocks.length : next;
  return {
    text: [`${escapeText(head)}: ${text}`, escapeText(ask), escapeText(dailyWord(language, "howToStop"))].join("\n"),
    blocks: [
      context(`*${escapeText(head)}*`),
      ...blocks.slice(0, at),
      context(escapeText(ask)),
      ...blocks.slice(at),
      stopButton(subscription, language),
    ],
  };
}

/** What the next post would look like, marked as a preview. */
export function previewMessage(answer: Answer, head: string, look: Look): SlackMessage {
  const { text, blocks = [] } = answerMessage(answer, look);
  return { text: `${escapeText(head)}\n${text}`, blocks: [section(escapeText(head)), ...blocks] };
}

/** Words, with a button that stops a subscription where there is one. */
export function wordsWithStop(text: string, subscription: string, language: Language): SlackMessage {
  return { text: escapeText(text), blocks: [section(escapeText(text)), stopButton(subscription, language)] };
}

/** Words, with a button that opens the form. */
export function wordsWithForm(text: string, language: Language): SlackMessage {
  const open = button(dailyWord(language, "formOpen"), ACTIONS.dailyForm, language);
  return { text: escapeText(text), blocks: [section(escapeText(text)), { type: "actions", block_id: "daily-form", elements: [open] }] };
}

function stopButton(subscription: string, language: Language): SlackBlock {
  const stop = button(dailyWord(language, "stopLink"), ACTIONS.dailyStop, `${subscription} ${language}`);
  return { type: "actions", block_id: "daily", elements: [stop] };
}

function context(text: string): SlackBlock {
  return { type: "context", elements: [{ type: "mrkdwn", text }] };
}
