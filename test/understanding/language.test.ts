import { describe, expect, it } from "vitest";
import type { Language } from "../../src/knowledge/languages.ts";
import { type Context, EMPTY_CONTEXT } from "../../src/understanding/context.ts";
import { NOW, tools } from "./bot.ts";

const inLanguage = (language: Language): Context => ({ questions: [], language });

function languageOf(text: string, more: { context?: Context; locale?: Language; pinned?: Language } = {}) {
  const { context = EMPTY_CONTEXT, locale, pinned } = more;
  const { language, languageSure } = tools.reader.read({ text, locale, pinned, now: NOW }, context);
  return { language, sure: languageSure };
}

describe("the language of a message", () => {
  it.each<[string, Language]>([
    ["Hvor mange innlogginger hadde Helsenorge i 2021?", "nb"],
    ["Hva er trenden for digital hjemmeoppfølging?", "nb"],
    ["hvor kommer tallet fra", "nb"],
    ["Kor mange innloggingar hadde Helsenorge i 2021?", "nn"],
    ["Kva er trenden for digital heimeoppfølging?", "nn"],
    ["Kor mykje auka talet på meldingar?", "nn"],
    ["How many logins did Helsenorge have in 2021?", "en"],
    ["what is the trend for digital home follow-up", "en"],
    ["where is that number from", "en"],
  ])("%s is %s", (text, language) => {
    expect(languageOf(text)).toEqual({ language, sure: true });
  });

  it("is the message's own, whatever conversation and client speak", () => {
    const more = { context: inLanguage("nn"), locale: "nb" as const };
    expect(languageOf("How many logins did Helsenorge have in 2021?", more).language).toBe("en");
  });
});

describe("a message that could be of any language", () => {
  const undecided = "Helsenorge 2021";

  it("goes on in the conversation's language", () => {
    expect(languageOf(undecided, { context: inLanguage("en"), locale: "nn" })).toEqual({ language: "en", sure: false });
  });

  it("takes the client's language where there is no conversation", () => {
    expect(languageOf(undecided, { locale: "nn" })).toEqual({ language: "nn", sure: false });
  });

  it("is bokmål where nothing else is known", () => {
    expect(languageOf(undecided)).toEqual({ language: "nb", sure: false });
  });
});

describe("a language that is asked for", () => {
  it("comes before the message's own", () => {
    expect(languageOf("Hvor mange innlogginger hadde Helsenorge i 2021, på engelsk?").language).toBe("en");
    expect(languageOf("Hvor mange innlogginger hadde Helsenorge i 2021, på nynorsk?").language).toBe("nn");
  });

  it("gives way to a pinned one", () => {
    expect(languageOf("How many logins did Helsenorge have in 2021?", { pinned: "nn" }).language).toBe("nn");
  });
});
