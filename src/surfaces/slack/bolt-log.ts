/** Bolt's log lines in ours; its debug lines may hold what people wrote and are left out. */
import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../../log.ts";

export function boltLog(log: Log): Logger {
  const words = (parts: readonly unknown[]) => parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" ");
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn(words(parts)),
    error: (...parts) => log.error(words(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
