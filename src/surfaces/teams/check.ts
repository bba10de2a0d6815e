/** "Check this figure" on a message: a dialog that only who asked sees, with a verdict on each claim. */
import { z } from "zod";
import { type Checked, checkMessage } from "../check-message.ts";
import { type Activity, localeOf, plainText } from "./activity.ts";
import { attached, type Card } from "./card.ts";
import { checkCard } from "./card-schema.ts";
import { verdictsCard, verdictsInWords } from "./check-card.ts";
import type { Response } from "./framework.ts";
import type { Parts } from "./parts.ts";
import { pinnedOf } from "./person.ts";
import { WORDS } from "./words.ts";

const checkValue = z.looseObject({
  messagePayload: z.looseObject({ body: z.looseObject({ content: z.string().nullish() }).nullish() }).nullish(),
});

/** Opens the dialog. It is no question, so none is counted. @throws ZodError */
export async function openCheck(activity: Activity, parts: Parts): Promise<Response> {
  const { messagePayload } = checkValue.parse(activity.value);
  const { brain, store } = parts;
  const about = { now: new Date(store.now()), locale: localeOf(activity), pinned: await pinnedOf(activity, parts) };
  const checked = checkMessage(plainText(messagePayload?.body?.content ?? ""), brain, about);
  const card = attached(safeCard(checked, parts));
  const title = WORDS[checked.language].checkTitle;
  return { status: 200, body: { task: { type: "continue", value: { title, width: "medium", height: "medium", card } } } };
}

function safeCard(checked: Checked, { onFault }: Parts): Card {
  try {
    const card = verdictsCard(checked);
    checkCard(card);
    return card;
  } catch (error) {
    onFault(error, "teams card");
    return verdictsInWords(checked);
  }
}
