/** Turns rows of the knowledge into figures of an answer and into words. */
import type { Language } from "../knowledge/languages.ts";
import type { Knowledge, KnownEvent, KnownIndicator } from "../knowledge/load.ts";
import { endOf, grainOf, startYearOf, yearOf } from "../knowledge/period.ts";
import { isComparable, type Stated } from "../knowledge/prefer.ts";
import type { Change } from "../knowledge/schema.ts";
import { documentTitle, type Source, sourceOf, sourceOfEvent } from "../knowledge/sources.ts";
import type { AnswerFigure } from "./answer.ts";
import { formatCounted, formatFigure, formatGrowth, formatNumber, periodName, periodPhrase } from "./numbers.ts";
import { say } from "./say.ts";

type Role = AnswerFigure["role"];

/** An observation as a figure of an answer. */
export function levelFigure(knowledge: Knowledge, indicator: KnownIndicator, row: Stated, role: Role): AnswerFigure {
  return {
    indicator: indicator.id,
    measure: indicator.measure,
    period: row.period,
    since: null,
    value: row.value,
    unit: indicator.unit,
    status: row.status,
    computed: false,
    role,
    source: sourceOf(knowledge, row, indicator),
  };
}

/** A printed growth as a figure of an answer. */
export function printedFigure(knowledge: Knowledge, indicator: KnownIndicator, change: Change, role: Role): AnswerFigure {
  return {
    indicator: indicator.id,
    measure: change.unit === "times" ? "multiple" : "change",
    period: change.period,
    since: change.since,
    value: change.value,
    unit: change.unit,
    status: change.status,
    computed: false,
    role,
    source: sourceOf(knowledge, change, indicator),
  };
}

/** The percent change between two observations, to one decimal. */
export function growthBetween(earlier: Stated, later: Stated): number {
  return Math.round(((later.value - earlier.value) / earlier.value) * 1000) / 10;
}

/** A computed growth as a figure; percentages change in percentage points and get no growth. */
export function computedFigure(
  knowledge: Knowledge,
  indicator: KnownIndicator,
  earlier: Stated,
  later: Stated,
  role: Role,
): AnswerFigure | undefined {
  if (!isComparable(knowledge, indicator, earlier, later) || earlier.value === 0) return undefined;
  const points = isPercent(knowledge, indicator.unit);
  return {
    indicator: indicator.id,
    measure: "change",
    period: later.period,
    since: earlier.period,
    value: points ? Number((later.value - earlier.value).toFixed(2)) : growthBetween(earlier, later),
    unit: points ? "percentage points" : "percent",
    status: earlier.status === "exact" && later.status === "exact" ? "exact" : "about",
    computed: true,
    role,
    source: sourceOf(knowledge, later, indicator),
  };
}

/** An event as a figure: its year, dated as finely as the source does. */
export function eventFigure(knowledge: Knowledge, event: KnownEvent, role: Role): AnswerFigure {
  return {
    indicator: event.id,
    measure: "date",
    period: event.date,
    since: null,
    value: Number.parseInt(event.date.slice(0, 4), 10),
    unit: "year",
    status: event.status,
    computed: false,
    role,
    source: sourceOfEvent(knowledge, event),
  };
}

/** True for units that are percentages already. */
export function isPercent(knowledge: Knowledge, unit: string): boolean {
  return knowledge.units[unit]?.kind === "percent";
}

/** The indicator's sentence with figure and period put in, capitalised, without a full stop. */
export function sentenceFor(knowledge: Knowledge, indicator: KnownIndicator, row: Stated, language: Language): string {
  const figure = formatFigure(row.value, knowledge.units[indicator.unit], row.status, language);
  return capital(
    indicator.sentence[language]
      .replace("{figure}", figure)
      .replace("{period}", periodPhrase(row.period, language))
      .replace("((", "(")
      .replace("))", ")"),
  );
}

/** The sentence for a growth that a source prints, capitalised, without a full stop. */
export function sentenceForGrowth(knowledge: Knowledge, indicator: KnownIndicator, change: Change, language: Language): string {
  const values = {
    name: nameOf(indicator, language),
    growth: growthWords(knowledge, change, language),
    span: spanWords(change.since, change.period, language),
  };
  return capital(say(language, "changedPrinted", values).replace(/\.$/, ""));
}

/** The event's sentence with its date put in. */
export function sentenceForEvent(event: KnownEvent, language: Language): string {
  return capital(event.sentence[language].replace("{date}", eventDate(event, language)));
}

const SEASONS = {
  nb: { spring: "våren", summer: "sommeren", autumn: "høsten", winter: "vinteren" },
  nn: { spring: "våren", summer: "sommaren", autumn: "hausten", winter: "vinteren" },
  en: { spring: "in the spring of", summer: "in the summer of", autumn: "in the autumn of", winter: "in the winter of" },
} as const;

function eventDate(event: KnownEvent, language: Language): string {
  if (event.season) return `${SEASONS[language][event.season]} ${event.date.slice(0, 4)}`;
  return periodPhrase(event.date, language);
}

