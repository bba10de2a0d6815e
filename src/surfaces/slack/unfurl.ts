/** Links to our own answer pages, shown as the answer itself. */
import { parseCanonical } from "../../understanding/question.ts";
import type { Brain } from "../brain.ts";
import { answerPath } from "../links.ts";
import { answerMessage } from "./render/answer-message.ts";
import { type SlackBlock, slackMessage } from "./render/limits.ts";

const SHOWN = new Set(["section", "image", "context"]);

/**
 * What chat.unfurl takes: blocks by address. Links that lead to no answer of ours are left out.
 * @param publicUrl without a slash at its end
 */
export function unfurlsOf(urls: readonly string[], brain: Brain, publicUrl: string): Record<string, { blocks: SlackBlock[] }> {
  const unfurls: Record<string, { blocks: SlackBlock[] }> = {};
  for (const url of urls) {
    const canonical = canonicalIn(url, publicUrl);
    const question = canonical && parseCanonical(canonical, (key) => brain.isSubject(key));
    if (!question) continue;
    const answer = brain.answerQuestion(question);
    if (!answer.answered) continue;
    const message = slackMessage.parse(answerMessage(answer, { brain, publicUrl, now: new Date(0), isPrivate: false }));
    unfurls[url] = { blocks: (message.blocks ?? []).filter(({ type }) => SHOWN.has(type)) };
  }
  return unfurls;
}

function canonicalIn(url: string, publicUrl: string): string | undefined {
  const start = publicUrl + answerPath("");
  if (!url.startsWith(start)) return undefined;
  try {
    return decodeURIComponent(new URL(url).pathname.slice(new URL(start).pathname.length));
  } catch {
    return undefined;
  }
}
