/** Chat platforms beside the web: the store, the one sender, and each platform that is configured. */
import type { Answer } from "../answers/answer.ts";
import type { Config } from "../config.ts";
import { createDeck } from "../daily/deck.ts";
import { createDaily } from "../daily/service.ts";
import type { Log } from "../log.ts";
import { createSender, type Sender } from "../outbox/sender.ts";
import { forget } from "../store/kept.ts";
import { openStore, type Store } from "../store/open.ts";
import { derivedSecret } from "../store/vault.ts";
import type { Brain } from "./brain.ts";
import { talkOver } from "./daily-talk.ts";
import type { AccessToken } from "./teams/sign-in.ts";
import type { Metrics } from "./web/metrics.ts";
import type { Mount } from "./web/server.ts";
import { noteQuestion } from "./web/site.ts";

/** It cannot start as it is configured; the message says what to change. */
export class StartError extends Error {}

export type Chat = {
  store: Store;
  mounts: readonly Mount[];
  /** What to tell who started it. */
  lines: readonly string[];
  /** Takes nothing new, lets what is under way end, closes the store. */
  stop(): Promise<void>;
};

/** One message a second in a channel of Slack, a few at once after a pause (https://api.slack.com/docs/rate-limits). */
const PACE = { everyMs: 1_000, burst: 3 };
const FORGET_EVERY_MS = 10 * 60_000;

/**
 * Opens the store, connects the platforms, and starts sending.
 * @throws StartError when the store cannot be opened or a platform refuses its token
 */
export async function startChat({
  brain,
  config,
  log,
  metrics,
  teamsAccessToken,
}: {
  brain: Brain;
  config: Config;
  log: Log;
  metrics: Metrics;
  /** For tests, where nobody hands out access tokens. */
  teamsAccessToken?: AccessToken;
}): Promise<Chat> {
  const onFault = (error: unknown, place: string) => {
    metrics.fault(place);
    log.error({ err: error, place }, "a part failed");
  };
  const store = await openStore({
    folder: config.dataFolder,
    databaseUrl: config.databaseUrl,
    onFault: (error) => onFault(error, "store"),
  }).catch((error: unknown) => {
    log.error({ err: error }, "the store cannot be opened");
    throw new StartError(
      config.databaseUrl
        ? "The database cannot be reached; check DATABASE_URL and that the server runs."
        : "The store cannot be opened; set HELSETALL_DATA to a folder that this user may write to.",
    );
  });
  let sender: Sender | undefined;
  const deck = createDeck(brain.knowledge, brain.answerQuestion);
  const talk = talkOver(brain, store, deck);
  const shared = { brain, store, config, log, onFault, talk, wake: () => sender?.wake() };
  const onAnswer = (answer: Answer, text: string | undefined) => noteQuestion(log, config, answer, text);
  const onFull = ({ key, kind, platform }: { key: string; kind: string; platform: string }) => {
    metrics.message(platform, kind, "skipped");
    log.warn({ key, kind, platform }, "a message was not taken: too many wait in its channel");
  };
  const slack = config.slack && (await import("./slack/slack.ts")).createSlack({ ...shared, slack: config.slack, onAnswer, onFull });
  const teams =
    config.teams &&
    (await (
      await import("./teams/teams.ts")
    ).createTeams({
      ...shared,
      secret: config.secret ?? derivedSecret(config.teams.appPassword ?? "playground", "teams"),
      allowed: config.allowed,
      ...(teamsAccessToken && { accessToken: teamsAccessToken }),
      onQuestion: (text, answer) => onAnswer(answer, text),
    }));
  sender = createSender({
    store,
    couriers: { ...slack?.couriers, ...teams?.couriers },
    pace: PACE,
    paces: { ...(teams && { teams: teams.pace }) },
    onEnd({ key, kind, platform }, state, reason) {
      metrics.message(platform, kind, state);
      const line = { key, kind, platform, state, reason };
      if (state === "failed" || state === "unknown" || state === "missed") log.warn(line, "a message did not go out");
      else log.debug(line, "a message ended");
    },
    onFault,
  });
  const daily = createDaily({
    ...{ store, deck, meter: metrics.daily, onFault },
    onPlanned: () => sender?.wake(),
    onLate: (seconds) => log.warn({ seconds }, "facts of the day are late"),
  });
  try {
    await slack?.start();
  } catch (error) {
    await store.close();
    throw new StartError(error instanceof Error ? error.message : "Slack cannot be reached.");
  }
  sender.start();
  daily.start();
  const forgetting = setInterval(() => forget(store).catch((error) => onFault(error, "forget")), FORGET_EVERY_MS);
  forgetting.unref();
  return {
    store,
    mounts: [slack?.mount, teams?.mount].filter((mount) => mount !== undefined),
    lines: [...(config.slack ? slackLines(config) : []), ...(teams?.startLines ?? [])],
    async stop() {
      clearInterval(forgetting);
      await slack?.stop();
      await daily.stop();
      await sender?.stop();
      await store.close();
    },
  };
}

function slackLines({ slack, publicUrl }: Config): string[] {
  const how = slack?.entrance.kind === "socket" ? "by Socket Mode" : "at /slack/events";
  const install = slack?.access.kind === "oauth" ? [`Install it in a workspace at ${publicUrl ?? ""}/slack/install`] : [];
  return [
    `Slack: connected ${how}.`,
    ...install,
    ...(publicUrl ? [] : ["Without PUBLIC_URL, pictures follow the answers in Slack as files, and private answers have none."]),
  ];
}
