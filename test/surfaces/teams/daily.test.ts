/** The fact of the day as a person in Teams has it: set up, seen, paused, stopped. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkCard } from "../../../src/surfaces/teams/card-schema.ts";
import { invoke, mention, message, type Running, type Sent, startTeams } from "./bot.ts";

const WAIT = { timeout: 6_000, interval: 20 };
const CHANNEL = "19:channel@thread.tacv2";
let bot: Running;
beforeEach(async () => {
  bot = await startTeams({ environment: { PUBLIC_URL: "https://helsetall.example.no" } });
});
afterEach(() => bot.stop());

const subscriptions = () => bot.store.database.selectFrom("subscriptions").selectAll().execute();
const deliveries = () => bot.store.database.selectFrom("deliveries").selectAll().execute();
/** Makes what is set up due by now, with the spread of its minute behind it. */
const makeDue = () =>
  bot.store.database
    .updateTable("subscriptions")
    .set({ next_due_at: Date.now() - 61_000 })
    .execute();

/** The messages posted so far, once there are so many. */
async function posted(count: number) {
  await expect.poll(() => bot.connector.posted.length, WAIT).toBe(count);
  return bot.connector.posted;
}
const cardIn = (body: Sent) => body.attachments?.[0]?.content;
/** All words of a message, in a card or not. */
const wordsIn = (body: Sent): string => {
  const runs = (cardIn(body)?.body ?? []).flatMap((block: Sent) => (block.inlines ?? []).map((run: Sent) => run.text));
  return [body.text ?? "", ...runs].join("\n").replaceAll("\\", "");
};
const say = async (text: string, count: number) => {
  await bot.send(message(bot, text));
  return wordsIn((await posted(count)).at(-1)?.body);
};
const press = async (action: Sent, more: Sent = {}) =>
  (
    await bot.send(invoke(bot, "adaptiveCard/action", { action: { type: "Action.Execute", verb: action.verb, data: action.data } }, more))
  ).json();

