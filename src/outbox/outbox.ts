/** The table of messages to send: planned once by their key, claimed by one process, ended in one state. */
import { type InsertObject, type RawBuilder, type Selectable, sql } from "kysely";
import type { Store } from "../store/open.ts";
import type { OutboxState, OutboxTable, Queries, Tables } from "../store/schema.ts";

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
  Selectable<OutboxTable>,
  "key" | "platform" | "workspace" | "channel" | "lane" | "seq" | "kind" | "attempts" | "paced" | "planned_at" | "priority"
> & {
  payload: unknown;
  expiresAt: number;
};

/** Longer than any request to a platform may take, so that a living sender never loses its claim. */
export const LEASE_MS = 30_000;
/** More open messages than this in one channel are not taken. */
export const MOST_IN_CHANNEL = 100;

/** planned; known when its key was there already; full when its channel has too many open messages. */
export type Planned = "planned" | "known" | "full";

/** Plans a message. */
export async function plan(store: Store, message: Message, queries: Queries = store.database): Promise<Planned> {
  // Counted within the same statement: on its own it would cost another round trip for each message.
  const isFull = sql<boolean>`(select count(*) from outbox where channel = ${message.channel} and ${isOpen}) >= ${MOST_IN_CHANNEL}`;
  const [planned = "known"] = await insert(queries, [rowOf(message, isFull, store.now())]);
  return planned;
}

/** Plans messages together, in two queries however many they are. @returns what came of each, in their order */
export async function planAll(store: Store, messages: readonly Message[], queries: Queries): Promise<Planned[]> {
  const now = store.now();
  const full = await fullAmong(queries, [...new Set(messages.flatMap(({ channel }) => channel ?? []))]);
  const rows = messages.map((message) => rowOf(message, full.has(message.channel ?? "") ? sql`1 = 1` : sql`1 = 0`, now));
  return insert(queries, rows);
}

type Row = InsertObject<Tables, "outbox"> & { key: string };

function rowOf({ channel, dueAt, worthMs, payload, ...rest }: Message, isFull: RawBuilder<unknown>, now: number): Row {
  return {
    ...rest,
    channel,
    payload: sql<string | null>`case when ${isFull} then null else ${JSON.stringify(payload)} end`,
    state: sql<OutboxState>`case when ${isFull} then 'skipped' else 'planned' end`,
    due_at: dueAt ?? now,
    expires_at: (dueAt ?? now) + worthMs,
    lease_until: null,
    owner: null,
    attempts: 0,
    paced: 0,
    reason: sql<string | null>`case when ${isFull} then 'too many messages wait in this channel' end`,
    remote_id: null,
    planned_at: now,
    finished_at: sql<number | null>`case when ${isFull} then cast(${now} as bigint) end`,
  };
}

async function insert(queries: Queries, rows: readonly Row[]): Promise<Planned[]> {
  const inserted = await queries
    .insertInto("outbox")
    .values(rows)
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning(["key", "state"])
    .execute();
  const states = new Map(inserted.map(({ key, state }) => [key, state]));
  return rows.map(({ key }) => {
    const state = states.get(key);
    return state === undefined ? "known" : state === "skipped" ? "full" : "planned";
  });
}

/** Those of some channels that have too many open messages. */
async function fullAmong(queries: Queries, channels: readonly string[]): Promise<ReadonlySet<string | null>> {
  if (channels.length === 0) return new Set();
  const rows = await queries
    .selectFrom("outbox")
    .select("channel")
    .where("channel", "in", channels)
    .where(isOpen)
    .groupBy("channel")
    .having(({ fn }) => fn.countAll(), ">=", MOST_IN_CHANNEL)
    .execute();
  return new Set(rows.map(({ channel }) => channel));
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
  const due = (priority: number) => firstDue(store, { priority, now, most });
  // Each priority by itself, so that the index gives the first ones without a look at all that are due.
  const keys = urgent
    ? due(0)
    : sql`select key from (select * from (${due(0)}) urgent union all select * from (${due(1)}) rest) due
        order by priority, due_at, seq limit ${most}`;
  const { rows } = await sql<Selectable<OutboxTable>>`
    update outbox set state = 'claimed', owner = ${owner}, lease_until = ${now + LEASE_MS}, attempts = attempts + 1
    where key in (select key from (${keys}) first_due)
    returning *`.execute(store.database);
  return rows
    .sort((one, other) => one.priority - other.priority || one.due_at - other.due_at || one.seq.localeCompare(other.seq))
    .map(({ payload, expires_at, ...row }) => ({ ...row, payload: payload === null ? null : JSON.parse(payload), expiresAt: expires_at }));
}

