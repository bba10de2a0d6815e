/** The app manifest's parts that follow from the code, and the manifest of one installation. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What Helsetall may do, least first; each with what it is for. */
export const BOT_SCOPES = [
  "app_mentions:read", // a question to @Helsetall
  "assistant:write", // prompts in the agent's empty conversation
  "channels:history", // replies in threads of channels, while it is being talked to
  "chat:write", // answers
  "commands", // /helsetall and "check this figure"
  "files:write", // the picture, where there is no public address
  "groups:history", // the same in private channels
  "im:history", // direct messages
  "links:read", // links to its own pages
  "links:write", // showing them
  "users:read", // the time zone of who sets up the fact of the day
] as const;

/** The events that it listens to. */
export const BOT_EVENTS = [
  "app_home_opened",
  "app_mention",
  "app_uninstalled",
  "link_shared",
  "message.channels",
  "message.groups",
  "message.im",
  "tokens_revoked",
] as const;

type Manifest = {
  features: { unfurl_domains?: string[]; slash_commands: { url?: string }[] };
  oauth_config: { redirect_urls?: string[] };
  settings: {
    event_subscriptions: { request_url?: string };
    interactivity: { request_url?: string };
    socket_mode_enabled: boolean;
  };
};

/**
 * The manifest of one installation.
 * @param url its public https address; undefined for Socket Mode, which needs none
 */
export function manifestFor(url: string | undefined): unknown {
  const manifest = JSON.parse(readFileSync(findUp("manifest.json"), "utf8")) as Manifest;
  if (url === undefined) return manifest;
  const address = new URL(url);
  const events = new URL("/slack/events", address).href;
  manifest.features.unfurl_domains = [address.hostname];
  for (const command of manifest.features.slash_commands) command.url = events;
  manifest.oauth_config.redirect_urls = [new URL("/slack/oauth_redirect", address).href];
  manifest.settings.event_subscriptions.request_url = events;
  manifest.settings.interactivity.request_url = events;
  manifest.settings.socket_mode_enabled = false;
  return manifest;
}

/** The file beside package.json, from the source tree as well as from the built tree. */
function findUp(name: string): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return join(folder, name);
}
