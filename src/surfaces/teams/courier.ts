/** The couriers of Teams: prepare a row of the outbox and post it once. */
import { z } from "zod";
import type { Answer } from "../../answers/answer.ts";
import { LANGUAGES } from "../../knowledge/languages.ts";
import type { Claimed } from "../../outbox/outbox.ts";
import type { Courier, Ready } from "../../outbox/sender.ts";
import type { Outcome } from "../../outbox/states.ts";
import { readThread, writeThreads } from "../../store/contexts.ts";
import { pinLanguage, pinnedLanguage } from "../../store/people.ts";
import { readContext, writeContext } from "../../understanding/context.ts";
import { canonicalOf } from "../../understanding/question.ts";
import { checkCard } from "./card-schema.ts";
import { LARGEST_MESSAGE, messageOf, noteOf, type OutgoingMessage, wordsOnlyOf } from "./message.ts";
import type { Parts } from "./parts.ts";
import { pictureOrNone } from "./picture.ts";
import { pinCommand } from "./pin.ts";
import type { Address, Post } from "./post.ts";
import { WORDS } from "./words.ts";

const language = z.enum(LANGUAGES).optional();
const replyPayload = z.object({
  serviceUrl: z.string(),
  text: z.string(),
  locale: language,
  person: z.string(),
  thread: z.string(),
  suggestTo: z.string().optional(),
});
export type ReplyPayload = z.infer<typeof replyPayload>;
const welcomePayload = z.object({ serviceUrl: z.string(), locale: language });
export type WelcomePayload = z.infer<typeof welcomePayload>;

/** The couriers by platform and kind, as the sender takes them. */
export function couriersOf(parts: Parts): Record<"teams/reply" | "teams/welcome", Courier> {
  return {
    "teams/reply": (message) => prepareReply(message, parts),
    "teams/welcome": async (message) => {
      const { serviceUrl, locale = "nb" } = welcomePayload.parse(message.payload);
      const { welcome, welcomeHow } = WORDS[locale];
      const note = noteOf([welcome, welcomeHow]);
      return { send: () => parts.post({ serviceUrl, conversation: conversationOf(message) }, note) };
    },
  };
}

async function prepareReply(message: Claimed, parts: Parts): Promise<Ready> {
  const { brain, store, post } = parts;
  const payload = replyPayload.parse(message.payload);
  const { text, locale, person, thread } = payload;
  const to = { serviceUrl: payload.serviceUrl, conversation: conversationOf(message) };
  const pin = pinCommand(text);
  if (pin) {
    const note = noteOf([pin.language === undefined ? WORDS[pin.said].unpinned : WORDS[pin.said].pinned]);
    return {
      send: () => post(to, note),
      afterSent: (queries) => pinLanguage(queries, { person, workspace: message.workspace, language: pin.language, at: store.now() }),
    };
  }
  const before = readContext(await readThread(store.database, [thread], store.now()), (key) => brain.isSubject(key));
  const pinned = await pinnedLanguage(store.database, person);
  const { answer, context } = brain.ask({ text, locale, pinned, now: new Date(message.planned_at) }, before);
  parts.onQuestion(text, answer);
  const words = () => wordsOnlyOf(answer, brain);
  const full = await fullMessage(answer, payload, parts);
  let remoteId: string | undefined;
  return {
    async send() {
      const outcome = await postOrWords(post, to, full, words);
      if (outcome.state === "sent") remoteId = outcome.remoteId;
      return outcome;
    },
    async afterSent(queries) {
      const about = { workspace: message.workspace, now: store.now() };
      const remembered = writeContext(context);
      if (remembered !== "") await writeThreads(queries, [thread], { ...about, context: remembered });
      if (remoteId) await writeThreads(queries, [answerThread(thread, remoteId)], { ...about, context: canonicalOf(answer.question) });
    },
  };
}

/** The name under which the question of one answer is kept, for its feedback. */
export function answerThread(thread: string, messageId: string): string {
  return `${thread}:answer:${messageId}`;
}

/** @returns undefined when a part of it breaks or it grows too large: then the words go alone */
async function fullMessage(answer: Answer, { suggestTo }: ReplyPayload, parts: Parts): Promise<OutgoingMessage | undefined> {
  const { brain, publicUrl, onFault } = parts;
  const picture = await pictureOrNone(answer, parts);
  try {
    const message = messageOf(answer, { brain, publicUrl, picture, suggestTo });
    for (const { content } of (message.attachments ?? []) as { content: unknown }[]) checkCard(content);
    if (sizeOf(message) > LARGEST_MESSAGE) throw new Error("The message is larger than Teams takes.");
    return message;
  } catch (error) {
    onFault(error, "teams message");
    return undefined;
  }
}

/** Teams does not count pictures that are given as data. */
function sizeOf(message: OutgoingMessage): number {
  return Buffer.byteLength(JSON.stringify(message).replace(/"data:image\/png;base64,[^"]*"/g, '""'));
}

/** Posts a message, or its words alone where there is no more of it or Teams refuses it as it is. */
export async function postOrWords(
  post: Post,
  to: Address,
  full: OutgoingMessage | undefined,
  words: () => OutgoingMessage,
): Promise<Outcome> {
  if (!full) return post(to, words());
  const outcome = await post(to, full);
  // Refused as it is, so surely not posted: the figure still arrives in words.
  return outcome.state === "failed" && /refused with (400|413)/.test(outcome.reason) ? post(to, words()) : outcome;
}

/** The conversation that a message goes to. */
export function conversationOf({ channel }: Claimed): string {
  if (channel === null) throw new Error("A message for Teams has no conversation.");
  return channel;
}
