/** The Teams surface: one address that takes activities, and the couriers that post its answers. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { EnvHttpProxyAgent } from "undici";
import { z } from "zod";
import type { Answer } from "../../answers/answer.ts";
import type { Config } from "../../config.ts";
import type { Talk } from "../../daily/talk.ts";
import type { Log } from "../../log.ts";
import type { Pace } from "../../outbox/pace.ts";
import type { Courier } from "../../outbox/sender.ts";
import type { Store } from "../../store/open.ts";
import { createPseudonyms, createVault } from "../../store/vault.ts";
import type { Brain } from "../brain.ts";
import type { Mount } from "../web/server.ts";
import { type Activity, activitySchema, tenantOf } from "./activity.ts";
import { CLOUDS } from "./cloud.ts";
import { couriersOf } from "./courier.ts";
import { type DailyCouriers, dailyCouriersOf } from "./daily/couriers.ts";
import { openFramework, type Response } from "./framework.ts";
import { takeActivity } from "./incoming.ts";
import { answerInvoke } from "./invokes.ts";
import type { Parts } from "./parts.ts";
import { createOpenChat, createPost } from "./post.ts";
import { serviceUrlCheck } from "./service-url.ts";
import { type AccessToken, accessTokenOf } from "./sign-in.ts";
import { createTokenCheck, MetadataError, type TokenCheck, TokenError } from "./token.ts";

export type TeamsOptions = {
  brain: Brain;
  config: Config;
  store: Store;
  log: Log;
  /** From which the pseudonyms of people and the seals of what reaches them are made, 64 hex digits. */
  secret: string;
  talk: Talk;
  /** Tenants that may use it; empty: the bot's own; `*`: any. */
  allowed?: readonly string[];
  /** Wakes the sender: something is planned. */
  wake(): void;
  /** Counts a fault of ours. */
  onFault(error: unknown, place: string): void;
  onQuestion(text: string, answer: Answer): void;
  /** For tests, where nobody hands out access tokens. */
  accessToken?: AccessToken;
};

export type Teams = {
  mount: Mount;
  couriers: Record<"teams/reply" | "teams/welcome", Courier> & DailyCouriers;
  pace: Pace;
  startLines: readonly string[];
};

/**
 * Teams takes 7 messages a second, 8 in two, 60 in 30 and 1,800 an hour in one thread
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). Seven at once and then one every two
 * seconds keeps within each: 7 + 3600 / 2.01 = 1,798 an hour.
 */
export const PACE: Pace = { everyMs: 2_010, burst: 7 };
export const PATH = "/api/messages";
/** Teams sends an activity again after 15 seconds. */
const ANSWER_WITHIN_MS = 12_000;
const CONNECT_WITHIN_MS = 5_000;
const LARGEST_BODY = 256_000;
const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);
const FORWARDING = /^(forwarded|via|x-forwarded-.*|x-real-ip|x-original-.*)$/;

/** A request that is refused with a status and no text. */
class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

/** Opens the surface. Call it only where `config.teams` is there: botbuilder takes long to load. */
export async function createTeams(options: TeamsOptions): Promise<Teams> {
  const { brain, config, store, log, secret, talk, allowed = [], wake, onFault, onQuestion } = options;
  const { teams, publicUrl } = config;
  if (!teams) throw new Error("Teams is not configured.");
  // Honours HTTPS_PROXY and NO_PROXY; everything of Teams that leaves the server goes through it.
  const dispatcher = new EnvHttpProxyAgent({ connect: { timeout: CONNECT_WITHIN_MS } });
  const cloud = CLOUDS[teams.cloud];
  const { process } = openFramework(teams.appId);
  const { accessToken = accessTokenOf(teams, dispatcher) } = options;
  const parts: Parts = {
    ...{ brain, store, log, teams, publicUrl, talk, onFault, onQuestion },
    ...{ post: createPost({ accessToken, dispatcher }), openChat: createOpenChat({ accessToken, dispatcher }) },
    ...{ pseudonym: createPseudonyms(secret), vault: createVault(secret, config.secretOld) },
  };
  const connectors = [...cloud.connectors, ...teams.serviceUrls];
  const issuedBy = { issuer: cloud.service, metadata: teams.openIdMetadata ?? cloud.metadata };
  const gate: Gate = {
    token: teams.appId === undefined ? undefined : createTokenCheck(teams.appId, issuedBy, dispatcher),
    isConnector: serviceUrlCheck(connectors, teams.playground),
    log,
  };
  const mayUse = (tenant: string) =>
    teams.playground || allowed.includes("*") || (allowed.length > 0 ? allowed.includes(tenant) : tenant === teams.tenantId);

  async function answer(request: IncomingMessage): Promise<Response> {
    const { body, activity } = await admitted(request, gate);
    return process(body, async () => {
      if (!mayUse(tenantOf(activity))) {
        log.warn({ tenant: tenantOf(activity) }, "a tenant that is not allowed wrote in Teams");
        return activity.type === "invoke" ? { status: 403 } : undefined;
      }
      if (activity.type === "invoke") return answerInvoke(activity, parts);
      if (await takeActivity(activity, parts)) wake();
      return undefined;
    });
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      reply(response, await within(answer(request)));
    } catch (error) {
      if (error instanceof Refused) return reply(response, { status: error.status });
      onFault(error, "teams");
      // Not taken: Teams sends it again.
      reply(response, { status: error instanceof MetadataError ? 503 : 500 });
    }
  }

  return {
    mount: {
      path: PATH,
      handle(request, response) {
        response.on("error", (error) => onFault(error, "teams"));
        void serve(request, response).catch((error: unknown) => onFault(error, "teams"));
      },
    },
    couriers: { ...couriersOf(parts), ...dailyCouriersOf(parts) },
    pace: PACE,
    startLines: startLinesOf(config, allowed, connectors),
  };
}

