/** Opens the store: a libsql file, or PostgreSQL where an address is given; the tables are built on the way. */
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, Migrator, PostgresDialect, sql } from "kysely";
import { libsqlDialect, waitShorter } from "./libsql.ts";
import { MIGRATIONS } from "./migrations.ts";
import type { Database, Tables } from "./schema.ts";

export type Store = {
  database: Database;
  engine: "libsql" | "postgresql";
  /** The clock that all processes of one store share, in milliseconds since 1970. */
  now(): number;
  /** Whether the database answers. */
  isWell(): Promise<boolean>;
  close(): Promise<void>;
};

export type StoreOptions = {
  /** Folder of the libsql file; made when it is not there. */
  folder: string;
  /** PostgreSQL instead. */
  databaseUrl?: string | undefined;
  clock?: () => number;
  /** Called with faults of idle connections, which nobody waits for. */
  onFault?: (error: Error) => void;
};

const POOL = 10;
const INT8 = 20;
const MIGRATION_ATTEMPTS = 20;
const CLOCK_EVERY_MS = 60_000;
const CONNECT_WITHIN_MS = 2_000;
/** A query that takes longer is broken off, so that a hanging database never holds an acknowledgement. */
const QUERY_WITHIN_MS = 10_000;

/** @throws when the folder or the server cannot be reached, with a message that names the variable to change */
export async function openStore({ folder, databaseUrl, clock = Date.now, onFault = () => {} }: StoreOptions): Promise<Store> {
  const engine = databaseUrl ? "postgresql" : "libsql";
  const database = new Kysely<Tables>({ dialect: databaseUrl ? await postgresql(databaseUrl, onFault) : await libsqlDialect(folder) });
  try {
    await migrate(database);
    if (engine === "libsql") await waitShorter(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  let offset = 0;
  const readOffset = async () => {
    offset = engine === "postgresql" ? await clockOffset(database) : 0;
  };
  await readOffset();
  const timer = setInterval(() => readOffset().catch(onFault), CLOCK_EVERY_MS);
  timer.unref();
  return {
    database,
    engine,
    now: () => Math.round(clock() + offset),
    isWell: () =>
      sql`select 1`.execute(database).then(
        () => true,
        () => false,
      ),
    close: async () => {
      clearInterval(timer);
      await database.destroy();
    },
  };
}

async function postgresql(connectionString: string, onFault: (error: Error) => void): Promise<PostgresDialect> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({
    connectionString,
    max: POOL,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: QUERY_WITHIN_MS,
    // Whole numbers come as numbers, as from libsql; ours are counts and milliseconds, far below 2^53.
    types: { getTypeParser: (id, format) => (id === INT8 ? Number : pg.types.getTypeParser(id, format)) },
  });
  pool.on("error", onFault);
  // A connection that breaks while it is in use tells its query, which is enough; with no listener it would end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  return new PostgresDialect({ pool });
}

/** Processes may start at once: whoever comes second finds the tables or tries again. */
async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => MIGRATIONS } });
  for (let attempt = 1; ; attempt += 1) {
    const { error } = await migrator.migrateToLatest();
    if (error === undefined) return;
    if (attempt === MIGRATION_ATTEMPTS || !isRace(error)) throw error;
    await sleep(20 + Math.random() * 80 * attempt);
  }
}

/** Another process was quicker: busy or locked file, or a table, row or type made at the same moment. */
function isRace(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const text = error instanceof Error ? error.message : "";
  return /^(SQLITE_BUSY|SQLITE_LOCKED|23505|42P07|42710|40001|40P01)/.test(code) || /database is locked|already exists/.test(text);
}

/** How far the database's clock is ahead of ours, in milliseconds. */
async function clockOffset(database: Database): Promise<number> {
  const before = Date.now();
  const { rows } = await sql<{ now: number }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(database);
  const after = Date.now();
  return (rows[0]?.now ?? after) - (before + after) / 2;
}
