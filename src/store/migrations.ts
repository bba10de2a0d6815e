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

export const MIGRATIONS: Readonly<Record<string, Migration>> = { "0001-first": first, "0004-conversations": conversations };
