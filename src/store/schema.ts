/** The tables as Kysely sees them. Times are milliseconds since 1970; flags are 0 or 1; both engines give the same types. */
import type { Generated, Kysely, Transaction } from "kysely";

/** Where a message to send stands; see src/outbox/states.ts. */
export type OutboxState = "planned" | "claimed" | "sending" | "sent" | "failed" | "unknown" | "missed" | "skipped";

export type OutboxTable = {
  /** What makes it one message: a second row with the same key cannot be. */
  key: string;
  platform: string;
  /** Workspace or tenant. */
  workspace: string;
  /** What is paced together, such as a channel; null where nothing is. */
  channel: string | null;
  /** Rows of one lane go out in the order of `seq`. */
  lane: string;
  seq: string;
  /** Which courier's work it is, such as reply or upload. */
  kind: string;
  /** What the courier needs, as JSON; null as soon as the row has ended. */
  payload: string | null;
  state: OutboxState;
  due_at: number;
  /** Not worth sending after this. */
  expires_at: number;
  lease_until: number | null;
  owner: string | null;
  attempts: number;
  /** Has its place among the channel's messages. */
  paced: number;
  reason: string | null;
  /** The platform's id of the message. */
  remote_id: string | null;
  planned_at: number;
  finished_at: number | null;
  /** What waits for nobody is 0 and goes first; a fact of the day is 1. */
  priority: Generated<number>;
};

/** active: posts; paused: by a person or by what befell the channel, see `reason`; stopped: for good. */
export type SubscriptionState = "active" | "paused" | "stopped";

export type SubscriptionTable = {
  id: string;
  platform: string;
  workspace: string;
  channel: string;
  /** Subject keys in order of the alphabet with `+` between them; empty for all. */
  subjects: string;
  language: string;
  /** Local time, `09:00`, in `zone`. */
  time: string;
  zone: string;
  /** Days of the week, Monday is 1: `12345`. */
  days: string;
  holidays: number;
  /** A pseudonym of who set it up. */
  created_by: string;
  /** What a surface needs to send there and to tell who set it up, sealed; see src/store/vault.ts. */
  reference: string | null;
  state: SubscriptionState;
  /** Why it pauses, where a person did not ask for it. */
  reason: string | null;
  /** The local date from which it goes on. */
  paused_until: string | null;
  /** The next post's local date and instant; null while none is planned. */
  next_date: string | null;
  next_due_at: number | null;
  /** Short marks of the facts shown since the deck was last through, in their order. */
  shown: string;
  /** How often the deck has been through. */
  round: number;
  created_at: number;
  updated_at: number;
};

/** What became of one local day of a subscription. Outlives the outbox. */
export type DeliveryTable = {
  /** As in the outbox: `daily:<subscription>:<local date>`. */
  key: string;
  subscription: string;
  workspace: string;
  date: string;
  due_at: number;
  /** The fact's canonical question; null where none was chosen. */
  fact: string | null;
  state: "planned" | Exclude<OutboxState, "planned" | "claimed" | "sending">;
  reason: string | null;
  finished_at: number | null;
};

export type Tables = {
  outbox: OutboxTable;
  subscriptions: SubscriptionTable;
  deliveries: DeliveryTable;
  /** When the next message of a channel may go out. */
  pace: { channel: string; free_at: number };
  installations: {
    platform: string;
    workspace: string;
    /** Encrypted; see src/store/vault.ts. */
    sealed: string;
    /** When its access token ends, where tokens rotate. */
    token_ends_at: number | null;
    updated_at: number;
  };
  /** What a thread has been about: canonical questions, no words of a user. */
  contexts: { thread: string; workspace: string; context: string; expires_at: number };
  feedback: {
    /** HMAC of person and message: one vote a person. */
    voter: string;
    workspace: string;
    question: string;
    helpful: number;
    reason: string | null;
    at: number;
  };
  /** The language that a person pinned, by an HMAC of the person. */
  preferences: { person: string; workspace: string; language: string; at: number };
  /** Conversations where the app is installed; `reference` is JSON of what it takes to write there. */
  conversations: { id: string; platform: string; workspace: string; reference: string; added_at: number };
  /** Work that one process at a time may do. */
  leases: { name: string; owner: string; until_at: number };
};

export type Database = Kysely<Tables>;
/** A database or a transaction in it. */
export type Queries = Database | Transaction<Tables>;
