/** The App Home: what Helsetall knows, section by section, and the language it answers a person in. */
import { dailyWord } from "../../daily/words.ts";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import type { KnownIndicator } from "../../knowledge/load.ts";
import { sectionKey } from "../../knowledge/subjects.ts";
import { canonicalOf } from "../../understanding/question.ts";
import type { Brain } from "../brain.ts";
import { canonicalFor } from "../follow-ups.ts";
import { imageOf } from "../links.ts";
import { CHAT_WORDS } from "../words.ts";
import { ACTIONS, button, section } from "./render/answer-message.ts";
import { escapeText } from "./render/escape.ts";
import { LIMITS, type SlackBlock } from "./render/limits.ts";

/** The value of "the question's own language" in the choice of languages. */
export const FOLLOW = "follow";
const FEW = 4;

export type HomeParts = {
  /** The language that the person has chosen, if any. */
  pinned: Language | undefined;
  publicUrl: string | undefined;
  now: Date;
  /** The facts of the day that the person set up, each with its plan in words. */
  daily: readonly { id: string; channel: string; plan: string }[];
};

export function homeView(brain: Brain, { pinned, publicUrl, now, daily }: HomeParts) {
  const language = pinned ?? "nb";
  const words = CHAT_WORDS[language];
  const blocks: SlackBlock[] = [
    { type: "header", text: { type: "plain_text", text: words.homeTitle } },
    section(escapeText(words.homeIntro)),
    languageChoice(pinned, language),
    {
      type: "actions",
      block_id: "starters",
      elements: words.starters
        .slice(0, 3)
        .map((text, index) => button(text, `${ACTIONS.ask}:start${index}`, canonicalFor(text, language, brain, now))),
    },
    { type: "divider" },
    ...dailyBlocks(daily, language),
    { type: "divider" },
    ...sectionsOf(brain, language, publicUrl),
  ];
  return { type: "home" as const, blocks: blocks.slice(0, LIMITS.homeBlocks) };
}

function languageChoice(pinned: Language | undefined, language: Language): SlackBlock {
  const words = CHAT_WORDS[language];
  const option = (text: string, value: string) => ({ text: { type: "plain_text" as const, text }, value });
  const options = [option(words.homeFollow, FOLLOW), ...LANGUAGES.map((one) => option(CHAT_WORDS[one].self, one))];
  const chosen = options.find(({ value }) => value === (pinned ?? FOLLOW));
  return {
    type: "section",
    block_id: "language",
    text: { type: "mrkdwn", text: words.homeLanguage },
    accessory: { type: "static_select", action_id: ACTIONS.pin, options, ...(chosen && { initial_option: chosen }) },
  };
}

const MOST_DAILY = 10;

function dailyBlocks(daily: HomeParts["daily"], language: Language): SlackBlock[] {
  const head = `*${escapeText(dailyWord(language, "factHead"))}*`;
  if (daily.length === 0) return [section(`${head}\n${escapeText(dailyWord(language, "homeNone"))}`)];
  return daily.slice(0, MOST_DAILY).map(({ id, channel, plan }, index) => ({
    type: "section" as const,
    block_id: `daily-${index}`,
    text: {
      type: "mrkdwn" as const,
      text: `*${channel.startsWith("D") ? escapeText(dailyWord(language, "homeDirect")) : `<#${channel}>`}*\n${escapeText(plan)}`,
    },
    accessory: button(dailyWord(language, "stopLink"), `${ACTIONS.dailyStop}:${index}`, `${id} ${language}`),
  }));
}

/** For each section of the report that has figures: a few of them, a button, and a picture where there is a public address. */
function sectionsOf(brain: Brain, language: Language, publicUrl: string | undefined): SlackBlock[] {
  const words = CHAT_WORDS[language];
  const { report, indicators } = brain.knowledge;
  return report.sections.flatMap(({ title, names }) => {
    const figures = [...indicators.values()].filter((item) => item.section === title && item.relation === "report");
    if (figures.length === 0) return [];
    const key = sectionKey(title);
    const name = names[language][0] ?? title;
    const few = figures.slice(0, FEW).map((item) => `• ${item.names[language][0]}`);
    const link = publicUrl ? `\n<${publicUrl}/report/${key.replace("section:", "")}?lang=${language}|${words.homePage}>` : "";
    const text = `*${escapeText(name)}*\n${escapeText(few.join("\n"))}${link}`;
    const question = canonicalOf({ intent: "list", subjects: [key], periods: [], language });
    return [
      {
        type: "section" as const,
        text: { type: "mrkdwn" as const, text },
        accessory: button(words.homeShow, `${ACTIONS.ask}:${key}`, question),
      },
      ...(publicUrl ? pictureOf(figures.slice(0, FEW), brain, language, publicUrl) : []),
    ];
  });
}

/** The first course among a section's figures. */
function pictureOf(figures: readonly KnownIndicator[], brain: Brain, language: Language, publicUrl: string): SlackBlock[] {
  for (const { id } of figures) {
    const answer = brain.answerQuestion({ intent: "series", subjects: [id], periods: [], language });
    const image = answer.answered ? imageOf(answer, brain, publicUrl) : null;
    if (image) return [{ type: "image", image_url: image.url, alt_text: image.alt.slice(0, LIMITS.alt) }];
  }
  return [];
}
