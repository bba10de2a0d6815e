/** The picture of a share: a bar that stands for the whole, filled as far as the part reaches. */
import { scaleLinear } from "d3-scale";
import { capital } from "../../answers/figures.ts";
import { say } from "../../answers/say.ts";
import { widthOf } from "../glyphs.ts";
import type { SharePicture } from "../picture.ts";
import { COLOURS, HEIGHT, PADDING, SIZES, WIDTH } from "../style.ts";
import type { Drawing, Mark } from "./drawing.ts";
import { documentOf, element, rounded, textAt, wrapped } from "./elements.ts";
import { headerOf } from "./header.ts";

const LEFT = PADDING;
const RIGHT = WIDTH - PADDING;
const THICKNESS = 18;
/** The share's own size, and the part of it that its digits rise above the baseline. */
const LARGE = 26;
const RISE = 0.78;
const LEADING = 13.5;

/** The share in large, and the filled bar under it with what its ends stand for. */
export function share(picture: SharePicture): Drawing {
  const { language, part, whole } = picture;
  const unit = part.when === "" ? capital(picture.unit) : `${capital(picture.unit)} · ${part.when}`;
  const header = headerOf(picture.title, unit, { language });
  const partText = whole ? part.label : "0";
  const hundred = language === "en" ? "100%" : "100 %";
  const room = RIGHT - LEFT - widthOf(partText, SIZES.small) - 16;
  const wholeText = wrapped(whole ? `${whole.point.label}: ${whole.name}` : hundred, room, SIZES.small);
  const y = HEIGHT - 32 - THICKNESS - (wholeText.length - 1) * LEADING;
  const greatest = whole ? whole.point.value : 100;
  const end = rounded(scaleLinear([0, greatest], [LEFT, RIGHT])(part.value));
  const bar = { x: LEFT, y, height: THICKNESS, rx: 4 };
  const baseline = y - 8;
  const large = Math.min(LARGE, (baseline - header.bottom) / RISE);
  const svg = [
    textAt(picture.share.label, LEFT, baseline, { size: large, weight: 600 }),
    element("rect", { ...bar, width: RIGHT - LEFT, fill: COLOURS.track }),
    element("rect", { class: "bar", ...bar, width: end - LEFT, fill: COLOURS.first }),
  ];
  if (picture.share.computed) {
    const x = LEFT + widthOf(picture.share.label, large, 600) + 10;
    svg.push(textAt(`(${say(language, "pictureComputed")})`, x, baseline, { size: SIZES.label, colour: COLOURS.muted }));
  }
  const under = y + THICKNESS + 15;
  const small = { size: SIZES.small, colour: COLOURS.muted };
  svg.push(textAt(partText, LEFT, under, small));
  svg.push(...wholeText.map((text, line) => textAt(text, RIGHT, under + line * LEADING, { ...small, anchor: "end" })));
  const marks: Mark[] = [{ point: part, shape: "bar", x: end, y: rounded(y + THICKNESS / 2) }];
  if (whole) marks.push({ point: whole.point, shape: "bar", x: RIGHT, y: rounded(y + THICKNESS / 2) });
  return {
    svg: documentOf([...header.svg, ...svg]),
    plots: [{ time: null, value: { domain: [0, greatest], range: [LEFT, RIGHT] }, marks }],
  };
}
