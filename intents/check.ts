/** "Is it true that …?" – holds a claim against the figures; a wrong one is corrected, never repeated. */
import { isPercent } from "../src/answers/figures.ts";
import type { KnownIndicator } from "../src/knowledge/load.ts";
import { isPrintedAsGrowth } from "../src/knowledge/prefer.ts";
import { type Asked, askedPeriods, asksTime } from "../src/understanding/asked.ts";
import type { Context } from "../src/understanding/context.ts";
import type { Claim } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { stepLeaningOn } from "./change.ts";
import { checkEvent, checkGrowth, checkLevel, checkOrder } from "./check-answer.ts";
import { claimOf, isDoubtful } from "./claim.ts";
import { absolutePeriods, favourShare, type Intent, said, type Tools, target } from "./intent.ts";
import { recentStep, stepFromSpoken } from "./kept-time.ts";
import { declinePeriod } from "./none.ts";
import { pairIn } from "./pair.ts";
import { variantOver } from "./variants.ts";

const OPENERS = new Set([
  "er",
  "var",
  "har",
  "hadde",
  "ble",
  "blei",
  "vart",
  "økte",
  "auka",
  "sank",
  "gikk",
  "gjekk",
  "kan",
  "brukte",
  "brukar",
  "bruker",
  "is",
  "was",
  "were",
  "are",
  "did",
  "does",
  "do",
  "has",
  "have",
  "had",
  "can",
  "steg",
  "steig",
]);

/** "95 percent are electronic now": a claim about now is held against the latest figure. */
function asOfNow(asked: Asked): Asked {
  const points = asked.points.filter(({ calendar, period }) => !(calendar && period.length === 4));
  return asked.points.length > 0 && points.length === 0 && !asked.range ? { ...asked, points, latest: true } : asked;
}

const EITHER_YEAR = /(?:^| )20\d\d (?:eller|or) (?:i |in )?20\d\d(?: |$)/;

