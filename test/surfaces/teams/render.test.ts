/**
 * Cards as Microsoft's renderer draws them in Chromium, light and dark. Skipped where there is none.
 * With CARDS=<folder> the pictures are kept, to be looked at.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cardOf } from "../../../src/surfaces/teams/card.ts";
import { pictureFor } from "../../../src/surfaces/teams/picture.ts";
import { chromiumPath } from "../web/chromium.ts";
import { brain } from "./bot.ts";

const CHROMIUM = chromiumPath();
const LIBRARY = readFileSync(createRequire(import.meta.url).resolve("adaptivecards/dist/adaptivecards.js"), "utf8");
const KEPT = process.env.CARDS;

const LOOKS = {
  light: { page: "#f5f5f5", card: "#ffffff", text: "#242424", subtle: "#616161" },
  dark: { page: "#141414", card: "#292929", text: "#ffffff", subtle: "#adadad" },
} as const;

const QUESTIONS = {
  value: "Hvor mange innlogginger hadde Helsenorge i 2021?",
  series: "Show the course of logins to Helsenorge",
  trend: "Kva er trenden for digital heimeoppfølging?",
  clarify: "helsenorge",
  several: "Hvor mange besøk og hvor mange innlogginger hadde Helsenorge i 2021?",
};

describe.skipIf(CHROMIUM === undefined)("cards in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
    if (KEPT) mkdirSync(KEPT, { recursive: true });
  }, 30_000);
  afterAll(() => browser?.close());

  const cases = Object.entries(QUESTIONS).flatMap(([name, question]) =>
    (["light", "dark"] as const).map((look) => ({ name, question, look })),
  );

  it.each(cases)(
    "draw $name in $look, everything inside",
    async ({ name, question, look }) => {
      const { answer } = brain.ask(
        { text: question, locale: "nb", now: new Date("2026-11-23T09:00:00Z") },
        { questions: [], language: undefined },
      );
      const picture = await pictureFor(answer, brain, undefined, true);
      const card = cardOf(answer, { brain, publicUrl: "https://helsetall.example.no", picture, buttons: true });
      const { page: back, card: face, text, subtle } = LOOKS[look];
      const page = await browser.newPage({ viewport: { width: 560, height: 300 } });
      try {
        await page.setContent(
          `<body style="margin:16px;background:${back}"><div id="card" style="background:${face};border-radius:6px"></div>`,
        );
        await page.addScriptTag({ content: LIBRARY });
        const colors = { default: { default: text, subtle } };
        const host = {
          fontFamily: "sans-serif",
          containerStyles: { default: { backgroundColor: face, foregroundColors: colors } },
          actions: { maxActions: 6 },
        };
        const draw = `const card = new AdaptiveCards.AdaptiveCard(); card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(host)});
        card.parse(${JSON.stringify(card)}); document.getElementById("card").append(card.render());`;
        await page.evaluate(`{${draw}}`);
        await page.waitForFunction("[...document.images].every((image) => image.complete)");
        const shown = await page.evaluate(
          "document.getElementById('card').innerText + '\\n' + [...document.querySelectorAll('button')].map((b) => b.textContent).join('\\n')",
        );
        for (const line of [...answer.headline.split("\n"), ...answer.details]) expect(String(shown)).toContain(line.trim());
        const wide = await page.evaluate(
          "[...document.querySelectorAll('#card *')].filter((e) => e.getBoundingClientRect().right > innerWidth).length",
        );
        expect(wide).toBe(0);
        if (picture) expect(await page.evaluate("document.images[0].naturalWidth")).toBeGreaterThan(900);
        if (KEPT) await page.screenshot({ path: join(KEPT, `${name}-${look}.png`), fullPage: true });
      } finally {
        await page.close();
      }
    },
    30_000,
  );
});
