/** Thread context: canonical questions only, gone after 24 hours. */
import type { Queries } from "./schema.ts";

export const CONTEXT_MS = 24 * 60 * 60 * 1000;

/** @returns the context of the first of these threads that has one, else undefined */
export async function readThread(queries: Queries, threads: readonly string[], now: number): Promise<string | undefined> {
  const rows = await queries
    .selectFrom("contexts")
    .select(["thread", "context"])
    .where("thread", "in", threads)
    .where("expires_at", ">", now)
    .execute();
  return threads.map((thread) => rows.find((row) => row.thread === thread)?.context).find((context) => context !== undefined);
}

/** Remembers what threads have been about, for 24 hours from now. */
export async function writeThreads(
  queries: Queries,
  threads: readonly string[],
  { workspace, context, now }: { workspace: string; context: string; now: number },
): Promise<void> {
  const expires_at = now + CONTEXT_MS;
  await queries
    .insertInto("contexts")
    .values(threads.map((thread) => ({ thread, workspace, context, expires_at })))
    .onConflict((conflict) => conflict.column("thread").doUpdateSet({ context, expires_at }))
    .execute();
}
