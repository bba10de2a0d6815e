/** The daily part of a process: plans what is due and writes how posts ended, again and again. */
import type { Store } from "../store/open.ts";
import type { Deck } from "./deck.ts";
import { lagOf, settle } from "./deliveries.ts";
import type { Meter } from "./meter.ts";
import { planDue } from "./planner.ts";

export type DailyOptions = {
  store: Store;
  deck: Deck;
  meter: Meter;
  /** Told that there is work for the sender. */
  onPlanned(): void;
  /** Told of posts that wait longer than five minutes: a warning, never a reason to leave service. */
  onLate(seconds: number): void;
  onFault(error: unknown, place: string): void;
  pollMs?: number;
};

export type Daily = { start(): void; stop(): Promise<void> };

const POLL_MS = 2_000;
const LATE_MS = 5 * 60_000;
/** A look at the lag every so many polls. */
const LAG_EVERY = 5;

/** Any number of processes may run one; none is the leader. */
export function createDaily({ store, deck, meter, onPlanned, onLate, onFault, pollMs = POLL_MS }: DailyOptions): Daily {
  let running = false;
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  let polls = 0;

  async function work(): Promise<void> {
    await attempt("settle", () => settle(store, meter));
    await attempt("plan", async () => {
      while (running && (await planDue(store, deck, meter)) > 0) onPlanned();
    });
    if (polls++ % LAG_EVERY === 0)
      await attempt("lag", async () => {
        const lag = await lagOf(store);
        meter.lag(lag / 1_000);
        if (lag > LATE_MS) onLate(Math.round(lag / 1_000));
      });
  }

  async function attempt(place: string, part: () => Promise<unknown>): Promise<void> {
    try {
      await part();
    } catch (error) {
      onFault(error, `daily ${place}`);
    }
  }

  function next(): void {
    if (!running) return;
    working = work().then(() => {
      // Apart from the other processes, so that they do not all ask at once.
      if (running) timer = setTimeout(next, pollMs * (0.75 + Math.random() / 2));
    });
  }

  return {
    start() {
      running = true;
      next();
    },
    async stop() {
      running = false;
      clearTimeout(timer);
      await working;
    },
  };
}
