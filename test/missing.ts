/** The last line of `npm test`: which tests were skipped for want of a part of this machine, and how to get it. */
import { chromiumPath } from "./surfaces/web/chromium.ts";

if (chromiumPath() === undefined) {
  console.log("Skipped: the browser tests, for want of Chromium. Install it with `apt-get install chromium`, or name it in CHROMIUM_PATH.");
}
