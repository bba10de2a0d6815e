/** The steps that build the tables, oldest first. A step that was released is never changed; a new one is added. */
import { type Kysely, type Migration, sql } from "kysely";

const OPEN = sql`state in ('planned', 'claimed', 'sending')`;

const first: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable("outbox")
      .addColumn("key", "text", (column) => column.primaryKey())
      .addColumn("platform", "text", (column) => column.notNull())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("channel", "text")
      .addColumn("lane", "text", (column) => column.notNull())
      .addColumn("seq", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("payload", "text")
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("due_at", "bigint", (column) => column.notNull())
      .addColumn("expires_at", "bigint", (column) => column.notNull())
      .addColumn("lease_until", "bigint")
      .addColumn("owner", "text")
      .addColumn("attempts", "integer", (column) => column.notNull())
      .addColumn("paced", "integer", (column) => column.notNull())
      .addColumn("reason", "text")
      .addColumn("remote_id", "text")
      .addColumn("planned_at", "bigint", (column) => column.notNull())
      .addColumn("finished_at", "bigint")
      .execute();
    await sql`create index outbox_due on outbox (due_at) where ${OPEN}`.execute(database);
    await sql`create index outbox_lane on outbox (lane, seq) where ${OPEN}`.execute(database);
    await sql`create index outbox_channel on outbox (channel) where ${OPEN}`.execute(database);
    await sql`create index outbox_finished on outbox (finished_at) where finished_at is not null`.execute(database);
    await database.schema
      .createTable("pace")
      .addColumn("channel", "text", (column) => column.primaryKey())
      .addColumn("free_at", "bigint", (column) => column.notNull())
      .execute();
    await database.schema
      .createTable("installations")
      .addColumn("platform", "text", (column) => column.notNull())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("sealed", "text", (column) => column.notNull())
      .addColumn("token_ends_at", "bigint")
      .addColumn("updated_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("installations_pk", ["platform", "workspace"])
      .execute();
    await database.schema
      .createTable("contexts")
      .addColumn("thread", "text", (column) => column.primaryKey())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("context", "text", (column) => column.notNull())
      .addColumn("expires_at", "bigint", (column) => column.notNull())
      .execute();
    await database.schema.createIndex("contexts_expiry").on("contexts").column("expires_at").execute();
    await database.schema
      .createTable("feedback")
      .addColumn("voter", "text", (column) => column.primaryKey())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("question", "text", (column) => column.notNull())
      .addColumn("helpful", "integer", (column) => column.notNull())
      .addColumn("reason", "text")
      .addColumn("at", "bigint", (column) => column.notNull())
      .execute();
    await database.schema
      .createTable("preferences")
      .addColumn("person", "text", (column) => column.primaryKey())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .execute();
    await database.schema
      .createTable("leases")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("owner", "text", (column) => column.notNull())
      .addColumn("until_at", "bigint", (column) => column.notNull())
      .execute();
  },
};

/** Where Helsetall was installed and may write unasked. */
const conversations: Migration = {
  async up(database) {
    await database.schema
      .createTable("conversations")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("platform", "text", (column) => column.notNull())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("reference", "text", (column) => column.notNull())
      .addColumn("added_at", "bigint", (column) => column.notNull())
      .execute();
  },
};

/** Subscriptions to a fact a day, and what became of each day; daily rows of the outbox stand behind replies. */
const daily: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable("subscriptions")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("platform", "text", (column) => column.notNull())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("channel", "text", (column) => column.notNull())
      .addColumn("subjects", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("time", "text", (column) => column.notNull())
      .addColumn("zone", "text", (column) => column.notNull())
      .addColumn("days", "text", (column) => column.notNull())
      .addColumn("holidays", "integer", (column) => column.notNull())
      .addColumn("created_by", "text", (column) => column.notNull())
      .addColumn("reference", "text")
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("reason", "text")
      .addColumn("paused_until", "text")
      .addColumn("next_date", "text")
      .addColumn("next_due_at", "bigint")
      .addColumn("shown", "text", (column) => column.notNull())
      .addColumn("round", "integer", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("updated_at", "bigint", (column) => column.notNull())
      .addUniqueConstraint("subscriptions_one", ["platform", "workspace", "channel", "subjects"])
      .execute();
    await sql`create index subscriptions_due on subscriptions (next_due_at) where next_due_at is not null`.execute(database);
    await database.schema
      .createTable("deliveries")
      .addColumn("key", "text", (column) => column.primaryKey())
      .addColumn("subscription", "text", (column) => column.notNull())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("date", "text", (column) => column.notNull())
      .addColumn("due_at", "bigint", (column) => column.notNull())
      .addColumn("fact", "text")
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("reason", "text")
      .addColumn("finished_at", "bigint")
      .execute();
    await database.schema.createIndex("deliveries_of").on("deliveries").columns(["subscription", "date"]).execute();
    await sql`create index deliveries_open on deliveries (due_at) where state = 'planned'`.execute(database);
    await sql`alter table outbox add column priority integer not null default 0`.execute(database);
    await sql`create index outbox_order on outbox (priority, due_at) where ${OPEN}`.execute(database);
    await sql`drop index outbox_due`.execute(database);
  },
};

/** The first due messages are read off the index in their order, however many are due. */
const order: Migration = {
  async up(database: Kysely<unknown>) {
    await sql`drop index outbox_order`.execute(database);
    await sql`create index outbox_order on outbox (priority, due_at, seq) where ${OPEN}`.execute(database);
  },
};

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-first": first,
  "0002-daily": daily,
  "0003-conversations": conversations,
  "0004-order": order,
};
