/** What the store holds, what it forgets by itself, and what it is told to forget. */
import type { Store } from "./open.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const OUTBOX_MS = DAY_MS;
/** What became of the daily posts is kept for a year and a month. */
const DELIVERIES_MS = 396 * DAY_MS;

const TABLES = ["installations", "contexts", "outbox", "feedback", "preferences", "conversations", "subscriptions", "deliveries"] as const;

/** How many rows each table holds for each workspace. */
export async function countKept(store: Store): Promise<{ table: (typeof TABLES)[number]; workspace: string; rows: number }[]> {
  const counts = await Promise.all(
    TABLES.map(async (table) => {
      const rows = await store.database
        .selectFrom(table)
        .select(({ fn }) => ["workspace", fn.countAll<number>().as("rows")])
        .groupBy("workspace")
        .execute();
      return rows.map((row) => ({ table, workspace: row.workspace, rows: Number(row.rows) }));
    }),
  );
  return counts.flat().sort((one, other) => one.workspace.localeCompare(other.workspace));
}

/**
 * Removes everything of a workspace, or of all.
 * @param except tables that are left as they are
 * @returns how many rows went
 */
export async function erase(store: Store, workspace?: string, except: readonly (typeof TABLES)[number][] = []): Promise<number> {
  const gone = await store.database.transaction().execute((queries) =>
    Promise.all(
      TABLES.filter((table) => !except.includes(table)).map(async (table) => {
        const all = queries.deleteFrom(table);
        const result = await (workspace === undefined ? all : all.where("workspace", "=", workspace)).executeTakeFirst();
        return Number(result.numDeletedRows);
      }),
    ),
  );
  return gone.reduce((sum, rows) => sum + rows, 0);
}

/** Removes what a person pinned. Votes need no removing: nobody can tell whose they are. */
export async function erasePerson(store: Store, person: string): Promise<number> {
  const result = await store.database.deleteFrom("preferences").where("person", "=", person).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Forgets what is past its time: thread context, ended messages with their keys, pace, leases and old days. */
export async function forget(store: Store): Promise<void> {
  const now = store.now();
  await store.database.deleteFrom("contexts").where("expires_at", "<=", now).execute();
  await store.database
    .deleteFrom("outbox")
    .where("finished_at", "<=", now - OUTBOX_MS)
    .execute();
  await store.database
    .deleteFrom("pace")
    .where("free_at", "<=", now - OUTBOX_MS)
    .execute();
  await store.database
    .deleteFrom("leases")
    .where("until_at", "<=", now - OUTBOX_MS)
    .execute();
  await store.database
    .deleteFrom("deliveries")
    .where("finished_at", "<=", now - DELIVERIES_MS)
    .execute();
}
