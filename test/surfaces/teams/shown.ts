/** The words that a message in Teams shows, whichever form it has. */

type Content = { body: { inlines?: { text: string }[] }[] };

/** @param message as the connector takes it; @returns its lines without marks of Markdown, citations, buttons and links */
export function wordsIn(message: Record<string, unknown>): string[] {
  const [attachment] = (message.attachments ?? []) as { content: Content }[];
  if (attachment) return attachment.content.body.flatMap(({ inlines }) => (inlines ?? []).map(({ text }) => text));
  return String(message.text)
    .split("\n\n")
    .map((line) =>
      line
        .replace(/^\*\*|\*\*$/g, "")
        .replace(/( \[\d\])+$/, "")
        .replace(/\\([\\`*_[\]~|#+-])/g, "$1")
        .replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&amp;/g, "&"),
    );
}
