/** All subscriptions at a glance, for who runs the server. */
import type { Store } from "../store/open.ts";
import type { DeliveryTable } from "../store/schema.ts";
import { type Subscription, subscriptionOf } from "./subscriptions.ts";

/** Subscriptions that are not stopped, the next to post first. */
export async function listPlans(store: Store, most: number): Promise<Subscription[]> {
  const rows = await store.database
    .selectFrom("subscriptions")
    .selectAll()
    .where("state", "!=", "stopped")
    .orderBy((row) => row.fn.coalesce("next_due_at", row.lit(Number.MAX_SAFE_INTEGER)))
    .limit(most)
    .execute();
  return rows.map(subscriptionOf);
}

/** The last posts of all subscriptions, the newest first. */
export function listHistory(store: Store, most: number): Promise<DeliveryTable[]> {
  return store.database.selectFrom("deliveries").selectAll().orderBy("due_at", "desc").orderBy("key").limit(most).execute();
}
