/** What the outbox holds of a request about the fact of the day in Teams. */
import { z } from "zod";
import { spokenSchema } from "../../../daily/spoken.ts";
import type { Talk } from "../../../daily/talk.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { type Activity, localeOf, placeOf, wordsOf, zoneOf } from "../activity.ts";
import type { Parts } from "../parts.ts";
import { pseudonymOf } from "../person.ts";

export const talkPayload = z.object({
  serviceUrl: z.string(),
  text: z.string(),
  locale: z.enum(LANGUAGES).optional(),
  zone: z.string().optional(),
  /** Stands for the person. */
  person: z.string(),
  /** Teams' own id of the person, and the bot's account: without them nobody could be told that a subscription pauses. */
  user: z.string(),
  bot: z.looseObject({ id: z.string() }),
  /** The chat or channel that it is about. */
  channel: z.string(),
  said: spokenSchema.optional(),
});
export type TalkPayload = z.infer<typeof talkPayload>;

/** @returns undefined for a message that is no command about the fact of the day */
export function dailyTalkOf(activity: Activity, pseudonym: Parts["pseudonym"], talk: Talk): TalkPayload | undefined {
  const text = wordsOf(activity);
  if (talk.parse(text, {}) === undefined) return undefined;
  return {
    ...{ serviceUrl: activity.serviceUrl, text, locale: localeOf(activity), zone: zoneOf(activity) },
    ...{ person: pseudonymOf(activity, pseudonym), user: activity.from.id },
    ...{ bot: { id: activity.recipient.id, name: activity.recipient.name }, channel: placeOf(activity) },
  };
}
