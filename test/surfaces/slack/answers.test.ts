/** What a person in Slack gets: Bolt as shipped, signed requests, and the emulator behind. */
import { describe, expect, it } from "vitest";
import { slackMessage } from "../../../src/surfaces/slack/render/limits.ts";
import { libsqlEngine } from "../../store/engines.ts";
import { eachInSlack } from "./each.ts";
import * as see from "./person.ts";
import { blocksOf, buttonsOf, textOf } from "./person.ts";
import { type Running, runHelsetall } from "./running.ts";
import { BOT, CHANNEL, mention, message, nextTs, PERSON, TEAM, type World } from "./world.ts";

const engine = libsqlEngine();
let world: World;
let helsetall: Running;

eachInSlack({
  environment: { PUBLIC_URL: "https://helsetall.example.no" },
  onStart: (started) => {
    ({ world, helsetall } = started);
  },
  running: () => helsetall,
});

const posts = (method: string, count: number) => see.posts(world, method, count);
const command = (text: string, more?: Record<string, string>) => see.command(world, helsetall, text, more);
const click = (button: Parameters<typeof see.click>[2], where?: Parameters<typeof see.click>[3]) =>
  see.click(world, helsetall, button, where);

describe("an answer in Slack", () => {
  it("goes to the thread of the mention, with figure, picture, source and buttons, within Slack's limits", async () => {
    const asked = mention("how many Helsenorge logins in 2021?");
    expect((await helsetall.event(asked)).status).toBe(200);
    const [post] = await posts("chat.postMessage", 1);
    expect(post?.body).toMatchObject({ channel: CHANNEL, thread_ts: asked.ts });
    expect(textOf(post)).toMatch(/^About 77\.5 million logins to Helsenorge in 2021\./);
    expect(textOf(post)).toContain("Norsk Helsenett");
    expect(slackMessage.safeParse({ text: post?.body.text, blocks: post?.body.blocks }).error).toBeUndefined();
    const [first] = blocksOf(post);
    expect(JSON.stringify(first)).toContain("*About 77.5 million logins to Helsenorge in 2021.*");
    const image = blocksOf(post).find(({ type }) => type === "image");
    expect(image?.image_url).toMatch(/^https:\/\/helsetall\.example\.no\/pictures\/value\/helsenorge-logins\/2021\/en\.[0-9a-f]{12}\.png$/);
    expect(image?.alt_text).toContain("77.5 million");
    expect(JSON.stringify(blocksOf(post))).toContain("e-helse-i-tall|Open the report>");
  });

  it("goes on in the thread without a mention, in the language of each question", async () => {
    const asked = mention("hvor mange innlogginger hadde helsenorge i 2021?");
    await helsetall.event(asked);
    await posts("chat.postMessage", 1);
    await helsetall.event(message("og i 2020?", { thread_ts: asked.ts }));
    const [, second] = await posts("chat.postMessage", 2);
    expect(textOf(second)).toMatch(/43 millioner innlogginger/);
    expect(second?.body.thread_ts).toBe(asked.ts);
  });

  it("leaves people alone who talk to each other, in and outside of threads", async () => {
    const asked = mention("hvor mange innlogginger hadde helsenorge i 2021?");
    await helsetall.event(asked);
    await posts("chat.postMessage", 1);
    await helsetall.event(message("hvor mange innlogginger hadde helsenorge i 2020?"));
    await helsetall.event(message("hvor mange innlogginger i 2020?", { thread_ts: nextTs() }));
    await helsetall.event(message("<@U000000002> ser du på dette?", { thread_ts: asked.ts }));
    await helsetall.event(message("takk skal dere ha, vi sees på mandag", { thread_ts: asked.ts }));
    await helsetall.event(message(`og besøk, <@${BOT}2>?`));
    await helsetall.event(message("og besøk?", { thread_ts: asked.ts, bot_id: "B1" }));
    await helsetall.event(message("og besøk?", { thread_ts: asked.ts, subtype: "message_changed" }));
    await helsetall.event(message("og besøk?", { thread_ts: asked.ts, user: BOT }));
    await helsetall.event(message("", { thread_ts: asked.ts, subtype: "message_deleted", deleted_ts: asked.ts }));
    await helsetall.event(message("og i 2020?", { thread_ts: asked.ts, subtype: "thread_broadcast" }));
    await helsetall.event(message("og i 2021?", { thread_ts: asked.ts, subtype: "file_share", files: [{ id: "F1" }] }));
    const all = await posts("chat.postMessage", 3);
    expect(textOf(all[1])).toMatch(/43 millioner/);
    expect(textOf(all[2])).toMatch(/77,5 millioner/);
  });

  it.each([
    ["mention first", true],
    ["message first", false],
  ])("comes once for one mention that arrives as both events, %s", async (_name, first) => {
    const asked = mention("how many Helsenorge logins in 2021?");
    const twin = { ...asked, type: "message", channel_type: "channel" };
    for (const event of first ? [asked, twin] : [twin, asked]) await helsetall.event(event);
    await helsetall.event(asked);
    await posts("chat.postMessage", 1);
    await helsetall.event(mention("takk"));
    expect(await posts("chat.postMessage", 2)).toHaveLength(2);
  });

  it("greets an empty mention and answers a direct message", async () => {
    await helsetall.event(mention(""));
    const [greeting] = await posts("chat.postMessage", 1);
    expect(textOf(greeting).length).toBeGreaterThan(20);
    await helsetall.event(message("kor mange innloggingar hadde Helsenorge i 2021?", { channel: "D1", channel_type: "im" }));
    await helsetall.event(message("og i 2020?", { channel: "D1", channel_type: "im" }));
    const [, one, two] = await posts("chat.postMessage", 3);
    expect(textOf(one)).toMatch(/77,5 millionar innloggingar/);
    expect(textOf(two)).toMatch(/43 millionar/);
  });

  it("echoes no mention, link or channel call of the asker", async () => {
    await helsetall.event(
      mention(
        "stemmer det at <!channel> &lt;!everyone&gt; <@U9> <https://evil.example|helsenorge> hadde 200 millioner innlogginger i 2021?",
      ),
    );
    const [post] = await posts("chat.postMessage", 1);
    expect(JSON.stringify(post?.body)).not.toMatch(/<!|<@|evil|&lt;/);
    expect(textOf(post)).toContain("77,5 millioner");
  });
});

