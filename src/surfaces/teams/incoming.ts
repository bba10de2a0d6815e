/** An activity that is no invoke becomes a row of the outbox, or a kept or forgotten conversation. */

import { type Fault, pauseChannel, resumeChannel } from "../../daily/faults.ts";
import { type Message, plan } from "../../outbox/outbox.ts";
import { forgetConversation, keepConversation } from "../../store/conversations.ts";
import type { Queries } from "../../store/schema.ts";
import type { Activity } from "./activity.ts";
import { isOnlyCard, isPersonal, localeOf, placeOf, tenantOf, threadOf, wordsOf } from "./activity.ts";
import type { ReplyPayload, WelcomePayload } from "./courier.ts";
import { dailyTalkOf } from "./daily/talk-payload.ts";
import type { Parts } from "./parts.ts";
import { pseudonymOf } from "./person.ts";

/** An answer that comes later than this is of no use in a conversation. */
const WORTH_MS = 10 * 60_000;
const SEQ_DIGITS = 15;

/** Takes an activity; all is written when it returns. @returns whether there is something to send */
export async function takeActivity(activity: Activity, parts: Parts): Promise<boolean> {
  switch (activity.type) {
    case "message":
      return takeMessage(activity, parts);
    case "conversationUpdate":
      if (activity.channelData?.eventType === "teamUnarchived") return goOn(activity, parts, "archived");
      if (includesBot(activity.membersAdded, activity)) return install(activity, parts);
      if (includesBot(activity.membersRemoved, activity)) return uninstall(activity, parts);
      return false;
    case "installationUpdate":
      return activity.action?.startsWith("add") ? install(activity, parts) : uninstall(activity, parts);
    default:
      return false;
  }
}

async function takeMessage(activity: Activity, { store, pseudonym, talk }: Parts): Promise<boolean> {
  // Without an id nobody could tell a repeated message from a new one.
  if (activity.id === undefined || isOnlyCard(activity)) return false;
  const daily = dailyTalkOf(activity, pseudonym, talk);
  if (daily) return (await plan(store, rowOf(activity, activity.id, "daily-talk", daily, store.now()))) === "planned";
  const payload: ReplyPayload = {
    serviceUrl: activity.serviceUrl,
    text: wordsOf(activity),
    locale: localeOf(activity),
    person: pseudonymOf(activity, pseudonym),
    thread: threadOf(activity),
    suggestTo: isPersonal(activity) ? activity.from.id : undefined,
  };
  return (await plan(store, rowOf(activity, activity.id, "reply", payload, store.now()))) === "planned";
}

/** Keeps where it was installed; a conversation that is new gets the welcome, in the same transaction. */
async function install(activity: Activity, parts: Parts): Promise<boolean> {
  const { store } = parts;
  await goOn(activity, parts, "removed");
  return store.database.transaction().execute(async (queries: Queries) => {
    const now = store.now();
    const isNew = await keepConversation(queries, {
      id: installedIn(activity),
      platform: "teams",
      workspace: tenantOf(activity),
      reference: {
        serviceUrl: activity.serviceUrl,
        conversation: activity.conversation,
        bot: activity.recipient,
        locale: localeOf(activity),
      },
      addedAt: now,
    });
    if (!isNew) return false;
    const payload: WelcomePayload = { serviceUrl: activity.serviceUrl, locale: localeOf(activity) };
    return (await plan(store, rowOf(activity, `welcome:${now}`, "welcome", payload, now), queries)) === "planned";
  });
}

async function uninstall(activity: Activity, { store }: Parts): Promise<boolean> {
  await forgetConversation(store.database, installedIn(activity));
  const where = { platform: "teams", workspace: tenantOf(activity), channel: placeOf(activity) };
  return (await pauseChannel(store, where, "removed")) > 0;
}

/** The facts of the day that paused for a reason that is gone; which channels a team has is not told. */
async function goOn(activity: Activity, { store }: Parts, fault: Fault): Promise<false> {
  const place = fault === "archived" ? {} : { channel: placeOf(activity) };
  await resumeChannel(store, { platform: "teams", workspace: tenantOf(activity), ...place }, [fault]);
  return false;
}

function includesBot(members: Activity["membersAdded"], { recipient }: Activity): boolean {
  return members?.some(({ id }) => id === recipient.id) === true;
}

/** The key under which an installation is kept. */
function installedIn(activity: Activity): string {
  return `teams:${tenantOf(activity)}:${placeOf(activity)}`;
}

function rowOf(activity: Activity, id: string, kind: string, payload: object, now: number): Message {
  const thread = threadOf(activity);
  const at = activity.timestamp === undefined ? Number.NaN : Date.parse(activity.timestamp);
  return {
    key: `${thread}:${id}`,
    platform: "teams",
    workspace: tenantOf(activity),
    channel: activity.conversation.id,
    lane: thread,
    seq: `${String(Number.isFinite(at) ? at : now).padStart(SEQ_DIGITS, "0")}:${id}`,
    kind,
    payload,
    worthMs: WORTH_MS,
  };
}
