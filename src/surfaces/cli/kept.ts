/**
 * `npm run kept`: what the store holds, by workspace. `-- --erase T123` removes a workspace's, `-- --erase all` everything;
 * `-- --forget U123 --workspace T123` removes what a person chose; `-- --rotate-key` seals tokens with the new HELSETALL_SECRET.
 */
import { parseArgs } from "node:util";
import { readConfig } from "../../config.ts";
import { rotateReferences } from "../../daily/references.ts";
import { installationsIn } from "../../store/installations.ts";
import { countKept, erase, erasePerson } from "../../store/kept.ts";
import { openStore } from "../../store/open.ts";
import { createPseudonyms, createVault } from "../../store/vault.ts";
import { secretOf } from "../slack/secret.ts";
import { runCommand, UsageError } from "./run.ts";

await runCommand("Use: npm run kept [-- --erase WORKSPACE|all | --forget USER --workspace WORKSPACE | --rotate-key]", async () => {
  const { values } = parseArgs({
    options: {
      erase: { type: "string" },
      forget: { type: "string" },
      workspace: { type: "string" },
      "rotate-key": { type: "boolean", default: false },
    },
  });
  const config = readConfig(process.env);
  const store = await openStore({ folder: config.dataFolder, databaseUrl: config.databaseUrl });
  try {
    if (values.erase !== undefined) {
      console.log(`${await erase(store, values.erase === "all" ? undefined : values.erase)} rows erased.`);
    } else if (values.forget !== undefined) {
      const secret = secretOf(config);
      if (!secret || !values.workspace) throw new UsageError("Give --workspace, and run it with the same variables as the server.");
      const person = createPseudonyms(secret)("slack", values.workspace, values.forget);
      console.log(`${await erasePerson(store, person)} rows erased. Votes stay: nobody can tell whose they are.`);
    } else if (values["rotate-key"]) {
      if (!config.secret || !config.secretOld)
        throw new UsageError("Set HELSETALL_SECRET to the new key and HELSETALL_SECRET_OLD to the former one.");
      const vault = createVault(config.secret, config.secretOld);
      const tokens = await installationsIn(store, "slack", vault).rotateKey();
      const references = await rotateReferences(store, vault);
      console.log(`${tokens} tokens and ${references} subscriptions sealed anew. HELSETALL_SECRET_OLD can be removed.`);
    } else {
      const kept = await countKept(store);
      console.log(
        kept.length === 0 ? "Nothing is kept." : kept.map(({ workspace, table, rows }) => `${workspace}  ${table}  ${rows}`).join("\n"),
      );
    }
  } finally {
    await store.close();
  }
});
