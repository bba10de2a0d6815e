/**
 * Plans what is due: for each subscription whose time has come one row in the outbox, and its next time. Any number
 * of processes may plan; the database decides who takes a subscription, and the key that a day is planned once.
 */
import { createHash } from "node:crypto";
import { type Selectable, sql } from "kysely";
import { plan } from "../outbox/outbox.ts";
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
  const due = await store.database.selectFrom("subscriptions").select("id").where("next_due_at", "<=", now).limit(1).executeTakeFirst();
  if (!due) return 0;
  const counted = await store.database.transaction().execute(async (queries) => {
    const subscriptions = await take(store, queries, now);
    let posts = 0;
    let missed = 0;
    for (const subscription of subscriptions) {
      const days = daysDue(subscription, now);
      for (const day of days.missed) missed += await recordMissed(queries, subscription, day, now);
      const shown = days.post && (await planPost(store, queries, deck, subscription, days.post));
      if (shown) posts += 1;
      await moveOn(queries, { ...subscription, ...shown }, days.next, now);
    }
    return { subscriptions: subscriptions.length, posts, missed };
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

/** @returns what the subscription has shown after it; undefined where the day was planned before */
async function planPost(
  store: Store,
  queries: Queries,
  deck: Deck,
  subscription: Subscription,
  { date, at }: Occurrence,
): Promise<Pick<Subscription, "shown" | "round"> | undefined> {
  const { id, platform, workspace, channel, language } = subscription;
  const { fact: chosen, ...shown } = chooseFact(deck, subscription, date);
  const key = deliveryKey(id, date);
  const fact = canonicalOf(questionOf(chosen, language));
  if ((await record(queries, { ...rowOf(subscription, { date, at }), fact, state: "planned" })) === 0) return undefined;
  const payload: DailyPayload = { subscription: id, date, fact };
  await plan(
    store,
    {
      ...{ key, platform, workspace, kind: "daily", lane: key, seq: "1", payload, priority: PRIORITY },
      // Named as replies name it, so that both keep one pace.
      channel: `${platform}:${workspace}:${channel}`,
      dueAt: at + jitterOf(id),
      worthMs: WORTH_MS,
    },
    queries,
  );
  return shown;
}

function recordMissed(queries: Queries, subscription: Subscription, day: Occurrence, now: number): Promise<number> {
  return record(queries, {
    ...rowOf(subscription, day),
    ...{ state: "missed", reason: "nobody was there to send it in time", finished_at: now },
  });
}

function rowOf({ id, workspace }: Subscription, { date, at }: Occurrence): Omit<DeliveryTable, "state"> {
  return { key: deliveryKey(id, date), subscription: id, workspace, date, due_at: at, fact: null, reason: null, finished_at: null };
}

async function record(queries: Queries, row: DeliveryTable): Promise<number> {
  const result = await queries
    .insertInto("deliveries")
    .values(row)
    .onConflict((conflict) => conflict.column("key").doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}

/** A pause that had an end is over when its first day is due. */
async function moveOn(queries: Queries, { id, shown, round }: Subscription, next: Occurrence, now: number): Promise<void> {
  await queries
    .updateTable("subscriptions")
    .set({
      ...{ state: "active", reason: null, paused_until: null, next_date: next.date, next_due_at: next.at },
      ...{ shown: shown.join(" "), round, updated_at: now },
    })
    .where("id", "=", id)
    .execute();
}
