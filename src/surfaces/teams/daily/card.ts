/** The cards of the fact of the day: the post, the preview, the form, and words with a button that stops it. */
import type { Answer } from "../../../answers/answer.ts";
import { EVERY_DAY, WEEKDAYS } from "../../../daily/calendar.ts";
import { invitation } from "../../../daily/tell.ts";
import { DAY_NAMES } from "../../../daily/when.ts";
import { dailyWord } from "../../../daily/words.ts";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { CHAT_WORDS } from "../../words.ts";
import { type Card, type CardElement, type CardParts, cardOf, noteCard, textBlock } from "../card.ts";

export const STOP = "daily-stop";
export const SET = "daily-set";

/** A post: the answer's card with its head, what to ask on, and a button that stops it. */
export function dailyCard(answer: Answer, subscription: string, parts: CardParts): Card {
  const card = cardOf(answer, parts);
  const ask = invitation(answer);
  const head = textBlock(dailyWord(answer.language, "factHead"), { size: "Small", isSubtle: true, weight: "Bolder" });
  const body = [head, ...card.body, textBlock(ask, { size: "Small", isSubtle: true }, "Medium")];
  return { ...card, body, actions: [...(card.actions ?? []), stopAction(subscription, answer.language)] };
}

/** What the next post would look like, marked as a preview. */
export function previewCard(answer: Answer, head: string, parts: CardParts): Card {
  const card = cardOf(answer, parts);
  return { ...card, body: [textBlock(head, { size: "Small", isSubtle: true, weight: "Bolder" }), ...card.body] };
}

/** Words, with a button that stops the subscription. */
export function subscribedCard(text: string, subscription: string, language: Language): Card {
  return { ...noteCard([text], language), actions: [stopAction(subscription, language)] };
}

/** The form. @param person stands for who may send it in */
export function formCard(text: string, person: string, language: Language): Card {
  const word = (key: Parameters<typeof dailyWord>[1]) => dailyWord(language, key);
  const required = (what: string) => ({ isRequired: true, errorMessage: what });
  const inputs: CardElement[] = [
    { type: "Input.Time", id: "time", label: word("formTime"), value: "09:00", ...required(word("unclearTime")) },
    {
      ...{ type: "Input.ChoiceSet", id: "days", label: word("formDays"), isMultiSelect: true, value: WEEKDAYS.join(",") },
      ...required(word("formDays")),
      choices: EVERY_DAY.map((day) => ({ title: DAY_NAMES[language][day - 1], value: String(day) })),
    },
    { type: "Input.Text", id: "subjects", label: word("formSubjects"), placeholder: word("formSubjectsHint"), maxLength: 200 },
    {
      ...{ type: "Input.ChoiceSet", id: "language", label: word("formLanguage"), isMultiSelect: false, value: language },
      ...required(word("formLanguage")),
      choices: LANGUAGES.map((one) => ({ title: CHAT_WORDS[one].self, value: one })),
    },
    { type: "Input.Toggle", id: "holidays", title: word("formHolidays"), value: "false" },
  ];
  const card = noteCard([text], language);
  const save = { type: "Action.Execute", title: word("formSave"), verb: SET, data: { person } };
  return { ...card, body: [textBlock(word("formOpen"), { size: "Large", weight: "Bolder" }), ...inputs], actions: [save] };
}

function stopAction(subscription: string, language: Language): CardElement {
  return { type: "Action.Execute", title: dailyWord(language, "stopLink"), verb: STOP, data: { subscription, language } };
}
