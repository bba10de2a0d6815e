import { describe, expect, it } from "vitest";
import { brainOf } from "../../src/surfaces/brain.ts";
import { helpLines } from "../../src/surfaces/chat-help.ts";
import { followUps } from "../../src/surfaces/follow-ups.ts";
import { answerQuestion, answerTo, ask, last, NOW, tools } from "../understanding/bot.ts";

const brain = brainOf({ ask, answerQuestion, tools });

describe("the buttons of a reply", () => {
  it("offer each meaning of what was unclear once", () => {
    const answer = last("hvor mange leger brukte kjernejournal i 2021", "og de andre?");
    const labels = followUps(answer, brain, NOW).map(({ label }) => label);
    expect(answer.choices.length).toBe(2);
    expect(labels).toEqual(answer.choices.map(({ label }) => label));
  });

  it("lead on from an answer", () => {
    const answer = answerTo("how many Helsenorge logins in 2021?");
    expect(followUps(answer, brain, NOW).map(({ label }) => label)).toEqual(answer.suggestions);
  });
});

describe("the help with the fact of the day", () => {
  it("stands under help, and not where one is asked what else is wanted", () => {
    expect(helpLines(answerTo("hjelp"))).toHaveLength(1);
    expect(helpLines(last("hvor mange innlogginger på Helsenorge i 2021?", "nei"))).toEqual([]);
  });
});
