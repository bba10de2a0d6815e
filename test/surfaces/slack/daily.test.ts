/** The fact of the day as a person in Slack has it: set up, seen, paused, stopped. */
import { describe, expect, it } from "vitest";
import { slackMessage } from "../../../src/surfaces/slack/render/limits.ts";
import type { Where } from "../../store/engines.ts";
import { eachInSlack } from "./each.ts";
import * as see from "./person.ts";
import { blocksOf, buttonsOf, textOf, WAIT } from "./person.ts";
import { type Running, runHelsetall } from "./running.ts";
import { BOT, CHANNEL, eventBody, mention, message, nextTs, PERSON, TEAM, type World } from "./world.ts";

let world: World;
let helsetall: Running;
let where: Where;

eachInSlack({
  environment: { PUBLIC_URL: "https://helsetall.example.no" },
  prepare: (workspace) => {
    workspace.own("users.info", { ok: true, user: { id: PERSON, tz: "Europe/London" } });
    workspace.own("views.open", { ok: true });
    workspace.own("chat.postEphemeral", { ok: true });
  },
  onStart: (started) => {
    ({ world, helsetall, where } = started);
  },
  running: () => helsetall,
});

const posts = (method: string, count: number) => see.posts(world, method, count);
const command = (text: string, more?: Record<string, string>) => see.command(world, helsetall, text, more);
const subscriptions = () => helsetall.chat.store.database.selectFrom("subscriptions").selectAll().execute();
const deliveries = () => helsetall.chat.store.database.selectFrom("deliveries").selectAll().execute();
/** Makes a subscription due by now, with the spread of its minute behind it. */
const makeDue = () =>
  helsetall.chat.store.database
    .updateTable("subscriptions")
    .set({ next_due_at: Date.now() - 61_000 })
    .execute();

async function subscribed(text = "daglig 09:00"): Promise<void> {
  await command(text);
  await expect.poll(async () => (await subscriptions()).length, WAIT).toBe(1);
  await posts("chat.postMessage", 1);
}

describe("setting up the fact of the day", () => {
  it("is told to the channel, with when the next one comes and in which time zone, the person's own", async () => {
    expect(await (await command("daglig 09:00")).text()).toBe("");
    const [post] = await posts("chat.postMessage", 1);
    expect(post?.body.channel).toBe(CHANNEL);
    expect(textOf(post)).toMatch(/^Dagens tall kommer på hverdager kl\. 09:00 \(tiden i London\) hit\. Det neste kommer \w+dag \d+\. \w+/);
    expect(textOf(post)).toContain("kl. 09:00, tiden i London");
    expect(slackMessage.safeParse({ text: post?.body.text, blocks: post?.body.blocks }).error).toBeUndefined();
    const [row] = await subscriptions();
    expect(row).toMatchObject({ workspace: TEAM, channel: CHANNEL, days: "12345", zone: "Europe/London", language: "nb" });
    expect(JSON.stringify(row)).not.toContain(PERSON);
  });

  it.each([
    ["dagleg 08:15 kvar dag norsk tid", /^Dagens tal kjem kvar dag kl\. 08:15 \(norsk tid\) hit\./, "nn"],
    [
      "daily 7.30 mon wed fri only kjernejournal",
      /^The fact of the day comes here every Monday, Wednesday and Friday at 07:30 \(London time\)\..* Only about Kjernejournal/,
      "en",
    ],
  ])("understands %s", async (text, told, language) => {
    await command(text);
    const [post] = await posts("chat.postMessage", 1);
    expect(textOf(post)).toMatch(told);
    expect((await subscriptions())[0]?.language).toBe(language);
  });

  it("works by a mention, answered in its thread, and in a direct message", async () => {
    const asked = mention("daily 09:00");
    await helsetall.event(asked);
    const [post] = await posts("chat.postMessage", 1);
    expect(post?.body).toMatchObject({ channel: CHANNEL, thread_ts: asked.ts });
    await helsetall.event(message("daglig 10:00", { channel: "D1", channel_type: "im" }));
    const [, direct] = await posts("chat.postMessage", 2);
    expect(direct?.body).toMatchObject({ channel: "D1" });
    expect((await subscriptions()).map(({ channel }) => channel).sort()).toEqual([CHANNEL, "D1"]);
  });

  it("by a form, for those who do not like commands", async () => {
    expect(await (await command("daglig")).text()).toBe("");
    const [opened] = await posts("views.open", 1);
    const view = opened?.body.view as {
      blocks: { block_id: string; element: { action_id: string } }[];
      callback_id: string;
      private_metadata: string;
    };
    expect(view.blocks.map(({ block_id }) => block_id)).toEqual(["time", "days", "subjects", "language", "holidays"]);
    const filled = (subjects: string) => ({
      time: { time: { selected_time: "08:30" } },
      days: { days: { selected_options: [{ value: "2" }, { value: "4" }] } },
      subjects: { subjects: { value: subjects } },
      language: { language: { selected_option: { value: "nn" } } },
      holidays: { holidays: { selected_options: [] } },
    });
    const { callback_id, private_metadata } = view;
    const refused = await see.submit(helsetall, { callback_id, private_metadata }, filled("fiskeri"));
    expect(await refused.json()).toMatchObject({ response_action: "errors", errors: { subjects: expect.stringContaining("ingen tal") } });
    await see.submit(helsetall, { callback_id, private_metadata }, filled("e-resept"));
    const [post] = await posts("chat.postMessage", 1);
    expect(textOf(post)).toMatch(/^Dagens tal kjem kvar tysdag og torsdag kl\. 08:30 .*Berre om E-resept\./);
    expect(await subscriptions()).toHaveLength(1);
  });

  it("offers the form to the asker alone, since others who read along may not post", async () => {
    await helsetall.event(mention("daglig"));
    const [offered] = await posts("chat.postEphemeral", 1);
    expect(offered?.body).toMatchObject({ channel: CHANNEL, user: PERSON });
    expect(buttonsOf(offered).map(({ action_id }) => action_id)).toEqual(["daily-form"]);
    expect(world.of("chat.postMessage")).toEqual([]);
  });

  it("tells the asker alone to invite it where it may not post, and keeps nothing", async () => {
    world.fail("chat.postMessage", { kind: "error", error: "not_in_channel" });
    await command("daglig 09:00");
    const [told] = await posts("response", 1);
    expect(textOf(told)).toContain("/invite @Helsetall");
    expect(told?.body.response_type).toBe("ephemeral");
    await expect.poll(async () => (await subscriptions())[0]?.state, WAIT).toBe("stopped");
  });

  it("says what to write instead of what it cannot read, and leaves questions to the answers", async () => {
    await command("daglig 25:00");
    const [told] = await posts("response", 1);
    expect(textOf(told)).toContain("daglig 09:00");
    await command("daily visits to Helsenorge in 2021?");
    const [, answer] = await posts("response", 2);
    expect(textOf(answer)).not.toContain("fact of the day");
    expect(await subscriptions()).toEqual([]);
  });
});

