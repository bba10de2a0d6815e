/** Every fact that may be posted, in each language, as Slack and Teams show it: valid, and with its source and what contradicts it. */
import { describe, expect, it } from "vitest";
import { createAsk } from "../../intents/index.ts";
import { createDeck, questionOf } from "../../src/daily/deck.ts";
import { dailyWord } from "../../src/daily/words.ts";
import { LANGUAGES } from "../../src/knowledge/languages.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { brainOf } from "../../src/surfaces/brain.ts";
import { dailyMessage } from "../../src/surfaces/slack/daily/message.ts";
import { slackMessage } from "../../src/surfaces/slack/render/limits.ts";
import { checkCard } from "../../src/surfaces/teams/card-schema.ts";
import { dailyCard } from "../../src/surfaces/teams/daily/card.ts";

const brain = brainOf(createAsk(loadKnowledge()));
const facts = createDeck(brain.knowledge, brain.answerQuestion).about([]);
const contradictions = [...brain.knowledge.notes.values()].filter(({ kind }) => kind === "contradiction");
const publicUrl = "https://helsetall.example.no";
/** Letters and digits alone, since each platform escapes in its own way. */
const bare = (text: string) => text.replace(/\\[nu"]|[^\p{L}\p{N}]/gu, "");

describe.each(LANGUAGES)("in %s", (language) => {
  const answers = facts.map((fact) => brain.answerQuestion(questionOf(fact, language)));

  /** What a post lacks of what it must carry. */
  function lacking(answer: (typeof answers)[number], shown: string): string[] {
    const told = [answer.headline, ...answer.details].join("\n");
    const notes = contradictions.map(({ text }) => text[language]).filter((note) => told.includes(note));
    const must = [...notes, answer.sources[0]?.section ?? "", dailyWord(language, "stopLink"), dailyWord(language, "factHead")];
    return must.filter((text) => !bare(shown).includes(bare(text)));
  }

  it("Slack", () => {
    for (const answer of answers) {
      const message = dailyMessage(answer, "id", { brain, publicUrl, now: new Date("2026-11-25T08:00:00Z"), isPrivate: false });
      expect([answer.headline, slackMessage.safeParse(message).error]).toEqual([answer.headline, undefined]);
      expect([answer.headline, lacking(answer, JSON.stringify(message.blocks))]).toEqual([answer.headline, []]);
    }
  });

  it("Teams", () => {
    for (const answer of answers) {
      const card = dailyCard(answer, "id", { brain, publicUrl, picture: undefined, buttons: true });
      checkCard(card);
      expect([answer.headline, lacking(answer, JSON.stringify(card))]).toEqual([answer.headline, []]);
    }
  });
});
