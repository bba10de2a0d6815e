/** "… and when did it open?": the date of an event that the report tells, in its conversation. */
import type { Subject } from "../src/knowledge/subjects.ts";
import { aimAt } from "../src/understanding/aim.ts";
import { type Context, EMPTY_CONTEXT } from "../src/understanding/context.ts";
import { FULLY } from "../src/understanding/fit.ts";
import { saysNothingElse } from "../src/understanding/leaning-words.ts";
import type { Candidate } from "../src/understanding/matcher.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { countWords, said, type Tools } from "./intent.ts";

/** How much of an event's name must have been said, with what was last spoken of. */
const NAMED = 0.6;
/** Scores closer than this are equally good. */
const TIE = 0.05;

/** The key of the event that a question for a date names in full, or that it goes on to; undefined where a figure may be meant. */
export function eventAsked(reading: Reading, context: Context, tools: Tools): string | undefined {
  if (!said(reading, "when") || said(reading, "quantity", "share") || reading.periods.length > 0) return undefined;
  const aim = aimAt(tools.reader, reading, context, { kinds: ["event"] });
  const isNamed = aim.kind === "sure" && !aim.inherited && (aim.candidate?.complete ?? 0) >= FULLY;
  if (isNamed) return aim.subject.key;
  // "and when did the report come?": named in full, whatever was spoken of.
  const fresh = reading.followUp ? aimAt(tools.reader, { ...reading, followUp: false }, EMPTY_CONTEXT, { kinds: ["event"] }) : undefined;
  if (fresh?.kind === "sure" && (fresh.candidate?.complete ?? 0) >= FULLY) return fresh.subject.key;
  if (reading.followUp || isBare(reading)) return eventGoneOnTo(reading, context, tools);
  return eventBegun(reading, tools) ?? (reading.items.some(({ soft }) => !soft) ? eventGoneOnTo(reading, context, tools) : undefined);
}

/** "since when?", "when did it open?" and nothing else. */
function isBare(reading: Reading): boolean {
  const isOnlyBeginning = reading.items.every(
    ({ concepts, soft, word }) => soft || concepts.includes("launch") || BEGINS.test(` ${word} `),
  );
  return isOnlyBeginning && countWords(reading) <= BARE;
}

/** "since when have they been doing it?" has no more words. */
const BARE = 7;

/** How much of an event's name is enough where a word for beginning is said as well. */
const HALF_NAMED = 0.5;

/** "since when have e-prescriptions been in use": the one event of what is named that a word for beginning asks for. */
function eventBegun(reading: Reading, tools: Tools): string | undefined {
  if (!BEGINS.test(reading.text)) return undefined;
  const [best, second] = tools.reader
    .rank(reading.items, { kinds: ["event"] })
    .filter(({ unexplained, complete }) => unexplained.length === 0 && complete >= HALF_NAMED);
  // "introduced at all nursing homes" is not the first of them.
  const isWhole = reading.tokens.some((word) => ALL.test(word)) && !best?.subject.names.en.some((name) => /\ball\b/i.test(name));
  return best && !isWhole && best.score - (second?.score ?? 0) >= TIE ? best.subject.key : undefined;
}

const ALL = /^(?:alle|samtlige|samtlege|all|every)$/;

/** "og når kom han i bruk?", "og når hadde fastlegekontora fått han?": an event of what was last spoken of. */
function eventGoneOnTo(reading: Reading, context: Context, tools: Tools): string | undefined {
  // "and when did it come out?" after the link to the report.
  if (context.questions[0]?.intent === "report" && reading.items.every(({ soft }) => soft)) return REPORT_PUBLISHED;
  const anchor = tools.reader.subject(context.questions[0]?.subjects[0] ?? "");
  if (!anchor) return undefined;
  const isNamed = reading.items.some(({ soft }) => !soft);
  // "when is lunch?": of nothing that was spoken of.
  if (!isNamed && !saysNothingElse(reading) && !BEGINS.test(reading.text)) return undefined;
  if (!isNamed && (anchor.kind === "event" || !(isBare(reading) || BEGINS.test(reading.text)))) return undefined;
  const [best, second] = isNamed
    ? tools.reader
        .rank(reading.items, { kinds: ["event"], anchor: anchor.key })
        .filter(
          ({ unexplained, complete, subject }) =>
            unexplained.length === 0 && complete >= (subject.section === anchor.section ? HALF_NAMED : NAMED),
        )
    : eventsOf(anchor, reading, tools);
  return best && best.score - (second?.score ?? 0) >= TIE ? best.subject.key : undefined;
}

const BEGINS =
  /(?:^| )(?:kom|komme|come|came|i bruk|lansert|lanserte|lansera|starta|startet|start|åpnet|åpna|opna|opnet|open|opened|launch|launched|introduced|begin|began|innført|innførte|oppretta|opprettet|set up|in use|fikk (?:vi|me|norge|noreg|folk)|fekk (?:vi|me|noreg|folk)|did (?:we|norway) get|got|since when|since what year|from what year|siden hvilket år|fra hvilket år|sidan kva år|frå kva år|dukket opp|dukka opp|turned up|showed up|appeared?|siden når|sidan når|fra når|frå når|hvor lenge har|kor lenge har|how long have)(?: |$)/;

const REPORT_PUBLISHED = "event:report-published";

const BEGUN = { nb: "lansert", nn: "lansert", en: "launched" } as const;

/** The events of a section that have words of a subject in their names, best first. */
function eventsOf(anchor: Subject, reading: Reading, tools: Tools): Candidate[] {
  // With the word for beginning, the event of the thing itself is named more fully than one that only has its words.
  const name = `${anchor.names[reading.language][0] ?? ""} ${BEGUN[reading.language]}`;
  const { items } = tools.reader.read({ text: name, now: reading.now, pinned: reading.language }, EMPTY_CONTEXT);
  return tools.reader.rank(items, { kinds: ["event"] }).filter(({ subject }) => subject.section === anchor.section);
}

const FIRST = /(?:^| )(?:først|fyrst|first|earliest|tidligst|tidlegast)(?: |$)/;
const OR = new Set(["eller", "or"]);

/** "what came first, e-prescriptions or ordering online?": the dates of both. */
export function whichCameFirst(reading: Reading, tools: Tools): Question[] | undefined {
  const text = reading.text;
  if (!FIRST.test(text) || reading.periods.length > 0 || said(reading, "quantity", "share")) return undefined;
  const joint = reading.tokens.findIndex((word) => OR.has(word));
  const sides = [
    eventAmong(reading, tools, (position) => position < joint),
    eventAmong(reading, tools, (position) => position > joint),
  ].filter((key) => key !== undefined);
  if (joint < 0 || new Set(sides).size !== 2) return undefined;
  return sides.map((key) => ({ intent: "value", subjects: [key], periods: [], language: reading.language }));
}

function eventAmong({ items }: Reading, { reader }: Tools, isSide: (position: number) => boolean): string | undefined {
  const [best] = reader
    .rank(
      items.filter(({ position }) => isSide(position)),
      { kinds: ["event"] },
    )
    .filter(({ unexplained, complete }) => unexplained.length === 0 && complete >= HALF_NAMED);
  return best?.subject.key;
}
