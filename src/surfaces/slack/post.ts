/** Requests to Slack: each made once, and what came of it in the outbox's words. */
import { WebClient } from "@slack/web-api";
import { EnvHttpProxyAgent, request, fetch as undiciFetch } from "undici";
import { z } from "zod";
import type { Outcome } from "../../outbox/states.ts";
import { blocksRefused, isNotConnected, later, outcomeOfError, outcomeOfStatus, outcomeOfWord } from "./outcome.ts";
import { lesserThan, type SlackMessage } from "./render/limits.ts";

const REQUEST_WITHIN_MS = 10_000;
const MOST_CLIENTS = 500;
/** Where a response_url may lead; see https://docs.slack.dev/interactivity/handling-user-interaction. */
const RESPONSE_HOST = "https://hooks.slack.com";

const postAnswer = z.object({ ok: z.boolean(), error: z.string().optional(), ts: z.string().optional() });

export type Poster = {
  /** A Web API client for a token, for one request at a time and no retries. */
  client(token: string): WebClient;
  /** Options for parts of Bolt that call Slack themselves. */
  clientOptions: NonNullable<ConstructorParameters<typeof WebClient>[1]>;
  proxy: EnvHttpProxyAgent;
  /** Posts a message; where Slack refuses the blocks, less of it goes, at least the words. Never throws for what Slack may answer. */
  post(token: string, where: MessagePlace, content: SlackMessage): Promise<Outcome>;
  /**
   * Posts to an interaction's own address; where Slack refuses the blocks, less of it goes, at least the words.
   * @param about how it is shown, as https://docs.slack.dev has it for response_url
   */
  respond(url: string, content: SlackMessage, about: Readonly<Record<string, unknown>>): Promise<Outcome>;
  /** Sends a file's bytes to the address that Slack gave for it. */
  putFile(url: string, bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
};

/** A channel, and perhaps a thread in it. */
export type MessagePlace = { channel: string; thread_ts?: string };

/**
 * @param apiUrl where the Web API is; with another one than Slack's, its host may also be a response_url's
 * @param onRefused told of blocks that Slack refused
 */
export function createPoster(apiUrl: string, onRefused: (error: Error) => void): Poster {
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
  const postMessageUrl = new URL("chat.postMessage", apiUrl.replace(/\/*$/, "/")).href;

  /** The one request of most messages, without the Web API client's queue, retries and copies of what is sent. */
  async function postOnce(token: string, body: object): Promise<Outcome> {
    try {
      const {
        statusCode,
        headers,
        body: answer,
      } = await request(postMessageUrl, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json; charset=utf-8" },
        body: JSON.stringify(body),
        dispatcher: proxy,
        signal: AbortSignal.timeout(REQUEST_WITHIN_MS),
      });
      const text = await answer.text();
      if (statusCode !== 200) return outcomeOfStatus(statusCode, Number(headers["retry-after"] ?? 1));
      const { ok, error, ts } = postAnswer.parse(JSON.parse(text));
      if (ok) return { state: "sent", ...(ts !== undefined && { remoteId: ts }) };
      return outcomeOfWord(error ?? "unknown_error");
    } catch (error) {
      return outcomeOfError(error);
    }
  }

  async function respondOnce(url: string, body: object): Promise<Outcome> {
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
  }

  /** Sends a message, and less of it as long as Slack refuses its blocks, so that nothing of it was posted. */
  async function sendSome(
    content: SlackMessage,
    send: (content: SlackMessage) => Promise<Outcome>,
    refused: (outcome: Outcome) => outcome is Extract<Outcome, { state: "failed" }>,
  ): Promise<Outcome> {
    let outcome = await send(content);
    for (const lesser of lesserThan(content)) {
      if (!refused(outcome)) return outcome;
      onRefused(new Error(`Slack refused the blocks: ${outcome.reason}`));
      outcome = await send(lesser);
    }
    return outcome;
  }

  return {
    post(token, where, content) {
      const fixed = { ...where, unfurl_links: false, unfurl_media: false };
      return sendSome(content, (some) => postOnce(token, { ...fixed, ...some }), blocksRefused);
    },
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
    async respond(url, content, about) {
      if (!mayRespond(url)) return { state: "failed", reason: "the response address is none of Slack's" };
      // A response address tells nothing of refused blocks but 4xx.
      return sendSome(
        content,
        (some) => respondOnce(url, { ...about, ...some }),
        (outcome) => outcome.state === "failed",
      );
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
