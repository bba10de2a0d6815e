/** "What counts as a visit?" – a term of the report or what an indicator counts, in our own words. */
import type { Answer } from "../src/answers/answer.ts";
import { capital, coverageOf, levelFigure, nameOf } from "../src/answers/figures.ts";
import { say } from "../src/answers/say.ts";
import { latestOf } from "../src/knowledge/prefer.ts";
import { sourceOf, sourceOfSection } from "../src/knowledge/sources.ts";
import type { Subject } from "../src/knowledge/subjects.ts";
import { type Aim, aimAt } from "../src/understanding/aim.ts";
import type { Context } from "../src/understanding/context.ts";
import { FULLY } from "../src/understanding/fit.ts";
import { lastSubject } from "../src/understanding/leaning.ts";
import type { Candidate, ContentItem } from "../src/understanding/matcher.ts";
import type { Question } from "../src/understanding/question.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { beginsWithWho, clarifying, type Intent, NUMBER_KINDS, said, type Tools } from "./intent.ts";
import { indicatorsOf } from "./list.ts";
import { declinePeriod } from "./none.ts";
import { answerStatement } from "./statement.ts";
import { trend } from "./trend.ts";

/** "Could you explain how many …" asks for the number. */
function asksToExplain(tokens: readonly string[]): boolean {
  return tokens.some((word) => /^(?:explain|forklar|forklare)$/.test(word));
}

/** "how many percent think that your wallet means something": a number is asked for before anything is explained. */
function asksNumberFirst({ cues }: Reading): boolean {
  const [define = 0] = cues.get("define") ?? [];
  return [...(cues.get("quantity") ?? []), ...(cues.get("share") ?? [])].some((position) => position < define);
}