describe("the fact of the day in Teams", () => {
  it("is set up in a thread for the whole channel, in the person's time zone", async () => {
    await bot.send(mention(bot, "daglig 09:00", { localTimezone: "Europe/London" }));
    const [post] = await posted(1);
    expect(wordsIn(post?.body)).toMatch(/Dagens tall kommer på hverdager kl\. 09:00 \(tiden i London\) hit\. Det neste kommer \w+dag/);
    checkCard(cardIn(post?.body));
    const [row] = await subscriptions();
    expect(row).toMatchObject({ platform: "teams", channel: CHANNEL, zone: "Europe/London", language: "nb" });
    expect(JSON.stringify(row)).not.toContain("29:person");
  });

  it("posts once to the channel itself, with figure, source and a button that stops it and leaves the post", async () => {
    await bot.send(mention(bot, "daily 09:00 only Helsenorge"));
    await posted(1);
    await makeDue();
    const [, post] = await posted(2);
    expect(post?.path).toContain(`/v3/conversations/${CHANNEL}/activities`);
    checkCard(cardIn(post?.body));
    expect(wordsIn(post?.body)).toMatch(/Fact of the day[\s\S]*Source: [\s\S]*Ask on, for example/);
    await expect.poll(async () => (await deliveries()).map(({ state }) => state), WAIT).toEqual(["sent"]);
    const stop = cardIn(post?.body).actions.at(-1);
    expect(stop.title).toBe("Stop the fact of the day");
    const elsewhere = { conversation: { id: "19:other@thread.tacv2", conversationType: "channel", tenantId: bot.tenant } };
    await press(stop, elsewhere);
    expect((await subscriptions())[0]?.state).toBe("active");
    const here = { conversation: { id: `${CHANNEL};messageid=1`, conversationType: "channel", tenantId: bot.tenant } };
    expect(await press(stop, here)).toMatchObject({
      type: "application/vnd.microsoft.activity.message",
      value: expect.stringMatching(/^Stopped\./),
    });
    expect((await subscriptions())[0]?.state).toBe("stopped");
  });

  it("says what it is and how to stop it also where Teams refuses the card", async () => {
    await say("daily 09:00", 1);
    bot.connector.answers.push({ status: 400, headers: {}, code: "BadSyntax" });
    await makeDue();
    const words = wordsIn((await posted(3)).at(-1)?.body);
    expect(words).toMatch(/^Fact of the day:[\s\S]*Source: [\s\S]*Write “daily stop” to end it\./);
  });

  it("can be asked on in the thread below a post", async () => {
    await bot.send(mention(bot, "daily 09:00 only Helsenorge"));
    await posted(1);
    await makeDue();
    await posted(2);
    await expect.poll(async () => (await deliveries())[0]?.state, WAIT).toBe("sent");
    const thread = { id: `${CHANNEL};messageid=posted-2`, conversationType: "channel", tenantId: bot.tenant };
    await bot.send(mention(bot, "what is the source?", { conversation: thread }));
    expect(wordsIn((await posted(3)).at(-1)?.body)).toMatch(/Helsenorge|IE-1098/);
  });

  it("shows the plan, pauses, goes on, previews and stops, in the words that Slack has", async () => {
    await say("dagleg 08:30 kvar dag", 1);
    await makeDue();
    await posted(2);
    await expect.poll(async () => (await deliveries())[0]?.state, WAIT).toBe("sent");
    expect(await say("dagleg vis", 3)).toMatch(/Dagens tal: kvar dag kl\. 08:30[\s\S]*Dei siste:[\s\S]*kom fram/);
    expect(await say("dagleg pause til fredag", 4)).toMatch(/Sett på pause\. Det neste kjem fredag/);
    expect(await say("dagleg hald fram", 5)).toMatch(/Det går vidare\./);
    expect(await say("dagleg prøv no", 6)).toMatch(/Førehandsvising/);
    expect(await say("dagleg stopp", 7)).toMatch(/Stoppa\./);
    expect(await say("dagleg vis", 8)).toMatch(/Her kjem det ikkje noko dagleg tal/);
  });

  it("has a form, which only who asked for it may send in", async () => {
    await bot.send(message(bot, "daglig"));
    const [post] = await posted(1);
    const form = cardIn(post?.body);
    checkCard(form);
    const [save] = form.actions;
    const filled = { ...save.data, time: "07:45", days: "2,4", subjects: "e-resept", language: "nb", holidays: "true" };
    const other = { from: { id: "29:other", name: "Ola", aadObjectId: "00000000-1111-4222-8333-999999999999" } };
    expect((await press({ verb: save.verb, data: filled }, other)).value).toContain("Bare den som kan skrive");
    expect((await press({ verb: save.verb, data: { ...filled, subjects: "fiskeri" } })).value).toContain("ingen tall");
    expect(await subscriptions()).toEqual([]);
    const confirmed = await press({ verb: save.verb, data: filled });
    expect(JSON.stringify(confirmed.value)).toContain("hver tirsdag og torsdag kl. 07:45");
    expect((await subscriptions())[0]).toMatchObject({ time: "07:45", days: "24", holidays: 1, subjects: "section:e-resept" });
  });

  it("pauses where it was removed, tells who set it up once in their own chat, and goes on when it is back", async () => {
    await bot.send(mention(bot, "daglig 09:00"));
    await posted(1);
    bot.connector.answers.push({ status: 403, headers: {}, code: "BotNotInConversationRoster" });
    await makeDue();
    const [, , opened, notice] = await posted(4);
    expect(opened?.path).toContain("/v3/conversations");
    expect(opened?.body).toMatchObject({ members: [{ id: "29:person" }], tenantId: bot.tenant });
    expect(notice?.path).toContain("/v3/conversations/posted-");
    expect(wordsIn(notice?.body)).toMatch(
      /^Du satte opp dagens tall her: en kanal eller samtale i Teams\. Det er på pause, fordi Helsetall ikke lenger er med/,
    );
    expect((await subscriptions())[0]).toMatchObject({ state: "paused", reason: "removed" });
    const back = { conversation: { id: CHANNEL, conversationType: "channel", tenantId: bot.tenant } };
    await bot.send({ ...message(bot, "", back), type: "installationUpdate", action: "add" });
    await expect.poll(async () => (await subscriptions())[0]?.state, WAIT).toBe("active");
  });
});
