/** `npm start` as a process: what it says, how it refuses a wrong environment, how it stops. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..", "..").replace(/\/dist$/, "");
const MAIN = join(ROOT, "dist", "src", "main.js");

function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env.PATH ?? "", ...environment }, stdio: "pipe" });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => {
    said.out += text;
  });
  child.stderr.on("data", (text) => {
    said.err += text;
  });
  return { child, said };
}

async function addressOf({ child, said }: ReturnType<typeof start>): Promise<string> {
  for (;;) {
    const address = /http:\/\/[\w.:]+/.exec(said.out)?.[0];
    if (address) return address;
    if (child.exitCode !== null) throw new Error(said.err);
    await once(child.stdout, "data");
  }
}

describe("npm start", () => {
  it("is built by npm test before it runs", () => {
    expect(existsSync(MAIN)).toBe(true);
  });

  it("prints its address and what is off, answers, and stops on SIGTERM", async () => {
    const running = start({ PORT: "0" });
    const address = await addressOf(running);
    expect(running.said.out).toContain("PUBLIC_URL");
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const body = JSON.stringify({ question: "a secret sentence: how many Helsenorge logins in 2021?" });
    const answered = await fetch(`${address}/api/ask`, { method: "POST", headers: { "content-type": "application/json" }, body });
    expect(answered.status).toBe(200);
    const stopped = performance.now();
    running.child.kill("SIGTERM");
    const [code] = await once(running.child, "exit");
    expect(code).toBe(0);
    expect(performance.now() - stopped).toBeLessThan(10_000);
    const line = running.said.out.split("\n").find((text) => text.includes('"intent":"value"'));
    expect(JSON.parse(line ?? "{}").request).toBe(answered.headers.get("x-request-id"));
    expect(running.said.out).not.toContain("a secret sentence");
  });

  it("logs question texts only when told to", async () => {
    const running = start({ PORT: "0", LOG_QUESTIONS: "1" });
    const address = await addressOf(running);
    const body = JSON.stringify({ question: "Helsenorge logins 2021" });
    await fetch(`${address}/api/ask`, { method: "POST", headers: { "content-type": "application/json" }, body });
    running.child.kill("SIGTERM");
    await once(running.child, "exit");
    expect(running.said.out).toContain("Helsenorge logins 2021");
  });

  it.each([
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["PUBLIC_URL", "helsetall.example.no"],
    ["TRUST_PROXY", "yes"],
    ["LOG_LEVEL", "loud"],
    ["LOG_QUESTIONS", "true"],
    ["CORS_ORIGINS", "https://a.example/path"],
    ["SLACK_BOT_TOKEN", "hello"],
  ])("refuses %s=%s with one line that names it and a valid value", async (name, value) => {
    const { child, said } = start({ [name]: value });
    const [code] = await once(child, "exit");
    expect(code).toBe(1);
    expect(said.err.trim().split("\n")).toHaveLength(1);
    expect(said.err).toMatch(new RegExp(`^${name} is not valid; set it to .+`));
  });
});
