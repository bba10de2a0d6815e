/** What the parts of the Teams surface share. */
import type { Answer } from "../../answers/answer.ts";
import type { TeamsConfig } from "../../config.ts";
import type { Talk } from "../../daily/talk.ts";
import type { Log } from "../../log.ts";
import type { Store } from "../../store/open.ts";
import type { Vault } from "../../store/vault.ts";
import type { Brain } from "../brain.ts";
import type { OpenChat, Post } from "./post.ts";

export type Parts = {
  brain: Brain;
  store: Store;
  log: Log;
  teams: TeamsConfig;
  publicUrl: string | undefined;
  post: Post;
  openChat: OpenChat;
  /** Carries out what is asked of the fact of the day. */
  talk: Talk;
  /** Seals what is kept to reach people and places later. */
  vault: Vault;
  /** Stands for a person or a vote, so that nobody can be read back. */
  pseudonym(...parts: string[]): string;
  /** Told of a part that broke; the answer goes out without it. */
  onFault(error: unknown, place: string): void;
  /** Told of each question, for the log and the metrics. */
  onQuestion(text: string, answer: Answer): void;
};
