/** Records that are kept sealed, each checked when it is opened again. */
import type { z } from "zod";
import { type Vault, VaultError } from "./vault.ts";

export type Sealed<Value> = {
  seal(vault: Vault, workspace: string, value: Value): string;
  /** @returns undefined for none, and where it was sealed with a key that is gone */
  open(vault: Vault, workspace: string, sealed: string | null): Value | undefined;
};

/** A kind of record by its schema. */
export function sealedRecord<Value>(schema: z.ZodType<Value>): Sealed<Value> {
  return {
    seal: (vault, workspace, value) => vault.seal(JSON.stringify(value), workspace),
    open(vault, workspace, sealed) {
      if (sealed === null) return undefined;
      try {
        return schema.parse(JSON.parse(vault.open(sealed, workspace)));
      } catch (error) {
        if (error instanceof VaultError) return undefined;
        throw error;
      }
    },
  };
}
