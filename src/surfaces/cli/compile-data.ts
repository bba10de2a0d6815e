/** The last step of the build: validates data/ and keeps it parsed, its words stemmed and its vocabulary built, so that a start is short. */
import { createAsk } from "../../../intents/index.ts";
import { writeStems, writeVocabulary } from "../../knowledge/compiled.ts";
import { defaultDataFolder } from "../../knowledge/data-folder.ts";
import { compileKnowledge, loadKnowledge } from "../../knowledge/load.ts";
import { knownStems } from "../../language/stem.ts";
import { packVocabulary } from "../../understanding/vocabulary.ts";
import { runCommand } from "./run.ts";

await runCommand("Usage: npm run build", () => {
  compileKnowledge();
  const { tools } = createAsk({ ...loadKnowledge(), vocabulary: () => undefined });
  tools.reader.vocabulary.statements();
  writeStems(knownStems());
  writeVocabulary(defaultDataFolder(), packVocabulary(tools.reader.vocabulary));
});
