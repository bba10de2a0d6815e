/** The picture of an answer as a card may show it: by https, or as data in the playground. */
import type { Answer } from "../../answers/answer.ts";
import { altOf } from "../../charts/alt.ts";
import type { Brain } from "../brain.ts";
import { linkedAnswer, picturePath } from "../links.ts";
import type { Parts } from "./parts.ts";

export type Drawn = { url: string; alt: string };

/**
 * @returns undefined where there is nothing to draw, or no address at which Teams could fetch it: Teams shows
 *   pictures by https only, and data addresses reliably on no client but the playground
 */
export async function pictureFor(
  answer: Answer,
  brain: Brain,
  publicUrl: string | undefined,
  playground: boolean,
): Promise<Drawn | undefined> {
  const byHttps = publicUrl?.startsWith("https://") === true;
  if (!byHttps && !playground) return undefined;
  const linked = linkedAnswer(answer, brain);
  if (!linked?.picture) return undefined;
  const alt = altOf(linked.picture);
  if (byHttps) return { url: `${publicUrl}${picturePath(linked.canonical, brain.version)}`, alt };
  const { renderPng } = await import("../../charts/render.ts");
  return { url: `data:image/png;base64,${Buffer.from(await renderPng(linked.picture)).toString("base64")}`, alt };
}

/** The picture of an answer; a picture that breaks is left out, since the figure in words must arrive. */
export async function pictureOrNone(answer: Answer, { brain, publicUrl, teams, onFault }: Parts): Promise<Drawn | undefined> {
  try {
    return await pictureFor(answer, brain, publicUrl, teams.playground);
  } catch (error) {
    onFault(error, "teams picture");
    return undefined;
  }
}
