/** One workspace for a test file, and one Helsetall for each of its tests. Whatever it sends is held against Slack's limits. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { slackHome, slackMessage } from "../../../src/surfaces/slack/render/limits.ts";
import { libsqlEngine, type Where } from "../../store/engines.ts";
import { type Running, runHelsetall } from "./running.ts";
import { type Call, slackWorld, type World } from "./world.ts";

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
  afterEach(async () => {
    await running().stop();
    expect(world.calls.flatMap(faultsOf)).toEqual([]);
  });
  afterAll(async () => {
    await world.stop();
    await engine.stop();
  });
}

/** What of a request is outside of Slack's limits. */
function faultsOf({ method, body }: Call): string[] {
  return checksOf(method, body).flatMap(({ error }) => (error ? [`${method}: ${error.message}`] : []));
}

function checksOf(method: string, { text, blocks, unfurls, view }: Call["body"]): { error?: Error | undefined }[] {
  switch (method) {
    case "chat.postMessage":
    case "chat.postEphemeral":
    case "response":
      return [slackMessage.safeParse({ text, blocks })];
    case "chat.unfurl":
      return Object.values(unfurls as object).map((unfurl) => slackMessage.safeParse({ text: "a link", ...unfurl }));
    case "views.publish":
      return [slackHome.safeParse(view)];
    default:
      return [];
  }
}
