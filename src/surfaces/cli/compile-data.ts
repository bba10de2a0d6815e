/** The last step of the build: validates data/ and keeps it parsed, so that a start takes milliseconds. */
import { compileKnowledge } from "../../knowledge/load.ts";
import { runCommand } from "./run.ts";

await runCommand("Usage: npm run build", () => compileKnowledge());
