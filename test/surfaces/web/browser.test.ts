/** The page in a real Chromium, as people use it. Skipped where there is none; with CI=1 that is a failure. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath } from "./chromium.ts";
import { type Running, startHelsetall } from "./helsetall.ts";

const CHROMIUM = chromiumPath();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

if (CHROMIUM === undefined && process.env.CI) {
  it("has a Chromium to test with", () => {
    expect.fail("No Chromium here; install it with `apt-get install chromium`, or name it in CHROMIUM_PATH.");
  });
}

describe.skipIf(CHROMIUM === undefined)("the page in Chromium", () => {
  let site: Running;
  let browser: Browser;
  beforeAll(async () => {
    site = await startHelsetall();
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  /** Opens a page; whatever it logs as an error fails the test. */
  async function visit(path: string, look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    const context = await browser.newContext({ locale: "en-GB", ...options });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    try {
      await page.goto(`${site.address}${path}`);
      await look(page);
      expect(errors).toEqual([]);
    } finally {
      await context.close();
    }
  }

  const answers = (page: Page) => page.locator(".answer .headline");
  async function ask(page: Page, question: string): Promise<void> {
    const before = await page.locator(".exchange").count();
    await page.getByRole("textbox").fill(question);
    await page.keyboard.press("Enter");
    await page.locator(".exchange").nth(before).waitFor();
  }
  /** What axe finds against WCAG 2.2 AA; run in a context that our policy of scripts does not bind. */
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const run = "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })";
    const result = (await page.evaluate(run)) as { violations: { id: string; nodes: { html: string }[] }[] };
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }
  const settle = (page: Page) => page.evaluate("Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => true)");

  it("answers a question with figure, picture and source, and a follow-up after it", async () => {
    await visit("/?lang=en", async (page) => {
      await ask(page, "how many Helsenorge logins in 2021?");
      expect(await answers(page).first().textContent()).toBe("About 77.5 million logins to Helsenorge in 2021.");
      const picture = page.locator(".answer img").first();
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => page.evaluate("document.querySelector('.answer img').naturalWidth"), { timeout: 5000 }).toBe(960);
      expect(await picture.getAttribute("alt")).toContain("Logins to Helsenorge rose");
      expect(await page.locator(".source").first().textContent()).toContain("IE-1098");
      await ask(page, "and in 2020?");
      expect(await answers(page).last().textContent()).toBe("Almost 43 million logins to Helsenorge in 2020.");
    });
  });

  it("leads on by a suggestion", async () => {
    await visit("/?lang=nb", async (page) => {
      await page.locator(".chips button").first().click();
      await page.locator(".exchange").first().waitFor();
      await page.locator(".exchange .chips button").first().click();
      await page.locator(".exchange").nth(1).waitFor();
      expect(await page.locator(".answer").count()).toBe(2);
      expect(await page.locator(".source").count()).toBe(2);
    });
  });

  it("switches language", async () => {
    await visit("/?lang=en", async (page) => {
      await page.getByRole("link", { name: "Nynorsk" }).click();
      await page.waitForURL(/lang=nn/);
      expect(await page.locator("html").getAttribute("lang")).toBe("nn");
      expect(await page.getByRole("textbox").getAttribute("placeholder")).toContain("Kor mange");
    });
  });

  it("works from the keyboard alone", async () => {
    await visit("/?lang=en", async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
      await page.keyboard.press("Enter");
      for (let presses = 0; presses < 12; presses++) {
        await page.keyboard.press("Tab");
        if ((await page.evaluate("document.activeElement.id")) === "question") break;
      }
      await page.keyboard.type("bed days 2020");
      await page.keyboard.press("Enter");
      await answers(page).first().waitFor();
      expect(await answers(page).first().textContent()).toContain("4,796,382 bed days");
      expect(await page.evaluate("document.activeElement.id")).toBe("question");
    });
  });

  it("copies the quote with its source", async () => {
    await visit(
      "/answers/value/helsenorge-logins/2021/en",
      async (page) => {
        await page.getByRole("button", { name: "Copy with source" }).click();
        await page.getByRole("button", { name: "Copied" }).waitFor();
        const copied = await page.evaluate("navigator.clipboard.readText()");
        expect(copied).toContain("About 77.5 million logins to Helsenorge in 2021.");
        expect(copied).toContain("https://www.ehelse.no/");
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });

  it("says so when the answer does not arrive", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.address}/?lang=en`);
    await context.setOffline(true);
    await page.getByRole("textbox").fill("bed days");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").textContent()).toContain("did not arrive");
    await context.close();
  });

  it("needs no script for an answer's own page, nor for asking", async () => {
    await visit(
      "/answers/change/medical-messages/-/nb",
      async (page) => {
        expect(await answers(page).first().textContent()).toContain("284 millioner");
        await page.locator(".chips button").first().click();
        await page.waitForURL(/\/chat/);
        expect(await page.locator(".answer").count()).toBe(1);
      },
      { javaScriptEnabled: false },
    );
  });

  it.each([
    "/?lang=nb",
    "/browse?lang=nn",
    "/answers/value/helsenorge-logins/2021/en",
    "/report/helsenorge?lang=en",
    "/privacy?lang=en",
    "/nothing",
  ])(
    "gives axe nothing to find at %s, light or dark",
    async (path) => {
      for (const colorScheme of ["light", "dark"] as const) {
        const context = await browser.newContext({ colorScheme, locale: "en-GB" });
        const page = await context.newPage();
        await page.goto(`${site.address}${path}`);
        await settle(page);
        expect(await violations(page)).toEqual([]);
        await context.close();
      }
    },
    60_000,
  );

  it("gives axe nothing to find in a conversation", async () => {
    await visit("/?lang=nb", async (page) => {
      await ask(page, "hvor mange innlogginger i 2021?");
      await ask(page, "hva er tallet for nedetid på Mars?");
      await ask(page, "sammenlign årsverk i sykehus og kommuner");
      await settle(page);
      expect(await violations(page)).toEqual([]);
    });
  });

  it.each(["/?lang=nb", "/browse?lang=nb", "/answers/series/bed-days/-/nb", "/report/nokkeltall?lang=nb", "/privacy?lang=nn"])(
    "fits a phone at %s",
    async (path) => {
      await visit(
        path,
        async (page) => {
          expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
        },
        { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true },
      );
    },
  );

  it("is dark where the reader wants it dark", async () => {
    await visit(
      "/?lang=nb",
      async (page) => {
        expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(18, 24, 29)");
      },
      { colorScheme: "dark" },
    );
  });
});
