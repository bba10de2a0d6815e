import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

function run(file: string, args: readonly string[], input = "") {
  const command = ["--import", "tsx", join("src/surfaces/cli", file), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, input, encoding: "utf8", timeout: 30_000 });
  return { status, stdout, stderr };
}

describe("ask", () => {
  it("answers JSON lines on its output and nothing else", () => {
    const input = `${JSON.stringify({ id: "1", question: "How many Helsenorge logins in 2021?" })}\r\nno json\r\n`;
    const { status, stdout, stderr } = run("ask.ts", ["--jsonl"], input);
    expect([status, stderr]).toEqual([0, ""]);
    const [first, second, ...rest] = stdout.trimEnd().split("\n");
    expect(rest).toEqual([]);
    expect(JSON.parse(first ?? "")).toMatchObject({ id: "1", answered: true });
    expect(JSON.parse(second ?? "")).toMatchObject({ id: null, error: expect.stringMatching(/JSON/) });
  });

  it("answers one question with its source", () => {
    const { status, stdout } = run("ask.ts", ["Hvor mange innlogginger hadde Helsenorge i 2021?"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/77,5.millioner/);
    expect(stdout).toContain("IE-1098");
    expect(stdout).toContain("https://");
  });

  it("tells a wrong option with its usage and no stack", () => {
    const { status, stderr } = run("ask.ts", ["--jsnol"]);
    expect(status).toBe(1);
    expect(stderr).toContain("--jsnol");
    expect(stderr).toContain("Usage:");
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe("figures", () => {
  it("lists the report's 122 numbers as JSON", () => {
    const rows = JSON.parse(run("figures.ts", ["--json"]).stdout) as { document: string }[];
    expect(rows.filter(({ document }) => document === "IE-1098")).toHaveLength(122);
  });

  it("lists the same rows as CSV, quoted where needed", () => {
    const lines = run("figures.ts", ["--csv"]).stdout.trimEnd().split("\n");
    const [head = "", ...rows] = lines;
    expect(head.split(",").slice(0, 5)).toEqual(["indicator", "measure", "period", "since", "value"]);
    expect(rows.filter((row) => row.includes("IE-1098"))).toHaveLength(122);
    const cells = (row: string) => row.match(/(?:^|,)(?:"(?:[^"]|"")*"|[^,"]*)/g)?.length;
    for (const row of rows) expect(cells(row), row).toBe(head.split(",").length);
  });
});

describe("check-data", () => {
  it("says that data/ is in order, with its counts", () => {
    const { status, stdout } = run("check-data.ts", []);
    expect(status).toBe(0);
    expect(stdout).toMatch(/in order.*122 of them from IE-1098/);
  });
});
