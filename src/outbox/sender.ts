/** The one sender of a process: claims what is due, has its courier prepare it, sends it once, writes how it ended. */
import { randomUUID } from "node:crypto";
import type { Store } from "../store/open.ts";
import type { OutboxState, Queries } from "../store/schema.ts";
import { type Claimed, claim, type End, endLost } from "./outbox.ts";
import { hold, type Pace, type Place, WORKSPACE_PACES, workspaceName } from "./pace.ts";
import type { Outcome } from "./states.ts";
import { createSteps } from "./steps.ts";
import { createTurns } from "./turns.ts";

/** A message ready to go. */
export type Ready = {
  /** The one request. Must not throw for what a platform may answer; what it throws counts as unknown. */
  send(): Promise<Outcome>;
  /** Further rows that belong to a sent message, written in the same transaction. */
  afterSent?(queries: Queries): Promise<void>;
};

export type Skip = { skip: string };

/** Knows how to prepare one kind of message. What it throws is a fault of ours: tried again a few times. */
export type Courier = (message: Claimed) => Promise<Ready | Skip>;

export type SenderOptions = {
  store: Store;
  /** Couriers by platform and kind, such as `slack/reply`. */
  couriers: Readonly<Record<string, Courier>>;
  /** Of each channel; undefined for none. */
  pace: Pace | undefined;
  /** The pace of channels on platforms that have one of their own. */
  paces?: Readonly<Record<string, Pace>>;
  /** Of what may wait, in each workspace of a platform. */
  workspacePaces?: Readonly<Record<string, Pace>>;
  /** Told how each message ended, for metrics and the log. */
  onEnd(message: Pick<Claimed, "key" | "kind" | "platform">, state: OutboxState, reason?: string): void;
  /** Told of faults of ours; the message is tried again or ended, whichever its state allows. */
  onFault(error: unknown, place: string): void;
  /** Messages under way at once. */
  atOnce?: number;
  pollMs?: number;
};

export type Sender = {
  start(): void;
  /** Looks for work now instead of at the next poll. */
  wake(): void;
  /** Takes nothing new, lets what is under way end. */
  stop(): Promise<void>;
};

const AT_ONCE = 64;
/** Places among those at once that only urgent messages may take, so that a burst of daily facts holds up no reply. */
const URGENT_SHARE = 0.25;
const POLL_MS = 1_000;
/** Places that become free within this are filled by one query. */
const GATHER_MS = 20;
const SWEEP_MS = 5_000;
const MOST_ATTEMPTS = 8;
const BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 60_000;

