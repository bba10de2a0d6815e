/**
 * Plans what is due: for each subscription whose time has come one row in the outbox, and its next time. Any number
 * of processes may plan; the database decides who takes a subscription, and the key that a day is planned once.
 */
import { createHash } from "node:crypto";
import { type Selectable, sql } from "kysely";
import { type Message, planAll } from "../outbox/outbox.ts";
import type { Store } from "../store/open.ts";
import type { DeliveryTable, Queries, SubscriptionTable } from "../store/schema.ts";
import { canonicalOf } from "../understanding/question.ts";
import { addDays, nextOccurrence, type Occurrence } from "./calendar.ts";
import { chooseFact, type Deck, questionOf } from "./deck.ts";
import type { Meter } from "./meter.ts";
import { deliveryKey, type Subscription, subscriptionOf } from "./subscriptions.ts";

/** A post that is later than this is not sent any more. */
export const WORTH_MS = 6 * 60 * 60 * 1000;
/** Posts of one minute are spread over it. */
const JITTER_MS = 60_000;
/** Subscriptions planned in one transaction. */
const AT_ONCE = 100;
/** Missed days that are recorded of one downtime. */
export const MOST_MISSED = 30;
/** Rows written in one statement; a database takes so many values. */
const MOST_ROWS = 500;
const PRIORITY = 1;

/** What the outbox holds of a daily post. */
export type DailyPayload = { subscription: string; date: string; fact: string };

/** The days of a subscription that have come up to now: those to record as missed, the one to post, the next. */
export function daysDue(subscription: Subscription, now: number): { missed: Occurrence[]; post: Occurrence | undefined; next: Occurrence } {
  const missed: Occurrence[] = [];
  let post: Occurrence | undefined;
  let next = subscription.next ?? nextOccurrence(subscription, { after: now });
  while (next.at <= now) {
    if (post) missed.push(post);
    post = next;
    next = nextOccurrence(subscription, { from: addDays(next.date, 1), after: next.at });
  }
  const late = post !== undefined && post.at < now - WORTH_MS;
  if (late && post) missed.push(post);
  return { missed: missed.slice(-MOST_MISSED), post: late ? undefined : post, next };
}

/** How long after its minute a subscription posts, always the same for it. */
export function jitterOf(id: string): number {
  return createHash("sha256").update(id).digest().readUInt32BE(0) % JITTER_MS;
}

/** Plans up to a hundred subscriptions that are due. @returns how many there were; call again until none is left */
export async function planDue(store: Store, deck: Deck, meter: Meter): Promise<number> {
  const now = store.now();
  // In its order, so that the index is used whatever the database believes of the table; else all of it may be read.
  const due = await store.database
    .selectFrom("subscriptions")
    .select("id")
    .where("next_due_at", "<=", now)
    .orderBy("next_due_at")
    .limit(1)
    .executeTakeFirst();
  if (!due) return 0;
  const counted = await store.database.transaction().execute(async (queries) => {
    const taken = (await take(store, queries, now)).map((subscription) => ({ subscription, days: daysDue(subscription, now) }));
    if (taken.length === 0) return { subscriptions: 0, posts: 0, missed: 0 };
    const posts = taken.flatMap(({ subscription, days }) => (days.post ? [postOf(deck, subscription, days.post)] : []));
    const missed = taken.flatMap(({ subscription, days }) => days.missed.map((day) => missedOf(subscription, day, now)));
    // What was recorded before, such as a day that was left out, is not planned again.
    const recorded = await record(queries, [...missed, ...posts.map(({ delivery }) => delivery)]);
    const planned = posts.filter(({ delivery }) => recorded.has(delivery.key));
    if (planned.length > 0) await planAll(store, planned.map(messageOf), queries);
    const shown = new Map(planned.map(({ subscription, after }) => [subscription.id, after]));
    await moveOn(
      queries,
      taken.map(({ subscription, days }) => ({ ...subscription, ...shown.get(subscription.id), next: days.next })),
      now,
    );
    return {
      subscriptions: taken.length,
      posts: planned.length,
      missed: missed.filter(({ key }) => recorded.has(key)).length,
    };
  });
  if (counted.posts > 0) meter.due(counted.posts);
  for (let day = 0; day < counted.missed; day += 1) meter.ended("missed");
  return counted.subscriptions;
}

/** The write comes first, so that libsql locks for the whole transaction; PostgreSQL passes over what others hold. */
async function take(store: Store, queries: Queries, now: number): Promise<Subscription[]> {
  const skipLocked = store.engine === "postgresql" ? sql`for update skip locked` : sql``;
  const { rows } = await sql<Selectable<SubscriptionTable>>`
    update subscriptions set updated_at = ${now}
    where id in (
      select id from subscriptions where next_due_at <= ${now} order by next_due_at limit ${AT_ONCE} ${skipLocked})
    returning *`.execute(queries);
  return rows.map(subscriptionOf);
}

/** A day's post: what is recorded of it, and what its subscription has shown after it. */
type Post = { subscription: Subscription; delivery: DeliveryTable & { fact: string }; after: Pick<Subscription, "shown" | "round"> };

function postOf(deck: Deck, subscription: Subscription, day: Occurrence): Post {
  const { fact: chosen, ...after } = chooseFact(deck, subscription, day.date);
  const fact = canonicalOf(questionOf(chosen, subscription.language));
  return { subscription, delivery: { ...rowOf(subscription, day), fact, state: "planned" }, after };
}

function messageOf({ subscription, delivery }: Post): Message {
  const { id, platform, workspace, channel } = subscription;
  const { key, date, fact, due_at } = delivery;
  const payload: DailyPayload = { subscription: id, date, fact };
  return {
    ...{ key, platform, workspace, kind: "daily", lane: key, seq: "1", payload, priority: PRIORITY },
    // Named as replies name it, so that both keep one pace.
    channel: `${platform}:${workspace}:${channel}`,
    dueAt: due_at + jitterOf(id),
    worthMs: WORTH_MS,
  };
}

function missedOf(subscription: Subscription, day: Occurrence, now: number): DeliveryTable {
  return { ...rowOf(subscription, day), state: "missed", reason: "nobody was there to send it in time", finished_at: now };
}

function rowOf({ id, workspace }: Subscription, { date, at }: Occurrence): Omit<DeliveryTable, "state"> {
  return { key: deliveryKey(id, date), subscription: id, workspace, date, due_at: at, fact: null, reason: null, finished_at: null };
}

/** @returns the keys of those that were not recorded before */
async function record(queries: Queries, rows: readonly DeliveryTable[]): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    const inserted = await queries
      .insertInto("deliveries")
      .values(rows.slice(from, from + MOST_ROWS))
      .onConflict((conflict) => conflict.column("key").doNothing())
      .returning("key")
      .execute();
    for (const { key } of inserted) keys.add(key);
  }
  return keys;
}

/** A pause that had an end is over when its first day is due. */
async function moveOn(queries: Queries, moved: readonly (Subscription & { next: Occurrence })[], now: number): Promise<void> {
  const rows = moved.map(({ id, next, shown, round }) => sql`(${id}, ${next.date}, ${next.at}, ${shown.join(" ")}, ${round})`);
  // PostgreSQL takes what stands in a list of values for text.
  await sql`
    with moved (id, next_date, next_due_at, shown, round) as (values ${sql.join(rows)})
    update subscriptions set state = 'active', reason = null, paused_until = null, updated_at = ${now},
      next_date = moved.next_date, next_due_at = cast(moved.next_due_at as bigint),
      shown = moved.shown, round = cast(moved.round as integer)
    from moved where subscriptions.id = moved.id`.execute(queries);
}
