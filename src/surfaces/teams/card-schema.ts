/** The elements of Adaptive Cards 1.5 that we use, with Teams' limits. A card that breaks them is not sent. */
import { z } from "zod";

/** A result of a message extension is not sent when its card is larger. */
export const LARGEST_CARD = 28_000;

const words = z.string().min(1).max(2_000);
const httpsUrl = z.url({ protocol: /^https?$/ }).max(2_000);
const spacing = z.enum(["None", "Small", "Default", "Medium", "Large"]);

const richText = z.strictObject({
  type: z.literal("RichTextBlock"),
  spacing: spacing.optional(),
  inlines: z
    .array(
      z.strictObject({
        type: z.literal("TextRun"),
        text: words,
        size: z.enum(["Small", "Default", "Medium", "Large", "ExtraLarge"]).optional(),
        weight: z.enum(["Lighter", "Default", "Bolder"]).optional(),
        isSubtle: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(10),
});

const image = z.strictObject({
  type: z.literal("Image"),
  url: z.union([z.url({ protocol: /^https$/ }).max(2_000), z.string().startsWith("data:image/png;base64,")]),
  altText: words,
  size: z.literal("Stretch"),
  spacing: spacing.optional(),
});

const shown = {
  type: z.literal("Action.Execute"),
  title: z.string().min(1).max(46),
  tooltip: z.string().max(300).optional(),
};
const language = z.enum(["nb", "nn", "en"]);
/** What a button carries, and nothing else: a question in canonical form, a subscription, or who opened the form. */
const execute = z.discriminatedUnion("verb", [
  z.strictObject({ ...shown, verb: z.literal("ask"), data: z.strictObject({ question: z.string().min(1).max(300) }) }),
  z.strictObject({ ...shown, verb: z.literal("daily-stop"), data: z.strictObject({ subscription: z.string().max(100), language }) }),
  z.strictObject({ ...shown, verb: z.literal("daily-set"), data: z.strictObject({ person: z.string().max(100) }) }),
]);
const label = z.string().min(1).max(200);
const input = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("Input.Time"), id: label, label, value: z.string(), isRequired: z.literal(true), errorMessage: label }),
  z.strictObject({ type: z.literal("Input.Text"), id: label, label, placeholder: label, maxLength: z.number().max(300) }),
  z.strictObject({ type: z.literal("Input.Toggle"), id: label, title: label, value: z.enum(["true", "false"]) }),
  z.strictObject({
    ...{ type: z.literal("Input.ChoiceSet"), id: label, label, value: z.string(), isMultiSelect: z.boolean() },
    ...{ isRequired: z.literal(true), errorMessage: label },
    choices: z
      .array(z.strictObject({ title: label, value: label }))
      .min(1)
      .max(20),
  }),
]);
const openUrl = z.strictObject({ type: z.literal("Action.OpenUrl"), title: z.string().min(1).max(60), url: httpsUrl });
const action = z.union([execute, openUrl]);
const actionSet = z.strictObject({ type: z.literal("ActionSet"), spacing: spacing.optional(), actions: z.array(action).length(1) });
const container = z.strictObject({
  type: z.literal("Container"),
  spacing: spacing.optional(),
  separator: z.boolean().optional(),
  items: z
    .array(z.union([richText, actionSet]))
    .min(1)
    .max(10),
});

/** Teams shows up to six actions at once. */
const MOST_ACTIONS = 6;

export const cardSchema = z.strictObject({
  type: z.literal("AdaptiveCard"),
  $schema: z.literal("http://adaptivecards.io/schemas/adaptive-card.json"),
  version: z.literal("1.5"),
  lang: language,
  body: z
    .array(z.union([richText, image, input, actionSet, container]))
    .min(1)
    .max(40),
  actions: z.array(action).min(1).max(MOST_ACTIONS).optional(),
  fallbackText: words,
  speak: words,
});

/** @throws when a card is not one that Teams takes */
export function checkCard(card: unknown): void {
  const { body, ...rest } = cardSchema.parse(card);
  const without = body.map((element) => (element.type === "Image" && element.url.startsWith("data:") ? { ...element, url: "" } : element));
  if (Buffer.byteLength(JSON.stringify({ ...rest, body: without })) > LARGEST_CARD) throw new Error("The card is larger than Teams takes.");
}
