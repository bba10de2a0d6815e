/** "Why?" – the reason that the report gives, or that it gives none. */
import { capital, levelFigure, nameOf } from "../src/answers/figures.ts";
import { say } from "../src/answers/say.ts";
import { suggestFor } from "../src/answers/suggest.ts";
import type { KnownIndicator } from "../src/knowledge/load.ts";
import { yearOf } from "../src/knowledge/period.ts";
import { courseOf, latestOf } from "../src/knowledge/prefer.ts";
import { sourceOfSection } from "../src/knowledge/sources.ts";
import { aimAt } from "../src/understanding/aim.ts";
import { askedPeriods } from "../src/understanding/asked.ts";
import { CAUSED_BY } from "../src/understanding/causes.ts";
import type { Context } from "../src/understanding/context.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { absolutePeriods, bare, type Intent, said, type Tools, target } from "./intent.ts";
import { none } from "./none.ts";
import { answerStatement } from "./statement.ts";
import { asksAboutTopic, trend } from "./trend.ts";

export const why: Intent = {
  name: "why",
  cues: {
    why: {
      nb: [
        "hvorfor",
        "koffor",
        "korfor",
        "hva er det som gjør",
        "hva gjør det vanskelig",
        "årsak",
        "årsaken",
        "årsaker",
        "grunn",
        "grunnen",
        "grunner",
        "skyldes",
        "skyldtes",
        "kommer av",
        "kom av",
        "forklaring",
        "forklaringen",
        "forklarer",
        "bakgrunnen for",
        "hva lå bak",
        "hva ligger bak økningen",
        "bak økningen",
        "bak veksten",
        "drivere",
        "driver",
        "hva drev",
        "hvordan forklares",
        "begrunnelse",
      ],
      nn: [
        "kvifor",
        "koffor",
        "korfor",
        "kva er det som gjer",
        "kva gjer det vanskeleg",
        "årsak",
        "årsaka",
        "årsaker",
        "grunn",
        "grunnen",
        "grunnar",
        "skuldast",
        "kjem av",
        "kom av",
        "forklaring",
        "forklaringa",
        "forklarar",
        "bakgrunnen for",
        "drivarar",
        "kva dreiv",
        "grunngjeving",
      ],
      en: [
        "why",
        "what makes it",
        "what's driving",
        "whats driving",
        "what is driving",
        "what drives",
        "what drove",
        "drivers of",
        "drivers behind",
        "reason",
        "reasons",
        "cause",
        "causes",
        "caused",
        "because of what",
        "explanation",
        "explains",
        "what drove",
        "driver",
        "drivers",
        "due to what",
        "what is behind",
        "what was behind",
        "what lies behind",
        "behind the increase",
        "behind the rise",
        "behind the growth",
        "how come",
      ],
    },
  },

  match(reading, context, tools) {
    // "when did the report on why … come": asks for a time.
    if (!said(reading, "why") || (reading.cues.get("when") ?? []).includes(0)) return undefined;
    if (countsByCause(reading)) return namesCause(reading, context, tools) ? undefined : bare("none", reading);
    const found = target("why", reading, context, tools, { kinds: ["indicator", "trend"], prefer: ["indicator"] });
    if (!found) return undefined;
    // "Why" stays "why" when what it asks about is not known.
    const topic = "question" in found && found.question.intent === "none" ? asksAboutTopic(reading, context, tools) : undefined;
    if (topic) return { ...topic, intent: "why" };
    const named = "question" in found && found.question.intent === "none" ? trendNamed(reading, tools) : undefined;
    if (named) return { intent: "why", subjects: [named], periods: [], language: reading.language };
    if ("question" in found) return found.question.intent === "none" ? { ...found.question, intent: "why" } : found.question;
    const periods = absolutePeriods(askedPeriods(reading, context), context);
    const shade = said(reading, "up") === said(reading, "down") ? undefined : said(reading, "up") ? "up" : "down";
    return { intent: "why", subjects: [found.subject.key], periods, language: reading.language, shade };
  },

  answer(question, tools) {
    const { knowledge, reader } = tools;
    const { language } = question;
    const subject = reader.subject(question.subjects[0] ?? "");
    if (subject?.kind === "statement") return answerStatement(question, tools);
    if (subject?.kind === "trend") return { ...trend.answer({ ...question, intent: "trend" }, tools), intent: "why" };
    if (subject?.kind !== "indicator") return { ...none.answer(question, tools), intent: "why" };
    const indicator = subject.item;
    const latest = latestOf(knowledge, indicator);
    const figures = latest ? [levelFigure(knowledge, indicator, latest, "context")] : [];
    const reason =
      indicator.why && isExplained(question, indicator, tools) ? say(language, "because", { why: indicator.why[language] }) : undefined;
    return {
      intent: "why",
      answered: reason !== undefined,
      language,
      headline: reason ?? capital(say(language, "noReason", { name: nameOf(indicator, language) })),
      details: [],
      figures,
      sources: [
        sourceOfSection(knowledge, indicator.whySection ?? indicator.section, indicator.whySection ? undefined : indicator.subsection),
        ...figures.map(({ source }) => source),
      ],
      suggestions: suggestFor(knowledge, subject, question, true),
      choices: [],
      question,
    };
  },
};

/** "why is Schrems II such a problem for Norwegian e-health": a trend that stands in the message by its own name; its text tells why. */
function trendNamed(reading: Reading, { knowledge }: Tools): string | undefined {
  const said = ` ${reading.text} `;
  const narrows = reading.items.some(({ barrier }) => barrier !== undefined && barrier !== "unknown" && barrier !== "ordinary");
  const named = [...knowledge.trends.values()].filter(({ names }) => said.includes(` ${names[reading.language][0]?.toLowerCase() ?? ""} `));
  return named.length === 1 && !narrows && reading.periods.length === 0 ? `trend:${named[0]?.id}` : undefined;
}

/** The report explains only what it tells of: its own years, and the way that its own figures went. */
function isExplained({ periods, shade }: Question, indicator: KnownIndicator, { knowledge }: Tools): boolean {
  const own = courseOf(knowledge, indicator).filter(({ from }) => from.default);
  const last = Math.max(...own.map(({ period }) => yearOf(period ?? "0")), ...indicator.changes.map(({ period }) => yearOf(period)));
  const asked = periods.flatMap((period) => period.split("/")).filter((period) => period !== "..");
  if (asked.some((period) => yearOf(period) > last)) return false;
  const [first] = own;
  const grown = own.length > 1 && first ? (own.at(-1)?.value ?? 0) - first.value : (indicator.changes[0]?.value ?? 0);
  return shade === undefined || grown === 0 || grown > 0 === (shade === "up");
}

const CAUSED = new RegExp(`(?<!\\p{L})${CAUSED_BY} \\p{L}`, "u");

/** "the share of attacks that was due to phishing": the cause is itself what a figure counts. */
function namesCause(reading: Reading, context: Context, tools: Tools): boolean {
  const aim = aimAt(tools.reader, reading, context, { kinds: ["indicator"] });
  const [cause = 0] = reading.cues.get("why") ?? [];
  const isNamed = reading.items.some(({ position, soft, concepts }) => position > cause && !soft && concepts.length > 0);
  return isNamed && aim.kind === "sure" && !aim.inherited;
}

/** "how many bed days were caused by falls": asks for those of one cause, and no figure is told by cause. */
function countsByCause(reading: Reading): boolean {
  const [asked] = [...(reading.cues.get("quantity") ?? []), ...(reading.cues.get("share") ?? [])];
  return asked !== undefined && CAUSED.test(reading.tokens.slice(asked).join(" "));
}
