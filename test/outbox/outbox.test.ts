/** The outbox on both engines: once, in order, at the channel's pace, and never twice after a kill. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claim, endLost, LEASE_MS, type Message, MOST_IN_CHANNEL, markSending, plan, putBack } from "../../src/outbox/outbox.ts";
import { hold, takePlaces } from "../../src/outbox/pace.ts";
import { createSender, type Sender } from "../../src/outbox/sender.ts";
import type { Outcome } from "../../src/outbox/states.ts";
import { createSteps } from "../../src/outbox/steps.ts";
import type { Store } from "../../src/store/open.ts";
import { type Engine, libsqlEngine, newStore, postgresqlEngine } from "../store/engines.ts";

const MINUTE = 60_000;

function message(key: string, more: Partial<Message> = {}): Message {
  return {
    key,
    platform: "test",
    workspace: "T1",
    kind: "note",
    lane: key,
    seq: "1",
    channel: null,
    payload: { key },
    worthMs: 10 * MINUTE,
    ...more,
  };
}

describe.each([
  { name: "libsql", start: async () => libsqlEngine() as Engine },
  { name: "PostgreSQL", start: postgresqlEngine as () => Promise<Engine> },
])("the outbox on $name", ({ start }) => {
  let engine: Engine;
  let store: Store;
  let ahead = 0;
  const senders: Sender[] = [];
  const faults: unknown[] = [];
  beforeAll(async () => {
    engine = await start();
  }, 60_000);
  beforeEach(async () => {
    ahead = 0;
    store = await newStore(engine, () => Date.now() + ahead);
    faults.length = 0;
    return async () => {
      await Promise.all(senders.splice(0).map((sender) => sender.stop()));
      await store.close();
    };
  });
  afterAll(() => engine?.stop(), 60_000);

  /** Starts a sender whose platform is `answer`; every request is noted in `posted`. */
  function send(
    answer: (payload: { key: string }, attempt: number) => Promise<Outcome> | Outcome,
    pace = { everyMs: 0, burst: 1 },
    workspacePaces = {},
  ) {
    const posted: string[] = [];
    const sender = createSender({
      ...{ store, pace, workspacePaces },
      pollMs: 20,
      couriers: {
        "test/note": async ({ payload, attempts }) => ({
          send: async () => {
            const note = payload as { key: string };
            posted.push(note.key);
            return answer(note, attempts);
          },
        }),
        "test/quiet": async () => ({ skip: "nothing to say" }),
        "test/broken": async () => {
          throw new Error("broken");
        },
      },
      onEnd: () => {},
      onFault: (error) => faults.push(error),
    });
    senders.push(sender);
    sender.start();
    return posted;
  }
  const rows = () => store.database.selectFrom("outbox").selectAll().orderBy("key").execute();
  const states = async () => Object.fromEntries((await rows()).map(({ key, state }) => [key, state]));
  const settled = (wanted: object) => expect.poll(states, { timeout: 8_000, interval: 20 }).toEqual(wanted);
  const sent: Outcome = { state: "sent", remoteId: "1.5" };

  it("takes a message once, whoever plans it again", async () => {
    const outcomes = await Promise.all([plan(store, message("a")), plan(store, message("a")), plan(store, message("a"))]);
    expect(outcomes.sort()).toEqual(["known", "known", "planned"]);
    const posted = send(() => sent);
    await settled({ a: "sent" });
    expect(await plan(store, message("a"))).toBe("known");
    await sleep(60);
    expect(posted).toEqual(["a"]);
  });

  it("forgets what a message held as soon as it has ended, and keeps the platform's id of it", async () => {
    await plan(store, message("a", { payload: { key: "a", text: "secret words" } }));
    send(() => sent);
    await settled({ a: "sent" });
    expect(await rows()).toMatchObject([{ payload: null, remote_id: "1.5" }]);
  });

  it("sends what belongs together in order, though the first one waits", async () => {
    await plan(store, message("second", { lane: "thread", seq: "2" }));
    await plan(store, message("first", { lane: "thread", seq: "1" }));
    await plan(store, message("other"));
    const posted = send(({ key }, attempt) => (key === "first" && attempt === 1 ? { state: "later", reason: "429", waitMs: 300 } : sent));
    await settled({ first: "sent", second: "sent", other: "sent" });
    expect(posted.filter((key) => key !== "other")).toEqual(["first", "first", "second"]);
  });

  it("keeps a channel's pace: a few at once, then one a time", async () => {
    for (const key of ["a", "b", "c", "d"]) await plan(store, message(key, { channel: "C1" }));
    const started = Date.now();
    const times: number[] = [];
    send(
      () => {
        times.push(Date.now() - started);
        return sent;
      },
      { everyMs: 400, burst: 2 },
    );
    await settled({ a: "sent", b: "sent", c: "sent", d: "sent" });
    expect(times[1]).toBeLessThan(350);
    expect(times[2]).toBeGreaterThanOrEqual(390);
    expect(times[3]).toBeGreaterThanOrEqual(790);
  });

  it("has a whole channel wait when the platform says so, and no other", async () => {
    await plan(store, message("a", { channel: "C1" }));
    const times: Record<string, number[]> = {};
    const started = Date.now();
    send(
      ({ key }, attempt) => {
        times[key] = [...(times[key] ?? []), Date.now() - started];
        return key === "a" && attempt === 1 ? { state: "later", reason: "429", waitMs: 900, channelWaits: true } : sent;
      },
      { everyMs: 10, burst: 5 },
    );
    await expect.poll(() => times.a?.length).toBe(1);
    await sleep(50);
    await plan(store, message("b", { channel: "C1" }));
    await plan(store, message("c", { channel: "C2" }));
    await settled({ a: "sent", b: "sent", c: "sent" });
    expect(times.a?.[1]).toBeGreaterThanOrEqual(890);
    expect(times.b?.[0]).toBeGreaterThanOrEqual(850);
    expect(times.c?.[0]).toBeLessThan(700);
  });

  it("spreads what may wait over a workspace, and lets replies there pass", async () => {
    for (const key of ["a", "b", "c", "d"]) await plan(store, message(key, { priority: 1, channel: key }));
    await plan(store, message("elsewhere", { priority: 1, workspace: "T2" }));
    const times: Record<string, number> = {};
    const started = Date.now();
    const note = ({ key }: { key: string }) => {
      times[key] = Date.now() - started;
      return sent;
    };
    send(note, { everyMs: 10, burst: 5 }, { test: { everyMs: 500, burst: 2 } });
    await expect.poll(() => Object.keys(times).length).toBeGreaterThanOrEqual(3);
    const asked = Date.now() - started;
    await plan(store, message("reply", { channel: "a" }));
    await settled({ a: "sent", b: "sent", c: "sent", d: "sent", elsewhere: "sent", reply: "sent" });
    const spread = ["a", "b", "c", "d"].map((key) => times[key] ?? 0).sort((one, other) => one - other);
    expect(spread[2]).toBeGreaterThanOrEqual(490);
    expect(spread[3]).toBeGreaterThanOrEqual(990);
    expect((times.reply ?? 0) - asked).toBeLessThan(400);
    expect(times.elsewhere).toBeLessThan(450);
  });

  it("hands out places of one name in one go as one by one", async () => {
    const place = { name: "C1", everyMs: 1_000, burst: 2 };
    const fixed = { ...store, now: () => 1_800_000_000_000 };
    expect(await takePlaces(fixed, [place, place, { ...place, name: "C2" }, place])).toEqual([0, 0, 0, 1_000]);
    expect(await takePlaces(fixed, [place])).toEqual([2_000]);
    await hold(fixed, { ...place, name: "C2" }, 5_000);
    expect(await takePlaces(fixed, [{ ...place, name: "C2" }])).toEqual([5_000]);
  });

  it("takes no more than a channel can carry", async () => {
    for (let number = 0; number < MOST_IN_CHANNEL; number += 1) await plan(store, message(`m${number}`, { channel: "C1" }));
    expect(await plan(store, message("one too many", { channel: "C1" }))).toBe("full");
    expect(await plan(store, message("elsewhere", { channel: "C2" }))).toBe("planned");
    expect((await states())["one too many"]).toBe("skipped");
  });

  it("never sends again what may have arrived, and goes on in its lane", async () => {
    await plan(store, message("a", { lane: "thread", seq: "1" }));
    await plan(store, message("b", { lane: "thread", seq: "2" }));
    const posted = send(({ key }) => (key === "a" ? { state: "unknown", reason: "timeout" } : sent));
    await settled({ a: "unknown", b: "sent" });
    expect(posted).toEqual(["a", "b"]);
  });

  it("ends what is refused, has nothing to say, cannot be carried or comes too late", async () => {
    await plan(store, message("refused"));
    await plan(store, message("quiet", { kind: "quiet" }));
    await plan(store, message("strange", { kind: "strange" }));
    await plan(store, message("late", { dueAt: store.now() - 2 * MINUTE, worthMs: MINUTE }));
    await plan(store, message("never", { worthMs: 1_000 }));
    send(({ key }) => (key === "never" ? { state: "later", reason: "429", waitMs: MINUTE } : { state: "failed", reason: "is_archived" }));
    await settled({ refused: "failed", quiet: "skipped", strange: "failed", late: "missed", never: "missed" });
    expect((await rows()).find(({ key }) => key === "refused")?.reason).toBe("is_archived");
  });

  it("tries again what broke before anything was sent", async () => {
    await plan(store, message("broken", { kind: "broken", worthMs: 1_500 }));
    send(() => sent);
    await settled({ broken: "missed" });
    expect(faults.length).toBeGreaterThan(1);
  });

  it("is taken over from a killed process: claimed goes on, sending becomes unknown", async () => {
    await plan(store, message("claimed"));
    await plan(store, message("sending"));
    const taken = await claim(store, { owner: "killed", most: 10 });
    expect(taken.map(({ key }) => key).sort()).toEqual(["claimed", "sending"]);
    expect(await markSending(store, ["sending"], "killed")).toEqual(new Set(["sending"]));
    expect(await claim(store, { owner: "other", most: 10 })).toEqual([]);
    expect(await endLost(store)).toEqual([]);
    ahead = LEASE_MS + 1_000;
    const posted = send(() => sent);
    await settled({ claimed: "sent", sending: "unknown" });
    expect(posted).toEqual(["claimed"]);
    expect(await markSending(store, ["claimed"], "killed")).toEqual(new Set());
  });

  it("lets a reply pass a burst of what may wait, also while that fills its places", async () => {
    for (let number = 0; number < 300; number += 1)
      await plan(store, message(`wait${number}`, { priority: 1, dueAt: store.now() - 1_000 }));
    const posted = send(async ({ key }) => {
      if (key.startsWith("wait")) await sleep(150);
      return sent;
    });
    await expect.poll(() => posted.length).toBeGreaterThan(20);
    const started = posted.length;
    await plan(store, message("reply"));
    await expect.poll(() => posted).toContain("reply");
    expect(posted.indexOf("reply") - started).toBeLessThan(50);
    await expect.poll(() => posted.length, { timeout: 15_000 }).toBe(301);
  });

  it("leaves ended what was given up as lost, though its slow sender wants to try again", async () => {
    await plan(store, message("slow"));
    await claim(store, { owner: "slow", most: 1 });
    await markSending(store, ["slow"], "slow");
    ahead = LEASE_MS + 1_000;
    expect(await endLost(store)).toEqual([{ key: "slow", kind: "note", platform: "test" }]);
    await putBack(store, [{ key: "slow", dueAt: store.now(), reason: "429", paced: true, tried: true }], "slow");
    expect(await states()).toEqual({ slow: "unknown" });
  });

  it("gives each message to one of several processes", async () => {
    for (let number = 0; number < 200; number += 1) await plan(store, message(`m${number}`));
    const many = [send(() => sent), send(() => sent), send(() => sent)];
    await expect.poll(async () => (await rows()).every(({ state }) => state === "sent"), { timeout: 10_000 }).toBe(true);
    expect(many.flat().sort()).toEqual((await rows()).map(({ key }) => key));
  });

  it("ends those that were sent though what one of them writes beside it breaks, and tries that again", async () => {
    const steps = createSteps(store, "me", (error) => faults.push(error));
    const keys = ["a", "b", "c"];
    for (const key of keys) await plan(store, message(key));
    await claim(store, { owner: "me", most: 3 });
    await markSending(store, keys, "me");
    const wrote: string[] = [];
    const ended = keys.map((key) =>
      steps.end({ key, state: "sent" }, async () => {
        wrote.push(key);
        if (key === "b" && faults.length === 0) throw new Error("broken");
      }),
    );
    expect(await Promise.all(ended)).toEqual([true, true, true]);
    expect(await states()).toEqual({ a: "sent", b: "sent", c: "sent" });
    expect(wrote.filter((key) => key === "b").length).toBe(2);
  });

  it("lets what is under way end when it stops, and takes nothing new", async () => {
    await plan(store, message("slow"));
    const posted = send(async () => {
      await sleep(200);
      return sent;
    });
    await expect.poll(() => posted).toEqual(["slow"]);
    const stopped = senders.splice(0).map((sender) => sender.stop());
    await plan(store, message("new"));
    await Promise.all(stopped);
    expect(await states()).toEqual({ slow: "sent", new: "planned" });
  });
});
