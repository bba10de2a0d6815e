/**
 * The small words of which a half sentence is made that goes on with what was spoken of: "og hvor mye ble det
 * året før?". A message that names nothing of ours and says another word than these – "how many complained?",
 * "when is lunch?" – asks of something else, and gets no figure of what was spoken of.
 */
import { BACK, thenIn } from "./pointing.ts";
import type { Reading } from "./reading.ts";

const SMALL_WORDS = new Set(
  [
    // bokmål and nynorsk: pronouns, articles and what points
    "jeg eg æ e du han ho hun vi me de dei dere dykk dokker man en ei et ein eit ett eitt den det dette denne disse desse deim dem",
    "meg deg seg sæ oss sin sitt si sine min mitt mine vår vårt våre hans hennes deres deira sjølv selv slik slikt slike sånn sånt",
    "hva kva ka vor hvem kven hvor kor kvar hvordan korleis åssen hvilken hvilket hvilke hvorfor kvifor når som samme same andre annet anna annen noe noko noen nokon begge båe",
    "ingen ingenting alt alle all hele heile hel heil helt heilt hver hvert kvar kvart neste siste sist forrige førre første fyrste liten litt bare berre både",
    // prepositions, conjunctions and adverbs of place, time and degree
    "i på av til fra frå for med uten utan ved om mot mellom over under etter før innen inntil fram frem opp ned ut inn per pr hos blant siden sidan rundt omkring cirka ca",
    "og men eller så da då enn hvis dersom viss at fordi ellers elles også òg og bare altså nå no nu igjen atter enda endå ennå allerede alt fortsatt framleis fremdeles",
    "her der dit hit hjem bort mer meir mest mye mykje mindre minst flere fleire flest færre få mange nok for ganske veldig nokså nesten omtrent circa akkurat nøyaktig egentlig eigentleg faktisk",
    "senere seinere seinare tidligere tidlegare høyere høgare lavere lågare dobbelt ganger gonger gang gong så enten verken bak foran mot motsatt motsett vei veien veg vegen halvt",
    // verbs that carry nothing
    "er e var va vært vore være vere blir bli ble blei vart vert blitt har ha hadde hatt får få fikk fekk fått gjør gjer gjorde gjort gjøre gjere kan kunne skal skulle vil ville må måtte bør burde",
    "går gå gikk gjekk gått står stå sto stod kommer kjem kom komme koma ligger ligg lå utgjør utgjer tilsvarer tilsvarar endte endar ender si sier seier sa sei vis vise gi gje ta tar tek tok mener meiner mente meinte meina tror trur tru vet veit lese les ser sjå så såg rekne regne tell telle",
    "lurer lurar spør spørre prøv høre høyre hør høyr tenk tenkte tenker hjelp vent sjekk",
    // what is said in passing
    "ja nei jo jaha javel neivel ok okei okay greit fint bra flott supert takk unnskyld orsak beklager sorry vær ver så snill snilt hei heisann hm hmm oi åh ah aha sant ikke ikkje vel nettopp riktig rett feil sikker sikkert",
    "forresten egentlig liksom jo da dog kanskje gjerne helst heller forskjell forskjellen skilnad skilnaden",
    // numbers and what is counted by them
    "to tre fire fem seks sju syv åtte ni ti elleve tolv år året åra årene måned måneden månad månaden måneder månader kvartal kvartalet kvartala halvår halvåret periode perioden tiden tida slutten starten utgangen begynnelsen",
    "pandemi pandemien pandemiår pandemiåret koronaår koronaåret korona pandemic covid",
    "absolutt absolutte relativ relativt relative absolute terms term reelt reell",
    "snitt snittet gjennomsnitt gjennomsnittet månedssnitt månedssnittet månadssnitt månadssnittet average mean",
    "tall tallet tallene tal talet tala totalt total totalen sum summen samlet samla sammen saman tilsammen prosent prosentpoeng andel andelen del delen antall antallet million millioner millionar personer personar folk stykker stykk kroner",
    "landet norge noreg verst verste best beste trodde trudde trur fall nye ny nytt sett stad sted halvparten prosenten høy høyt høg høgt lav lavt låg lågt stor stort målt målte",
    // English
    "i you he she it we they one ones me him her us them my your his its our their this that these those who whom what which where when why how whose same other another both either neither each every all any some none",
    "the a an of in on at to from for with without by about between over under after before until till since than as like up down out off into onto per around roughly nearly almost exactly about approx",
    "and or but so then if because though although while also too either not no yes yeah yep nope just only even still again yet already now here there more most much many less least fewer few enough very quite rather pretty really actually",
    "is are was were be been being am do does did doing done have has had having can could will would shall should may might must go goes went gone going come comes came get gets got give gives gave given take takes took make makes made",
    "say says said tell show shows mean means meant think know see look looks let's let lets put end ends ended become became turn add compare compares compared",
    "ok okay right well sure sorry please pls plz thanks thank hey hi oh wow ah alright anyway though exactly true correct wrong sure maybe perhaps",
    "two three four five six seven eight nine ten eleven twelve year years month months quarter quarters half period end start beginning time times way first second third last next previous other later earlier early late total sum altogether overall combined together",
    "everything anything something nothing closed open worst best high low higher lower far recent latest u ur ya read heard thought country national nationwide norway growth",
    "percent percentage points point share number numbers figure figures amount million millions people persons round alone that's it's what's whole entire bit",
  ].flatMap((line) => line.split(" ")),
);

