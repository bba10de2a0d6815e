/** What a subscription keeps, sealed: where Teams' connector is, and who is told when it pauses. */
import { z } from "zod";
import { sealedRecord } from "../../../store/sealed.ts";

export const references = sealedRecord(z.object({ serviceUrl: z.string(), user: z.string(), bot: z.looseObject({ id: z.string() }) }));
