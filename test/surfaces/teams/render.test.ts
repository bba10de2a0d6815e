/**
 * Cards as Microsoft's renderer draws them in Chromium, light and dark. Skipped where there is none.
 * With CARDS=<folder> the pictures are kept, to be looked at.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../../src/answers/answer.ts";
import { checkMessage } from "../../../src/surfaces/check-message.ts";
import { type Card, type CardParts, cardOf } from "../../../src/surfaces/teams/card.ts";
import { verdictsCard } from "../../../src/surfaces/teams/check-card.ts";
import { dailyCard, formCard } from "../../../src/surfaces/teams/daily/card.ts";
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
  statement: "Hvor langt er Norge kommet med refusjon for helseapper?",
  claim: "Did Helsenorge logins more than triple from 2018 to 2021?",
  clarify: "helsenorge",
  several: "Hvor mange besøk og hvor mange innlogginger hadde Helsenorge i 2021?",
};

/** A card, and the lines that must be seen on it. */
type Drawn = { card: Card; lines: readonly string[] };

const now = new Date("2026-11-23T09:00:00Z");

async function cardFor(question: string, draw: (answer: Answer, parts: CardParts) => Card = cardOf): Promise<Drawn> {
  const { answer } = brain.ask({ text: question, locale: "nb", now }, { questions: [], language: undefined });
  const picture = await pictureFor(answer, brain, undefined, true);
  const card = draw(answer, { brain, publicUrl: "https://helsetall.example.no", picture, buttons: true });
  return { card, lines: [...answer.headline.split("\n"), ...answer.details] };
}

/** The card of "Check this figure" on a message with a right claim and a wrong one. */
async function checkFor(message: string): Promise<Drawn> {
  const checked = checkMessage(message, brain, { now });
  return { card: verdictsCard(checked), lines: checked.verdicts.flatMap(({ text, source = "" }) => [...text.split("\n"), source]) };
}

const CARDS: Readonly<Record<string, () => Promise<Drawn>>> = {
  ...Object.fromEntries(Object.entries(QUESTIONS).map(([name, question]) => [name, () => cardFor(question)])),
  daily: () => cardFor("Vis utviklingen i besøk på Helsenorge", (answer, parts) => dailyCard(answer, "subscription", parts)),
  check: () => checkFor("Helsenorge hadde 77,5 millioner innlogginger i 2021. I 2020 var det 60 millioner innlogginger på Helsenorge."),
  form: async () => ({ card: formCard("daglig 09:00", "person", "nn"), lines: ["Set opp dagens tal", "Klokkeslett", "Dagar", "måndag"] }),
};

describe.skipIf(CHROMIUM === undefined)("cards in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
    if (KEPT) mkdirSync(KEPT, { recursive: true });
  }, 30_000);
  afterAll(() => browser?.close());

  const cases = Object.entries(CARDS).flatMap(([name, make]) => (["light", "dark"] as const).map((look) => ({ name, make, look })));

  it.each(cases)(
    "draw $name in $look, everything inside",
    async ({ name, make, look }) => {
      const { card, lines } = await make();
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
        for (const line of lines) expect(String(shown)).toContain(line.trim());
        const wide = await page.evaluate(
          "[...document.querySelectorAll('#card *')].filter((e) => e.getBoundingClientRect().right > innerWidth).length",
        );
        expect(wide).toBe(0);
        if (card.body.some(({ type }) => type === "Image"))
          expect(await page.evaluate("document.images[0].naturalWidth")).toBeGreaterThan(900);
        if (KEPT) await page.screenshot({ path: join(KEPT, `${name}-${look}.png`), fullPage: true });
      } finally {
        await page.close();
      }
    },
    30_000,
  );
});
