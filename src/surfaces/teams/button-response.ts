/** What Teams shows where a button was pressed (https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model). */
import { CARD_TYPE, type Card } from "./card.ts";
import type { Response } from "./framework.ts";

/** Words to who pressed; the card stays as it is. */
export function told(text: string): Response {
  return { status: 200, body: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: text } };
}

/** Another card in place of the one that was pressed. */
export function replacedBy(card: Card): Response {
  return { status: 200, body: { statusCode: 200, type: CARD_TYPE, value: card } };
}
