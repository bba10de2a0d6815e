/** What is asked for one by one goes together, in order, and fails together. */
import { expect, it } from "vitest";
import { gather } from "../../src/outbox/gather.ts";

it("runs the first at once and what comes meanwhile in one go after it", async () => {
  const batches: (readonly number[])[] = [];
  const double = gather(async (numbers: readonly number[]) => {
    batches.push(numbers);
    await new Promise((resolve) => setTimeout(resolve, 10));
    return numbers.map((number) => number * 2);
  }, 3);
  const first = double(1);
  await new Promise((resolve) => setTimeout(resolve, 2));
  expect(await Promise.all([first, ...[2, 3, 4, 5].map(double)])).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([[1], [2, 3, 4], [5]]);
});

it("fails all of one go, and goes on", async () => {
  let broken = true;
  const work = gather(async (items: readonly string[]) => {
    if (broken) throw new Error("no database");
    return items;
  });
  const failed = await Promise.allSettled([work("a"), work("b")]);
  expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  broken = false;
  expect(await work("c")).toBe("c");
});
