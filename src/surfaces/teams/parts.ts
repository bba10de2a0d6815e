/** What the parts of the Teams surface share. */
import type { Answer } from "../../answers/answer.ts";
import type { TeamsConfig } from "../../config.ts";
import type { Log } from "../../log.ts";
import type { Store } from "../../store/open.ts";
import type { Brain } from "../brain.ts";
import type { Post } from "./post.ts";

export type Parts = {
  brain: Brain;
  store: Store;
  log: Log;
  teams: TeamsConfig;
  publicUrl: string | undefined;
  post: Post;
  /** Stands for a person or a vote, so that nobody can be read back. */
  pseudonym(...parts: string[]): string;
  /** Told of a part that broke; the answer goes out without it. */
  onFault(error: unknown, place: string): void;
  /** Told of each question, for the log and the metrics. */
  onQuestion(text: string, answer: Answer): void;
};
