/** Slack on the one server: Bolt hears, the outbox answers. */

import type { IncomingMessage, ServerResponse } from "node:http";
import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { z } from "zod";
import type { Answer } from "../../answers/answer.ts";
import type { Config, SlackConfig } from "../../config.ts";
import { resumeChannel } from "../../daily/faults.ts";
import type { Talk } from "../../daily/talk.ts";
import type { Log } from "../../log.ts";
import type { Courier } from "../../outbox/sender.ts";
import { installationsIn } from "../../store/installations.ts";
import type { Store } from "../../store/open.ts";
import { createPseudonyms, createVault, derivedSecret } from "../../store/vault.ts";
import type { Brain } from "../brain.ts";
import type { Mount } from "../web/server.ts";
import { boltLog } from "./bolt-log.ts";
import { slackCouriers } from "./couriers.ts";
import { dailyCouriers } from "./daily/couriers.ts";
import { installationStore, refreshTokens } from "./install.ts";
import { addListeners, type ListenerTools } from "./listeners.ts";
import { BOT_SCOPES } from "./manifest.ts";
import { platformError } from "./outcome.ts";
import type { Where } from "./payloads.ts";
import { createPoster, type Poster } from "./post.ts";
import { secretOf } from "./secret.ts";
import type { Tokens } from "./tokens.ts";

export type SlackOptions = {
  brain: Brain;
  store: Store;
  config: Pick<Config, "publicUrl" | "secret" | "secretOld" | "allowed">;
  slack: SlackConfig;
  log: Log;
  wake(): void;
  onFull: ListenerTools["onFull"];
  onAnswer(answer: Answer, text: string | undefined): void;
  onFault(error: unknown, place: string): void;
  talk: Talk;
  questionsPerMinute?: number;
};

