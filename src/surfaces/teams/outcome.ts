/** What came of a request to the connector: repeated only when the message surely was not posted. */
import { z } from "zod";
import type { Outcome } from "../../outbox/states.ts";

/** No access token could be had, so nothing was posted. */
export class SigningError extends Error {}

const NEVER_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "EHOSTUNREACH", "ENETUNREACH"]);
/** What undici says when a proxy opens no way through. */
const NO_TUNNEL = /HTTP Tunneling/;
const REFUSED_WAIT_MS = 1_000;
const SIGNING_WAIT_MS = 5_000;
const THROTTLED_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;

const failure = z.looseObject({ code: z.string() });
const posted = z.looseObject({ id: z.string().min(1) });

/** @param error what was thrown before there was a response */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof SigningError) return { state: "later", reason: "no access token", waitMs: SIGNING_WAIT_MS };
  const code = failure.safeParse(error).data?.code ?? "";
  if (NEVER_CONNECTED.has(code)) return { state: "later", reason: `not connected (${code})`, waitMs: REFUSED_WAIT_MS };
  if (error instanceof Error && NO_TUNNEL.test(error.message))
    return { state: "later", reason: "the proxy did not let it through", waitMs: REFUSED_WAIT_MS };
  return { state: "unknown", reason: "the request broke off" };
}

/** @param retryAfter the header, in seconds or as a date */
export function outcomeOfStatus(status: number, retryAfter: string | undefined, body: string | null | undefined): Outcome {
  if (status >= 200 && status < 300) return { state: "sent", remoteId: idIn(body) };
  if (status === 429) return { state: "later", reason: "429", waitMs: waitOf(retryAfter), channelWaits: true };
  // 408 tells that the service gave up waiting, not what it had done by then.
  if (status >= 300 && status < 500 && status !== 408) return { state: "failed", reason: `refused with ${status}${codeIn(body)}` };
  return { state: "unknown", reason: `answered with ${status}` };
}

function idIn(body: string | null | undefined): string | undefined {
  try {
    return posted.safeParse(JSON.parse(body ?? "")).data?.id;
  } catch {
    return undefined;
  }
}

const refusal = z.looseObject({ error: z.looseObject({ code: z.string().regex(/^\w{1,60}$/) }) });

/** Teams' own word for a refusal, such as BotNotInConversationRoster: it tells whether the bot was removed. */
function codeIn(body: string | null | undefined): string {
  try {
    const code = refusal.safeParse(JSON.parse(body ?? "")).data?.error.code;
    return code === undefined ? "" : ` (${code})`;
  } catch {
    return "";
  }
}

function waitOf(header: string | undefined): number {
  if (header === undefined) return THROTTLED_WAIT_MS;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_WAIT_MS) : THROTTLED_WAIT_MS;
}
