/** Deliveries to two processes, one of which is killed half-way and replaced; a platform sends again what was not taken. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Spawned } from "../spawned.ts";

const AT_ONCE = 16;
const ATTEMPTS = 6;
const AGAIN_AFTER_MS = 100;

export type AmidKill<Item> = {
  queue: readonly Item[];
  /** The process that is killed, and the one that stays. */
  one: Spawned;
  two: Spawned;
  start(): Promise<Spawned>;
  /** @returns whether the process at an address took it */
  deliver(item: Item, url: string): Promise<boolean>;
  /** The keys of messages that are being sent now. */
  keysSending(): Promise<string[]>;
};

/** @returns the keys of messages that were being sent when the process was killed */
export async function deliverAmidKill<Item>({ queue, one, two, start, deliver, keysSending }: AmidKill<Item>): Promise<string[]> {
  let urls = [one.url, two.url];
  let sendingAtKill: string[] = [];
  let next = 0;

  async function deliverUntilTaken(item: Item, isReversed: boolean): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const list = isReversed ? [...urls].reverse() : urls;
      if (await deliver(item, list[attempt % list.length] ?? "")) return;
      await sleep(AGAIN_AFTER_MS);
    }
    throw new Error("no process took it");
  }

  async function worker(): Promise<void> {
    for (let index = next++; index < queue.length; index = next++) {
      await deliverUntilTaken(queue[index] as Item, index % 2 === 1);
      if (index !== queue.length / 2) continue;
      one.child.kill("SIGKILL");
      await new Promise((resolve) => one.child.once("exit", resolve));
      urls = [two.url];
      sendingAtKill = await keysSending();
      urls = [(await start()).url, two.url];
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return sendingAtKill;
}
