/** The manifest against the code: what it asks for is what is used, and nothing more. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BOT_EVENTS, BOT_SCOPES, manifestFor } from "../../../src/surfaces/slack/manifest.ts";

const ROOT = join(import.meta.dirname, "../../..");
const manifest = JSON.parse(readFileSync(join(ROOT, "manifest.json"), "utf8"));
const code = readdirSync(join(ROOT, "src/surfaces/slack"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith("manifest.ts"))
  .map((name) => readFileSync(join(ROOT, "src/surfaces/slack", name), "utf8"))
  .join("\n");

/** What each scope is asked for: a call or a listener in the code. */
const USED_BY: Readonly<Record<(typeof BOT_SCOPES)[number], RegExp>> = {
  "app_mentions:read": /app\.event\("app_mention"/,
  "assistant:write": /assistant\.threads\.setSuggestedPrompts/,
  "channels:history": /app\.event\("message"/,
  "chat:write": /chat\.postMessage/,
  commands: /app\.command\("\/helsetall"/,
  "files:write": /files\.getUploadURLExternal/,
  "groups:history": /app\.event\("message"/,
  "im:history": /app\.event\("message"/,
  "links:read": /app\.event\("link_shared"/,
  "users:read": /users\.info/,
  "links:write": /chat\.unfurl/,
};

describe("manifest.json", () => {
  it("asks for the scopes that the code uses", () => {
    expect(manifest.oauth_config.scopes).toEqual({ bot: [...BOT_SCOPES] });
    for (const [scope, used] of Object.entries(USED_BY)) expect(code, scope).toMatch(used);
  });

  it("subscribes to the events that the code hears", () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([...BOT_EVENTS]);
    const heard = [...code.matchAll(/app\.event\("([a-z_]+)"/g)].map(([, name]) => name);
    expect([...new Set(BOT_EVENTS.map((name) => name.split(".")[0]))].sort()).toEqual([...new Set(heard)].sort());
  });

  it("names the command and the shortcut that the code answers", () => {
    for (const { command } of manifest.features.slash_commands) expect(code).toContain(`app.command("${command}"`);
    for (const { callback_id } of manifest.features.shortcuts) expect(code).toContain(`app.shortcut("${callback_id}"`);
  });

  it("keeps Slack's limits", () => {
    const { display_information: shown, features } = manifest;
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    expect(shown.long_description.length).toBeGreaterThanOrEqual(174);
    expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
    expect(features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
    for (const { name, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  });

  it("is printed for an installation with its addresses, and without for Socket Mode", () => {
    const own = manifestFor("https://helsetall.example.no") as typeof manifest;
    expect(own.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: "https://helsetall.example.no/slack/events" },
      interactivity: { request_url: "https://helsetall.example.no/slack/events" },
    });
    expect(own.features.slash_commands[0].url).toBe("https://helsetall.example.no/slack/events");
    expect(own.features.unfurl_domains).toEqual(["helsetall.example.no"]);
    expect(own.oauth_config.redirect_urls).toEqual(["https://helsetall.example.no/slack/oauth_redirect"]);
    expect(manifestFor(undefined)).toEqual(manifest);
  });
});
