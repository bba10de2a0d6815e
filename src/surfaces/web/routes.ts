/** Which address gets what. */
import type { IncomingMessage } from "node:http";
import { csvOf } from "../../answers/csv.ts";
import { listRows } from "../../answers/rows.ts";
import type { Language } from "../../knowledge/languages.ts";
import { parseCanonical } from "../../understanding/question.ts";
import { answerApi } from "./api.ts";
import { sendAsset } from "./assets.ts";
import { answerChat } from "./chat.ts";
import { HttpError, json, page, type Sent } from "./http.ts";
import { openApi } from "./openapi.ts";
import { answerPage, isLanguage } from "./pages/answer-page.ts";
import { browsePage } from "./pages/browse-page.ts";
import { chatPage } from "./pages/chat-page.ts";
import { notFoundPage } from "./pages/not-found-page.ts";
import { privacyPage, termsPage } from "./pages/privacy-page.ts";
import { sectionPage } from "./pages/section-page.ts";
import { sendPicture } from "./pictures.ts";
import type { Site } from "./site.ts";

type Handler = (visit: Visit) => Sent | undefined | Promise<Sent | undefined>;
export type Visit = {
  request: IncomingMessage;
  url: URL /** The path behind the route's own. */;
  rest: string;
  language: Language;
  site: Site;
};

/** A route: its path (ending in / it takes what is behind), its method, and whether it counts against an address's rate. */
export type Route = { path: string; method: "GET" | "POST"; limited?: boolean; handle: Handler };

export const ROUTES: readonly Route[] = [
  { path: "/", method: "GET", handle: ({ language, site }) => page(chatPage(language, site)) },
  { path: "/chat", method: "POST", limited: true, handle: ({ request, language, site }) => answerChat(request, language, site) },
  { path: "/chat", method: "GET", handle: ({ language, site }) => page(chatPage(language, site)) },
  { path: "/browse", method: "GET", handle: ({ language, site }) => page(browsePage(language, site)) },
  { path: "/answers/", method: "GET", handle: sendAnswer },
  { path: "/report/", method: "GET", handle: ({ rest, language, site }) => pageOrNothing(sectionPage(rest, language, site)) },
  { path: "/series/", method: "GET", handle: sendSeries },
  { path: "/privacy", method: "GET", handle: ({ language, site }) => page(privacyPage(language, site)) },
  { path: "/terms", method: "GET", handle: ({ language }) => page(termsPage(language)) },
  { path: "/pictures/", method: "GET", handle: ({ rest, site }) => sendPicture(rest, site) },
  { path: "/assets/", method: "GET", handle: ({ rest }) => sendAsset(rest) },
  { path: "/api/ask", method: "POST", limited: true, handle: ({ request, site }) => answerApi(request, site) },
  {
    path: "/openapi.json",
    method: "GET",
    handle: ({ site }) => json(openApi(site.config.publicUrl), 200, { "cache-control": "no-cache" }),
  },
  { path: "/metrics", method: "GET", handle: sendMetrics },
];

/** The route of a path, and the methods that there are for it. */
export function routeFor(path: string, method: string): { route: Route | undefined; methods: readonly string[] } {
  const here = ROUTES.filter(
    (route) => route.path === path || (route.path.length > 1 && route.path.endsWith("/") && path.startsWith(route.path)),
  );
  const asked = method === "HEAD" ? "GET" : method;
  return { route: here.find((route) => route.method === asked), methods: here.map((route) => route.method) };
}

/** The language of a page: that of its address, else the first of the browser's that we speak, else bokmål. */
export function languageOf(url: URL, request: IncomingMessage): Language {
  const wanted = url.searchParams.get("lang");
  if (isLanguage(wanted)) return wanted;
  for (const part of String(request.headers["accept-language"] ?? "").split(",")) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (tag === "no") return "nb";
    if (isLanguage(tag)) return tag;
  }
  return "nb";
}

/** What stands where nothing is: a page for people, a sentence for programs. */
export function notFound(language: Language): Sent {
  return page(notFoundPage(language), 404);
}

function pageOrNothing(body: string | undefined): Sent | undefined {
  return body === undefined ? undefined : page(body);
}

function sendAnswer({ rest, site }: Visit): Sent | undefined {
  const question = parseCanonical(rest, (key) => site.brain.isSubject(key));
  return question && pageOrNothing(answerPage(question, site));
}

/** GET /series/<indicator>.csv: every number of an indicator with its source. */
function sendSeries({ rest, site }: Visit): Sent | undefined {
  const [, id = ""] = /^([a-z0-9-]+)\.csv$/.exec(rest) ?? [];
  if (!site.brain.knowledge.indicators.has(id)) return undefined;
  const rows = listRows(site.brain.knowledge).filter(({ indicator }) => indicator === id);
  const headers = { "content-disposition": `attachment; filename="${id}.csv"`, "cache-control": "no-cache" };
  // Excel takes CSV for UTF-8 only with a byte order mark.
  return { type: "text/csv; charset=utf-8", body: `\uFEFF${csvOf(rows)}\n`, headers };
}

async function sendMetrics({ site }: Visit): Promise<Sent> {
  const { registry } = site.metrics;
  return { type: registry.contentType, body: await registry.metrics(), headers: { "cache-control": "no-store" } };
}

/** A mistake of the sender as one clear message: JSON for programs, a page for people. */
export function refusal(error: HttpError, path: string, language: Language): Sent {
  if (error.status === 404 && !path.startsWith("/api/"))
    return { ...notFound(language), headers: { "cache-control": "no-cache", ...error.headers } };
  return json({ error: error.message }, error.status, error.headers);
}

export { HttpError };
