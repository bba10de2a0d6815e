/** Subscriptions to a fact a day: one for each channel and set of subjects. */
import { randomUUID } from "node:crypto";
import { LANGUAGES, type Language } from "../knowledge/languages.ts";
import { cancel } from "../outbox/outbox.ts";
import type { Store } from "../store/open.ts";
import type { Queries, SubscriptionState, SubscriptionTable } from "../store/schema.ts";
import { addDays, dateOf, nextOccurrence, type Occurrence, type Schedule, type Weekday } from "./calendar.ts";

/** Where a subscription posts. */
export type Place = { platform: string; workspace: string; channel: string };

export type Subscription = Place &
  Schedule & {
    id: string;
    /** Subject keys, sections among them; none for all. */
    subjects: readonly string[];
    language: Language;
    createdBy: string;
    /** Sealed; what a surface needs to send there. */
    reference: string | null;
    state: SubscriptionState;
    reason: string | null;
    pausedUntil: string | null;
    next: Occurrence | null;
    /** Marks of the facts shown in this round, in their order. */
    shown: readonly string[];
    round: number;
  };

export type NewSubscription = Place &
  Schedule & { subjects: readonly string[]; language: Language; createdBy: string; reference?: string | null };

/** Reads a row of the table. */
export function subscriptionOf(row: SubscriptionTable): Subscription {
  const { id, platform, workspace, channel, time, zone, reference, state, reason, round } = row;
  return {
    ...{ id, platform, workspace, channel, time, zone, reference, state, reason, round },
    days: [...row.days].map((day) => Number(day) as Weekday),
    holidays: row.holidays === 1,
    subjects: row.subjects === "" ? [] : row.subjects.split("+"),
    language: LANGUAGES.find((language) => language === row.language) ?? "nb",
    createdBy: row.created_by,
    pausedUntil: row.paused_until,
    next: row.next_date === null || row.next_due_at === null ? null : { date: row.next_date, at: row.next_due_at },
    shown: row.shown === "" ? [] : row.shown.split(" "),
  };
}

/**
 * Subscribes a channel, or changes its subscription to the same subjects, which goes on where its deck was.
 * A day that was posted or skipped already does not come again.
 */
export async function subscribe(store: Store, wanted: NewSubscription): Promise<{ subscription: Subscription; isNew: boolean }> {
  const now = store.now();
  const { platform, workspace, channel, time, zone, language, createdBy: created_by, reference = null } = wanted;
  const subjects = [...new Set(wanted.subjects)].sort().join("+");
  return store.database.transaction().execute(async (queries) => {
    const id = randomUUID();
    // The write comes first: of two at once the second waits for the first and then finds its row.
    const row = await queries
      .insertInto("subscriptions")
      .values({
        ...{ id, platform, workspace, channel, subjects, language, time, zone, created_by, reference },
        days: [...wanted.days].sort().join(""),
        holidays: wanted.holidays ? 1 : 0,
        state: "active",
        reason: null,
        paused_until: null,
        next_date: null,
        next_due_at: null,
        shown: "",
        round: 0,
        created_at: now,
        updated_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(["platform", "workspace", "channel", "subjects"]).doUpdateSet((excluded) => ({
          language: excluded.ref("excluded.language"),
          time: excluded.ref("excluded.time"),
          zone: excluded.ref("excluded.zone"),
          days: excluded.ref("excluded.days"),
          holidays: excluded.ref("excluded.holidays"),
          created_by: excluded.ref("excluded.created_by"),
          reference: excluded.ref("excluded.reference"),
          state: "active" as const,
          reason: null,
          paused_until: null,
          updated_at: now,
        })),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
    const subscription = await planNext(queries, subscriptionOf(row), now);
    return { subscription, isNew: row.id === id };
  });
}

/** The subscriptions of a channel that are not stopped, the oldest first. */
export function subscriptionsIn(queries: Queries, { platform, workspace, channel }: Place): Promise<Subscription[]> {
  return subscriptionsWhere(queries, { platform, workspace, channel });
}

/** The subscriptions that a person set up and that are not stopped, the oldest first. */
export function subscriptionsBy(
  queries: Queries,
  { platform, workspace, person }: { platform: string; workspace: string; person: string },
): Promise<Subscription[]> {
  return subscriptionsWhere(queries, { platform, workspace, created_by: person });
}

async function subscriptionsWhere(queries: Queries, wanted: Partial<SubscriptionTable>): Promise<Subscription[]> {
  const rows = await queries
    .selectFrom("subscriptions")
    .selectAll()
    .where((row) => row.and(wanted))
    .where("state", "!=", "stopped")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(subscriptionOf);
}

/** @returns undefined when there is none with this id */
export async function readSubscription(queries: Queries, id: string): Promise<Subscription | undefined> {
  const [subscription] = await readSubscriptions(queries, [id]);
  return subscription;
}

/** Several by their ids, in their order. */
export async function readSubscriptions(queries: Queries, ids: readonly string[]): Promise<(Subscription | undefined)[]> {
  const rows = await queries.selectFrom("subscriptions").selectAll().where("id", "in", ids).execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = found.get(id);
    return row && subscriptionOf(row);
  });
}

