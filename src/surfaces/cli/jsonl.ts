/** `ask --jsonl`: one JSON line in, one JSON line out, in order; lines of one conversation share their context. */
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { adviceOn, askRequest } from "../../answers/ask-request.ts";
import { replyOf } from "../../answers/reply.ts";
import { type Context, EMPTY_CONTEXT, readContext, writeContext } from "../../understanding/context.ts";
import type { Brain } from "../brain.ts";
import { imageOf } from "../links.ts";

/** Answers every line of `input` on `output`. */
export async function answerLines(input: Readable, output: Writable, brain: Brain, clock: () => Date): Promise<void> {
  const conversations = new Map<string, Context>();
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") output.write(`${answerLine(line, brain, conversations, clock)}\n`);
  }
}

/** Answers one line; what is no question gives `{id, error}`. */
export function answerLine(line: string, brain: Brain, conversations: Map<string, Context>, clock: () => Date): string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return JSON.stringify({ id: null, error: 'The line is no JSON; write for example {"question": "…"}.' });
  }
  const parsed = askRequest.safeParse(json);
  if (!parsed.success) return JSON.stringify({ id: idOf(json), error: adviceOn(parsed.error) });
  const { id, question, conversation, language, now, context } = parsed.data;
  const started = performance.now();
  const before =
    context !== undefined
      ? readContext(context, (key) => brain.isSubject(key))
      : ((conversation !== undefined ? conversations.get(conversation) : undefined) ?? EMPTY_CONTEXT);
  const asked = brain.ask({ text: question, locale: language, now: now ? new Date(now) : clock() }, before);
  if (conversation !== undefined) conversations.set(conversation, asked.context);
  const reply = replyOf(asked.answer, brain.knowledge, {
    id,
    question,
    context: writeContext(asked.context),
    image: imageOf(asked.answer, brain, process.env.PUBLIC_URL),
  });
  return JSON.stringify({ ...reply, elapsedMs: Math.round((performance.now() - started) * 100) / 100 });
}

function idOf(json: unknown): string | number | null {
  const id = typeof json === "object" && json !== null && "id" in json ? json.id : null;
  return typeof id === "string" || typeof id === "number" ? id : null;
}
