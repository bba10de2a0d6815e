/** What is done when Slack tells of something: a row of the outbox, written before Slack is told that it was heard. */
import type { App } from "@slack/bolt";
import type { z } from "zod";
import { pauseChannel } from "../../daily/faults.ts";
import type { Talk } from "../../daily/talk.ts";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { hasOpenLane, type Message, plan } from "../../outbox/outbox.ts";
import { readThread } from "../../store/contexts.ts";
import { erase } from "../../store/kept.ts";
import type { Store } from "../../store/open.ts";
import { pinLanguage, pinnedLanguage, REASONS, vote } from "../../store/people.ts";
import type { Brain } from "../brain.ts";
import { readCanonical } from "../follow-ups.ts";
import { RateLimit } from "../rate-limit.ts";
import { CHAT_WORDS } from "../words.ts";
import { REPLY_WORTH_MS, threadKey } from "./courier-parts.ts";
import { addDailyListeners, type DailyListenerTools } from "./daily/listeners.ts";
import * as heard from "./heard.ts";
import { FOLLOW } from "./home.ts";
import { Lately } from "./lately.ts";
import type * as payloads from "./payloads.ts";
import { ACTIONS } from "./render/answer-message.ts";
import { plainText } from "./render/escape.ts";

export type ListenerTools = {
  brain: Brain;
  store: Store;
  /** Stands for a person, so that nobody can be read back. */
  pseudonym(...parts: string[]): string;
  isAllowed(where: payloads.Where): boolean;
  /** Has the sender look for work. */
  wake(): void;
  /** Told of a message that was not taken, since too many wait in its channel. */
  onFull(message: Pick<Message, "key" | "kind" | "platform">): void;
  /** Questions a minute that one person may ask. */
  questionsPerMinute?: number;
  /** Removes an installation; called when the app was removed. */
  forgetInstallation(workspace: string): Promise<void>;
  talk: Talk;
  openView: DailyListenerTools["openView"];
};

const QUESTIONS_PER_MINUTE = 20;
/** Buttons that ask something. */
const ASKING: ReadonlySet<string> = new Set([ACTIONS.ask, ACTIONS.proof, ACTIONS.why, ACTIONS.share]);
const RESPONSE_WORTH_MS = 25 * 60_000;

type Place = payloads.Where & { workspace: string };
type ContextOfBolt = {
  teamId?: string | undefined;
  enterpriseId?: string | undefined;
  isEnterpriseInstall?: boolean;
  botUserId?: string | undefined;
};

