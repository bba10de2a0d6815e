/** The store on both engines: what it keeps, what it hides, what it forgets, and several processes at once. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Kysely, type Migration, Migrator, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readThread, writeThreads } from "../../src/store/contexts.ts";
import { installationsIn } from "../../src/store/installations.ts";
import { countKept, erase, erasePerson, forget } from "../../src/store/kept.ts";
import { withLease } from "../../src/store/leases.ts";
import { libsqlDialect } from "../../src/store/libsql.ts";
import { openStore, type Store } from "../../src/store/open.ts";
import { pinLanguage, pinnedLanguage, vote } from "../../src/store/people.ts";
import { createPseudonyms, createVault, VaultError } from "../../src/store/vault.ts";
import { type Engine, libsqlEngine, newStore, postgresqlEngine, type Where } from "./engines.ts";

const SECRET = "a".repeat(64);
const NEXT_SECRET = "b".repeat(64);
const TOKEN = "xoxb-very-secret";
const DAY = 24 * 60 * 60 * 1000;

describe.each([
  { name: "libsql", start: async () => libsqlEngine() as Engine },
  { name: "PostgreSQL", start: postgresqlEngine as () => Promise<Engine> },
])("the store on $name", ({ start }) => {
  let engine: Engine;
  let store: Store & { where: Where };
  let ahead = 0;
  beforeAll(async () => {
    engine = await start();
    store = await newStore(engine, () => Date.now() + ahead);
  }, 60_000);
  afterAll(async () => {
    await store?.close();
    await engine?.stop();
  });

  it("gives a token back and writes it nowhere in the open", async () => {
    const installations = installationsIn(store, "slack", createVault(SECRET));
    await installations.save("T1", { bot: { token: TOKEN } });
    await installations.save("T1", { bot: { token: TOKEN, again: true } });
    expect(await installations.read("T1")).toEqual({ bot: { token: TOKEN, again: true } });
    expect(await installations.read("T2")).toBeUndefined();
    const rows = await store.database.selectFrom("installations").selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("secret");
    if (store.engine === "libsql") {
      await sql`pragma wal_checkpoint(TRUNCATE)`.execute(store.database);
      expect(readFileSync(join(store.where.folder, "helsetall.db"), "latin1")).not.toContain(TOKEN);
    }
  });

  it("opens no token that was moved to another workspace, altered, or sealed with an unknown key", async () => {
    const installations = installationsIn(store, "slack", createVault(SECRET));
    await installations.save("T1", { bot: { token: TOKEN } });
    const row = await store.database.selectFrom("installations").selectAll().where("workspace", "=", "T1").executeTakeFirstOrThrow();
    await store.database
      .insertInto("installations")
      .values({ ...row, workspace: "T-moved" })
      .execute();
    await expect(installations.read("T-moved")).rejects.toThrow(VaultError);
    const altered = row.sealed.slice(0, -2) + (row.sealed.endsWith("AA") ? "BB" : "AA");
    await store.database.updateTable("installations").set({ sealed: altered }).where("workspace", "=", "T-moved").execute();
    await expect(installations.read("T-moved")).rejects.toThrow(VaultError);
    await expect(installationsIn(store, "slack", createVault(NEXT_SECRET)).read("T1")).rejects.toThrow("HELSETALL_SECRET_OLD");
    await installations.remove("T-moved");
  });

  it("seals all tokens anew when keys rotate", async () => {
    await installationsIn(store, "slack", createVault(SECRET)).save("T1", { bot: { token: TOKEN } });
    const rotating = installationsIn(store, "slack", createVault(NEXT_SECRET, SECRET));
    expect(await rotating.read("T1")).toEqual({ bot: { token: TOKEN } });
    expect(await rotating.rotateKey()).toBe(1);
    expect(await rotating.rotateKey()).toBe(0);
    expect(await installationsIn(store, "slack", createVault(NEXT_SECRET)).read("T1")).toEqual({ bot: { token: TOKEN } });
    await rotating.remove("T1");
    expect(await rotating.read("T1")).toBeUndefined();
  });

  it("tells which tokens end soon", async () => {
    const installations = installationsIn(store, "slack", createVault(SECRET));
    await installations.save("T-soon", {}, 1000);
    await installations.save("T-late", {}, 9000);
    await installations.save("T-never", {});
    expect(await installations.endingBefore(5000)).toEqual(["T-soon"]);
    for (const workspace of ["T-soon", "T-late", "T-never"]) await installations.remove(workspace);
  });

  it("remembers what a thread was about for 24 hours, the thread before its channel", async () => {
    const now = store.now();
    await writeThreads(store.database, ["D1"], { workspace: "T1", context: "value/a/2020/en", now: now - 1000 });
    await writeThreads(store.database, ["D1:1"], { workspace: "T1", context: "value/b/2021/en", now });
    expect(await readThread(store.database, ["D1:1", "D1"], now)).toBe("value/b/2021/en");
    expect(await readThread(store.database, ["D1:2", "D1"], now)).toBe("value/a/2020/en");
    expect(await readThread(store.database, ["D1:1"], now + DAY + 1)).toBeUndefined();
    ahead = DAY + 2000;
    await forget(store);
    ahead = 0;
    expect(await store.database.selectFrom("contexts").selectAll().execute()).toEqual([]);
  });

  it("keeps one vote a person and a language each, under names that cannot be read back", async () => {
    const pseudonym = createPseudonyms(SECRET);
    const voter = pseudonym("T1", "U-anna", "C1", "1.0");
    const cast = { voter, workspace: "T1", question: "value/helsenorge-logins/2021/en" };
    await vote(store.database, { ...cast, helpful: true, at: 1 });
    await vote(store.database, { ...cast, helpful: false, reason: "wrong", at: 2 });
    await vote(store.database, { ...cast, helpful: false, at: 2 });
    await vote(store.database, { ...cast, voter: pseudonym("T1", "U-per", "C1", "1.0"), helpful: true, at: 3 });
    const rows = await store.database.selectFrom("feedback").selectAll().orderBy("at").execute();
    expect(rows.map(({ helpful, reason }) => [helpful, reason])).toEqual([
      [0, "wrong"],
      [1, null],
    ]);
    expect(JSON.stringify(rows)).not.toContain("U-anna");
    const person = pseudonym("T1", "U-anna");
    await pinLanguage(store.database, { person, workspace: "T1", language: "nn", at: 1 });
    await pinLanguage(store.database, { person, workspace: "T1", language: "en", at: 2 });
    expect(await pinnedLanguage(store.database, person)).toBe("en");
    expect(await erasePerson(store, person)).toBe(1);
    expect(await pinnedLanguage(store.database, person)).toBeUndefined();
  });

  it("lets one process at a time do a piece of work", async () => {
    const order: string[] = [];
    const slow = withLease(store, "rotate:T1", 60_000, async () => {
      order.push("first");
      expect(await withLease(store, "rotate:T1", 60_000, async () => "second")).toBeUndefined();
    });
    await slow;
    expect(order).toEqual(["first"]);
    expect(await withLease(store, "rotate:T1", 60_000, async () => "third")).toBe("third");
    expect(await withLease(store, "stuck", -1, async () => withLease(store, "stuck", 1, async () => "taken over"))).toBe("taken over");
  });

  it("shows what it keeps and erases it", async () => {
    await erase(store);
    await writeThreads(store.database, ["C1:1"], { workspace: "T1", context: "x", now: store.now() });
    await writeThreads(store.database, ["C2:1", "C2:2"], { workspace: "T2", context: "x", now: store.now() });
    expect(await countKept(store)).toEqual([
      { table: "contexts", workspace: "T1", rows: 1 },
      { table: "contexts", workspace: "T2", rows: 2 },
    ]);
    expect(await erase(store, "T2")).toBe(2);
    expect(await countKept(store)).toEqual([{ table: "contexts", workspace: "T1", rows: 1 }]);
    expect(await erase(store)).toBe(1);
  });

  it("is built once by six processes that start at the same moment", async () => {
    const where = await engine.create();
    const results = await Promise.all(Array.from({ length: 6 }, () => openElsewhere(where)));
    expect(results).toEqual(Array(6).fill("opened"));
  });
});

describe("the libsql file", () => {
  it("keeps nothing of a building that broke off half-way, so that the next start begins anew", async () => {
    const engine = libsqlEngine();
    const { folder } = await engine.create();
    const database = new Kysely<unknown>({ dialect: await libsqlDialect(folder) });
    const broken: Migration = {
      async up(queries) {
        await queries.schema.createTable("half").addColumn("id", "text").execute();
        throw new Error("the process ended here");
      },
    };
    const { error } = await new Migrator({ db: database, provider: { getMigrations: async () => ({ "1": broken }) } }).migrateToLatest();
    expect(String(error)).toContain("the process ended here");
    const tables = await database.introspection.getTables();
    expect(tables.map(({ name }) => name)).not.toContain("half");
    await database.destroy();
    await engine.stop();
  });

  it("that another process holds does not hold up an acknowledgement", async () => {
    const engine = libsqlEngine();
    const where = await engine.create();
    const [one, other] = [await openStore(where), await openStore(where)];
    const pinned = { person: "p", workspace: "T1", language: "nb", at: 1 } as const;
    await one.database.transaction().execute(async () => {
      const before = performance.now();
      await expect(pinLanguage(other.database, pinned)).rejects.toThrow(/locked/);
      expect(performance.now() - before).toBeLessThan(3_000);
    });
    await pinLanguage(other.database, pinned);
    await Promise.all([one.close(), other.close()]);
    await engine.stop();
  });
});

/** Opens a store in a process of its own. */
function openElsewhere(where: Where): Promise<string> {
  const program = `
    import { openStore } from "./src/store/open.ts";
    const store = await openStore(JSON.parse(process.argv[1]));
    const rows = await store.database.selectFrom("outbox").selectAll().execute();
    if (rows.length === 0) console.log("opened");
    await store.close();`;
  return new Promise((resolve) => {
    const child = spawn("node", ["--import", "tsx", "--input-type=module", "-e", program, JSON.stringify(where)], {
      cwd: join(import.meta.dirname, "../.."),
    });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("close", () => resolve(output.trim()));
  });
}

describe("the vault", () => {
  it("never seals the same text the same way", () => {
    const vault = createVault(randomBytes(32).toString("hex"));
    expect(vault.seal("x", "T1")).not.toBe(vault.seal("x", "T1"));
  });
});
