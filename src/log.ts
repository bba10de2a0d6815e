/** Logs as JSON lines. What might be a secret is blacked out wherever it stands. */
import { type Logger, pino } from "pino";
import type { Config } from "./config.ts";

export type Log = Logger;

/** Names of fields that may hold a secret, at the top and one level down. */
const SECRETS = ["authorization", "cookie", "token", "secret", "password", "headers.authorization", "headers.cookie"];

/** A log for a process. Question texts only reach it where LOG_QUESTIONS allows. */
export function createLog({ logLevel }: Pick<Config, "logLevel">): Log {
  return pino({
    level: logLevel,
    base: null,
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "[hidden]" },
  });
}
