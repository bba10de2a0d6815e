/** Plain words as Markdown that shows exactly them. */

/** Escapes what Teams would read as Markdown or HTML. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]~|#]/g, "\\$&")
    .replace(/^(\s*)([+-])(?=\s)/gm, "$1\\$2");
}

/** A link; the address comes from the catalogue, but must not end the link early. */
export function linkTo(words: string, url: string): string {
  return `[${escapeMarkdown(words)}](${url.replace(/[()\s<>]/g, (sign) => encodeURIComponent(sign).replace("(", "%28").replace(")", "%29"))})`;
}
