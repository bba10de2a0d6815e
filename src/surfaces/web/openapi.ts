/** GET /openapi.json: what the API takes and gives, generated from the schemas that check it. */
import { z } from "zod";
import { askRequest } from "../../answers/ask-request.ts";
import { LANGUAGES } from "../../knowledge/languages.ts";
import { MEASURES, STATUSES } from "../../knowledge/schema.ts";
import { INTENTS } from "../../understanding/question.ts";

const source = z.object({
  document: z.string(),
  section: z.string().nullable(),
  subsection: z.string().nullable(),
  figure: z.string().nullable(),
  publisher: z.string().nullable().describe("null where the document names none"),
  url: z.string(),
});

const figure = z.object({
  indicator: z.string(),
  measure: z.enum([...MEASURES, "change", "multiple", "date"]),
  period: z.string().nullable(),
  since: z.string().nullable().describe("the earlier period of a change"),
  value: z.number().describe("in full units; for measure date the year"),
  unit: z.string(),
  status: z.enum(STATUSES),
  computed: z.boolean().describe("true when no source prints it"),
  role: z.enum(["answer", "context"]),
  source,
});

/** The reply of POST /api/ask. */
export const replySchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  question: z.string(),
  language: z.enum(LANGUAGES),
  intent: z.enum(INTENTS),
  answered: z.boolean().describe("true when the reply states what was asked for"),
  text: z.string().describe("the reply as a person reads it, at most 2,000 characters"),
  figures: z.array(figure),
  sources: z.array(source),
  image: z.object({ alt: z.string(), url: z.string() }).nullable(),
  suggestions: z.array(z.string()),
  context: z.string().describe("send it back with the next question"),
  elapsedMs: z.number(),
});

const problem = z.object({ error: z.string() });
const schema = (type: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...rest } = z.toJSONSchema(type, { io }) as Record<string, unknown>;
  return rest;
};
const content = (type: z.ZodType, io: "input" | "output" = "output") => ({ "application/json": { schema: schema(type, io) } });

/** The OpenAPI 3.1 document. */
export function openApi(publicUrl: string | undefined) {
  const refused = (description: string) => ({ description, content: content(problem) });
  return {
    openapi: "3.1.0",
    info: {
      title: "Helsetall",
      version: "1",
      description: "Official figures on e-health in Norway, each with its source. No language model; no figure is ever made up.",
    },
    servers: [{ url: publicUrl ?? "/" }],
    paths: {
      "/api/ask": {
        post: {
          operationId: "ask",
          summary: "Ask one question in bokmål, nynorsk or English",
          requestBody: { required: true, content: content(askRequest, "input") },
          responses: {
            "200": { description: "The answer", content: content(replySchema) },
            "400": refused("The request is wrong; the message says what to change"),
            "413": refused("The request is larger than 16 kB"),
            "415": refused("The request is no JSON"),
            "429": refused("Too many questions from this address; see Retry-After"),
          },
        },
      },
    },
  };
}
