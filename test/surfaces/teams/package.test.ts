/** The app package: valid against Microsoft's newest schema, with icons as Teams wants them. */
import { AppManifestUtils } from "@microsoft/app-manifest";
import { unzipSync } from "fflate";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { makePackage } from "../../../src/surfaces/teams/package.ts";
import { startHelsetall } from "../web/helsetall.ts";
import { brain } from "./bot.ts";

const APP = "12345678-1234-4234-8234-123456789abc";

describe("the app package", () => {
  const files = unzipSync(makePackage(APP, "tall.example.org"));
  const text = new TextDecoder().decode(files["manifest.json"]);
  const manifest = JSON.parse(text);

  it("holds a valid manifest and both icons", async () => {
    expect(Object.keys(files).sort()).toEqual(["color.png", "manifest.json", "outline.png"]);
    expect(await AppManifestUtils.validateAgainstSchema(manifest)).toEqual([]);
    expect([...new Set(text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g))]).toEqual([APP]);
    expect(text).not.toContain("example.no");
    expect(manifest.composeExtensions[0].messageHandlers[0].value.domains).toEqual(["tall.example.org"]);
  });

  it("names pages that our own server has", async () => {
    const site = await startHelsetall();
    for (const url of Object.values(manifest.developer).filter((value) => String(value).startsWith("https:"))) {
      const { origin, pathname } = new URL(String(url));
      expect([origin, (await fetch(`${site.address}${pathname}`)).status]).toEqual(["https://tall.example.org", 200]);
    }
    expect(new Set(Object.values(manifest.developer)).size).toBe(4);
    await site.stop();
  });

  it("asks for no permission to read what is not written to it", () => {
    expect([manifest.authorization, manifest.permissions, manifest.webApplicationInfo]).toEqual([undefined, undefined, undefined]);
  });

  it("has icons of the required sizes, the outline white on nothing", () => {
    const read = (name: string) => PNG.sync.read(Buffer.from(files[name] ?? []));
    const color = read("color.png");
    const outline = read("outline.png");
    expect([color.width, color.height, outline.width, outline.height]).toEqual([192, 192, 32, 32]);
    for (let at = 0; at < outline.data.length; at += 4)
      if (outline.data[at + 3]) expect([...outline.data.subarray(at, at + 3)]).toEqual([255, 255, 255]);
    for (let at = 3; at < color.data.length; at += 4) expect(color.data[at]).toBe(255);
  });

  it("starts with prompts that are answered", () => {
    const commands: { type?: string; prompt: string }[] = manifest.bots[0].commandLists[0].commands;
    const prompts = commands.filter(({ type }) => type === "prompt");
    expect(prompts.length).toBeGreaterThan(1);
    for (const { prompt } of prompts)
      expect([
        prompt,
        brain.ask({ text: prompt, locale: "nb", now: new Date(0) }, { questions: [], language: undefined }).answer.answered,
      ]).toEqual([prompt, true]);
  });

  it("is the same bytes each time, and says what is wrong with an id or a domain", () => {
    expect(makePackage(APP, "tall.example.org")).toEqual(makePackage(APP, "tall.example.org"));
    expect(() => makePackage("x", "tall.example.org")).toThrow("--app-id");
    for (const domain of ["", "https://tall.example.org", "tall", "tall.example.org/x", 'tall.example.org"'])
      expect(() => makePackage(APP, domain)).toThrow("--domain");
  });
});
