import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createAsk } from "../../../intents/index.ts";
import type { Reply } from "../../../src/answers/reply.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { brainOf } from "../../../src/surfaces/brain.ts";
import { answerLine, answerLines } from "../../../src/surfaces/cli/jsonl.ts";
import type { Context } from "../../../src/understanding/context.ts";

const parts = brainOf(createAsk(loadKnowledge()));
const clock = () => new Date("2026-11-23T09:00:00Z");
const LOGINS = "How many Helsenorge logins in 2021?";

type Line = Partial<Reply> & { id?: string | number | null; error?: string };
function lineFor(input: unknown, conversations = new Map<string, Context>()): Line {
  const line = typeof input === "string" ? input : JSON.stringify(input);
  return JSON.parse(answerLine(line, parts, conversations, clock)) as Line;
}
const answerValues = (line: Line) => (line.figures ?? []).filter(({ role }) => role === "answer").map(({ value }) => value);

async function linesFor(input: readonly string[]): Promise<Line[]> {
  const output = new PassThrough();
  await answerLines(Readable.from(input.map((line) => `${line}\n`)), output, parts, clock);
  return String(output.read())
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

describe("one line", () => {
  it("gives the documented object", () => {
    const line = lineFor({ id: "1", question: LOGINS });
    expect(Object.keys(line)).toEqual([
      "id",
      "question",
      "language",
      "intent",
      "answered",
      "text",
      "figures",
      "sources",
      "image",
      "suggestions",
      "context",
      "elapsedMs",
    ]);
    expect(line).toMatchObject({ id: "1", question: LOGINS, language: "en", intent: "value", answered: true });
    expect(line.figures?.[0]).toMatchObject({
      indicator: "helsenorge-logins",
      measure: "level",
      period: "2021",
      since: null,
      value: 77_500_000,
      unit: "logins",
      status: "about",
      computed: false,
      role: "answer",
      source: { document: "IE-1098", section: "Helsenorge", figure: "4.4", publisher: "Norsk Helsenett (NHN)" },
    });
    expect(line.sources?.[0]).toEqual(line.figures?.[0]?.source);
    expect(line.text).toContain("77.5 million");
    expect(line.context).toBe("value/helsenorge-logins/2021/en");
  });

  it("gives the id back as it came, and none where none came", () => {
    expect(lineFor({ id: 7, question: LOGINS }).id).toBe(7);
    expect("id" in lineFor({ question: LOGINS })).toBe(false);
  });

  it("gives the same bytes twice, apart from the time it took", () => {
    const bytes = () =>
      answerLine(JSON.stringify({ id: "1", question: LOGINS }), parts, new Map(), clock).replace(/"elapsedMs":[\d.]+/, "");
    expect(bytes()).toBe(bytes());
  });

  it("uses the client's language where the words leave it open", () => {
    expect(lineFor({ question: "Helsenorge 2021", language: "nn" }).language).toBe("nn");
    expect(lineFor({ question: LOGINS, language: "nn" }).language).toBe("en");
  });

  it("reads last year by the line's own clock, else by the process's", () => {
    const question = "How many visits to Helsenorge last year?";
    expect(answerValues(lineFor({ question, now: "2022-06-01T12:00:00+02:00" }))).toEqual([140_000_000]);
    expect(lineFor({ question }).answered).toBe(false);
  });
});

describe("conversations", () => {
  it("share follow-up context within one and not across", () => {
    const conversations = new Map<string, Context>();
    lineFor({ question: LOGINS, conversation: "c1" }, conversations);
    lineFor({ question: "How many visits to Helsenorge in 2021?", conversation: "c2" }, conversations);
    expect(answerValues(lineFor({ question: "and in 2020?", conversation: "c1" }, conversations))).toEqual([43_000_000]);
    expect(answerValues(lineFor({ question: "and in 2020?", conversation: "c2" }, conversations))).toEqual([72_000_000]);
    expect(answerValues(lineFor({ question: "and in 2020?", conversation: "c3" }, conversations))).toEqual([]);
    expect(answerValues(lineFor({ question: "and in 2020?" }, conversations))).toEqual([]);
  });

  it("go on from a context that is handed back", () => {
    const { context } = lineFor({ question: LOGINS });
    expect(answerValues(lineFor({ question: "and in 2020?", context }))).toEqual([43_000_000]);
  });

  it("take no subject from a forged context", () => {
    const line = lineFor({ question: "and in 2020?", context: "value/no-such-thing/2021/en|<script>alert(1)</script>" });
    expect(line.answered).toBe(false);
    expect(JSON.stringify(line)).not.toContain("script");
  });
});

describe("a line that cannot be answered", () => {
  it.each([
    ["no JSON", "not json", null, /no JSON/],
    ["half a JSON", '{"id":"1","question":', null, /no JSON/],
    ["a list", "[]", null, /JSON object/],
    ["null", "null", null, /JSON object/],
    ["no question", '{"id":"9"}', "9", /lacks a question/],
    ["a question that is no text", '{"id":9,"question":5}', 9, /lacks a question/],
    ["a clock that is none", `{"id":"9","question":"x","now":"yesterday"}`, "9", /^now: /],
    ["a language that is none of the three", `{"id":"9","question":"x","language":"de"}`, "9", /^language: /],
    ["a context that is no text", `{"id":"9","question":"x","context":5}`, "9", /^context: /],
    ["an id that is none", `{"id":{},"question":"x"}`, null, /^id: /],
  ])("for %s says so in one message", (_what, line, id, error) => {
    const given = lineFor(line);
    expect(Object.keys(given)).toEqual(["id", "error"]);
    expect(given.id).toBe(id);
    expect(given.error).toMatch(error);
  });

  it("is declined over 2,000 characters, with a request to shorten it", () => {
    const line = lineFor({ id: "1", question: `${LOGINS} ${"x ".repeat(1000)}`, language: "en" });
    expect(line).toMatchObject({ id: "1", answered: false, intent: "none", figures: [] });
    expect(line.text).toMatch(/shorten/);
  });

  it("is still read at 2,000 characters", () => {
    const question = LOGINS + " ".repeat(2000 - LOGINS.length);
    expect(answerValues(lineFor({ question }))).toEqual([77_500_000]);
  });

  it("asks for text where there is none", () => {
    expect(lineFor({ question: "   " })).toMatchObject({ answered: false, figures: [] });
  });
});

describe("hostile text", () => {
  it.each([
    "<script>alert(1)</script>",
    "<!channel> <@U024BE7LH> logins to Helsenorge 2021",
    "[click](javascript:alert(1)) visits to Helsenorge 2021",
    "\ud800 logins to Helsenorge 2021 \udfff",
    "{{constructor.constructor('return 1')()}}",
    "{name, plural, other {#}} logins",
  ])("is never repeated in the reply: %j", (question) => {
    const { text = "", suggestions = [], context = "" } = lineFor({ question });
    const shown = [text, ...suggestions, context].join("\n");
    expect(shown).not.toMatch(/<|javascript:|constructor|plural/);
    expect(shown.isWellFormed()).toBe(true);
    expect(text.length).toBeLessThanOrEqual(2000);
  });
});

describe("many lines", () => {
  it("are answered in order, one for one, empty ones left out", async () => {
    const lines = await linesFor([
      JSON.stringify({ id: "a", question: LOGINS, conversation: "c" }),
      "",
      "no json",
      JSON.stringify({ id: "b", question: "and in 2020?", conversation: "c" }),
      JSON.stringify({ id: "c", question: "Hei!" }),
    ]);
    expect(lines.map(({ id }) => id)).toEqual(["a", null, "b", "c"]);
    expect(lines.map((line) => answerValues(line))).toEqual([[77_500_000], [], [43_000_000], []]);
  });
});
