/** The cues of a message, by where they stand. */
import { NOT, SPEAKER } from "./corrections.ts";
import type { WordReading } from "./words.ts";

/** By cue, the positions of the words that stand for it. */
export function cuesOf(readings: readonly WordReading[]): Map<string, number[]> {
  const cues = new Map<string, number[]>();
  for (const [index, { roles, positions, word }] of readings.entries()) {
    // "når dei skal ha reseptmedisin": on what occasion, and no question for a time.
    const isOccasion = (word === "når" || word === "when") && OCCASION.has(readings[index + 1]?.word ?? "");
    const before = readings[index - 1]?.word === "the" ? index - 2 : index - 1;
    const isRefused = NOT.has(readings[before]?.word ?? "");
    for (const cue of roles.flatMap((role) => [...role.cues])) {
      if (isOccasion && cue === "when") continue;
      // "no, I meant by the end of 2021": puts right, and asks for no meaning.
      if (cue === "define" && MEANT.has(word.split(" ")[0] ?? "") && SPEAKER.has(readings[index - 1]?.word ?? "")) continue;
      // "the number, not the share".
      if (isRefused && cue === "share") continue;
      cues.set(cue, [...(cues.get(cue) ?? []), positions[0] ?? 0]);
    }
  }
  return withSplitWhy(withSplitVerbs(cues, readings), readings);
}

/** By these a clause gives the reason for a question. */
const REASONS = new Set(["fordi", "because", "ettersom"]);
/** What the asker believes to have happened; behind a reason it asks for nothing. */
const BELIEVED = ["up", "down", "change", "more", "less"];

/** "how many were there in 2020, for it feels as if it had grown": what is said behind the reason asks for no growth. */
export function withoutReasons(cues: Map<string, number[]>, words: readonly string[]): Map<string, number[]> {
  const at = words.findIndex(
    (word, index) =>
      words[index - 1] === "," && (REASONS.has(word) || (word === "for" && /^(?:det|it|eg|jeg|i|vi|me|we)$/.test(words[index + 1] ?? ""))),
  );
  const asked = cues.get("quantity")?.[0];
  if (at < 0 || asked === undefined || asked > at) return cues;
  for (const cue of BELIEVED) {
    const before = cues.get(cue)?.filter((position) => position < at);
    if (before?.length === 0) cues.delete(cue);
    else if (before) cues.set(cue, before);
  }
  return cues;
}

const WHAT = new Set(["hva", "kva", "ka"]);
const COMES = new Set(["kommer", "kjem", "kom"]);

/** "kva kjem veksten av?": the verb and its particle stand apart. */
function withSplitWhy(cues: Map<string, number[]>, readings: readonly WordReading[]): Map<string, number[]> {
  const at = readings.findIndex(({ word }, index) => WHAT.has(word) && COMES.has(readings[index + 1]?.word ?? ""));
  const last = at < 0 ? undefined : readings.findLast(({ via }) => via !== "sign");
  if (last?.word === "av" && !cues.has("why")) cues.set("why", [readings[at]?.positions[0] ?? 0]);
  return cues;
}

const MEANT = new Set(["meant", "mente", "meinte"]);
const OCCASION = new Set("de dei dem man ein folk jeg eg vi me du dere they you we people i one".split(" "));

const GOING = new Set(["gikk", "gjekk", "gått", "går", "gå", "went", "gone", "go", "goes", "gick"]);

/** "kor mykje er det opp?" */
const IS = new Set(["er", "is", "var", "was", "blir"]);
const THAT = new Set(["det", "that", "it", "this", "dette"]);
const UP_OR_DOWN = new Set(["opp", "up", "ned", "down"]);

const UP = new Set(["opp", "up"]);

const DOWN = new Set(["ned", "down"]);

/** "hvor mye gikk liggedagene ned": the verb and its particle stand apart. */
function withSplitVerbs(cues: Map<string, number[]>, readings: readonly WordReading[]): Map<string, number[]> {
  const isUp = readings.findIndex(
    ({ word }, at) => IS.has(word) && THAT.has(readings[at + 1]?.word ?? "") && UP_OR_DOWN.has(readings[at + 2]?.word ?? ""),
  );
  const going = readings.find(({ word }) => GOING.has(word)) ?? readings[isUp];
  if (!going) return cues;
  for (const [cue, particles] of [
    ["up", UP],
    ["down", DOWN],
  ] as const) {
    if (!cues.has(cue) && readings.some(({ word }) => particles.has(word))) cues.set(cue, [going.positions[0] ?? 0]);
  }
  return cues;
}