export const definition: Intent = {
  name: "definition",
  cues: {
    define: {
      nb: [
        "er for noe",
        "før noe",
        "forno",
        "rapporten med",
        "går det ut på",
        "dreier det seg om",
        "dreier seg om",
        "med en setning",
        "med én setning",
        "hva skjer hvis",
        "hva skjer når",
        "regner de som",
        "menes med",
        "mener de med",
        "er for slags",
        "er det for noe",
        "hva heter",
        "hva kalles",
        "hva står",
        "ligger det i",
        "ligger i å",
        "hvordan telles det",
        "hvordan telles de",
        "hvordan telles",
        "regnes et",
        "hva som regnes",
        "som egentlig regnes",
        "hva som teller",
        "kort forklaring på hva",
        "forklaring på hva",
        "hva er greia med",
        "sammenhengen mellom",
        "hva ligger bak ordet",
        "mener man med",
        "betyr",
        "betyr det",
        "vil det si",
        "vil det egentlig si",
        "betydningen av",
        "definisjon",
        "definisjonen",
        "definert",
        "definer",
        "definere",
        "defineres",
        "forklar",
        "forklare",
        "hva menes",
        "hva mener dere med",
        "hva ligger i",
        "hva innebærer begrepet",
        "hva går ut på",
        "står for",
        "forkortelsen",
        "begrepet",
        "hvem drifter",
        "hvem driver",
        "hvem eier",
      ],
      nn: [
        "er for noko",
        "er det for noko",
        "er for slags",
        "kva heiter",
        "kva blir kalla",
        "ligg det i",
        "ligg i å",
        "kva står",
        "korleis blir det talt",
        "korleis tel",
        "korleis blir dei talde",
        "forklaring på kva",
        "kva som blir rekna",
        "kva som er rekna",
        "kva som reknast",
        "kva er greia med",
        "meiner dei med",
        "meinast med",
        "meiner ein med",
        "tyder",
        "betyr",
        "vil det seie",
        "vil det eigentleg seie",
        "tydinga av",
        "definisjon",
        "definisjonen",
        "definert",
        "definer",
        "definere",
        "definerast",
        "forklar",
        "forklare",
        "kva meiner de med",
        "meint med",
        "kva ligg i",
        "står for",
        "forkortinga",
        "omgrepet",
        "kven driftar",
        "kven driv",
        "kven eig",
        "går det ut på",
        "dreier det seg om",
        "dreier seg om",
        "i ei setning",
        "kva skjer om",
        "kva skjer når",
        "reknar dei som",
        "blir rekna som",
      ],
      en: [
        "what is it called",
        "what is the name of",
        "what's it called",
        "explanation of what",
        "what counts as",
        "what is counted as",
        "how is it counted",
        "how are those counted",
        "how are they counted",
        "how is that counted",
        "how are these counted",
        "mean by",
        "meant by",
        "mean",
        "means",
        "meaning",
        "definition",
        "define",
        "defined",
        "explain",
        "explained",
        "stand for",
        "stands for",
        "abbreviation",
        "describe",
        "who runs",
        "who operates",
        "who owns",
        "in a sentence",
        "in a sentence or two",
        "in plain words",
        "in plain english",
        "that about",
        "this about",
        "what happens if",
        "what happens when",
        "counts as",
        "count as",
      ],
    },
    counts: {
      nb: [
        "regnes som",
        "teller som",
        "telles som",
        "telles",
        "hva slags",
        "hvordan måles",
        "hvordan er målt",
        "hvordan telles",
        "hvordan beregnes",
        "hva inngår i",
        "hva omfatter",
        "hva dekker",
        "hvordan teller dere",
      ],
      nn: [
        "reknast som",
        "blir rekna som",
        "tel som",
        "kva slags",
        "korleis måler",
        "korleis er målt",
        "korleis tel",
        "korleis reknar",
        "kva inngår i",
        "kva omfattar",
      ],
      en: [
        "counts as",
        "count as",
        "counted as",
        "what kind of",
        "how is measured",
        "how do you count",
        "how do u count",
        "how do they count",
        "how is counted",
        "what does cover",
        "how are counted",
        "how do you measure",
      ],
    },
    whatis: {
      nb: ["hva er", "hva er en", "hva er et", "hva er egentlig", "hvem er", "ka e", "hva var"],
      nn: ["kven er", "kva er", "kva er ein", "kva er eit", "kva er eigentleg", "ka er", "kva var"],
      en: ["what is", "what's", "whats", "what are", "who is", "what is a", "what is an", "what exactly is", "what was"],
    },
  },

  match(reading, context, tools) {
    const held = asksWhatItHolds(reading) ? lastSubject(context, tools.reader, ["indicator"]) : undefined;
    // The time that was spoken of still is: "and the specialist service the same year?".
    const kept = context.questions[0]?.periods ?? [];
    if (held !== undefined) return { intent: "definition", subjects: [held], periods: [...kept], language: reading.language, shade: HELD };
    const strong =
      (said(reading, "define") &&
        !asksNumberFirst(reading) &&
        !(asksToExplain(reading.tokens) && said(reading, "quantity", "share", "compare"))) ||
      (asksMeaning(reading) && !said(reading, "quantity", "when", "share", "up", "down")) ||
      (said(reading, "counts") && !said(reading, "quantity", "when", "share"));
    if (!strong && said(reading, "implies")) return meaningOfTerm(reading, context, tools);
    if (!strong && !said(reading, "whatis")) return bareTopic(reading, context, tools);
    if (!strong && said(reading, "quantity", "share", "highest", "lowest", "change", "up", "down", "when")) return undefined;
    if (reading.periods.length > 0 && !strong) return undefined;
    const kinds = ["term", "indicator", "trend"] as const;
    // A meaning is no figure: words beside it that are no part of a name need no covering.
    const items = strong ? reading.items.filter(({ barrier }) => barrier !== "unknown" && barrier !== "ordinary") : reading.items;
    const named = items.some((item) => !item.soft);
    const aim = aimAt(tools.reader, reading, context, { kinds, prefer: ["term"], items: named ? items : reading.items });
    const base = { periods: [], language: reading.language };
    const literal = namedLiterally(aim, reading);
    if (literal && !(aim.kind === "sure" && aim.inherited)) return { ...base, intent: "definition", subjects: [literal.key] };
    // "who is the minister of health": one word of a name is nobody.
    const known = aim.kind === "sure" ? (aim.inherited ? FULLY : (aim.candidate?.complete ?? 0)) : 0;
    if (beginsWithWho(reading) && known < FULLY) return undefined;
    if (aim.kind === "choice") {
      const terms = aim.candidates.filter(({ subject }) => subject.kind === "term");
      const [best] = terms;
      if (best && best.complete >= 0.6) return { ...base, intent: "definition", subjects: [best.subject.key] };
      return strong && aim.candidates.some(({ complete }) => complete >= 0.6)
        ? clarifying(
            "definition",
            aim.candidates.map(({ subject }) => subject),
            reading,
            context,
            tools,
          )
        : undefined;
    }
    if (aim.kind === "missing" && said(reading, "define")) return nearestTerm(aim.nearest, items, reading);
    if (aim.kind !== "sure") return undefined;
    const term = aim.subject.kind === "term";
    // "how long can one be idle before a visit counts as ended": the measure's figure is asked for, not what it means.
    if (aim.subject.kind === "indicator" && said(reading, "quantity")) return undefined;
    if (!strong && !term) return undefined;
    if (!strong && saysNumber(reading.tokens)) return undefined;
    if (aim.inherited && !strong) return undefined;
    return { ...base, intent: "definition", subjects: [aim.subject.key] };
  },

  answer(question, tools) {
    const subject = tools.reader.subject(question.subjects[0] ?? "");
    if (subject?.kind === "statement") return answerStatement(question, tools);
    if (subject?.kind === "term") return answerTerm(question, subject, tools);
    if (subject?.kind === "indicator") return answerMeasure(question, subject, tools);
    if (subject?.kind === "trend") return { ...trend.answer({ ...question, intent: "trend" }, tools), intent: "definition" };
    return declinePeriod(question, tools);
  },
};

