/** The couriers of the fact of the day in Teams: the posts, the talk about them, and the notice that one pauses. */
import type { Answer } from "../../../answers/answer.ts";
import { dailyCourier, noticeCourier } from "../../../daily/courier.ts";
import { type Spoken, spokenOf } from "../../../daily/spoken.ts";
import type { Subscription } from "../../../daily/subscriptions.ts";
import type { Asker, Said } from "../../../daily/talk.ts";
import { dailyWord, faultWords } from "../../../daily/words.ts";
import { type Claimed, rewritePayload } from "../../../outbox/outbox.ts";
import type { Courier, Ready, Skip } from "../../../outbox/sender.ts";
import { writeThreads } from "../../../store/contexts.ts";
import { pinnedLanguage } from "../../../store/people.ts";
import { EMPTY_CONTEXT, remember, writeContext } from "../../../understanding/context.ts";
import { canonicalOf } from "../../../understanding/question.ts";
import { attached, type Card } from "../card.ts";
import { checkCard } from "../card-schema.ts";
import { answerThread, conversationOf, postOrWords } from "../courier.ts";
import { escapeMarkdown } from "../markdown.ts";
import { noteOf, type OutgoingMessage, wordsOnlyOf } from "../message.ts";
import type { Parts } from "../parts.ts";
import { pictureOrNone } from "../picture.ts";
import { dailyCard, formCard, previewCard, subscribedCard } from "./card.ts";
import { references } from "./reference.ts";
import { type TalkPayload, talkPayload } from "./talk-payload.ts";

export type DailyCouriers = Record<"teams/daily" | "teams/daily-talk" | "teams/daily-notice", Courier>;

/** The couriers by platform and kind. */
export function dailyCouriersOf(parts: Parts): DailyCouriers {
  const { store, brain } = parts;
  return {
    "teams/daily-talk": (message) => talkAbout(message, parts),
    "teams/daily": dailyCourier({
      ...{ store, answerQuestion: brain.answerQuestion, isSubject: brain.isSubject },
      post: (subscription, answer) => postFact(subscription, answer, parts),
    }),
    "teams/daily-notice": noticeCourier(store, async (subscription, fault) => {
      const who = references.open(parts.vault, subscription.workspace, subscription.reference);
      if (!who) return { skip: "nobody is known who could be told" };
      const conversation = await parts.openChat(who.serviceUrl, { ...who, tenant: subscription.workspace });
      if (conversation === undefined) return { skip: "the person may not be written to" };
      const { language } = subscription;
      const place = dailyWord(language, "inTeams");
      const note = noteOf([dailyWord(language, "setUpBy", { place, why: faultWords(fault, language) })]);
      return { send: () => parts.post({ serviceUrl: who.serviceUrl, conversation }, note) };
    }),
  };
}

async function postFact(subscription: Subscription, answer: Answer, parts: Parts): Promise<Ready | Skip> {
  const { store, brain, publicUrl, vault, post } = parts;
  const { id, workspace, channel, reference } = subscription;
  const known = references.open(vault, workspace, reference);
  if (!known) return { skip: "where to write is not known any more; set it up again" };
  const to = { serviceUrl: known.serviceUrl, conversation: channel };
  const picture = await pictureOrNone(answer, parts);
  const full = carded(
    () => dailyCard(answer, id, { brain, publicUrl, picture, buttons: true }),
    `${headOf(answer)} ${answer.headline}`,
    parts,
  );
  let remoteId: string | undefined;
  return {
    async send() {
      const outcome = await postOrWords(post, to, full, () =>
        wordsAmid(answer, brain, headOf(answer), dailyWord(answer.language, "howToStop")),
      );
      if (outcome.state === "sent") remoteId = outcome.remoteId;
      return outcome;
    },
    async afterSent(queries) {
      const about = { workspace, now: store.now() };
      // Who asks on in the thread below it, or in the chat itself, is understood.
      const chat = `teams:${workspace}:${channel}`;
      const threads = remoteId === undefined ? [chat] : [chat, `${chat};messageid=${remoteId}`];
      await writeThreads(queries, threads, { ...about, context: writeContext(remember(EMPTY_CONTEXT, answer.question)) });
      if (remoteId === undefined) return;
      const votes = threads.map((thread) => answerThread(thread, remoteId ?? ""));
      await writeThreads(queries, votes, { ...about, context: canonicalOf(answer.question) });
    },
  };
}

function headOf({ language }: Answer): string {
  return `${dailyWord(language, "factHead")}:`;
}

/** The answer in words alone, with what it is above it and how to stop it below. */
function wordsAmid(answer: Answer, brain: Parts["brain"], head: string, foot?: string): OutgoingMessage {
  const words = wordsOnlyOf(answer, brain);
  const around = (text: string | undefined) => (text === undefined ? [] : [escapeMarkdown(text)]);
  return { ...words, text: [...around(head), words.text, ...around(foot)].join("\n\n") };
}

async function talkAbout(message: Claimed, parts: Parts): Promise<Ready> {
  const payload = talkPayload.parse(message.payload);
  const { store, brain, publicUrl, post } = parts;
  const to = { serviceUrl: payload.serviceUrl, conversation: conversationOf(message) };
  const given = payload.said ?? (await sayFirst(message.workspace, payload, parts));
  if ("kind" in given) {
    const picture = await pictureOrNone(given.answer, parts);
    const draw = () => previewCard(given.answer, given.text, { brain, publicUrl, picture, buttons: true });
    const full = carded(draw, `${given.text} ${given.answer.headline}`, parts);
    return { send: () => postOrWords(post, to, full, () => wordsAmid(given.answer, brain, given.text)) };
  }
  // What was changed is not changed again when only the telling has to be repeated.
  if (!payload.said) await rewritePayload(store, message.key, { ...payload, said: given });
  const draw = cardToTell(given, payload.person);
  const full = draw && carded(draw, given.text, parts);
  return { send: () => postOrWords(post, to, full, () => noteOf(given.text.split("\n"))) };
}

/** The form, or the confirmation with its button; undefined where words are enough. */
function cardToTell({ text, language, form, subscription }: Spoken, person: string): (() => Card) | undefined {
  if (form) return () => formCard(text, person, language);
  return subscription === null ? undefined : () => subscribedCard(text, subscription, language);
}

async function sayFirst(
  workspace: string,
  { text, zone, person, user, bot, serviceUrl, channel, locale }: TalkPayload,
  { store, talk, vault }: Parts,
): Promise<Spoken | Extract<Said, { kind: "preview" }>> {
  const pinned = await pinnedLanguage(store.database, person);
  const parsed = talk.parse(text, { zone, language: pinned });
  const language = parsed?.language ?? locale ?? "nb";
  const reference = references.seal(vault, workspace, { serviceUrl, user, bot });
  const asker: Asker = { platform: "teams", workspace, channel, person, reference, zone };
  const said = await talk.carryOut(parsed?.command ?? { kind: "help" }, asker, language);
  return said.kind === "preview" ? said : spokenOf(said, language);
}

/** A message with a card; undefined where the card breaks. */
function carded(draw: () => Card, summary: string, { onFault }: Parts): OutgoingMessage | undefined {
  try {
    const card = draw();
    checkCard(card);
    return { type: "message", attachments: [attached(card)], summary };
  } catch (error) {
    onFault(error, "teams card");
    return undefined;
  }
}