/** Words that were read as what they stand for, whatever they say. */
const READ = new Set(["number", "sign", "period", "aside"]);
/** "back to", "back in 2013", "back up". */
const GOES_ON = new Set(["til", "to", "i", "in", "opp", "up", "down", "ned", "på", "at"]);

/** Whether a message says nothing but small words, times, numbers and what asks; its content words are looked at elsewhere. */
export function saysNothingElse({ words, items, periods, numbers, tokens }: Reading): boolean {
  const named = new Set(items.filter(({ concepts }) => concepts.length > 0).map(({ position }) => position));
  const isCounted = (position: number) => [...periods, ...numbers].some(({ from, to }) => from <= position && position < to);
  const from = startOf(tokens);
  const to = thenIn(periods, tokens);
  return words.every(({ text, word, via, roles, positions }) => {
    if ((positions[0] ?? 0) < from || (positions[0] ?? 0) >= to) return true;
    if (READ.has(via) || roles.some(({ cues, concepts }) => cues.size > 0 || concepts.size > 0)) return true;
    if (positions.some((position) => named.has(position) || isCounted(position))) return true;
    // "back to the logins" goes back; who "came back" is counted.
    const [at = 0] = positions;
    if (BACK.has(word)) return GOES_ON.has(tokens[at + 1] ?? "");
    return isSmall(text.toLowerCase()) || word.split(" ").every(isSmall);
  });
}

/** "scary. and in 2021?", "the editor wants the number": where the message begins behind a word or two that only exclaim, or say who asks. */
function startOf(tokens: readonly string[]): number {
  const end = tokens.findIndex((token) => /^[.!?]$/.test(token));
  const asker = ASKER.exec(tokens.join(" "))?.[0].trim().split(" ").length ?? 0;
  const goesOn = tokens.slice(end).some((token) => /[\p{L}\d]/u.test(token));
  return end > 0 && end <= SHORT && goesOn ? end : asker;
}

/** Who wants a figure; what one needs may be anything. */
const ASKER =
  /^(?:(?:men|og|but|and|the|min|my|vår|our) )*\p{L}+ (?:vil ha|vil vite|ønsker|ønskjer|ynskjer|spør om|spør etter|lurer på|lurar på|wants|asks for|asked for) /u;

const SHORT = 2;

/** A small word as it stands, without its apostrophe ("thats"), with two letters swapped ("teh") or one doubled ("åreet"). */
function isSmall(word: string): boolean {
  return SMALL_WORDS.has(word) || SMALL_BY_LETTERS.has(lettersOf(word)) || SMALL_WORDS.has(word.replace(/(\p{L})\1/gu, "$1"));
}

function lettersOf(word: string): string {
  return [...word.replace(/'/g, "")].sort().join("");
}

const SMALL_BY_LETTERS: ReadonlySet<string> = new Set([...SMALL_WORDS].filter((word) => word.length > 2).map(lettersOf));