/** Of a figure that was just told: what it counts, and where. */
const HELD = "held";

const HOLDS =
  /^(?:(?:og|men|ok|and|but|so|så) ,? ?)*(?:(?:er|var) (?:det|dette|den|de|dei) med|(?:inkluderer|omfatter|omfattar|dekker|dekkjer|inneholder|inneheld) (?:det|dette|den|tallet|talet)|(?:does|do|did) (?:that|it|this|they|the (?:\S+ ){0,2}(?:figure|number|one|total|count)) (?:also )?(?:include|cover|count))(?: |$)/;
const IS_HELD =
  /^(?:(?:og|men|ok|and|but|so|så) ,? ?)*(?:(?:is|are|was|were) (?:\S+ ){1,5}(?:included|counted)|(?:er|var|blir|regnes|reknast|teller|tel) (?:\S+ ){1,5}(?:med|inkludert|medregnet|medrekna))(?: (?:in|i|her|here|der|there|da|då)(?: .*)?)?(?: [?.!]+)?$/;

/** "gjelder det hele landet?", "is that only doctors?" */
const IS_OF =
  /^(?:(?:og|men|ok|and|but|so|så) ,? ?)*(?:(?:gjelder|gjeld) (?:det|dette|den|tallet|talet|de|dei) |(?:is|was) (?:that|this|it|the (?:figure|number)) (?:for|only|just|including|counting|with|without) (?:\S+ ){1,5}(?:\?|$)|(?:er|var) (?:det|dette|tallet|talet) (?:bare|berre|kun|medregnet|inkludert|inklusive) (?:\S+ ){1,5}(?:\?|$))/;

/** "er det med sekretærer?", "does that include nurses?": of the figure that was just told, what it counts. */
function asksWhatItHolds({ text, periods, items }: Reading): boolean {
  if (items.some(({ barrier }) => barrier === "place")) return false;
  return periods.length === 0 && (HOLDS.test(text) || IS_HELD.test(text) || IS_OF.test(`${text} `));
}

