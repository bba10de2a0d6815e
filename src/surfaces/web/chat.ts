/** POST /chat: a question from the page; a piece of page for its script, else the whole page. */
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import type { Language } from "../../knowledge/languages.ts";
import { readContext, writeContext } from "../../understanding/context.ts";
import { HttpError, page, readBody, type Sent } from "./http.ts";
import { chatPage, exchangePart } from "./pages/chat-page.ts";
import type { Site } from "./site.ts";

const fields = z.object({ question: z.string(), context: z.string().max(4000).default("") });

/** @throws HttpError 400 when the form lacks its fields */
export async function answerChat(request: IncomingMessage, language: Language, site: Site): Promise<Sent> {
  const parsed = fields.safeParse(Object.fromEntries(new URLSearchParams(await readBody(request))));
  if (!parsed.success) throw new HttpError(400, "The form lacks a question.");
  const { question, context } = parsed.data;
  const { brain } = site;
  const started = performance.now();
  const before = readContext(context, (key) => brain.isSubject(key));
  const asked = brain.ask({ text: question, locale: language, now: site.clock() }, before);
  site.metrics.question(asked.answer, (performance.now() - started) / 1000);
  site.noteQuestion(question, asked.answer);
  const exchange = { question: question.toWellFormed(), answer: asked.answer, context: writeContext(asked.context) };
  const piece = String(request.headers.accept ?? "").includes("fragment=1");
  const body = piece ? exchangePart(exchange, language, site).text : chatPage(language, site, exchange);
  return page(body, 200, { "cache-control": "no-store", vary: "accept" });
}
