/** The process that the bench of daily posts measures: plans and posts as in service; tells its own times and CPU. */
import { createAsk } from "../../intents/index.ts";
import { createDeck } from "../../src/daily/deck.ts";
import { NO_METER } from "../../src/daily/meter.ts";
import { createDaily } from "../../src/daily/service.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { plan } from "../../src/outbox/outbox.ts";
import { createSender } from "../../src/outbox/sender.ts";
import { openStore } from "../../src/store/open.ts";
import { createVault } from "../../src/store/vault.ts";
import { brainOf } from "../../src/surfaces/brain.ts";
import { talkOver } from "../../src/surfaces/daily-talk.ts";
import { dailyCouriers } from "../../src/surfaces/slack/daily/couriers.ts";
import { createPoster } from "../../src/surfaces/slack/post.ts";

/** What the bench asks for, and what it gets. */
export type Command =
  /** Sends its facts to the sink without the outbox, so many at once. */
  | { name: "bare"; posts: number; atOnce: number }
  /** Asks a question every so often. */
  | { name: "replies"; count: number; everyMs: number }
  | { name: "cpu" };
export type Reply = { ms?: number; times?: number[]; cpuMs?: number };

const { DATABASE_URL: databaseUrl, FOLDER: folder = "", SINK: sink = "", PACED: paced } = process.env;
const brain = brainOf(createAsk(loadKnowledge()));
const store = await openStore({ folder, databaseUrl });
const deck = createDeck(brain.knowledge, brain.answerQuestion);
const poster = createPoster(`${sink}slack/`, () => {});
const post = (channel: string, text: string) => poster.post("xoxb-bench", { channel }, { text });
const onFault = (error: unknown, place: string) => console.error(place, error);
const planned = new Map<string, number>();
const waited: number[] = [];

const sender = createSender({
  store,
  ...(paced === "1" ? { pace: { everyMs: 1_000, burst: 3 } } : { pace: undefined, workspacePaces: {} }),
  couriers: {
    ...dailyCouriers({
      ...{ brain, store, poster, onFault, publicUrl: "https://helsetall.example.no", vault: createVault("ab".repeat(32)) },
      talk: talkOver(brain, store, deck),
      tokens: async () => "xoxb-bench",
      onAnswer: () => {},
    }),
    "slack/reply": async ({ key, channel }) => ({
      send: () => {
        waited.push(performance.now() - (planned.get(key) ?? 0));
        return post(channel ?? "", "An answer.");
      },
    }),
  },
  onEnd: () => {},
  onFault,
});
const daily = createDaily({
  ...{ store, deck, meter: NO_METER, onFault },
  onPlanned: sender.wake,
  onLate: () => {},
});
sender.start();
daily.start();

async function bare({ posts, atOnce }: Extract<Command, { name: "bare" }>): Promise<Reply> {
  const started = performance.now();
  let next = 0;
  const worker = async () => {
    for (let number = next++; number < posts; number = next++) await post(`C${number}`, "A fact.");
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { ms: performance.now() - started };
}

/** Each in a channel of its own, as from many people. */
async function replies({ count, everyMs }: Extract<Command, { name: "replies" }>): Promise<Reply> {
  waited.length = 0;
  const asked: Promise<unknown>[] = [];
  for (let number = 0; number < count; number += 1) {
    const key = `reply:${process.pid}:${performance.now()}`;
    const message = { key, platform: "slack", workspace: "T0", kind: "reply", channel: `slack:T0:R${key}`, lane: key, seq: "1" };
    planned.set(key, performance.now());
    asked.push(plan(store, { ...message, payload: {}, worthMs: 600_000 }).then(sender.wake));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  await Promise.all(asked);
  while (waited.length < count) await new Promise((resolve) => setTimeout(resolve, 50));
  return { times: [...waited] };
}

process.on("message", (command: Command) => {
  const { user, system } = process.cpuUsage();
  const work = command.name === "bare" ? bare(command) : command.name === "replies" ? replies(command) : { cpuMs: (user + system) / 1000 };
  void Promise.resolve(work).then((reply: Reply) => process.send?.(reply));
});
process.send?.({});