export type Slack = {
  couriers: Readonly<Record<string, Courier>>;
  /** Requests below /slack/, where Slack reaches us by HTTP. */
  mount: Mount | undefined;
  /** Says who we are and, with Socket Mode, connects. @throws Error with one clear line when Slack refuses the token */
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** An event must be taken or refused well within Slack's three seconds. */
const REFUSE_AFTER_MS = 2_500;
const BODY_LIMIT = 1_000_000;
/** Slack's own clock and ours may differ by this much. */
const AHEAD_SECONDS = 60;
const REFRESH_EVERY_MS = 10 * 60_000;
const PING_TIMEOUT_MS = 5_000;

export function createSlack(options: SlackOptions): Slack {
  const { brain, store, config, slack, log, wake, onFull, onAnswer, onFault, talk, questionsPerMinute } = options;
  const poster = createPoster(slack.apiUrl, (error) => onFault(error, "blocks"));
  const secret = secretOf({ secret: config.secret, slack }) ?? "";
  const vault = createVault(secret, config.secretOld);
  const installations = installationsIn(store, "slack", vault);
  const allowed = new Set(config.allowed);
  const isAllowed = ({ team, enterprise }: Where) =>
    allowed.has("*") || allowed.has(team) || (enterprise !== null && allowed.has(enterprise));
  const onInstalled = async ({ team }: Where) => {
    await resumeChannel(store, { platform: "slack", workspace: team }, ["revoked"]);
  };
  const receiver = receiverFor(options, poster, installationStore(installations, isAllowed, onInstalled), secret);
  const installer = receiver instanceof HTTPReceiver ? receiver.installer : undefined;
  const app = new App({
    receiver: receiver instanceof SocketModeReceiver ? acknowledgedLast(receiver) : apartFromInstaller(receiver),
    // Tokens are looked up when a message goes out; hearing needs none, so a fault of theirs loses no event.
    authorize: async (_source, body) => {
      const self = (body as { authorizations?: { user_id?: string }[] } | undefined)?.authorizations?.[0]?.user_id;
      return { botToken: undefined, ...(self !== undefined && { botUserId: self }) } as never;
    },
    ignoreSelf: false,
    // What is remembered of a conversation is in the store.
    convoStore: false,
    clientOptions: poster.clientOptions,
    logger: boltLog(log),
    tokenVerificationEnabled: false,
  });
  app.error(async (error) => {
    onFault(error, "slack");
    throw error;
  });
  const tokens: Tokens = async ({ team, enterprise }) => {
    if (slack.access.kind === "token") return slack.access.botToken;
    try {
      const found = await installer?.authorize({
        teamId: team,
        enterpriseId: enterprise ?? undefined,
        isEnterpriseInstall: team.startsWith("E"),
      });
      return found?.botToken;
    } catch (error) {
      onFault(error, "slack-token");
      return undefined;
    }
  };
  addListeners(app, {
    brain,
    store,
    pseudonym: createPseudonyms(secret),
    isAllowed,
    wake,
    onFull,
    ...(questionsPerMinute !== undefined && { questionsPerMinute }),
    forgetInstallation: (workspace) => installations.remove(workspace),
    talk,
    openView: async (where, triggerId, view) => {
      try {
        const token = await tokens(where);
        if (token !== undefined) await poster.client(token).views.open({ trigger_id: triggerId, view } as never);
        return token !== undefined;
      } catch (error) {
        onFault(error, "slack-form");
        return false;
      }
    },
  });
  const courierTools = { brain, store, poster, tokens, publicUrl: config.publicUrl, talk, onAnswer, onFault };
  let refreshing: NodeJS.Timeout | undefined;
  return {
    couriers: { ...slackCouriers(courierTools), ...dailyCouriers({ ...courierTools, vault }) },
    mount: receiver instanceof HTTPReceiver ? mountOf(receiver) : undefined,
    async start() {
      if (slack.access.kind === "token") {
        const own = await whoAmI(poster, slack.access.botToken);
        if (allowed.size === 0) allowed.add(own.team);
        await resumeChannel(store, { platform: "slack", workspace: own.team }, ["revoked"]);
      } else if (installer) {
        const onTokenFault = (error: unknown) => onFault(error, "slack-token");
        const refresh = () => void refreshTokens(installer, installations, store, onTokenFault).catch(onTokenFault);
        refreshing = setInterval(refresh, REFRESH_EVERY_MS);
        refresh();
      }
      if (receiver instanceof SocketModeReceiver) await app.start();
    },
    async stop() {
      clearInterval(refreshing);
      if (receiver instanceof SocketModeReceiver) await app.stop();
      await poster.close();
    },
  };
}

async function whoAmI(poster: Poster, token: string): Promise<{ team: string }> {
  try {
    const { team_id } = await poster.client(token).auth.test();
    return { team: z.string().parse(team_id) };
  } catch (error) {
    throw new Error(
      platformError(error) === undefined
        ? "Slack cannot be reached; check the network, HTTPS_PROXY, and NODE_EXTRA_CA_CERTS where a proxy has its own certificates."
        : "Slack did not accept SLACK_BOT_TOKEN; set it to the Bot User OAuth Token of the app's OAuth page.",
    );
  }
}

function receiverFor(
  { slack, log, config }: SlackOptions,
  { clientOptions, proxy }: Poster,
  store: ReturnType<typeof installationStore>,
  secret: string,
): HTTPReceiver | SocketModeReceiver {
  const logger = boltLog(log);
  if (slack.entrance.kind === "socket")
    return new SocketModeReceiver({
      appToken: slack.entrance.appToken,
      logger,
      dispatcher: proxy,
      clientPingTimeout: PING_TIMEOUT_MS,
      installerOptions: { clientOptions },
      // What we could not write down is not acknowledged, so that Slack sends it again.
      processEventErrorHandler: async () => false,
    });
  return new HTTPReceiver({
    signingSecret: slack.entrance.signingSecret,
    endpoints: "/slack/events",
    processBeforeResponse: true,
    logger,
    ...(slack.access.kind === "oauth" && {
      clientId: slack.access.clientId,
      clientSecret: slack.access.clientSecret,
      stateSecret: derivedSecret(secret, "slack state"),
      installationStore: store,
      scopes: [...BOT_SCOPES],
      ...(config.publicUrl && { redirectUri: `${config.publicUrl}/slack/oauth_redirect` }),
      installerOptions: {
        installPath: "/slack/install",
        redirectUriPath: "/slack/oauth_redirect",
        clientOptions,
        callbackOptions: {
          success: (_installation, _options, _request, response) =>
            endPage(response, 200, "Helsetall is installed. Go back to Slack and ask it something."),
          failure: (error, _options, _request, response) => {
            log.warn({ reason: error.code }, "an installation in Slack failed");
            endPage(
              response,
              400,
              "Helsetall was not installed. Begin again from the install page, and ask whoever runs Helsetall if it happens twice.",
            );
          },
        },
      },
    }),
  });
}

function endPage(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'" });
  response.end(
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Helsetall</title><p>${text}</p></html>`,
  );
}

/** The receiver without its installer, beside which Bolt allows no authorization of our own. */
function apartFromInstaller(receiver: HTTPReceiver): Receiver {
  return { init: (app) => receiver.init(app), start: async () => {}, stop: async () => {} };
}

/** Bolt's socket receiver acknowledges before the listeners run; here they run first, so that a kill loses nothing. */
function acknowledgedLast(receiver: SocketModeReceiver): Receiver {
  return {
    init: (app) =>
      receiver.init({
        processEvent: async (event: Parameters<App["processEvent"]>[0]) => {
          let answer: unknown;
          let acknowledged = false;
          await app.processEvent({
            ...event,
            ack: async (response: unknown) => {
              acknowledged = true;
              answer = response;
            },
          });
          if (acknowledged) await event.ack(answer as never);
        },
      } as unknown as App),
    start: () => receiver.start(),
    stop: () => receiver.stop(),
  };
}

/**
 * Bolt checks the signature and refuses what is stale. What it leaves open is refused here: a time in the future,
 * a body that is no object, on which it would break, and what cannot be written down in time, since Bolt holds back the
 * answer to an event for as long as its listeners run.
 */
function mountOf(receiver: HTTPReceiver): Mount {
  return {
    path: "/slack/",
    handle(request, response) {
      const refuse = (status: number) => {
        if (!response.headersSent) response.writeHead(status).end();
      };
      const late = request.method === "POST" ? setTimeout(refuse, REFUSE_AFTER_MS, 503) : undefined;
      response.once("close", () => clearTimeout(late));
      const sentAt = Number(request.headers["x-slack-request-timestamp"] ?? 0);
      if (sentAt > Date.now() / 1000 + AHEAD_SECONDS) return refuse(401);
      bodyOf(request).then(
        (rawBody) => {
          if (rawBody === undefined) return refuse(413);
          if (!holdsObject(request, rawBody)) return refuse(400);
          try {
            receiver.requestListener(Object.assign(request, { rawBody }), response);
          } catch {
            // Bolt throws for an address that it does not know.
            refuse(404);
          }
        },
        () => refuse(400),
      );
    },
  };
}

/** The whole body, or undefined when it is larger than we read. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  return size > BODY_LIMIT ? undefined : Buffer.concat(chunks);
}

function holdsObject(request: IncomingMessage, body: Buffer): boolean {
  if (request.method !== "POST" || !String(request.headers["content-type"]).includes("json")) return true;
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
