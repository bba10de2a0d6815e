/** What the routes of one server share. */
import type { Answer } from "../../answers/answer.ts";
import type { Config } from "../../config.ts";
import type { Log } from "../../log.ts";
import type { Brain } from "../brain.ts";
import { createMetrics, type Metrics } from "./metrics.ts";

export type Site = {
  brain: Brain;
  config: Config;
  log: Log;
  metrics: Metrics;
  /** More pictures than this are not drawn or waited for at once. */
  picturesAtOnce: number;
  clock(): Date;
  /** Logs a question, its text only where LOG_QUESTIONS allows. */
  noteQuestion(text: string, answer: Answer): void;
  /** Runs an ornament of an answer: if it breaks, the answer goes out without it, and the fault is logged and counted. */
  unlessBroken<Value>(place: string, make: () => Value, otherwise: Value): Value;
};

/** Puts together what the routes share. */
export function createSite({
  brain,
  config,
  log,
  picturesAtOnce,
  clock,
}: Pick<Site, "brain" | "config" | "log" | "picturesAtOnce" | "clock">): Site {
  const metrics = createMetrics();
  return {
    brain,
    config,
    log,
    metrics,
    picturesAtOnce,
    clock,
    noteQuestion(text, answer) {
      const { intent, language, answered } = answer;
      log.info({ intent, language, answered, ...(config.logQuestions && { question: text }) }, "question");
    },
    unlessBroken(place, make, otherwise) {
      try {
        return make();
      } catch (error) {
        metrics.fault(place);
        log.error({ err: error, place }, "a part of an answer failed; the answer went out without it");
        return otherwise;
      }
    },
  };
}
