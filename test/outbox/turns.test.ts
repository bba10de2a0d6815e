/** Work in turns of the event loop. */
import { expect, it } from "vitest";
import { createTurns } from "../../src/outbox/turns.ts";

it("lets on one in each turn, and what comes in is heard before the next", async () => {
  const turn = createTurns();
  const order: string[] = [];
  const work = ["first", "second", "third"].map((name) => turn().then(() => order.push(name)));
  await Promise.resolve();
  setImmediate(() => order.push("heard"));
  await Promise.all(work);
  expect(order).toEqual(["first", "heard", "second", "third"]);
});
