/** The steps of a process's messages in the database. Many messages under way share one query for each. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "../store/open.ts";
import type { Queries } from "../store/schema.ts";
import { gather } from "./gather.ts";
import { type Back, type End, end, markSending, putBack } from "./outbox.ts";
import { type Place, takePlaces } from "./pace.ts";

export type Steps = {
  /** Takes its place in each row. @returns the milliseconds to wait, 0 when it is now */
  takePlaces(places: readonly Place[]): Promise<number>;
  /** Writes that the request goes out now. @returns false when the claim was lost meanwhile */
  markSending(key: string): Promise<boolean>;
  /** Writes how it ended, with further rows in the same transaction. @returns false when it was not this process's to end */
  end(ending: End, more?: (queries: Queries) => Promise<void>): Promise<boolean>;
  putBack(back: Back): Promise<void>;
};

type Ended = { ending: End; more: ((queries: Queries) => Promise<void>) | undefined };

/** Messages ended in one transaction. */
const MOST_ENDED = 50;
/** What came of a request is lost when it is not written before the claim ends; so long a restarting database is waited for. */
const WRITE_WITHIN_MS = 15_000;
const FIRST_PAUSE_MS = 200;

/** @param onFault told when a write is tried again */
export function createSteps(store: Store, owner: string, onFault: (error: unknown) => void): Steps {
  const place = gather((places: readonly Place[]) => takePlaces(store, places));
  const mark = gather(async (keys: readonly string[]) => {
    const marked = await markSending(store, keys, owner);
    return keys.map((key) => marked.has(key));
  });
  async function endAll(endings: readonly Ended[]): Promise<boolean[]> {
    const ends = endings.map(({ ending }) => ending);
    if (endings.every(({ more }) => more === undefined)) {
      const ended = await end(store, store.database, ends, owner);
      return ends.map(({ key }) => ended.has(key));
    }
    return store.database.transaction().execute(async (queries) => {
      const ended = await end(store, queries, ends, owner);
      for (const { ending, more } of endings) if (ended.has(ending.key)) await more?.(queries);
      return ends.map(({ key }) => ended.has(key));
    });
  }
  const endTogether = gather(endAll, MOST_ENDED);
  const back = gather(async (backs: readonly Back[]) => {
    await putBack(store, backs, owner);
    return backs.map(() => undefined);
  });

  async function written<Value>(write: () => Promise<Value>): Promise<Value> {
    const before = performance.now() + WRITE_WITHIN_MS;
    for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
      try {
        return await write();
      } catch (error) {
        if (performance.now() + pause > before) throw error;
        onFault(error);
        await sleep(pause);
      }
    }
  }

  return {
    takePlaces: async (places) => Math.max(0, ...(await Promise.all(places.map(place)))),
    markSending: mark,
    end(ending, more) {
      let tried = false;
      return written(async () => {
        // Where one of several breaks, each ends by itself.
        if (tried) return (await endAll([{ ending, more }]))[0] === true;
        tried = true;
        return endTogether({ ending, more });
      });
    },
    putBack: (one) => written(() => back(one)),
  };
}
