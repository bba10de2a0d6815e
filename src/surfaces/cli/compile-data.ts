/** The last step of the build: validates data/ and keeps it parsed and its words stemmed, so that a start is short. */
import { createAsk } from "../../../intents/index.ts";
import { writeStems } from "../../knowledge/compiled.ts";
import { compileKnowledge, loadKnowledge } from "../../knowledge/load.ts";
import { knownStems } from "../../language/stem.ts";
import { runCommand } from "./run.ts";

await runCommand("Usage: npm run build", () => {
  compileKnowledge();
  const { tools } = createAsk(loadKnowledge());
  tools.reader.vocabulary.statements();
  writeStems(knownStems());
});
