/** Installations of the app in workspaces, their tokens sealed. */
import type { Store } from "./open.ts";
import type { Vault } from "./vault.ts";

export type Installations = {
  /** Keeps an installation in place of a former one. `tokenEndsAt` in milliseconds where tokens rotate. */
  save(workspace: string, installation: unknown, tokenEndsAt?: number): Promise<void>;
  /** @returns undefined when there is none. @throws VaultError when it cannot be opened */
  read(workspace: string): Promise<unknown>;
  remove(workspace: string): Promise<void>;
  /** Workspaces whose tokens end before a moment. */
  endingBefore(moment: number): Promise<string[]>;
  /** Seals everything anew with the current key. @returns how many were sealed with the old one */
  rotateKey(): Promise<number>;
};

/** @param platform such as slack */
export function installationsIn(store: Store, platform: string, vault: Vault): Installations {
  const { database } = store;
  const bound = (workspace: string) => `${platform}:${workspace}`;
  return {
    async save(workspace, installation, tokenEndsAt) {
      const row = {
        sealed: vault.seal(JSON.stringify(installation), bound(workspace)),
        token_ends_at: tokenEndsAt ?? null,
        updated_at: store.now(),
      };
      await database
        .insertInto("installations")
        .values({ platform, workspace, ...row })
        .onConflict((conflict) => conflict.columns(["platform", "workspace"]).doUpdateSet(row))
        .execute();
    },
    async read(workspace) {
      const row = await database
        .selectFrom("installations")
        .select("sealed")
        .where("platform", "=", platform)
        .where("workspace", "=", workspace)
        .executeTakeFirst();
      return row && JSON.parse(vault.open(row.sealed, bound(workspace)));
    },
    async remove(workspace) {
      await database.deleteFrom("installations").where("platform", "=", platform).where("workspace", "=", workspace).execute();
    },
    async endingBefore(moment) {
      const rows = await database
        .selectFrom("installations")
        .select("workspace")
        .where("platform", "=", platform)
        .where("token_ends_at", "<", moment)
        .execute();
      return rows.map(({ workspace }) => workspace);
    },
    async rotateKey() {
      const rows = await database.selectFrom("installations").selectAll().where("platform", "=", platform).execute();
      const old = rows.filter(({ sealed }) => vault.isOld(sealed));
      for (const row of old) {
        const sealed = vault.seal(vault.open(row.sealed, bound(row.workspace)), bound(row.workspace));
        // Only over what was read: a token that changed meanwhile is already sealed with the current key.
        await database
          .updateTable("installations")
          .set({ sealed })
          .where("platform", "=", platform)
          .where("workspace", "=", row.workspace)
          .where("sealed", "=", row.sealed)
          .execute();
      }
      return old.length;
    },
  };
}
