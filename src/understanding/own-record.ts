/** "looked up their own kjernejournal": whose record it is tells who looked. */
import type { ContentItem } from "./matcher.ts";

type Placed = ContentItem & { position: number };

const OWN = new Set("sin sitt sine egen eget egne eigen eige eiga eigne own".split(" "));
const THEIRS = new Set(["their", "his", "her"]);
const STAFF = new Set(["health-personnel", "personnel", "doctor", "nurse", "gp"]);
const RECORD = "kjernejournal";
/** Words between whose a record is and its name: "their own electronic record". */
const BETWEEN = 2;
/** Words of the longest name of a record: "summary care record". */
const NAME = 3;

/**
 * The items with the inhabitants added whose own record is meant.
 * They count as if named: "hvor mange brukte kjernejournalen sin" asks for no doctors.
 * Nothing is added where staff or the patient is named: "doctors", "pasienten sin kjernejournal".
 */
export function withOwners<T extends Placed>(items: readonly T[], words: readonly string[]): (T | Placed)[] {
  const record = items.find(({ concepts }) => concepts.includes(RECORD));
  const saysWho = namesStaff(items) || items.some(({ concepts }) => concepts.includes("patient") || concepts.includes("citizen"));
  if (!record || saysWho) return [...items];
  const { position } = record;
  const isNear = (at: number) => at >= position - BETWEEN && at <= position + NAME;
  const whose = words.findIndex((word, at) => isNear(at) && ((OWN.has(word) && at !== position) || (THEIRS.has(word) && at < position)));
  if (whose < 0) return [...items];
  return [...items, { word: words[whose] ?? "", concepts: ["citizen"], soft: false, position: whose }];
}

/** Whether any of those who work in health care are named. */
export function namesStaff(items: readonly ContentItem[]): boolean {
  return items.some(({ concepts }) => concepts.some((concept) => STAFF.has(concept)));
}

/** @returns whether an item was added because the record is its reader's own */
export function isOwner({ word, concepts }: ContentItem): boolean {
  return concepts.includes("citizen") && (OWN.has(word) || THEIRS.has(word));
}