describe("the command", () => {
  it("answers only the asker, shares on request, and knows help", async () => {
    expect((await command("hvor mange innlogginger på helsenorge i 2021")).status).toBe(200);
    const [own] = await posts("response", 1);
    expect(own?.body).toMatchObject({ response_type: "ephemeral", replace_original: false });
    expect(textOf(own)).toMatch(/^Rundt 77,5 millioner innlogginger/);
    const share = buttonsOf(own).find(({ action_id }) => action_id === "share");
    expect(share?.text.text).toBe("Del i kanalen");
    const [feedback] = blocksOf(own).find(({ type }) => type === "context_actions")?.elements ?? [];
    expect(feedback?.negative_button?.value).toMatch(/^no value\/helsenorge-logins\/2021\/nb$/);
    await click(share ?? { action_id: "none" }, { ephemeral: true });
    await click(share ?? { action_id: "none" }, { ephemeral: true });
    const [, shared] = await posts("response", 2);
    expect(shared?.body).toMatchObject({ response_type: "in_channel" });
    expect(textOf(shared)).toMatch(/^Rundt 77,5 millioner innlogginger/);
    expect(buttonsOf(shared).some(({ action_id }) => action_id === "share")).toBe(false);
    await command("help");
    expect(textOf((await posts("response", 3))[2])).toMatch(/You can ask|I answer|Ask/);
    await command("");
    expect(textOf((await posts("response", 4))[3]).length).toBeGreaterThan(40);
    expect(world.of("chat.postMessage")).toEqual([]);
  });
});

