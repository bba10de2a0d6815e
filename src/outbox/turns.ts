/** Turns of the event loop, so that what comes in from outside is heard between any two pieces of work. */

/** @returns a function that waits for a turn; of those who wait, one is let on in each */
export function createTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
