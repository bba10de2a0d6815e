/** Questions of which no figure is told, whatever they name: what is wanted, what will be, what is the asker's own, a price, a part of some. */
import type { Knowledge } from "../src/knowledge/load.ts";
import type { Context } from "../src/understanding/context.ts";
import type { Reading } from "../src/understanding/reading.ts";
import { said, type Tools } from "./intent.ts";
import { isOfThese } from "./spoken.ts";

/** Whether a message asks for what only a health service can do, or for what nobody counts; then whatever else it names is no reason to answer. */
export function hasNoFigure(reading: Reading, context: Context, tools: Tools): boolean {
  return (
    (asksTarget(reading) && !(saysExpected(reading) && asksExpected(reading, context, tools))) ||
    ((said(reading, "forecast") || asksNeed(reading)) &&
      !asksExpected(reading, context, tools) &&
      !said(reading, "implies") &&
      !asksTrend(reading) &&
      !asksPlanned(reading) &&
      !ofThePast(reading)) ||
    OWN_COUNT.test(reading.text) ||
    OF_OURS.test(reading.text) ||
    HERE_AT.test(reading.text) ||
    OF_SOME.test(reading.text) ||
    ofOthersAlone(reading) ||
    PRICE.test(reading.text) ||
    OF_ONESELF.test(reading.text) ||
    (reading.items.every(({ soft }) => soft) && (GOAL.test(reading.text) || BIDS.test(reading.text))) ||
    RECKONS.test(reading.text) ||
    WILL.test(reading.text) ||
    JOKE.test(reading.text) ||
    (TROUBLE.test(reading.text) && !said(reading, "quantity", "share")) ||
    ((said(reading, "personal", "opinion") || asksOwn(reading, tools)) &&
      !said(reading, "quantity", "share", "check") &&
      !asksTrend(reading))
  );
}

/** Whether a message asks for words: what happens, or what something is for. */
export function asksWhatFor({ text }: Reading): boolean {
  return WHAT_FOR.test(text);
}

/** "prøvesvarene mine", "my record": one's own affairs. */
function asksOwn(reading: Reading, { knowledge }: Tools): boolean {
  const ofOwn = reading.items.some(
    ({ position, concepts, soft }) =>
      concepts.length > 0 && !soft && (OWN.has(reading.tokens[position - 1] ?? "") || OWN.has(reading.tokens[position + 1] ?? "")),
  );
  return ofOwn && !namesOwn(reading, knowledge);
}

/** "Vis min reseptliste" is the name of a service, and nobody's own. */
function namesOwn({ text }: Reading, { terms }: Knowledge): boolean {
  const isOwn = (name: string) => name.split(" ").some((word) => OWN.has(word.toLowerCase()));
  return [...terms.values()].some(({ names }) =>
    Object.values(names)
      .flat()
      .some((name) => isOwn(name) && text.includes(name.toLowerCase())),
  );
}

const OWN = new Set(["min", "mine", "mitt", "mi", "my", "own"]);

/** "what does it cost to see a GP": the price for one, and no sum that was spent. */
const PRICE =
  /(?:^| )(?:hva|kva|ka|hvor mye|kor mykje) (?:koster|kostar|koste) (?:(?:det|dette|dei|de|ein|en|et|eit|ei) |(?:det|dette)(?: [?.!]+)?$)|(?:^| )(?:what|how much) (?:does|would|will) (?:it|this|that|a|an|one) (?:\p{L}+ )?cost(?: |$)|(?:^| )(?:hva|kva|ka) (?:kommer|kjem|vil|skal) (?:det|dette|dei|de) (?:til )?(?:å )?koste|(?:^| )(?:what|how much) does it cost(?: |$)|(?:^| )(?:price|prisen) (?:of|for|på|av) (?:a|an|en|ein|et|eit) /u;

/** "hva er målet", "hvordan ligger vi an": how far one has come is no figure. */
const GOAL =
  /(?:^| )(?:(?:hva|kva|ka|what) (?:er|var|is|was) (?:målet|måltallet|måltalet|the (?:target|goal|aim))|(?:når|when) (?:når|will|vil|do|skal) (?:vi|de|dei|we|they) (?:nå |reach )?(?:målet|the (?:target|goal))|ligger vi an|ligg vi an|how are we doing|(?:vi|we) (?:er|are) (?:best|verst|worst|flinke|dårligst|dårlegast))(?: |$)/;

/** "slett det", "save that": what a bot of figures does not do. */
const BIDS = /^(?:slett|lagre|lagra|delete|save|remove|fjern|skriv ut|print|kopier|copy|send) (?:det|dette|den|it|this|that)(?: |$)/;

