/** Members of a family that are asked for together: all of them, those named, both groups of a survey, both ways of a flow. */
import type { IndicatorSubject, Subject } from "../src/knowledge/subjects.ts";
import { aimAt } from "../src/understanding/aim.ts";
import { askedPeriods } from "../src/understanding/asked.ts";
import type { Context } from "../src/understanding/context.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { enumerated } from "./enumerated.ts";
import { familyOfFlows, OTHER_WAY } from "./follow-up.ts";
import { absolutePeriods, said, type Tools } from "./intent.ts";

/** "how many doctors and nurses": all members of a family joined by "and" are its total. */
export function totalAsked(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const asksSum = said(reading, "quantity") || (reading.followUp && TOGETHER.test(reading.text));
  if (!asksSum || said(reading, "compare", "more", "less", "share", "highest", "lowest", "series")) return undefined;
  if (reading.tokens.filter((word, at) => at > 0 && (word === "og" || word === "and")).length !== 1) return undefined;
  const listed = enumerated(reading, tools);
  const family = listed && tools.reader.subject(listed.family);
  const total = family?.kind === "family" ? family.item.total : undefined;
  if (!total || listed?.members.length !== membersOf(family as Subject).length) return undefined;
  const periods = absolutePeriods(askedPeriods(reading, context), context);
  return { intent: "value", subjects: [total], periods, language: reading.language };
}

const TOGETHER = /(?:^| )(?:sammen|saman|til sammen|til saman|totalt|i alt|together|combined|in total|altogether)(?: |$)/;

/** "how is it distributed?": all parts of what may be compared. */
export function familyAsked(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const aim = aimAt(tools.reader, reading, context, { kinds: ["family"] });
  if (aim.kind !== "sure" || aim.inherited) return undefined;
  return comparing(membersOf(aim.subject), reading, context);
}

/** "what do people prefer: online, a pharmacy, or don't they mind?": what is listed to choose from is compared. */
export function preferredAmong(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const asksChoice = reading.tokens.some((word) =>
    /^(?:foretr[eu]kk|føretrekk|prefer|velg|vel$|vil|likes?$|liker|likar|rather$)/.test(word),
  );
  if (!asksChoice || !reading.tokens.some((word) => word === "eller" || word === "or")) return undefined;
  if (said(reading, "check", "quantity")) return undefined;
  const listed = enumerated(reading, tools);
  const family = listed && listed.members.length > 1 ? tools.reader.subject(listed.family) : familyOfChoices(reading, tools);
  if (!family) return undefined;
  return comparing(membersOf(family), reading, context);
}

/** "online or in a shop": a family of preferences that is named well enough, however its choices are called. */
function familyOfChoices(reading: Reading, { reader }: Tools): Subject | undefined {
  const [best] = reader.rank(reading.items, { kinds: ["family"] });
  const isChoice = best !== undefined && reader.vocabulary.matcher.explains(best.subject.key, "prefer");
  return best && isChoice && best.complete >= NAMED_WELL && best.unexplained.length === 0 ? best.subject : undefined;
}

/** Whom the surveys asked, by the words for them. */
const GROUPS: readonly (readonly string[])[] = [
  ["citizen", "population", "patient"],
  ["health-personnel", "personnel", "full-time-equivalent"],
];

const BETWEEN_GROUPS =
  /^(?:[ ,/–-]|og|and|for|blant|hos|among|mot|vs|versus|the|både|båe|both|than|enn|or|eller|us|we|vi|oss|compared|with|to|samanlikna|sammenlignet|med)*$/;

const SET_AGAINST = /(?:^| )(?:mot|versus|vs|samanlikna med|sammenlignet med|sammenliknet med|compared (?:to|with)|against)$/;

