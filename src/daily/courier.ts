/** Prepares a planned post: reads its subscription and its fact anew, and hands both to the platform's surface. */
import { z } from "zod";
import type { Answer } from "../answers/answer.ts";
import { gather } from "../outbox/gather.ts";
import type { Claimed } from "../outbox/outbox.ts";
import type { Courier, Ready, Skip } from "../outbox/sender.ts";
import type { Store } from "../store/open.ts";
import { parseCanonical, type Question } from "../understanding/question.ts";
import { FAULTS, type Fault } from "./faults.ts";
import { readSubscription, readSubscriptions, type Subscription } from "./subscriptions.ts";

const dailyPayload = z.object({ subscription: z.string(), date: z.string(), fact: z.string() });
const noticePayload = z.object({ subscription: z.string(), fault: z.enum(FAULTS) });

export type DailyCourierOptions = {
  store: Store;
  answerQuestion(question: Question): Answer;
  isSubject(key: string): boolean;
  /** Makes the one request that posts a fact, with its picture, its link and a way to stop. */
  post(subscription: Subscription, answer: Answer, message: Claimed): Promise<Ready | Skip>;
};

/** The courier for `slack/daily` or `teams/daily`. What was stopped or paused meanwhile is not sent. */
export function dailyCourier({ store, answerQuestion, isSubject, post }: DailyCourierOptions): Courier {
  // Posts of one minute come together; read one by one, they would hold up all other queries.
  const read = gather((ids: readonly string[]) => readSubscriptions(store.database, ids));
  return async (message) => {
    const { subscription: id, fact } = dailyPayload.parse(message.payload);
    const subscription = await read(id);
    if (!subscription || subscription.state === "stopped") return { skip: "stopped" };
    if (subscription.state === "paused") return { skip: "paused" };
    const question = parseCanonical(fact, isSubject);
    const answer = question && answerQuestion(question);
    if (!answer?.answered || answer.sources.length === 0) return { skip: "the fact is known no more" };
    return post(subscription, answer, message);
  };
}

/** The courier for `slack/daily-notice` or `teams/daily-notice`: tells who set a subscription up why it pauses. */
export function noticeCourier(store: Store, tell: (subscription: Subscription, fault: Fault) => Promise<Ready | Skip>): Courier {
  return async ({ payload }) => {
    const { subscription: id, fault } = noticePayload.parse(payload);
    const subscription = await readSubscription(store.database, id);
    if (subscription?.reason !== fault) return { skip: "it goes on already" };
    return tell(subscription, fault);
  };
}
