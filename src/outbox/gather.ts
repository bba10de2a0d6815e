/** Gathers what is asked for one by one while a query is under way into the next query. */

/**
 * Makes many small works few large ones: the first runs at once, those that come meanwhile run together after it.
 * @param work takes items and gives what came of each, in their order; when it throws, all of them have failed
 */
export function gather<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  most = 100,
): (item: Item) => Promise<Result> {
  type Waiting = { item: Item; resolve(result: Result): void; reject(error: unknown): void };
  const waiting: Waiting[] = [];
  let busy = false;

  async function run(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      try {
        const results = await work(batch.map(({ item }) => item));
        for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    busy = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // What is asked for in the same moment goes together.
      if (!busy) {
        busy = true;
        queueMicrotask(run);
      }
    });
}
