/** What a picture shows, in words, for those who do not see it. */
import { capital, listed } from "../answers/figures.ts";
import { periodName } from "../answers/numbers.ts";
import { say } from "../answers/say.ts";
import type { Language } from "../knowledge/languages.ts";
import { extremesOf } from "./extremes.ts";
import type { Line, Picture, Point, RankingPicture, SharePicture } from "./picture.ts";
import { missingYears } from "./time.ts";

/** The alternative text of a picture in its language: plain text of a few sentences, the main one first. */
export function altOf(picture: Picture): string {
  const { language } = picture;
  switch (picture.kind) {
    case "course":
    case "slope":
      return [courseWords(picture.line, language), ...remarks(picture.line, language)].join(" ");
    case "comparison":
      if (picture.form === "bars") return barsWords(picture.heading, picture);
      return picture.lines.flatMap((line) => [courseWords(line, language), ...askedWords(line, language)]).join(" ");
    case "ranking":
      return barsWords(picture.title, picture);
    case "share":
      return shareWords(picture);
  }
}

function timeWords({ period }: Point, language: Language): string {
  return period === null ? "" : periodName(period, language);
}

/** "77.5 million (2021)"; without a period only the figure. */
function itemWords(point: Point, language: Language): string {
  return point.period === null ? point.label : say(language, "altItem", { figure: point.label, period: timeWords(point, language) });
}

/** From where to where: between the asked points, else over the whole of what may be compared. Dots are listed. */
function courseWords(line: Line, language: Language): string {
  const name = capital(line.name);
  if (line.joins.includes("none")) return listWords(name, line.points, language);
  const part = mainPart(line);
  const [first, last] = endsOf(part);
  if (!first || !last || first === last) return listWords(name, part, language);
  const key = last.value > first.value ? "altRose" : last.value < first.value ? "altFell" : "altSame";
  return say(language, key, {
    name,
    first: first.label,
    since: timeWords(first, language),
    last: last.label,
    period: timeWords(last, language),
  });
}

function listWords(name: string, points: readonly Point[], language: Language): string {
  const items = points.map((point) => itemWords(point, language));
  return say(language, "altListed", { name, list: listed(items, language) });
}

/** The points without a break between them: the part that was asked about, else the latest. */
function mainPart(line: Line): Point[] {
  const parts: Point[][] = [[]];
  for (const [index, point] of line.points.entries()) {
    if (line.joins[index - 1] === "break") parts.push([]);
    parts.at(-1)?.push(point);
  }
  return parts.findLast((part) => part.some(({ asked }) => asked)) ?? parts.findLast((part) => part.length > 1) ?? parts.at(-1) ?? [];
}

/** The first and the last asked point where there are several, else the part's own ends. */
function endsOf(part: readonly Point[]): [Point | undefined, Point | undefined] {
  const asked = part.filter((point) => point.asked);
  const between = asked.length > 1 ? asked : part;
  return [between[0], between.at(-1)];
}

/** What else there is to see: the whole stretch, the asked point, the extremes, what is missing, breaks, revisions. */
function remarks(line: Line, language: Language): string[] {
  const said = line.joins.includes("none") ? [] : levelWords(line, language);
  const missing = missingYears(line.points.flatMap(({ period }) => period ?? []));
  if (missing.length > 0) said.push(say(language, "altGap", { list: listed(missing, language) }));
  const broken = line.points.filter((_, index) => line.joins[index - 1] === "break").map((point) => timeWords(point, language));
  if (broken.length > 0) said.push(say(language, "altBreak", { list: listed(broken, language) }));
  return [...said, ...line.revisions.map((point) => pointWords("altRevised", point, language))];
}

function levelWords(line: Line, language: Language): string[] {
  const told = endsOf(mainPart(line));
  const [first, last] = [line.points[0], line.points.at(-1)];
  const said: string[] = [];
  if (first && last && !(told.includes(first) && told.includes(last))) {
    const ends = { first: first.label, since: timeWords(first, language), last: last.label, period: timeWords(last, language) };
    said.push(say(language, "altShown", ends));
  }
  const { highest, lowest } = extremesOf(line.points);
  said.push(...askedWords(line, language, [highest, lowest]));
  if (highest && !told.includes(highest)) said.push(pointWords("altHighest", highest, language));
  if (lowest && !told.includes(lowest)) said.push(pointWords("altLowest", lowest, language));
  return said;
}

/** Asked points that neither the first sentence nor another one names. */
function askedWords(line: Line, language: Language, named: readonly (Point | undefined)[] = []): string[] {
  if (line.joins.includes("none")) return [];
  const told = [...endsOf(mainPart(line)), ...named];
  const asked = line.points.filter((point) => point.asked && !told.includes(point));
  return asked.map((point) => capital(pointWords("altAsked", point, language)));
}

function pointWords(key: "altAsked" | "altHighest" | "altLowest" | "altRevised", point: Point, language: Language): string {
  return say(language, key, { figure: point.label, period: timeWords(point, language) });
}

/** All bars in their order; below a heading their period once when they share it. */
function barsWords(heading: string | null, { language, bars }: Pick<RankingPicture, "language" | "bars">): string {
  const times = new Set(bars.map(({ point }) => timeWords(point, language)));
  const [time = ""] = times;
  const shared = heading !== null && times.size === 1 && time !== "";
  const items = bars.map(({ name, point }) => say(language, "altBar", { name, figure: shared ? point.label : itemWords(point, language) }));
  const list = items.join("; ");
  if (heading === null) return `${list}.`;
  return say(language, "altBars", { name: shared ? say(language, "altNamed", { name: heading, period: time }) : heading, list });
}

function shareWords({ language, title, part, whole, share }: SharePicture): string {
  if (!whole) return listWords(title, [part], language);
  const period = timeWords(part, language);
  const oneTime = period !== "" && period === timeWords(whole.point, language);
  return say(language, "altPart", {
    name: oneTime ? say(language, "altNamed", { name: title, period }) : title,
    share: share.label,
    partFigure: oneTime ? part.label : itemWords(part, language),
    wholeFigure: oneTime ? whole.point.label : itemWords(whole.point, language),
    whole: whole.name,
  });
}
