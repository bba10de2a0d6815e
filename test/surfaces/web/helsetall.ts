/** A real server on a free port over the real data, for tests. */
import type { AddressInfo } from "node:net";
import { createAsk } from "../../../intents/index.ts";
import { readConfig } from "../../../src/config.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { createLog } from "../../../src/log.ts";
import { brainOf } from "../../../src/surfaces/brain.ts";
import { createHelsetallServer, type HelsetallServer, type ServerOptions } from "../../../src/surfaces/web/server.ts";

export type Running = HelsetallServer & { address: string };

/** Starts one; `environment` is read as the process's own would be. */
export async function startHelsetall(
  environment: Record<string, string> = {},
  options: Partial<Pick<ServerOptions, "questionsPerMinute" | "picturesAtOnce" | "mounts">> = {},
): Promise<Running> {
  const config = readConfig({ PORT: "0", LOG_LEVEL: "silent", ...environment });
  const clock = () => new Date("2026-11-23T09:00:00Z");
  const brain = brainOf(createAsk(loadKnowledge()));
  const helsetall = createHelsetallServer({ brain, config, log: createLog(config), clock, ...options });
  await new Promise<void>((resolve) => helsetall.server.listen(config.port, "127.0.0.1", resolve));
  return { ...helsetall, address: `http://127.0.0.1:${(helsetall.server.address() as AddressInfo).port}` };
}
