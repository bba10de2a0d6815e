/** Indicators that belong together, found once for a knowledge and not for every reply. */
import type { Knowledge, KnownIndicator } from "./load.ts";

type Groups = ReadonlyMap<string, readonly KnownIndicator[]>;

/** @returns the indicators of a section by its title, in the order of the data; none where it has none */
export function indicatorsOfSection(knowledge: Knowledge, section: string): readonly KnownIndicator[] {
  return bySection(knowledge).get(section) ?? [];
}

/** @returns the forms of one indicator – by year, quarter, month or half-year – by the id of their parent, which is one of them */
export function formsOf(knowledge: Knowledge, parent: string): readonly KnownIndicator[] {
  return byParent(knowledge).get(parent) ?? [];
}

const bySection = groupedBy(({ section }) => section);
const byParent = groupedBy(({ parent, id }) => parent ?? id);

function groupedBy(keyOf: (indicator: KnownIndicator) => string): (knowledge: Knowledge) => Groups {
  const known = new WeakMap<Knowledge, Groups>();
  return (knowledge) => {
    const kept = known.get(knowledge) ?? groupsOf(knowledge, keyOf);
    known.set(knowledge, kept);
    return kept;
  };
}

function groupsOf(knowledge: Knowledge, keyOf: (indicator: KnownIndicator) => string): Groups {
  const groups = new Map<string, KnownIndicator[]>();
  for (const item of knowledge.indicators.values()) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
