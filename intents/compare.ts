/** "Logins or visits?" – two subjects, two groups, or one subject at two times, side by side. */
import type { Answer } from "../src/answers/answer.ts";
import {
  capital,
  countedFor,
  figureFor,
  growthWords,
  levelFigure,
  nameOf,
  notesFor,
  printedFigure,
  spanWords,
} from "../src/answers/figures.ts";
import { periodPhrase } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import { suggestFor } from "../src/answers/suggest.ts";
import type { KnownIndicator } from "../src/knowledge/load.ts";
import { answersFor, courseOf, growthOver, isPrintedAsGrowth, latestOf, type Stated } from "../src/knowledge/prefer.ts";
import type { IndicatorSubject, Subject } from "../src/knowledge/subjects.ts";
import { aimAt } from "../src/understanding/aim.ts";
import { askedPeriods } from "../src/understanding/asked.ts";
import type { Context } from "../src/understanding/context.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { change } from "./change.ts";
import { enumerated } from "./enumerated.ts";
import { familyOfFlows, OTHER_WAY } from "./follow-up.ts";
import { absolutePeriods, type Intent, said, type Tools } from "./intent.ts";
import { declinePeriod } from "./none.ts";
import { value } from "./value.ts";
import { variantOver } from "./variants.ts";

const JOINTS = new Set([
  "og",
  "and",
  "mot",
  "vs",
  "versus",
  "enn",
  "than",
  "eller",
  "or",
  "med",
  "with",
  "to",
  "against",
  "samt",
  "/",
  ",",
  "kontra",
  "sammenlignet",
  "samanlikna",
  "compared",
]);

/** Also inside the phrases of change: "hvor mye mer … enn …". */
const MORE_OR_LESS = new Set(["mer", "meir", "mindre", "flere", "fler", "fleire", "færre", "more", "less", "fewer"]);

