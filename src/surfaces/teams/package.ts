/** `npm run teams-package`: makes the app package that is uploaded to Teams. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { z } from "zod";

const USAGE =
  "Usage: npm run teams-package -- --app-id 11111111-2222-3333-4444-555555555555 --domain helsetall.example.no [--out teams.zip]";

/** What stands in the manifest where the bot's own id and domain belong. */
const APP_ID = "00000000-0000-4000-8000-000000000000";
const DOMAIN = "helsetall.example.no";
/** The earliest that a zip can hold: the same manifest gives the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

/** A domain with subdomains, without scheme, port or path. */
const domainSchema = z.string().regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/);

/** The folder of the manifest, found from the source tree as well as from the built tree. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return join(folder, "src", "surfaces", "teams", "app-package");
}

/**
 * Makes the zip of the app package.
 * @throws RangeError with one clear line when the id or the domain is none
 */
export function makePackage(appId: string, domain: string): Uint8Array {
  if (!z.guid().safeParse(appId).success) throw new RangeError("--app-id is no id; give the MicrosoftAppId of the bot.");
  if (!domainSchema.safeParse(domain).success)
    throw new RangeError("--domain is no domain; give the host of PUBLIC_URL, such as helsetall.example.no.");
  const folder = packageFolder();
  const manifest = readFileSync(join(folder, "manifest.json"), "utf8").replaceAll(APP_ID, appId).replaceAll(DOMAIN, domain);
  const icons = Object.fromEntries(["color.png", "outline.png"].map((name) => [name, readFileSync(join(folder, name))]));
  return zipSync({ "manifest.json": new TextEncoder().encode(manifest), ...icons }, { mtime: NO_TIME });
}

function main(): void {
  try {
    const options = {
      "app-id": { type: "string" },
      domain: { type: "string" },
      out: { type: "string", default: "helsetall-teams.zip" },
    } as const;
    const { values } = parseArgs({ options });
    writeFileSync(values.out, makePackage(values["app-id"] ?? "", values.domain ?? ""));
    console.log(`Wrote ${values.out}: upload it in Teams' admin center, or under Apps, Manage your apps.`);
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n${USAGE}`);
    process.exitCode = 1;
  }
}

if (/[\\/]teams[\\/]package\.[jt]s$/.test(process.argv[1] ?? "")) main();
