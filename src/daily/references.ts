/** The sealed references of subscriptions, when keys rotate. */
import type { Store } from "../store/open.ts";
import type { Vault } from "../store/vault.ts";

/** Seals all references anew with the current key. @returns how many were sealed with the old one */
export async function rotateReferences({ database }: Store, vault: Vault): Promise<number> {
  const rows = await database
    .selectFrom("subscriptions")
    .select(["id", "workspace", "reference"])
    .where("reference", "is not", null)
    .where("state", "!=", "stopped")
    .execute();
  let rotated = 0;
  for (const { id, workspace, reference } of rows) {
    if (reference === null || !vault.isOld(reference)) continue;
    const sealed = vault.seal(vault.open(reference, workspace), workspace);
    await database
      .updateTable("subscriptions")
      .set({ reference: sealed })
      .where("id", "=", id)
      .where("reference", "=", reference)
      .execute();
    rotated += 1;
  }
  return rotated;
}
