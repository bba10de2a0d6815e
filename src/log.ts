/** Logs as JSON lines, each with the id of the request it belongs to. What might be a secret is blacked out. */
import { AsyncLocalStorage } from "node:async_hooks";
import { type Logger, pino } from "pino";
import type { Config } from "./config.ts";

export type Log = Logger;

/** Names of fields that may hold a secret, at the top and one level down. */
const SECRETS = ["authorization", "cookie", "token", "secret", "password", "headers.authorization", "headers.cookie"];

const requests = new AsyncLocalStorage<string>();

/** Runs the work of one request; every line that it logs carries the id. */
export function inRequest<Value>(id: string, work: () => Value): Value {
  return requests.run(id, work);
}

/** A log for a process. Question texts only reach it where LOG_QUESTIONS allows. */
export function createLog({ logLevel }: Pick<Config, "logLevel">): Log {
  return pino({
    level: logLevel,
    base: null,
    mixin: () => ({ request: requests.getStore() }),
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "[hidden]" },
  });
}
