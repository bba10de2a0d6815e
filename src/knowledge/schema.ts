/**
 * The shape of everything under data/, as zod schemas. They are the one definition: the types
 * below, the checks at start and the JSON Schema for editors all come from here.
 */
import { z } from "zod";
import { LANGUAGES } from "./languages.ts";
import { PERIOD_PATTERN } from "./period.ts";

const text = z.string().trim().min(1, "must not be empty");
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
const documentId = z.string().regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, "must be words joined by hyphens");
const period = z.string().regex(PERIOD_PATTERN, 'must be a quoted period such as "2021", "2021-Q4", "2021-12-31"');
const figure = z.string('must be a quoted figure number such as "4.10"').regex(/^\d+\.\d+$/, 'must be a figure number such as "4.10"');
const url = z.url({ protocol: /^https?$/, error: "must be an http or https address" });
const words = z.array(text).min(1, "needs at least one");

/** One text in each of the three languages. */
export const localText = z.strictObject({ nb: text, nn: text, en: text });
/** Names in each language; the first is shown, the others are understood. */
export const localNames = z.strictObject({ nb: words, nn: words, en: words });

const sentence = localText.refine(
  (value) => LANGUAGES.every((language) => value[language].includes("{figure}") && value[language].includes("{period}")),
  "needs the places {figure} and {period} in all three languages",
);

export const STATUSES = ["exact", "about", "over", "almost", "estimate"] as const;
const status = z.enum(STATUSES);
export const MEASURES = ["level", "share", "rate", "change", "multiple", "rank", "count", "date"] as const;

const link = z.strictObject({ url, title: text, publisher: text });

const documentFigure = z.strictObject({
  title: text.describe("the caption as printed"),
  subsection: text.optional(),
  publisher: text.nullable().default(null).describe("the source line under the figure"),
  values: z.enum(["table", "text", "none"]).describe("where its values can be read: none = only in the picture"),
});

const documentSection = z.strictObject({
  title: text.describe("heading as in the table of contents, without number"),
  chapter: text,
  names: localNames.describe("how people name the section; the first of each language is shown"),
  url,
  subsections: z.array(text).default([]),
  outlook: localText.optional().describe("what the report expects of the future, in our own words"),
  figures: z.record(z.string().regex(/^\d+\.\d+$/), documentFigure).default({}),
  links: z.array(link).default([]),
});

/** One file in data/documents: a publication. */
export const documentFile = z.strictObject({
  id: documentId,
  title: text,
  publisher: text,
  kind: z.enum(["official", "press"]),
  default: z.boolean().default(false).describe("the report that speaks where it has the period"),
  published: z.string().nullable().default(null),
  figuresTo: z
    .string()
    .regex(/^\d{4}$/)
    .describe("the last year it has figures for; decides which document is later"),
  url,
  names: localNames.optional(),
  sections: z.array(documentSection).default([]),
  links: z.array(link).default([]),
});

const observation = z.strictObject({
  period: period.nullable().describe("null where the source gives none"),
  value: z.number().describe("in full units: 77500000, not 77.5"),
  status,
  document: documentId,
  section: text.optional(),
  subsection: text.optional(),
  figure: figure.optional(),
  publisher: text.nullable().optional().describe("of this number; null: the source names none"),
  written: text
    .refine((value) => value.split(/\s+/).filter((word) => !/^\d{3}$/.test(word)).length <= 6, "at most six words")
    .describe("the number's own words in the source"),
  scale: z.enum(["thousand", "million", "billion"]).optional().describe("what the source's table counts in"),
  aside: z.enum(["rounded", "caption", "conflict"]).optional().describe("kept and citable, never the first answer"),
  revises: documentId.optional().describe("the document whose value this one corrects later"),
  breakBefore: z.boolean().optional().describe("may not be joined with or subtracted from earlier ones"),
  note: id.optional(),
});

const change = z.strictObject({
  period,
  since: period,
  value: z.number(),
  unit: text,
  status,
  document: documentId,
  section: text.optional(),
  subsection: text.optional(),
  figure: figure.optional(),
  publisher: text.nullable().optional(),
  written: text,
  aside: z.enum(["rounded", "caption", "conflict"]).optional(),
  note: id.optional(),
});

const indicator = z.strictObject({
  id,
  names: localNames,
  sentence: sentence.describe("the answer's first line; {figure} is the number with its unit sign, {period} the time"),
  definition: localText.describe("what is counted, in our own words"),
  unit: text,
  measure: z.enum(MEASURES),
  over: z.enum(["year", "half", "quarter", "month", "week", "date", "once"]),
  covers: z.strictObject({ place: text, whom: text }),
  relation: z.enum(["report", "near", "context"]).default("report"),
  differs: localText.optional().describe("one clause: what a near or context indicator counts differently"),
  parent: id.optional().describe("the indicator of which this is the month, quarter or half-year"),
  allOf: z.array(text).optional().describe("concepts of synonyms.yaml that it counts together; a question about one of them asks for less"),
  partOf: id.optional().describe("the whole, where the source says that this is a part of it"),
  section: text.optional(),
  subsection: text.optional(),
  chart: z.enum(["line", "dots", "none"]).default("none"),
  why: localText.optional().describe("the reason that the report gives for the development"),
  whySection: text.optional(),
  otherYears: text.optional().describe("id of a measure of nearly the same that answers for years of which this one has no figure"),
  inNumbers: text.optional().describe("for a share: id of the indicator that counts the same in numbers"),
  observations: z.array(observation).default([]),
  changes: z.array(change).default([]),
});

