/** "helsdata.no": the address of a site that the figures tell of, a letter or two away. */
import { editDistance } from "./spelling.ts";

const SITES = ["helsenorge", "helsedata"];
const ADDRESS = /(?<![\p{L}\d.-])(\p{L}{6,12})(?=\.no(?![\p{L}\d]))/giu;
const MOST_EDITS = 2;

/** The text with the misspelt addresses of our sites as they are spelt. */
export function withOwnSites(text: string): string {
  return text.replace(ADDRESS, (typed) => SITES.find((site) => editDistance(typed.toLowerCase(), site, MOST_EDITS) <= MOST_EDITS) ?? typed);
}
