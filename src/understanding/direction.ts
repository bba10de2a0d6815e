/** Tells a flow from its reverse: what GPs send to municipalities is another figure than what they get from them. */
import type { Subject } from "../knowledge/subjects.ts";
import type { Lexicon } from "./lexicon.ts";
import { ofSubject } from "./of-subject.ts";
import { BACK } from "./pointing.ts";
import type { Reading } from "./reading.ts";

const FROM = new Set(["fra", "frå", "from", "by", "av"]);
const TO = new Set(["til", "to"]);
const ARTICLES = new Set(["the", "de", "dei", "en", "ei", "ein", "a"]);

/** @returns true when the question names a sender or a receiver that is the other end of this subject's flow */
export function isReversed(subject: Subject, reading: Reading, lexicon: Lexicon): boolean {
  const { sender, receiver } = flowOf(subject) ?? {};
  if (!sender || !receiver) return false;
  const ends = { sender: conceptsOf(sender, lexicon), receiver: conceptsOf(receiver, lexicon) };
  return (
    reading.items.some(({ concepts, position }) => concepts.some((one) => ends.receiver.has(one)) && isLedBy(FROM, reading, position)) ||
    reading.items.some(({ concepts, position }) => concepts.some((one) => ends.sender.has(one)) && isLedBy(TO, reading, position))
  );
}

/** Who sends and who receives what a subject counts. */
const flowOf = ofSubject((subject) => {
  const flow = subject.kind === "indicator" ? /\bfrom (\p{L}+) to (\p{L}+)/u.exec(subject.item.names.en[0] ?? "") : undefined;
  return flow ? { sender: flow[1], receiver: flow[2] } : undefined;
});

function conceptsOf(word: string, lexicon: Lexicon): ReadonlySet<string> {
  return lexicon.find(word.toLowerCase())?.roles.concepts ?? new Set();
}

/** Whether such a word stands before a position, articles left out; "back to the GPs" is no direction. */
function isLedBy(words: ReadonlySet<string>, { tokens }: Reading, position: number): boolean {
  let at = position - 1;
  while (ARTICLES.has(tokens[at] ?? "")) at--;
  return words.has(tokens[at] ?? "") && !BACK.has(tokens[at - 1] ?? "");
}
