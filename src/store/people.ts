/** What is kept about people, under pseudonyms: votes on answers and pinned languages. */
import { LANGUAGES, type Language } from "../knowledge/languages.ts";
import type { Queries } from "./schema.ts";

export const REASONS = ["wrong", "misunderstood", "missing", "unclear"] as const;
export type Reason = (typeof REASONS)[number];

export type Vote = { voter: string; workspace: string; question: string; helpful: boolean; reason?: Reason | undefined; at: number };

/**
 * Keeps a vote; a person's later vote on the same message replaces the earlier one.
 * "Not helpful" said once more keeps the reason that was given with it.
 */
export async function vote(queries: Queries, { helpful, reason, ...rest }: Vote): Promise<void> {
  const changed = { helpful: helpful ? 1 : 0, reason: reason ?? null, at: rest.at };
  await queries
    .insertInto("feedback")
    .values({ ...rest, ...changed })
    .onConflict((conflict) =>
      conflict.column("voter").doUpdateSet(({ fn, ref, val }) => ({
        ...changed,
        reason: helpful ? null : fn.coalesce(val(changed.reason), ref("feedback.reason")),
      })),
    )
    .execute();
}

/** @returns the language that a person pinned, or undefined */
export async function pinnedLanguage(queries: Queries, person: string): Promise<Language | undefined> {
  const row = await queries.selectFrom("preferences").select("language").where("person", "=", person).executeTakeFirst();
  return LANGUAGES.find((language) => language === row?.language);
}

/** Pins a language, or forgets it when undefined. */
export async function pinLanguage(
  queries: Queries,
  { person, workspace, language, at }: { person: string; workspace: string; language: Language | undefined; at: number },
): Promise<void> {
  if (language === undefined) await queries.deleteFrom("preferences").where("person", "=", person).execute();
  else
    await queries
      .insertInto("preferences")
      .values({ person, workspace, language, at })
      .onConflict((conflict) => conflict.column("person").doUpdateSet({ language, at }))
      .execute();
}
