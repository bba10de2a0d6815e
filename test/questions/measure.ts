/** `npm run measure`: how the bot does on the question banks, with every fault; `-- --aside` and `-- --later` for those of other authors, `-- --quiet` for the counts. */
import { parseArgs } from "node:util";
import { type BankQuestion, type BankThread, createBot, judge, readBank } from "./bank.ts";

const { values } = parseArgs({
  options: { aside: { type: "boolean" }, later: { type: "boolean" }, quiet: { type: "boolean" }, from: { type: "string" } },
});
const folder = values.from ?? (values.aside ? "aside/" : values.later ? "later/" : "");
const bot = createBot();

function report(name: string, total: number, right: number, wrong: number): void {
  console.log(`${name}: ${right} of ${total} right (${((right / Math.max(total, 1)) * 100).toFixed(1)} %), ${wrong} with a wrong figure`);
}

function fault(id: string, item: BankQuestion, faults: readonly string[], text: string): void {
  if (values.quiet) return;
  console.log(
    `${id} ${item.question.replace(/\n/g, "⏎").slice(0, 200)}\n    ${faults.join("; ")}\n    → ${text.split("\n")[0]?.slice(0, 160)}`,
  );
}

for (const file of ["questions", "declines"]) {
  let right = 0;
  let wrong = 0;
  const items = readBank<BankQuestion>(`${folder}${file}.jsonl`);
  for (const item of items) {
    const { reply } = bot(item);
    const { faults, wrongFigure } = judge(item, reply);
    if (faults.length === 0) right++;
    else fault(item.id ?? "", item, faults, reply.text);
    if (wrongFigure) wrong++;
  }
  report(file, items.length, right, wrong);
}

let turns = 0;
let rightTurns = 0;
let wrongTurns = 0;
for (const thread of readBank<BankThread>(`${folder}threads.jsonl`)) {
  let context: Parameters<typeof bot>[1];
  for (const [index, turn] of thread.turns.entries()) {
    const asked = bot(turn, context);
    context = asked.context;
    turns++;
    const { faults, wrongFigure } = judge(turn, asked.reply);
    if (faults.length === 0) rightTurns++;
    else fault(`${thread.id}.${index + 1}`, turn, faults, asked.reply.text);
    if (wrongFigure) wrongTurns++;
  }
}
report("thread turns", turns, rightTurns, wrongTurns);