/** Stops a subscription; what is planned of it is not sent, and who set it up is forgotten. */
export async function stop(store: Store, id: string, reason: string | null = null): Promise<void> {
  const nothing = { paused_until: null, next_date: null, next_due_at: null, reference: null, created_by: "" };
  await change(store.database, id, store.now(), { state: "stopped", reason, ...nothing });
}

/** Pauses until a local date, on which it goes on, or until it is resumed. */
export async function pause(store: Store, subscription: Subscription, until: string | null): Promise<Subscription> {
  const now = store.now();
  const next = until === null ? null : await nextFree(store.database, subscription, now, until);
  await change(store.database, subscription.id, now, {
    state: "paused",
    reason: null,
    paused_until: until,
    next_date: next?.date ?? null,
    next_due_at: next?.at ?? null,
  });
  return { ...subscription, state: "paused", reason: null, pausedUntil: until, next };
}

/** Goes on now, from the next wanted day. */
export async function resume(store: Store, subscription: Subscription): Promise<Subscription> {
  return planNext(store.database, subscription, store.now());
}

const LEFT_OUT = "left out on request";

/**
 * Leaves out today's post, also one that is planned and waits for its turn.
 * @returns undefined when none is to come today, or when it has gone out already
 */
export async function skipToday(store: Store, subscription: Subscription): Promise<Subscription | undefined> {
  const now = store.now();
  const { id, workspace, next, zone } = subscription;
  const today = dateOf(now, zone);
  if (subscription.state === "stopped") return undefined;
  if (next?.date !== today) return (await cancel(store, store.database, deliveryKey(id, today), LEFT_OUT)) ? subscription : undefined;
  return store.database.transaction().execute(async (queries) => {
    const after = nextOccurrence(subscription, { from: addDays(today, 1), after: now });
    const mine = await queries
      .updateTable("subscriptions")
      .set({ next_date: after.date, next_due_at: after.at, updated_at: now })
      .where("id", "=", id)
      .where("next_date", "=", today)
      .executeTakeFirst();
    if (Number(mine.numUpdatedRows) !== 1) return undefined;
    await queries
      .insertInto("deliveries")
      .values({
        ...{ key: deliveryKey(id, today), subscription: id, workspace, date: today, due_at: next.at, fact: null },
        ...{ state: "skipped", reason: LEFT_OUT, finished_at: now },
      })
      .onConflict((conflict) => conflict.column("key").doNothing())
      .execute();
    return { ...subscription, next: after };
  });
}

/** The key of a subscription's one delivery on a local date. */
export function deliveryKey(subscription: string, date: string): string {
  return `daily:${subscription}:${date}`;
}

/** Sets a subscription going from its next free day. */
export async function planNext(queries: Queries, subscription: Subscription, now: number): Promise<Subscription> {
  const next = await nextFree(queries, subscription, now);
  await change(queries, subscription.id, now, {
    ...{ state: "active", reason: null, paused_until: null, next_date: next.date, next_due_at: next.at },
  });
  return { ...subscription, state: "active", reason: null, pausedUntil: null, next };
}

/** The next wanted day that has no delivery yet: a changed time never brings a second post on one day. */
async function nextFree(queries: Queries, subscription: Subscription, now: number, from?: string): Promise<Occurrence> {
  const next = nextOccurrence(subscription, { from, after: now });
  const taken = await queries
    .selectFrom("deliveries")
    .select("date")
    .where("subscription", "=", subscription.id)
    .where("date", ">=", next.date)
    .orderBy("date", "desc")
    .executeTakeFirst();
  return taken ? nextOccurrence(subscription, { from: addDays(taken.date, 1), after: now }) : next;
}

type Changes = Partial<
  Pick<SubscriptionTable, "state" | "reason" | "paused_until" | "next_date" | "next_due_at" | "reference" | "created_by">
>;

async function change(queries: Queries, id: string, now: number, changes: Changes): Promise<void> {
  await queries
    .updateTable("subscriptions")
    .set({ ...changes, updated_at: now })
    .where("id", "=", id)
    .execute();
}
