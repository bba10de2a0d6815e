/** What the daily posts tell whoever counts them; main binds it to the metrics. */
import type { DeliveryTable } from "../store/schema.ts";

export type Meter = {
  /** Posts that became due and were handed to the outbox. */
  due(posts: number): void;
  /** A post ended: sent, failed, unknown, missed or skipped. */
  ended(state: Exclude<DeliveryTable["state"], "planned">): void;
  /** Seconds since the longest due post should have gone out; 0 when none waits. */
  lag(seconds: number): void;
};

/** Counts nothing. */
export const NO_METER: Meter = { due: () => {}, ended: () => {}, lag: () => {} };