const family = z.strictObject({
  id,
  names: localNames,
  members: z.record(text, id).refine((members) => Object.keys(members).length >= 2, "needs at least two members"),
  total: id.nullable().default(null).describe("an indicator, only where the source says these are its parts"),
  whole: z.boolean().default(false).describe("true where the parts are stated to make up the whole"),
});

const event = z.strictObject({
  id,
  names: localNames,
  sentence: localText
    .refine((value) => LANGUAGES.every((language) => value[language].includes("{date}")), "needs the place {date}")
    .describe("the answer's first line; {date} is the time with its preposition"),
  date: period,
  status: status.default("exact"),
  season: z.enum(["spring", "summer", "autumn", "winter"]).optional(),
  document: documentId,
  section: text.nullable(),
  subsection: text.optional(),
  figure: figure.optional(),
  publisher: text.nullable().default(null),
  written: text,
  note: id.optional(),
});

/** One file in data/indicators: a topic. */
export const indicatorFile = z.strictObject({
  section: text,
  indicators: z.array(indicator).default([]),
  families: z.array(family).default([]),
  events: z.array(event).default([]),
});

/** One file in data/trends: a trend of chapter 2 or 3. */
export const trendFile = z.strictObject({
  id,
  section: text,
  names: localNames,
  summary: localText,
  implies: z.strictObject({ nb: words, nn: words, en: words }),
  impliesFrom: z.enum(["list", "text"]).describe("list: the report's own list; text: drawn from the running text"),
  indicators: z.array(id).default([]),
  events: z.array(id).default([]),
  parts: z
    .array(
      z.strictObject({
        id,
        subsection: text,
        names: localNames,
        summary: localText,
        indicators: z.array(id).default([]),
        events: z.array(id).default([]),
      }),
    )
    .default([]),
});

/** One file in data/statements: what a section of the report says in words. */
export const statementFile = z.strictObject({
  section: text.nullable().describe("null: the whole report"),
  statements: z.array(
    z.strictObject({
      id,
      subsection: text.optional(),
      kind: z
        .enum(["reason", "finding", "state", "plan", "about"])
        .describe("reason: why something is so; state: how far something has come; plan: what is to come; about: what something is"),
      text: localText.describe("what the report says, in our own words, at most two sentences"),
      words: localNames.describe("words by which people ask for it, beside those of the text"),
    }),
  ),
});

/** data/glossary.yaml: the terms that the report explains or only uses. */
export const glossaryFile = z.strictObject({
  terms: z.array(
    z.strictObject({
      id,
      names: localNames,
      definition: localText.optional().describe("left out where the report uses the term without explaining it"),
      section: text.nullable(),
      subsection: text.optional(),
      figure: figure.optional(),
      indicators: z.array(id).default([]),
    }),
  ),
});

/** data/notes.yaml: where sources contradict themselves or each other. */
export const notesFile = z.strictObject({
  notes: z.array(
    z.strictObject({
      id,
      kind: z.enum(["contradiction", "unit", "scope", "ambiguity", "revision", "method"]),
      text: localText,
      indicators: z.array(id).default([]),
      events: z.array(id).default([]),
      periods: z.array(period).default([]).describe("only with answers about these; empty: any"),
      shownWith: z.enum(["level", "change", "both", "asked"]).default("both").describe("asked: only when asked about it"),
    }),
  ),
});

const unitWords = z.strictObject({ one: text, other: text });
/** data/units.yaml: unit codes and their words. */
export const unitsFile = z.strictObject({
  units: z.record(
    text,
    z.strictObject({
      nb: unitWords,
      nn: unitWords,
      en: unitWords,
      kind: z.enum(["count", "percent", "money", "times", "year", "rank"]),
    }),
  ),
});

const wordLists = z.strictObject({ nb: z.array(text), nn: z.array(text), en: z.array(text) });
/** data/language/synonyms.yaml: one concept a line, the words and phrases that mean it. */
export const synonymsFile = z.strictObject({
  generic: z.array(id).default([]).describe("concepts that narrow nothing by themselves: use, service, send"),
  concepts: z.record(id, wordLists),
});
/** data/language/filler.yaml, ordinary.yaml: words by language. */
export const wordListFile = z.strictObject({ words: wordLists });
/** data/language/everyday.yaml: words by class and language. */
export const everydayFile = z.strictObject({
  classes: z.record(
    id,
    wordLists.extend({ countable: z.boolean().describe("things and people: where they are counted, they are what is asked for") }),
  ),
});
/** data/language/scope.yaml: words that narrow a question down to a place, a group, a disease, an institution. */
export const scopeFile = z.strictObject({
  places: z.array(text),
  groups: z.array(text),
  diseases: z.array(text),
  institutions: z.array(text),
});

export type LocalText = z.output<typeof localText>;
export type LocalNames = z.output<typeof localNames>;
export type Status = z.output<typeof status>;
export type Measure = (typeof MEASURES)[number];
export type DocumentFile = z.output<typeof documentFile>;
export type DocumentSection = z.output<typeof documentSection>;
export type IndicatorFile = z.output<typeof indicatorFile>;
export type Indicator = z.output<typeof indicator>;
export type Observation = z.output<typeof observation>;
export type Change = z.output<typeof change>;
export type Family = z.output<typeof family>;
export type Event = z.output<typeof event>;
export type Trend = z.output<typeof trendFile>;
export type Statement = z.output<typeof statementFile>["statements"][number] & { section: string | null };
export type Term = z.output<typeof glossaryFile>["terms"][number];
export type Note = z.output<typeof notesFile>["notes"][number];
export type Unit = z.output<typeof unitsFile>["units"][string];
