/** The one request that posts a message to Teams' connector. */
import { type Dispatcher, request } from "undici";
import type { Outcome } from "../../outbox/states.ts";
import { outcomeOf, outcomeOfStatus, SigningError } from "./outcome.ts";

/** Where a message goes. */
export type Address = { serviceUrl: string; conversation: string };

/** Posts a message once. Never throws for what the platform may answer. */
export type Post = (address: Address, activity: Record<string, unknown>) => Promise<Outcome>;

export type PostOptions = {
  /** The header that shows who we are; undefined in the playground, where nobody asks. */
  authorization(): Promise<string | undefined>;
  dispatcher: Dispatcher;
};

const POST_WITHIN_MS = 10_000;
/** Shorter than the claim on a message (LEASE_MS): covers fetching an access token too. */
const GIVE_UP_AFTER_MS = 20_000;

/**
 * Makes the post. Written out here and not left to botbuilder's connector client, which repeats requests and follows
 * redirects with our access token, and whose serializer leaves out all but the type of an entity, and so every citation.
 */
export function createPost({ authorization, dispatcher }: PostOptions): Post {
  async function post({ serviceUrl, conversation }: Address, activity: Record<string, unknown>): Promise<Outcome> {
    const signed = await authorization().catch((error: unknown) => {
      // Nothing was posted yet, which an error of the request itself could not tell.
      throw new SigningError("There is no access token.", { cause: error });
    });
    const { statusCode, headers, body } = await request(addressOf(serviceUrl, conversation), {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        accept: "application/json",
        ...(signed !== undefined && { authorization: signed }),
      },
      body: JSON.stringify(activity),
      dispatcher,
      signal: AbortSignal.timeout(POST_WITHIN_MS),
    });
    // The status alone tells what came of it; the body may still break off.
    return outcomeOfStatus(statusCode, headers["retry-after"]?.toString(), await body.text().catch(() => undefined));
  }
  return (address, activity) => Promise.race([post(address, activity).catch(outcomeOf), givenUp()]);
}

function addressOf(serviceUrl: string, conversation: string): string {
  return `${serviceUrl.replace(/\/$/, "")}/v3/conversations/${encodeURIComponent(conversation)}/activities`;
}

function givenUp(): Promise<Outcome> {
  return new Promise((resolve) => {
    setTimeout(() => resolve({ state: "unknown", reason: "no answer in time" }), GIVE_UP_AFTER_MS).unref();
  });
}
