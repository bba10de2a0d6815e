/** Pictures of bars: the members of a ranking or of a comparison below each other, on one scale from zero. */
import { scaleLinear } from "d3-scale";
import { capital } from "../../answers/figures.ts";
import { widthOf } from "../glyphs.ts";
import type { Bars, ComparisonPicture, Point, RankingPicture } from "../picture.ts";
import { COLOURS, HEIGHT, PADDING, SIZES, WIDTH } from "../style.ts";
import type { Drawing, Mark } from "./drawing.ts";
import { documentOf, element, fittingSize, rounded, textAt, wrapped } from "./elements.ts";
import { headerOf } from "./header.ts";

const LEFT = PADDING;
const RIGHT = WIDTH - PADDING;
const BOTTOM = HEIGHT - 12;
const TALLEST_ROW = 48;
/** High enough for a name in two lines above its bar. */
const TWO_LINE_ROW = 39;
const NAME_LEADING = 15;

/** The members of a family in the answer's order, the first one strongest. */
export function ranking(picture: RankingPicture): Drawing {
  return barsOf(picture.title, picture, true);
}

/** Two or more indicators that have no course to compare. */
export function comparisonBars(picture: Extract<ComparisonPicture, { form: "bars" }>): Drawing {
  return barsOf(picture.heading, picture, false);
}

function barsOf(heading: string | null, { language, unit, full, bars }: Bars & Pick<RankingPicture, "language">, ranked: boolean): Drawing {
  const times = new Set(bars.map(({ point }) => point.when));
  const [shared = ""] = times;
  const oneTime = times.size === 1 && shared !== "";
  const units = oneTime ? `${capital(unit)} · ${shared}` : capital(unit);
  const header = heading === null ? headerOf(units, "", { language }) : headerOf(heading, units, { language });
  const top = header.bottom + 2;
  const row = Math.min(TALLEST_ROW, (BOTTOM - top) / bars.length);
  const thickness = Math.min(12, row - 18);
  const x = scaleLinear([0, full], [LEFT, RIGHT]);
  const greatest = Math.max(...bars.map(({ point }) => point.value));
  const svg: string[] = [];
  const marks = bars.map(({ name, point }, index): Mark => {
    const baseline = top + index * row + 12;
    const label = oneTime || point.period === null ? point.label : `${point.label} (${inBrackets(point)})`;
    const weight = ranked && index > 0 ? 400 : 600;
    const room = RIGHT - LEFT - widthOf(label, SIZES.label, 600) - 16;
    const lines = row >= TWO_LINE_ROW ? 2 : 1;
    const size = lines === 2 ? SIZES.label : fittingSize([name], room, [SIZES.label, SIZES.small]);
    const names = wrapped(name, room, size, 400, lines);
    svg.push(...names.map((text, line) => textAt(text, LEFT, baseline + line * NAME_LEADING, { size })));
    const y = baseline + (names.length - 1) * NAME_LEADING + 5;
    svg.push(textAt(label, RIGHT, y - 5, { size: SIZES.label, weight, anchor: "end" }));
    const end = rounded(x(point.value));
    const shape = { x: LEFT, y, height: thickness, rx: Math.min(2, thickness / 2) };
    if (full > greatest) svg.push(element("rect", { ...shape, width: RIGHT - LEFT, fill: COLOURS.track }));
    svg.push(element("rect", { class: "bar", ...shape, width: end - LEFT, fill: ranked && index > 0 ? COLOURS.pale : COLOURS.first }));
    return { point, shape: "bar", x: end, y: rounded(y + thickness / 2) };
  });
  return {
    svg: documentOf([...header.svg, ...svg]),
    plots: [{ time: null, value: { domain: [0, full], range: [LEFT, RIGHT] }, marks }],
  };
}

/** The end of a year is named by its year alone: bars have little room beside their names. */
function inBrackets({ period, when }: Point): string {
  return period?.endsWith("-12-31") ? period.slice(0, 4) : when;
}
