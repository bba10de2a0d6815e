/** The table of messages to send: planned once by their key, claimed by one process, ended in one state. */
import { type Selectable, sql } from "kysely";
import type { Store } from "../store/open.ts";
import type { OutboxState, OutboxTable, Queries } from "../store/schema.ts";
import { OPEN_STATES } from "./states.ts";

export type Message = Pick<OutboxTable, "key" | "platform" | "workspace" | "kind" | "lane" | "seq"> & {
  channel: string | null;
  /** What its courier needs; kept only until the message has ended. */
  payload: unknown;
  /** Milliseconds since 1970; now when left out. */
  dueAt?: number;
  /** How long it is worth sending, in milliseconds from when it is due. */
  worthMs: number;
  /** Larger numbers wait behind smaller ones, whenever they were due; 0 when left out. */
  priority?: number;
};

export type Claimed = Pick<
  OutboxTable,
  "key" | "platform" | "workspace" | "channel" | "lane" | "seq" | "kind" | "attempts" | "paced" | "planned_at"
> & {
  payload: unknown;
  expiresAt: number;
};

/** Longer than any request to a platform may take, so that a living sender never loses its claim. */
export const LEASE_MS = 30_000;
/** More open messages than this in one channel are not taken. */
export const MOST_IN_CHANNEL = 100;

/**
 * Plans a message.
 * @returns planned; known when its key was there already; full when its channel has too many open messages
 */
export async function plan(store: Store, message: Message, queries: Queries = store.database): Promise<"planned" | "known" | "full"> {
  const now = store.now();
  const { channel, dueAt = now, worthMs, payload, ...rest } = message;
  // Counted within the same statement: on its own it would cost another round trip for each message.
  const isFull = sql<boolean>`(select count(*) from outbox where channel = ${channel} and ${isOpen}) >= ${MOST_IN_CHANNEL}`;
  const result = await queries
    .insertInto("outbox")
    .values({
      ...rest,
      channel,
      payload: sql<string | null>`case when ${isFull} then null else ${JSON.stringify(payload)} end`,
      state: sql<OutboxState>`case when ${isFull} then 'skipped' else 'planned' end`,
      due_at: dueAt,
      expires_at: dueAt + worthMs,
      lease_until: null,
      owner: null,
      attempts: 0,
      paced: 0,
      reason: sql<string | null>`case when ${isFull} then 'too many messages wait in this channel' end`,
      remote_id: null,
      planned_at: now,
      finished_at: sql<number | null>`case when ${isFull} then cast(${now} as bigint) end`,
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("state")
    .executeTakeFirst();
  if (!result) return "known";
  return result.state === "skipped" ? "full" : "planned";
}

/** Written as the indexes have it, so that they are used. */
const isOpen = sql<boolean>`state in ('planned', 'claimed', 'sending')`;

/** Whether a lane has messages that have not ended. */
export async function hasOpenLane(queries: Queries, lane: string): Promise<boolean> {
  const row = await queries.selectFrom("outbox").select("key").where("lane", "=", lane).where(isOpen).limit(1).executeTakeFirst();
  return row !== undefined;
}

/**
 * Claims due messages for one process, the longest due first; of each lane only the first that has not ended.
 * @param urgent takes only what has priority 0
 * On PostgreSQL rows that another process is claiming are passed over (SKIP LOCKED); libsql has one writer at a time.
 */
export async function claim(
  store: Store,
  { owner, most, urgent = false }: { owner: string; most: number; urgent?: boolean },
): Promise<Claimed[]> {
  const now = store.now();
  const skipLocked = store.engine === "postgresql" ? sql`for update of o skip locked` : sql``;
  const { rows } = await sql<Selectable<OutboxTable>>`
    update outbox set state = 'claimed', owner = ${owner}, lease_until = ${now + LEASE_MS}, attempts = attempts + 1
    where key in (
      select o.key from outbox o
      where o.state in ('planned', 'claimed', 'sending') and o.due_at <= ${now} ${urgent ? sql`and o.priority = 0` : sql``}
        and (o.state = 'planned' or (o.state = 'claimed' and o.lease_until < ${now}))
        and not exists (
          select 1 from outbox e
          where e.lane = o.lane and e.seq < o.seq and e.state in ('planned', 'claimed', 'sending'))
      order by o.priority, o.due_at, o.seq limit ${most} ${skipLocked})
    returning *`.execute(store.database);
  return rows
    .sort((one, other) => one.priority - other.priority || one.due_at - other.due_at || one.seq.localeCompare(other.seq))
    .map(({ payload, expires_at, ...row }) => ({ ...row, payload: payload === null ? null : JSON.parse(payload), expiresAt: expires_at }));
}

/** Writes that the request goes out now. @returns false when the claim was lost meanwhile */
export async function markSending(store: Store, key: string, owner: string, queries: Queries = store.database): Promise<boolean> {
  const result = await queries
    .updateTable("outbox")
    .set({ state: "sending", lease_until: store.now() + LEASE_MS })
    .where("key", "=", key)
    .where("owner", "=", owner)
    .where("state", "=", "claimed")
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** Notes in an open message what its preparation came to, so that another try need not prepare it again. */
export async function rewritePayload(store: Store, key: string, payload: unknown): Promise<void> {
  await store.database
    .updateTable("outbox")
    .set({ payload: JSON.stringify(payload) })
    .where("key", "=", key)
    .where("state", "in", OPEN_STATES)
    .execute();
}

type End = { state: Exclude<OutboxState, "planned" | "claimed" | "sending">; reason?: string | undefined; remoteId?: string | undefined };

/** Ends a message of this process; its payload is forgotten. @returns false when it was not this process's to end */
export async function end(store: Store, queries: Queries, key: string, owner: string, ending: End): Promise<boolean> {
  const result = await queries
    .updateTable("outbox")
    .set({
      state: ending.state,
      reason: ending.reason ?? null,
      remote_id: ending.remoteId ?? null,
      payload: null,
      lease_until: null,
      finished_at: store.now(),
    })
    .where("key", "=", key)
    .where("owner", "=", owner)
    .where("state", "in", OPEN_STATES)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** Gives a message back, to be sent later. */
export async function putBack(
  store: Store,
  key: string,
  owner: string,
  { dueAt, reason, paced, tried }: { dueAt: number; reason: string | null; paced: boolean; tried: boolean },
): Promise<void> {
  await store.database
    .updateTable("outbox")
    .set((row) => ({
      state: "planned" as const,
      due_at: Math.ceil(dueAt),
      lease_until: null,
      owner: null,
      reason,
      paced: paced ? 1 : 0,
      ...(!tried && { attempts: row("attempts", "-", 1) }),
    }))
    .where("key", "=", key)
    .where("owner", "=", owner)
    // What was ended as lost meanwhile stays ended: its payload is gone, and it may have arrived.
    .where("state", "in", OPEN_STATES)
    .execute();
}

/** Ends what a killed process left in `sending`: nobody can tell whether it arrived. @returns their keys */
export async function endLost(store: Store): Promise<string[]> {
  const now = store.now();
  const rows = await store.database
    .updateTable("outbox")
    .set({ state: "unknown", reason: "its process ended while sending", payload: null, lease_until: null, finished_at: now })
    .where("state", "=", "sending")
    .where("lease_until", "<", now)
    .returning("key")
    .execute();
  return rows.map(({ key }) => key);
}
