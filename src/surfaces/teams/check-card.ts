/** The verdicts on a message as a card: one part for each claim, with its source and the way there. */
import { type Checked, checkedText, type Verdict } from "../check-message.ts";
import { CHAT_WORDS } from "../words.ts";
import { type Card, type CardElement, noteCard, openUrl, textBlock } from "./card.ts";
import { WORDS } from "./words.ts";

/** Draws the card; without a verdict it says that there is nothing to check. */
export function verdictsCard(checked: Checked): Card {
  const { language, verdicts } = checked;
  if (verdicts.length === 0) return verdictsInWords(checked);
  const { checkTitle } = CHAT_WORDS[language];
  const said = noteCard([checkTitle, ...verdicts.map(({ text }) => linesOf(text)[0] ?? "")], language);
  const parts = verdicts.map((verdict) => verdictPart(verdict, WORDS[language].openReport));
  return { ...said, body: [textBlock(checkTitle, { size: "Medium", weight: "Bolder" }), ...parts] };
}

/** The same in plain lines. */
export function verdictsInWords(checked: Checked): Card {
  return noteCard(linesOf(checkedText(checked)), checked.language);
}

function verdictPart({ text, source, url }: Verdict, open: string): CardElement {
  const [headline = "", ...details] = linesOf(text);
  return {
    type: "Container",
    separator: true,
    spacing: "Medium",
    items: [
      textBlock(headline, { weight: "Bolder" }),
      ...details.map((line) => textBlock(line, {})),
      ...(source === undefined ? [] : [textBlock(source, { size: "Small", isSubtle: true })]),
      // A button, since links within a run of text have come and gone in Teams (microsoft/AdaptiveCards#9100).
      ...(url === undefined ? [] : [{ type: "ActionSet", spacing: "Small", actions: [openUrl(open, url)] }]),
    ],
  };
}

function linesOf(text: string): string[] {
  return text.split("\n").filter(Boolean);
}