function firstDue({ engine }: Store, { priority, now, most }: { priority: number; now: number; most: number }) {
  return sql`
    select o.key, o.priority, o.due_at, o.seq from outbox o
    where o.state in ('planned', 'claimed', 'sending') and o.priority = ${priority} and o.due_at <= ${now}
      and (o.state = 'planned' or (o.state = 'claimed' and o.lease_until < ${now}))
      and not exists (
        select 1 from outbox e
        where e.lane = o.lane and e.seq < o.seq and e.state in ('planned', 'claimed', 'sending'))
    order by o.due_at, o.seq limit ${most} ${engine === "postgresql" ? sql`for update of o skip locked` : sql``}`;
}

/** Writes that the requests of messages go out now. @returns the keys of those whose claim was not lost meanwhile */
export async function markSending(store: Store, keys: readonly string[], owner: string): Promise<ReadonlySet<string>> {
  const rows = await store.database
    .updateTable("outbox")
    .set({ state: "sending", lease_until: store.now() + LEASE_MS })
    .where("key", "in", keys)
    .where("owner", "=", owner)
    .where("state", "=", "claimed")
    .returning("key")
    .execute();
  return new Set(rows.map(({ key }) => key));
}

/** Notes in an open message what its preparation came to, so that another try need not prepare it again. */
export async function rewritePayload(store: Store, key: string, payload: unknown): Promise<void> {
  await store.database
    .updateTable("outbox")
    .set({ payload: JSON.stringify(payload) })
    .where("key", "=", key)
    .where(isOpen)
    .execute();
}

export type End = {
  key: string;
  state: Exclude<OutboxState, "planned" | "claimed" | "sending">;
  reason?: string | undefined;
  remoteId?: string | undefined;
};

/** Ends messages of this process; their payloads are forgotten. @returns the keys of those that were this process's to end */
export async function end(store: Store, queries: Queries, ends: readonly End[], owner: string): Promise<ReadonlySet<string>> {
  const values = ends.map(({ key, state, reason, remoteId }) => sql`(${key}, ${state}, ${reason ?? null}, ${remoteId ?? null})`);
  const { rows } = await sql<Pick<OutboxTable, "key">>`
    with ended (key, state, reason, remote_id) as (values ${sql.join(values)})
    update outbox set state = ended.state, reason = ended.reason, remote_id = ended.remote_id,
      payload = null, lease_until = null, finished_at = ${store.now()}
    from ended where outbox.key = ended.key and outbox.owner = ${owner}
      and outbox.state in ('planned', 'claimed', 'sending')
    returning outbox.key`.execute(queries);
  return new Set(rows.map(({ key }) => key));
}

export type Back = { key: string; dueAt: number; reason: string | null; paced: boolean; tried: boolean };

/** Gives messages of this process back, to be sent later. */
export async function putBack(store: Store, backs: readonly Back[], owner: string): Promise<void> {
  const values = backs.map(
    ({ key, dueAt, reason, paced, tried }) => sql`(${key}, ${Math.ceil(dueAt)}, ${reason}, ${paced ? 1 : 0}, ${tried ? 0 : 1})`,
  );
  // What was ended as lost meanwhile stays ended: its payload is gone, and it may have arrived.
  await sql`
    with back (key, due_at, reason, paced, untried) as (values ${sql.join(values)})
    update outbox set state = 'planned', lease_until = null, owner = null, reason = back.reason,
      due_at = cast(back.due_at as bigint), paced = cast(back.paced as integer),
      attempts = outbox.attempts - cast(back.untried as integer)
    from back where outbox.key = back.key and outbox.owner = ${owner}
      and outbox.state in ('planned', 'claimed', 'sending')`.execute(store.database);
}

/** Skips a message that no process has taken yet. @returns false when one has, or when it has ended */
export async function cancel(store: Store, queries: Queries, key: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await queries
    .updateTable("outbox")
    .set({ state: "skipped", reason, payload: null, finished_at: store.now() })
    .where("key", "=", key)
    .where("state", "=", "planned")
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Ends what a killed process left in `sending`: nobody can tell whether it arrived. @returns what it ended */
export async function endLost(store: Store): Promise<Pick<OutboxTable, "key" | "kind" | "platform">[]> {
  const now = store.now();
  return store.database
    .updateTable("outbox")
    .set({ state: "unknown", reason: "its process ended while sending", payload: null, lease_until: null, finished_at: now })
    .where("state", "=", "sending")
    .where("lease_until", "<", now)
    .returning(["key", "kind", "platform"])
    .execute();
}
