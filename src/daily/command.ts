/** What a person asks of the fact of the day: "daglig 09:00", "dagleg vis", "daily pause until Friday". Pure. */
import type { Language } from "../knowledge/languages.ts";
import { cleanText, foldLetters } from "../language/text.ts";
import { editDistance } from "../understanding/spelling.ts";
import { dateOf, EVERY_DAY, NORWEGIAN_ZONE, type Schedule, validZone, WEEKDAYS, type Weekday, zoneOfCity } from "./calendar.ts";
import { type TakeOut, takeTime } from "./clock.ts";
import { readLoosely, toldLanguage } from "./loose.ts";
import { readUntil } from "./until.ts";
import {
  ACTS,
  type Act,
  BEGINNINGS,
  BESIDE_ACT,
  BESIDE_TIME,
  DAILY_WORDS,
  DAY_WORDS,
  EVERY_DAY_WORDS,
  EXCEPT,
  HOUR_PARTS,
  HOUR_WORDS,
  LONG_DAYS,
  NAMED_TIMES,
  ONLY,
  OPENING,
} from "./vocabulary.ts";
import { dailyWord } from "./words.ts";

export type Command =
  | ({ kind: "subscribe"; language: Language; subjects: readonly string[] } & Schedule)
  | { kind: "pause"; until: string | null }
  | Bare<Exclude<Act, "pause">>
  /** "daglig" alone: a form, or what to write. */
  | { kind: "form" }
  /** Meant for us but not understood; the message says what to write instead. */
  | { kind: "unclear"; message: string };

/** One command for each of some acts. */
type Bare<Kind extends string> = Kind extends string ? { kind: Kind } : never;

export type About = {
  /** The clock, in milliseconds since 1970. */
  now: number;
  /** The person's zone, else Europe/Oslo. */
  zone?: string | undefined;
  /** The person's language, else that of the command's first word. */
  language?: Language | undefined;
  /** Resolves words to subject keys or section keys; empty when it knows none. */
  subjectsOf(words: string): readonly string[];
};

export type Parsed = { language: Language; command: Command };

const LONGEST = 300;
/** Words of fewer letters are not stretched to fit. */
const SLIP_FROM = 5;

/**
 * Reads a command.
 * @returns undefined for a message that is none, such as a question that happens to begin with "daily"
 */
export function parseDaily(raw: string, about: About): Parsed | undefined {
  const whole = cleanText(raw).slice(0, LONGEST).replace(/^\//, "").replace(/\s+/g, " ");
  const text = whole.replace(OPENING, "");
  const [first = "", ...others] = text.split(" ");
  const beginning = nearest(folded(first).replace(/[.,:!]+$/, ""), Object.keys(BEGINNINGS));
  const own = beginning === undefined ? undefined : BEGINNINGS[beginning];
  if (!own) {
    const language = about.language ?? toldLanguage(folded(text)) ?? "nb";
    const act = readAct(folded(text), about, language);
    if (act && act.kind !== "unclear" && act.kind !== "help" && act.kind !== "show") return { language, command: act };
    return readLoosely(folded(whole), about.language);
  }
  const language = about.language ?? own;
  const rest = others
    .join(" ")
    .replace(/^[:,]\s*/, "")
    .trim();
  if (rest === "") return { language, command: { kind: "form" } };
  const command = readAct(folded(rest), about, language) ?? readSubscription(rest, about, language) ?? readWord(rest, about, language);
  return command ? { language, command } : readLoosely(folded(whole), about.language);
}

function folded(text: string): string {
  return text.toLowerCase().split(" ").map(foldLetters).join(" ");
}

/** The word that is meant, with one slip where it is long enough. */
function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.includes(word)) return word;
  if (word.length < SLIP_FROM) return undefined;
  return known.find((one) => one.length >= SLIP_FROM && editDistance(word, one, 1) <= 1);
}

function readAct(text: string, { now, zone = NORWEGIAN_ZONE }: About, language: Language): Command | undefined {
  const plain = text.replace(/[!?.]+$/, "");
  for (const [kind, phrases] of ACTS) {
    const phrase = phrases.map((one) => one.replaceAll("_", " ")).find((one) => plain === one || plain.startsWith(`${one} `));
    const [word = "", ...after] = plain.split(" ");
    const slip = phrase ?? (nearest(word, phrases) === undefined ? undefined : word);
    if (slip === undefined) continue;
    const rest = phrase ? plain.slice(phrase.length).trim() : after.join(" ");
    if (kind === "pause") return readPause(rest, dateOf(now, zone), language);
    const fits = rest.split(" ").every((one) => one === "" || BESIDE_ACT.has(one));
    if (fits) return { kind };
    return kind === "skip" ? { kind: "unclear", message: dailyWord(language, "unclearSkip") } : undefined;
  }
  return undefined;
}

/** One word that names nothing, such as a slip in "vis": not understood, rather than a question for a figure. */
function readWord(rest: string, { subjectsOf }: About, language: Language): Command | undefined {
  const isWord = /^\p{L}{2,}[!.]?$/u.test(rest) && !DAILY_WORDS.has(folded(rest)) && !BESIDE_ACT.has(folded(rest));
  return isWord && subjectsOf(rest).length === 0 ? { kind: "unclear", message: dailyWord(language, "unclear") } : undefined;
}

function readPause(rest: string, today: string, language: Language): Command | undefined {
  if (/^(?:i ?dag|today)$/.test(rest)) return { kind: "skip" };
  if (rest.split(" ").every((one) => one === "" || BESIDE_ACT.has(one))) return { kind: "pause", until: null };
  const until = readUntil(rest, today);
  return until === undefined ? { kind: "unclear", message: dailyWord(language, "unclearUntil") } : { kind: "pause", until };
}

