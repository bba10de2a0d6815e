/** What Teams sends, as far as we read it; anything else in it is passed over. */
import { z } from "zod";
import { validZone } from "../../daily/calendar.ts";
import type { Language } from "../../knowledge/languages.ts";

const account = z.looseObject({ id: z.string().min(1).max(500), name: z.string().nullish(), aadObjectId: z.string().nullish() });

/** An activity of any type. Ids are bounded since they become keys of rows. */
export const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().min(1).max(200).optional(),
  name: z.string().max(200).optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url().max(500),
  timestamp: z.string().max(60).optional(),
  locale: z.string().max(40).nullish(),
  localTimezone: z.string().max(60).nullish(),
  text: z.string().nullish(),
  action: z.string().max(100).nullish(),
  replyToId: z.string().max(200).nullish(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1).max(500),
    conversationType: z.string().max(40).nullish(),
    tenantId: z.string().max(100).nullish(),
    isGroup: z.boolean().nullish(),
  }),
  attachments: z.array(z.looseObject({ contentType: z.string() })).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  channelData: z
    .looseObject({ tenant: z.looseObject({ id: z.string().max(100) }).nullish(), eventType: z.string().max(60).nullish() })
    .nullish(),
  value: z.unknown().optional(),
});

export type Activity = z.infer<typeof activitySchema>;

/** The tenant that a conversation belongs to; the playground names none. */
export function tenantOf({ conversation, channelData }: Activity): string {
  return conversation.tenantId ?? channelData?.tenant?.id ?? "none";
}

/** The name under which a conversation's context is kept. */
export function threadOf(activity: Activity): string {
  return `teams:${tenantOf(activity)}:${activity.conversation.id}`;
}

/** The chat or channel itself, not one thread of it. */
export function placeOf({ conversation }: Activity): string {
  return conversation.id.replace(/;messageid=.*$/, "");
}

/** The person's time zone, where the client tells it. */
export function zoneOf({ localTimezone }: Activity): string | undefined {
  return typeof localTimezone === "string" ? validZone(localTimezone) : undefined;
}

/** What the person is known by: the directory's id where there is one. */
export function personOf({ from }: Activity): string {
  return from.aadObjectId ?? from.id;
}

/** Only in a conversation of two are suggested actions shown. */
export function isPersonal({ conversation }: Activity): boolean {
  return conversation.conversationType === "personal" || (conversation.conversationType == null && conversation.isGroup !== true);
}

const LANGUAGES: Readonly<Record<string, Language>> = { nb: "nb", no: "nb", da: "nb", sv: "nb", nn: "nn", en: "en" };

/** The client's language, where it is one that we speak or one whose speakers read bokmål. */
export function localeOf({ locale }: Activity): Language | undefined {
  return LANGUAGES[(locale ?? "").slice(0, 2).toLowerCase()];
}

const ENTITIES: Readonly<Record<string, string>> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", apos: "'" };

/** HTML as plain words. */
export function plainText(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi, "\n")
    .replace(/<\/t[dh]>/gi, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(nbsp|amp|lt|gt|quot|#39|apos);/g, (_whole, name: string) => ENTITIES[name] ?? "");
}

/** The words of a message without its mentions: whom it is for is no part of the question. */
export function wordsOf({ text }: Activity): string {
  return plainText((text ?? "").replace(/<at[^>]*>[^<]*<\/at>/gi, " ")).trim();
}

const CARD = "application/vnd.microsoft.card.";

/** Whether a card was inserted and nothing said: in a chat with the bot, its own answers come back so. */
export function isOnlyCard(activity: Activity): boolean {
  return wordsOf(activity) === "" && (activity.attachments ?? []).some(({ contentType }) => contentType.startsWith(CARD));
}
