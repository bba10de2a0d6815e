/** One of several processes of the kill test: plans, sends to a sink over HTTP, settles; ends only when it is killed. */
import { createAsk } from "../../intents/index.ts";
import { dailyCourier } from "../../src/daily/courier.ts";
import { createDeck } from "../../src/daily/deck.ts";
import { NO_METER } from "../../src/daily/meter.ts";
import { createDaily } from "../../src/daily/service.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { createSender } from "../../src/outbox/sender.ts";
import type { Outcome } from "../../src/outbox/states.ts";
import { openStore } from "../../src/store/open.ts";

const { FOLDER: folder = "", DATABASE_URL: databaseUrl, SINK: sink = "", AHEAD: ahead = "0" } = process.env;
const { answerQuestion, tools } = createAsk(loadKnowledge());
// A wrong clock of this machine; the store asks the database how far it is off.
const rightClock = Date.now;
Date.now = () => rightClock() + Number(ahead);
const store = await openStore({ folder, databaseUrl });
const onFault = (error: unknown, place: string) => console.error(place, error instanceof Error ? error.message : error);

async function request(key: string): Promise<Outcome> {
  try {
    const response = await fetch(sink, { method: "POST", body: key, signal: AbortSignal.timeout(1_000) });
    if (response.ok) return { state: "sent" };
    if (response.status === 429) return { state: "later", reason: "rate limited", waitMs: 300, channelWaits: true };
    return { state: "unknown", reason: `the sink answered ${response.status}` };
  } catch {
    return { state: "unknown", reason: "no answer" };
  }
}

const sender = createSender({
  store,
  pace: { everyMs: 1_000, burst: 3 },
  pollMs: 200,
  couriers: {
    "test/daily": async (message) =>
      dailyCourier({
        ...{ store, answerQuestion, isSubject: (key) => tools.reader.subject(key) !== undefined },
        post: async () => ({ send: () => request(message.key) }),
      })(message),
  },
  onEnd: () => {},
  onFault,
});
const daily = createDaily({
  ...{ store, deck: createDeck(tools.knowledge, answerQuestion), meter: NO_METER, onFault, pollMs: 300 },
  onPlanned: sender.wake,
  onLate: () => {},
});
sender.start();
daily.start();
console.log("ready");
