/** Prepares Slack's messages: the question is answered here, just before its one request. */
import type { Answer } from "../../answers/answer.ts";
import { altOf } from "../../charts/alt.ts";
import { subscriptionsBy } from "../../daily/subscriptions.ts";
import type { Language } from "../../knowledge/languages.ts";
import type { Claimed } from "../../outbox/outbox.ts";
import type { Courier, Ready, Skip } from "../../outbox/sender.ts";
import type { Outcome } from "../../outbox/states.ts";
import { readThread, writeThreads } from "../../store/contexts.ts";
import { pinnedLanguage } from "../../store/people.ts";
import { type Context, EMPTY_CONTEXT, readContext, remember, writeContext } from "../../understanding/context.ts";
import { checkedText, checkMessage } from "../check-message.ts";
import { explanationOf, readCanonical } from "../follow-ups.ts";
import { linkedAnswer } from "../links.ts";
import { CHAT_WORDS } from "../words.ts";
import { type CourierTools, contentOf, inThread, NO_TOKEN, PRIVATELY, pictureToFollow, planUpload, threadKey } from "./courier-parts.ts";
import { homeView } from "./home.ts";
import { blocksRefused, outcomeOf, outcomeOfError } from "./outcome.ts";
import * as payloads from "./payloads.ts";
import { ACTIONS, button, plainMessage } from "./render/answer-message.ts";
import { escapeText } from "./render/escape.ts";
import { type SlackBlock, type SlackMessage, slackHome, withoutPictures } from "./render/limits.ts";
import { unfurlsOf } from "./unfurl.ts";

/** Slack's couriers by platform and kind, for the sender. */
export function slackCouriers(tools: CourierTools): Readonly<Record<string, Courier>> {
  return {
    "slack/reply": (message) => reply(message, tools),
    "slack/private": (message) => privately(message, tools),
    "slack/upload": (message) => upload(message, tools),
    "slack/home": (message) => home(message, tools),
    "slack/prompts": (message) => prompts(message, tools),
    "slack/unfurl": (message) => unfurl(message, tools),
    "slack/notice": (message) => notice(message, tools),
  };
}

type Asked = { text: string } | { canonical: string };

/** Answers in words or from a button; undefined for a button that the catalogue no longer knows. */
function answerTo(
  asked: Asked,
  context: Context,
  pinned: Language | undefined,
  { brain, store, onAnswer }: CourierTools,
): { answer: Answer; context: Context } | undefined {
  if ("text" in asked) {
    const result = brain.ask({ text: asked.text, pinned, now: new Date(store.now()) }, context);
    onAnswer(result.answer, asked.text);
    return result;
  }
  const question = readCanonical(asked.canonical, brain);
  if (!question) return undefined;
  const answer = brain.answerQuestion(pinned ? { ...question, language: pinned } : question);
  onAnswer(answer, undefined);
  return { answer, context: remember(context, answer.question) };
}

async function reply(message: Claimed, tools: CourierTools): Promise<Ready | Skip> {
  const payload = payloads.replyPayload.parse(message.payload);
  const { brain, store, poster } = tools;
  const token = await tools.tokens(payload);
  if (token === undefined) return NO_TOKEN;
  const { channel, thread, direct } = payload;
  const threads = [
    ...(thread === null ? [] : [threadKey(message.workspace, channel, thread)]),
    ...(direct ? [threadKey(message.workspace, channel)] : []),
  ];
  const [known, pinned] = await Promise.all([
    readThread(store.database, threads, store.now()),
    pinnedLanguage(store.database, payload.person),
  ]);
  const before = readContext(known, (key) => brain.isSubject(key));
  const result = answerTo(payload.asked, before, pinned, tools);
  if (!result) return { skip: "a button of a figure that there is no more" };
  const { answer } = result;
  if (!payload.addressed && "text" in payload.asked && isForOthers(answer, payload.asked.text)) return { skip: "talk between people" };
  const content = contentOf(answer, false, tools);
  const picture = pictureToFollow(answer, tools);
  return {
    send: () => poster.post(token, inThread(channel, thread), content),
    async afterSent(queries) {
      await writeThreads(queries, threads, { workspace: message.workspace, context: writeContext(result.context), now: store.now() });
      if (picture !== undefined) await planUpload(message, payload, picture, queries, store);
    },
  };
}

