/** A server in a process of its own, as built: to be measured, or killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

export type Spawned = { child: ChildProcess; port: number; url: string };

/** The built tree, from the source tree as well as from within it. */
const BUILT = join(import.meta.dirname, import.meta.url.endsWith(".ts") ? "../dist" : "..");

/**
 * Starts a script and waits until it says something.
 * @param script its path in the built tree
 * @param environment what it gets beside a port of its own; nothing of ours is handed on
 * @throws Error when it ends before
 */
export async function spawnServer(script: string, environment: Record<string, string>): Promise<Spawned> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(BUILT, script)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: process.env.PATH, PORT: String(port), PUBLIC_URL: "https://helsetall.example.no", LOG_LEVEL: "silent", ...environment },
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("exit", () => reject(new Error(`${script} ended before it had started`)));
  });
  return { child, port, url: `http://127.0.0.1:${port}` };
}
