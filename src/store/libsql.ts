/** The libsql file as Kysely speaks to it: each transaction and all of the tables' building hold the file from their start. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  sql,
} from "kysely";
import type { Tables } from "./schema.ts";

const FILE = "helsetall.db";
/** How long a process waits for another one that holds the file while the tables are built. */
const WAIT_MS = 5_000;
/** And how long after that. All else waits meanwhile, acknowledgements that platforms want within three seconds too. */
const SHORTER_WAIT_MS = 2_000;
const MOST_STATEMENTS = 200;

/**
 * Opens the file in a folder, which is made when it is not there.
 * WAL with synchronous NORMAL survives a killed process; a power cut can lose the last moments
 * (https://www.sqlite.org/pragma.html#pragma_synchronous).
 * @throws when the folder cannot be made or the file cannot be opened
 */
export async function libsqlDialect(folder: string): Promise<SqliteDialect> {
  const { default: File } = await import("libsql");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = new File(join(folder, FILE), { timeout: WAIT_MS });
  file.pragma("journal_mode = WAL");
  file.pragma("synchronous = NORMAL");
  return new OneWriterDialect({ database: withPreparedOnce(file) });
}

/** To be called when the tables are built. */
export async function waitShorter(database: Kysely<Tables>): Promise<void> {
  await sql.raw(`pragma busy_timeout = ${SHORTER_WAIT_MS}`).execute(database);
}

class OneWriterDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver() {
    return new ImmediateDriver(this.#config);
  }
  override createAdapter() {
    return new TransactionalAdapter();
  }
}

/**
 * All of our transactions write. One that takes the lock only at its first write can find that another process wrote
 * since its first read, and fails without waiting (https://www.sqlite.org/lang_transaction.html).
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

/**
 * SQLite can build tables in a transaction; Kysely does not count on it. With it the steps are done by one process at a
 * time, and one that is killed half-way leaves nothing behind.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

type SqliteFile = Extract<SqliteDialectConfig["database"], { prepare: unknown }>;
type Statement = ReturnType<SqliteFile["prepare"]>;

/** Preparing costs as much as running, and our queries are few: each is prepared once. */
function withPreparedOnce(file: SqliteFile): SqliteFile {
  const statements = new Map<string, Statement>();
  return {
    close: () => file.close(),
    prepare(text) {
      const known = statements.get(text);
      if (known) return known;
      const statement = file.prepare(text);
      if (statements.size < MOST_STATEMENTS) statements.set(text, statement);
      return statement;
    },
  };
}