export const check: Intent = {
  name: "check",
  cues: {
    unchanged: {
      nb: [
        "endret seg ikke",
        "ikke endret seg",
        "endra seg ikke",
        "like stor",
        "like stort",
        "like store",
        "like høy",
        "like høyt",
        "sto stille",
        "stod stille",
        "stått stille",
        "uendret",
        "uforandret",
        "var likt",
        "like mye",
        "like mange",
        "på stedet hvil",
      ],
      nn: [
        "endra seg ikkje",
        "ikkje endra seg",
        "endret seg ikkje",
        "like stor",
        "like stort",
        "like store",
        "like høg",
        "like høgt",
        "stod stille",
        "sto stille",
        "stått stille",
        "uendra",
        "var likt",
        "like mykje",
        "like mange",
      ],
      en: [
        "just as high",
        "the same as in",
        "stood still",
        "stand still",
        "unchanged",
        "stayed the same",
        "remained the same",
        "did not change",
        "didn't change",
        "stagnated",
      ],
    },
    check: {
      nb: [
        "husker jeg feil",
        "tar jeg feil",
        "eller tar jeg feil",
        "tok jeg feil",
        "sant eller usant",
        "rett eller galt",
        "sant eller ikke",
        "kan vi si at",
        "kan vi skrive at",
        "kan jeg skrive at",
        "holder det å si at",
        "stemmer virkelig",
        "var det virkelig",
        "er det faktisk",
        "stemmer det",
        "stemmer",
        "er det sant",
        "er det riktig",
        "er det korrekt",
        "er det rett",
        "e det rett",
        "e det sant",
        "e det riktig",
        "e dette rett",
        "sant at",
        "riktig at",
        "korrekt at",
        "kan du bekrefte",
        "bekreft",
        "bekrefte",
        "sjekk",
        "sjekke",
        "faktasjekk",
        "kontroller",
        "verifiser",
        "er det slik at",
        "er det virkelig",
        "sjekk om",
        "påstår",
        "påstand",
        "hørte at",
        "leste at",
        "ikke sant",
        "er dette riktig",
        "er dette rett",
        "er dette sant",
        "er dette korrekt",
        "er det så at",
        "kan det stemme",
        "kan dette stemme",
        "kan det være riktig",
        "kan dette være riktig",
        "medfører det riktighet",
      ],
      nn: [
        "hugsar eg feil",
        "tek eg feil",
        "sant eller usant",
        "rett eller gale",
        "kan vi seie at",
        "kan vi skrive at",
        "kan eg skrive at",
        "stemmer verkeleg",
        "var det verkeleg",
        "er det faktisk",
        "stemmer det",
        "stemmer",
        "er det sant",
        "er det riktig",
        "er det rett",
        "er det korrekt",
        "sant at",
        "riktig at",
        "rett at",
        "kan du stadfeste",
        "stadfest",
        "stadfeste",
        "sjekk",
        "sjekke",
        "faktasjekk",
        "kontroller",
        "er det slik at",
        "er det verkeleg",
        "sjekk om",
        "påstår",
        "påstand",
        "høyrde at",
        "las at",
        "er dette riktig",
        "er dette rett",
        "er dette sant",
        "er dette korrekt",
        "kan det stemme",
        "kan dette stemme",
        "kan det vere rett",
        "kan dette vere rett",
        "medfører det riktigheit",
      ],
      en: [
        "am i wrong",
        "am i mistaken",
        "or am i wrong",
        "did i get that wrong",
        "do i remember correctly",
        "true or false",
        "right or wrong",
        "fact or fiction",
        "can we say that",
        "can i say that",
        "can we write that",
        "is it fair to say",
        "would it be right to say",
        "don't buy that",
        "do not buy that",
        "was it really",
        "is it really",
        "i doubt that",
        "hard to believe",
        "right in thinking",
        "am i right",
        "is it true",
        "true that",
        "is it correct",
        "is it right",
        "correct that",
        "right that",
        "confirm",
        "can you confirm",
        "verify",
        "fact check",
        "fact-check",
        "check if",
        "check whether",
        "is it really",
        "is it the case",
        "claim",
        "claims",
        "i heard that",
        "i read that",
        "isn't it",
        "true or false",
        "am i right",
        "is this correct",
        "is this right",
        "is this true",
        "is that correct",
        "is that right",
        "is that true",
        "can this be right",
        "can that be right",
        "can this be true",
        "can that be true",
        "can this be correct",
        "can that be correct",
        "could that be right",
        "is it so that",
        "do i have that right",
        "does that hold",
        "does that add up",
      ],
    },
  },

  match(reading, context, tools) {
    const strong = said(reading, "check");
    // "up or down?" asks which; it claims neither.
    if (!strong && said(reading, "up") && said(reading, "down")) return undefined;
    if (!strong && !looksLikeClaim(reading)) return undefined;
    const asked = askedPeriods(reading, context);
    const claim = claimOf(reading, asked.points.length);
    if (!strong && claim === undefined) return undefined;
    if (!strong && !reading.isQuestion && TELLERS.has(reading.tokens[0] ?? "")) return undefined;
    // "logged in three times and it crashes": tells what happened.
    if (
      !strong &&
      !reading.isQuestion &&
      claim?.kind === "times" &&
      reading.periods.every((mention) => mention.kind === "point" && mention.calendar)
    )
      return undefined;
    // "is it fewer than the year before?" after a figure: how far it went is told.
    if (!strong && stepLeaningOn(reading, context)) return undefined;
    // "my colleague claims that nobody knows, but how many …": nothing is claimed of the figure that is asked for.
    if (claim === undefined && said(reading, "quantity")) return undefined;
    // "140 million visits, was that in 2020 or 2021?": both are told.
    if (EITHER_YEAR.test(reading.text)) return undefined;
    const base = { intent: "check" as const, language: reading.language };
    const periods = absolutePeriods(asOfNow(asked), context, reading.followUp);
    if (claim?.order && !strong) return undefined;
    // "is it true that staff grew faster than …": how far each went is told.
    if (claim?.direction && claim.value === undefined && said(reading, "compare") && pairIn(reading, context, tools)) return undefined;
    if (claim?.order) {
      const pair = pairIn(reading, context, tools);
      // "grew more than …": how far each went is compared, and not how large they are.
      if (pair && said(reading, "up", "down")) return undefined;
      // Of two growths the sources print no level: they are set side by side, and who asks sees which is larger.
      if (pair?.every(({ item }) => isPrintedAsGrowth(item)))
        return { intent: "compare", subjects: pair.map(({ key }) => key), periods, language: reading.language };
      if (pair) return { ...base, subjects: pair.map(({ key }) => key), periods, claim };
      if (!strong && claim.value === undefined) return undefined;
    }
    const found = target("check", reading, context, tools, {
      // A number is never judged by a date.
      kinds: claim?.value === undefined ? ["indicator", "event"] : ["indicator"],
      prefer: claim?.value === undefined ? ["event"] : ["indicator"],
      ...(!reading.tokens.some((word) => /^(?:kvartal|quarter|måned|månad|month)/.test(word)) && { favour: favourShare(reading, tools) }),
    });
    if (!found) return undefined;
    if ("question" in found) return found.question;
    const { subject, aim } = found;
    const step = aim.inherited && speaksOfGrowth(claim) ? stepClaimed(subject.key, claim, asked, context) : undefined;
    const inherited = step ?? (aim.inherited && periods.length === 0 ? (context.questions[0]?.periods ?? []) : periods);
    const doubtful = isDoubtful(claim, subject, aim, reading, tools);
    if (subject.kind === "event") {
      const year = inherited.find((period) => !period.includes("/"));
      const began = reading.items.some(({ concepts }) => concepts.some((concept) => BEGINNINGS.has(concept)));
      return { ...base, subjects: [subject.key], periods: inherited, claim: { ...claim, year, began, doubtful } };
    }
    const form = subject.kind === "indicator" ? variantOver(subject, inherited, reading, tools) : subject;
    return { ...base, subjects: [form.key], periods: inherited, claim: claim || doubtful ? { ...claim, doubtful } : undefined };
  },

  answer(question, tools) {
    const subjects = question.subjects.flatMap((key) => tools.reader.subject(key) ?? []);
    const [first, second] = subjects;
    if (first?.kind === "event") return checkEvent(question, first, tools);
    if (first?.kind !== "indicator") return declinePeriod(question, tools);
    if (second?.kind === "indicator") return checkOrder(question, first.item, second.item, tools);
    const { claim } = question;
    if (claim?.doubtful) return checkLevel(question, first.item, undefined, tools);
    if (claim?.from !== undefined || (claim && claimsGrowth(claim, first.item, tools)))
      return checkGrowth(question, first.item, claim, tools);
    return checkLevel(question, first.item, claim, tools);
  },
};

