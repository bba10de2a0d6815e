/** Slack's own writing of text, both ways (https://docs.slack.dev/messaging/formatting-message-text). */

/** Makes a text safe in a message: no mention, link or channel call can come of it. */
export function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** What a person wrote, without the marks of mentions, links and channels. */
export function plainText(text: string): string {
  return text
    .replace(/<@[^>]*>/g, " ")
    .replace(/<![^>]*>/g, " ")
    .replace(/<#[^>|]*\|?([^>]*)>/g, " $1 ")
    .replace(/<[^>|]*\|([^>]*)>/g, "$1")
    .replace(/<([^>]*)>/g, "$1")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/[ \t]+/g, " ")
    .trim();
}