/** "rundt 77,5 millioner innlogginger" for a row. */
export function countedFor(
  knowledge: Knowledge,
  indicator: KnownIndicator,
  row: Pick<Stated, "value" | "status">,
  language: Language,
): string {
  return formatCounted(row.value, knowledge.units[indicator.unit], row.status, language);
}

/** "rundt 77,5 millioner" for a row. */
export function figureFor(
  knowledge: Knowledge,
  indicator: KnownIndicator,
  row: Pick<Stated, "value" | "status">,
  language: Language,
): string {
  return formatFigure(row.value, knowledge.units[indicator.unit], row.status, language);
}

/** A printed or computed growth in words: "+44,2 %", "en dobling" as "2 ganger", "+13,1 % i året". */
export function growthWords(knowledge: Knowledge, figure: Pick<AnswerFigure, "value" | "unit" | "status">, language: Language): string {
  const { value, unit, status } = figure;
  if (unit === "percentage points") {
    const sign = value > 0 ? "+" : value < 0 ? "−" : "±";
    return sign + pointsWords(Math.abs(value), language);
  }
  const hedge = formatFigure(0, undefined, status, language).replace(/0$/, "");
  if (unit === "percent per year") return say(language, "perYear", { figure: hedge + formatGrowth(value, language) });
  if (isPercent(knowledge, unit)) return hedge + formatGrowth(value, language);
  return formatCounted(value, knowledge.units[unit], status, language);
}

/** "29 prosentpoeng". */
export function pointsWords(value: number, language: Language): string {
  const points = { nb: "prosentpoeng", nn: "prosentpoeng", en: value === 1 ? "percentage point" : "percentage points" }[language];
  return `${formatNumber(value, language)} ${points}`;
}

/** "fra 2020 til 2021". */
export function spanWords(since: string, period: string, language: Language): string {
  return say(language, "spanWords", { since: periodName(since, language), period: periodName(period, language) });
}

/** The name that is shown for something. */
export function nameOf(item: { names: { nb: string[]; nn: string[]; en: string[] } }, language: Language): string {
  return item.names[language][0] ?? "";
}

/** Where an indicator's figures hold: "hele Norge", or the place by its name. */
export function coverageOf({ covers }: KnownIndicator, language: Language): string {
  return covers.place === "Norway" ? { nb: "hele Norge", nn: "heile Noreg", en: "Norway as a whole" }[language] : covers.place;
}

/** First letter in capitals. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("nb") + text.slice(1);
}

/** "a, b og c". */
export function listed(parts: readonly string[], language: Language): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${say(language, "and")} ${parts.at(-1)}`;
}

/** The printed growth of an indicator for a later period, when a source prints one. */
export function printedChanges(indicator: KnownIndicator, period: string | undefined, since?: string): Change[] {
  return indicator.changes.filter(
    (change) =>
      !change.aside &&
      (period === undefined || yearOf(change.period) === yearOf(period)) &&
      (since === undefined || startYearOf(change.since) === startYearOf(since)),
  );
}

/** Notes that belong beside an answer about an indicator: the row's own first. */
export function notesFor(
  knowledge: Knowledge,
  about: { indicator: KnownIndicator; rows: readonly { period: string | null; note?: string | undefined }[]; kind: "level" | "change" },
  language: Language,
  most = 2,
): string[] {
  const { indicator, rows, kind } = about;
  const own = rows.flatMap((row) => row.note ?? []);
  const periods = new Set(rows.map((row) => row.period));
  const fits = [...knowledge.notes.values()].filter((note) => {
    if (note.shownWith === "asked") return false;
    if (note.shownWith !== "both" && note.shownWith !== kind) return false;
    if (!note.indicators.includes(indicator.id)) return false;
    return note.periods.length === 0 || note.periods.some((period) => [...periods].some((asked) => samePeriod(period, asked)));
  });
  const ordered = [...fits.filter((note) => own.includes(note.id)), ...fits.filter((note) => !own.includes(note.id))];
  return ordered.slice(0, most).map((note) => note.text[language]);
}

function samePeriod(noted: string, asked: string | null): boolean {
  return asked !== null && (noted === asked || (grainOf(noted) === "year" && endOf(asked).startsWith(noted)));
}

/** How a source reads in a sentence: document, section, figure. */
export function placeOf(knowledge: Knowledge, source: Source, language: Language): string {
  const document = knowledge.documents.get(source.document) ?? knowledge.report;
  return documentTitle(document) + placeWithin(source, language);
}

/** The part of a document that a source points at, led by a comma; empty for the whole document. */
export function placeWithin(source: Source, language: Language): string {
  const section = source.subsection ?? source.section;
  const heading =
    section === null
      ? ""
      : say(language, "sectionPart", {
          section: source.subsection && source.section ? `${source.section} – ${source.subsection}` : section,
        });
  const figure = source.figure === null ? "" : say(language, "figurePart", { figure: source.figure });
  return heading + figure;
}
