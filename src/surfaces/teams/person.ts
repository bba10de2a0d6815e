/** The person behind an activity. */
import type { Language } from "../../knowledge/languages.ts";
import { pinnedLanguage } from "../../store/people.ts";
import { type Activity, personOf, tenantOf } from "./activity.ts";
import type { Parts } from "./parts.ts";

/** What stands for the person in all that is kept. */
export function pseudonymOf(activity: Activity, pseudonym: Parts["pseudonym"]): string {
  return pseudonym("teams", tenantOf(activity), personOf(activity));
}

/** The language that the person chose; undefined where the question decides. */
export function pinnedOf(activity: Activity, { store, pseudonym }: Parts): Promise<Language | undefined> {
  return pinnedLanguage(store.database, pseudonymOf(activity, pseudonym));
}
