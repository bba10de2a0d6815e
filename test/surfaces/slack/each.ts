/** One workspace for a test file, and one Helsetall for each of its tests. */
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { libsqlEngine, type Where } from "../../store/engines.ts";
import { type Running, runHelsetall } from "./running.ts";
import { slackWorld, type World } from "./world.ts";

export type Started = { world: World; where: Where; helsetall: Running };

export type Each = {
  /** Variables beside those of one workspace by HTTP. */
  environment?: Record<string, string>;
  /** What the workspace answers beside its usual. */
  prepare?(world: World): void;
  /** Told of what was started, before each test. */
  onStart(started: Started): void;
  /** The one to stop after a test, which may have started another. */
  running(): Running;
};

export function eachInSlack({ environment = {}, prepare = () => {}, onStart, running }: Each): void {
  const engine = libsqlEngine();
  let world: World;
  beforeAll(async () => {
    world = await slackWorld();
  }, 30_000);
  beforeEach(async () => {
    world.calls.length = 0;
    prepare(world);
    const where = await engine.create();
    onStart({ world, where, helsetall: await runHelsetall(world, where, environment) });
  });
  afterEach(() => running().stop());
  afterAll(async () => {
    await world.stop();
    await engine.stop();
  });
}
