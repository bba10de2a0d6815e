/** Carries out what a person asked of the fact of the day in one channel, and says what came of it. */
import type { Answer } from "../answers/answer.ts";
import type { Language } from "../knowledge/languages.ts";
import type { Store } from "../store/open.ts";
import type { Question } from "../understanding/question.ts";
import { dateOf, NORWEGIAN_ZONE } from "./calendar.ts";
import { type About, type Command, parseDaily } from "./command.ts";
import { chooseFact, type Deck, questionOf } from "./deck.ts";
import { historyOf } from "./deliveries.ts";
import {
  type Place,
  pause,
  readSubscription,
  resume,
  type Subscription,
  skipToday,
  stop,
  subscribe,
  subscriptionsIn,
} from "./subscriptions.ts";
import { type Telling, tellChanged, tellPlan, tellSubscribed } from "./tell.ts";
import { dailyWord } from "./words.ts";

/** Who asked, and where it is about. */
export type Asker = Place & {
  /** Stands for the person. */
  person: string;
  /** Sealed; what the surface needs to reach the place and the person later. */
  reference: string | null;
  /** Where there is no subscription to take it from; Norwegian time when left out. */
  zone?: string | undefined;
};

export type Said =
  | { kind: "words"; text: string }
  /** A subscription was set up or changed: for the whole channel to know. */
  | { kind: "subscribed"; text: string; subscription: Subscription; isNew: boolean }
  /** What the next post would look like. */
  | { kind: "preview"; text: string; answer: Answer }
  /** A form to fill in, and what to write where there is none. */
  | { kind: "form"; text: string };

export type Talk = {
  /** Reads a message; undefined when it is no command about the fact of the day. */
  parse(text: string, about: Omit<About, "now" | "subjectsOf">): ReturnType<typeof parseDaily>;
  /** The subjects with facts that some words name. */
  subjectsOf(words: string): readonly string[];
  carryOut(command: Command, asker: Asker, language: Language): Promise<Said>;
  /** Stops one subscription of a channel, as the button below a post asks. */
  stopOne(id: string, place: Place, language: Language): Promise<string>;
  /** Stops a subscription that the person set up, wherever it posts. */
  stopOwn(id: string, asker: Pick<Asker, "platform" | "workspace" | "person">, language: Language): Promise<string>;
  /** What stands for one subscription, for overviews. */
  plan(subscription: Subscription, language: Language): Promise<string>;
};

export type TalkOptions = {
  store: Store;
  deck: Deck;
  answerQuestion(question: Question): Answer;
  /** All subject keys that some words name. */
  subjectsNamed(words: string): readonly string[];
  /** A subject's shown name. */
  nameOf(subject: string, language: Language): string;
};

export function createTalk({ store, deck, answerQuestion, subjectsNamed, nameOf }: TalkOptions): Talk {
  const subjectsOf = (words: string) => subjectsNamed(words).filter((subject) => deck.has(subject));
  const telling = (language: Language): Telling => ({ language, now: store.now(), nameOf: (subject) => nameOf(subject, language) });

  async function plan(subscription: Subscription, language: Language): Promise<string> {
    return tellPlan(subscription, await historyOf(store.database, subscription.id), telling(language));
  }

  async function carryOut(command: Command, asker: Asker, language: Language): Promise<Said> {
    const { platform, workspace, channel, person, reference } = asker;
    switch (command.kind) {
      case "unclear":
        return { kind: "words", text: command.message };
      case "form":
        return { kind: "form", text: dailyWord(language, "help") };
      case "help":
        return { kind: "words", text: dailyWord(language, "help") };
      case "subscribe": {
        const { kind: _kind, ...schedule } = command;
        const wanted = { platform, workspace, channel, ...schedule, createdBy: person, reference };
        const { subscription, isNew } = await subscribe(store, wanted);
        return { kind: "subscribed", text: tellSubscribed(subscription, isNew, telling(language)), subscription, isNew };
      }
      case "try":
        return previewIn(asker, language);
      default: {
        const there = await subscriptionsIn(store.database, asker);
        if (there.length === 0) return { kind: "words", text: dailyWord(language, "none") };
        const lines = await Promise.all(there.map((subscription) => change(subscription, command, language)));
        // What is the same for all of a channel's subscriptions is said once.
        return { kind: "words", text: [...new Set(lines)].join("\n\n") };
      }
    }
  }

  type Change = Exclude<Command, { kind: "unclear" | "form" | "help" | "subscribe" | "try" }>;

  async function change(subscription: Subscription, command: Change, language: Language): Promise<string> {
    switch (command.kind) {
      case "show":
        return plan(subscription, language);
      case "stop":
        await stop(store, subscription.id);
        return dailyWord(language, "stopped");
      case "pause":
        return tellChanged(await pause(store, subscription, command.until), "paused", telling(language));
      case "resume":
        return tellChanged(await resume(store, subscription), "resumed", telling(language));
      case "skip": {
        const skipped = await skipToday(store, subscription);
        return tellChanged(skipped ?? subscription, skipped ? "skipped" : "notToday", telling(language));
      }
    }
  }

  /** The fact that is next in the channel, or the first that it would get. */
  async function previewIn({ platform, workspace, channel, zone = NORWEGIAN_ZONE }: Asker, language: Language): Promise<Said> {
    const [subscription] = await subscriptionsIn(store.database, { platform, workspace, channel });
    const shown = subscription ?? { id: `${platform}:${workspace}:${channel}`, subjects: [], shown: [], round: 0 };
    const { fact } = chooseFact(deck, shown, subscription?.next?.date ?? dateOf(store.now(), zone));
    const answer = answerQuestion(questionOf(fact, subscription?.language ?? language));
    return { kind: "preview", text: dailyWord(language, "preview"), answer };
  }

  async function stopWhere(id: string, isTheirs: (subscription: Subscription) => boolean, language: Language): Promise<string> {
    const subscription = await readSubscription(store.database, id);
    if (!subscription || !isTheirs(subscription) || subscription.state === "stopped") return dailyWord(language, "none");
    await stop(store, id);
    return dailyWord(language, "stopped");
  }

  return {
    subjectsOf,
    parse: (text, about) => parseDaily(text, { ...about, now: store.now(), subjectsOf }),
    carryOut,
    plan,
    stopOne: (id, { platform, workspace, channel }, language) =>
      stopWhere(id, (one) => one.platform === platform && one.workspace === workspace && one.channel === channel, language),
    stopOwn: (id, { platform, workspace, person }, language) =>
      stopWhere(id, (one) => one.platform === platform && one.workspace === workspace && one.createdBy === person, language),
  };
}
