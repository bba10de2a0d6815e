/** The secret that pseudonyms and seals come from. */
import type { Config } from "../../config.ts";
import { derivedSecret } from "../../store/vault.ts";

/** HELSETALL_SECRET, or one derived from Slack's own; undefined where neither is set. */
export function secretOf({ secret, slack }: Pick<Config, "secret" | "slack">): string | undefined {
  if (secret || !slack) return secret;
  return derivedSecret(slack.access.kind === "token" ? slack.access.botToken : slack.access.clientSecret, "slack");
}
