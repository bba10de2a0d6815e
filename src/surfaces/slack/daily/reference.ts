/** What a subscription keeps, sealed, of who set it up: Slack's own ids, without which nobody could be told that it pauses. */
import { z } from "zod";
import { type Vault, VaultError } from "../../../store/vault.ts";

const reference = z.object({ user: z.string(), enterprise: z.string().nullable() });
export type Reference = z.infer<typeof reference>;

export function sealReference(vault: Vault, workspace: string, value: Reference): string {
  return vault.seal(JSON.stringify(value), workspace);
}

/** @returns undefined where it was sealed with a key that is gone: then nobody can be told, and posts go on */
export function openReference(vault: Vault, workspace: string, sealed: string | null): Reference | undefined {
  if (sealed === null) return undefined;
  try {
    return reference.parse(JSON.parse(vault.open(sealed, workspace)));
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}
