/** Slack's couriers for the fact of the day: the posts, the talk about them, and the notice that one pauses. */
import type { WebClient } from "@slack/web-api";
import type { Answer } from "../../../answers/answer.ts";
import { textOf } from "../../../answers/text.ts";
import { NORWEGIAN_ZONE, validZone } from "../../../daily/calendar.ts";
import type { Command } from "../../../daily/command.ts";
import { dailyCourier, noticeCourier } from "../../../daily/courier.ts";
import { faultIn } from "../../../daily/faults.ts";
import { type Spoken, spokenOf } from "../../../daily/spoken.ts";
import { type Subscription, stop } from "../../../daily/subscriptions.ts";
import type { Asker, Said, Talk } from "../../../daily/talk.ts";
import { dailyWord, faultWords } from "../../../daily/words.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { type Claimed, rewritePayload } from "../../../outbox/outbox.ts";
import type { Courier, Ready, Skip } from "../../../outbox/sender.ts";
import type { Outcome } from "../../../outbox/states.ts";
import { writeThreads } from "../../../store/contexts.ts";
import { pinnedLanguage } from "../../../store/people.ts";
import type { Vault } from "../../../store/vault.ts";
import { EMPTY_CONTEXT, remember, writeContext } from "../../../understanding/context.ts";
import { type CourierTools, checked, inThread, NO_TOKEN, PRIVATELY, pictureToFollow, planUpload, threadKey } from "../courier-parts.ts";
import { outcomeOf } from "../outcome.ts";
import { type DailyAsk, type DailyTalkPayload, dailyTalkPayload } from "../payloads.ts";
import { plainMessage } from "../render/answer-message.ts";
import { escapeText } from "../render/escape.ts";
import type { SlackMessage } from "../render/limits.ts";
import { dailyMessage, previewMessage, wordsWithForm, wordsWithStop } from "./message.ts";
import { references } from "./reference.ts";

export type DailyTools = CourierTools & { vault: Vault };

/** The couriers by platform and kind. */
export function dailyCouriers(tools: DailyTools): Readonly<Record<string, Courier>> {
  const { store, brain } = tools;
  return {
    "slack/daily-talk": (message) => talkAbout(message, tools),
    "slack/daily": dailyCourier({
      ...{ store, answerQuestion: brain.answerQuestion, isSubject: brain.isSubject },
      post: (subscription, answer, message) => postFact(message, subscription, answer, tools),
    }),
    "slack/daily-notice": noticeCourier(store, async (subscription, fault) => {
      const { workspace, channel, reference, language } = subscription;
      const who = references.open(tools.vault, workspace, reference);
      if (!who) return { skip: "nobody is known who could be told" };
      const token = await tools.tokens({ team: workspace, enterprise: who.enterprise });
      if (token === undefined) return NO_TOKEN;
      const place = channel.startsWith("D") ? escapeText(dailyWord(language, "homeDirect")) : `<#${channel}>`;
      const text = dailyWord(language, "setUpBy", { place, why: escapeText(faultWords(fault, language)) });
      return { send: () => tools.poster.post(token, { channel: who.user }, { text }) };
    }),
  };
}

async function postFact(message: Claimed, subscription: Subscription, answer: Answer, tools: DailyTools): Promise<Ready | Skip> {
  const { store, brain, poster, publicUrl, onFault } = tools;
  const { id, workspace, channel, reference } = subscription;
  const enterprise = references.open(tools.vault, workspace, reference)?.enterprise ?? null;
  const token = await tools.tokens({ team: workspace, enterprise });
  if (token === undefined) return { skip: "app_uninstalled: there is no token for this workspace" };
  const look = { brain, publicUrl, now: new Date(store.now()), isPrivate: false };
  const howToStop = dailyWord(answer.language, "howToStop");
  const words = { text: escapeText(`${dailyWord(answer.language, "factHead")}: ${textOf(answer, brain.knowledge)}\n${howToStop}`) };
  const content = checked(() => dailyMessage(answer, id, look), words, onFault);
  const picture = pictureToFollow(answer, tools);
  let ts: string | undefined;
  return {
    async send() {
      const outcome = await poster.post(token, { channel }, content);
      if (outcome.state === "sent") ts = outcome.remoteId;
      return outcome;
    },
    async afterSent(queries) {
      if (ts === undefined) return;
      // Whoever asks on below the post is understood.
      const threads = [threadKey(workspace, channel, ts), ...(channel.startsWith("D") ? [threadKey(workspace, channel)] : [])];
      const context = writeContext(remember(EMPTY_CONTEXT, answer.question));
      await writeThreads(queries, threads, { workspace, context, now: store.now() });
      if (picture !== undefined) await planUpload(message, { team: workspace, enterprise, channel, thread: ts }, picture, queries, store);
    },
  };
}

