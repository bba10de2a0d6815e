/** Draws a Picture: one function for each kind. */
import type { Picture } from "../picture.ts";
import { comparisonBars, ranking } from "./bars.ts";
import type { Drawing } from "./drawing.ts";
import { course, panels, twoLines } from "./lines.ts";
import { share } from "./share.ts";

/** The picture as SVG, with the place of every observation in it. Pure: the same picture gives the same drawing. */
export function drawingOf(picture: Picture): Drawing {
  switch (picture.kind) {
    case "course":
    case "slope":
      return course(picture);
    case "comparison":
      if (picture.form === "bars") return comparisonBars(picture);
      return picture.form === "lines" ? twoLines(picture) : panels(picture);
    case "ranking":
      return ranking(picture);
    case "share":
      return share(picture);
  }
}
