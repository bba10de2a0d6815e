/** The talk about the fact of the day over the one brain, as every chat surface has it. */
import { nameOf } from "../answers/figures.ts";
import type { Deck } from "../daily/deck.ts";
import { createTalk, type Talk } from "../daily/talk.ts";
import type { Store } from "../store/open.ts";
import type { Brain } from "./brain.ts";

export function talkOver(brain: Brain, store: Store, deck: Deck): Talk {
  return createTalk({
    ...{ store, deck, answerQuestion: brain.answerQuestion, subjectsNamed: brain.subjectsNamed },
    nameOf(key, language) {
      const subject = brain.subject(key);
      return subject ? nameOf(subject, language) : key;
    },
  });
}