async function talkAbout(message: Claimed, tools: DailyTools): Promise<Ready | Skip> {
  const payload = dailyTalkPayload.parse(message.payload);
  const { store, talk, poster, vault } = tools;
  const { workspace } = message;
  const token = await tools.tokens(payload);
  if (token === undefined) return NO_TOKEN;
  const { ask, user, person, channel, enterprise } = payload;
  const pinned = await pinnedLanguage(store.database, person);
  const asker: Asker = {
    ...{ platform: "slack", workspace, channel, person },
    reference: references.seal(vault, workspace, { user, enterprise }),
    zone: payload.said || ask.kind === "stop" ? undefined : await zoneOf(poster.client(token), user),
  };
  const given = payload.said ?? (await sayFirst(ask, asker, pinned, talk));
  if (!("kind" in given)) {
    // What was changed is not changed again when only the telling has to be repeated.
    if (!payload.said) await rewritePayload(store, message.key, { ...payload, said: given });
    return { send: () => tell(given, payload, token, tools) };
  }
  const look = { brain: tools.brain, publicUrl: tools.publicUrl, now: new Date(store.now()), isPrivate: !payload.direct };
  const words = { text: escapeText(`${given.text}\n${textOf(given.answer, tools.brain.knowledge)}`) };
  const content = checked(() => previewMessage(given.answer, given.text, look), words, tools.onFault);
  return { send: () => whisper(content, payload, token, tools) };
}

async function sayFirst(
  ask: DailyAsk,
  asker: Asker,
  pinned: Language | undefined,
  talk: Talk,
): Promise<Spoken | Extract<Said, { kind: "preview" }>> {
  const { language, command } = commandOf(ask, asker, pinned, talk);
  if ("stopped" in command) {
    const text = command.own ? await talk.stopOwn(command.stopped, asker, language) : await talk.stopOne(command.stopped, asker, language);
    return { text, language, form: false, subscription: null, isNew: false };
  }
  const said = await talk.carryOut(command, asker, language);
  return said.kind === "preview" ? said : spokenOf(said, language);
}

type Wanted = { language: Language; command: Command | { stopped: string; own: boolean } };

function commandOf(ask: DailyAsk, { zone }: Asker, pinned: Language | undefined, talk: Talk): Wanted {
  switch (ask.kind) {
    case "words": {
      const parsed = talk.parse(ask.text, { zone, language: pinned });
      return parsed ?? { language: pinned ?? "nb", command: { kind: "help" } };
    }
    case "form": {
      const { kind: _kind, ...schedule } = ask;
      return { language: pinned ?? ask.language, command: { ...schedule, kind: "subscribe", zone: zone ?? NORWEGIAN_ZONE } };
    }
    case "stop":
      return { language: pinned ?? ask.language, command: { stopped: ask.subscription, own: ask.own } };
  }
}

/** The person's own time zone; undefined where Slack does not tell: then it is Norwegian time. */
async function zoneOf(client: WebClient, user: string): Promise<string | undefined> {
  try {
    return validZone((await client.users.info({ user })).user?.tz ?? "");
  } catch {
    // The confirmation names the zone, so that a wrong one is seen.
    return undefined;
  }
}

/** Says what came of it: to all where a subscription was set up, else to who asked. */
async function tell(said: Spoken, payload: DailyTalkPayload, token: string, tools: DailyTools): Promise<Outcome> {
  const { text, language, form, subscription, isNew } = said;
  // The button that opens the form is for who asked: others who read along may not be allowed to post.
  if (form) return whisper(wordsWithForm(text, language), payload, token, tools);
  if (subscription === null) return answerAsker(plainMessage(text), payload, token, tools);
  const content = wordsWithStop(text, subscription, language);
  const outcome = await tools.poster.post(token, inThread(payload.channel, payload.thread), content);
  if (outcome.state !== "failed" || !faultIn(outcome.reason)) return outcome;
  // It may not write there, so that no fact could come either.
  if (isNew) await stop(tools.store, subscription, faultIn(outcome.reason) ?? null);
  return whisper(plainMessage(dailyWord(language, "inviteMe")), payload, token, tools);
}

/** In the thread or direct conversation that it was asked in; after a command, to the asker alone. */
function answerAsker(content: SlackMessage, payload: DailyTalkPayload, token: string, tools: DailyTools): Promise<Outcome> {
  if (payload.responseUrl !== null) return whisper(content, payload, token, tools);
  return tools.poster.post(token, inThread(payload.channel, payload.thread), content);
}

/** To the asker alone, wherever that can be. */
function whisper(content: SlackMessage, payload: DailyTalkPayload, token: string, tools: DailyTools): Promise<Outcome> {
  const { responseUrl, channel, thread, user, direct } = payload;
  if (responseUrl !== null) return tools.poster.respond(responseUrl, content, PRIVATELY);
  if (direct) return tools.poster.post(token, inThread(channel, thread), content);
  return outcomeOf(
    () => tools.poster.client(token).chat.postEphemeral({ ...inThread(channel, thread), user, ...content } as never) as never,
  );
}
