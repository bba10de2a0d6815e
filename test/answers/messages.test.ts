import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { en } from "../../src/answers/messages/en.ts";
import { type MessageKey, nb } from "../../src/answers/messages/nb.ts";
import { nn } from "../../src/answers/messages/nn.ts";
import { say } from "../../src/answers/say.ts";
import { LANGUAGES } from "../../src/knowledge/languages.ts";

const MESSAGES = { nb, nn, en };
const KEYS = Object.keys(nb) as MessageKey[];

/** The names of a message's places, read from its parsed form. */
function placesOf(message: string): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) visit(item);
    else if (typeof node === "object" && node !== null) {
      const { type, value, options } = node as { type?: number; value?: unknown; options?: Record<string, { value: unknown }> };
      // 0 is plain text and 7 the number of a plural; all others name a place.
      if (type !== undefined && type !== 0 && type !== 7 && typeof value === "string") found.add(value);
      for (const option of Object.values(options ?? {})) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

describe("messages", () => {
  it("have the same keys in all three languages", () => {
    for (const language of LANGUAGES) expect(Object.keys(MESSAGES[language]).sort(), language).toEqual([...KEYS].sort());
  });

  it.each(KEYS)("%s has the same places in all three languages", (key) => {
    const places = placesOf(nb[key]);
    expect(placesOf(nn[key])).toEqual(places);
    expect(placesOf(en[key])).toEqual(places);
  });

  it.each(KEYS)("%s can be said in all three languages, with every place filled", (key) => {
    const values = Object.fromEntries(placesOf(nb[key]).map((place) => [place, place === "count" ? 2 : "‹x›"]));
    for (const language of LANGUAGES) {
      const text = say(language, key, values);
      expect(text).not.toMatch(/[{}]/);
      for (const place of Object.keys(values)) if (place !== "count") expect(text).toContain("‹x›");
    }
  });

  it("count in the language's own way", () => {
    expect(say("nb", "listMore", { count: 1 })).toContain("ett tall");
    expect(say("nb", "listMore", { count: 3 })).toContain("3 tall");
    expect(say("en", "listMore", { count: 1 })).toContain("one more figure");
    expect(say("en", "listMore", { count: 3 })).toContain("3 more figures");
  });

  it("put values in as plain text", () => {
    expect(say("en", "bullet", { text: "<b>{not a place}</b>" })).toContain("<b>{not a place}</b>");
  });

  it("are nynorsk in nynorsk and bokmål in bokmål", () => {
    expect(Object.values(nn).join(" ")).not.toMatch(/\b(?:ikke|hva|hvor|hvilke|jeg|fra|noe)\b/i);
    expect(Object.values(nb).join(" ")).not.toMatch(/\b(?:ikkje|kva|kor|eg|frå|noko)\b/i);
  });
});
