/** What came of a request to Slack, in the outbox's words: repeated only when nothing can have arrived. */
import type { Outcome } from "../../outbox/states.ts";

/** Slack's words for what will not get better by trying again, with what to do about it. */
const ADVICE: Readonly<Record<string, string>> = {
  not_in_channel: "invite Helsetall to the channel",
  channel_not_found: "the channel is gone or Helsetall may not see it; invite it",
  is_archived: "the channel is archived",
  token_revoked: "the app was removed from the workspace; install it again",
  token_expired: "the token has ended; install the app again",
  account_inactive: "the app was removed from the workspace; install it again",
  invalid_auth: "the token is not valid; set SLACK_BOT_TOKEN to the current one, or install the app again",
  missing_scope: "the app lacks a scope; apply manifest.json and install it again",
};

/** Errors that tell that nothing was posted and that another try may succeed. */
const PASSING = new Set(["ratelimited", "rate_limited", "service_unavailable", "team_added_to_org", "internal_error", "fatal_error"]);
/** Of the passing ones, those that leave open whether the message was posted. */
const UNSURE = new Set(["internal_error", "fatal_error"]);
/** Errors of nothing but the blocks: the words can still go. */
const BLOCKS_REFUSED = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "msg_blocks_too_long",
  "invalid_attachments",
  "invalid_arguments",
]);
/** Errors of a connection that was never made, so that nothing can have arrived. */
const NOT_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT", "EHOSTUNREACH", "ENETUNREACH"]);

/** Whether nothing was posted, for the blocks' sake alone. A picture that Slack cannot fetch is such a case. */
export function blocksRefused(outcome: Outcome): outcome is Extract<Outcome, { state: "failed" }> {
  return outcome.state === "failed" && BLOCKS_REFUSED.has(outcome.reason);
}

/** Makes one request. Never throws: what Slack answered, or did not answer, is the outcome. */
export async function outcomeOf(request: () => Promise<{ ts?: unknown }>): Promise<Outcome> {
  try {
    const { ts } = await request();
    return { state: "sent", ...(typeof ts === "string" && { remoteId: ts }) };
  } catch (error) {
    return outcomeOfError(error);
  }
}

/** What an error of a request means for its message. */
export function outcomeOfError(error: unknown): Outcome {
  const word = platformError(error);
  if (word !== undefined) return outcomeOfWord(word);
  const code = fieldOf(error, "code");
  if (code === "slack_webapi_rate_limited_error") return outcomeOfStatus(429, Number(fieldOf(error, "retryAfter") ?? 1));
  if (code === "slack_webapi_http_error") return outcomeOfStatus(Number(fieldOf(error, "statusCode")), 1);
  if (isNotConnected(error)) return later("no connection to Slack", 0);
  return { state: "unknown", reason: "no answer from Slack" };
}

/** What one of Slack's words for a refusal means for a message. */
export function outcomeOfWord(word: string): Outcome {
  if (UNSURE.has(word)) return { state: "unknown", reason: word };
  if (PASSING.has(word)) return later(word, 1_000);
  return { state: "failed", reason: ADVICE[word] ? `${word}: ${ADVICE[word]}` : word };
}

/** What a status other than 200 means. @param wait seconds that Slack asks to wait */
export function outcomeOfStatus(status: number, wait: number): Outcome {
  if (status === 429) return { ...later("rate limited", wait * 1000), channelWaits: true };
  return status >= 500 ? { state: "unknown", reason: `Slack answered ${status}` } : { state: "failed", reason: `Slack answered ${status}` };
}

/** Slack's own word for what it refused. */
export function platformError(error: unknown): string | undefined {
  const data = fieldOf(error, "data");
  const word = typeof data === "object" && data !== null ? (data as { error?: unknown }).error : undefined;
  return typeof word === "string" ? word : undefined;
}

/** Whether an error is of a connection that was never made. */
export function isNotConnected(error: unknown): boolean {
  for (let one: unknown = error, depth = 0; one instanceof Error && depth < 5; depth += 1) {
    if (NOT_CONNECTED.has(String(fieldOf(one, "code")))) return true;
    one = fieldOf(one, "original") ?? one.cause;
  }
  return false;
}

function fieldOf(error: unknown, name: string): unknown {
  return typeof error === "object" && error !== null && name in error ? (error as Record<string, unknown>)[name] : undefined;
}

/** @param waitMs milliseconds to wait at least */
export function later(reason: string, waitMs: number): Extract<Outcome, { state: "later" }> {
  return { state: "later", reason, waitMs: Number.isFinite(waitMs) ? waitMs : 1_000 };
}