export const compare: Intent = {
  name: "compare",
  cues: {
    compare: {
      nb: [
        "sammenlign",
        "sammenligne",
        "sammenlignet",
        "sammenligning",
        "sammenlikn",
        "sammenlikne",
        "sammenliknet",
        "sammenholdt",
        "i forhold til",
        "kontra",
        "versus",
        "vs",
        "forskjellen mellom",
        "skiller seg",
        "ulik tillit",
        "forskjell på",
        "størst av",
        "oftere",
        "hvem har mest",
        "høyere enn",
        "lavere enn",
        "stille opp mot",
        "stilt opp mot",
        "raskere enn",
        "fortere enn",
        "kjappere enn",
        "saktere enn",
        "vanligere enn",
        "side om side",
      ],
      nn: [
        "samanlikn",
        "samanlikne",
        "samanlikna",
        "samanlikning",
        "i forhold til",
        "kontra",
        "versus",
        "vs",
        "skilnaden mellom",
        "skil seg",
        "skilnad på",
        "oftare",
        "høgare enn",
        "lågare enn",
        "raskare enn",
        "snøggare enn",
        "fortare enn",
        "seinare enn",
        "vanlegare enn",
        "stilt opp mot",
        "side om side",
      ],
      en: [
        "compare",
        "compared",
        "comparison",
        "comparing",
        "versus",
        "vs",
        "relative to",
        "difference between",
        "differ",
        "differs",
        "side by side",
        "higher than",
        "lower than",
        "more often",
        "faster than",
        "quicker than",
        "slower than",
        "more common than",
        "next to",
        "alongside",
      ],
    },
    parts: {
      nb: ["fordeler seg", "fordelt på", "fordeling", "fordelingen", "fordeler", "fordeles"],
      nn: ["fordeler seg", "fordelt på", "fordeling", "fordelinga", "fordeler", "vert fordelt"],
      en: ["distribution", "breakdown", "broken down", "split", "split between", "divided between", "distributed"],
    },
    more: {
      nb: ["flere", "mer", "mest", "flest", "større", "høyere", "høyest", "størst", "vanligst", "vanligere"],
      nn: ["fleire", "meir", "mest", "flest", "større", "høgare", "høgast", "størst", "vanlegast", "vanlegare"],
      en: ["more", "most", "larger", "bigger", "higher", "greater", "commonest"],
    },
    less: {
      nb: ["færre", "mindre", "lavere", "færrest", "minst"],
      nn: ["færre", "mindre", "lågare", "færrast", "minst"],
      en: ["fewer", "less", "lower", "smaller", "least"],
    },
  },

  match(reading, context, tools) {
    // "did people go more often or less often": asks which way it went, and sets nothing beside it.
    if (EITHER_WAY.test(reading.tokens.join(" ")) && !said(reading, "compare")) return undefined;
    const either =
      (said(reading, "more", "less") || reading.tokens.some((word) => MORE_OR_LESS.has(word))) &&
      reading.tokens.some((word) => ["enn", "eller", "than", "or"].includes(word));
    const together = totalAsked(reading, context, tools);
    if (together) return together;
    const apart = said(reading, "parts") ? familyAsked(reading, context, tools) : undefined;
    if (apart) return apart;
    const chosen = preferredAmong(reading, context, tools);
    if (chosen) return chosen;
    const groups = bothGroups(reading, context, tools);
    if (groups) return groups;
    const ways = bothWays(reading, context, tools);
    if (ways) return ways;
    const both = ofTheTwo(reading, context, tools);
    if (both) return { intent: "compare", subjects: both, periods: [], language: reading.language };
    const beside = namedSideBySide(reading, context, tools);
    if (beside) return beside;
    if (!said(reading, "compare") && !either && !setAgainst(reading, context, tools)) return undefined;
    const overTime = twoTimes(reading, context, tools) ?? thanThen(reading, context, tools);
    if (overTime) return overTime;
    const listed = enumerated(reading, tools);
    if (listed && listed.members.length > 1) {
      const times = absolutePeriods(askedPeriods(reading, context), context);
      return { intent: "compare", subjects: listed.members.slice(0, 4), periods: times, language: reading.language };
    }
    const periods = absolutePeriods(askedPeriods(reading, context), context, true);
    const family = aimAt(tools.reader, reading, context, { kinds: ["family"] });
    const members = family.kind === "sure" && (family.candidate?.complete ?? 0) >= 0.95 ? namedMembers(family.subject, reading, tools) : [];
    const split = pairIn(reading, context, tools);
    const own = !reading.tokens.includes(",") && split?.every(({ key }) => members.includes(key)) ? split : undefined;
    const pair = own ?? (members.length > 1 ? members.flatMap((key) => asIndicator(key, tools)) : split);
    if (pair) {
      const goesOn = reading.followUp || pair.some(({ key }) => context.questions[0]?.subjects.includes(key));
      const asked = reading.periods.length > 0 || goesOn ? periods : [];
      return { intent: "compare", subjects: pair.map(({ key }) => key), periods: asked, language: reading.language };
    }
    const aim = aimAt(tools.reader, reading, context, { kinds: ["indicator", "family"] });
    if (aim.kind !== "sure") return undefined;
    if (aim.subject.kind === "family") {
      return {
        intent: "compare",
        subjects: Object.values(aim.subject.item.members).slice(0, 4),
        periods: reading.periods.length > 0 ? periods : [],
        language: reading.language,
      };
    }
    const asked = askedPeriods(reading, context);
    const before = context.questions[0]?.periods ?? [];
    const points = asked.points.map(({ period }) => period);
    const times = points.length === 1 && aim.inherited ? [...before.filter((period) => !period.includes("/")), ...points] : points;
    if (times.length >= 2)
      return { intent: "compare", subjects: [aim.subject.key], periods: [...new Set(times)].sort(), language: reading.language };
    if (asked.range) return { intent: "change", subjects: [aim.subject.key], periods, language: reading.language };
    return undefined;
  },

  answer(question, tools) {
    const subjects = question.subjects.flatMap((key) => tools.reader.subject(key) ?? []);
    const indicators = subjects.filter((subject): subject is IndicatorSubject => subject.kind === "indicator");
    const [only] = indicators;
    if (!only) return declinePeriod(question, tools);
    if (indicators.length === 1 && question.periods.length > 2)
      return { ...value.answer({ ...question, intent: "value" }, tools), intent: "compare" };
    if (indicators.length === 1) {
      const answer = change.answer({ ...question, intent: "change", periods: [question.periods.join("/")] }, tools);
      return { ...answer, intent: answer.answered ? "compare" : answer.intent };
    }
    return indicators.every(({ item }) => isPrintedAsGrowth(item))
      ? growthSideBySide(question, indicators, tools)
      : sideBySide(question, indicators, tools);
  },
};

