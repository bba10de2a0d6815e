/** The one server: the page, the API, pictures, health, metrics, and what other surfaces mount beside them. */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Config } from "../../config.ts";
import { inRequest, type Log } from "../../log.ts";
import type { Brain } from "../brain.ts";
import { RateLimit } from "../rate-limit.ts";
import { addressOf, HttpError, json, send } from "./http.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { languageOf, notFound, refusal, routeFor } from "./routes.ts";
import { createSite, type Site } from "./site.ts";

/** Takes every request below a path, such as /slack/. */
export type Mount = { path: string; handle(request: IncomingMessage, response: ServerResponse): void };

export type ServerOptions = {
  brain: Brain;
  config: Config;
  log: Log;
  /** Counters shared with what else runs in the process; own ones when left out. */
  metrics?: Metrics;
  clock?: () => Date;
  mounts?: readonly Mount[];
  /** Questions a minute that one address may ask. */
  questionsPerMinute?: number;
  /** Pictures that may be drawn or waited for at once. */
  picturesAtOnce?: number;
};

export type HelsetallServer = {
  server: Server;
  site: Site;
  /** Takes no new work, lets what runs finish, and closes; after ten seconds it closes anyway. */
  stop(): Promise<void>;
};

const QUESTIONS_PER_MINUTE = 120;
const PICTURES_AT_ONCE = 24;
const STOP_WITHIN_MS = 9_000;

/** Builds the server; it listens when told to. */
export function createHelsetallServer(options: ServerOptions): HelsetallServer {
  const {
    brain,
    config,
    log,
    metrics = createMetrics(),
    clock = () => new Date(),
    mounts = [],
    questionsPerMinute = QUESTIONS_PER_MINUTE,
    picturesAtOnce = PICTURES_AT_ONCE,
  } = options;
  const site = createSite({ brain, config, log, metrics, picturesAtOnce, clock });
  const limit = new RateLimit(questionsPerMinute);
  let stopping = false;
  const server = createServer({ requestTimeout: 15_000, headersTimeout: 10_000 }, (request, response) => {
    const mount = mounts.find(({ path }) => request.url?.startsWith(path));
    if (mount && !stopping) mount.handle(request, response);
    else {
      const id = randomUUID();
      response.setHeader("x-request-id", id);
      void inRequest(id, () => serve(request, response, { site, limit, isReady: () => !stopping }));
    }
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      stopping = true;
      server.close(() => resolve());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS).unref();
    });
  return { server, site, stop };
}

type Serving = { site: Site; limit: RateLimit; isReady(): boolean };

async function serve(request: IncomingMessage, response: ServerResponse, { site, limit, isReady }: Serving): Promise<void> {
  const started = performance.now();
  const { log } = site;
  if (!isReady()) response.setHeader("connection", "close");
  const { url, path } = addressIn(request);
  const language = languageOf(url, request);
  const { route, methods } = routeFor(path, request.method ?? "GET");
  try {
    allowOrigin(request, response, site.config);
    if (path === "/healthz") send(request, response, json({ status: "ok" }));
    else if (path === "/readyz") send(request, response, isReady() ? json({ status: "ready" }) : json({ status: "stopping" }, 503));
    else if (request.method === "OPTIONS" && methods.length > 0) {
      response.writeHead(204, { allow: methods.join(", ") }).end();
    } else if (!route && methods.length > 0) {
      throw new HttpError(405, `This address takes ${methods.join(" and ")}.`, { allow: methods.join(", ") });
    } else if (!route)
      send(request, response, path.startsWith("/api/") ? json({ error: "There is no such address." }, 404) : notFound(language));
    else {
      const wait = route.limited ? limit.take(addressOf(request, site.config.trustProxy), started) : 0;
      if (wait > 0)
        throw new HttpError(429, `Too many questions from your address; wait ${wait} seconds.`, { "retry-after": String(wait) });
      const rest = path.slice(route.path.length);
      send(request, response, (await route.handle({ request, url, rest, language, site })) ?? notFound(language));
    }
  } catch (error) {
    if (error instanceof HttpError) send(request, response, refusal(error, path, language));
    else {
      site.metrics.fault("http");
      log.error({ err: error, path: route?.path }, "a request failed");
      send(request, response, json({ error: "Something went wrong here. Please try again." }, 500));
    }
  }
  site.metrics.response(route?.path ?? "other", response.statusCode);
  log.debug(
    { method: request.method, route: route?.path, status: response.statusCode, ms: Math.round(performance.now() - started) },
    "served",
  );
}

/** The request's address; what cannot be read leads nowhere. */
function addressIn(request: IncomingMessage): { url: URL; path: string } {
  try {
    const url = new URL(request.url ?? "/", "http://localhost");
    return { url, path: decodeURIComponent(url.pathname) };
  } catch {
    return { url: new URL("http://localhost/"), path: "/\u0000" };
  }
}

/** Pages elsewhere may call the API only where CORS_ORIGINS names them. */
function allowOrigin(request: IncomingMessage, response: ServerResponse, { corsOrigins }: Config): void {
  const { origin } = request.headers;
  if (origin === undefined || !request.url?.startsWith("/api/")) return;
  if (!corsOrigins.includes("*") && !corsOrigins.includes(origin)) return;
  response.setHeader("access-control-allow-origin", corsOrigins.includes("*") ? "*" : origin);
  response.setHeader("access-control-allow-headers", "content-type");
  response.setHeader("access-control-allow-methods", "POST");
  response.setHeader("vary", "origin");
}
