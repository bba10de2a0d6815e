/** What a figure is wanted for: "For a piece on hospital capacity: …", "I samband med ein artikkel om …, …". */

/** By these a purpose begins; longest first. */
const BEGINS =
  /^(?:i forbindelse med|i samband med|i anledning|i høve|i arbeidet med|som (?:del|ledd|grunnlag|bakgrunn)(?: av| i| for| til)?|in connection with|in preparation for|as (?:a )?part of|as (?:background|input) (?:for|to)|in advance of|ahead of|(?:just )?for|til|foran|før|ved|with a view to|with regard to|regarding|considering|given|in light of|i lys av|på bakgrunn av|med tanke på|apropos|i etterkant av|etter) /;
/** A purpose of the asker's own, whatever is made: "for at vi skal kunne …", "in order to finish …". */
const OWN =
  /^(?:for at|slik at|sånn at|so that|so) (?:jeg|eg|vi|me|i|we) |^(?:in order to|so as to|to (?:help|finish|complete|prepare|write|illustrate|put)|for å (?:kunne|skrive|lage|bli|få|forberede|førebu|fullføre|illustrere|svare)) /;
const GREETING =
  /^(?:(?:hei|hi|hello|hallo|heisann|hey|god|good|morgen|morning|dag|day|dear|kjære|ok|so|så|all|alle|sammen|there|,|\.|!|-|–) )+/;

/** What people write, say and hold, and meet for; singular and plural, indefinite and definite. */
const WORKS = [
  "artikkel|artikl|article|sak|saken|saka|story|piece|innslag|feature|reportasje|report|rapport|notat|memo|note|brief|briefing|innlegg",
  "kronikk|column|op-ed|oped|leder|editorial|blogg|blog|podcast|podkast|episode|intervju|interview|tale|speech|foredrag|talk|lecture",
  "forelesning|førelesing|presentasjon|presentation|pitch|deck|slide|lysbilde|lysark|plansje|poster|møte|meeting|seminar|webinar|konferanse",
  "conference|workshop|høring|høyring|hearing|debatt|debate|innspill|innspel|submission|søknad|application|oppgave|oppgåve|essay|thesis",
  "masteroppgav|bacheloroppgav|prosjekt|project|assignment|homework|lekse|eksamen|exam|quiz|kurs|course|undervisning|lesson|class|klasse",
  "budsjett|budget|strategi|strategy|plan|årsmelding|årsrapport|annual|melding|proposisjon|paper|nyhetsbrev|nyheitsbrev|newsletter|brev|letter",
  "pressemelding|pressemøte|press|statsråd|minister|styre|board|styremøte|styresak|komit|committee|utvalg|utval|tilsyn|revisjon|audit",
  "dokumentar|documentary|faktasjekk|factsheet|faktaark|brosjyre|brochure|nettside|website|bok|book|chapter|kapittel|svar|reply|analyse|analysis",
].join("|");
const WORK = new RegExp(`^(?:[\\p{L}-]*)?(?:${WORKS})[\\p{L}]{0,5}$`, "u");
/** How far behind the beginning the work is named: "for a short internal piece". */
const LONGEST = 5;

/** Whether a clause tells what the figure is wanted for; its words, without what stands behind it. */
export function isPurpose(words: readonly string[]): boolean {
  const text = words.join(" ").replace(GREETING, "");
  if (OWN.test(text)) return true;
  const [begins] = BEGINS.exec(`${text} `) ?? [];
  if (begins === undefined) return false;
  const rest = text.slice(begins.length).split(" ");
  return rest.slice(0, LONGEST).some((word) => WORK.test(word));
}