describe("the buttons", () => {
  it("ask on in the thread, once, also in a new process", async () => {
    await helsetall.event(mention("how many Helsenorge logins in 2021?"));
    const [post] = await posts("chat.postMessage", 1);
    const [next] = buttonsOf(post);
    await helsetall.stop();
    helsetall = await runHelsetall(world, await engine.create());
    await click(next ?? { action_id: "none" });
    await click(next ?? { action_id: "none" }, { user: "U000000002" });
    const [, answer] = await posts("chat.postMessage", 2);
    expect(answer?.body.thread_ts).toBe("1767376990.000100");
    expect(textOf(answer)).toMatch(/logins to Helsenorge|Logins to Helsenorge/);
  });

  it("show source, meaning and reason to the one who asks", async () => {
    await helsetall.event(mention("how many Helsenorge logins in 2021?"));
    const [post] = await posts("chat.postMessage", 1);
    const about = buttonsOf(post).filter(({ action_id }) => /^(proof|why)/.test(action_id));
    expect(about.map(({ text }) => text.text)).toEqual(["Show the source", "What does it mean?", "Why this answer?"]);
    for (const button of about) await click(button);
    const [source, meaning, why] = await posts("response", 3);
    expect(textOf(source)).toContain("figure 4.4");
    expect(textOf(meaning)).toMatch(/self-service|counted/i);
    expect(textOf(why)).toContain("logins to Helsenorge · in 2021");
    for (const call of [source, meaning, why]) expect(call?.body.response_type).toBe("ephemeral");
    // What only the asker saw is gone when Slack is opened anew, and comes again.
    await click(about[0] ?? { action_id: "none" });
    expect(textOf((await posts("response", 4))[3])).toBe(textOf(source));
  });

  it("take one vote a person, with a reason, that nobody can be read back from", async () => {
    await helsetall.event(mention("how many Helsenorge logins in 2021?"));
    const [post] = await posts("chat.postMessage", 1);
    const vote = blocksOf(post).find(({ type }) => type === "context_actions")?.elements?.[0];
    await click({ action_id: "vote", value: vote?.positive_button?.value });
    await click({ action_id: "vote", value: vote?.negative_button?.value });
    const [, ask] = await posts("response", 2);
    const reason = buttonsOf(ask).find(({ text }) => text.text === "The figure is wrong");
    await click(reason ?? { action_id: "none" });
    const thanks = (await posts("response", 3))[2];
    expect(textOf(thanks)).toBe("Thank you for the feedback.");
    await click({ action_id: "vote", value: vote?.negative_button?.value });
    expect(textOf((await posts("response", 4))[3])).toBe(textOf(ask));
    await click({ action_id: "vote", value: vote?.positive_button?.value }, { user: "U000000002" });
    await posts("response", 5);
    const rows = await helsetall.chat.store.database.selectFrom("feedback").selectAll().orderBy("at").execute();
    expect(rows.map(({ question, helpful, reason }) => ({ question, helpful, reason }))).toEqual([
      { question: "value/helsenorge-logins/2021/en", helpful: 0, reason: "wrong" },
      { question: "value/helsenorge-logins/2021/en", helpful: 1, reason: null },
    ]);
    expect(JSON.stringify(rows)).not.toContain("U00000000");
  });
});

describe("check this figure", () => {
  async function check(said: object) {
    const payload = {
      type: "message_action",
      callback_id: "check_figure",
      team: { id: TEAM, domain: "test" },
      user: { id: PERSON, team_id: TEAM },
      channel: { id: CHANNEL, name: "general" },
      message: { type: "message", ts: nextTs(), ...said },
      trigger_id: `trigger-${nextTs()}`,
      response_url: world.responseUrl(),
    };
    expect((await helsetall.form({ payload: JSON.stringify(payload) })).status).toBe(200);
    return (await posts("response", 1))[0];
  }

  it("tells the asker alone what agrees with the report and what does not, with sources", async () => {
    const reply = await check({
      text: "Helsenorge hadde 77,5 millioner innlogginger i 2021. I 2020 var det 60 millioner innlogginger på Helsenorge! Vi sees kl. 10.",
    });
    expect(reply?.body.response_type).toBe("ephemeral");
    expect(textOf(reply)).toMatch(/Ja[^\n]*77,5 millioner/);
    expect(textOf(reply)).toMatch(/Nei[^\n]*43 millioner/);
    expect(textOf(reply)).toMatch(/Kilde: .*figur 4\.4/);
    expect(textOf(reply)).not.toContain("60 millioner");
  });

  it("reads what other apps write into attachments", async () => {
    const reply = await check({ bot_id: "B9", attachments: [{ text: "Helsenorge hadde 60 millioner innlogginger i 2021." }] });
    expect(textOf(reply)).toMatch(/Nei[^\n]*77,5 millioner/);
  });
});