type Gate = { token: TokenCheck | undefined; isConnector(serviceUrl: string): boolean; log: Log };
type Admitted = { body: Record<string, unknown>; activity: Activity };

/** Lets in what Teams sent, and nothing else. @throws Refused, MetadataError */
async function admitted(request: IncomingMessage, gate: Gate): Promise<Admitted> {
  if (new URL(request.url ?? "/", "http://localhost").pathname !== PATH) throw new Refused(404);
  if (request.method !== "POST") throw new Refused(405);
  const claimed = gate.token ? await gate.token(request.headers.authorization).catch(refuseToken) : refuseStrangers(request);
  const body = await readJson(request);
  const parsed = activitySchema.safeParse(body);
  if (!parsed.success) throw new Refused(400);
  const activity = parsed.data;
  const { serviceUrl, channelId } = activity;
  if (gate.token && channelId !== "msteams") throw new Refused(401);
  if (claimed && claimed.serviceUrl !== serviceUrl) throw new Refused(401);
  if (!gate.isConnector(serviceUrl)) {
    // Only what a right token says is worth a line: it may be a connector that Microsoft names nowhere.
    if (claimed)
      gate.log.warn({ connector: new URL(serviceUrl).origin }, "a connector that TEAMS_SERVICE_URLS does not name wrote in Teams");
    throw new Refused(401);
  }
  return { body, activity };
}

function refuseToken(error: unknown): never {
  throw error instanceof TokenError ? new Refused(401) : error;
}

/** The playground's activities are anonymous: only this machine may send them, and no page of a browser. */
function refuseStrangers(request: IncomingMessage): undefined {
  const forwarded = Object.keys(request.headers).some((name) => FORWARDING.test(name));
  if (forwarded || !LOOPBACK.has(request.socket.remoteAddress ?? "")) throw new Refused(401);
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  // A page elsewhere can send plain text without asking, but not JSON.
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) throw new Refused(400);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Refused(413);
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new Refused(400);
  }
}

function within<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Refused(503)), ANSWER_WITHIN_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Sends JSON, or a status with no words at all. */
function reply(response: ServerResponse, { status, body }: Response): void {
  if (response.headersSent || response.destroyed) return;
  const text = body === undefined ? "" : JSON.stringify(body);
  response
    .writeHead(status, {
      ...(body !== undefined && { "content-type": "application/json; charset=utf-8" }),
      "content-length": Buffer.byteLength(text),
      "cache-control": "no-store",
      ...(status >= 400 && { connection: "close" }),
    })
    .end(text);
}

function startLinesOf({ teams, publicUrl }: Config, allowed: readonly string[], connectors: readonly string[]): string[] {
  if (teams?.playground) return [`Teams playground: anonymous activities from this machine at ${PATH}`];
  return [
    `Teams: activities at ${PATH}`,
    ...(publicUrl?.startsWith("https://") ? [] : ["Teams shows no pictures; set PUBLIC_URL=https://… to have them."]),
    ...(connectors.length > 0
      ? []
      : ["Teams answers nobody yet; set TEAMS_SERVICE_URLS to the connector that the log names when somebody writes."]),
    ...(allowed.length > 0 || teams?.tenantId !== undefined
      ? []
      : ["Teams answers nobody yet; set MicrosoftAppTenantId, or HELSETALL_ALLOWED to tenant ids."]),
  ];
}
