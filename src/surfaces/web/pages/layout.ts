/** The frame of every page: head, navigation, language choice, foot. */
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { assetPath } from "../assets.ts";
import { type Html, html } from "./html.ts";
import { PRIVACY_WORDS } from "./privacy-words.ts";
import { LANGUAGE_NAMES, WORDS } from "./words.ts";

export type Frame = {
  language: Language;
  title: string;
  /** The same page in another language. */
  inLanguage(language: Language): string;
  /** What is said about the page where it is linked. */
  description?: string;
  canonical?: string | undefined;
  image?: { url: string; alt: string } | undefined;
  /** Loads the chat's script. */
  script?: boolean;
  here?: "chat" | "browse";
};

/** A whole page. */
export function layout(frame: Frame, content: Html): string {
  const { language, title, description, canonical, image } = frame;
  const words = WORDS[language];
  const link = (href: string, text: string, current: boolean) =>
    html`<a href="${href}"${current ? html` aria-current="page"` : ""}>${text}</a>`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${description && html`<meta name="description" content="${description}"><meta property="og:description" content="${description}">`}
<meta property="og:title" content="${title}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="Helsetall">
${canonical && html`<link rel="canonical" href="${canonical}"><meta property="og:url" content="${canonical}">`}
${
  image &&
  html`<meta property="og:image" content="${image.url}"><meta property="og:image:alt" content="${image.alt}"><meta property="og:image:width" content="960"><meta property="og:image:height" content="320"><meta name="twitter:card" content="summary_large_image">`
}
<link rel="icon" href="${assetPath("icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath("style.css")}">
${frame.script && html`<script type="module" src="${assetPath("chat.js")}"></script>`}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="top">
<a class="brand" href="/?lang=${language}"><span class="mark" aria-hidden="true"></span>Helsetall</a>
<nav aria-label="${words.pages}">${link(`/?lang=${language}`, words.chat, frame.here === "chat")}${link(`/browse?lang=${language}`, words.browse, frame.here === "browse")}</nav>
<nav class="languages" aria-label="${words.languages}">${LANGUAGES.map(
    (other) =>
      html`<a href="${frame.inLanguage(other)}" lang="${other}" hreflang="${other}"${other === language ? html` aria-current="true"` : ""}>${LANGUAGE_NAMES[other]}</a>`,
  )}</nav>
</header>
<main id="content" tabindex="-1">
${content}
</main>
<footer><p>${words.origin} ${words.noModel}</p>
<p><a href="/privacy?lang=${language}">${PRIVACY_WORDS[language].privacy}</a> · <a href="/terms?lang=${language}">${PRIVACY_WORDS[language].terms}</a></p></footer>
</body>
</html>
`.text;
}
