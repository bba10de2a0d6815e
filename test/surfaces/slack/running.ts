/** Helsetall's own server with Slack, in this process, on a store of its own. */
import type { AddressInfo } from "node:net";
import { createAsk } from "../../../intents/index.ts";
import { readConfig } from "../../../src/config.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { createLog } from "../../../src/log.ts";
import { brainOf } from "../../../src/surfaces/brain.ts";
import { type Chat, startChat } from "../../../src/surfaces/chat.ts";
import { createMetrics } from "../../../src/surfaces/web/metrics.ts";
import { createHelsetallServer } from "../../../src/surfaces/web/server.ts";
import type { Where } from "../../store/engines.ts";
import { BOT_TOKEN, eventBody, SIGNING_SECRET, signed, type World } from "./world.ts";

export const brain = brainOf(createAsk(loadKnowledge()));

export type Running = {
  chat: Chat;
  url: string;
  /** Sends a signed request and gives its answer. */
  post(body: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends an event. */
  event(event: object, more?: object): Promise<Response>;
  /** Sends a form, as commands and clicks come. */
  form(fields: Record<string, string>): Promise<Response>;
  metrics(): Promise<string>;
  /** Lines of the log at the level warn. */
  warnings: object[];
  stop(): Promise<void>;
};

/** Starts it against a workspace. */
export async function runHelsetall(world: World, where: Where, environment: Record<string, string> = {}): Promise<Running> {
  const config = readConfig({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: world.apiUrl,
    HELSETALL_DATA: where.folder,
    DATABASE_URL: where.databaseUrl ?? "",
    LOG_LEVEL: "silent",
    ...environment,
  });
  const warnings: object[] = [];
  const log = Object.assign(createLog(config), { warn: (line: object) => warnings.push(line) });
  const metrics = createMetrics();
  const chat = await startChat({ brain, config, log, metrics });
  const helsetall = createHelsetallServer({ brain, config, log, metrics, mounts: chat.mounts });
  await new Promise<void>((resolve) => helsetall.server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(helsetall.server.address() as AddressInfo).port}`;
  const send = (body: string, type: string, headers: Record<string, string>) =>
    fetch(`${url}/slack/events`, { method: "POST", body, headers: { "content-type": type, ...headers } });
  const post = (body: string, headers = signed(body)) => send(body, "application/json", headers);
  return {
    chat,
    url,
    post,
    event: (event, more) => post(eventBody(event, more)),
    form(fields) {
      const body = new URLSearchParams(fields).toString();
      return send(body, "application/x-www-form-urlencoded", signed(body));
    },
    metrics: () => metrics.registry.metrics(),
    warnings,
    async stop() {
      await helsetall.stop();
      await chat.stop();
    },
  };
}
