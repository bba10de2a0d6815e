/** Writes SVG by hand: elements with escaped attributes and text. */
import { drawingOf } from "./draw/index.ts";
import type { Picture } from "./picture.ts";

/** The picture as an SVG document of 480 x 160 points. The same picture gives the same text. */
export function svgOf(picture: Picture): string {
  return drawingOf(picture).svg;
}