export function createSender(options: SenderOptions): Sender {
  const {
    store,
    couriers,
    pace,
    paces = {},
    workspacePaces = WORKSPACE_PACES,
    onEnd,
    onFault,
    atOnce = AT_ONCE,
    pollMs = POLL_MS,
  } = options;
  const owner = randomUUID();
  const steps = createSteps(store, owner, (error) => onFault(error, "outbox"));
  // Preparing is the most work: what a platform waits to have acknowledged goes before it.
  const turn = createTurns();
  const underWay = new Set<Promise<void>>();
  let running = false;
  let claiming: Promise<void> | undefined;
  let again = false;
  let gathering: NodeJS.Timeout | undefined;
  let polls: NodeJS.Timeout | undefined;
  let sweeps: NodeJS.Timeout | undefined;

  function wake(): void {
    if (!running) return;
    if (claiming) {
      again = true;
      return;
    }
    claiming = takeWork()
      .catch((error: unknown) => onFault(error, "claim"))
      .finally(() => {
        claiming = undefined;
        if (again) {
          again = false;
          wake();
        }
      });
  }

  function refill(): void {
    gathering = undefined;
    wake();
  }

  async function takeWork(): Promise<void> {
    const free = atOnce - underWay.size;
    if (free <= 0) return;
    const reserved = Math.floor(atOnce * URGENT_SHARE);
    const urgent = free <= reserved;
    const messages = await claim(store, { owner, most: urgent ? free : free - reserved, urgent });
    // Whoever filled the places for all may have left urgent messages behind, for which there are some left.
    if (!urgent && messages.length === free - reserved) again = true;
    for (const message of messages) {
      const work: Promise<void> = handle(message)
        .catch((error: unknown) => onFault(error, message.kind))
        .finally(() => {
          underWay.delete(work);
          if (running) gathering ??= setTimeout(refill, GATHER_MS);
        });
      underWay.add(work);
    }
  }

  async function handle(message: Claimed): Promise<void> {
    const { key } = message;
    if (message.expiresAt < store.now()) return finish(message, { state: "missed", reason: "too late to be of use" });
    let ready: Ready | Skip;
    await turn();
    try {
      const courier = couriers[`${message.platform}/${message.kind}`];
      if (!courier) return await finish(message, { state: "failed", reason: "no courier for this kind of message" });
      ready = await courier(message);
    } catch (error) {
      onFault(error, message.kind);
      return later(message, { reason: "could not be prepared", waitMs: 0 });
    }
    if ("skip" in ready) return finish(message, { state: "skipped", reason: ready.skip });
    const places = placesOf(message);
    if (places.length > 0 && message.paced === 0) {
      const wait = await steps.takePlaces(places);
      if (wait > 0) return steps.putBack({ key, dueAt: store.now() + wait, reason: null, paced: true, tried: false });
    }
    if (!(await steps.markSending(key))) return;
    const outcome = await send(ready, message);
    if (outcome.state !== "later") return finish(message, outcome, ready);
    if (outcome.channelWaits) await Promise.all(places.map((place) => hold(store, place, outcome.waitMs)));
    return later(message, outcome);
  }

  /** Where it keeps a pace: in its channel, and, when it may wait, in its workspace. */
  function placesOf({ channel, priority, platform, workspace }: Claimed): Place[] {
    const inChannel = paces[platform] ?? pace;
    const inWorkspace = priority > 0 ? workspacePaces[platform] : undefined;
    return [
      ...(channel !== null && inChannel ? [{ ...inChannel, name: channel }] : []),
      ...(inWorkspace ? [{ ...inWorkspace, name: workspaceName(platform, workspace) }] : []),
    ];
  }

  async function send(ready: Ready, message: Claimed): Promise<Outcome> {
    try {
      return await ready.send();
    } catch (error) {
      onFault(error, message.kind);
      return { state: "unknown", reason: "the request broke off" };
    }
  }

  /** Tries again after what the platform told, at least a growing pause; gives up after some attempts. */
  async function later(message: Claimed, { reason, waitMs }: { reason: string; waitMs: number }): Promise<void> {
    if (message.attempts >= MOST_ATTEMPTS) return finish(message, { state: "failed", reason });
    const backoff = Math.min(LONGEST_BACKOFF_MS, BACKOFF_MS * 2 ** (message.attempts - 1)) * (0.75 + Math.random() / 2);
    const dueAt = store.now() + Math.max(waitMs, backoff);
    if (dueAt > message.expiresAt) return finish(message, { state: "missed", reason });
    await steps.putBack({ key: message.key, dueAt, reason, paced: true, tried: true });
  }

  async function finish(message: Claimed, { state, ...about }: Omit<End, "key">, ready?: Ready): Promise<void> {
    const ended = await steps.end({ key: message.key, state, ...about }, state === "sent" ? ready?.afterSent : undefined);
    if (ended) onEnd(message, state, about.reason);
  }

  function sweep(): void {
    endLost(store)
      .then((lost) => {
        for (const message of lost) onEnd(message, "unknown", "its process ended while sending");
      })
      .catch((error: unknown) => onFault(error, "sweep"));
  }

  return {
    start() {
      running = true;
      polls = setInterval(wake, pollMs);
      sweeps = setInterval(sweep, SWEEP_MS);
      sweep();
      wake();
    },
    wake,
    async stop() {
      running = false;
      clearInterval(polls);
      clearInterval(sweeps);
      clearTimeout(gathering);
      await claiming;
      await Promise.allSettled(underWay);
    },
  };
}
