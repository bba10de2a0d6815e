/**
 * Encryption at rest with AES-256-GCM (NIST SP 800-38D): a fresh 96-bit nonce each time, the workspace id as
 * associated data, so that a record moved to another workspace cannot be opened, and the key's id in the record.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A sealed record cannot be opened; the message says what to change and holds no secret. */
export class VaultError extends Error {}

export type Vault = {
  /** Seals a text for one workspace. */
  seal(text: string, workspace: string): string;
  /** Opens a record with the key it names, the current or the old one. @throws VaultError */
  open(sealed: string, workspace: string): string;
  /** Whether a record was sealed with the old key. */
  isOld(sealed: string): boolean;
};

type Key = { id: string; bytes: Buffer };

/**
 * @param secret HELSETALL_SECRET, 64 hex digits
 * @param old HELSETALL_SECRET_OLD, while keys rotate
 */
export function createVault(secret: string, old?: string): Vault {
  const current = keyOf(secret);
  const keys = [current, ...(old ? [keyOf(old)] : [])];
  return {
    seal(text, workspace) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", current.bytes, nonce).setAAD(Buffer.from(workspace));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return [VERSION, current.id, Buffer.concat([nonce, body, cipher.getAuthTag()]).toString("base64url")].join(".");
    },
    open(sealed, workspace) {
      const [version, id, body = ""] = sealed.split(".");
      const key = keys.find((one) => one.id === id);
      if (version !== VERSION || !key)
        throw new VaultError("A stored token was sealed with another key; set HELSETALL_SECRET_OLD to the former HELSETALL_SECRET.");
      const bytes = Buffer.from(body, "base64url");
      try {
        const decipher = createDecipheriv("aes-256-gcm", key.bytes, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(workspace))
          .setAuthTag(bytes.subarray(-TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
      } catch {
        throw new VaultError("A stored token cannot be opened: it was altered, or belongs to another workspace.");
      }
    },
    isOld: (sealed) => sealed.split(".")[1] !== current.id,
  };
}

/** Makes HMACs that stand for people, so that votes and settings can be found again but nobody can be read back. */
export function createPseudonyms(secret: string): (...parts: string[]) => string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "helsetall pseudonyms", 32));
  return (...parts) => createHmac("sha256", key).update(JSON.stringify(parts)).digest("base64url");
}

/** A secret of its own for another purpose, derived from the one that is configured. */
export function derivedSecret(secret: string, purpose: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "", `helsetall ${purpose}`, 32)).toString("hex");
}

function keyOf(secret: string): Key {
  const bytes = Buffer.from(hkdfSync("sha256", Buffer.from(secret, "hex"), "", "helsetall vault", 32));
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}
