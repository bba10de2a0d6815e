/** `npm run check-links`: by hand, with a network: reports addresses in data/documents that no longer answer. */
import { loadKnowledge } from "../../knowledge/load.ts";
import { runCommand } from "./run.ts";

const TIMEOUT_MS = 15_000;
const AT_ONCE = 5;

await runCommand("Usage: npm run check-links", async () => {
  const addresses = linksOf();
  const dead: string[] = [];
  const queue = [...addresses];
  const worker = async () => {
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      const problem = await problemWith(url);
      if (problem) dead.push(`${url}: ${problem}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  for (const line of dead) console.error(line);
  console.log(`${addresses.length - dead.length} of ${addresses.length} addresses answer.`);
  if (dead.length > 0) process.exitCode = 1;
});

function linksOf(): string[] {
  const urls = [...loadKnowledge().documents.values()].flatMap((document) => [
    document.url,
    ...document.links.map(({ url }) => url),
    ...document.sections.flatMap((section) => [section.url, ...section.links.map(({ url }) => url)]),
  ]);
  return [...new Set(urls)];
}

async function problemWith(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: "follow" });
    await response.body?.cancel();
    return response.ok ? undefined : `answers ${response.status}; correct the address in data/documents`;
  } catch (error) {
    return `cannot be reached (${error instanceof Error ? error.name : "unknown"}); is there a network?`;
  }
}
