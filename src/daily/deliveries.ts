/** What became of each day: read off the outbox before it forgets, and kept for the history. */
import { sql } from "kysely";
import type { Store } from "../store/open.ts";
import type { DeliveryTable, Queries } from "../store/schema.ts";
import { faultIn, pauseForFault } from "./faults.ts";
import type { Meter } from "./meter.ts";
import { WORTH_MS } from "./planner.ts";

/** The outbox keeps ended rows for a day; a delivery whose row is gone cannot be told any more. */
const OUTBOX_MS = 24 * 60 * 60 * 1000;

type Ended = Pick<DeliveryTable, "key" | "subscription" | "reason"> & { state: Exclude<DeliveryTable["state"], "planned"> };

/**
 * Writes how posts ended; each is told to one process only. A channel's fault pauses its subscription.
 * @returns how many ended
 */
export async function settle(store: Store, meter: Meter): Promise<number> {
  // Written as the index of open days has it and in its order, so that it is used.
  const open = await store.database
    .selectFrom("deliveries")
    .select("key")
    .where(sql<boolean>`state = 'planned'`)
    .orderBy("due_at")
    .limit(1)
    .executeTakeFirst();
  if (!open) return 0;
  const ended = await store.database.transaction().execute(async (queries) => {
    const rows = await readEnds(store, queries);
    for (const { subscription, state, reason } of rows) {
      const fault = state === "failed" || state === "skipped" ? faultIn(reason) : undefined;
      if (fault) await pauseForFault(store, queries, subscription, fault);
    }
    return rows;
  });
  for (const { state } of ended) meter.ended(state);
  return ended.length;
}

async function readEnds(store: Store, queries: Queries): Promise<Ended[]> {
  const now = store.now();
  const { rows } = await sql<Ended>`
    update deliveries set state = o.state, reason = o.reason, finished_at = o.finished_at
    from outbox o
    where deliveries.state = 'planned' and o.key = deliveries.key and o.finished_at is not null
    returning deliveries.key, deliveries.subscription, deliveries.state, deliveries.reason`.execute(queries);
  const { rows: gone } = await sql<Ended>`
    update deliveries set state = 'unknown', reason = 'nobody was there to see it end', finished_at = ${now}
    where state = 'planned' and due_at < ${now - OUTBOX_MS} and not exists (select 1 from outbox o where o.key = deliveries.key)
    returning key, subscription, state, reason`.execute(queries);
  return [...rows, ...gone];
}

/** How long the longest due post has waited, in milliseconds; also one that a pace or a platform told to wait. */
export async function lagOf(store: Store): Promise<number> {
  const now = store.now();
  // Waiting moves `due_at`; when it was due at first stands in the end of its worth.
  const planned = await store.database
    .selectFrom("outbox")
    .select(({ fn }) => fn.min("expires_at").as("worthless"))
    .where(sql<boolean>`state in ('planned', 'claimed', 'sending')`)
    .where("priority", "=", 1)
    .where("kind", "=", "daily")
    .executeTakeFirst();
  const waiting = await store.database
    .selectFrom("subscriptions")
    .select(({ fn }) => fn.min("next_due_at").as("due"))
    .where("next_due_at", "is not", null)
    .executeTakeFirst();
  const first = [...(planned?.worthless ? [Number(planned.worthless) - WORTH_MS] : []), ...(waiting?.due ? [Number(waiting.due)] : [])];
  return Math.max(0, now - Math.min(now, ...first));
}

/** The last days of a subscription, the newest first. */
export async function historyOf(queries: Queries, subscription: string, most = 5): Promise<DeliveryTable[]> {
  return queries
    .selectFrom("deliveries")
    .selectAll()
    .where("subscription", "=", subscription)
    .orderBy("date", "desc")
    .limit(most)
    .execute();
}
