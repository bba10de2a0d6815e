/** What rows of the outbox hold for Slack's couriers. A person is a pseudonym; words are kept until the row has ended. */
import { z } from "zod";
import { EVERY_DAY, type Weekday } from "../../daily/calendar.ts";
import { spokenSchema } from "../../daily/spoken.ts";
import { LANGUAGES } from "../../knowledge/languages.ts";

const where = { team: z.string(), enterprise: z.string().nullable() };
const asker = { person: z.string() };

/** A question in words, or one that a button carries. */
const asked = z.union([z.object({ text: z.string() }), z.object({ canonical: z.string() })]);

/** An answer for everyone in a conversation. */
export const replyPayload = z.object({
  ...where,
  ...asker,
  channel: z.string(),
  /** null: at the top of a direct conversation. */
  thread: z.string().nullable(),
  direct: z.boolean(),
  /** False for a message in a thread that does not mention Helsetall. */
  addressed: z.boolean(),
  asked,
});

/** Something that only one person sees, sent to the interaction's own address. */
export const privatePayload = z.object({
  ...where,
  ...asker,
  responseUrl: z.url(),
  /** Where it happened, for what is shared there. */
  channel: z.string().optional(),
  thread: z.string().nullable(),
  what: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("answer"), asked }),
    /** For everyone after all: the asker shares it. */
    z.object({ kind: z.literal("share"), canonical: z.string() }),
    z.object({ kind: z.literal("why"), canonical: z.string() }),
    z.object({ kind: z.literal("check"), text: z.string() }),
    z.object({ kind: z.literal("reason"), canonical: z.string(), voter: z.string() }),
    z.object({ kind: z.literal("words"), text: z.string() }),
  ]),
});

/** A picture that follows an answer as a file. */
export const uploadPayload = z.object({ ...where, channel: z.string(), thread: z.string().nullable(), canonical: z.string() });

/** The App Home of a person. The id is Slack's own: views.publish takes no other. */
export const homePayload = z.object({ ...where, ...asker, user: z.string() });

/** Prompts for the agent's empty conversation. */
export const promptsPayload = z.object({ ...where, ...asker, channel: z.string() });

/** Links to our pages in a message, or in one that is still being written, which has only an id for this. */
export const unfurlPayload = z.object({
  ...where,
  channel: z.string(),
  ts: z.string(),
  draft: z.string().optional(),
  urls: z.array(z.string()),
});

/** A friendly line that is no answer. */
export const noticePayload = z.object({ ...where, channel: z.string(), thread: z.string().nullable(), text: z.string() });

export type Where = { team: string; enterprise: string | null };

const weekday = z.custom<Weekday>((value) => EVERY_DAY.includes(value as Weekday));
const dailyAsk = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("words"), text: z.string() }),
  z.object({
    kind: z.literal("form"),
    time: z.string(),
    days: z.array(weekday).min(1),
    subjects: z.array(z.string()),
    language: z.enum(LANGUAGES),
    holidays: z.boolean(),
  }),
  /** From the button below a post, or, as one's own, from the App Home. */
  z.object({ kind: z.literal("stop"), subscription: z.string(), language: z.enum(LANGUAGES), own: z.boolean() }),
]);
export type DailyAsk = z.infer<typeof dailyAsk>;

/** A request about the fact of the day. The user's id is Slack's own: the time zone and a private answer need it. */
export const dailyTalkPayload = z.object({
  ...where,
  ...asker,
  user: z.string(),
  channel: z.string(),
  thread: z.string().nullable(),
  responseUrl: z.url().nullable(),
  direct: z.boolean(),
  ask: dailyAsk,
  said: spokenSchema.optional(),
});
export type DailyTalkPayload = z.infer<typeof dailyTalkPayload>;
