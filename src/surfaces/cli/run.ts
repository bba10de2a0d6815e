/** What all commands share: a mistake in data or arguments gets its own clear lines; a fault of ours its stack. */
import { ConfigError } from "../../config.ts";
import { DataError } from "../../knowledge/data-error.ts";

/** The command was called wrongly; the message says how to call it. */
export class UsageError extends Error {}

/** Runs a command; sets the exit code when it fails. */
export async function runCommand(usage: string, command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof DataError) console.error(`${error.message}\n${error.mistakes.length} mistakes in data/.`);
    else if (error instanceof UsageError || error instanceof ConfigError) console.error(error.message);
    else if (isArgumentError(error)) console.error(`${error.message}\n${usage}`);
    else console.error(error);
  }
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
