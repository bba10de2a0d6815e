/** Sizes in points and colours of the pictures. */

/** A picture's size in points; it is drawn with two pixels a point. */
export const WIDTH = 480;
export const HEIGHT = 160;
export const PIXELS_PER_POINT = 2;

/** Between the card's edge and what stands on it. */
export const PADDING = 16;

/** The card is light on light and on dark backgrounds, so that one picture suits every surface. */
export const COLOURS = {
  card: "#fbfcfd",
  edge: "#d5dae1",
  ink: "#1b2026",
  muted: "#59636e",
  faint: "#c3cad3",
  /** Okabe and Ito's blue and vermilion: told apart by the colour-blind, and 3:1 or more against the card. */
  first: "#0072b2",
  second: "#d55e00",
  /** The second colour for text, dark enough for 4.5:1. */
  secondText: "#ad4c00",
  /** The first colour's tint: the lesser bars of a ranking, and what a percentage leaves of its bar. */
  pale: "#8dbfdd",
  track: "#e4e9ee",
} as const;

export const SIZES = { title: 14, key: 13, label: 12.5, small: 11.5 } as const;