/** People who talk to each other in a thread are not answered with "I have no such figure". */
function isForOthers(answer: Answer, text: string): boolean {
  if (answer.answered || answer.intent === "clarify" || answer.intent === "emergency") return false;
  return !text.includes("?") || answer.question.subjects.length === 0;
}

async function upload(message: Claimed, { brain, poster, tokens }: CourierTools): Promise<Ready | Skip> {
  const payload = payloads.uploadPayload.parse(message.payload);
  const token = await tokens(payload);
  if (token === undefined) return NO_TOKEN;
  const question = readCanonical(payload.canonical, brain);
  const linked = question && linkedAnswer(brain.answerQuestion(question), brain);
  if (!linked?.picture) return { skip: "nothing to draw" };
  const { renderPng } = await import("../../charts/render.ts");
  const png = await renderPng(linked.picture);
  const alt = altOf(linked.picture);
  const client = poster.client(token);
  // Nothing is seen of a file until its last step, so the first two may be repeated.
  const about = { filename: "helsetall.png", length: png.length, alt_text: alt.slice(0, 1_000) };
  const place = await client.files.getUploadURLExternal(about).catch((error: unknown) => refusalOf(error));
  if ("state" in place) return { send: async () => place };
  if (!place.upload_url || !place.file_id) throw new Error("Slack gave no address for the upload");
  await poster.putFile(place.upload_url, png);
  const file = { id: place.file_id, title: linked.answer.headline.split("\n")[0]?.slice(0, 250) ?? "Helsetall" };
  return {
    send: () =>
      outcomeOf(
        () =>
          client.files.completeUploadExternal({
            files: [file],
            channel_id: payload.channel,
            ...(payload.thread !== null && { thread_ts: payload.thread }),
          } as never) as never,
      ),
  };
}

/** What Slack answered instead of a place for a file. @throws the error again where it answered nothing of use */
function refusalOf(error: unknown): Extract<Outcome, { state: "failed" | "later" }> {
  const outcome = outcomeOfError(error);
  if (outcome.state === "failed" || outcome.state === "later") return outcome;
  throw error;
}

async function privately(message: Claimed, tools: CourierTools): Promise<Ready | Skip> {
  const { responseUrl, channel, thread, person, what, ...where } = payloads.privatePayload.parse(message.payload);
  const { brain, store, poster } = tools;
  const pinned = await pinnedLanguage(store.database, person);
  const now = new Date(store.now());
  const threads = [privateKey(message.workspace, person)];
  const post = (content: SlackMessage, more: Record<string, unknown> = {}) =>
    poster.respond(responseUrl, content, { ...PRIVATELY, unfurl_links: false, ...(thread !== null && { thread_ts: thread }), ...more });
  switch (what.kind) {
    case "words":
      return { send: () => post(plainMessage(what.text)) };
    case "why": {
      const question = readCanonical(what.canonical, brain);
      const text = question
        ? explanationOf(pinned ? { ...question, language: pinned } : question, brain)
        : CHAT_WORDS[pinned ?? "nb"].oldButton;
      return { send: () => post(plainMessage(text)) };
    }
    case "check":
      return { send: () => post(plainMessage(checkedText(checkMessage(what.text, brain, { now, pinned })))) };
    case "reason": {
      const words = CHAT_WORDS[pinned ?? readCanonical(what.canonical, brain)?.language ?? "nb"];
      const buttons = Object.entries(words.reasons).map(([reason, label]) =>
        button(label, `${ACTIONS.reason}:${reason}`, `${reason} ${what.voter} ${what.canonical}`),
      );
      return { send: () => post(plainMessage(words.askReason, [{ type: "actions", block_id: "reason", elements: buttons }])) };
    }
    case "share": {
      const shared = answerTo({ canonical: what.canonical }, EMPTY_CONTEXT, undefined, tools);
      if (!shared) return { send: () => post(plainMessage(CHAT_WORDS[pinned ?? "nb"].oldButton)) };
      const content = contentOf(shared.answer, false, tools);
      const picture = pictureToFollow(shared.answer, tools);
      return {
        send: () => post(content, { response_type: "in_channel" }),
        async afterSent(queries) {
          if (picture !== undefined && channel !== undefined)
            await planUpload(message, { ...where, channel, thread }, picture, queries, store);
        },
      };
    }
    case "answer": {
      const known = await readThread(store.database, threads, store.now());
      const result = answerTo(
        what.asked,
        readContext(known, (key) => brain.isSubject(key)),
        pinned,
        tools,
      );
      if (!result) return { send: () => post(plainMessage(CHAT_WORDS[pinned ?? "nb"].oldButton)) };
      const content = contentOf(result.answer, true, tools);
      return {
        send: () => post(content),
        afterSent: (queries) =>
          writeThreads(queries, threads, { workspace: message.workspace, context: writeContext(result.context), now: store.now() }),
      };
    }
  }
}

