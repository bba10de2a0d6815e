/** Small things every route needs: reading a body, sending an answer, the headers that keep a page safe. */
import type { IncomingMessage, ServerResponse } from "node:http";

/** Largest body that is read, in bytes. */
export const LARGEST_BODY = 16_384;

/** A request that cannot be served; `message` is one clear sentence for who sent it. */
export class HttpError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** Nothing from elsewhere runs, shows or is called on our pages. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const SAFETY: Readonly<Record<string, string>> = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
};

/** What a route answers. */
export type Sent = { status?: number; type: string; body: string | Uint8Array; headers?: Readonly<Record<string, string>> };

/** Sends an answer; a HEAD request gets its headers only. */
export function send(request: IncomingMessage, response: ServerResponse, { status = 200, type, body, headers = {} }: Sent): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { ...SAFETY, "content-type": type, "content-length": Buffer.byteLength(body), ...headers });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** An answer as JSON. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Sent {
  return {
    status,
    type: "application/json; charset=utf-8",
    body: JSON.stringify(value),
    headers: { "cache-control": "no-store", ...headers },
  };
}

/** An answer that is a page. */
export function page(body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Sent {
  return { status, type: "text/html; charset=utf-8", body, headers: { "cache-control": "no-cache", vary: "accept-language", ...headers } };
}

/**
 * Reads a request's body as text.
 * @throws HttpError 413 over 16 kB, 400 when it is no UTF-8
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const tooLarge = () => new HttpError(413, `The request is larger than ${LARGEST_BODY} bytes; send less.`, { connection: "close" });
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw tooLarge();
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new HttpError(400, "The request is not UTF-8 text; send it as UTF-8.");
  }
}

/**
 * Whose address a request comes from: the connection's, or what the outermost trusted proxy saw.
 * @param proxies how many proxies in front are ours; each adds one address at the end of X-Forwarded-For
 */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const own = request.socket.remoteAddress ?? "unknown";
  if (proxies === 0) return own;
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter(Boolean);
  return forwarded.at(-proxies) ?? forwarded[0] ?? own;
}
