/** Invokes: what Teams waits for the answer of, in the same response. */
import { z } from "zod";
import type { Answer } from "../../answers/answer.ts";
import { sourceLines } from "../../answers/text.ts";
import { readThread, writeThreads } from "../../store/contexts.ts";
import { vote } from "../../store/people.ts";
import { EMPTY_CONTEXT, readContext, remember, writeContext } from "../../understanding/context.ts";
import { parseCanonical } from "../../understanding/question.ts";
import { type Activity, localeOf, personOf, tenantOf, threadOf } from "./activity.ts";
import { replacedBy, told } from "./button-response.ts";
import { ASK, attached, type Card, cardOf, followUps, noteCard } from "./card.ts";
import { checkCard } from "./card-schema.ts";
import { openCheck } from "./check.ts";
import { answerThread } from "./courier.ts";
import { setByForm, stopByButton } from "./daily/buttons.ts";
import { SET, STOP } from "./daily/card.ts";
import type { Response } from "./framework.ts";
import type { Parts } from "./parts.ts";
import { pinnedOf } from "./person.ts";
import { pictureOrNone } from "./picture.ts";
import { WORDS } from "./words.ts";

const MOST_RESULTS = 5;
const LONGEST_PREVIEW = 200;

const INVOKES: Readonly<Record<string, (activity: Activity, parts: Parts) => Promise<Response>>> = {
  "adaptiveCard/action": pressButton,
  "composeExtension/query": search,
  "composeExtension/queryLink": unfurl,
  "composeExtension/anonymousQueryLink": unfurl,
  "composeExtension/fetchTask": openCheck,
  "message/submitAction": takeFeedback,
};

/** Answers an invoke; 501 for those that we have no part in, 400 for those that lack what they must have. */
export async function answerInvoke(activity: Activity, parts: Parts): Promise<Response> {
  const invoke = INVOKES[activity.name ?? ""];
  if (!invoke) return { status: 501 };
  try {
    return await invoke(activity, parts);
  } catch (error) {
    if (error instanceof z.ZodError) return { status: 400 };
    throw error;
  }
}

const buttonValue = z.looseObject({ action: z.looseObject({ verb: z.enum([ASK, STOP, SET]), data: z.unknown() }) });

/** A button of a card, however old it is. */
async function pressButton(activity: Activity, parts: Parts): Promise<Response> {
  const { verb, data } = buttonValue.parse(activity.value).action;
  if (verb === STOP) return stopByButton(data, activity, parts);
  if (verb === SET) return setByForm(data, activity, parts);
  return answerButton(data, activity, parts);
}

const askData = z.looseObject({ question: z.string() });

/** The card is replaced by the answer of the question that the button carries. */
async function answerButton(data: unknown, activity: Activity, parts: Parts): Promise<Response> {
  const { brain, store } = parts;
  const question = parseCanonical(askData.parse(data).question, (key) => brain.isSubject(key));
  if (!question) return told(WORDS[localeOf(activity) ?? "nb"].notUnderstood);
  const answer = brain.answerQuestion(question);
  const thread = threadOf(activity);
  const now = store.now();
  const before = readContext(await readThread(store.database, [thread], now), (key) => brain.isSubject(key));
  const context = writeContext(remember(before, answer.question));
  await writeThreads(store.database, [thread], { workspace: tenantOf(activity), context, now });
  return replacedBy(await safeCard(answer, parts, true));
}

const queryValue = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string().nullish(), value: z.union([z.string(), z.boolean()]).nullish() })).nullish(),
});

