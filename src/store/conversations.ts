/** Conversations where the app is installed, kept until it is removed: what it takes to write there unasked. */
import type { Queries } from "./schema.ts";

export type Conversation = { id: string; platform: string; workspace: string; reference: unknown; addedAt: number };

/** Keeps a conversation, or its newer reference. @returns true when it was not known before */
export async function keepConversation(queries: Queries, { reference, addedAt, ...rest }: Conversation): Promise<boolean> {
  const text = JSON.stringify(reference);
  const added = await queries
    .insertInto("conversations")
    .values({ ...rest, reference: text, added_at: addedAt })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows) return true;
  await queries.updateTable("conversations").set({ reference: text }).where("id", "=", rest.id).execute();
  return false;
}

/** @returns undefined when the app is not installed there */
export async function readConversation(queries: Queries, id: string): Promise<Conversation | undefined> {
  const row = await queries.selectFrom("conversations").selectAll().where("id", "=", id).executeTakeFirst();
  return row && { id, platform: row.platform, workspace: row.workspace, reference: JSON.parse(row.reference), addedAt: row.added_at };
}

/** Forgets a conversation from which the app was removed. */
export async function forgetConversation(queries: Queries, id: string): Promise<void> {
  await queries.deleteFrom("conversations").where("id", "=", id).execute();
}
