/** "Link to the report?" – the whole report or one of its chapters. */

import { eventFigure } from "../src/answers/figures.ts";
import { periodName } from "../src/answers/numbers.ts";
import { say } from "../src/answers/say.ts";
import { sourceOfSection } from "../src/knowledge/sources.ts";
import { aimAt } from "../src/understanding/aim.ts";
import type { Context } from "../src/understanding/context.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { asksWho, type Intent, said } from "./intent.ts";

export const report: Intent = {
  name: "report",
  cues: {
    link: {
      nb: [
        "finner jeg selve rapporten",
        "hvor finner jeg selve rapporten",
        "lenke til",
        "link til",
        "originalpublikasjonen",
        "selve publikasjonen",
        "rapportens adresse",
        "adressen til",
        "adresse",
        "lenke",
        "lenken",
        "lenka",
        "link",
        "linken",
        "url",
        "nettadresse",
        "adressen til",
        "pdf",
        "last ned rapporten",
        "laste ned rapporten",

        "hele rapporten",
        "åpne rapporten",
        "finner jeg rapporten",
        "finne rapporten",
        "lese rapporten",
        "lese mer",
        "les mer",
        "se rapporten",
        "gi meg rapporten",
        "send rapporten",
        "send meg rapporten",
        "rapporten takk",
        "vise rapporten",
        "vis rapporten",
        "vis meg rapporten",
        "kapittelet om",
        "kapitlet om",
        "hvor finner jeg",
        "hvor kan jeg lese",
        "hvor kan vi lese",
        "hvor kan en lese",
        "åpne kapittelet",
        "full rapport",
        "fullstendig rapport",
      ],
      nn: [
        "finn eg sjølve rapporten",
        "kvar finn eg rapporten",
        "finn eg rapporten",
        "lenkje til",
        "lenke til",
        "sjølve publikasjonen",
        "lenke",
        "lenkja",
        "lenkje",
        "link",
        "nettadresse",
        "adressa til",
        "pdf",
        "last ned rapporten",
        "laste ned rapporten",
        "heile rapporten",
        "opne rapporten",
        "finn eg rapporten",
        "finne rapporten",
        "lese rapporten",
        "lese meir",
        "les meir",
        "sjå rapporten",
        "send rapporten",
        "vis rapporten",
        "kapittelet om",
        "kor finn eg",
        "full rapport",
      ],
      en: [
        "where can i read",
        "read the full",
        "the full report",
        "where can i find the report",
        "where do i find the report",
        "find the report itself",
        "link to",
        "original publication",
        "download the whole",
        "download the full",
        "download the entire",
        "where can i download",
        "get hold of the report",
        "link",
        "links",
        "url",
        "web address",
        "pdf",
        "download the report",
        "download it",
        "full report",
        "whole report",
        "entire report",
        "open the report",
        "find the report",
        "read the report",
        "read more",
        "see the report",
        "send me the report",
        "give me the report",
        "show me the report",
        "the chapter on",
        "chapter about",
        "where can i find",
        "where do i find",
        "complete report",
      ],
    },
  },

  match(reading, context, tools) {
    if (asksWhoPublishedIt(reading, context))
      return { periods: [], language: reading.language, intent: "report", subjects: [], shade: "published" };
    if (asksPublication(reading)) {
      const base = { periods: [], language: reading.language };
      if (asksWho(reading)) return { ...base, intent: "report", subjects: [], shade: "published" };
      if (said(reading, "when")) return { ...base, intent: "value", subjects: [PUBLICATION] };
    }
    if (!said(reading, "link") || said(reading, "quantity", "share", "change", "up", "down", "define")) return undefined;
    const aim = aimAt(tools.reader, reading, context, { kinds: ["section", "trend", "document"], prefer: ["section"] });
    const base = { intent: "report" as const, periods: [], language: reading.language };
    if (aim.kind === "sure") return { ...base, subjects: aim.subject.kind === "document" ? [] : [aim.subject.key] };
    // "sorry to trouble you, but where can I read the report": what nobody knows is no chapter of it.
    // "… I cannot find it": what is not done says nothing of it either.
    const isUnknown = reading.items.every(
      ({ soft, concepts }) => soft || concepts.length === 0 || concepts.includes("report") || concepts.includes("negation"),
    );
    if (aim.kind === "nothing" || (aim.kind === "missing" && isUnknown)) return { ...base, subjects: [] };
    const about = aimAt(tools.reader, reading, context, {});
    if (about.kind === "sure" && about.subject.section) return { ...base, subjects: [about.subject.key] };
    if (about.kind === "choice" && about.candidates[0]) return { ...base, subjects: [about.candidates[0].subject.key] };
    return undefined;
  },

  answer(question, { knowledge, reader }) {
    const { language } = question;
    const subject = reader.subject(question.subjects[0] ?? "");
    const { report: document } = knowledge;
    const section = document.sections.find(({ title }) => title === subject?.section);
    const source = sourceOfSection(knowledge, section?.title ?? null);
    const event = question.shade === "published" ? reader.subject(PUBLICATION) : undefined;
    return {
      intent: "report",
      answered: true,
      language,
      headline: section
        ? say(language, "sectionLink", { section: section.title, chapter: section.chapter, title: document.title })
        : say(language, "reportLink", {
            title: document.title,
            id: document.id,
            publisher: document.publisher,
            published: periodName(document.published ?? document.figuresTo, language),
          }),
      details: [],
      figures: event?.kind === "event" ? [eventFigure(knowledge, event.item, "answer")] : [],
      sources: [source],
      suggestions: [],
      choices: [],
      question,
    };
  },
};

/** The event that the report itself is told by. */
const PUBLICATION = "event:report-published";

/** "when did the report come out": of the report and nothing else it is asked when it was published, or by whom. */
const PUBLISHED_IT =
  /(?:^| )(?:hvem|kven|kem|who) (?:\S+ )?(?:ga|gav|gitt|utga|utgav|laget|laga|skrev|skreiv|published|wrote|made|står bak|is behind)(?: |$)/;

/** "hvem ga den ut?" after the report or the day it came. */
function asksWhoPublishedIt({ text, items }: Reading, { questions }: Context): boolean {
  const [last] = questions;
  const isOfReport = last?.intent === "report" || last?.subjects[0] === PUBLICATION;
  return (
    isOfReport &&
    PUBLISHED_IT.test(text) &&
    items.every(({ soft, concepts }) => soft || concepts.includes("report") || concepts.includes("published"))
  );
}

function asksPublication({ items, text }: Reading): boolean {
  const says = (concept: string) => items.some(({ concepts }) => concepts.includes(concept));
  const isOther = items.some(
    ({ soft, barrier, concepts }) => !soft && barrier !== "unknown" && !concepts.includes("report") && concepts.length > 0,
  );
  const cameOut = /(?:^| )(?:kom|kjem|kommer|kome|kommet|came|come|comes) (?:\S+ ){0,6}(?:ut|out)(?: |$)/.test(text);
  return says("report") && (says("published") || cameOut) && !isOther;
}
