/** `npm run --silent manifest -- --url https://…`: the Slack manifest of one installation; without an address that of Socket Mode. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { manifestFor } from "../slack/manifest.ts";
import { runCommand, UsageError } from "./run.ts";

await runCommand("Use: npm run --silent manifest [-- --url https://helsetall.example.no]", () => {
  const { values } = parseArgs({ options: { url: { type: "string" } } });
  const url = z
    .url({ protocol: /^https$/ })
    .optional()
    .safeParse(values.url);
  if (!url.success) throw new UsageError("--url must be the public https address of the server, such as https://helsetall.example.no.");
  console.log(JSON.stringify(manifestFor(url.data), null, 2));
});