const EITHER_WAY =
  /(?:^| )(?:oftere eller sjeldnere|oftare eller sjeldnare|fleire eller færre|flere eller færre|mei?r eller mindre|høy?g?ere eller lavere|høgare eller lågare|more or less|more or fewer|higher or lower)(?: |$)/;

/** "how many doctors and nurses": all members of a family joined by "and" are its total. */
export function totalAsked(reading: Reading, context: Context, tools: Tools): Question | undefined {
  if (!said(reading, "quantity") || said(reading, "compare", "more", "less", "share", "highest", "lowest", "series")) return undefined;
  if (reading.tokens.filter((word) => word === "og" || word === "and").length !== 1) return undefined;
  const listed = enumerated(reading, tools);
  const family = listed && tools.reader.subject(listed.family);
  const total = family?.kind === "family" ? family.item.total : undefined;
  if (!total || listed?.members.length !== membersOf(family as Subject).length) return undefined;
  const periods = absolutePeriods(askedPeriods(reading, context), context);
  return { intent: "value", subjects: [total], periods, language: reading.language };
}

/** "how is it distributed?": all parts of what may be compared. */
function familyAsked(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const aim = aimAt(tools.reader, reading, context, { kinds: ["family"] });
  if (aim.kind !== "sure" || aim.inherited) return undefined;
  const periods = absolutePeriods(askedPeriods(reading, context), context);
  return { intent: "compare", subjects: membersOf(aim.subject), periods, language: reading.language };
}

/** "what do people prefer: online, a pharmacy, or don't they mind?": what is listed to choose from is compared. */
function preferredAmong(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const asksChoice = reading.tokens.some((word) =>
    /^(?:foretr[eu]kk|føretrekk|prefer|velg|vel$|vil|likes?$|liker|likar|rather$)/.test(word),
  );
  if (!asksChoice || !reading.tokens.some((word) => word === "eller" || word === "or")) return undefined;
  if (said(reading, "check", "quantity")) return undefined;
  const listed = enumerated(reading, tools);
  const family = listed && listed.members.length > 1 ? tools.reader.subject(listed.family) : familyOfChoices(reading, tools);
  if (!family) return undefined;
  const periods = absolutePeriods(askedPeriods(reading, context), context);
  return { intent: "compare", subjects: membersOf(family), periods, language: reading.language };
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
  const periods = absolutePeriods(askedPeriods(reading, context), context);
  return { intent: "compare", subjects: membersOf(family.subject), periods, language: reading.language };
}

/** How much of a family's name must be said. */
const NAMED_WELL = 0.6;

/** "from GPs to municipalities or the other way, which is more": both flows. */
function bothWays(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const text = reading.tokens.join(" ");
  if (!OTHER_WAY.test(text) || /(?:^| )(?:ikke|ikkje|not) (?:\S+ )?(?:motsatt|motsett|andre|other|opposite)(?: |$)/.test(text))
    return undefined;
  const aim = aimAt(tools.reader, reading, context, { kinds: ["indicator"] });
  const members = aim.kind === "sure" && !aim.inherited ? familyOfFlows(aim.subject.key, tools) : undefined;
  const periods = absolutePeriods(askedPeriods(reading, context), context);
  return members && { intent: "compare", subjects: members, periods, language: reading.language };
}

const BOTH =
  /\b(?:(?:which|who|what)(?: one)? of (?:the two|them|these)|(?:hvem|hvilke[nt]?|kven|kva) (?:av )?(?:de|dei|dem|disse|desse)(?: to)?)\b/;

/** "which of the two is larger?": the two subjects last spoken of. */
function ofTheTwo(reading: Reading, context: Context, tools: Tools): string[] | undefined {
  if (!BOTH.test(reading.tokens.join(" ")) || reading.items.some((item) => !item.soft)) return undefined;
  const spoken = context.questions.flatMap(({ subjects }) => subjects).filter((key) => tools.reader.subject(key)?.kind === "indicator");
  const two = [...new Set(spoken)].slice(0, 2);
  return two.length === 2 ? two.reverse() : undefined;
}