/** "for citizens and for personnel", "… , mot innbyggjarane": a survey's question that was put to both is told for both. */
export function bothGroups(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const groupOf = ({ concepts, word }: { concepts: readonly string[]; word: string }) =>
    word === "public" ? 0 : GROUPS.findIndex((group) => concepts.some((one) => group.includes(one)));
  const people = reading.items.filter((item) => groupOf(item) >= 0);
  const asksBoth = people.some((item, index) => {
    const before = people[index - 1];
    if (!before || groupOf(before) === groupOf(item)) return false;
    const between = reading.tokens.slice(before.position + 1, item.position).join(" ");
    const isLast = !reading.items.some(({ position, soft }) => !soft && position > item.position);
    return BETWEEN_GROUPS.test(between) || (isLast && SET_AGAINST.test(between));
  });
  if (!asksBoth || said(reading, "check", "define", "why")) return undefined;
  // Whatever they are called, it is the groups of the survey that are meant.
  const asGroups = reading.items.map((item) => ({
    ...item,
    concepts: people.includes(item) ? [GROUPS[groupOf(item)]?.[0] ?? ""] : item.concepts,
  }));
  const family = tools.reader.rank(asGroups, { kinds: ["family"] }).find(({ subject, complete, unexplained }) => {
    if (subject.kind !== "family" || complete < NAMED_WELL || unexplained.length > 0) return false;
    const whom = membersOf(subject).flatMap((key) => asIndicator(key, tools).map(({ item }) => item.covers.whom));
    return (
      whom.length === 2 && whom.some((one) => /personnel/i.test(one)) && whom.some((one) => /inhabitant|citizen|population/i.test(one))
    );
  });
  if (!family) return undefined;
  return comparing(membersOf(family.subject), reading, context);
}

/** How much of a family's name must be said. */
const NAMED_WELL = 0.6;

/** "from GPs to municipalities or the other way, which is more": both flows. */
export function bothWays(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const text = reading.text;
  if (!OTHER_WAY.test(text) || /(?:^| )(?:ikke|ikkje|not) (?:\S+ )?(?:motsatt|motsett|andre|other|opposite)(?: |$)/.test(text))
    return undefined;
  const aim = aimAt(tools.reader, reading, context, { kinds: ["indicator"] });
  const members = aim.kind === "sure" && !aim.inherited ? familyOfFlows(aim.subject.key, tools) : undefined;
  return members && comparing(members, reading, context);
}

/** The Question that sets these side by side, for the times that the message asks about. */
export function comparing(subjects: readonly string[], reading: Reading, context: Context): Question {
  const periods = absolutePeriods(askedPeriods(reading, context), context);
  return { intent: "compare", subjects: [...subjects], periods, language: reading.language };
}

/** At most four members of a family; none for anything else. */
export function membersOf(subject: Subject): string[] {
  return subject.kind === "family" ? Object.values(subject.item.members).slice(0, 4) : [];
}

/** The members that the question names; all of them when it names none in particular. */
export function namedMembers(family: Subject, reading: Reading, tools: Tools): string[] {
  const members = membersOf(family);
  const named = tools.reader
    .rank(reading.items, { kinds: ["indicator"] })
    .filter(({ subject, complete }) => members.includes(subject.key) && complete >= 0.75);
  const keys = members.filter((key) => named.some(({ subject }) => subject.key === key));
  return keys.length >= 2 ? keys : members;
}

/** An attack is against somebody, too. */
const AGAINST = new Set(["mot", "against"]);

const SIDE_BY_SIDE = new Set(["kontra", "versus", "vs", "pluss", "plus", "og", "and", "samt", "/"]);

/** "brukere av kjernejournal: leger mot sykepleiere", "percent for citizens and for personnel": members of one family that each has its own word for. */
export function namedSideBySide(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const joined = reading.tokens.some((word) => SIDE_BY_SIDE.has(word) || (AGAINST.has(word) && !said(reading, "quantity")));
  if (
    !joined ||
    said(reading, "change", "up", "down", "list", "check", "define", "why", "highest", "lowest", "more", "less", "counts", "when")
  )
    return undefined;
  const listed = enumerated(reading, tools);
  if (!listed || listed.members.length < 2 || listed.members.length > 4) return undefined;
  const whole = aimAt(tools.reader, reading, { ...context, questions: [] }, { kinds: ["indicator"] });
  const isOne = whole.kind === "sure" && (!listed.members.includes(whole.subject.key) || (whole.candidate?.complete ?? 0) >= 0.95);
  if (isOne) return undefined;
  return comparing(listed.members, reading, context);
}

export function asIndicator(key: string, tools: Tools): IndicatorSubject[] {
  const subject = tools.reader.subject(key);
  return subject?.kind === "indicator" ? [subject] : [];
}
