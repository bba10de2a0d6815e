/** A promise that is rejected without a reason leaves a run failed that says nothing: here it says in which file, and what the promise was. */
import { inspect } from "node:util";
import { expect } from "vitest";

const HEARD = Symbol.for("helsetall.rejections");
const heard = process as unknown as Record<symbol, true>;

if (!heard[HEARD]) {
  heard[HEARD] = true;
  process.on("unhandledRejection", (reason, promise) => {
    throw reason ?? new Error(`rejected without a reason, while ${expect.getState().testPath} was run: ${inspect(promise)}`);
  });
}