export function addListeners(app: App, tools: ListenerTools): void {
  const { brain, store, pseudonym, isAllowed, wake, questionsPerMinute = QUESTIONS_PER_MINUTE } = tools;
  const limit = new RateLimit(questionsPerMinute);
  const lately = new Lately<boolean>();

  /** Where it happened, or undefined where Helsetall is not switched on. */
  function placeOf(context: ContextOfBolt): Place | undefined {
    const where = whereOf(context);
    return where && isAllowed(where) ? { ...where, workspace: where.team } : undefined;
  }

  const personOf = (place: Place, user: string) => pseudonym("slack", place.workspace, user);

  async function write(
    place: Place,
    row: Pick<Message, "key" | "kind" | "channel" | "lane" | "seq" | "worthMs"> & { payload: object },
  ): Promise<void> {
    const payload = { team: place.team, enterprise: place.enterprise, ...row.payload };
    const message = { ...row, platform: "slack", workspace: place.workspace, payload };
    if ((await plan(store, message)) === "full") tools.onFull(message);
    wake();
  }

  /** A row for what only one person sees. */
  async function writePrivate(
    place: Place,
    key: string,
    seq: string,
    payload: Omit<z.infer<typeof payloads.privatePayload>, "team" | "enterprise">,
  ): Promise<void> {
    const lane = `slack:${place.workspace}:private:${payload.person}`;
    await write(place, { key, kind: "private", channel: null, lane, seq, payload, worthMs: RESPONSE_WORTH_MS });
  }

  const daily = addDailyListeners(app, { talk: tools.talk, openView: tools.openView, store, placeOf, personOf, write });

  /** Whether a person asks faster than anyone reads; who does is told so once a minute. */
  const tooFast = (person: string) => limit.take(person, store.now()) > 0;
  const slowKey = (place: Place, person: string) => `slack:${place.workspace}:slow:${person}:${Math.floor(store.now() / 60_000)}`;
  const slowWords = async (person: string, said: Language = "nb") =>
    CHAT_WORDS[(await pinnedLanguage(store.database, person)) ?? said].slowDown;

  async function onMessage(event: unknown, context: ContextOfBolt): Promise<void> {
    const place = placeOf(context);
    const message = place && heard.readMessage(event, context.botUserId);
    if (!message) return;
    const { channel, thread, ts, user, text, direct, addressed } = message;
    const lane = threadKey(place.workspace, channel, direct ? "" : thread);
    if (!addressed && (message.toOthers || !(await isTalkedTo(lane)))) return;
    const person = personOf(place, user);
    const key = `slack:${place.workspace}:${channel}:${ts}`;
    const row = { channel: `slack:${place.workspace}:${channel}`, lane, seq: ts, worthMs: REPLY_WORTH_MS };
    if (addressed && (await daily.takeMessage(place, message, key))) return;
    // Both events of one mention count once, and an event that Slack repeats is known.
    if (lately.get(key, () => tooFast(person)) && !(await isKnown(key))) {
      const payload = { channel, thread, text: await slowWords(person) };
      await write(place, { ...row, key: slowKey(place, person), kind: "notice", payload });
      return;
    }
    await write(place, { ...row, key, kind: "reply", payload: { person, channel, thread, direct, addressed, asked: { text } } });
  }

  async function isKnown(key: string): Promise<boolean> {
    return (await store.database.selectFrom("outbox").select("key").where("key", "=", key).executeTakeFirst()) !== undefined;
  }

  async function isTalkedTo(lane: string): Promise<boolean> {
    return (await readThread(store.database, [lane], store.now())) !== undefined || (await hasOpenLane(store.database, lane));
  }

  app.event("app_mention", async ({ event, context }) => onMessage(event, context));
  app.event("message", async ({ event, context }) => onMessage(event, context));

  app.command("/helsetall", async ({ body, context, ack }) => {
    const place = placeOf(context);
    if (!place) return ack({ response_type: "ephemeral", text: CHAT_WORDS.nb.notAllowed });
    const parsed = heard.commandBody.parse(body);
    const { user_id, text, response_url, trigger_id } = parsed;
    const person = personOf(place, user_id);
    const taken = await daily.takeCommand(place, parsed);
    if (taken) return taken.text === undefined ? ack() : ack({ response_type: "ephemeral", text: taken.text });
    const pinned = await pinnedLanguage(store.database, person);
    if (tooFast(person)) return ack({ response_type: "ephemeral", text: await slowWords(person) });
    const asked = { text: plainText(text) || CHAT_WORDS[pinned ?? "nb"].starters.at(-1) || "hjelp" };
    await writePrivate(place, `slack:${place.workspace}:command:${trigger_id}`, String(store.now()), {
      person,
      responseUrl: response_url,
      thread: null,
      what: { kind: "answer", asked },
    });
    await ack();
  });

  app.shortcut("check_figure", async ({ body, context, ack }) => {
    const place = placeOf(context);
    if (place) {
      const { user, response_url, trigger_id, message } = heard.shortcutBody.parse(body);
      const person = personOf(place, user.id);
      const isTooFast = tooFast(person);
      await writePrivate(
        place,
        isTooFast ? slowKey(place, person) : `slack:${place.workspace}:shortcut:${trigger_id}`,
        String(store.now()),
        {
          person,
          responseUrl: response_url,
          thread: message.thread_ts ?? null,
          what: isTooFast ? { kind: "words", text: await slowWords(person) } : { kind: "check", text: heard.wordsOf(message) },
        },
      );
    }
    await ack();
  });

  app.action(/.*/, async ({ body, context, ack }) => {
    const place = placeOf(context);
    const parsed = heard.actionBody.safeParse(body);
    if (place && parsed.success) await onAction(place, parsed.data);
    await ack();
  });

  async function onAction(place: Place, body: heard.ActionBody): Promise<void> {
    const [action] = body.actions;
    if (!action) return;
    if (await daily.takeAction(place, body)) {
      // The App Home shows which subscriptions there are.
      if (body.container.type === "view") await writeHome(place, body.user.id, body.trigger_id);
      return;
    }
    const [name = ""] = action.action_id.split(":");
    const value = action.value ?? action.selected_option?.value ?? "";
    const person = personOf(place, body.user.id);
    const { message_ts: messageTs, is_ephemeral: isEphemeral = false } = body.container;
    const channel = body.channel?.id;
    const thread = body.container.thread_ts ?? body.message?.thread_ts ?? messageTs ?? null;
    // What all see comes once of one button; what only the asker sees comes each time, since Slack lets it vanish.
    const own = `slack:${place.workspace}:${name}:${channel ?? "home"}:${messageTs ?? body.trigger_id}`;
    const press = `slack:${place.workspace}:press:${body.trigger_id}`;
    const respond = (what: z.infer<typeof payloads.privatePayload>["what"], key = press) =>
      body.response_url === undefined
        ? Promise.resolve()
        : writePrivate(place, key, action.action_ts, {
            person,
            responseUrl: body.response_url,
            channel,
            thread: isEphemeral ? (body.container.thread_ts ?? null) : thread,
            what,
          });
    if (ASKING.has(name) && tooFast(person)) {
      const text = await slowWords(person, readCanonical(value, brain)?.language);
      return respond({ kind: "words", text }, slowKey(place, person));
    }
    switch (name) {
      case ACTIONS.ask: {
        if (isEphemeral) return respond({ kind: "answer", asked: { canonical: value } });
        return writeReply(place, { key: `${own}:${value}`, person, channel, user: body.user.id, thread, seq: action.action_ts, value });
      }
      case ACTIONS.proof:
        return respond({ kind: "answer", asked: { canonical: value } });
      case ACTIONS.why:
        return respond({ kind: "why", canonical: value });
      case ACTIONS.share:
        return respond({ kind: "share", canonical: value }, own);
      case ACTIONS.vote:
        return onVote(place, value, { person, message: `${channel}:${messageTs}`, respond });
      case ACTIONS.reason:
        return onReason(place, value, { respond, person });
      case ACTIONS.pin: {
        const language = LANGUAGES.find((one) => one === value);
        if (value !== FOLLOW && !language) return;
        await pinLanguage(store.database, { person, workspace: place.workspace, language, at: store.now() });
        return writeHome(place, body.user.id, body.trigger_id);
      }
      default:
    }
  }

  function writeReply(
    place: Place,
    about: { key: string; person: string; channel: string | undefined; user: string; thread: string | null; seq: string; value: string },
  ): Promise<void> {
    const { key, person, thread, seq, value } = about;
    // From the App Home an answer goes to the person's direct conversation, which Slack opens for a user id.
    const channel = about.channel ?? about.user;
    const direct = about.channel === undefined || channel.startsWith("D");
    const lane = threadKey(place.workspace, channel, direct ? "" : (thread ?? ""));
    const payload = { person, channel, thread: about.channel ? thread : null, direct, addressed: true, asked: { canonical: value } };
    return write(place, {
      key,
      kind: "reply",
      channel: `slack:${place.workspace}:${channel}`,
      lane,
      seq,
      payload,
      worthMs: REPLY_WORTH_MS,
    });
  }

  type Responding = {
    person: string;
    respond(what: z.infer<typeof payloads.privatePayload>["what"]): Promise<void>;
  };

  async function onVote(place: Place, value: string, { person, message, respond }: Responding & { message: string }): Promise<void> {
    const [choice, canonical = ""] = value.split(" ");
    const question = readCanonical(canonical, brain);
    if (!question || (choice !== "yes" && choice !== "no")) return;
    const voter = pseudonym("vote", place.workspace, person, message);
    const helpful = choice === "yes";
    await vote(store.database, { voter, workspace: place.workspace, question: canonical, helpful, at: store.now() });
    const words = CHAT_WORDS[(await pinnedLanguage(store.database, person)) ?? question.language];
    await respond(helpful ? { kind: "words", text: words.thanks } : { kind: "reason", canonical, voter });
  }

  async function onReason(place: Place, value: string, { respond, person }: Responding): Promise<void> {
    const [given, voter = "", canonical = ""] = value.split(" ");
    const reason = REASONS.find((one) => one === given);
    const question = readCanonical(canonical, brain);
    if (!reason || !question) return;
    await vote(store.database, { voter, workspace: place.workspace, question: canonical, helpful: false, reason, at: store.now() });
    const words = CHAT_WORDS[(await pinnedLanguage(store.database, person)) ?? question.language];
    await respond({ kind: "words", text: words.thanks });
  }

  function writeHome(place: Place, user: string, once: string): Promise<void> {
    const person = personOf(place, user);
    const lane = `slack:${place.workspace}:home:${person}`;
    return write(place, {
      key: `${lane}:${once}`,
      kind: "home",
      channel: null,
      lane,
      seq: String(store.now()),
      payload: { person, user },
      worthMs: REPLY_WORTH_MS,
    });
  }

  app.event("app_home_opened", async ({ event, body, context }) => {
    const place = placeOf(context);
    const parsed = heard.homeEvent.safeParse(event);
    if (!place || !parsed.success) return;
    const { user, channel, tab } = parsed.data;
    const once = String((body as { event_id?: unknown }).event_id ?? store.now());
    if (tab === "home") return writeHome(place, user, once);
    if (tab !== "messages" || channel === undefined) return;
    const lane = `slack:${place.workspace}:prompts:${channel}`;
    const payload = { person: personOf(place, user), channel };
    await write(place, { key: `${lane}:${once}`, kind: "prompts", channel: null, lane, seq: once, payload, worthMs: REPLY_WORTH_MS });
  });

  app.event("link_shared", async ({ event, context }) => {
    const place = placeOf(context);
    const parsed = heard.linkEvent.safeParse(event);
    if (!place || !parsed.success || parsed.data.user === context.botUserId) return;
    const { channel, message_ts: ts, source, unfurl_id, links } = parsed.data;
    const draft = source === "composer" ? unfurl_id : undefined;
    const key = `slack:${place.workspace}:unfurl:${draft ?? `${channel}:${ts}`}`;
    const payload = { channel, ts, draft, urls: links.map(({ url }) => url) };
    await write(place, { key, kind: "unfurl", channel: null, lane: key, seq: ts, payload, worthMs: REPLY_WORTH_MS });
  });

  app.event("app_uninstalled", async ({ context }) => {
    for (const workspace of installedIn(context)) {
      await tools.forgetInstallation(workspace);
      await erase(store, workspace);
    }
  });
  // Access may come back without a new set-up: the fact of the day waits for it, all else goes.
  app.event("tokens_revoked", async ({ context }) => {
    for (const workspace of installedIn(context)) {
      await tools.forgetInstallation(workspace);
      await erase(store, workspace, ["subscriptions", "deliveries"]);
      await pauseChannel(store, { platform: "slack", workspace }, "revoked");
    }
  });
}

/** Where the app was that is gone: the workspace that the event names, and its organisation where that had installed it. */
function installedIn({ teamId, enterpriseId, isEnterpriseInstall }: ContextOfBolt): string[] {
  const ids = isEnterpriseInstall ? [teamId, enterpriseId] : [teamId ?? enterpriseId];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

function whereOf({ teamId, enterpriseId }: ContextOfBolt): payloads.Where | undefined {
  const team = teamId ?? enterpriseId;
  return team === undefined ? undefined : { team, enterprise: enterpriseId ?? null };
}
