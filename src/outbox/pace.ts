/**
 * How fast messages go out, shared by all processes. The generic cell rate algorithm: one number for each thing that
 * has a pace, which are channels (one each so often, a few at once after a pause) and, for the facts of the day, whole
 * workspaces.
 */
import { sql } from "kysely";
import type { Store } from "../store/open.ts";

/** In any stretch of t milliseconds at most burst + t / everyMs messages go out. */
export type Pace = { everyMs: number; burst: number };
/** A place in the row of what has a pace: a channel by its name, or a workspace. */
export type Place = Pace & { name: string };

/**
 * How fast facts of the day go out in one workspace. Slack takes several hundred messages a minute in a workspace
 * (https://api.slack.com/docs/rate-limits);
 * Teams 30 requests a second of an app in a tenant
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). What is left is for answers.
 */
export const WORKSPACE_PACES: Readonly<Record<string, Pace>> = {
  slack: { everyMs: 250, burst: 4 },
  teams: { everyMs: 50, burst: 10 },
};

/** What the pace of a workspace is kept under. */
export function workspaceName(platform: string, workspace: string): string {
  return `workspace:${platform}:${workspace}`;
}

/** Takes the next place for each, in their order. @returns the milliseconds to wait for each, 0 when it is now */
export async function takePlaces(store: Store, places: readonly Place[]): Promise<number[]> {
  const now = store.now();
  const wanted = new Map<string, { everyMs: number; places: number }>();
  for (const { name, everyMs } of places) wanted.set(name, { everyMs, places: (wanted.get(name)?.places ?? 0) + 1 });
  const latest = store.engine === "postgresql" ? sql`greatest(pace.free_at, ${now})` : sql`max(pace.free_at, ${now})`;
  // In one order everywhere, so that two processes never wait for each other.
  const rows = [...wanted].sort(([one], [other]) => (one < other ? -1 : 1));
  const { rows: taken } = await sql<{ channel: string; free_at: number }>`
    insert into pace (channel, free_at)
    values ${sql.join(rows.map(([name, { everyMs, places: count }]) => sql`(${name}, ${now + everyMs * count})`))}
    on conflict (channel) do update set free_at = ${latest} + excluded.free_at - ${now}
    returning channel, free_at`.execute(store.database);
  const next = new Map(taken.map(({ channel, free_at }) => [channel, Number(free_at) - spanOf(wanted.get(channel))]));
  return places.map(({ name, everyMs, burst }) => {
    const freeAt = (next.get(name) ?? now) + everyMs;
    next.set(name, freeAt);
    return Math.max(0, freeAt - everyMs * burst - now);
  });
}

function spanOf(wanted: { everyMs: number; places: number } | undefined): number {
  return wanted ? wanted.everyMs * wanted.places : 0;
}

/** The platform told a channel or a workspace to wait: nobody sends there before. */
export async function hold(store: Store, { name, everyMs, burst }: Place, forMs: number): Promise<void> {
  const free_at = Math.ceil(store.now() + forMs + everyMs * (burst - 1));
  await store.database
    .insertInto("pace")
    .values({ channel: name, free_at })
    .onConflict((conflict) => conflict.column("channel").doUpdateSet({ free_at }).where("pace.free_at", "<", free_at))
    .execute();
}
