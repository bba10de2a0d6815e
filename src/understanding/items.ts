/** The words of a message that carry a subject, or bar one. */

import type { PeriodMention } from "../language/period-words.ts";
import { isSign } from "../language/text.ts";
import { withoutAsides } from "./asides.ts";
import { withBackground } from "./background.ts";
import { NOT } from "./corrections.ts";
import type { Roles } from "./lexicon.ts";
import type { ContentItem } from "./matcher.ts";
import { isOwnPlace } from "./own-places.ts";
import { SITES } from "./own-sites.ts";
import type { Reading } from "./reading.ts";
import { isTimeOfDay } from "./times-of-day.ts";
import type { WordReading } from "./words.ts";

const DURING = new Set(["under", "during", "gjennom", "through", "throughout"]);

const AROUND = new Set(["før", "before", "etter", "after"]);

const ABOUT = new Set(
  "for om due med with about regarding mot gjaldt gjelder gjeld galdt av by to skyldtes skuldast concerned concerning involving involved caused had hadde have har fikk fekk got".split(
    " ",
  ),
);

/**
 * Words that only colour what is asked: "during the pandemic" beside a year of it, "how fast" beside "grew".
 * They help a subject that names them, and stand in no other's way.
 */
export function withTimeWords(
  items: Reading["items"],
  periods: readonly PeriodMention[],
  cues: ReadonlyMap<string, unknown>,
  words: readonly string[],
): Reading["items"] {
  const pandemic = periods.some(
    (mention) =>
      (mention.kind === "point" && /^202[012]/.test(mention.period)) ||
      (mention.kind === "range" && (mention.start ?? "") <= "2022" && (mention.end ?? "9") >= "2020"),
  );
  const growing = cues.has("up") || cues.has("down") || cues.has("change");
  return items.map((item) => {
    const [only, another] = item.concepts;
    // "covid patients": right before what it tells of, it narrows.
    const narrows = items.some(
      (other) => other !== item && other.concepts.length > 0 && !other.soft && [item.position, item.position + 1].includes(other.position),
    );
    const soft =
      another === undefined &&
      !(only === "covid" && narrows) &&
      ((only === "covid" &&
        (pandemic
          ? !ABOUT.has(words[item.position - 1] ?? "")
          : DURING.has(words[item.position - 1] ?? "") ||
            DURING.has(words[item.position - 2] ?? "") ||
            AROUND.has(words[item.position - 1] ?? ""))) ||
        (only === "duration" && growing));
    return soft ? { ...item, soft: true } : item;
  });
}

/** "(doctors only, not their assistants)", "physical, not online, pharmacy": what is set aside by the way, and no figure knows, narrows nothing. */
export function withoutIdleNegation(items: Reading["items"], words: readonly string[]): Reading["items"] {
  const idle = items.flatMap(({ concepts, position }) => {
    if (!concepts.includes("negation") || ![",", "("].includes(words[position - 1] ?? "")) return [];
    const from = position;
    const to = endBehind(position, words);
    const inside = items.filter((item) => item.position > from && item.position < to);
    return inside.every(({ soft, barrier }) => soft && !barrier) ? [{ from, to }] : [];
  });
  return idle.length === 0 ? items : items.filter(({ position }) => !idle.some(({ from, to }) => position >= from && position < to));
}

const ONLY = new Set(["only", "just", "bare", "berre", "kun"]);

/** "prescriptions in all, not only e-prescriptions": what is set aside as a part is not what is asked for. */
export function withoutNotOnly(items: Reading["items"], words: readonly string[]): Reading["items"] {
  const from = words.findIndex((word, at) => NOT.has(word) && ONLY.has(words[at + 1] ?? "") && /^[,(–—-]$/.test(words[at - 1] ?? ""));
  if (from < 0) return items;
  const to = endBehind(from, words);
  const rest = items.filter(({ position }) => position < from || position >= to);
  return rest.some(({ soft, concepts }) => !soft && concepts.length > 0) ? rest : items;
}

/** Where what is said by the way ends: at the next sign, or with the message. */
function endBehind(position: number, words: readonly string[]): number {
  const end = words.findIndex((word, at) => at > position && /^[,.;:?!)]$/.test(word));
  return end < 0 ? words.length : end;
}

/** "in year 99999": a time that nothing covers. */
export function impossibleYears(words: readonly string[], taken: ReadonlySet<number>): Reading["items"] {
  return words.flatMap((word, position) => {
    const isYear = /^\d{4,}$/.test(word) && ["year", "år", "året"].includes(words[position - 1] ?? "") && !taken.has(position);
    return isYear ? [{ word, concepts: [], soft: false, barrier: "unknown" as const, position }] : [];
  });
}

/** The words that carry a subject, or bar one. Time words, filler and pure cues carry none. */
export function itemsOf(readings: readonly WordReading[], taken: ReadonlySet<number>, words: readonly string[]): Reading["items"] {
  const items: (ContentItem & { position: number })[] = [];
  for (const reading of readings) {
    const [position = 0] = reading.positions;
    if (taken.has(position) || ["number", "sign", "period", "aside"].includes(reading.via)) continue;
    if (reading.via === "unknown" && reading.roles.length === 0) {
      if (reading.word.length > 1) items.push({ word: reading.text, concepts: [], soft: false, barrier: "unknown", position });
      continue;
    }
    if (isNoneOf(reading, readings, words)) items.push({ word: reading.text, concepts: ["negation"], soft: false, position });
    if (
      isSite(position, words) ||
      isWithin(position, words, items) ||
      isCountedAgent(reading, words[position - 1]) ||
      isCountedPerson(reading, words) ||
      isCountedEveryday(reading, words) ||
      isTimeOfDay(reading, words) ||
      isCountedMen(reading, words[position - 1])
    ) {
      items.push({ word: reading.text, concepts: [], soft: false, barrier: "unknown", position });
      continue;
    }
    if (isOwnPlace(reading, readings, words)) items.push({ word: reading.text, concepts: [], soft: false, barrier: "ordinary", position });
    for (const role of reading.roles) {
      const item = itemOf(reading.text, role, reading.nameLike);
      if (item) items.push({ ...item, position });
    }
  }
  return withBackground(withoutAsides(items, readings, words), readings, words);
}

