/** What is heard in Slack about the fact of the day: commands, buttons, the form, and channels that come back. */
import type { App } from "@slack/bolt";
import { z } from "zod";
import { type Fault, resumeChannel } from "../../../daily/faults.ts";
import type { Talk } from "../../../daily/talk.ts";
import { dailyWord } from "../../../daily/words.ts";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import type { Message } from "../../../outbox/outbox.ts";
import type { Store } from "../../../store/open.ts";
import { pinnedLanguage } from "../../../store/people.ts";
import type * as heard from "../heard.ts";
import type { DailyAsk, DailyTalkPayload, Where } from "../payloads.ts";
import { ACTIONS } from "../render/answer-message.ts";
import { plainText } from "../render/escape.ts";
import { FORM, formPlace, formView, readForm } from "./form.ts";

type Place = Where & { workspace: string };
type ContextOfBolt = { teamId?: string | undefined; enterpriseId?: string | undefined; botUserId?: string | undefined };

export type DailyListenerTools = {
  talk: Talk;
  store: Store;
  placeOf(context: ContextOfBolt): Place | undefined;
  personOf(place: Place, user: string): string;
  write(place: Place, row: Pick<Message, "key" | "kind" | "channel" | "lane" | "seq" | "worthMs"> & { payload: object }): Promise<void>;
  /** Opens a modal within the seconds that Slack allows. @returns false when it could not */
  openView(where: Where, triggerId: string, view: object): Promise<boolean>;
};

export type DailyListeners = {
  /** Takes a message to Helsetall. @returns false when it is no command about the fact of the day */
  takeMessage(place: Place, message: heard.Heard, key: string): Promise<boolean>;
  /** Takes a slash command. @returns undefined when it is none of ours, else what to say at once, if anything */
  takeCommand(place: Place, body: z.infer<typeof heard.commandBody>): Promise<{ text?: string } | undefined>;
  /** Takes a click. @returns false when the button is none of ours */
  takeAction(place: Place, body: heard.ActionBody): Promise<boolean>;
};

const WORTH_MS = 25 * 60_000;
/** What is over when a channel tells this. Nobody joins an archived channel, and its opening may not have been told. */
const BACK: Readonly<Record<string, readonly Fault[]>> = {
  channel_unarchive: ["archived"],
  group_unarchive: ["archived"],
  channel_join: ["removed", "archived"],
  group_join: ["removed", "archived"],
};

const viewBody = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({ id: z.string(), private_metadata: z.string(), state: z.object({ values: z.unknown() }) }),
});
const backEvent = z.object({ subtype: z.string(), channel: z.string(), user: z.string().optional() });

export function addDailyListeners(app: App, tools: DailyListenerTools): DailyListeners {
  const { talk, store, placeOf, personOf, write, openView } = tools;

  type Asked = Pick<DailyTalkPayload, "user" | "channel" | "thread" | "responseUrl" | "direct"> & {
    key: string;
    seq: string;
    ask: DailyAsk;
  };

  function writeTalk(place: Place, { key, seq, ...asked }: Asked): Promise<void> {
    return write(place, {
      ...{ key, kind: "daily-talk", channel: `slack:${place.workspace}:${asked.channel}`, seq, worthMs: WORTH_MS },
      lane: `slack:${place.workspace}:daily:${asked.channel}`,
      payload: { ...asked, person: personOf(place, asked.user) } satisfies Omit<DailyTalkPayload, keyof Where>,
    });
  }

  const languageOf = async (place: Place, user: string, said: Language) =>
    (await pinnedLanguage(store.database, personOf(place, user))) ?? said;

  app.view(FORM, async ({ body, context, ack }) => {
    const place = placeOf(context);
    const parsed = viewBody.safeParse(body);
    if (!place || !parsed.success) return ack();
    const { user, view } = parsed.data;
    const { channel, responseUrl } = formPlace.parse(JSON.parse(view.private_metadata));
    const { subjects: words, ...filled } = readForm(view.state.values);
    const subjects = words === "" ? [] : talk.subjectsOf(words);
    if (words !== "" && subjects.length === 0) {
      const language = await languageOf(place, user.id, filled.language);
      return ack({ response_action: "errors", errors: { subjects: dailyWord(language, "formUnknownSubject") } });
    }
    const key = `slack:${place.workspace}:daily-form:${view.id}`;
    const ask: DailyAsk = { kind: "form", ...filled, subjects: [...subjects] };
    const direct = channel.startsWith("D");
    await writeTalk(place, { key, seq: String(store.now()), user: user.id, channel, thread: null, responseUrl, direct, ask });
    await ack();
  });

  app.event("message", async ({ event, context }) => {
    const place = placeOf(context);
    const parsed = backEvent.safeParse(event);
    const faults = parsed.success ? BACK[parsed.data.subtype] : undefined;
    if (!place || !parsed.success || !faults) return;
    if (faults.includes("removed") && parsed.data.user !== context.botUserId) return;
    await resumeChannel(store, { platform: "slack", workspace: place.workspace, channel: parsed.data.channel }, faults);
  });

  return {
    async takeMessage(place, { text, user, channel, thread, ts, direct }, key) {
      if (talk.parse(text, {}) === undefined) return false;
      const ask: DailyAsk = { kind: "words", text };
      await writeTalk(place, {
        key,
        seq: ts,
        user,
        channel,
        thread: direct && thread === ts ? null : thread,
        responseUrl: null,
        direct,
        ask,
      });
      return true;
    },
    async takeCommand(place, { user_id: user, channel_id: channel, text: raw, response_url: responseUrl, trigger_id }) {
      const text = plainText(raw);
      const parsed = talk.parse(text, {});
      if (!parsed) return undefined;
      if (parsed.command.kind === "form") {
        const language = await languageOf(place, user, parsed.language);
        const isOpen = await openView(place, trigger_id, formView({ channel, responseUrl }, language));
        return isOpen ? {} : { text: dailyWord(language, "help") };
      }
      const key = `slack:${place.workspace}:command:${trigger_id}`;
      const ask: DailyAsk = { kind: "words", text };
      const direct = channel.startsWith("D");
      await writeTalk(place, { key, seq: String(store.now()), user, channel, thread: null, responseUrl, direct, ask });
      return {};
    },
    async takeAction(place, body) {
      const [action] = body.actions;
      // A number behind a colon tells buttons of one kind apart.
      const [name] = action?.action_id.split(":") ?? [];
      if (!action || (name !== ACTIONS.dailyStop && name !== ACTIONS.dailyForm)) return false;
      const user = body.user.id;
      const channel = body.channel?.id;
      const responseUrl = body.response_url ?? null;
      if (name === ACTIONS.dailyForm) {
        const said = LANGUAGES.find((one) => one === action.value) ?? "nb";
        const view = channel && formView({ channel, responseUrl }, await languageOf(place, user, said));
        if (view) await openView(place, body.trigger_id, view);
        return true;
      }
      const [subscription = "", shown] = (action.value ?? "").split(" ");
      const language = LANGUAGES.find((one) => one === shown) ?? "nb";
      const own = channel === undefined;
      await writeTalk(place, {
        // Pressed twice, it stops once and says so each time.
        ...{ key: `slack:${place.workspace}:daily-stop:${body.trigger_id}`, seq: action.action_ts, user },
        // From the App Home the answer goes to the person's direct conversation, which Slack opens for a user id.
        ...{ channel: channel ?? user, thread: null, responseUrl, direct: own || channel.startsWith("D") },
        ask: { kind: "stop", subscription, language, own },
      });
      return true;
    },
  };
}