/** Of terms that the same words may mean, the one whose name stands in the message letter for letter. */
function namedLiterally(aim: Aim, reading: Reading): Subject | undefined {
  const candidates = aim.kind === "sure" && aim.candidate ? [aim.candidate, ...aim.others] : aim.kind === "choice" ? aim.candidates : [];
  const best = candidates[0]?.score ?? 0;
  const terms = candidates.filter(({ subject, score }) => subject.kind === "term" && best - score < ALIKE);
  if (terms.length < 2 || candidates[0]?.subject.kind !== "term") return undefined;
  return terms.find(({ subject }) => isSaidLiterally(subject, reading))?.subject;
}

function isSaidLiterally(subject: Subject, { text }: Reading): boolean {
  const said = ` ${text} `;
  return Object.values(subject.names)
    .flat()
    .some((name) => said.includes(` ${name.toLowerCase()} `));
}

/** Scores closer than this are alike. */
const ALIKE = 0.02;

/** "reservasjon, hva innebærer det?": what a term means, where it is named in full. */
function meaningOfTerm(reading: Reading, context: Context, tools: Tools): Question | undefined {
  if (said(reading, "quantity", "share", "change", "up", "down") || reading.periods.length > 0) return undefined;
  const aim = aimAt(tools.reader, reading, context, { kinds: ["term"] });
  if (aim.kind !== "sure" || aim.inherited || (aim.candidate?.complete ?? 0) < FULLY) return undefined;
  return { intent: "definition", subjects: [aim.subject.key], periods: [], language: reading.language };
}

/** "europeisk helsedataområde": a term or a trend and nothing else asks what it is, where no figure goes by that name. */
function bareTopic(reading: Reading, context: Context, tools: Tools): Question | undefined {
  const plain =
    [...reading.cues.keys()].every((cue) => cue === "follow-up") && reading.periods.length === 0 && reading.numbers.length === 0;
  // "patients per GP" asks for a number.
  const isDivided = reading.tokens.some((word) => ["per", "pr", "pro"].includes(word));
  if (!plain || isDivided || reading.words.length > MOST_WORDS || reading.items.every((item) => item.soft)) return undefined;
  if (reading.followUp) return topicGoneOnTo(reading, tools);
  const counted = aimAt(tools.reader, reading, context, { kinds: NUMBER_KINDS });
  if (counted.kind === "sure") return undefined;
  const aim = aimAt(tools.reader, reading, context, { kinds: ["term", "trend"], prefer: ["term"] });
  if (aim.kind !== "sure" || aim.inherited || (aim.candidate?.complete ?? 0) < 0.95) return undefined;
  // "Schrems II": several figures have it in their names, but it is the topic's own name.
  if (counted.kind === "choice" && !isSaidLiterally(aim.subject, reading)) return undefined;
  const intent = aim.subject.kind === "term" ? "definition" : "trend";
  return { intent, subjects: [aim.subject.key], periods: [], language: reading.language };
}

/** "and Nordic Commons?": a term that stands there by its own name, and names no figure. */
function topicGoneOnTo(reading: Reading, { reader }: Tools): Question | undefined {
  const [best] = reader.rank(reading.items, { kinds: ["term"] });
  const counts = reader.rank(reading.items, { kinds: NUMBER_KINDS }).some(({ unexplained }) => unexplained.length === 0);
  if (!best || counts || best.complete < FULLY || best.unexplained.length > 0 || !isSaidLiterally(best.subject, reading)) return undefined;
  return { intent: "definition", subjects: [best.subject.key], periods: [], language: reading.language };
}

/** More words than these ask something of a topic, and not what it is. */
const MOST_WORDS = 6;