describe("the post", () => {
  it("comes once, with figure, picture, source, a question to ask on, and one button that stops it", async () => {
    await subscribed();
    await makeDue();
    const [, post] = await posts("chat.postMessage", 2);
    expect(post?.body.channel).toBe(CHANNEL);
    expect(post?.body.thread_ts).toBeUndefined();
    expect(textOf(post)).toMatch(/^Dagens tall: /);
    expect(textOf(post)).toContain("Spør gjerne videre");
    expect(JSON.stringify(blocksOf(post))).toContain("Åpne rapporten");
    expect(slackMessage.safeParse({ text: post?.body.text, blocks: post?.body.blocks }).error).toBeUndefined();
    await expect.poll(async () => (await deliveries()).map(({ state }) => state), WAIT).toEqual(["sent"]);
    const stop = buttonsOf(post).find(({ action_id }) => action_id === "daily-stop");
    await see.click(world, helsetall, stop ?? { action_id: "" });
    const [told] = await posts("response", 1);
    expect(textOf(told)).toMatch(/^Stoppet\. Det kommer ikke flere daglige tall hit\./);
    expect((await subscriptions())[0]?.state).toBe("stopped");
    const metrics = await helsetall.metrics();
    for (const line of ['helsetall_daily_ended_total{state="sent"} 1', "helsetall_daily_due_total 1", "helsetall_daily_lag_seconds 0"])
      expect(metrics).toContain(line);
  });

  it("can be asked on below, without a mention", async () => {
    await subscribed("daily 09:00 only helsenorge");
    await makeDue();
    await posts("chat.postMessage", 2);
    await expect.poll(async () => (await deliveries())[0]?.state, WAIT).toBe("sent");
    const row = await helsetall.chat.store.database.selectFrom("outbox").select("remote_id").where("kind", "=", "daily").executeTakeFirst();
    await helsetall.event(message("what is the source?", { thread_ts: row?.remote_id ?? "" }));
    const [, , answer] = await posts("chat.postMessage", 3);
    expect(answer?.body.thread_ts).toBe(row?.remote_id);
    expect(textOf(answer)).toMatch(/source|report|IE-1098/i);
  });

  it("says how to stop it also where Slack takes no blocks", async () => {
    // Without PUBLIC_URL no post has a picture, which would be left out first.
    await helsetall.stop();
    helsetall = await runHelsetall(world, where);
    await subscribed();
    world.fail("chat.postMessage", { kind: "error", error: "invalid_blocks" });
    await makeDue();
    const [, , post] = await posts("chat.postMessage", 3);
    expect(post?.body.blocks).toBeUndefined();
    expect(post?.body.text).toMatch(/^Dagens tall: [\s\S]*Skriv «daglig stopp» for å avslutte\.$/);
  });

  it("is no button's to stop from another channel", async () => {
    await subscribed();
    const [row] = await subscriptions();
    await see.click(world, helsetall, { action_id: "daily-stop", value: `${row?.id} nb` }, { channel: "C000000002" });
    await posts("response", 1);
    expect((await subscriptions())[0]?.state).toBe("active");
  });
});

