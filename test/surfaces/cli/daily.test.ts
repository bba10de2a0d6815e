/** `npm run daily`: what is to come and what became of it, as whoever runs the server reads it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Fact } from "../../../src/daily/deck.ts";
import { NO_METER } from "../../../src/daily/meter.ts";
import { planDue } from "../../../src/daily/planner.ts";
import { pause, skipToday, subscribe } from "../../../src/daily/subscriptions.ts";
import { openStore } from "../../../src/store/open.ts";
import { libsqlEngine } from "../../store/engines.ts";

/** As built, since it is started often. */
const DAILY = join(import.meta.dirname, "../../../dist/src/surfaces/cli/daily.js");
const HOUR = 3_600_000;

const engine = libsqlEngine();
let folder = "";
/** Of a channel that posts, one that is paused, and one that left today out; the first is late by now. */
beforeAll(async () => {
  ({ folder } = await engine.create());
  let now = Date.parse("2026-11-25T07:00:00Z");
  const store = await openStore({ folder, clock: () => now });
  const wanted = { platform: "slack", workspace: "T1", zone: "Europe/Oslo", days: [1, 2, 3, 4, 5], holidays: false } as const;
  const more = { language: "nb", createdBy: "U1", time: "09:00" } as const;
  await subscribe(store, { ...wanted, ...more, channel: "C1", subjects: ["section:kjernejournal"] });
  const { subscription } = await subscribe(store, { ...wanted, ...more, channel: "C2", subjects: [] });
  await pause(store, subscription, "2026-12-01");
  const skipped = await subscribe(store, { ...wanted, ...more, channel: "C3", subjects: [] });
  await skipToday(store, skipped.subscription);
  now += HOUR;
  const fact: Fact = { intent: "value", subject: "logins", periods: ["2021"], section: "Helsenorge", weight: 1, mark: "abc123" };
  await planDue(store, { about: () => [fact], has: () => true }, NO_METER);
  await store.close();
});
afterAll(() => engine.stop());

function daily(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`--import=data:text/javascript,${CLOCK}`, DAILY, ...args], {
    ...{ encoding: "utf8", timeout: 30_000 },
    env: { PATH: process.env.PATH, HELSETALL_DATA: folder },
  });
  return { status, stderr, lines: stdout.split("\n").filter(Boolean) };
}
/** The same day whenever the test runs, four hours after the post was due. */
const CLOCK = encodeURIComponent(`Date.now = () => ${Date.parse("2026-11-25T12:00:00Z")}`);

describe("npm run daily", () => {
  it("lists what is to come, the next first, with why one rests, and says that posts are late", () => {
    const { status, stderr, lines } = daily("plan");
    expect([status, stderr]).toEqual([0, ""]);
    const [late, ...plans] = lines;
    expect(late).toMatch(/^Late: the longest due post waits for \d+ seconds\.$/);
    expect(plans.map((line) => line.split("\t"))).toEqual([
      ["2026-11-26T08:00:00.000Z", "active", "slack", "T1", "C1", "Europe/Oslo", "section:kjernejournal"],
      ["2026-11-26T08:00:00.000Z", "active", "slack", "T1", "C3", "Europe/Oslo", "all subjects"],
      ["2026-12-01T08:00:00.000Z", "paused", "slack", "T1", "C2", "Europe/Oslo", "all subjects"],
    ]);
  });

  it("lists what became of each day, with the fact and the reason", () => {
    const { status, lines } = daily("history");
    expect(status).toBe(0);
    const rows = lines.slice(1).map((line) => line.split("\t"));
    expect(rows.map(([date, state, , fact, reason]) => [date, state, fact, reason]).sort()).toEqual([
      ["2026-11-25", "planned", "value/logins/2021/nb", ""],
      ["2026-11-25", "skipped", "-", "left out on request"],
    ]);
    expect(daily("history", "--most", "1").lines).toHaveLength(2);
  });

  it.each([[[]], [["plans"]], [["plan", "--most", "none"]], [["plan", "--much", "5"]]])("tells %j how it is called", (args) => {
    const { status, stderr } = daily(...args);
    expect(status).toBe(1);
    expect(stderr).toContain("Usage: npm run --silent daily -- plan | history");
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
