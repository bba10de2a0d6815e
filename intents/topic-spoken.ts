/** "and Norway?" after what the report says of health apps: an open question that leans on the topic that was spoken of. */
import { nameOf } from "../src/answers/figures.ts";
import { type Subject, trendOfSection } from "../src/knowledge/subjects.ts";
import type { Context } from "../src/understanding/context.ts";
import type { IntentName } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import type { Tools } from "./intent.ts";

/** Intents that tell in words. */
const IN_WORDS: ReadonlySet<IntentName> = new Set(["trend", "definition", "why"]);
/** How a few words without a verb are asked about. */
const ASKED = { nb: "hva med", nn: "kva med", en: "what about" } as const;
const LEADING = /^(?:og|and|men|but|så|so)\s+|^(?:hva med|kva med|what about|how about)\s+/iu;

/** "and at the hospital in Tromsø?" asks of one place. */
const CARE = new Set(["hospital", "municipality", "gp-office"]);

/** The messages with what was spoken of before them, the nearest name first; none where no topic was spoken of. */
export function withSpokenTopic(text: string, reading: Reading, { questions }: Context, tools: Tools): string[] {
  const [last] = questions;
  // "and the diabetes patients?": whom the report does not speak of, it does not tell about.
  const atPlace =
    reading.items.some(({ barrier }) => barrier === "place") && reading.items.some(({ concepts }) => concepts.some((one) => CARE.has(one)));
  const isNarrowed = atPlace || reading.items.some(({ barrier }) => barrier === "group" || barrier === "disease");
  if (!last || !IN_WORDS.has(last.intent) || isNarrowed) return [];
  const own = text.replace(LEADING, "").replace(LEADING, "");
  const rest = reading.fragment || own !== text ? `${ASKED[reading.language]} ${own}` : own;
  return namesSpokenOf(last.subjects, reading, tools).map((name) => `${name}: ${rest}`);
}

/** The name of the subject, and that of the trend of its section. */
function namesSpokenOf(keys: readonly string[], { language }: Reading, { reader, knowledge }: Tools): string[] {
  const [subject] = keys.flatMap((key) => reader.subject(key) ?? []);
  if (!subject) return [];
  const trend = trendOfSection(knowledge, subject.section);
  const named: Pick<Subject, "names">[] = [...(subject.kind === "statement" ? [] : [subject]), ...(trend ? [trend] : [])];
  return [...new Set(named.map((item) => nameOf(item, language)))];
}