describe("looking after it", () => {
  it("shows the plan and what became of the last, pauses, goes on, skips and stops", async () => {
    await subscribed();
    await makeDue();
    await expect.poll(async () => (await deliveries())[0]?.state, WAIT).toBe("sent");
    const say = async (text: string, count: number) => {
      await command(text);
      return textOf((await posts("response", count)).at(-1));
    };
    expect(await say("daglig vis", 1)).toMatch(
      /Dagens tall: på hverdager kl\. 09:00.*\n.*Det neste kommer[\s\S]*De siste:\n• .*: kom fram/,
    );
    expect(await say("daglig pause til fredag", 2)).toMatch(/^Satt på pause\. Det neste kommer fredag/);
    expect(await say("daglig fortsett", 3)).toMatch(/^Det går videre\. Det neste kommer/);
    expect(await say("hopp over i dag", 4)).toMatch(/^(Hoppet over i dag|Det kommer ikke noe mer i dag)\. Det neste kommer/);
    expect(await say("daily stop", 5)).toMatch(/^Stopped\./);
    expect(await say("daglig vis", 6)).toMatch(/^Her kommer det ikke noe daglig tall\./);
  });

  it("previews to the asker alone, after a command as after a mention", async () => {
    await command("daglig prøv nå");
    const [told] = await posts("response", 1);
    expect(told?.body.response_type).toBe("ephemeral");
    expect(textOf(told)).toMatch(/^Forhåndsvisning/);
    expect(slackMessage.safeParse({ text: told?.body.text, blocks: told?.body.blocks }).error).toBeUndefined();
    await helsetall.event(mention("daily try now"));
    const [whispered] = await posts("chat.postEphemeral", 1);
    expect(whispered?.body).toMatchObject({ channel: CHANNEL, user: PERSON });
    expect(world.of("chat.postMessage")).toEqual([]);
    expect(await deliveries()).toEqual([]);
  });

  it("shows in the App Home what a person set up, and stops it there", async () => {
    await subscribed();
    await helsetall.event({ type: "app_home_opened", user: PERSON, channel: "D1", tab: "home", event_ts: nextTs() });
    const [home] = await posts("views.publish", 1);
    const view = JSON.stringify(home?.body.view);
    expect(view).toContain(`<#${CHANNEL}>`);
    expect(view).toContain("på hverdager kl. 09:00");
    const [row] = await subscriptions();
    await see.click(world, helsetall, { action_id: "daily-stop", value: `${row?.id} nb` }, { view: true });
    const [, after] = await posts("views.publish", 2);
    await expect.poll(async () => (await subscriptions())[0]?.state, WAIT).toBe("stopped");
    expect(JSON.stringify(after?.body.view)).toContain("daglig 09:00");
  });
});

describe("what befalls a channel", () => {
  it.each([
    ["is_archived", { subtype: "channel_unarchive", user: PERSON }],
    ["is_archived", { subtype: "channel_join", user: BOT }],
    ["not_in_channel", { subtype: "channel_join", user: BOT }],
  ])("%s pauses it, is told once to who set it up, and it goes on when that is over", async (error, back) => {
    await subscribed();
    world.fail("chat.postMessage", { kind: "error", error });
    await makeDue();
    const [, , notice] = await posts("chat.postMessage", 3);
    expect(notice?.body.channel).toBe(PERSON);
    expect(textOf(notice)).toMatch(/^Du satte opp dagens tall her: <#C000000001>\. Det er på pause, fordi .* Det går videre når /);
    expect((await subscriptions())[0]?.state).toBe("paused");
    await helsetall.event(message("has joined the channel", back));
    await expect.poll(async () => (await subscriptions())[0]?.state, WAIT).toBe("active");
  });

  it("keeps the subscription while its token is revoked, and forgets it when the app is removed", async () => {
    await subscribed();
    await helsetall.post(eventBody({ type: "tokens_revoked", tokens: { oauth: [], bot: [BOT] }, event_ts: nextTs() }));
    await expect.poll(async () => (await subscriptions())[0]?.reason, WAIT).toBe("revoked");
    await helsetall.post(eventBody({ type: "app_uninstalled", event_ts: nextTs() }));
    await expect.poll(subscriptions, WAIT).toEqual([]);
  });
});