/** "how do you define a visit if I leave the tab open": the term that is named in full is explained, unless the scope is another. */
function nearestTerm(nearest: readonly Candidate[], items: readonly ContentItem[], reading: Reading): Question | undefined {
  if (items.some(({ barrier }) => barrier !== undefined)) return undefined;
  const term = nearest.find(({ subject, complete }) => subject.kind === "term" && complete >= 0.95);
  return term && { intent: "definition", subjects: [term.subject.key], periods: [], language: reading.language };
}

const USED_FOR =
  / (?:hva|kva|ka) (?:skal|kan|bør|bruker|brukar|brukes|blir|vert|er) .+ (?:til|for) (?:noe |noko )?(?:\? )?$| what (?:is|are|can|do|does) .+ (?:used|use|good) for (?:\? )?$/;
/** "how is a login counted?" */
const HOW_COUNTED =
  / how (?:is|are|was|were|do you|do they) (?:\S+ ){1,4}(?:counted|measured|defined|calculated|count|measure|define) | (?:hvordan|korleis|åssen) (?:blir|er|vert|blei|ble) (?:\S+ ){1,5}(?:talt|telt|målt|regnet|rekna|beregnet|definert) /;

/** "what counts as …", "hva gikk … ut på": the verb stands around what it asks about. */
function asksMeaning(reading: Reading): boolean {
  const text = ` ${reading.text} `;
  return (
    / (?:tel|teller|telles|telt|regnes|regner|reknast|reknar|regnet|rekna|counts?|counted|qualif(?:y|ies)) .*(?:som|as) /.test(text) ||
    / (?:går|gikk|gjekk|gjeng) .+ ut på /.test(text) ||
    / (?:handler|handlet|handlar|handla|dreier|dreiar) .+ om /.test(text) ||
    / what (?:is|was|are|were) .+ about (?:\? )?$/.test(text) ||
    USED_FOR.test(text) ||
    HOW_COUNTED.test(text)
  );
}

/** "hva er tallet for …" asks for a figure, not for a meaning. */
function saysNumber(tokens: readonly string[]): boolean {
  return tokens.some((word) =>
    /^(?:tall|tallet|tal|talet|antall|antallet|number|figure|figures|numbers|value|verdi|verdien|nivå|nivået|level|total|totalt|statistikk|statistikken|utgiften|utgiftene|kostnaden)$/.test(
      word,
    ),
  );
}

function answerTerm(question: Question, subject: Extract<Subject, { kind: "term" }>, tools: Tools): Answer {
  const { language } = question;
  const { item } = subject;
  const source = sourceOfSection(tools.knowledge, item.section, item.subsection);
  const measures = indicatorsOf(subject, tools);
  return {
    intent: "definition",
    answered: item.definition !== undefined,
    language,
    headline: item.definition
      ? `${capital(nameOf(item, language))}: ${item.definition[language]}`
      : say(language, "noDefinition", { name: nameOf(item, language) }),
    details: [],
    figures: [],
    sources: [source],
    suggestions: measures.slice(0, 2).map((indicator) => say(language, "suggestValue", { name: nameOf(indicator, language) })),
    choices: [],
    question,
  };
}

function answerMeasure(question: Question, subject: Extract<Subject, { kind: "indicator" }>, tools: Tools): Answer {
  const { knowledge } = tools;
  const { language } = question;
  const { item } = subject;
  const latest = latestOf(knowledge, item);
  const source = latest ? sourceOf(knowledge, latest, item) : sourceOfSection(knowledge, item.section);
  return {
    intent: "definition",
    answered: true,
    language,
    headline: `${capital(nameOf(item, language))}: ${item.definition[language]}`,
    details: [
      ...(item.differs ? [item.differs[language]] : []),
      ...(question.shade === HELD ? [say(language, "coversPlace", { covers: coverageOf(item, language) })] : []),
    ],
    figures: latest ? [levelFigure(knowledge, item, latest, "context")] : [],
    sources: [source],
    suggestions: [say(language, "suggestValue", { name: nameOf(item, language) })],
    choices: [],
    question,
  };
}
