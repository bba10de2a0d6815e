import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultDataFolder } from "../../../src/knowledge/data-folder.ts";
import { FILE_SCHEMAS, schemaText } from "../../../src/surfaces/cli/schema.ts";

const folder = join(defaultDataFolder(), "schemas");
const NAMES = Object.keys(FILE_SCHEMAS) as (keyof typeof FILE_SCHEMAS)[];

describe.skipIf(!existsSync(folder))("data/schemas", () => {
  it.each(NAMES)("has %s as `npm run schema` writes it", (name) => {
    expect(readFileSync(join(folder, `${name}.schema.json`), "utf8")).toBe(schemaText(name));
  });

  it("has no schema of a kind of file that no longer exists", () => {
    expect(readdirSync(folder).sort()).toEqual(NAMES.map((name) => `${name}.schema.json`).sort());
  });
});