async function home(message: Claimed, { brain, store, poster, tokens, publicUrl, talk, onFault }: CourierTools): Promise<Ready | Skip> {
  const { user, person, ...where } = payloads.homePayload.parse(message.payload);
  const token = await tokens(where);
  if (token === undefined) return NO_TOKEN;
  const pinned = await pinnedLanguage(store.database, person);
  const subscribed = await subscriptionsBy(store.database, { platform: "slack", workspace: message.workspace, person });
  const daily = await Promise.all(
    subscribed.map(async (one) => ({ id: one.id, channel: one.channel, plan: await talk.plan(one, pinned ?? "nb") })),
  );
  const view = slackHome.parse(homeView(brain, { pinned, publicUrl, now: new Date(store.now()), daily }));
  const publish = (blocks: SlackBlock[]) =>
    outcomeOf(() => poster.client(token).views.publish({ user_id: user, view: { ...view, blocks } } as never) as never);
  return {
    async send() {
      const outcome = await publish(view.blocks);
      if (!blocksRefused(outcome)) return outcome;
      onFault(new Error(`Slack refused the App Home: ${outcome.reason}`), "blocks");
      return publish(withoutPictures(view.blocks));
    },
  };
}

async function prompts(message: Claimed, { poster, store, tokens }: CourierTools): Promise<Ready | Skip> {
  const { channel, person, ...where } = payloads.promptsPayload.parse(message.payload);
  const token = await tokens(where);
  if (token === undefined) return NO_TOKEN;
  const words = CHAT_WORDS[(await pinnedLanguage(store.database, person)) ?? "nb"];
  const body = { channel_id: channel, prompts: words.starters.map((text) => ({ title: text, message: text })) };
  return { send: () => outcomeOf(() => poster.client(token).apiCall("assistant.threads.setSuggestedPrompts", body) as never) };
}

async function unfurl(message: Claimed, { brain, poster, tokens, publicUrl }: CourierTools): Promise<Ready | Skip> {
  const { channel, ts, draft, urls, ...where } = payloads.unfurlPayload.parse(message.payload);
  const token = await tokens(where);
  if (token === undefined) return NO_TOKEN;
  const unfurls = publicUrl ? unfurlsOf(urls, brain, publicUrl) : {};
  if (Object.keys(unfurls).length === 0) return { skip: "no link of ours" };
  const place = draft === undefined ? { channel, ts } : { unfurl_id: draft, source: "composer" };
  return { send: () => outcomeOf(() => poster.client(token).chat.unfurl({ ...place, unfurls } as never) as never) };
}

async function notice(message: Claimed, { poster, tokens }: CourierTools): Promise<Ready | Skip> {
  const { channel, thread, text, ...where } = payloads.noticePayload.parse(message.payload);
  const token = await tokens(where);
  if (token === undefined) return NO_TOKEN;
  return { send: () => poster.post(token, inThread(channel, thread), { text: escapeText(text) }) };
}

function privateKey(workspace: string, person: string): string {
  return `slack:${workspace}:private:${person}`;
}
