/** Requests to Slack: each made once, and what came of it in the outbox's words. */
import { WebClient } from "@slack/web-api";
import { EnvHttpProxyAgent, fetch as undiciFetch } from "undici";
import type { Outcome } from "../../outbox/states.ts";
import type { SlackMessage } from "./render/limits.ts";

const REQUEST_WITHIN_MS = 10_000;
const MOST_CLIENTS = 500;
/** Where a response_url may lead; see https://docs.slack.dev/interactivity/handling-user-interaction. */
const RESPONSE_HOST = "https://hooks.slack.com";

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

export type Poster = {
  /** A Web API client for a token, for one request at a time and no retries. */
  client(token: string): WebClient;
  /** Options for parts of Bolt that call Slack themselves. */
  clientOptions: NonNullable<ConstructorParameters<typeof WebClient>[1]>;
  proxy: EnvHttpProxyAgent;
  /** Posts to an interaction's own address. @param body as https://docs.slack.dev has it for response_url */
  respond(url: string, body: Record<string, unknown>): Promise<Outcome>;
  /** Sends a file's bytes to the address that Slack gave for it. */
  putFile(url: string, bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
};

/** @param apiUrl where the Web API is; with another one than Slack's, its host may also be a response_url's */
export function createPoster(apiUrl: string): Poster {
  // Honours HTTPS_PROXY and NO_PROXY; without them it connects directly.
  const proxy = new EnvHttpProxyAgent();
  const fetchOnce = ((url: string, init?: object) => undiciFetch(url, { ...init, dispatcher: proxy })) as unknown as NonNullable<
    Poster["clientOptions"]["fetch"]
  >;
  const clientOptions: Poster["clientOptions"] = {
    slackApiUrl: apiUrl,
    fetch: fetchOnce,
    timeout: REQUEST_WITHIN_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  };
  const clients = new Map<string, WebClient>();
  const own = new URL(apiUrl).origin;
  const mayRespond = (url: string) => {
    const { origin } = new URL(url);
    return origin === RESPONSE_HOST || (own !== "https://slack.com" && origin === own);
  };
  return {
    clientOptions,
    proxy,
    client(token) {
      const known = clients.get(token);
      if (known) return known;
      if (clients.size >= MOST_CLIENTS) clients.clear();
      const client = new WebClient(token, clientOptions);
      clients.set(token, client);
      return client;
    },
    async respond(url, body) {
      if (!mayRespond(url)) return { state: "failed", reason: "the response address is none of Slack's" };
      try {
        const response = await undiciFetch(url, {
          method: "POST",
          headers: { "content-type": "application/json; charset=utf-8" },
          body: JSON.stringify(body),
          dispatcher: proxy,
          redirect: "error",
          signal: AbortSignal.timeout(REQUEST_WITHIN_MS),
        });
        await response.body?.cancel();
        if (response.ok) return { state: "sent" };
        if (response.status === 429) return later("rate limited", Number(response.headers.get("retry-after") ?? 1) * 1000);
        if (response.status >= 500) return { state: "unknown", reason: `Slack answered ${response.status}` };
        return { state: "failed", reason: `the response address answered ${response.status}` };
      } catch (error) {
        return isNotConnected(error) ? later("no connection to Slack", 0) : { state: "unknown", reason: "no answer from Slack" };
      }
    },
    async putFile(url, bytes) {
      const response = await undiciFetch(url, {
        method: "POST",
        body: bytes,
        dispatcher: proxy,
        signal: AbortSignal.timeout(REQUEST_WITHIN_MS),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the upload address answered ${response.status}`);
    },
    close: () => proxy.close(),
  };
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

/** Posts with blocks; where Slack refuses the blocks, the words go alone. */
export async function withOrWithoutBlocks(
  message: SlackMessage,
  post: (message: SlackMessage) => Promise<{ ts?: unknown }>,
  onRefused: (error: unknown) => void,
): Promise<Outcome> {
  return outcomeOf(async () => {
    try {
      return await post(message);
    } catch (error) {
      if (!message.blocks || !BLOCKS_REFUSED.has(platformError(error) ?? "")) throw error;
      onRefused(error);
      return post({ text: message.text });
    }
  });
}

function outcomeOfError(error: unknown): Outcome {
  const word = platformError(error);
  if (word !== undefined) {
    if (UNSURE.has(word)) return { state: "unknown", reason: word };
    if (PASSING.has(word)) return later(word, 1_000);
    return { state: "failed", reason: ADVICE[word] ? `${word}: ${ADVICE[word]}` : word };
  }
  const code = fieldOf(error, "code");
  if (code === "slack_webapi_rate_limited_error")
    return { ...later("rate limited", Number(fieldOf(error, "retryAfter") ?? 1) * 1000), channelWaits: true };
  if (code === "slack_webapi_http_error") {
    const status = Number(fieldOf(error, "statusCode"));
    if (status === 429) return { ...later("rate limited", 1_000), channelWaits: true };
    return status >= 500
      ? { state: "unknown", reason: `Slack answered ${status}` }
      : { state: "failed", reason: `Slack answered ${status}` };
  }
  if (isNotConnected(error)) return later("no connection to Slack", 0);
  return { state: "unknown", reason: "no answer from Slack" };
}

/** Slack's own word for what it refused. */
export function platformError(error: unknown): string | undefined {
  const data = fieldOf(error, "data");
  const word = typeof data === "object" && data !== null ? (data as { error?: unknown }).error : undefined;
  return typeof word === "string" ? word : undefined;
}

function isNotConnected(error: unknown): boolean {
  for (let one: unknown = error, depth = 0; one instanceof Error && depth < 5; depth += 1) {
    if (NOT_CONNECTED.has(String(fieldOf(one, "code")))) return true;
    one = fieldOf(one, "original") ?? one.cause;
  }
  return false;
}

function fieldOf(error: unknown, name: string): unknown {
  return typeof error === "object" && error !== null && name in error ? (error as Record<string, unknown>)[name] : undefined;
}

function later(reason: string, waitMs: number): Extract<Outcome, { state: "later" }> {
  return { state: "later", reason, waitMs: Number.isFinite(waitMs) ? waitMs : 1_000 };
}
