/** What a subscription keeps, sealed, of who set it up: Slack's own ids, without which nobody could be told that it pauses. */
import { z } from "zod";
import { sealedRecord } from "../../../store/sealed.ts";

export const references = sealedRecord(z.object({ user: z.string(), enterprise: z.string().nullable() }));
