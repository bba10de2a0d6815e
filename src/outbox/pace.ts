/**
 * How fast messages go out in one channel, shared by all processes: one each so often, a few at once after a pause.
 * The generic cell rate algorithm: one number a channel.
 */
import { sql } from "kysely";
import type { Store } from "../store/open.ts";

/** In any stretch of t milliseconds at most burst + t / everyMs messages go out. */
export type Pace = { everyMs: number; burst: number };

/** Takes a channel's next place. @returns the milliseconds to wait for it, 0 when it is now */
export async function takePlace(store: Store, channel: string, { everyMs, burst }: Pace): Promise<number> {
  const now = store.now();
  const latest = store.engine === "postgresql" ? sql`greatest(pace.free_at, ${now})` : sql`max(pace.free_at, ${now})`;
  const { rows } = await sql<{ free_at: number }>`
    insert into pace (channel, free_at) values (${channel}, ${now + everyMs})
    on conflict (channel) do update set free_at = ${latest} + ${everyMs}
    returning free_at`.execute(store.database);
  const freeAt = Number(rows[0]?.free_at ?? now);
  return Math.max(0, freeAt - everyMs * burst - now);
}

/** The platform told the channel to wait: nobody sends there before. */
export async function holdChannel(store: Store, channel: string, forMs: number, { everyMs, burst }: Pace): Promise<void> {
  const free_at = Math.ceil(store.now() + forMs + everyMs * (burst - 1));
  await store.database
    .insertInto("pace")
    .values({ channel, free_at })
    .onConflict((conflict) => conflict.column("channel").doUpdateSet({ free_at }).where("pace.free_at", "<", free_at))
    .execute();
}
