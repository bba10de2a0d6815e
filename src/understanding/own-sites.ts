/** Addresses of sites in a question: "helsdata.no" is ours, a letter or two away; "1177.se" is another, and no number. */
import { editDistance } from "./spelling.ts";

/** Sites that figures are told of. */
export const SITES: readonly string[] = ["helsenorge", "helsedata"];
const ADDRESS = /(?<![\p{L}\d.-])(\p{L}{6,12})(?=\.no(?![\p{L}\d]))/giu;
const MOST_EDITS = 2;

/** "1177.se": another site, and no number. */
const NUMBERED = /(?<![\p{L}\d])(\d{2,})\.(se|dk|fi|no|com|org)(?![\p{L}\d])/giu;

/** The text with the misspelt addresses of our sites as they are spelt, and those of others as one word. */
export function withOwnSites(text: string): string {
  return text
    .replace(NUMBERED, "x$1$2")
    .replace(ADDRESS, (typed) => SITES.find((site) => editDistance(typed.toLowerCase(), site, MOST_EDITS) <= MOST_EDITS) ?? typed);
}
