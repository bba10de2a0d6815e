/** `npm run bench`: time per question against the peers, growth with the catalogue, start-up and memory, side by side. */
import { spawnSync } from "node:child_process";
import { createAsk } from "../../intents/index.ts";
import { defaultDataFolder } from "../../src/knowledge/data-folder.ts";
import { type Knowledge, loadKnowledge } from "../../src/knowledge/load.ts";
import { EMPTY_CONTEXT } from "../../src/understanding/context.ts";
import { type BankQuestion, readBank } from "../questions/bank.ts";
import { measureDaily } from "./daily.ts";
import { type Entry, type Peer, peersOver } from "./peers.ts";
import { measurePictures } from "./pictures.ts";
import { measureServer } from "./server.ts";
import { measureSlack } from "./slack.ts";
import { withSynthetic } from "./synthetic.ts";
import { percentiles, print, ratio, type Times } from "./table.ts";
import { measureTeams } from "./teams.ts";

const NOW = new Date("2026-11-23T09:00:00Z");
const ROUNDS = 5;
/** A server that has answered some thousand questions is compiled; after 2,000 V8 still compiles much of ours. */
const WARM_UP = 20;

const questions = readBank<BankQuestion>("questions.jsonl").map(({ question }) => question);
const knowledge = loadKnowledge();

console.log(`Node ${process.version}, ${questions.length} questions of the bank, times in ms per question\n`);
const fresh = timesOf(peerOf(knowledge), 1, 0);
const ours = timesOf(peerOf(knowledge));
const table = [row("Helsetall (the whole answer)", ours, ours)];
// fuse.js takes a hundred times as long: once over the questions is enough.
for (const peer of peersOver(entriesOf(knowledge)))
  table.push(peer.name.startsWith("fuse") ? row(peer.name, timesOf(peer, 1, 1), ours) : row(peer.name, timesOf(peer), ours));
table.push(row("Helsetall, first questions of a process", fresh, ours));
print(["at the report's size", "p50", "p99", "p50 to ours"], table);

const grown = [row("report", ours, ours)];
for (const count of [1_000, 10_000, 100_000]) {
  const larger = withSynthetic(knowledge, count);
  const times = count > 10_000 ? timesOf(peerOf(larger), 1, 1) : timesOf(peerOf(larger));
  grown.push([`+ ${count.toLocaleString("en")} synthetic`, times.p50.toFixed(2), times.p99.toFixed(2), ratio(times.p50, ours.p50)]);
  const [mini] = peersOver(entriesOf(larger));
  if (mini) {
    const peer = timesOf(mini, 1, 1);
    grown.push([`  ${mini.name}`, peer.p50.toFixed(2), peer.p99.toFixed(2), ratio(peer.p50, ours.p50)]);
  }
}
print(["with more indicators", "p50", "p99", "p50 to report's"], grown);

const starts = Array.from({ length: 5 }, startUp).sort((a, b) => a - b);
const bare = Array.from({ length: 5 }, () => timeOf(["-e", "0"])).sort((a, b) => a - b);
print(
  ["start to first answer, process and all", "ms"],
  [
    ["ask, median of 5", String(starts[2]?.toFixed(0))],
    ["node -e 0, median of 5", String(bare[2]?.toFixed(0))],
  ],
);

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const kept = createAsk(loadKnowledge());
globalThis.gc?.();
print(
  ["memory", "MB"],
  [
    ["knowledge and reader, heap", ((process.memoryUsage().heapUsed - before) / 1e6).toFixed(1)],
    ["whole process, resident", (process.memoryUsage().rss / 1e6).toFixed(0)],
  ],
);
void kept;
await measurePictures();
await measureServer();
await measureSlack();
await measureTeams();
await measureDaily();

function peerOf(data: Knowledge): Peer {
  const { ask } = createAsk(data);
  return { name: "Helsetall", search: (question) => ask({ text: question, now: NOW }, EMPTY_CONTEXT) };
}

function entriesOf(data: Knowledge): Entry[] {
  return [...data.indicators.values()].map(({ id, names }) => ({ id, names: [...names.nb, ...names.nn, ...names.en] }));
}

/** Each question some times to warm up, then in rounds. */
function timesOf(peer: Peer, rounds = ROUNDS, warmUp = WARM_UP): Times {
  for (let round = 0; round < warmUp; round++) for (const question of questions) peer.search(question);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const question of questions) {
      const started = performance.now();
      peer.search(question);
      times.push(performance.now() - started);
    }
  }
  return percentiles(times);
}

function row(name: string, times: Times, base: Times): string[] {
  return [name, times.p50.toFixed(2), times.p99.toFixed(2), ratio(times.p50, base.p50)];
}

function startUp(): number {
  return timeOf([`${defaultDataFolder()}/../dist/src/surfaces/cli/ask.js`, "How many Helsenorge logins in 2021?"]);
}

function timeOf(args: string[]): number {
  const started = performance.now();
  spawnSync(process.execPath, args);
  return performance.now() - started;
}