describe("home, prompts, links and language", () => {
  it("publishes what it knows, and pins a language that every answer then keeps", async () => {
    await helsetall.event({ type: "app_home_opened", user: PERSON, channel: "D1", tab: "home", event_ts: nextTs() });
    const [home] = await posts("views.publish", 1);
    expect(JSON.stringify(home?.body.view)).toMatch(/Helsenorge/);
    await click({ action_id: "pin", selected_option: { value: "nn" } } as never, { view: true });
    const [, again] = await posts("views.publish", 2);
    expect(JSON.stringify(again?.body.view)).toContain("Språket eg svarer deg på");
    await helsetall.event(mention("how many Helsenorge logins in 2021?"));
    expect(textOf((await posts("chat.postMessage", 1))[0])).toMatch(/77,5 millionar innloggingar/);
    const rows = await helsetall.chat.store.database.selectFrom("preferences").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(PERSON);
  });

  it("offers prompts where an agent's conversation is opened", async () => {
    await helsetall.event({ type: "app_home_opened", user: PERSON, channel: "D1", tab: "messages", event_ts: nextTs() });
    const [prompts] = await posts("assistant.threads.setSuggestedPrompts", 1);
    expect(prompts?.body.channel_id).toBe("D1");
    expect(prompts?.body.prompts).toHaveLength(4);
  });

  it("unfurls links to its own answers and no others", async () => {
    const own = "https://helsetall.example.no/answers/value/helsenorge-logins/2021/nb";
    const links = [
      { url: own },
      { url: "https://helsetall.example.no/answers/value/none/2021/nb" },
      { url: "https://other.example.no/answers/x" },
    ];
    await helsetall.event({ type: "link_shared", channel: CHANNEL, message_ts: nextTs(), user: PERSON, links });
    const [unfurl] = await posts("chat.unfurl", 1);
    expect(Object.keys(unfurl?.body.unfurls as object)).toEqual([own]);
    expect(unfurl?.body).toMatchObject({ channel: CHANNEL, ts: expect.stringMatching(/^\d+\.\d+$/) });
    expect(JSON.stringify(unfurl?.body.unfurls)).toContain("77,5 millioner");
  });

  it("unfurls a link while the message is still being written, so that its author may take it away", async () => {
    const links = [{ url: "https://helsetall.example.no/answers/value/helsenorge-logins/2021/en" }];
    const draft = { channel: "COMPOSER", message_ts: "Uxxxxxxx-1b40", unfurl_id: "Uxxxxxxx-1b40", source: "composer" };
    await helsetall.event({ type: "link_shared", user: PERSON, links, ...draft });
    const [unfurl] = await posts("chat.unfurl", 1);
    expect(unfurl?.body).toMatchObject({ unfurl_id: "Uxxxxxxx-1b40", source: "composer" });
    expect(unfurl?.body).not.toHaveProperty("channel");
  });
});

describe("a picture that Slack cannot fetch", () => {
  const refused = { kind: "error", error: "invalid_blocks" } as const;
  it("costs the picture, not the buttons; what is refused still costs the blocks, not the words", async () => {
    world.fail("chat.postMessage", refused, "pass", refused, refused);
    await helsetall.event(mention("how many Helsenorge logins in 2021?"));
    const [, plain] = await posts("chat.postMessage", 2);
    expect(blocksOf(plain).some(({ type }) => type === "image")).toBe(false);
    expect(buttonsOf(plain).length).toBeGreaterThan(3);
    await helsetall.event(mention("how many Helsenorge logins in 2020?"));
    const words = (await posts("chat.postMessage", 5))[4];
    expect(words?.body.blocks).toBeUndefined();
    expect(textOf(words)).toMatch(/^Almost 43 million/);
    expect(await helsetall.metrics()).toMatch(/helsetall_errors_total\{place="blocks"\} 3/);
  });

  it("costs the App Home its pictures, nothing else", async () => {
    world.fail("views.publish", refused);
    await helsetall.event({ type: "app_home_opened", user: PERSON, channel: "D1", tab: "home", event_ts: nextTs() });
    const [first, second] = (await posts("views.publish", 2)).map(({ body }) => JSON.stringify(body.view));
    expect(first).toContain('"image"');
    expect(second).not.toContain('"image"');
    expect(second).toContain("Helsenorge");
  });
});

describe("without PUBLIC_URL", () => {
  it("posts the answer first, then the picture as a file into the same thread", async () => {
    await helsetall.stop();
    helsetall = await runHelsetall(world, await engine.create());
    const asked = mention("how many Helsenorge logins in 2021?");
    await helsetall.event(asked);
    const [post] = await posts("chat.postMessage", 1);
    expect(blocksOf(post).some(({ type }) => type === "image")).toBe(false);
    const [place] = await posts("files.getUploadURLExternal", 1);
    expect(String(place?.body.alt_text)).toContain("77.5 million");
    const [done] = await posts("files.completeUploadExternal", 1);
    expect(done?.body).toMatchObject({ channel_id: CHANNEL, thread_ts: asked.ts });
    expect(world.calls.map(({ method }) => method).indexOf("chat.postMessage")).toBeLessThan(
      world.calls.map(({ method }) => method).indexOf("files.getUploadURLExternal"),
    );
  });

  it("answers privately without a picture, which follows once the answer is shared", async () => {
    await helsetall.stop();
    helsetall = await runHelsetall(world, await engine.create());
    await command("how many Helsenorge logins in 2021?");
    const [own] = await posts("response", 1);
    const share = buttonsOf(own).find(({ action_id }) => action_id === "share");
    await click(share ?? { action_id: "none" }, { ephemeral: true });
    const [done] = await posts("files.completeUploadExternal", 1);
    expect(done?.body).toMatchObject({ channel_id: CHANNEL });
    expect(world.of("response")).toHaveLength(2);
  });
});
