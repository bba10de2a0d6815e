/** An Answer as a Slack message: the figure first, then what helps, the picture, the proof, and what leads on. */
import type { Answer } from "../../../answers/answer.ts";
import { sourceLines, sourcesOf, textOf } from "../../../answers/text.ts";
import { canonicalOf } from "../../../understanding/question.ts";
import type { Brain } from "../../brain.ts";
import { helpLines } from "../../chat-help.ts";
import { followUps, proofQuestions } from "../../follow-ups.ts";
import { answerPath, imageOfLinked, type Linked, linkedAnswer } from "../../links.ts";
import { CHAT_WORDS } from "../../words.ts";
import { escapeText } from "./escape.ts";
import { LIMITS, type SlackBlock, type SlackMessage } from "./limits.ts";

export type Look = {
  brain: Brain;
  publicUrl: string | undefined;
  now: Date;
  /** Whether only the asker sees it: then it can be shared. */
  isPrivate: boolean;
};

/** Action ids that the listeners know; a number behind a colon tells buttons of one kind apart. */
export const ACTIONS = {
  ask: "ask",
  proof: "proof",
  why: "why",
  share: "share",
  vote: "vote",
  reason: "reason",
  pin: "pin",
  dailyStop: "daily-stop",
  dailyForm: "daily-form",
} as const;

/** The block of what an answer leads on to. */
export const NEXT = "next";

/** The whole answer in plain words as `text`, and the same in blocks. */
export function answerMessage(answer: Answer, look: Look): SlackMessage {
  const linked = linkedAnswer(answer, look.brain);
  const blocks: SlackBlock[] = [
    section(bold(answer.headline)),
    ...detailsOf(answer),
    ...helpLines(answer).map((line) => section(escapeText(line))),
    ...pictureOf(linked, look),
    ...proofOf(answer, linked, look),
    ...nextOf(answer, look),
    ...aboutOf(answer, linked, look),
    ...voteOf(answer),
  ];
  const words = [textOf(answer, look.brain.knowledge), ...helpLines(answer)].join("\n");
  return { text: escapeText(words), blocks };
}

/** Words only, as blocks and text. */
export function plainMessage(text: string, more: readonly SlackBlock[] = []): SlackMessage {
  return { text: escapeText(text), blocks: [section(escapeText(text)), ...more] };
}

/** A section of mrkdwn; what is too long for one ends in an ellipsis, the whole stands in the message's text. */
export function section(text: string): SlackBlock {
  return { type: "section", text: { type: "mrkdwn", text: shortened(text, LIMITS.section) } };
}

/** A button; its label is cut to what Slack shows. */
export function button(label: string, actionId: string, value: string) {
  return {
    type: "button" as const,
    action_id: actionId,
    text: { type: "plain_text" as const, text: shortened(label, LIMITS.button) },
    value,
  };
}

/** Bold line by line, since Slack's bold ends with its line. A star of ours would end it too. */
function bold(headline: string): string {
  return headline
    .split("\n")
    .map((line) => (line.trim() === "" ? line : `*${escapeText(line).replaceAll("*", "∗")}*`))
    .join("\n");
}

function detailsOf({ details }: Answer): SlackBlock[] {
  return details.length === 0 ? [] : [section(escapeText(details.join("\n")))];
}

function pictureOf(linked: Linked | undefined, { brain, publicUrl }: Look): SlackBlock[] {
  if (!publicUrl || !linked) return [];
  const image = imageOfLinked(linked, brain, publicUrl);
  return image ? [{ type: "image", image_url: image.url, alt_text: shortened(image.alt, LIMITS.alt) }] : [];
}

function proofOf(answer: Answer, linked: Linked | undefined, { brain, publicUrl }: Look): SlackBlock[] {
  const words = CHAT_WORDS[answer.language];
  const [main] = sourcesOf(answer);
  const [line] = sourceLines(answer, brain.knowledge);
  if (!main || !line) return [];
  const links = [
    `<${main.url}|${words.openReport}>`,
    ...(linked && publicUrl ? [`<${publicUrl}${answerPath(linked.canonical)}|${words.ownPage}>`] : []),
  ];
  return [
    { type: "context", elements: [{ type: "mrkdwn", text: shortened(`${escapeText(line)}\n${links.join("  ·  ")}`, LIMITS.section) }] },
  ];
}

function nextOf(answer: Answer, { brain, now }: Look): SlackBlock[] {
  const next = followUps(answer, brain, now);
  if (next.length === 0) return [];
  return [
    {
      type: "actions",
      block_id: NEXT,
      elements: next.map(({ label, canonical }, index) => button(label, `${ACTIONS.ask}:${index}`, canonical)),
    },
  ];
}

function aboutOf(answer: Answer, linked: Linked | undefined, { isPrivate }: Look): SlackBlock[] {
  const words = CHAT_WORDS[answer.language];
  const own = linked?.canonical ?? canonicalOf(answer.question);
  const proof = proofQuestions(answer);
  if (!proof) return [];
  return [
    {
      type: "actions",
      block_id: "about",
      elements: [
        ...(isPrivate ? [button(words.share, ACTIONS.share, own)] : []),
        button(words.showSource, `${ACTIONS.proof}:source`, proof.source),
        button(words.showMeaning, `${ACTIONS.proof}:definition`, proof.definition),
        button(words.showWhy, ACTIONS.why, proof.why),
      ],
    },
  ];
}

function voteOf(answer: Answer): SlackBlock[] {
  // A refusal is worth a vote too: it tells which figures people miss.
  if (!answer.answered && answer.intent !== "none") return [];
  const words = CHAT_WORDS[answer.language];
  const canonical = canonicalOf(answer.question);
  const choice = (label: string, vote: string) => ({ text: { type: "plain_text" as const, text: label }, value: `${vote} ${canonical}` });
  return [
    {
      type: "context_actions",
      block_id: "vote",
      elements: [
        {
          type: "feedback_buttons",
          action_id: ACTIONS.vote,
          positive_button: choice(words.helpful, "yes"),
          negative_button: choice(words.notHelpful, "no"),
        },
      ],
    },
  ];
}

/** Cut at whole characters, with an ellipsis where something is left out. */
function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}
