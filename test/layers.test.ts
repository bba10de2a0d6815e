/** The import lines against the layers of the design: each room imports only what it may. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

const BASE = ["language", "knowledge"];
const BELOW_SURFACES = ["outbox", "charts", "store", "answers", "understanding", "config", ...BASE];
/** What a room may import besides itself. A room that does not exist yet is bound before it is built. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  main: ["intents", "daily", "surfaces", "log", ...BELOW_SURFACES],
  cli: ["intents", "daily", "surfaces", ...BELOW_SURFACES],
  surfaces: ["daily", "log", ...BELOW_SURFACES],
  daily: BELOW_SURFACES,
  outbox: ["charts", "store", "answers", "understanding", "config", ...BASE],
  charts: ["answers", ...BASE],
  store: ["config", ...BASE],
  intents: ["answers", "understanding", ...BASE],
  answers: ["understanding", ...BASE],
  understanding: BASE,
  language: ["knowledge"],
  knowledge: [],
  log: ["config"],
  config: [],
};

type Import = { from: string; to: string; typesOnly: boolean };

function roomOf(path: string): string {
  const [top = "", room = "", inner = ""] = path.split("/");
  if (top !== "src") return top;
  if (room === "surfaces" && inner === "cli") return "cli";
  return room.replace(/\.ts$/, "");
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const found = text.matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s+)?([^;"']*?\bfrom\s+)?["'](\.[^"']+)["']|import\(\s*["'](\.[^"']+)["']/g,
  );
  return [...found].map(([, , type, names = "", path, lazy]) => {
    const braced = /\{([^}]*)\}/.exec(names)?.[1];
    const each = braced?.split(",").filter((name) => name.trim() !== "");
    const typesOnly = type !== undefined || each?.every((name) => /^\s*type\s/.test(name)) === true;
    return { from: file, to: relative(ROOT, resolve(ROOT, dirname(file), path ?? lazy ?? "")), typesOnly };
  });
}

const files = ["src", "intents"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name)),
);
const imports = files.flatMap(importsOf);
const across = imports.filter(({ from, to }) => roomOf(from) !== roomOf(to));
const shown = (list: readonly Import[]) => list.map(({ from, to }) => `${from} imports ${to}`);

describe("layers", () => {
  it("are read off enough import lines to mean something", () => {
    expect(across.length).toBeGreaterThan(50);
    expect(across.some(({ from, to }) => from === "src/surfaces/cli/ask.ts" && to === "intents/index.ts")).toBe(true);
  });

  it("know every room", () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it("import only what stands below them", () => {
    expect(shown(across.filter(({ from, to }) => !MAY_IMPORT[roomOf(from)]?.includes(roomOf(to))))).toEqual([]);
  });

  it("let only main and the command line import intents", () => {
    const users = across.filter(({ to }) => roomOf(to) === "intents").map(({ from }) => roomOf(from));
    expect([...new Set(users)].filter((room) => room !== "main" && room !== "cli")).toEqual([]);
  });

  it("let answers take nothing but types from understanding", () => {
    const taken = across.filter(({ from, to }) => roomOf(from) === "answers" && roomOf(to) === "understanding");
    expect(shown(taken.filter(({ typesOnly }) => !typesOnly))).toEqual([]);
  });

  it("let language take nothing but types from knowledge", () => {
    const taken = across.filter(({ from }) => roomOf(from) === "language");
    expect(shown(taken.filter(({ to, typesOnly }) => !typesOnly || to !== "src/knowledge/languages.ts"))).toEqual([]);
  });

  it("let charts take nothing but types and words from answers", () => {
    const words = ["figures", "numbers", "say"].map((file) => `src/answers/${file}.ts`);
    const taken = across.filter(({ from, to }) => roomOf(from) === "charts" && roomOf(to) === "answers");
    expect(shown(taken.filter(({ to, typesOnly }) => !typesOnly && !words.includes(to)))).toEqual([]);
  });

  it("keep everything from understanding to Answer free of clock, network, files and chance", () => {
    const pure = files.filter((file) => ["language", "understanding", "answers", "intents"].includes(roomOf(file)));
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|from "node:|\bprocess\./;
    expect(pure.filter((file) => impure.test(readFileSync(join(ROOT, file), "utf8")))).toEqual([]);
  });
});
