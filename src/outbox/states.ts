/**
 * The states of a message to send:
 *
 *     planned → claimed (lease) → sending → sent | failed | unknown
 *     planned → missed (too late) | skipped (nothing to say)
 *
 * `sending` is written just before the request. An expired claim is taken up again by any process; an expired
 * `sending` becomes unknown and is never sent again, since the message may have arrived.
 */
import type { OutboxState } from "../store/schema.ts";

export const OPEN_STATES: readonly OutboxState[] = ["planned", "claimed", "sending"];

/** What came of a request to a platform. */
export type Outcome =
  | { state: "sent"; remoteId?: string | undefined }
  /** Surely not posted, and never will be. */
  | { state: "failed"; reason: string }
  /** May have been posted: never sent again. */
  | { state: "unknown"; reason: string }
  /** Surely not posted; to be tried again. `channelWaits` where the platform told the whole channel to wait. */
  | { state: "later"; reason: string; waitMs: number; channelWaits?: boolean };
