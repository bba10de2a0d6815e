/** What came of a request about the fact of the day, kept with its message while it is told. */
import { z } from "zod";
import { LANGUAGES, type Language } from "../knowledge/languages.ts";
import type { Said } from "./talk.ts";

export const spokenSchema = z.object({
  text: z.string(),
  language: z.enum(LANGUAGES),
  /** With a form, or a button that opens one. */
  form: z.boolean(),
  /** The subscription that was set up or changed, for the whole channel to know. */
  subscription: z.string().nullable(),
  isNew: z.boolean(),
});
export type Spoken = z.infer<typeof spokenSchema>;

export function spokenOf(said: Exclude<Said, { kind: "preview" }>, language: Language): Spoken {
  const subscribed = said.kind === "subscribed" ? said : undefined;
  return {
    ...{ text: said.text, language, form: said.kind === "form" },
    ...{ subscription: subscribed?.subscription.id ?? null, isNew: subscribed?.isNew ?? false },
  };
}
