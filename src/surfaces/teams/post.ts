/** Requests to Teams' connector: the one that posts a message, and the one that opens a person's own chat. */
import { type Dispatcher, request } from "undici";
import { z } from "zod";
import type { Outcome } from "../../outbox/states.ts";
import { outcomeOf, outcomeOfStatus, SigningError } from "./outcome.ts";
import type { AccessToken } from "./sign-in.ts";

/** Where a message goes. */
export type Address = { serviceUrl: string; conversation: string };

/** Posts a message once. Never throws for what the platform may answer. */
export type Post = (address: Address, activity: Record<string, unknown>) => Promise<Outcome>;

/**
 * Opens the chat with one person, or finds it again.
 * @returns the conversation's id; undefined where the person may not be written to
 */
export type OpenChat = (serviceUrl: string, who: { bot: unknown; user: string; tenant: string }) => Promise<string | undefined>;

export type PostOptions = {
  /** Shows who we are; undefined in the playground, where nobody asks. */
  accessToken: AccessToken | undefined;
  dispatcher: Dispatcher;
};

const POST_WITHIN_MS = 10_000;
/** Shorter than the claim on a message (LEASE_MS): covers fetching an access token too. */
const GIVE_UP_AFTER_MS = 20_000;

/**
 * Makes the post. Written out here and not left to botbuilder's connector client, which repeats requests and follows
 * redirects with our access token, and whose serializer leaves out all but the type of an entity, and so every citation.
 */
export function createPost(options: PostOptions): Post {
  async function post({ serviceUrl, conversation }: Address, activity: Record<string, unknown>): Promise<Outcome> {
    const path = `conversations/${encodeURIComponent(conversation)}/activities`;
    const { statusCode, headers, body } = await send(options, serviceUrl, path, activity);
    // The status alone tells what came of it; the body may still break off.
    return outcomeOfStatus(statusCode, headers["retry-after"]?.toString(), await body.text().catch(() => undefined));
  }
  return (address, activity) => Promise.race([post(address, activity).catch(outcomeOf), givenUp()]);
}

const opened = z.looseObject({ id: z.string().min(1) });

/** Makes the way to a person's own chat. Opening it again gives the same chat, so it may be repeated. */
export function createOpenChat(options: PostOptions): OpenChat {
  return async (serviceUrl, { bot, user, tenant }) => {
    const wanted = { bot, members: [{ id: user }], isGroup: false, tenantId: tenant, channelData: { tenant: { id: tenant } } };
    const { statusCode, body } = await send(options, serviceUrl, "conversations", wanted);
    const text = await body.text();
    if (statusCode >= 500 || statusCode === 429) throw new Error(`Teams answered ${statusCode} to opening a chat`);
    return statusCode < 300 ? opened.parse(JSON.parse(text)).id : undefined;
  };
}

async function send({ accessToken, dispatcher }: PostOptions, serviceUrl: string, path: string, content: object) {
  const token = await accessToken?.().catch((error: unknown) => {
    // Nothing was posted yet, which an error of the request itself could not tell.
    throw new SigningError("There is no access token.", { cause: error });
  });
  return request(`${serviceUrl.replace(/\/$/, "")}/v3/${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json; charset=utf-8",
      accept: "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(content),
    dispatcher,
    signal: AbortSignal.timeout(POST_WITHIN_MS),
  });
}

function givenUp(): Promise<Outcome> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ state: "unknown", reason: "no answer in time" }), GIVE_UP_AFTER_MS).unref();
  });
}
