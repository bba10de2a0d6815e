/** The few files that pages load, each under an address that changes with its bytes. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Sent } from "./http.ts";
import { STYLE } from "./style.ts";

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5a7a"/><path d="M8 25v-8M16 25v-13M24 25V7" stroke="#fff" stroke-width="5" stroke-linecap="round"/></svg>`;

type Asset = { type: string; body: string };
const assets = new Map<string, Asset>([
  ["style.css", { type: "text/css; charset=utf-8", body: STYLE.trim() }],
  ["icon.svg", { type: "image/svg+xml", body: ICON }],
  ["chat.js", { type: "text/javascript; charset=utf-8", body: scriptOf("./client/chat.js") }],
]);
const versions = new Map([...assets].map(([name, { body }]) => [name, createHash("sha256").update(body).digest("hex").slice(0, 10)]));

/** The built script; run from the sources there is none, and pages do without. */
function scriptOf(path: string): string {
  const file = fileURLToPath(new URL(path, import.meta.url));
  const built = file.includes("/dist/") ? file : file.replace("/src/surfaces/", "/dist/src/surfaces/");
  return existsSync(built) ? readFileSync(built, "utf8") : "";
}

/** The address of a file, to be kept for ever. */
export function assetPath(name: string): string {
  return `/assets/${versions.get(name)}/${name}`;
}

/** Sends a file by its path behind /assets/; an older version gets the present file, but not for ever. */
export function sendAsset(rest: string): Sent | undefined {
  const [version, name = ""] = rest.split("/");
  const asset = assets.get(name);
  if (!asset) return undefined;
  const current = version === versions.get(name);
  return { ...asset, headers: { "cache-control": current ? "public, max-age=31536000, immutable" : "no-cache" } };
}
