/** `npm run goldens`: draws all golden pictures anew. */
import { writeFileSync } from "node:fs";
import { renderPng } from "../../src/charts/index.ts";
import { draw } from "./every.ts";
import { GOLDENS, goldenPath } from "./goldens.ts";

for (const { file, intent, subjects, periods, language } of GOLDENS) {
  writeFileSync(goldenPath(file), await renderPng(draw(intent, subjects, periods, language)));
  console.log(goldenPath(file));
}
