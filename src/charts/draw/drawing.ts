/** What drawing a picture gives: the SVG, and where each observation stands in it. */
import type { Point } from "../picture.ts";

/** A linear scale: what lies between `domain` is drawn between `range`, in points of the picture. */
export type Scale = { domain: readonly [number, number]; range: readonly [number, number] };

/** An observation as it was drawn. `dot` and `ring` stand at x, y; a `bar` reaches from the scale's zero to x. */
export type Mark = { point: Point; shape: "dot" | "ring" | "bar"; x: number; y: number };

/** One pair of scales and all that is drawn by them. Bars have no time; their values run along x, others' along y. */
export type Plot = { time: Scale | null; value: Scale; marks: readonly Mark[] };

export type Drawing = { svg: string; plots: readonly Plot[] };
