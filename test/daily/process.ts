/** One of several processes of the kill test: plans, posts as Slack and Teams are posted to, settles; ends only when it is killed. */
import type { Answer } from "../../src/answers/answer.ts";
import { dailyCourier } from "../../src/daily/courier.ts";
import type { Fact } from "../../src/daily/deck.ts";
import { NO_METER } from "../../src/daily/meter.ts";
import { createDaily } from "../../src/daily/service.ts";
import { type Courier, createSender } from "../../src/outbox/sender.ts";
import type { Outcome } from "../../src/outbox/states.ts";
import { openStore } from "../../src/store/open.ts";
import { createPoster } from "../../src/surfaces/slack/post.ts";
import { outcomeOf, outcomeOfStatus } from "../../src/surfaces/teams/outcome.ts";

const { FOLDER: folder = "", DATABASE_URL: databaseUrl, SINK: sink = "", AHEAD: ahead = "0" } = process.env;
// A wrong clock of this machine; the store asks the database how far it is off.
const rightClock = Date.now;
Date.now = () => rightClock() + Number(ahead);
const store = await openStore({ folder, databaseUrl });
const onFault = (error: unknown, place: string) => console.error(place, error instanceof Error ? error.message : error);

/** A deck and its answers without the catalogue, so that a process starts quickly and there is time for kills. */
const FACTS: readonly Fact[] = ["000001", "000002", "000003"].map((mark) => ({
  ...{ intent: "value", subject: `indicator-${mark}`, periods: [], section: `section-${mark}`, weight: 1, mark },
}));
const ANSWER_WITHIN_MS = 5_000;
const ANSWER = { answered: true, sources: [{}] } as unknown as Answer;

const slack = createPoster(`${sink}slack/`, () => {});
/** The one request of each platform, read as its surface reads it. The key is the text, so that the sink can count. */
const toSlack = (channel: string, text: string): Promise<Outcome> => slack.post("xoxb-test", { channel }, { text });
async function toTeams(conversation: string, text: string): Promise<Outcome> {
  const url = `${sink}teams/v3/conversations/${conversation}/activities`;
  try {
    const body = JSON.stringify({ type: "message", text });
    const response = await fetch(url, { method: "POST", body, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return outcomeOfStatus(response.status, response.headers.get("retry-after") ?? undefined, await response.text());
  } catch (error) {
    return outcomeOf(error instanceof Error ? (error.cause ?? error) : error);
  }
}

function courierOf(post: typeof toSlack): Courier {
  return dailyCourier({
    ...{ store, answerQuestion: () => ANSWER, isSubject: () => true },
    post: async ({ channel }, _answer, { key }) => ({ send: () => post(channel, key) }),
  });
}

const sender = createSender({
  store,
  pace: { everyMs: 1_000, burst: 3 },
  ...{ atOnce: 16, pollMs: 500 },
  couriers: { "slack/daily": courierOf(toSlack), "teams/daily": courierOf(toTeams) },
  onEnd: () => {},
  onFault,
});
const daily = createDaily({
  ...{ store, deck: { about: () => FACTS, has: () => true }, meter: NO_METER, onFault, pollMs: 500 },
  onPlanned: sender.wake,
  onLate: () => {},
});
sender.start();
daily.start();
console.log("ready");
