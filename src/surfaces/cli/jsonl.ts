/** `ask --jsonl`: one JSON line in, one JSON line out, in order; lines of one conversation share their context. */
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import type { Ask } from "../../../intents/index.ts";
import type { Tools } from "../../../intents/intent.ts";
import { replyOf } from "../../answers/reply.ts";
import { LANGUAGES } from "../../knowledge/schema.ts";
import { type Context, EMPTY_CONTEXT, readContext, writeContext } from "../../understanding/context.ts";

/** One line of input; only `question` is required. */
export const askLine = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  question: z.string(),
  conversation: z.string().optional(),
  language: z.enum(LANGUAGES).optional(),
  now: z.iso.datetime({ offset: true }).optional(),
  context: z.string().max(4000).optional(),
});

type Parts = { ask: Ask; tools: Tools };

/** Answers every line of `input` on `output`. */
export async function answerLines(input: Readable, output: Writable, parts: Parts, clock: () => Date): Promise<void> {
  const conversations = new Map<string, Context>();
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") output.write(`${answerLine(line, parts, conversations, clock)}\n`);
  }
}

/** Answers one line; what is no question gives `{id, error}`. */
export function answerLine(line: string, { ask, tools }: Parts, conversations: Map<string, Context>, clock: () => Date): string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return JSON.stringify({ id: null, error: 'The line is no JSON; write for example {"question": "…"}.' });
  }
  const parsed = askLine.safeParse(json);
  if (!parsed.success) return JSON.stringify({ id: idOf(json), error: adviceOn(parsed.error) });
  const { id, question, conversation, language, now, context } = parsed.data;
  const started = performance.now();
  const before =
    context !== undefined
      ? readContext(context, (key) => tools.reader.subject(key) !== undefined)
      : ((conversation !== undefined ? conversations.get(conversation) : undefined) ?? EMPTY_CONTEXT);
  const asked = ask({ text: question, locale: language, now: now ? new Date(now) : clock() }, before);
  if (conversation !== undefined) conversations.set(conversation, asked.context);
  const reply = replyOf(asked.answer, tools.knowledge, { id, question, context: writeContext(asked.context) });
  return JSON.stringify({ ...reply, elapsedMs: Math.round((performance.now() - started) * 100) / 100 });
}

function idOf(json: unknown): string | number | null {
  const id = typeof json === "object" && json !== null && "id" in json ? json.id : null;
  return typeof id === "string" || typeof id === "number" ? id : null;
}

function adviceOn(error: z.ZodError): string {
  const [issue] = error.issues;
  const field = issue?.path.join(".") ?? "";
  if (field === "question") return 'The line lacks a question; add "question" with a text.';
  return field === "" ? "The line must be a JSON object with a question." : `${field}: ${issue?.message ?? "is wrong"}.`;
}
