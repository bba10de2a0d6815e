/** The Picture: what is to be drawn for an answer, as plain values. Every number in it is an observation with its source. */
import type { Language } from "../knowledge/languages.ts";
import type { Status } from "../knowledge/schema.ts";
import type { Source } from "../knowledge/sources.ts";

/** One observation as it is drawn. */
export type Point = {
  indicator: string;
  /** null where the source gives none. */
  period: string | null;
  /** In full units: 77500000. */
  value: number;
  status: Status;
  source: Source;
  /** The value in words: "rundt 77,5 millioner", "97 %". */
  label: string;
  /** The period in few words: "2021", "4. kv. 2021"; empty where the source gives none. */
  when: string;
  /** True for what the question asked about. */
  asked: boolean;
};

/**
 * What stands between a point and the next one: a line between neighbouring periods; a gap where
 * periods have no figure; a break, where the two may not be compared; none, where no line may be drawn.
 */
export type Join = "line" | "gap" | "break" | "none";

/** The observations of one indicator in order of time. */
export type Line = {
  name: string;
  /** The unit in words: "innlogginger", "prosent", "kroner". */
  unit: string;
  points: readonly Point[];
  /** One fewer than there are points. */
  joins: readonly Join[];
  /** Later corrections of points; no line joins them. */
  revisions: readonly Point[];
};

/** One bar: its length is the point's value, measured from zero. */
export type Bar = { name: string; point: Point };
/** Bars on one scale; `full` is what the longest possible bar stands for: 100 for percentages, else the greatest value. */
export type Bars = { unit: string; full: number; bars: readonly Bar[] };

/** `title` is what the picture is about, in a few words. */
type Base = { language: Language; title: string };

/** The course of one indicator over three or more periods. */
export type CoursePicture = Base & { kind: "course"; line: Line };
/** Two comparable observations of one indicator. */
export type SlopePicture = Base & { kind: "slope"; line: Line };
/** Two indicators: on one scale, or each on its own where their units differ; or as bars where they have no course. */
export type ComparisonPicture = Base & { kind: "comparison" } & (
    | { form: "lines" | "panels"; lines: readonly Line[] }
    /** `heading` names the family; null where the names of the bars say all. */
    | ({ form: "bars"; heading: string | null } & Bars)
  );
/** Members of a family in the order of the answer. */
export type RankingPicture = Base & Bars & { kind: "ranking" };
/** A part of a whole. Without a whole the part is a percentage of 100. */
export type SharePicture = Base & {
  kind: "share";
  unit: string;
  part: Point;
  whole: Bar | null;
  /** The share in words; computed where the part is divided by the whole. */
  share: { label: string; computed: boolean };
};

export type Picture = CoursePicture | SlopePicture | ComparisonPicture | RankingPicture | SharePicture;
