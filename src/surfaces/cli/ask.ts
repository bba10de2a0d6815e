/** `npm run ask`: a question and its answer, a conversation, or JSON lines. */
import { createInterface } from "node:readline/promises";
import { parseArgs, styleText } from "node:util";
import { createAsk } from "../../../intents/index.ts";
import { sourceLines } from "../../answers/text.ts";
import { DataError } from "../../knowledge/data-error.ts";
import { keptKnowledge } from "../../knowledge/kept.ts";
import { type Context, EMPTY_CONTEXT } from "../../understanding/context.ts";
import { brainOf } from "../brain.ts";
import { explain } from "./explain.ts";

const USAGE = `Usage: npm run ask -- [--explain] [--jsonl] ["question"]
Without a question it is a conversation; an empty line ends it.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { jsonl: { type: "boolean" }, explain: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  // What reads data and requests takes a quarter of the time to the first answer, and is loaded where it is needed.
  const parts = createAsk(keptKnowledge() ?? (await import("../../knowledge/load.ts")).loadKnowledge());
  if (values.jsonl) {
    const { answerLines } = await import("./jsonl.ts");
    await answerLines(process.stdin, process.stdout, brainOf(parts), () => new Date());
    return;
  }
  const show = (text: string, context: Context): Context => {
    const asked = parts.ask({ text, now: new Date() }, context);
    const { answer } = asked;
    const [headline = "", ...rest] = answer.headline.split("\n");
    const lines = [
      styleText("bold", headline),
      ...rest,
      ...answer.details,
      ...sourceLines(answer, parts.tools.knowledge).map((line) => styleText("gray", line)),
      ...answer.suggestions.map((suggestion) => styleText("cyan", `  → ${suggestion}`)),
      ...(values.explain ? ["", ...explain(asked).map((line) => styleText("gray", line))] : []),
    ];
    console.log(`\n${lines.join("\n")}\n`);
    return asked.context;
  };
  if (positionals.length > 0) {
    show(positionals.join(" "), EMPTY_CONTEXT);
    return;
  }
  await converse(show);
}

async function converse(show: (text: string, context: Context) => Context): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  let context = EMPTY_CONTEXT;
  lines.setPrompt("? ");
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() === "") break;
    context = show(line, context);
    lines.prompt();
  }
  lines.close();
}

try {
  await main();
} catch (error) {
  // A mistake of the person at the keyboard gets its one line; anything else is a fault of ours and shows its stack.
  const known =
    error instanceof DataError || (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
  console.error(known ? `${error.message}${error instanceof DataError ? "" : `\n${USAGE}`}` : error);
  process.exitCode = 1;
}
