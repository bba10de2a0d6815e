/**
 * Slack's limits of what we send, as a schema: every message is held against it before it goes out and in tests.
 * Source: https://docs.slack.dev/reference/block-kit/blocks and its pages on each element.
 */
import { z } from "zod";

export const LIMITS = {
  text: 40_000,
  section: 3_000,
  button: 75,
  value: 2_000,
  alt: 2_000,
  url: 3_000,
  blocks: 50,
  homeBlocks: 100,
} as const;

const id = z.string().min(1).max(255);
const plain = (most: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: z.string().min(1).max(most), emoji: z.boolean().optional() });
const mrkdwn = z.strictObject({ type: z.literal("mrkdwn"), text: z.string().min(1).max(LIMITS.section) });
const option = z.strictObject({ text: plain(LIMITS.button), value: z.string().min(1).max(150) });
const button = z.strictObject({
  type: z.literal("button"),
  action_id: id,
  text: plain(LIMITS.button),
  value: z.string().min(1).max(LIMITS.value).optional(),
  url: z.url().max(LIMITS.url).optional(),
  accessibility_label: z.string().max(LIMITS.button).optional(),
});
const select = z.strictObject({
  type: z.literal("static_select"),
  action_id: id,
  placeholder: plain(150).optional(),
  options: z.array(option).min(1).max(100),
  initial_option: option.optional(),
});
const image = {
  type: z.literal("image"),
  image_url: z.url({ protocol: /^https?$/ }).max(LIMITS.url),
  alt_text: z.string().min(1).max(LIMITS.alt),
};
const feedbackButton = z.strictObject({
  text: plain(LIMITS.button),
  value: z.string().min(1).max(LIMITS.value),
  accessibility_label: z.string().max(LIMITS.button).optional(),
});

const block = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("header"), block_id: id.optional(), text: plain(150) }),
  z.strictObject({ type: z.literal("section"), block_id: id.optional(), text: mrkdwn, accessory: z.union([button, select]).optional() }),
  z.strictObject({ ...image, block_id: id.optional() }),
  z.strictObject({ type: z.literal("divider"), block_id: id.optional() }),
  z.strictObject({ type: z.literal("context"), block_id: id.optional(), elements: z.array(mrkdwn).min(1).max(10) }),
  z.strictObject({
    type: z.literal("actions"),
    block_id: id.optional(),
    elements: z
      .array(z.union([button, select]))
      .min(1)
      .max(25),
  }),
  z.strictObject({
    type: z.literal("context_actions"),
    block_id: id.optional(),
    elements: z
      .array(
        z.strictObject({
          type: z.literal("feedback_buttons"),
          action_id: id,
          positive_button: feedbackButton,
          negative_button: feedbackButton,
        }),
      )
      .min(1)
      .max(5),
  }),
]);

const unique = (blocks: readonly unknown[]) => {
  const ids = JSON.stringify(blocks).match(/"action_id":"[^"]*"/g) ?? [];
  return new Set(ids).size === ids.length;
};

/** A message as we send it. */
export const slackMessage = z.object({
  text: z.string().min(1).max(LIMITS.text),
  blocks: z.array(block).min(1).max(LIMITS.blocks).refine(unique, "an action_id stands twice").optional(),
});

/** The App Home as we publish it. */
export const slackHome = z.strictObject({
  type: z.literal("home"),
  blocks: z.array(block).min(1).max(LIMITS.homeBlocks).refine(unique, "an action_id stands twice"),
});

export type SlackBlock = z.infer<typeof block>;
/** A message's words, and its blocks where they are within the limits. */
export type SlackMessage = { text: string; blocks?: SlackBlock[] };

export function withoutPictures(blocks: readonly SlackBlock[]): SlackBlock[] {
  return blocks.filter(({ type }) => type !== "image");
}

/** What a message goes out as when Slack refuses its blocks: first without pictures, which it may not be able to fetch. */
export function lesserThan({ text, blocks = [] }: SlackMessage): SlackMessage[] {
  const rest = withoutPictures(blocks);
  const hasBoth = rest.length > 0 && rest.length < blocks.length;
  return [...(hasBoth ? [{ text, blocks: rest }] : []), ...(blocks.length > 0 ? [{ text }] : [])];
}