/** "phishing mot løsepengevirus" compares; "angrep mot helsetjenester" is one thing. */
function setAgainst(reading: Reading, context: Context, tools: Tools): boolean {
  if (!reading.tokens.some((word) => word === "mot" || word === "against")) return false;
  if (askedPeriods(reading, context).points.length === 2) return true;
  if (said(reading, "quantity") && !said(reading, "up", "down")) return false;
  const whole = aimAt(tools.reader, reading, context, { kinds: ["indicator"] });
  return !(whole.kind === "sure" && !whole.inherited) && pairIn(reading, context, tools) !== undefined;
}

/** "medical messages 2020 vs 2021": one thing at two times. */
function twoTimes(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const years = [...new Set(askedPeriods(reading, context).points.map(({ period }) => period))];
  if (years.length !== 2) return undefined;
  const aim = aimAt(tools.reader, reading, context, { kinds: ["indicator"] });
  if (aim.kind !== "sure" || aim.inherited) return undefined;
  const form = aim.subject.kind === "indicator" ? variantOver(aim.subject, years, reading, tools) : aim.subject;
  return { intent: "compare", subjects: [form.key], periods: years.sort(), language: reading.language };
}

/** "do more people than in 2019 think so", "more now than in 2019": the step from that year on. */
function thanThen(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const [mention, another] = reading.periods.filter((one) => !(one.kind === "point" && one.calendar));
  if (mention?.kind !== "point" || another) return undefined;
  const before = reading.tokens.slice(Math.max(0, mention.from - 2), mention.from);
  if (!before.some((word) => word === "enn" || word === "than")) return undefined;
  const aim = aimAt(tools.reader, { ...reading, followUp: false }, context, { kinds: ["indicator"] });
  if (aim.kind !== "sure" || aim.inherited) return undefined;
  return { intent: "change", subjects: [aim.subject.key], periods: [`${mention.period}/..`], language: reading.language };
}

function membersOf(subject: Subject): string[] {
  return subject.kind === "family" ? Object.values(subject.item.members).slice(0, 4) : [];
}

/** The members that the question names; all of them when it names none in particular. */
function namedMembers(family: Subject, reading: Reading, tools: Tools): string[] {
  const members = membersOf(family);
  const named = tools.reader
    .rank(reading.items, { kinds: ["indicator"] })
    .filter(({ subject, complete }) => members.includes(subject.key) && complete >= 0.75);
  const keys = members.filter((key) => named.some(({ subject }) => subject.key === key));
  return keys.length >= 2 ? keys : members;
}

function asIndicator(key: string, tools: Tools): IndicatorSubject[] {
  const subject = tools.reader.subject(key);
  return subject?.kind === "indicator" ? [subject] : [];
}

/** Finds two subjects around a joining word; the second may borrow words from the first. */
export function pairIn(reading: Reading, context: Context, tools: Tools): IndicatorSubject[] | undefined {
  const kinds = ["indicator"] as const;
  const joints = reading.tokens.flatMap((word, index) => (JOINTS.has(word) ? [index] : []));
  for (const joint of joints) {
    const left = reading.items.filter((item) => item.position < joint);
    const right = reading.items.filter((item) => item.position > joint);
    if (right.length === 0) continue;
    const hardLeft = left.filter((item) => !item.soft);
    if (hardLeft.length === 0) continue;
    const one = aimAt(tools.reader, { ...reading, followUp: false }, context, { kinds, items: left });
    const oneAlone = one.kind === "sure" && !one.inherited ? one : undefined;
    const two = aimAt(tools.reader, { ...reading, followUp: true }, context, { kinds, items: right, anchor: oneAlone?.subject.key });
    if (two.kind !== "sure" || two.inherited || two.subject.kind !== "indicator") continue;
    const first = oneAlone ?? aimAt(tools.reader, { ...reading, followUp: true }, context, { kinds, items: left, anchor: two.subject.key });
    if (first.kind !== "sure" || first.inherited || first.subject.kind !== "indicator" || first.subject.key === two.subject.key) continue;
    return inOneUnit(first.subject, left, two.subject, right, reading, context, tools);
  }
  return pairWithContext(reading, context, tools);
}

