/** What a channel with more than one subscription is told, in the words of a person's language. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { createAsk } from "../../intents/index.ts";
import { createDeck } from "../../src/daily/deck.ts";
import type { Talk } from "../../src/daily/talk.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import type { Store } from "../../src/store/open.ts";
import { brainOf } from "../../src/surfaces/brain.ts";
import { talkOver } from "../../src/surfaces/daily-talk.ts";
import { libsqlEngine, newStore } from "../store/engines.ts";

const brain = brainOf(createAsk(loadKnowledge()));
const deck = createDeck(brain.knowledge, brain.answerQuestion);
const engine = libsqlEngine();
let store: Store;
let talk: Talk;
/** A Wednesday, half past seven in the morning in Norway; moves on a little with each look. */
let now = Date.parse("2026-11-25T06:30:00Z");
beforeAll(async () => {
  store = { ...(await newStore(engine)), now: () => now++ };
  talk = talkOver(brain, store, deck);
});
afterAll(async () => {
  await store.close();
  await engine.stop();
});

/** What is said to one message after the other in a channel. */
async function said(channel: string, ...texts: string[]): Promise<string> {
  let answer = "";
  for (const text of texts) {
    const parsed = talk.parse(text, {});
    if (!parsed) throw new Error(`${text} is no command`);
    const asker = { platform: "slack", workspace: "T1", channel, person: "someone", reference: null };
    answer = (await talk.carryOut(parsed.command, asker, parsed.language)).text;
  }
  return answer;
}

it("confirms days behind the subjects, and another language than that of the talk", async () => {
  expect(await said("C1", "daglig 09:00 på nynorsk bare helsenorge på mandager")).toBe(
    "Dagens tall kommer hver mandag kl. 09:00 (norsk tid) hit. Det neste kommer mandag 30. november kl. 09:00, norsk tid. " +
      "Bare om Helsenorge. På nynorsk. Norske helligdager hoppes over. Skriv «daglig stopp» for å avslutte.",
  );
  expect(await said("C1", "daily show")).toBe(
    "Fact of the day: every Monday at 09:00, Norwegian time. Only about Helsenorge. In Norwegian nynorsk.\n" +
      "The next one comes on Monday 30 November at 09:00, Norwegian time.",
  );
});

it("tells apart what holds for each of several subscriptions, and says once what holds for all", async () => {
  const both = ["dagleg 09:00", "dagleg 10:00 berre e-resept"];
  expect(await said("C2", ...both, "dagleg pause til fredag")).toBe(
    "Sett på pause. Det neste kjem fredag 27. november kl. 09:00, norsk tid.\n\n" +
      "Sett på pause. Det neste kjem fredag 27. november kl. 10:00, norsk tid. Berre om E-resept.",
  );
  expect(await said("C2", "dagleg stopp")).toBe("Stoppa. Det kjem ikkje fleire daglege tal hit. Skriv «dagleg 09:00» for å byrje igjen.");
  expect(await said("C2", "dagleg stopp")).toBe("Her kjem det ikkje noko dagleg tal. Skriv til dømes «dagleg 09:00» for å byrje.");
});

it("leaves out the next one only where it is today's", async () => {
  expect(await said("C3", "daily 09:00", "daily skip today")).toBe(
    "Skipped for today. The next one comes on Thursday 26 November at 09:00, Norwegian time.",
  );
  expect(await said("C3", "daily skip today")).toBe(
    "There is nothing more to come today. The next one comes on Thursday 26 November at 09:00, Norwegian time.",
  );
});
