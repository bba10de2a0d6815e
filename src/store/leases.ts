/** Work that one process at a time may do, such as exchanging a refresh token that works only once. */
import { randomUUID } from "node:crypto";
import type { Store } from "./open.ts";

/**
 * Does the work unless another process is at it.
 * @returns undefined when another process holds the lease
 */
export async function withLease<Value>(store: Store, name: string, forMs: number, work: () => Promise<Value>): Promise<Value | undefined> {
  const owner = randomUUID();
  const now = store.now();
  const taken = await store.database
    .insertInto("leases")
    .values({ name, owner, until_at: now + forMs })
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet({ owner, until_at: now + forMs })
        .where("leases.until_at", "<", now),
    )
    .executeTakeFirst();
  if (!taken.numInsertedOrUpdatedRows) return undefined;
  try {
    return await work();
  } finally {
    await store.database.deleteFrom("leases").where("name", "=", name).where("owner", "=", owner).execute();
  }
}