/** "more e-consultations or physical ones": where one side could as well be meant in the unit of the other, it is. */
function inOneUnit(
  one: IndicatorSubject,
  left: Reading["items"],
  two: IndicatorSubject,
  right: Reading["items"],
  reading: Reading,
  context: Context,
  tools: Tools,
): IndicatorSubject[] {
  if (one.item.unit === two.item.unit) return [one, two];
  const sideWith = (items: Reading["items"], unit: string): IndicatorSubject | undefined => {
    const only = (subject: Subject) => subject.kind === "indicator" && subject.item.unit === unit;
    const aim = aimAt(tools.reader, { ...reading, followUp: false }, context, { kinds: ["indicator"], items, only });
    return aim.kind === "sure" && !aim.inherited && aim.subject.kind === "indicator" ? aim.subject : undefined;
  };
  const first = sideWith(left, two.item.unit);
  if (first && first.key !== two.key) return [first, two];
  const second = sideWith(right, one.item.unit);
  return second && second.key !== one.key ? [one, second] : [one, two];
}

/** "sammenlign med besøk": the other side is what was last spoken of. */
function pairWithContext(reading: Reading, context: Context, tools: Tools): IndicatorSubject[] | undefined {
  if (reading.items.every((item) => item.soft)) return undefined;
  const before = context.questions[0]?.subjects
    .flatMap((key) => tools.reader.subject(key) ?? [])
    .find((subject) => subject.kind === "indicator");
  const aim = aimAt(tools.reader, { ...reading, followUp: true }, context, { kinds: ["indicator"] });
  if (before?.kind !== "indicator" || aim.kind !== "sure" || aim.subject.kind !== "indicator" || aim.inherited) return undefined;
  return aim.subject.key === before.key ? undefined : [before, aim.subject];
}

/** "Which grew more?" – how far each of them went, told by the answers to their changes. */
export function growthsOf(question: Question, changes: readonly Answer[], { reader }: Tools): Answer {
  const { language } = question;
  const names = question.subjects.flatMap((key) => {
    const subject = reader.subject(key);
    return subject?.kind === "indicator" ? [nameOf(subject.item, language)] : [];
  });
  return {
    intent: "compare",
    answered: changes.some(({ answered }) => answered),
    language,
    headline: capital(say(language, "comparedHead", { one: names.slice(0, -1).join(", "), other: names.at(-1) ?? "" })),
    details: changes.flatMap(({ headline, details }) => [headline, ...details.slice(0, 2)]),
    figures: changes.flatMap(({ figures }) => figures),
    sources: changes.flatMap(({ sources }) => sources),
    suggestions: changes[0]?.suggestions ?? [],
    choices: [],
    question,
  };
}

/** Two things of which a source prints only the growth. */
function growthSideBySide(question: Question, subjects: readonly IndicatorSubject[], tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const found = subjects.flatMap(({ item }) => {
    const change = growthOver(item, question.periods);
    return change ? [{ item, change }] : [];
  });
  const missing = subjects.find(({ item }) => !found.some((one) => one.item === item));
  if (missing) return declinePeriod({ ...question, subjects: [missing.key] }, tools);
  const figures = found.map(({ item, change }) => printedFigure(knowledge, item, change, "answer"));
  const names = found.map(({ item }) => nameOf(item, language));
  const lines = found.map(({ item, change }) =>
    capital(
      say(language, "changedPrinted", {
        name: nameOf(item, language),
        growth: growthWords(knowledge, change, language),
        span: spanWords(change.since, change.period, language),
      }),
    ),
  );
  const notes = found.flatMap(({ item, change }) =>
    notesFor(knowledge, { indicator: item, rows: [{ period: change.period, note: change.note }], kind: "change" }, language, 1),
  );
  return {
    intent: "compare",
    answered: true,
    language,
    headline: capital(say(language, "comparedHead", { one: names.slice(0, -1).join(", "), other: names.at(-1) ?? "" })),
    details: [...lines, ...new Set(notes)],
    figures,
    sources: figures.map(({ source }) => source),
    suggestions: subjects[0] ? suggestFor(knowledge, subjects[0], question) : [],
    choices: [],
    question,
  };
}

