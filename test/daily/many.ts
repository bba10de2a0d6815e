/** Writes many subscriptions at once, for measures and for the kill test. */
import { randomUUID } from "node:crypto";
import { dateOf } from "../../src/daily/calendar.ts";
import type { Store } from "../../src/store/open.ts";

const AT_ONCE = 500;

/** @param dueAt when they all are due next, on that day in UTC; each has a channel of its own */
export async function subscribeMany(
  store: Store,
  { count, dueAt, workspaces, platforms }: { count: number; dueAt: number; workspaces: number; platforms: readonly string[] },
): Promise<void> {
  const now = store.now();
  const rows = Array.from({ length: count }, (_, number) => ({
    ...{
      id: randomUUID(),
      platform: platforms[number % platforms.length] ?? "",
      workspace: `T${number % workspaces}`,
      channel: `C${number}`,
    },
    ...{ subjects: "", language: "nb", time: "00:00", zone: "UTC", days: "1234567", holidays: 1, created_by: "someone", reference: null },
    ...{ state: "active" as const, reason: null, paused_until: null, next_date: dateOf(dueAt, "UTC"), next_due_at: dueAt },
    ...{ shown: "", round: 0, created_at: now, updated_at: now },
  }));
  for (let from = 0; from < count; from += AT_ONCE)
    await store.database
      .insertInto("subscriptions")
      .values(rows.slice(from, from + AT_ONCE))
      .execute();
}
