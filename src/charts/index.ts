/** The pictures: an answer's Picture, its words, its SVG and its PNG. */
export { altOf } from "./alt.ts";
export { pictureOf, pictureOfIndicator } from "./choose.ts";
export type { Picture } from "./picture.ts";
export { picturesWaiting, prepareDrawing, renderPng } from "./render.ts";
export { HEIGHT, WIDTH } from "./style.ts";
export { svgOf } from "./svg.ts";
