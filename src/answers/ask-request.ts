/** The object that `ask --jsonl` reads and POST /api/ask takes; see "The machine-readable answer" in the README. */
import { z } from "zod";
import { LANGUAGES } from "../knowledge/languages.ts";

export const askRequest = z.object({
  id: z.union([z.string(), z.number()]).optional().describe("comes back with the answer"),
  question: z.string().describe("the question; up to 2,000 characters are read"),
  conversation: z.string().optional().describe("lines with the same conversation share context (batch mode only)"),
  language: z.enum(LANGUAGES).optional().describe("the client's language, used where the question leaves it open"),
  now: z.iso.datetime({ offset: true }).optional().describe("the clock that relative years are read by"),
  context: z.string().max(4000).optional().describe("the context of the answer before, for follow-ups"),
});
export type AskRequest = z.infer<typeof askRequest>;

/** One clear sentence on what is wrong with a request. */
export function adviceOn(error: z.ZodError): string {
  const [issue] = error.issues;
  const field = issue?.path.join(".") ?? "";
  if (field === "question") return 'The request lacks a question; write for example {"question": "…"}.';
  return field === "" ? "This must be a JSON object with a question." : `${field}: ${issue?.message ?? "is wrong"}.`;
}