/** Searches the figures from the compose box: the answer itself, then what it leads on to. */
async function search(activity: Activity, parts: Parts): Promise<Response> {
  const { brain } = parts;
  const { parameters } = queryValue.parse(activity.value);
  // The playground gives the one parameter without its name.
  const typed = parameters?.find(({ name }) => name === "query" || name == null)?.value;
  const text = typeof typed === "string" && typed.trim() !== "" ? typed : "hjelp";
  const answer = await askAlone(text, activity, parts);
  const more = followUps(answer, brain).flatMap(({ canonical }) => {
    const question = parseCanonical(canonical, (key) => brain.isSubject(key));
    return question ? [brain.answerQuestion(question)] : [];
  });
  const answers = [answer, ...more].filter(({ answered }) => answered).slice(0, MOST_RESULTS);
  return results(await Promise.all(answers.map((one) => resultOf(one, parts))));
}

const linkValue = z.looseObject({ url: z.string().max(2_000) });

/** A link to one of our own answer pages becomes its card. */
async function unfurl(activity: Activity, parts: Parts): Promise<Response> {
  const { brain, publicUrl } = parts;
  const { url } = linkValue.parse(activity.value);
  const canonical = canonicalIn(url, publicUrl);
  const question = canonical === undefined ? undefined : parseCanonical(canonical, (key) => brain.isSubject(key));
  const answer = question && brain.answerQuestion(question);
  return results(answer?.answered ? [await resultOf(answer, parts)] : []);
}

function canonicalIn(url: string, publicUrl: string | undefined): string | undefined {
  if (publicUrl === undefined || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  const base = new URL(publicUrl);
  const start = `${base.pathname.replace(/\/$/, "")}/answers/`;
  if (origin !== base.origin || !pathname.startsWith(start)) return undefined;
  try {
    return decodeURIComponent(pathname.slice(start.length));
  } catch {
    return undefined;
  }
}

const feedbackValue = z.looseObject({
  actionName: z.literal("feedback"),
  actionValue: z.looseObject({ reaction: z.enum(["like", "dislike"]) }),
});

/** A vote on an answer; the words that Teams may send with it are not kept. */
async function takeFeedback(activity: Activity, { store, pseudonym }: Parts): Promise<Response> {
  const { actionValue } = feedbackValue.parse(activity.value);
  const message = answerThread(threadOf(activity), activity.replyToId ?? "");
  const now = store.now();
  const question = await readThread(store.database, [message], now);
  if (question !== undefined) {
    const voter = pseudonym("vote", message, personOf(activity));
    await vote(store.database, { voter, workspace: tenantOf(activity), question, helpful: actionValue.reaction === "like", at: now });
  }
  return { status: 200 };
}

/** Asks outside of any conversation, in the language of who asks. */
async function askAlone(text: string, activity: Activity, parts: Parts): Promise<Answer> {
  const { brain, store, onQuestion } = parts;
  const pinned = await pinnedOf(activity, parts);
  const { answer } = brain.ask({ text, locale: localeOf(activity), pinned, now: new Date(store.now()) }, EMPTY_CONTEXT);
  onQuestion(text, answer);
  return answer;
}

function results(attachments: unknown[]): Response {
  return { status: 200, body: { composeExtension: { type: "result", attachmentLayout: "list", attachments } } };
}

async function resultOf(answer: Answer, parts: Parts): Promise<unknown> {
  const [source = ""] = sourceLines(answer, parts.brain.knowledge);
  const preview = { title: answer.headline.slice(0, LONGEST_PREVIEW).toWellFormed(), text: source };
  return {
    ...attached(await safeCard(answer, parts, false)),
    preview: { contentType: "application/vnd.microsoft.card.thumbnail", content: preview },
  };
}

/** The card of an answer, without its picture or in plain lines where a part of it breaks. */
async function safeCard(answer: Answer, parts: Parts, buttons: boolean): Promise<Card> {
  const { brain, publicUrl, onFault } = parts;
  try {
    const picture = await pictureOrNone(answer, parts);
    const card = cardOf(answer, { brain, publicUrl, picture, buttons });
    checkCard(card);
    return card;
  } catch (error) {
    onFault(error, "teams card");
    return noteCard([answer.headline, ...sourceLines(answer, brain.knowledge)], answer.language);
  }
}
