/** What Slack's couriers share. */
import type { z } from "zod";
import type { Answer } from "../../answers/answer.ts";
import { textOf } from "../../answers/text.ts";
import type { Talk } from "../../daily/talk.ts";
import { type Claimed, plan } from "../../outbox/outbox.ts";
import type { Skip } from "../../outbox/sender.ts";
import type { Store } from "../../store/open.ts";
import type { Queries } from "../../store/schema.ts";
import type { Brain } from "../brain.ts";
import { linkedAnswer } from "../links.ts";
import type * as payloads from "./payloads.ts";
import type { MessagePlace, Poster } from "./post.ts";
import { answerMessage } from "./render/answer-message.ts";
import { escapeText } from "./render/escape.ts";
import { type SlackMessage, slackMessage } from "./render/limits.ts";
import type { Tokens } from "./tokens.ts";

export type CourierTools = {
  brain: Brain;
  store: Store;
  poster: Poster;
  tokens: Tokens;
  publicUrl: string | undefined;
  /** Says what stands for the fact of the day. */
  talk: Talk;
  /** Counts and logs a question, its text only where the configuration allows. */
  onAnswer(answer: Answer, text: string | undefined): void;
  /** A part of an answer broke; it goes out without it. */
  onFault(error: unknown, place: string): void;
};

/** How long an answer is worth waiting for. */
export const REPLY_WORTH_MS = 15 * 60_000;
const UPLOAD_WORTH_MS = 10 * 60_000;
export const NO_TOKEN: Skip = { skip: "the app is not installed in this workspace" };

/** How a response address is told that only the asker sees it, beside what was there. */
export const PRIVATELY = { response_type: "ephemeral", replace_original: false } as const;

/** An answer as a message, or its words alone where the rest of it breaks. */
export function contentOf(answer: Answer, isPrivate: boolean, { brain, store, publicUrl, onFault }: CourierTools): SlackMessage {
  const words = { text: escapeText(textOf(answer, brain.knowledge)) };
  return checked(() => answerMessage(answer, { brain, publicUrl, now: new Date(store.now()), isPrivate }), words, onFault);
}

/**
 * Where there is no public address, the picture follows as a file.
 * @returns the canonical question that it is drawn from; undefined where none follows
 */
export function pictureToFollow(answer: Answer, { brain, publicUrl, onFault }: CourierTools): string | undefined {
  if (publicUrl) return undefined;
  const linked = unlessBroken(() => linkedAnswer(answer, brain), undefined, "picture", onFault);
  return linked?.picture ? linked.canonical : undefined;
}

/** Plans the file, in the same transaction as the answer's end. */
export async function planUpload(
  message: Claimed,
  { team, enterprise, channel, thread }: Omit<z.infer<typeof payloads.uploadPayload>, "canonical">,
  canonical: string,
  queries: Queries,
  store: Store,
): Promise<void> {
  // As urgent as its message: pictures of a burst of daily facts hold up no answer either.
  const { platform, workspace, lane, seq, priority } = message;
  const payload: z.infer<typeof payloads.uploadPayload> = { team, enterprise, channel, thread, canonical };
  const row = { platform, workspace, channel: message.channel, lane, seq: `${seq}+`, priority, kind: "upload", payload };
  await plan(store, { ...row, key: `${message.key}:upload`, worthMs: UPLOAD_WORTH_MS }, queries);
}

/** The fields of a message in a thread, or of one outside of any. */
export function inThread(channel: string, thread: string | null): MessagePlace {
  return { channel, ...(thread !== null && { thread_ts: thread }) };
}

/** A thread's key in the store; without a thread, the whole direct conversation's. */
export function threadKey(workspace: string, channel: string, thread = ""): string {
  return `slack:${workspace}:${channel}:${thread}`;
}

/** The message if it can be made and is within Slack's limits, else its words alone. */
export function checked(make: () => SlackMessage, words: SlackMessage, onFault: CourierTools["onFault"]): SlackMessage {
  return unlessBroken(() => slackMessage.parse(make()) as SlackMessage, words, "blocks", onFault);
}

export function unlessBroken<Value>(make: () => Value, otherwise: Value, place: string, onFault: CourierTools["onFault"]): Value {
  try {
    return make();
  } catch (error) {
    onFault(error, place);
    return otherwise;
  }
}
