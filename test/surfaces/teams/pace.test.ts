/** How fast the bot writes in one thread: within each of Teams' limits. */
import { afterAll, expect, it } from "vitest";
import { takePlaces } from "../../../src/outbox/pace.ts";
import { PACE } from "../../../src/surfaces/teams/teams.ts";
import { libsqlEngine, newStore } from "../../store/engines.ts";

const SECOND = 1_000;
/** Seconds and messages: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const LIMITS = [
  [1, 7],
  [2, 8],
  [30, 60],
  [3_600, 1_800],
] as const;
const engine = libsqlEngine();
afterAll(() => engine.stop());

it("keeps within Teams' limits in any stretch of time, also after a pause", async () => {
  let now = 1_767_225_600_000;
  const store = await newStore(engine, () => now);
  const sent: number[] = [];
  for (const asked of [2_000, 200]) {
    for (let index = 0; index < asked; index += 1) {
      const [wait = 0] = await takePlaces(store, [{ ...PACE, name: "thread" }]);
      sent.push(now + wait);
    }
    now = (sent.at(-1) ?? now) + 60 * SECOND;
  }
  await store.close();
  for (const [seconds, most] of LIMITS) {
    const busiest = Math.max(...sent.map((start, from) => sent.slice(from).filter((at) => at < start + seconds * SECOND).length));
    expect([seconds, busiest <= most, busiest]).toEqual([seconds, true, busiest]);
  }
  expect(sent.filter((at) => at === sent[0])).toHaveLength(PACE.burst);
}, 30_000);