/** Takes out of the text, piece by piece, all that it knows; what is left over makes it unclear or no command at all. */
function readSubscription(text: string, about: About, language: Language): Command | undefined {
  let rest = ` ${text.replace(/\p{L}+(?:[/+&]\p{L}+)+/gu, spreadDays)} `;
  const takeOut = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(rest);
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    return found ?? undefined;
  };
  const zoneText = takeOut(/\b[A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?\b|\bUTC\b/)?.[0];
  const norwegianTime = takeOut(/\b(?:norsk tid|norwegian time|oslo time|oslo-tid)\b/i) !== undefined;
  rest = folded(rest);
  const wantedLanguage = takeLanguage(takeOut);
  const withoutHolidays = takeOut(
    /\b(?:uten|utan|without|unntatt|unnateke|except|ikke|ikkje|not|no)(?: (?:pa|on))? (?:helligdager|heilagdagar|helgedager|public holidays|holidays)\b/,
  );
  const holidays =
    takeOut(
      /\b(?:(?:med|ogsa|inkludert|also|og|and|including|incl|with|on) )*(?:pa |on )?(?:helligdager|helligdagene|heilagdagar|heilagdagane|helgedager|public holidays|holidays)(?: (?:too|og|ogsa|also))?\b/,
    ) !== undefined;
  takeOut(/\bom (?:morgenen|morgonen)\b/);
  const turned = EXCEPT.test(rest);
  const written = /\b\d{1,2}[:.][0-5]\d\b(?: ?[ap]\.?m\.?)?/.test(rest) ? takeTime(takeOut) : undefined;
  const words = takeOut(ONLY)?.[1]?.trim();
  rest = rest
    .split(" ")
    .map((word) => nearest(word, LONG_DAYS) ?? word)
    .join(" ");
  const clock = written ?? takeTime(takeOut);
  const days = takeDays(takeOut);
  const over = rest.split(/[\s,;:.!]+/).filter((word) => word !== "" && !BESIDE_TIME.has(word));
  const city = zoneOfCity(over.join(" "));
  const left = city === undefined ? over : [];
  if (left.length > 0 && (!isBegun(text) || text.endsWith("?"))) return undefined;
  if (clock === undefined && days === undefined && zoneText === undefined && words === undefined) return undefined;
  const unclear = (key: Parameters<typeof dailyWord>[1]): Command => ({ kind: "unclear", message: dailyWord(language, key) });
  if (clock === undefined || clock === "none") return unclear("unclearTime");
  const zone = zoneText ? validZone(zoneText) : norwegianTime ? NORWEGIAN_ZONE : (city ?? about.zone ?? NORWEGIAN_ZONE);
  if (zone === undefined) return unclear("unclearZone");
  if (left.length > 0 || turned) return unclear("unclear");
  const subjects = words === undefined ? [] : about.subjectsOf(words);
  if (words !== undefined && subjects.length === 0) return unclear("unclearSubjects");
  return {
    ...{ kind: "subscribe", time: clock, zone, days: days ?? WEEKDAYS, subjects, language: wantedLanguage ?? language },
    holidays: holidays && !withoutHolidays,
  };
}

/** "man/ons/fre" is no time zone. */
function spreadDays(text: string): string {
  const parts = text.split(/[/+&]/);
  return parts.every((part) => DAY_WORDS.has(folded(part))) ? parts.join(" ") : text;
}

/** Whether what follows "daily" begins as a command does: "daily logins in 2021" is a question. */
function isBegun(text: string): boolean {
  const [first = "", second = ""] = folded(text).split(/[\s,]+/);
  return (
    /^\d/.test(first) ||
    BESIDE_TIME.has(first) ||
    first in HOUR_WORDS ||
    first in NAMED_TIMES ||
    first in HOUR_PARTS ||
    `${first} ${second}` in HOUR_PARTS ||
    nearest(first, [...DAY_WORDS.keys()]) !== undefined ||
    EVERY_DAY_WORDS.test(`${first} ${second}`)
  );
}

function takeLanguage(takeOut: TakeOut): Language | undefined {
  if (takeOut(/\b(?:(?:pa|in|i) )?nynorsk\b/)) return "nn";
  if (takeOut(/\b(?:(?:pa|in) )?(?:bokmal|norsk|norwegian)\b/)) return "nb";
  return takeOut(/\b(?:(?:pa|in) )?(?:engelsk|english)\b/) ? "en" : undefined;
}

function takeDays(takeOut: TakeOut): readonly Weekday[] | undefined {
  if (takeOut(EVERY_DAY_WORDS)) return EVERY_DAY;
  const names = [...DAY_WORDS.keys()].sort((one, other) => other.length - one.length).join("|");
  const days = new Set<Weekday>();
  const span = takeOut(new RegExp(`\\b(${names})(?: ?[-–] ?| til | to | through )(${names})\\b`));
  const [from] = DAY_WORDS.get(span?.[1] ?? "") ?? [];
  const [to] = DAY_WORDS.get(span?.[2] ?? "") ?? [];
  if (from !== undefined && to !== undefined)
    for (const day of EVERY_DAY) if (from <= to ? day >= from && day <= to : day >= from || day <= to) days.add(day);
  for (;;) {
    const named = takeOut(new RegExp(`\\b(?:${names})\\b`))?.[0];
    if (named === undefined) break;
    for (const day of DAY_WORDS.get(named) ?? []) days.add(day);
  }
  return days.size === 0 ? undefined : [...days].sort();
}