/** "delt på antall leger", "times two": a sum of the asker's own. */
const RECKONS =
  /^(?:(?:og|and|så|so|hva er det|what is that) )*(?:delt på|dividert|dividert på|divided by|ganger|gange|gonger|times|multiplied by) (?!så |i |mer|meir|as |more|flere|fleire)\p{L}/u;

/** "will the share pass 50 percent before 2028?": of what will be. */
const WILL =
  /^(?:(?:og|and|so|så|men|but) )*(?:will (?!you|u |be |it be)|(?:vil|kommer|kjem) (?!du |dere |dykk |de |jeg |eg |vi )[\p{L} -]+ (?:til å|øke|auke|passere|nå|bli|falle|synke|søkke|stige|overstige)(?: |$))/u;

/** "my password does not work when I log in": wants help with a service, and no figure of it. */
const TROUBLE =
  /(?:^| )(?:(?:virker|verkar|fungerer|funkar|funker) (?:ikke|ikkje)|(?:does not|doesn't|doesnt|won't|wont|not) work(?:ing)?|(?:glemt|gløymt|forgot|forgotten) (?:\S+ )?(?:passord|password)\p{L}*|(?:kommer|kjem|får) (?:meg |eg |jeg )?(?:ikke|ikkje) (?:inn|logga|logget)|(?:can't|cannot|cant) (?:log|get) (?:in|on))(?: |$)/u;

/** "tell me a joke about phishing": asks for none of our matters, whatever it names. */
const JOKE = /(?:^| )(?:joke|jokes|vits|vitser|vitsar|poem|dikt|limerick|rap|sang|song|gåte|riddle|haiku)(?: |$)/;

/** "jeg er lege": tells who one is. */
const OF_ONESELF =
  /^(?:hei |hi )?(?:jeg|eg|æ|i|vi|me|we) (?:er|am|are|jobber som|jobbar som|work as) (?:en |ein |ei |a |an )?\p{L}+(?: her| here)?(?: [.!]+)?$/u;

/** "what happens to their data then?", "hva er poenget med …": asks for words; no figure is what happens, or what it is for. */
const WHAT_FOR =
  /(?:^| )(?:(?:(?:hva|kva|ka) skjer|what happens|what will happen)(?: egentlig| eigentleg| then| så)? (?:med|til|når|hvis|viss|om|to|when|if|with)|(?:hva|kva|ka) er (?:egentlig |eigentleg )?(?:vitsen|poenget|hensikten|hensikta|føremålet|formålet|meningen|meininga|nytten|nytta) (?:med|av)|(?:what is|what's|whats) the (?:point|purpose|use|benefit) (?:of|in))(?: |$)/;

/** "how many unread messages do I have": the asker's own. */
const OWN_COUNT =
  /(?:^| )(?:hvor mange|kor mange|how many) (?:[^?.!,]+ )?(?:har (?:jeg|eg|æ)|(?:do|did|have) i(?: have| get| got)?)(?: |$)(?!lov|tenkt|forstått|skjønt)/;

/** "how many in our association": the asker's own people; the country's and the report's are no such. */
const OF_OURS =
  /(?:^| )(?:av|of) (?:dem|dei|de|disse|desse|them|these|those) (?:er|var|are|were|is|was) (?:våre|vår|our|my|mine) |(?:^| )(?:hvor mange|kor mange|how many|antall|antal|number|andel\w*|del|share) (?:som )?(?:i|av|blant|hos|på|ved|in|of|among|at) (?:vår|vårt|våre|våra|our|my|min|mitt|mine) (?!land|rapport|country|report|befolkning|population|innbygg|inhabitant|citizen)\p{L}/u;

/** "how many of them were under two", "… are Norwegian": a part of those who were counted that no figure tells of. */
const OF_SOME =
  /(?:^| )(?:av (?:dem|dei|de|disse|desse)|of (?:them|these|those)) (?:som )?(?:er|var|are|were|is|was) (?:norske?|norwegians?|(?:under|over|yngre enn|eldre enn|younger than|older than) (?:\d{1,2}|ett|eitt|to|tre|fire|fem|seks|ti|one|two|three|four|five|six|ten) ?(?:år|years?))(?: |$)/;

/** "og mot skolene?": others than those of whom figures are told, and no more is said. */
const OF_OTHERS =
  /(?:^| )(?:mot|for|blant|hos|ved|among|against|at|in|i|på) (?:the )?(?:skol|school|elev|pupil|student|lærer|lærar|teacher|universit|bank|politi|police|forsvar|bedrift|næringsliv|compan|firma)\p{L}*(?: [?.!]+)?$/u;

/** "her på sjukehuset", "utgiftene våre i helseforetaket": what the asker's own house did. */
const HERE_AT =
  /(?:^| )(?:her (?:på|hos|ved) (?!rapport|siden|sida|nett|helsenorge)\p{L}|here at (?:the|our|my) |(?:våre|vår|vårt|våra) (?:i|på|ved) \p{L}+(?:et|a|en)(?: |$))/u;

/** "og hos oss da?": the asker's own place, and no more is said. */
const HERE =
  /(?:^| )(?:hos|for|blant|på|i|ved|at|in|among|for) (?:oss|us|meg|dere|dykk|her|here)(?: (?:på|ved|i|at|in) (?:the |our )?\p{L}+)?(?: (?:da|då|then))?(?: [?.!]+)?$/u;

/** "only the ones from nursing homes?": a part that no figure tells of. */
const ONLY_THOSE =
  /^(?:(?:og|and|men|but) )*(?:only|just|bare|kun|berre) (?:the ones|those|de|dei|dem) (?:from|in|at|fra|frå|i|på|hos|ved|av|of) (?:\S+ ?){1,4}$/;

/** A half sentence that says no more than of whom. */
function ofOthersAlone(reading: Reading): boolean {
  if (ONLY_THOSE.test(reading.text)) return true;
  if (!reading.followUp) return false;
  if (HERE.test(reading.text) && !said(reading, "implies", "trend")) return true;
  return reading.items.every(({ soft }) => soft) && OF_OTHERS.test(reading.text);
}

const IT = new Set("it this that them det den dette dei dem de".split(" "));

/** "how many doctors do we need": what is counted is what is lacking, not what there is. */
function asksNeed(reading: Reading): boolean {
  const [need] = reading.cues.get("need") ?? [];
  // "… I need it for a slide": what is needed is the answer.
  if (need === undefined || IT.has(reading.tokens[need + 1] ?? "")) return false;
  return (reading.cues.get("quantity") ?? []).some((position) => position < need);
}

const TARGET =
  /(?:^| )(?:mål(?:et|a)? (?:for|om)|måltal\w*|måltall\w*|(?<!(?:been|were|was|are|is|be|became|become|main|been the|were the|are the) )targets?(?: for| of)|goals? (?:for|of)|budsjettert\w*|budgeted|(?:mange|mye|mykje) (?:\S+ ){1,5}trengst?|taket for|maksimalt|maximum|could have|kunne ha|skulle vært|prognosen? for|(?:does|do|did) (?:[^?.!,;:\s]+ ){1,6}need|how (?:much|many) (?:\S+ ){0,4}should|(?:hvor|kor) (?:mye|mange|mykje) (?:\S+ ){0,4}(?:bør|burde))(?: |$)/;

/** "how much should they spend", "the target for": what is wanted is no figure of what there is; the report itself tells what ought to be registered. */
function asksTarget(reading: Reading): boolean {
  const isTold = reading.items.some(({ concepts }) => concepts.some((concept) => ["critical-information", "inspection"].includes(concept)));
  return !isTold && !reading.followUp && TARGET.test(reading.text);
}

/** "what was the estimate for 2020": what was reckoned of a year that is over is no forecast. */
function ofThePast({ periods, now }: Reading): boolean {
  const years = periods.flatMap((mention) => (mention.kind === "point" && !mention.calendar ? [Number(mention.period.slice(0, 4))] : []));
  return years.length > 0 && years.every((year) => year < now.getUTCFullYear());
}

/** "what is the trend, and what should we expect": a trend is told; no figure of the future is. */
function asksTrend(reading: Reading): boolean {
  return said(reading, "trend", "implies") && !said(reading, "quantity", "share");
}

/** "… and how many would be expected to?": of what was just told there is a figure of how many are expected. */
function asksExpected({ items }: Reading, context: Context, tools: Tools): boolean {
  const expected = `${context.questions[0]?.subjects[0] ?? ""}-expected`;
  return tools.knowledge.indicators.has(expected) && isOfThese([expected], items, tools);
}

/** "how many ought to have it": some are expected to. */
function saysExpected({ items }: Reading): boolean {
  return items.some(({ concepts }) => concepts.includes("expected"));
}

/** "will be inspected": the report itself counts what is planned. */
function asksPlanned(reading: Reading): boolean {
  return reading.items.some(({ concepts }) => concepts.includes("inspection"));
}
