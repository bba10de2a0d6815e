/** Reads the question banks and judges replies against what they must state. */
import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { createAsk } from "../../intents/index.ts";
import { type Reply, replyOf } from "../../src/answers/reply.ts";
import type { Language } from "../../src/knowledge/languages.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { type Context, EMPTY_CONTEXT, writeContext } from "../../src/understanding/context.ts";

/** A figure that a reply must have, or may have, in the role of an answer. */
export type ExpectedFigure = { indicator: string; period?: string | null; value?: number; measure?: string; since?: string | null };

/** One question of a bank and what its reply must state; see README, "Question banks". */
export type BankQuestion = {
  id?: string;
  question: string;
  language?: Language;
  intent?: string[];
  answered?: boolean | null;
  figures?: ExpectedFigure[];
  ordered?: boolean;
  allow?: ExpectedFigure[];
  text?: string[];
  now?: string;
  locale?: Language;
};
export type BankThread = { id: string; turns: BankQuestion[] };
export type Hostile = { id: string; question: string; repeat?: number; figures?: ExpectedFigure[]; never?: string[]; why?: string };

/** What is wrong with a reply; empty when it is right. `wrongFigure`: it states as an answer what was not asked. */
export type Judgement = { faults: string[]; wrongFigure: boolean };

const DEFAULT_NOW = "2026-11-23T09:00:00Z";
/** Intents whose figures are a choice of the bot's; any true figure may stand there. */
const FREE_INTENTS = new Set(["list", "series", "random", "trend", "several"]);

export const BANK_FOLDER = import.meta.dirname.replace(`${join("dist", "test")}`, "test");

/** The lines of a bank file; none when it does not exist. */
export function readBank<T>(file: string): T[] {
  const path = isAbsolute(file) ? file : join(BANK_FOLDER, file);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}

/** The bot over the real data, for asking bank questions. */
export function createBot() {
  const { ask, tools } = createAsk(loadKnowledge());
  return (
    item: Pick<BankQuestion, "question" | "now" | "locale">,
    context: Context = EMPTY_CONTEXT,
  ): { reply: Reply; context: Context } => {
    const asked = ask({ text: item.question, locale: item.locale, now: new Date(item.now ?? DEFAULT_NOW) }, context);
    return {
      reply: replyOf(asked.answer, tools.knowledge, { question: item.question, context: writeContext(asked.context) }),
      context: asked.context,
    };
  };
}

/** Holds a reply against what the bank says. */
export function judge(expected: BankQuestion, reply: Reply): Judgement {
  const faults: string[] = [];
  const answers = reply.figures.filter((figure) => figure.role === "answer");
  if (expected.language && reply.language !== expected.language) faults.push(`language ${reply.language}, not ${expected.language}`);
  if (expected.intent && !expected.intent.includes(reply.intent)) faults.push(`intent ${reply.intent}, not ${expected.intent.join("/")}`);
  if (typeof expected.answered === "boolean" && reply.answered !== expected.answered) faults.push(`answered ${reply.answered}`);
  if (!reply.answered && answers.length > 0) faults.push("declined with an answer figure");
  const wanted = expected.figures ?? [];
  let last = -1;
  for (const figure of wanted) {
    const at = answers.findIndex((given) => fits(figure, given));
    if (at < 0) faults.push(`lacks ${describe(figure)}`);
    else if (expected.ordered && at < last) faults.push(`order of ${describe(figure)}`);
    else last = at;
  }
  const mayHave = [...wanted, ...(expected.allow ?? [])];
  const free = expected.intent?.some((intent) => FREE_INTENTS.has(intent)) === true;
  const wrong = free && expected.answered !== false ? [] : answers.filter((given) => !mayHave.some((figure) => allows(figure, given)));
  // Whatever the form of the answer, figures of other things than were asked for are wrong ones.
  const alien =
    wanted.length > 0 && answers.length > 0 && !answers.some((given) => mayHave.some(({ indicator }) => indicator === given.indicator));
  if (alien) faults.push("figures of other things");
  for (const given of wrong) faults.push(`wrong figure ${describe({ ...given, period: given.period })}`);
  for (const text of expected.text ?? []) {
    if (!plain(reply.text).includes(plain(text))) faults.push(`text lacks "${text}"`);
  }
  return { faults, wrongFigure: alien || wrong.length > 0 };
}

function fits(wanted: ExpectedFigure, given: Reply["figures"][number]): boolean {
  if (wanted.indicator !== given.indicator) return false;
  if (wanted.period !== undefined && wanted.period !== given.period) return false;
  if (wanted.measure !== undefined && wanted.measure !== given.measure && !(wanted.measure === "change" && given.measure === "multiple"))
    return false;
  if (wanted.since !== undefined && wanted.since !== given.since) return false;
  return wanted.value === undefined || Math.abs(wanted.value - given.value) <= Math.max(0.11, Math.abs(wanted.value) * 1e-6);
}

/** A further figure is no fault when it is allowed, or the printed or computed growth between two asked levels. */
function allows(figure: ExpectedFigure, given: Reply["figures"][number]): boolean {
  if (fits(figure, given)) return true;
  const growth = given.measure === "change" || given.measure === "multiple";
  return (
    growth &&
    figure.indicator === given.indicator &&
    (figure.period === undefined || figure.period === given.period || figure.period === given.since)
  );
}

function describe(figure: ExpectedFigure): string {
  return `${figure.indicator} ${figure.measure ?? ""} ${figure.since ? `${figure.since}–` : ""}${figure.period ?? ""} ${figure.value ?? ""}`.replace(
    / +/g,
    " ",
  );
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\u00a0\u202f]/g, " ");
}
