/** "Logins or visits?" – two subjects, two groups, or one subject at two times, side by side. */

import { isPrintedAsGrowth } from "../src/knowledge/prefer.ts";
import type { IndicatorSubject } from "../src/knowledge/subjects.ts";
import { aimAt } from "../src/understanding/aim.ts";
import { askedPeriods } from "../src/understanding/asked.ts";
import type { Context } from "../src/understanding/context.ts";
import type { ContentItem } from "../src/understanding/matcher.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { change, stepLeaningOn } from "./change.ts";
import { growthSideBySide, OF_BOTH, sideBySide } from "./compare-answer.ts";
import { enumerated } from "./enumerated.ts";
import { gapBetween } from "./gap.ts";
import { asIndicator, bothGroups, bothWays, familyAsked, namedMembers, namedSideBySide, preferredAmong, totalAsked } from "./groups.ts";
import { absolutePeriods, type Intent, said, type Tools } from "./intent.ts";
import { declinePeriod } from "./none.ts";
import { pairIn } from "./pair.ts";
import { isOfThese, lastSpoken } from "./spoken.ts";
import { value } from "./value.ts";
import { variantOver } from "./variants.ts";

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
    if (EITHER_WAY.test(reading.text) && !said(reading, "compare")) return undefined;
    const either =
      (said(reading, "more", "less") || reading.tokens.some((word) => MORE_OR_LESS.has(word))) &&
      reading.tokens.some((word) => ["enn", "eller", "than", "or"].includes(word));
    const together = totalAsked(reading, context, tools);
    if (together) return together;
    const apart = said(reading, "parts") ? familyAsked(reading, context, tools) : undefined;
    if (apart) return apart;
    const chosen = preferredAmong(reading, context, tools);
    if (chosen) return chosen;
    const gap = gapBetween(reading, context, tools);
    if (gap) return gap;
    const groups = bothGroups(reading, context, tools);
    if (groups) return groups;
    const ways = bothWays(reading, context, tools);
    if (ways) return ways;
    const both = ofTheTwo(reading, context, tools);
    if (both) return { intent: "compare", subjects: both, periods: [], language: reading.language };
    if (stepLeaningOn(reading, context)) return undefined;
    const more = moreOfTheTwo(reading, context, tools);
    if (more) return more;
    const withLast = comparedWithLast(reading, context, tools);
    if (withLast) return withLast;
    const beside = namedSideBySide(reading, context, tools);
    if (beside) return beside;
    if (!said(reading, "compare") && !either && !setAgainst(reading, context, tools)) return undefined;
    // "how many more doctors than nurses": one side alone is no answer.
    const shade = either ? OF_BOTH : undefined;
    const overTime = twoTimes(reading, context, tools) ?? thanThen(reading, context, tools);
    if (overTime) return overTime;
    const listed = enumerated(reading, tools);
    if (listed && listed.members.length > 1) {
      const times = absolutePeriods(askedPeriods(reading, context), context);
      return {
        intent: "compare",
        subjects: listed.members.slice(0, 4),
        periods: times,
        language: reading.language,
        ...(shade && { shade }),
      };
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
      return {
        intent: "compare",
        subjects: pair.map(({ key }) => key),
        periods: asked,
        language: reading.language,
        ...(shade && { shade }),
      };
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

const BOTH =
  /\b(?:(?:which|who|what)(?: one)? of (?:the two|the three|them|these)|(?:hvem|hvilke[nt]?|kven|kva) (?:av )?(?:de|dei|dem|disse|desse)(?: to| tre)?)\b/;

const COMPARED =
  /^(?:compared|compare|sammenlignet|sammenlikna|sammenlign|samanlikna|samanlikn|mot|versus|vs|against)(?: (?:with|to|med))? /;

/** "compared with health personnel in general?" after a growth: the growth of both. */
function comparedWithLast(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const [last] = context.questions;
  const [key = "", another] = last?.subjects ?? [];
  if (!COMPARED.test(reading.text) || another !== undefined || !isPrintedAsGrowth(tools.knowledge.indicators.get(key))) return undefined;
  const goesOn = { ...reading, followUp: true, cues: new Map() };
  const aim = aimAt(tools.reader, goesOn, context, { kinds: ["indicator"] });
  const isOther = aim.kind === "sure" && aim.subject.key !== key && isPrintedAsGrowth(tools.knowledge.indicators.get(aim.subject.key));
  return isOther ? { intent: "compare", subjects: [key, aim.subject.key], periods: [], language: reading.language } : undefined;
}

const THREE = /(?:^| )(?:de|dei|dem|the) (?:tre|three)(?: |$)/;

const OF_THE_TWO = /(?:^| )(?:av|of) (?:de|dei|dem|disse|desse|the|those|these) (?:to|tre|two|three)(?: |$)/;

/** "which of the two is larger?", "hvem av de tre brukte mest?": the subjects last spoken of. */
function ofTheTwo(reading: Reading, context: Context, tools: Tools): string[] | undefined {
  const ofTwo = OF_THE_TWO.test(reading.text) && said(reading, "more", "less", "highest", "lowest", "compare", "up", "down");
  if (!BOTH.test(reading.text) && !ofTwo) return undefined;
  const spoken = lastSpoken(THREE.test(reading.text) ? 3 : 2, context, tools);
  // "which of the two surveys had more respondents": words that both go by.
  const { matcher } = tools.reader.vocabulary;
  const isOfAll = (concepts: readonly string[]) => concepts.some((concept) => spoken?.every((key) => matcher.explains(key, concept)));
  return reading.items.every(({ soft, concepts }) => soft || isOfAll(concepts)) ? spoken : undefined;
}

const HAVE_MORE =
  /(?:^| )(?:have|has|had|get|gets|got|is|are|was|were|har|hadde|får|fikk|fekk|er|var|blir|vart|send\w*|bruk\w*|uses?|used) (?:\S+ ){0,2}(?:mer|meir|flere|fler|fleire|færre|mindre|more|less|fewer|higher|lower|høyere|høgare|lavere|lågare)(?: |$)/;

const ASKS_WHETHER = /^(?:were|was|are|is|did|do|does|var|er|hadde|har|fikk|fekk|blei|ble|vart) /;

/** "so the municipalities have more?" after the figures of two: both side by side. */
function moreOfTheTwo(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const namesNothing = reading.items.every(({ soft }) => soft);
  const asksOther = said(reading, "quantity", "share", "highest", "lowest") || reading.periods.length > 0;
  const isAgainst = reading.tokens.some((word) => ["enn", "than", "or", "eller"].includes(word));
  const leans = reading.followUp || ASKS_WHETHER.test(reading.text);
  if (!leans || namesNothing || asksOther || isAgainst || !HAVE_MORE.test(reading.text)) return undefined;
  const pair = pairOf(lastSpoken(2, context, tools), reading.items, tools) ?? spokenAndNamed(reading, context, tools);
  return (
    pair && {
      intent: "compare",
      subjects: pair,
      periods: [...(context.questions[0]?.periods ?? [])],
      language: reading.language,
      shade: OF_BOTH,
    }
  );
}

/** Two that may be compared, of which the words name one. */
function pairOf(pair: string[] | undefined, items: readonly ContentItem[], tools: Tools): string[] | undefined {
  const [one = "", other = ""] = pair ?? [];
  return isOfThese([one, other], items, tools) && tools.reader.siblings(one).has(other) ? pair : undefined;
}

/** "were there more for personal data?" after those for anonymous data: what was spoken of, and what is named beside it. */
function spokenAndNamed(reading: Reading, context: Context, tools: Tools): string[] | undefined {
  const [spoken] = lastSpoken(1, context, tools) ?? [];
  const aim = spoken === undefined ? undefined : aimAt(tools.reader, reading, context, { kinds: ["indicator"] });
  const isBeside = spoken !== undefined && aim?.kind === "sure" && tools.reader.siblings(spoken).has(aim.subject.key);
  return isBeside ? [spoken, aim.subject.key] : undefined;
}

/** "phishing mot løsepengevirus" compares; "angrep mot helsetjenester" is one thing. */
function setAgainst(reading: Reading, context: Context, tools: Tools): boolean {
  if (!reading.tokens.some((word) => word === "mot" || word === "against")) return false;
  if (askedPeriods(reading, context).points.length === 2) return true;
  if (said(reading, "quantity") && !said(reading, "up", "down")) return false;
  const [one, other] = pairIn(reading, context, tools) ?? [];
  // "digital kontakt mot fysisk kontakt": two members of a family, though a name of one has all the words.
  if (one && other && !said(reading, "share") && tools.reader.siblings(one.key).has(other.key)) return true;
  const whole = aimAt(tools.reader, reading, context, { kinds: ["indicator"] });
  return one !== undefined && !(whole.kind === "sure" && !whole.inherited);
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