const HAVING_NONE = new Set("had have has having with hadde har med were are was there er var".split(" "));

/** "people who had no GP": none of what stands right behind it. */
function isNoneOf({ word, positions: [position = 0] }: WordReading, readings: readonly WordReading[], words: readonly string[]): boolean {
  if (word !== "no" || !HAVING_NONE.has(words[position - 1] ?? "")) return false;
  return readings.some(({ positions, roles }) => positions[0] === position + 1 && roles.some(({ concepts }) => concepts.size > 0));
}

const COUNTS = new Set(["mange", "many", "mye", "mykje", "much", "antall", "antal", "talet", "number", "count"]);

/** "how many colleagues", "number of board meetings": what only sets a scene, until it is counted itself. */
function isCountedEveryday({ positions, roles }: WordReading, words: readonly string[]): boolean {
  const [position = 0] = positions;
  if (!roles.every(({ everyday, concepts, scope }) => everyday === "thing" && concepts.size === 0 && !scope)) return false;
  const before = ["of", "på", "the"].includes(words[position - 1] ?? "") ? position - 2 : position - 1;
  return COUNTS.has(words[before] ?? "");
}

const AGENTS = /(?:ører|ere|arar|ørar|anter|antar|ister|istar|oger|ogar|ors|ers|ists|ians)$/;

/** "how many editors logged in": an asker's title says nothing of a figure until such people are counted. */
function isCountedAgent({ word, roles, via }: WordReading, before: string | undefined): boolean {
  if (!["mange", "many", "antall", "antal"].includes(before ?? "") || via !== "stem" || !AGENTS.test(word)) return false;
  return roles.every(({ filler, concepts, cues }) => filler && concepts.size === 0 && cues.size === 0);
}

/** "how many men": in Norwegian the same letters are "but". */
function isCountedMen({ word }: WordReading, before = ""): boolean {
  return word === "men" && /^(?:many|of|among|for|by|young|old|older|elderly|did|do|have|had|were)$/.test(before);
}

const ACQUAINTANCES =
  /^(?:nabo|neighbo|\w*mate|venn|friend|pal|buddy|kolleg|colleague|cowork|kund|client|customer|student|elev|pupil|sjef|boss|leder|leiar|manager|slektning|relative|bror|brødr|brother|sister|søst|syst|onk|tante|tanta|uncle|aunt|svoger|sviger|kompis|kamerat|lærer|lærar|teacher|tenant)/;

const COUNTED = new Set(["mange", "many", "antall", "antal", "of", "av", "andel", "del"]);

/** "how many of my neighbours logged in": whom the asker knows says nothing of a figure until they are counted. */
function isCountedPerson({ positions, word, roles }: WordReading, words: readonly string[]): boolean {
  const [position = 0] = positions;
  if (roles.some(({ concepts }) => concepts.size > 0) || !ACQUAINTANCES.test(word)) return false;
  return words
    .slice(Math.max(0, position - 3), position)
    .some((before, index, near) => COUNTED.has(before) && !near.slice(index).some(isSign));
}

const WITHIN = new Set(["within", "innen", "innan", "under", "over"]);

/** "referrals within 14 days", "visits over ten minutes": a length that no figure is told for, right behind what it narrows. */
function isWithin(position: number, words: readonly string[], items: readonly (ContentItem & { position: number })[]): boolean {
  if (!WITHIN.has(words[position - 2] ?? "")) return false;
  if (!/^(?:minut|minutes?$|mins?$|hours?$|time(?:r|ar)?$|dag(?:er|ar)?$|days?$|uker$|veker$|weeks?$)/.test(words[position] ?? ""))
    return false;
  return items.some((item) => item.position === position - 3 && item.concepts.length > 0);
}

const SITES_OF_OURS = new Set([...SITES, "ehelse"]);

/** "helsedirektoratet.no": another site than those that figures are told of, whoever runs it. */
function isSite(position: number, words: readonly string[]): boolean {
  return (
    words[position + 1] === "." &&
    /^(?:no|com|org|net|dk|fi|uk|eu|gov)$/.test(words[position + 2] ?? "") &&
    !SITES_OF_OURS.has(words[position] ?? "")
  );
}

function itemOf(word: string, role: Roles, nameLike: boolean): ContentItem | undefined {
  const concepts = [...role.concepts];
  const soft = role.filler || role.everyday !== undefined || role.cues.size > 0;
  // "dyreleger" are no less a group for being "dyre".
  if (role.scope) return { word, concepts, soft: (role.filler || role.everyday !== undefined) && !nameLike, barrier: role.scope };
  if (concepts.length > 0) return { word, concepts, soft };
  if (soft) return undefined;
  if (role.ordinary) return { word, concepts, soft: false, barrier: "ordinary" };
  return { word, concepts, soft: false, barrier: "unknown" };
}
