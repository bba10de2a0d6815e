/** What the routes of one server share. */
import type { Answer } from "../../answers/answer.ts";
import type { Config } from "../../config.ts";
import type { Log } from "../../log.ts";
import type { Brain } from "../brain.ts";
import type { Metrics } from "./metrics.ts";

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
  metrics,
  picturesAtOnce,
  clock,
}: Pick<Site, "brain" | "config" | "log" | "metrics" | "picturesAtOnce" | "clock">): Site {
  return {
    brain,
    config,
    log,
    metrics,
    picturesAtOnce,
    clock,
    noteQuestion: (text, answer) => noteQuestion(log, config, answer, text),
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

/** Logs that a question was asked and how it went; its text only where LOG_QUESTIONS allows. */
export function noteQuestion(log: Log, { logQuestions }: Pick<Config, "logQuestions">, answer: Answer, text: string | undefined): void {
  const { intent, language, answered } = answer;
  log.info({ intent, language, answered, ...(logQuestions && text !== undefined && { question: text }) }, "question");
}
