import { describe, expect, it } from "vitest";
import { EMPTY_CONTEXT, readContext, remember, writeContext } from "../../src/understanding/context.ts";
import type { Question } from "../../src/understanding/question.ts";
import { ask, isSubject, NOW } from "./bot.ts";

const about = (year: string): Question => ({
  intent: "value",
  subjects: ["helsenorge-visits"],
  periods: [year],
  language: "nb",
  shade: undefined,
});

describe("context", () => {
  it("comes back as it was written, newest question first", () => {
    const context = remember(remember(EMPTY_CONTEXT, about("2020")), about("2021"));
    expect(context.questions.map(({ periods }) => periods[0])).toEqual(["2021", "2020"]);
    expect(readContext(writeContext(context), isSubject)).toEqual(context);
  });

  it("keeps the last five questions", () => {
    const years = ["2015", "2016", "2017", "2018", "2019", "2020", "2021"];
    const context = years.reduce((before, year) => remember(before, about(year)), EMPTY_CONTEXT);
    expect(context.questions.map(({ periods }) => periods[0])).toEqual(["2021", "2020", "2019", "2018", "2017"]);
  });

  it("leaves out forged parts and keeps the others", () => {
    const text = "value/helsenorge-visits/2021/nb|value/no-such-thing/2021/nb|<script>|value/helsenorge-logins/2020/nb";
    expect(readContext(text, isSubject).questions.map(({ subjects }) => subjects[0])).toEqual(["helsenorge-visits", "helsenorge-logins"]);
  });

  it.each([undefined, "", "|||", "x".repeat(5000), "no context at all"])("reads %j as an empty one", (text) => {
    expect(readContext(text, isSubject)).toEqual(EMPTY_CONTEXT);
  });

  it.each([
    "Hvor mange besøk hadde Helsenorge i 2021, spør Kari Nordmann?",
    "Hvor mange besøk hadde Helsenorge i Bergen i 2021?",
    "Is it true that zebras made 123456 logins to Helsenorge in 2021?",
    "helsenorge hemmelighet",
    "my secret patient Ola has how many medical messages in 2021?",
  ])("never holds the user's words: %s", (text) => {
    const written = writeContext(ask({ text, now: NOW }, EMPTY_CONTEXT).context).toLowerCase();
    for (const word of ["kari", "nordmann", "bergen", "zebra", "123456", "hemmelighet", "secret", "ola", "spør"]) {
      expect(written).not.toContain(word);
    }
    expect(readContext(written, isSubject).questions.length).toBe(written === "" ? 0 : written.split("|").length);
  });
});
