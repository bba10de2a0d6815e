/** `npx tsx test/surfaces/slack/look.ts FOLDER`: draws messages as Slack shows them, to look at with one's own eyes. */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { createElement } from "react";
// @ts-expect-error the project needs no types of React beyond this line
import { renderToStaticMarkup } from "react-dom/server";
import { Message } from "slack-blocks-to-jsx";
import { createAsk } from "../../../intents/index.ts";
import { pictureOf } from "../../../src/charts/choose.ts";
import { renderPng } from "../../../src/charts/render.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { brainOf } from "../../../src/surfaces/brain.ts";
import { dailyMessage } from "../../../src/surfaces/slack/daily/message.ts";
import { homeView } from "../../../src/surfaces/slack/home.ts";
import { answerMessage } from "../../../src/surfaces/slack/render/answer-message.ts";
import type { SlackBlock } from "../../../src/surfaces/slack/render/limits.ts";
import { EMPTY_CONTEXT } from "../../../src/understanding/context.ts";
import { chromiumPath } from "../web/chromium.ts";

const folder = process.argv[2] ?? "slack-look";
const QUESTIONS = [
  "how many Helsenorge logins in 2021?",
  "kor mykje auka talet på medisinske meldingar?",
  "hva er trenden for digital hjemmeoppfølging?",
  "hvilket år var antall liggedager høyest?",
  "hvor mange innlogginger i Bergen?",
  "hva kan du svare på?",
  "hvor langt er Norge kommet med refusjon for helseapper?",
  "did Helsenorge logins more than triple from 2018 to 2021?",
  "innlogginger mot besøk på Helsenorge i 2021",
];

const now = new Date("2026-11-25T08:00:00Z");
const brain = brainOf(createAsk(loadKnowledge()));
const style = readFileSync(join(createRequire(import.meta.url).resolve("slack-blocks-to-jsx"), "../style.css"), "utf8");
mkdirSync(folder, { recursive: true });

/** The library knows no feedback buttons: they are drawn as two plain ones. */
function drawable(blocks: readonly SlackBlock[]) {
  return blocks.map((block) => {
    if (block.type !== "context_actions") return block;
    const [feedback] = block.elements;
    const label = (text: string | undefined) => ({ type: "button", action_id: text, text: { type: "plain_text", text } });
    return { type: "actions", elements: [label(feedback?.positive_button.text.text), label(feedback?.negative_button.text.text)] };
  });
}

const browser = await chromium.launch({ executablePath: chromiumPath() ?? "", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 720, height: 400 } });
async function draw(name: string, blocks: readonly SlackBlock[], picture?: Uint8Array): Promise<void> {
  const shown = drawable(blocks);
  const markup = renderToStaticMarkup(
    createElement(Message, { blocks: shown as never, logo: "", name: "Helsetall", time: now, theme: "light" } as never),
  );
  const image = picture ? `data:image/png;base64,${Buffer.from(picture).toString("base64")}` : "";
  await page.setContent(
    `<style>${style}</style><body style="font-family:Lato,Helvetica,sans-serif">${markup.replace(/https:\/\/helsetall\.example\.no\/pictures[^"]*/g, image)}`,
  );
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
for (const [index, text] of QUESTIONS.entries()) {
  const { answer } = brain.ask({ text, now }, EMPTY_CONTEXT);
  const message = answerMessage(answer, { brain, publicUrl: "https://helsetall.example.no", now, isPrivate: index === 0 });
  const picture = pictureOf(answer, brain.knowledge);
  await draw(`answer-${index + 1}`, message.blocks ?? [], picture ? await renderPng(picture) : undefined);
}
const plan = "Dagens tal: på kvardagar kl. 09:00, norsk tid.\nDet neste kjem torsdag 26. november kl. 09:00, norsk tid";
const daily = [{ id: "1", channel: "C1", plan }];
await draw("home", homeView(brain, { pinned: "nn", publicUrl: "https://helsetall.example.no", now, daily }).blocks);
const fact = brain.answerQuestion({ intent: "series", subjects: ["helsenorge-visits"], periods: [], language: "nb" });
const look = { brain, publicUrl: "https://helsetall.example.no", now, isPrivate: false };
await draw("daily", dailyMessage(fact, "1", look).blocks ?? []);
await browser.close();
