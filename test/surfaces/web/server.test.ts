/** The server over real HTTP: what programs and browsers may rely on. */
import { Buffer } from "node:buffer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reply } from "../../../src/answers/reply.ts";
import { type Picture, pictureOfIndicator, renderPng } from "../../../src/charts/index.ts";
import { replySchema } from "../../../src/surfaces/web/openapi.ts";
import { type Running, startHelsetall } from "./helsetall.ts";

let site: Running;
beforeAll(async () => {
  site = await startHelsetall();
});
afterAll(() => site.stop());

const LOGINS = "How many Helsenorge logins in 2021?";
const post = (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { "content-type": "application/json" },
  address = site.address,
) => fetch(`${address}/api/ask`, { method: "POST", body, headers });
const ask = async (question: object) => (await (await post(JSON.stringify(question))).json()) as Reply & { error?: string };
const get = (path: string, init: RequestInit = {}) => fetch(`${site.address}${path}`, { redirect: "manual", ...init });

describe("GET /privacy and GET /terms", () => {
  it.each([
    ["nb", "24 timer etter siste svar", "ring 113"],
    ["nn", "24 timar etter siste svar", "ring 113"],
    ["en", "24 hours after the last answer", "call 113"],
  ])("say in %s what is kept, how long, and on what terms", async (language, kept, terms) => {
    const privacy = await (await get(`/privacy?lang=${language}`)).text();
    expect(privacy).toContain(`<html lang="${language}">`);
    for (const words of [kept, "25 min", "396"]) expect(privacy).toContain(words);
    expect(await (await get(`/terms?lang=${language}`)).text()).toContain(terms);
    expect(await (await get(`/?lang=${language}`)).text()).toContain(`href="/privacy?lang=${language}"`);
  });

  it("say so where the server logs the text of questions", async () => {
    const logging = await startHelsetall({ LOG_QUESTIONS: "1" });
    expect(await (await get("/privacy?lang=en")).text()).toContain("does not hold the text");
    expect(await (await fetch(`${logging.address}/privacy?lang=en`)).text()).toContain("set to hold the text");
    await logging.stop();
  });
});

