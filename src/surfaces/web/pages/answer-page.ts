/** GET /answers/<canonical question>: a page for one answer, which unfurls with its picture wherever its link is pasted. */
import { altOf } from "../../../charts/alt.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { writeContext } from "../../../understanding/context.ts";
import { canonicalOf, type Question } from "../../../understanding/question.ts";
import { answerPath, linkedAnswer, picturePath } from "../../links.ts";
import type { Site } from "../site.ts";
import { answerCard, chips } from "./answer-card.ts";
import { html } from "./html.ts";
import { layout } from "./layout.ts";
import { WORDS } from "./words.ts";

/** @returns undefined when the question has no answer */
export function answerPage(question: Question, site: Site): string | undefined {
  const { brain, config } = site;
  const linked = linkedAnswer(brain.answerQuestion(question), brain);
  if (!linked) return undefined;
  const { answer, picture, canonical } = linked;
  const { language } = answer;
  const words = WORDS[language];
  const base = config.publicUrl ?? "";
  const [headline = ""] = answer.headline.split("\n");
  return layout(
    {
      language,
      title: `${headline} – Helsetall`,
      description: [answer.headline, ...answer.details].join(" ").slice(0, 300).toWellFormed(),
      canonical: config.publicUrl && `${base}${answerPath(canonical)}`,
      image: picture ? { url: `${base}${picturePath(canonical, brain.version)}`, alt: altOf(picture) } : undefined,
      inLanguage: (other) => answerPath(canonicalOf({ ...answer.question, language: other })),
      script: true,
    },
    html`<h1 class="hidden">${headline}</h1>
${answerCard(answer, site, { alone: true })}
${chips(answer.suggestions, writeContext({ questions: [answer.question], language }), language, words.tryAsking)}
<p><a href="/?lang=${language}">${words.ask}</a></p>`,
  );
}

/** Whether a path names a language that there is; anything else is another address. */
export function isLanguage(text: string | null): text is (typeof LANGUAGES)[number] {
  return LANGUAGES.some((language) => language === text);
}