function sideBySide(question: Question, subjects: readonly IndicatorSubject[], tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const sides = subjects.map((subject) => ({ indicator: subject.item, row: rowFor(subject.item, question.periods, subjects, tools) }));
  const missing = sides.find(({ row }) => row === undefined);
  if (missing) return declinePeriod({ ...question, subjects: [missing.indicator.id] }, tools);
  const found = sides.flatMap(({ indicator, row }) => (row ? [{ indicator, row }] : []));
  const figures = found.map(({ indicator, row }) => levelFigure(knowledge, indicator, row, "answer"));
  const names = found.map(({ indicator }) => nameOf(indicator, language));
  const lines = found.map(({ indicator, row }, index) =>
    capital(
      say(language, "comparedLine", {
        name: names[index] ?? "",
        figure: countedFor(knowledge, indicator, row, language),
        period: periodPhrase(row.period, language),
      }),
    ),
  );
  const sameUnit = new Set(found.map(({ indicator }) => indicator.unit)).size === 1;
  const samePeriod = new Set(found.map(({ row }) => row.period)).size === 1;
  const details = found.length === 2 && sameUnit && samePeriod ? [] : lines;
  const notes = found.flatMap(({ indicator, row }) => notesFor(knowledge, { indicator, rows: [row], kind: "level" }, language, 1));
  const differs = found.flatMap(({ indicator }) => indicator.differs?.[language] ?? []);
  return {
    intent: "compare",
    answered: true,
    language,
    headline: headlineFor(found, names, { sameUnit, samePeriod, language }, tools),
    details: [
      ...details,
      ...(sameUnit ? [] : [say(language, "notSameUnit")]),
      ...(samePeriod ? [] : [say(language, "differentYears")]),
      ...differs,
      ...new Set(notes),
    ],
    figures,
    sources: figures.map(({ source }) => source),
    suggestions: subjects[0] ? suggestFor(knowledge, subjects[0], question) : [],
    choices: [],
    question: { ...question, periods: samePeriod && found[0]?.row.period ? [found[0].row.period] : question.periods },
  };
}

function headlineFor(
  found: readonly { indicator: KnownIndicator; row: Stated }[],
  names: readonly string[],
  how: { sameUnit: boolean; samePeriod: boolean; language: Question["language"] },
  { knowledge }: Tools,
): string {
  const { language } = how;
  const [one, two] = found;
  if (found.length !== 2 || !one || !two || !how.sameUnit || !how.samePeriod) {
    return capital(say(language, "comparedHead", { one: names.slice(0, -1).join(", "), other: names.at(-1) ?? "" }));
  }
  const [more, less] = one.row.value >= two.row.value ? [one, two] : [two, one];
  const values = {
    one: nameOf(more.indicator, language),
    other: nameOf(less.indicator, language),
    oneFigure: figureFor(knowledge, more.indicator, more.row, language),
    otherFigure: figureFor(knowledge, less.indicator, less.row, language),
    // A year that no source gives stands in brackets of its own.
    period: periodPhrase(more.row.period, language).replace(/^\((.*)\)$/, "$1"),
  };
  return capital(say(language, one.row.value === two.row.value ? "comparedEqual" : "comparedMore", values));
}

/** The asked period's row; without one, the latest period that all sides have, else each one's latest. */
function rowFor(
  indicator: KnownIndicator,
  periods: readonly string[],
  all: readonly IndicatorSubject[],
  { knowledge }: Tools,
): Stated | undefined {
  const [period] = periods.slice(-1);
  if (period && !period.includes("/")) return answersFor(knowledge, indicator, period)?.row;
  const latest = latestOf(knowledge, indicator);
  const shared = courseOf(knowledge, indicator)
    .filter((row) =>
      all.every(({ item }) => item.id === indicator.id || courseOf(knowledge, item).some((other) => other.period === row.period)),
    )
    .filter((row) => row.from.default || !latest?.from.default);
  return shared.at(-1) ?? latest;
}

/** An attack is against somebody, too. */
const AGAINST = new Set(["mot", "against"]);
const SIDE_BY_SIDE = new Set(["kontra", "versus", "vs", "pluss", "plus", "og", "and", "samt", "/"]);

/** "brukere av kjernejournal: leger mot sykepleiere", "percent for citizens and for personnel": members of one family that each has its own word for. */
function namedSideBySide(reading: Reading, context: Context, tools: Tools): Question | undefined {
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
  const periods = absolutePeriods(askedPeriods(reading, context), context);
  return { intent: "compare", subjects: listed.members, periods, language: reading.language };
}