describe("POST /api/ask", () => {
  it("answers with the documented object", async () => {
    const reply = await ask({ id: 7, question: LOGINS });
    expect(replySchema.parse(reply)).toEqual(reply);
    expect(reply.id).toBe(7);
    expect(reply.figures.find(({ role }) => role === "answer")).toMatchObject({ value: 77_500_000, period: "2021", status: "about" });
    expect(reply.image?.alt).toContain("77.5 million");
  });

  it("goes on with the context that it gave", async () => {
    const first = await ask({ question: LOGINS });
    const second = await ask({ question: "and in 2020?", context: first.context });
    expect(second.figures.find(({ role }) => role === "answer")).toMatchObject({ indicator: "helsenorge-logins", value: 43_000_000 });
  });

  it.each([
    ["no JSON", "{", "no JSON"],
    ["no object", "[]", "JSON object"],
    ["no question", "{}", "lacks a question"],
    ["an unknown language", '{"question":"x","language":"sv"}', "language"],
    ["a wrong clock", '{"question":"x","now":"yesterday"}', "now"],
  ])("refuses %s with 400 and one clear message", async (_name, body, message) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toContain(message);
  });

  it("refuses what is no UTF-8 with 400", async () => {
    expect((await post(new Uint8Array([0x7b, 0xff, 0x7d]))).status).toBe(400);
  });

  it("refuses more than 16 kB with 413, told or not", async () => {
    const body = JSON.stringify({ question: "x".repeat(17_000) });
    expect((await post(body)).status).toBe(413);
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from(body));
        controller.close();
      },
    });
    const chunked = await fetch(`${site.address}/api/ask`, {
      method: "POST",
      body: stream,
      headers: { "content-type": "application/json" },
      duplex: "half",
    } as RequestInit);
    expect(chunked.status).toBe(413);
  });

  it("refuses another type than JSON with 415", async () => {
    expect((await post("question=x", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(415);
  });

  it("refuses another method with 405 and names the right one", async () => {
    const response = await get("/api/ask");
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it("gives the longest question a polite refusal", async () => {
    const reply = await ask({ question: "logins ".repeat(400), language: "en" });
    expect(reply.answered).toBe(false);
    expect(reply.text).toContain("2000 characters");
  });
});

describe("the rate of one address", () => {
  it("is bounded with 429 and the seconds to wait, and only counts the client that the trusted proxy saw", async () => {
    const bounded = await startHelsetall({ TRUST_PROXY: "1" }, { questionsPerMinute: 2 });
    try {
      const from = (forwarded: string) =>
        post(JSON.stringify({ question: "hei" }), { "content-type": "application/json", "x-forwarded-for": forwarded }, bounded.address);
      expect((await from("spoofed-a, 10.0.0.1")).status).toBe(200);
      expect((await from("spoofed-b, 10.0.0.1")).status).toBe(200);
      const refused = await from("spoofed-c, 10.0.0.1");
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      expect((await from("10.0.0.2")).status).toBe(200);
    } finally {
      await bounded.stop();
    }
  });
});

describe("calls from other origins", () => {
  it("are off unless configured", async () => {
    const response = await post('{"question":"hei"}', { "content-type": "application/json", origin: "https://other.example" });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("are allowed to the origins that CORS_ORIGINS names", async () => {
    const open = await startHelsetall({ CORS_ORIGINS: "https://intranet.example" });
    try {
      const from = (origin: string) => fetch(`${open.address}/api/ask`, { method: "OPTIONS", headers: { origin } });
      expect((await from("https://intranet.example")).headers.get("access-control-allow-origin")).toBe("https://intranet.example");
      expect((await from("https://other.example")).headers.get("access-control-allow-origin")).toBeNull();
    } finally {
      await open.stop();
    }
  });
});

describe("pictures", () => {
  it("are drawn on demand, and may be kept for ever", async () => {
    const { image } = await ask({ question: LOGINS });
    const response = await get(image?.url ?? "");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(response.headers.get("cache-control")).toContain("immutable");
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([960, 320]);
  });

  it("of an older version lead to the current one", async () => {
    const response = await get("/pictures/value/helsenorge-logins/2021/en.000000000000.png");
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe((await ask({ question: LOGINS })).image?.url);
  });

  it.each([
    "value/no-such-thing/2021/en",
    "value/helsenorge-logins/2050/en",
    "value/helsenorge-logins/2021/sv",
    "help/-/-/en",
    "../secret",
    "value/kjernejournal-opted-out/2021/en/extra",
  ])("are not drawn for %s", async (canonical) => {
    expect((await get(`/pictures/${canonical}.${site.site.brain.version}.png`)).status).toBe(404);
  });

  it("are not drawn where there is only a count to see", async () => {
    expect((await ask({ question: "Hvor mange fylte ut innbyggerundersøkelsen i 2021?" })).image).toBeNull();
  });

  it("are refused with 503 while too many are drawn, and come when asked again", async () => {
    const narrow = await startHelsetall({}, { picturesAtOnce: 1 });
    try {
      const { version, knowledge } = narrow.site.brain;
      const address = `${narrow.address}/pictures/series/bed-days/-/nn.${version}.png`;
      const [one] = [...knowledge.indicators.values()].flatMap((item) => pictureOfIndicator(item, knowledge, "nn") ?? []);
      const others = Array.from({ length: 40 }, (_, place) => one && renderPng({ ...one, title: `picture ${place} before it` } as Picture));
      const refused = await fetch(address);
      expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
      await Promise.all(others);
      expect((await fetch(address)).status).toBe(200);
    } finally {
      await narrow.stop();
    }
  });
});

describe("pages", () => {
  it("of an answer have one address for one question, and unfurl with the picture", async () => {
    const open = await startHelsetall({ PUBLIC_URL: "https://helsetall.example" });
    try {
      const body = await (await fetch(`${open.address}/answers/value/helsenorge-logins/-/en`)).text();
      expect(body).toContain('<link rel="canonical" href="https://helsetall.example/answers/value/helsenorge-logins/2021/en">');
      expect(body).toMatch(
        /og:image" content="https:\/\/helsetall\.example\/pictures\/value\/helsenorge-logins\/2021\/en\.[0-9a-f]{12}\.png"/,
      );
      expect(body).toContain("About 77.5 million logins to Helsenorge in 2021.");
      const image = (await (await post(JSON.stringify({ question: LOGINS }), undefined, open.address)).json()) as Reply;
      expect(image.image?.url).toMatch(/^https:\/\/helsetall\.example\/pictures\//);
    } finally {
      await open.stop();
    }
  });

  it("of a section show its figures, its publisher and the address outside", async () => {
    const body = await (await get("/report/helsenorge?lang=nb")).text();
    expect(body).toContain("77,5");
    expect(body).toContain("Direktoratet for e-helse");
    expect(body).toContain("https://www.ehelse.no/");
  });

  it("show every indicator, trend and date of the report in one place, and each link leads to its answer", async () => {
    const { knowledge } = site.site.brain;
    const body = await (await get("/browse?lang=en")).text();
    const paths = [...body.matchAll(/href="(\/answers\/[^"]+)"/g)].map(([, path]) => path ?? "");
    for (const id of knowledge.indicators.keys()) expect(paths).toContain(`/answers/value/${id}/-/en`);
    for (const id of knowledge.trends.keys()) expect(paths).toContain(`/answers/trend/trend:${id}/-/en`);
    const statuses = await Promise.all(paths.map(async (path) => [path, (await get(path)).status] as const));
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
  });

  it.each(["nb", "nn", "en"])("speak %s where the address says so", async (language) => {
    for (const path of ["/", "/browse", "/report/e-resept"]) {
      expect(await (await get(`${path}?lang=${language}`)).text()).toContain(`<html lang="${language}">`);
    }
  });

  it("speak the browser's language where the address says none", async () => {
    const spoken = async (wanted: string) =>
      /<html lang="(..)"/.exec(await (await get("/", { headers: { "accept-language": wanted } })).text())?.[1];
    expect(await Promise.all(["nn-NO,nb;q=0.8", "no", "en-GB,en", "de,en;q=0.5", "de"].map(spoken))).toEqual([
      "nn",
      "nb",
      "en",
      "en",
      "nb",
    ]);
  });

  it.each([
    "/nothing",
    "/answers/value/helsenorge-logins/2050/en",
    "/answers/x",
    "/report/nothing",
    "/series/nothing.csv",
    "/assets/1/none",
    "/%00",
    "/%zz",
  ])("are missing politely at %s", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("/browse");
  });

  it("answer without any script", async () => {
    const response = await fetch(`${site.address}/chat?lang=en`, { method: "POST", body: new URLSearchParams({ question: LOGINS }) });
    expect(await response.text()).toContain("About 77.5 million logins");
  });

  it("show no markup of the sender", async () => {
    const question = '<img src=x onerror=alert(1)> "quoted" Helsenorge logins 2021';
    const response = await fetch(`${site.address}/chat?lang=en`, {
      method: "POST",
      body: new URLSearchParams({ question, context: '"><script>' }),
    });
    const body = await response.text();
    expect(body).not.toContain("<img src=x");
    expect(body).not.toContain("<script>");
  });

  it("load less than 100 kB at first, and nothing from elsewhere", async () => {
    const body = await (await get("/?lang=en")).text();
    const parts = [...body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? "");
    const sizes = await Promise.all(parts.map(async (path) => (await (await get(path)).arrayBuffer()).byteLength));
    expect(parts.length).toBe(3);
    expect(sizes.reduce((sum, size) => sum + size, body.length)).toBeLessThan(100_000);
    expect(body).not.toMatch(/(?:src|href)="https?:/);
  });

  it("carry headers that let nothing foreign in", async () => {
    const { headers } = await get("/");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("series", () => {
  it("are given as CSV with every number's source", async () => {
    const response = await get("/series/helsenorge-logins.csv");
    expect(response.headers.get("content-disposition")).toContain("helsenorge-logins.csv");
    const lines = (await response.text()).trim().split("\n");
    expect(lines[0]).toContain("indicator,measure,period");
    expect(lines.some((line) => line.includes("2021,,77500000,logins,about,IE-1098,Helsenorge"))).toBe(true);
  });
});

describe("what runs it", () => {
  it("can see that it lives, is ready, and what it counted", async () => {
    await ask({ question: LOGINS });
    expect((await get("/healthz")).status).toBe(200);
    expect((await get("/readyz")).status).toBe(200);
    const metrics = await (await get("/metrics")).text();
    expect(metrics).toMatch(/helsetall_questions_total\{intent="value",language="en",answered="true"\} [1-9]/);
    expect(metrics).toContain('helsetall_http_responses_total{route="/api/ask",status="200"}');
    expect(metrics).toContain("helsetall_answer_seconds_bucket");
  });

  it("gets an OpenAPI 3.1 document that names every status", async () => {
    const document = (await (await get("/openapi.json")).json()) as {
      openapi: string;
      paths: Record<string, { post: { responses: object } }>;
    };
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths["/api/ask"]?.post.responses ?? {})).toEqual(["200", "400", "413", "415", "429"]);
  });

  it("can mount other surfaces on the same server", async () => {
    const mounted = await startHelsetall(
      {},
      { mounts: [{ path: "/slack/", handle: (_request, response) => void response.end("from Slack's room") }] },
    );
    try {
      expect(await (await fetch(`${mounted.address}/slack/events`)).text()).toBe("from Slack's room");
    } finally {
      await mounted.stop();
    }
  });
});
