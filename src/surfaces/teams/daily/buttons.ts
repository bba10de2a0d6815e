/** Buttons and the form of the fact of the day: answered within the same request. */
import { z } from "zod";
import { EVERY_DAY, NORWEGIAN_ZONE, type Weekday } from "../../../daily/calendar.ts";
import { dailyWord } from "../../../daily/words.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { type Activity, placeOf, tenantOf, zoneOf } from "../activity.ts";
import { replacedBy, told } from "../button-response.ts";
import type { Response } from "../framework.ts";
import type { Parts } from "../parts.ts";
import { pinnedOf, pseudonymOf } from "../person.ts";
import { subscribedCard } from "./card.ts";
import { references } from "./reference.ts";

const stopData = z.looseObject({ subscription: z.string().max(100), language: z.enum(LANGUAGES) });
const setData = z.looseObject({
  person: z.string(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  days: z
    .string()
    .transform((value) => EVERY_DAY.filter((day) => value.split(",").includes(String(day))))
    .pipe(z.array(z.custom<Weekday>()).min(1)),
  subjects: z.string().max(300).default(""),
  language: z.enum(LANGUAGES),
  holidays: z.string().default("false"),
});

/** Stops the subscription of a post; the post stays as it is, and who pressed is told. @throws ZodError */
export async function stopByButton(data: unknown, activity: Activity, parts: Parts): Promise<Response> {
  const { subscription, language } = stopData.parse(data);
  const place = { platform: "teams", workspace: tenantOf(activity), channel: placeOf(activity) };
  return told(await parts.talk.stopOne(subscription, place, (await pinnedOf(activity, parts)) ?? language));
}

/** Sets up what the form says; the form becomes the confirmation. Only who asked for the form may send it in. @throws ZodError */
export async function setByForm(data: unknown, activity: Activity, parts: Parts): Promise<Response> {
  const { person: asked, time, days, subjects: words, language, holidays } = setData.parse(data);
  const { talk, vault, pseudonym } = parts;
  const spoken = (await pinnedOf(activity, parts)) ?? language;
  const workspace = tenantOf(activity);
  const person = pseudonymOf(activity, pseudonym);
  if (person !== asked) return told(dailyWord(spoken, "mayNot"));
  const subjects = words.trim() === "" ? [] : talk.subjectsOf(words);
  if (words.trim() !== "" && subjects.length === 0) return told(dailyWord(spoken, "formUnknownSubject"));
  const { serviceUrl, from, recipient } = activity;
  const reference = references.seal(vault, workspace, { serviceUrl, user: from.id, bot: { id: recipient.id, name: recipient.name } });
  const zone = zoneOf(activity) ?? NORWEGIAN_ZONE;
  const said = await talk.carryOut(
    { kind: "subscribe", time, zone, days, holidays: holidays === "true", subjects, language },
    { platform: "teams", workspace, channel: placeOf(activity), person, reference, zone },
    spoken,
  );
  if (said.kind !== "subscribed") return told(said.kind === "preview" ? "" : said.text);
  return replacedBy(subscribedCard(said.text, said.subscription.id, spoken));
}
