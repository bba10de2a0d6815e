/** POST /api/ask: the machine-readable answer over HTTP. The server keeps no conversation: its context goes back and forth. */
import type { IncomingMessage } from "node:http";
import { adviceOn, askRequest } from "../../answers/ask-request.ts";
import { replyOf } from "../../answers/reply.ts";
import { readContext, writeContext } from "../../understanding/context.ts";
import { imageOf } from "../links.ts";
import { HttpError, json, readBody, type Sent } from "./http.ts";
import type { Site } from "./site.ts";

/**
 * Answers one question.
 * @throws HttpError 415 for another type than JSON, 413 over 16 kB, 400 with one clear message
 */
export async function answerApi(request: IncomingMessage, site: Site): Promise<Sent> {
  const type = String(request.headers["content-type"] ?? "")
    .split(";")[0]
    ?.trim()
    .toLowerCase();
  if (type !== "application/json") throw new HttpError(415, "Send the question as JSON, with the header content-type: application/json.");
  const parsed = askRequest.safeParse(parse(await readBody(request)));
  if (!parsed.success) throw new HttpError(400, adviceOn(parsed.error));
  const { id, question, language, now, context } = parsed.data;
  const { brain, config } = site;
  const started = performance.now();
  const utterance = { text: question, locale: language, now: now === undefined ? site.clock() : new Date(now) };
  const asked = brain.ask(
    utterance,
    readContext(context, (key) => brain.isSubject(key)),
  );
  const elapsed = performance.now() - started;
  site.metrics.question(asked.answer, elapsed / 1000);
  site.noteQuestion(question, asked.answer);
  const reply = replyOf(asked.answer, brain.knowledge, {
    id,
    question,
    context: writeContext(asked.context),
    image: site.unlessBroken("image", () => imageOf(asked.answer, brain, config.publicUrl), null),
  });
  return json({ ...reply, elapsedMs: Math.round(elapsed * 100) / 100 });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, 'This is no JSON; write for example {"question": "How many Helsenorge logins in 2021?"}.');
  }
}
