/** `npm run daily -- plan | history`: what of the fact of the day is to come, and what became of it. */
import { parseArgs } from "node:util";
import { lagOf } from "../../daily/deliveries.ts";
import { listHistory, listPlans } from "../../daily/overview.ts";
import { openStore } from "../../store/open.ts";
import { runCommand } from "./run.ts";

const USAGE = "Usage: npm run --silent daily -- plan | history [--most 50]";
/** From which lateness on it is worth a line. */
const LATE_MS = 60_000;

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({ options: { most: { type: "string", default: "50" } }, allowPositionals: true });
  const [what] = positionals;
  const most = Number(values.most);
  if ((what !== "plan" && what !== "history") || !Number.isInteger(most) || most < 1) {
    console.error(USAGE);
    process.exitCode = 1;
    return;
  }
  const store = await openStore({ folder: process.env.HELSETALL_DATA || "./var", databaseUrl: process.env.DATABASE_URL || undefined });
  try {
    const lag = await lagOf(store);
    if (lag > LATE_MS) console.log(`Late: the longest due post waits for ${Math.round(lag / 1000)} seconds.`);
    if (what === "plan") {
      for (const { next, state, reason, platform, workspace, channel, zone, subjects } of await listPlans(store, most))
        console.log(
          [
            next ? new Date(next.at).toISOString() : "-",
            ...[state + (reason ? ` (${reason})` : ""), platform, workspace, channel, zone, subjects.join("+") || "all subjects"],
          ].join("\t"),
        );
    } else
      for (const { date, state, subscription, fact, reason } of await listHistory(store, most))
        console.log([date, state, subscription, fact ?? "-", reason ?? ""].join("\t"));
  } finally {
    await store.close();
  }
});