/** "we had 40 visits at our stand": who begins with the own doings, tells of them. */
const TELLERS = new Set(["we", "vi", "me", "jeg", "eg", "æ", "i", "our"]);

/** "so nine times as much?", "almost unchanged?": claims how far it went between the two times that were spoken of. */
function speaksOfGrowth(claim: Claim | undefined): boolean {
  return claim?.kind === "times" || claim?.direction !== undefined || claim?.unchanged === true;
}

/** The two times between which something is said to have grown: those spoken of, or the one named and the other one spoken of. */
function stepClaimed(key: string, claim: Claim | undefined, asked: Asked, context: Context): string[] | undefined {
  if (!asksTime(asked)) return recentStep(key, context);
  const points = asked.points.map(({ period }) => period);
  return claim?.kind === "times" ? stepFromSpoken(key, points, context) : undefined;
}

/** By these a claim says that something began; of a state it only says that it was so by then. */
const BEGINNINGS = new Set(["launch", "published"]);

/** "does the report say anything about … growing": asks what it says, and claims nothing. */
const ASKS_REPORT =
  /(?:^| )(?:does|did|do|sier|seier|står|nevner|nemner|is) (?:the report|rapporten|det noe|det noko|there|dere|de|you)(?: |$)/;

/** A yes–no question with a number, a rise or an order; or a bare "200 millioner innlogginger?". */
function looksLikeClaim(reading: Reading): boolean {
  if (ASKS_REPORT.test(reading.text) && reading.numbers.length === 0) return false;
  if (said(reading, "quantity", "share") && !OPENERS.has(reading.tokens[0] ?? "")) return false;
  if (
    said(reading, "when", "why", "source", "highest", "lowest", "list", "link", "define", "series") &&
    !OPENERS.has(reading.tokens[0] ?? "")
  )
    return false;
  // "there were 72 million in 2020. What was it the year after?": told to ask for something else.
  if (/[.!] (?:(?:men|but|så|so|og|and) )?(?:hva|kva|what|hvor|kor|how|når|when) /.test(`${reading.text} `)) return false;
  if (said(reading, "unchanged") && reading.isQuestion && !said(reading, "quantity", "share")) return true;
  const opened = OPENERS.has(reading.tokens.find((word) => /\p{L}/u.test(word)) ?? "");
  const hasNumber = reading.numbers.some(({ kind, value }) => kind !== "plain" || value >= 20);
  return (
    (opened && (hasNumber || said(reading, "up", "down", "more", "less"))) ||
    (hasNumber && reading.numbers.length === 1 && !said(reading, "change", "up", "down", "compare"))
  );
}

/** A percentage of something that is no percentage, a multiple, or a rise speaks of growth. */
function claimsGrowth(claim: Claim, indicator: KnownIndicator, tools: Tools): boolean {
  const percent = isPercent(tools.knowledge, indicator.unit);
  if (claim.unchanged) return true;
  if (claim.kind === "times") return indicator.measure !== "multiple";
  if (claim.kind === "percent") return !percent || claim.direction !== undefined;
  return claim.direction !== undefined && (claim.value === undefined || claim.kind !== "plain" || claim.step === true);
}
