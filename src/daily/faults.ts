/** What befalls a channel: it is archived, the bot is removed, its token is revoked. The subscription waits until that is over. */
import { plan } from "../outbox/outbox.ts";
import type { Store } from "../store/open.ts";
import type { Queries } from "../store/schema.ts";
import { type Place, planNext, subscriptionOf } from "./subscriptions.ts";

export const FAULTS = ["archived", "removed", "revoked"] as const;
export type Fault = (typeof FAULTS)[number];

/** The platforms' words for them, as they stand in the reason of a failed message. */
const WORDS: Readonly<Record<Fault, RegExp>> = {
  archived: /\bis_archived\b|ChannelArchived|ThreadArchived/i,
  removed:
    /\b(?:not_in_channel|channel_not_found|team_access_not_granted)\b|BotNotInConversationRoster|ConversationNotFound|BotDisabledByAdmin/i,
  revoked: /\b(?:token_revoked|account_inactive|invalid_auth|token_expired|not_authed|app_uninstalled)\b/i,
};

/** How long a notice is worth sending. */
const NOTICE_WORTH_MS = 24 * 60 * 60 * 1000;

/** What the outbox holds of a notice to who set a subscription up. */
export type NoticePayload = { subscription: string; fault: Fault };

/** What befell the channel, read off why a post failed; undefined for other reasons. */
export function faultIn(reason: string | null): Fault | undefined {
  return reason === null ? undefined : FAULTS.find((fault) => WORDS[fault].test(reason));
}

/**
 * Pauses a subscription until its fault is over, and has the person who set it up told, once.
 * @returns false when it was not active
 */
export async function pauseForFault(store: Store, queries: Queries, id: string, fault: Fault): Promise<boolean> {
  const now = store.now();
  const row = await queries
    .updateTable("subscriptions")
    .set({ state: "paused", reason: fault, paused_until: null, next_date: null, next_due_at: null, updated_at: now })
    .where("id", "=", id)
    .where("state", "=", "active")
    .returning(["platform", "workspace"])
    .executeTakeFirst();
  if (!row) return false;
  const payload: NoticePayload = { subscription: id, fault };
  const key = `daily-notice:${id}:${now}`;
  await plan(store, { ...row, key, channel: null, kind: "daily-notice", lane: key, seq: "1", payload, worthMs: NOTICE_WORTH_MS }, queries);
  return true;
}

/** Where a fault befell or is over: one channel, or the whole workspace. */
type Where = Omit<Place, "channel"> & { channel?: string };

/** For a surface that is told of a fault by an event. @returns how many subscriptions pause */
export async function pauseChannel(store: Store, where: Where, fault: Fault): Promise<number> {
  const ids = await idsIn(store, where, "active");
  return store.database.transaction().execute(async (queries) => {
    let paused = 0;
    for (const id of ids) if (await pauseForFault(store, queries, id, fault)) paused += 1;
    return paused;
  });
}

/** For a surface that is told that faults are over. @returns how many subscriptions go on */
export async function resumeChannel(store: Store, where: Where, faults: readonly Fault[] = FAULTS): Promise<number> {
  const ids = await idsIn(store, where, "paused");
  let resumed = 0;
  for (const id of ids) {
    const row = await store.database.selectFrom("subscriptions").selectAll().where("id", "=", id).executeTakeFirst();
    if (row?.state !== "paused" || !faults.some((fault) => fault === row.reason)) continue;
    await planNext(store.database, subscriptionOf(row), store.now());
    resumed += 1;
  }
  return resumed;
}

async function idsIn(store: Store, { platform, workspace, channel }: Where, state: "active" | "paused"): Promise<string[]> {
  const all = store.database
    .selectFrom("subscriptions")
    .select("id")
    .where("platform", "=", platform)
    .where("workspace", "=", workspace)
    .where("state", "=", state);
  const rows = await (channel === undefined ? all : all.where("channel", "=", channel)).execute();
  return rows.map(({ id }) => id);
}
