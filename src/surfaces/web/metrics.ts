/** What is counted, in the names that Prometheus reads at /metrics. Nothing here tells who asked or what. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Answer } from "../../answers/answer.ts";
import type { Meter } from "../../daily/meter.ts";

export type Metrics = {
  registry: Registry;
  /** Counts one answered question and how long it took, in seconds. */
  question(answer: Answer, seconds: number): void;
  /** Counts one response by route and status. */
  response(route: string, status: number): void;
  /** Counts a fault of ours by where it happened. */
  fault(place: string): void;
  /** Counts a picture by how it went: drawn or refused. */
  picture(outcome: "sent" | "refused"): void;
  /** Counts a message that has ended, by platform, kind and state. */
  message(platform: string, kind: string, state: string): void;
  /** Counts the facts of the day. */
  daily: Meter;
};

/** Makes the counters of one server. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const questions = new Counter({
    name: "helsetall_questions_total",
    help: "Questions by intent, language and whether they were answered",
    labelNames: ["intent", "language", "answered"],
    registers,
  });
  const latency = new Histogram({
    name: "helsetall_answer_seconds",
    help: "Time from question to answer",
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.2],
    registers,
  });
  const responses = new Counter({
    name: "helsetall_http_responses_total",
    help: "HTTP responses by route and status",
    labelNames: ["route", "status"],
    registers,
  });
  const faults = new Counter({ name: "helsetall_errors_total", help: "Faults of ours by place", labelNames: ["place"], registers });
  const pictures = new Counter({ name: "helsetall_pictures_total", help: "Pictures by outcome", labelNames: ["outcome"], registers });
  const messages = new Counter({
    name: "helsetall_messages_total",
    help: "Messages to chat platforms by how they ended",
    labelNames: ["platform", "kind", "state"],
    registers,
  });
  const due = new Counter({ name: "helsetall_daily_due_total", help: "Facts of the day that became due", registers });
  const ended = new Counter({
    name: "helsetall_daily_ended_total",
    help: "Facts of the day by how they ended: sent, failed, unknown, missed, skipped",
    labelNames: ["state"],
    registers,
  });
  const lag = new Gauge({
    name: "helsetall_daily_lag_seconds",
    help: "How long the longest due fact of the day has waited",
    registers,
  });
  return {
    registry,
    question(answer, seconds) {
      questions.inc({ intent: answer.intent, language: answer.language, answered: String(answer.answered) });
      latency.observe(seconds);
    },
    response: (route, status) => responses.inc({ route, status: String(status) }),
    fault: (place) => faults.inc({ place }),
    picture: (outcome) => pictures.inc({ outcome }),
    message: (platform, kind, state) => messages.inc({ platform, kind, state }),
    daily: { due: (posts) => due.inc(posts), ended: (state) => ended.inc({ state }), lag: (seconds) => lag.set(seconds) },
  };
}
