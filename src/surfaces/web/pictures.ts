/** GET /pictures/<canonical question>.<data version>.png: drawn on demand from the catalogue, nothing else. */
import { parseCanonical } from "../../understanding/question.ts";
import { linkedAnswer, picturePath } from "../links.ts";
import { HttpError, type Sent } from "./http.ts";
import type { Site } from "./site.ts";

const ADDRESS = /^(.+)\.([0-9a-f]{12})\.png$/;

/**
 * Draws the picture of a question.
 * @param rest the path behind /pictures/
 * @throws HttpError 404 for what is no question of the catalogue or has no picture, 503 while too many are drawn
 */
export async function sendPicture(rest: string, site: Site): Promise<Sent> {
  const { brain, metrics } = site;
  const nothing = new HttpError(404, "There is no such picture.");
  const [, canonical = "", version] = ADDRESS.exec(rest) ?? [];
  const question = parseCanonical(canonical, (key) => brain.isSubject(key));
  if (!question) throw nothing;
  const linked = linkedAnswer(brain.answerQuestion(question), brain);
  if (!linked?.picture) throw nothing;
  if (version !== brain.version) {
    const location = picturePath(linked.canonical, brain.version);
    return { status: 302, type: "text/plain; charset=utf-8", body: location, headers: { location, "cache-control": "no-cache" } };
  }
  const { picturesWaiting, renderPng } = await import("../../charts/render.ts");
  if (picturesWaiting() >= site.picturesAtOnce) {
    metrics.picture("refused");
    throw new HttpError(503, "Too many pictures are being drawn; try again in a second.", { "retry-after": "1" });
  }
  const png = await renderPng(linked.picture);
  metrics.picture("sent");
  return { type: "image/png", body: png, headers: { "cache-control": "public, max-age=31536000, immutable" } };
}
