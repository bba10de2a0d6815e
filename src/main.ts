/** `npm start`: puts the parts together and starts them. */
import { createAsk } from "../intents/index.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { DataError } from "./knowledge/data-error.ts";
import { loadKnowledge } from "./knowledge/load.ts";
import { createLog } from "./log.ts";
import { brainOf } from "./surfaces/brain.ts";
import { StartError, startChat } from "./surfaces/chat.ts";
import { createMetrics } from "./surfaces/web/metrics.ts";
import { createHelsetallServer, type HelsetallServer } from "./surfaces/web/server.ts";

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config);
  const brain = brainOf(createAsk(loadKnowledge()));
  const metrics = createMetrics();
  const chat = config.slack || config.teams ? await startChat({ brain, config, log, metrics }) : undefined;
  const helsetall = createHelsetallServer({ brain, config, log, metrics, mounts: chat?.mounts ?? [] });
  await listen(helsetall, config);
  console.log([...startLines(helsetall, config), ...(chat?.lines ?? [])].join("\n"));
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      log.info({ signal }, "stopping");
      void helsetall
        .stop()
        .then(() => chat?.stop())
        .then(() => process.exit(0));
    });
  }
}

function listen({ server }: HelsetallServer, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

/** Where it is, what is off, and how to turn it on. */
function startLines({ server }: HelsetallServer, { host, publicUrl }: Config): string[] {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : "";
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return [
    `Helsetall is at http://${name}:${port}`,
    ...(publicUrl
      ? [`Public address: ${publicUrl}`]
      : ["Links and pictures have relative addresses; set PUBLIC_URL=https://… to make them work from elsewhere."]),
  ];
}

/** A mistake of who starts it is one clear line; a fault of ours keeps its stack. */
function explain(error: unknown): string | unknown {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof DataError || error instanceof StartError) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return "PORT is already in use; set PORT to another one, such as 3001.";
  if (code === "EACCES") return "PORT may not be used by this user; set PORT to one above 1023, such as 3000.";
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return "HOST is no address of this machine; set HOST to 127.0.0.1 or 0.0.0.0.";
  return error;
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
