/** botbuilder is archived: one file knows it, so that a successor can take its place. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..", "..");

it("lets one file of the Teams surface alone import botbuilder", () => {
  const users = ["src", "intents"]
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
    .filter(
      (name) =>
        name.endsWith(".ts") &&
        /from "(botbuilder|botframework)|import\("(botbuilder|botframework)/.test(readFileSync(join(ROOT, name), "utf8")),
    );
  expect(users).toEqual([join("src", "surfaces", "teams", "framework.ts")]);
});
