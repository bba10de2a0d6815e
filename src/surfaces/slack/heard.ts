/** What Slack tells us, checked at the door: only the fields that we use, and only messages that are for us. */
import { z } from "zod";
import { plainText } from "./render/escape.ts";

/** A message as both `message` and `app_mention` events carry it. */
const message = z.object({
  type: z.enum(["message", "app_mention"]),
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  user: z.string(),
  text: z.string().default(""),
  ts: z.string().regex(/^\d+\.\d+$/),
  thread_ts: z.string().optional(),
  channel: z.string(),
  channel_type: z.string().optional(),
});

/** A message to be looked at. */
export type Heard = {
  user: string;
  /** What was written, without marks. */
  text: string;
  channel: string;
  ts: string;
  /** The thread that an answer goes to. */
  thread: string;
  direct: boolean;
  /** Mentions Helsetall, or is a direct message. */
  addressed: boolean;
  /** Begins with a mention of somebody else. */
  toOthers: boolean;
  /** A reply in a thread of a channel, which counts only while Helsetall is being talked to there. */
  inThread: boolean;
};

/** Ordinary messages that have a subtype all the same. */
const ORDINARY = new Set(["thread_broadcast", "file_share"]);

/**
 * Reads a message event.
 * @param self Helsetall's own user id
 * @returns undefined for what is not a person's message to a place where Helsetall may answer
 */
export function readMessage(event: unknown, self: string | undefined): Heard | undefined {
  const parsed = message.safeParse(event);
  if (!parsed.success) return undefined;
  const { type, subtype, bot_id, user, text, ts, thread_ts, channel, channel_type } = parsed.data;
  if (bot_id || user === self || (subtype !== undefined && !ORDINARY.has(subtype))) return undefined;
  const direct = channel_type === "im";
  const own = self === undefined ? undefined : new RegExp(`<@${self}[>|]`);
  const mentioned = type === "app_mention" || own?.test(text) === true;
  const inThread = thread_ts !== undefined && thread_ts !== ts;
  if (!direct && !mentioned && !inThread) return undefined;
  const toOthers = !mentioned && /^\s*<@/.test(text);
  return { user, text: plainText(text), channel, ts, thread: thread_ts ?? ts, direct, addressed: direct || mentioned, toOthers, inThread };
}

const id = z.string().min(1).max(255);
/** A slash command. */
export const commandBody = z.object({
  team_id: id.optional(),
  enterprise_id: id.nullish(),
  channel_id: id,
  user_id: id,
  text: z.string().default(""),
  response_url: z.url(),
  trigger_id: id,
});

/** A click on one of our buttons. */
export const actionBody = z.object({
  user: z.object({ id }),
  channel: z.object({ id }).optional(),
  container: z.object({
    type: z.string(),
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
    view_id: z.string().optional(),
  }),
  message: z.object({ thread_ts: z.string().optional(), ts: z.string().optional() }).optional(),
  response_url: z.url().optional(),
  trigger_id: id,
  actions: z
    .array(
      z.object({
        action_id: id,
        value: z.string().max(2_000).optional(),
        action_ts: z.string(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});
export type ActionBody = z.infer<typeof actionBody>;

/** "Check this figure" on somebody's message; other apps often write all of theirs into attachments. */
export const shortcutBody = z.object({
  user: z.object({ id }),
  response_url: z.url(),
  trigger_id: id,
  message: z.object({
    text: z.string().default(""),
    attachments: z.array(z.object({ text: z.string().optional(), fallback: z.string().optional() })).catch([]),
    ts: z.string().optional(),
    thread_ts: z.string().optional(),
  }),
});

/** All words of a message, without marks. */
export function wordsOf({ text, attachments }: z.infer<typeof shortcutBody>["message"]): string {
  return plainText([text, ...attachments.map((one) => one.text ?? one.fallback ?? "")].join("\n"));
}

export const homeEvent = z.object({ user: id, channel: id.optional(), tab: z.string().optional() });
export const linkEvent = z.object({
  channel: id,
  message_ts: z.string(),
  /** Where the link stands: `composer` while the message is still being written. */
  source: z.string().optional(),
  unfurl_id: id.optional(),
  user: id.optional(),
  links: z.array(z.object({ url: z.url() })).max(20),
});
