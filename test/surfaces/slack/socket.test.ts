/** Socket Mode, for a company behind a firewall: the same answers over a web socket that we open; and a proxy in between. */
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { libsqlEngine } from "../../store/engines.ts";
import { behindProxy, startProxy } from "../proxy.ts";
import { type Running, runHelsetall } from "./running.ts";
import { eventBody, mention, nextTs, PERSON, slackWorld, TEAM, type World } from "./world.ts";

const engine = libsqlEngine();
let world: World;
let helsetall: Running | undefined;
let leave = () => {};
let sockets: WebSocketServer;
const acknowledged: { envelope_id: string; payload?: unknown }[] = [];

beforeAll(async () => {
  world = await slackWorld();
  sockets = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await new Promise((resolve) => sockets.once("listening", resolve));
  world.own("apps.connections.open", { ok: true, url: `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}/` });
  sockets.on("connection", (socket) => {
    socket.send(JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A1" }, debug_info: {} }));
    socket.on("message", (data) => acknowledged.push(JSON.parse(String(data))));
  });
}, 30_000);
afterAll(async () => {
  sockets.close();
  await world.stop();
  await engine.stop();
});
afterEach(async () => {
  await helsetall?.stop();
  helsetall = undefined;
  leave();
});

const WAIT = { timeout: 8_000, interval: 20 };
const SOCKET = { SLACK_SIGNING_SECRET: "", SLACK_APP_TOKEN: "xapp-test-token" };
async function connected(): Promise<WebSocket> {
  await expect.poll(() => sockets.clients.size, WAIT).toBe(1);
  const [socket] = sockets.clients;
  if (!socket) throw new Error("no socket");
  return socket as WebSocket;
}

describe("Socket Mode", () => {
  it("answers events and commands, writes the row before it acknowledges, and listens nowhere", async () => {
    world.calls.length = 0;
    helsetall = await runHelsetall(world, await engine.create(), SOCKET);
    const socket = await connected();
    const payload = JSON.parse(eventBody(mention("how many Helsenorge logins in 2021?")));
    for (const envelope of ["e1", "e2"])
      socket.send(JSON.stringify({ type: "events_api", envelope_id: envelope, payload, accepts_response_payload: false }));
    await expect.poll(() => acknowledged.map(({ envelope_id }) => envelope_id).sort(), WAIT).toEqual(["e1", "e2"]);
    expect(await helsetall.chat.store.database.selectFrom("outbox").selectAll().where("kind", "=", "reply").execute()).toHaveLength(1);
    await expect.poll(() => world.of("chat.postMessage").length, WAIT).toBe(1);
    const command = {
      command: "/helsetall",
      team_id: TEAM,
      channel_id: "C1",
      user_id: PERSON,
      text: "besøk på helsenorge",
      trigger_id: nextTs(),
    };
    socket.send(
      JSON.stringify({
        type: "slash_commands",
        envelope_id: "c1",
        payload: { ...command, response_url: world.responseUrl() },
        accepts_response_payload: true,
      }),
    );
    await expect.poll(() => world.of("response").length, WAIT).toBe(1);
    expect(helsetall.chat.mounts).toEqual([]);
  });

  it("connects anew after Slack's disconnect", async () => {
    helsetall = await runHelsetall(world, await engine.create(), SOCKET);
    const before = world.of("apps.connections.open").length;
    const socket = await connected();
    socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: {} }));
    socket.close();
    await expect.poll(() => world.of("apps.connections.open").length, { timeout: 15_000, interval: 50 }).toBe(before + 1);
    await connected();
  }, 25_000);
});

describe("a proxy", () => {
  it("carries every request to Slack, the socket's too, and NO_PROXY passes it by", async () => {
    const proxy = await startProxy();
    leave = behindProxy(proxy.address);
    helsetall = await runHelsetall(world, await engine.create(), SOCKET);
    await connected();
    await helsetall.stop();
    helsetall = undefined;
    const socketHost = `127.0.0.1:${(sockets.address() as AddressInfo).port}`;
    expect(proxy.asked).toContain(new URL(world.origin).host);
    expect(proxy.asked).toContain(socketHost);
    proxy.asked.length = 0;
    leave = behindProxy(proxy.address, "127.0.0.1");
    await expect.poll(() => sockets.clients.size, WAIT).toBe(0);
    helsetall = await runHelsetall(world, await engine.create(), SOCKET);
    await connected();
    expect(proxy.asked).toEqual([]);
    proxy.stop();
  }, 25_000);
});
