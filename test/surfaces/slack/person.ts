/** What a person does in Slack, and what they then see. */
import { expect } from "vitest";
import type { Running } from "./running.ts";
import { type Call, CHANNEL, nextTs, PERSON, TEAM, type World } from "./world.ts";

export type Block = { type: string; elements?: Element[]; [field: string]: unknown };
export type Element = {
  type: string;
  action_id: string;
  value?: string;
  text: { text: string };
  negative_button?: { value: string };
  positive_button?: { value: string };
};

/** How long to wait for something to be seen. */
export const WAIT = { timeout: 6_000, interval: 20 };

export const textOf = (call: Call | undefined) => String(call?.body.text);
export const blocksOf = (call: Call | undefined) => (call?.body.blocks ?? []) as Block[];
export const buttonsOf = (call: Call | undefined) =>
  blocksOf(call).flatMap(({ type, elements }) => (type === "actions" ? (elements ?? []) : []));

/** The posts of a method, once there are so many of them. */
export async function posts(world: World, method: string, count: number): Promise<Call[]> {
  await expect.poll(() => world.of(method).length, WAIT).toBe(count);
  return world.of(method);
}

/** Sends `/helsetall …`. */
export function command(world: World, helsetall: Running, text: string, more: Record<string, string> = {}): Promise<Response> {
  return helsetall.form({
    command: "/helsetall",
    team_id: TEAM,
    channel_id: CHANNEL,
    user_id: PERSON,
    text,
    trigger_id: `trigger-${nextTs()}`,
    response_url: world.responseUrl(),
    ...more,
  });
}

/** Presses a button of a message, or of a view. */
export function click(
  world: World,
  helsetall: Running,
  button: { action_id: string; value?: string | undefined },
  { ephemeral = false, on = "1767376990.000100", user = PERSON, view = false, channel = CHANNEL } = {},
): Promise<Response> {
  const payload = {
    type: "block_actions",
    team: { id: TEAM, domain: "test" },
    user: { id: user, team_id: TEAM },
    api_app_id: "A000000001",
    trigger_id: `trigger-${nextTs()}`,
    ...(view
      ? { container: { type: "view", view_id: "V1" } }
      : {
          channel: { id: channel, name: "general" },
          container: { type: "message", message_ts: on, channel_id: channel, is_ephemeral: ephemeral },
          response_url: world.responseUrl(),
        }),
    actions: [{ type: "button", block_id: "b", action_ts: nextTs(), ...button }],
  };
  return helsetall.form({ payload: JSON.stringify(payload) });
}

/** Sends in a modal that was opened. */
export function submit(helsetall: Running, view: Record<string, unknown>, values: object, user = PERSON): Promise<Response> {
  const payload = {
    type: "view_submission",
    team: { id: TEAM, domain: "test" },
    user: { id: user, team_id: TEAM },
    api_app_id: "A000000001",
    trigger_id: `trigger-${nextTs()}`,
    view: { id: `V${nextTs()}`, ...view, state: { values } },
  };
  return helsetall.form({ payload: JSON.stringify(payload) });
}
