/** Helsetall in Teams as it runs: the server, the store, the sender, a local issuer and a local connector. */
import type { AddressInfo } from "node:net";
import { createAsk } from "../../../intents/index.ts";
import { readConfig } from "../../../src/config.ts";
import { createDeck } from "../../../src/daily/deck.ts";
import { NO_METER } from "../../../src/daily/meter.ts";
import { createDaily } from "../../../src/daily/service.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { createLog } from "../../../src/log.ts";
import { createSender, type Sender } from "../../../src/outbox/sender.ts";
import { type Brain, brainOf } from "../../../src/surfaces/brain.ts";
import { talkOver } from "../../../src/surfaces/daily-talk.ts";
import { createTeams } from "../../../src/surfaces/teams/teams.ts";
import { createHelsetallServer } from "../../../src/surfaces/web/server.ts";
import { libsqlEngine, newStore } from "../../store/engines.ts";
import { LOCAL_ACCESS_TOKEN } from "./access-token.ts";
import { type Connector, startConnector } from "./connector.ts";

import { APP_ID, type Issuer, startIssuer } from "./issuer.ts";

export const TENANT = "a1b2c3d4-e5f6-4890-abcd-ef1234567890";
export const BOT = { id: `28:${APP_ID}`, name: "Helsetall" };
export const brain = brainOf(createAsk(loadKnowledge()));
const deck = createDeck(brain.knowledge, brain.answerQuestion);

// biome-ignore lint/suspicious/noExplicitAny: an activity is whatever Teams sends
export type Sent = Record<string, any>;
export type Running = Awaited<ReturnType<typeof startTeams>>;

type Started = { environment?: Record<string, string>; allowed?: string[]; sends?: boolean; signsIn?: boolean; own?: Brain };

/** Starts one bot; with `sends: false` what it plans stays where it is, with `signsIn` it asks Microsoft for its access token. */
export async function startTeams({ environment = {}, allowed = [TENANT], sends = true, signsIn = false, own = brain }: Started = {}) {
  const issuer: Issuer = await startIssuer();
  const connector: Connector = await startConnector();
  const engine = libsqlEngine();
  const store = await newStore(engine);
  const faults: unknown[] = [];
  const questions: string[] = [];
  const config = readConfig({
    PORT: "0",
    LOG_LEVEL: "silent",
    MicrosoftAppId: APP_ID,
    MicrosoftAppPassword: "not-a-secret",
    TEAMS_OPENID_METADATA: issuer.metadata,
    TEAMS_SERVICE_URLS: new URL(connector.url).origin,
    ...environment,
  });
  const warnings: object[] = [];
  const log = Object.assign(createLog(config), { warn: (line: object) => warnings.push(line) });
  let sender: Sender | undefined;
  const teams = await createTeams({
    brain: own,
    config,
    store,
    log,
    secret: "ab".repeat(32),
    talk: talkOver(brain, store, deck),
    allowed,
    wake: () => sender?.wake(),
    onFault: (error) => faults.push(error),
    onQuestion: (text) => questions.push(text),
    ...(config.teams?.appId !== undefined && !signsIn && { accessToken: LOCAL_ACCESS_TOKEN }),
  });
  sender = createSender({
    store,
    couriers: teams.couriers,
    pace: { everyMs: 0, burst: 5 },
    pollMs: 50,
    onEnd: () => {},
    onFault: (error) => faults.push(error),
  });
  const onFault = (error: unknown) => faults.push(error);
  const daily = createDaily({ store, deck, meter: NO_METER, onPlanned: () => sender?.wake(), onLate: () => {}, onFault, pollMs: 100 });
  if (sends) {
    sender.start();
    daily.start();
  }
  const { server, stop } = createHelsetallServer({ brain: own, config, log: createLog(config), mounts: [teams.mount] });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;

  /** Sends a body with a right token, or the given one. */
  async function send(activity: unknown, authorization?: string | null, headers: Record<string, string> = {}): Promise<Response> {
    const header = authorization === undefined ? `Bearer ${await issuer.token(connector.url)}` : authorization;
    return fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", ...(header !== null && { authorization: header }), ...headers },
      body: typeof activity === "string" ? activity : JSON.stringify(activity),
    });
  }
  return {
    address,
    issuer,
    connector,
    tenant: TENANT,
    store,
    faults,
    /** Each question that was counted. */
    questions,
    /** What the log was warned of. */
    warnings,
    startLines: teams.startLines,
    send,
    rows: () => store.database.selectFrom("outbox").selectAll().orderBy("key").execute(),
    async stop() {
      await daily.stop();
      await sender?.stop();
      await stop();
      await store.close();
      await Promise.all([issuer.stop(), connector.stop(), engine.stop()]);
    },
  };
}

let ids = 1_767_377_017_138;

/** A message as Teams sends it, in a chat of two; `more` changes it. */
export function message({ connector }: Pick<Running, "connector">, text: string, more: Sent = {}): Sent {
  ids += 1;
  return {
    type: "message",
    id: String(ids),
    timestamp: new Date(ids).toISOString(),
    channelId: "msteams",
    serviceUrl: connector.url,
    text,
    textFormat: "plain",
    locale: "nb-NO",
    from: { id: "29:person", name: "Kari", aadObjectId: "00000000-1111-4222-8333-444444444444" },
    recipient: BOT,
    conversation: { conversationType: "personal", tenantId: TENANT, id: "a:chat" },
    channelData: { tenant: { id: TENANT } },
    ...more,
  };
}

/** A mention in a thread of a channel. */
export function mention(running: Pick<Running, "connector">, text: string, more: Sent = {}): Sent {
  return message(running, `<at>Helsetall</at> ${text}`, {
    conversation: { conversationType: "channel", isGroup: true, tenantId: TENANT, id: "19:channel@thread.tacv2;messageid=1767377017138" },
    entities: [{ type: "mention", text: "<at>Helsetall</at>", mentioned: BOT }],
    ...more,
  });
}

/** An invoke as Teams sends it. */
export function invoke(running: Pick<Running, "connector">, name: string, value: unknown, more: Sent = {}): Sent {
  return { ...message(running, "", more), type: "invoke", name, value };
}
