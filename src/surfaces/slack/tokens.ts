/** Which token speaks for a workspace. */
import type { Where } from "./payloads.ts";

/** @returns the bot token, or undefined when the app is not installed there */
export type Tokens = (where: Where) => Promise<string | undefined>;
