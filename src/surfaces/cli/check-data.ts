/** `npm run check-data`: validates data/ and, with `-- --report FILE`, holds it against the report's text. */
import { DataError, describeMistake } from "../../knowledge/files.ts";
import { loadKnowledge } from "../../knowledge/load.ts";

try {
  const knowledge = loadKnowledge();
  console.log(`data/ is in order: ${knowledge.indicators.size} indicators, ${knowledge.events.size} events.`);
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  for (const mistake of error.mistakes) console.error(describeMistake(mistake));
  console.error(`${error.mistakes.length} mistakes in data/.`);
  process.exitCode = 1;
}
