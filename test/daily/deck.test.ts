/** Which fact which day, with all of the data: no repeat before the deck is through, and neighbours that differ. */
import { describe, expect, it } from "vitest";
import { createAsk } from "../../intents/index.ts";
import { addDays } from "../../src/daily/calendar.ts";
import { chooseFact, createDeck, type Fact, questionOf, type Shown } from "../../src/daily/deck.ts";
import { invitation } from "../../src/daily/tell.ts";
import { LANGUAGES } from "../../src/knowledge/languages.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { EMPTY_CONTEXT } from "../../src/understanding/context.ts";
import { canonicalOf, parseCanonical } from "../../src/understanding/question.ts";

const { answerQuestion, ask, tools } = createAsk(loadKnowledge());
const deck = createDeck(tools.knowledge, answerQuestion);
const all = deck.about([]);

/** The facts of some days in a row. */
function play(id: string, subjects: string[], days: number, from = "2026-01-05"): { date: string; fact: Fact }[] {
  let state: Shown = { id, subjects, shown: [], round: 0 };
  return Array.from({ length: days }, (_, day) => {
    const date = addDays(from, day);
    const { fact, ...after } = chooseFact(deck, state, date);
    state = { ...state, ...after };
    return { date, fact };
  });
}

describe("the deck", () => {
  it("holds every figure of the report that can be shown, each once", () => {
    expect(all.length).toBeGreaterThan(90);
    expect(new Set(all.map(({ mark }) => mark)).size).toBe(all.length);
    const report = [...tools.knowledge.indicators.values()].filter(({ relation }) => relation === "report");
    const subjects = new Set(all.map(({ subject }) => subject));
    expect(report.map(({ id }) => id).filter((id) => !subjects.has(id))).toEqual([]);
  });

  it("invites to ask on below each fact, in each language, with a question that is answered", () => {
    for (const language of LANGUAGES) {
      const invited = new Set(all.map((fact) => invitation(answerQuestion(questionOf(fact, language))).replace(/^[^:]+: /, "")));
      for (const question of invited) {
        const { answer } = ask({ text: question, locale: language, now: new Date("2026-11-25T09:00:00Z") }, EMPTY_CONTEXT);
        expect([question, answer.answered]).toEqual([question, true]);
      }
    }
  });

  it("answers each fact in each language, with a source, and in a form that can be kept", () => {
    const bad = all.flatMap((fact) =>
      LANGUAGES.filter((language) => {
        const question = questionOf(fact, language);
        const kept = parseCanonical(canonicalOf(question), (key) => tools.reader.subject(key) !== undefined);
        const answer = kept && answerQuestion(kept);
        return !answer?.answered || answer.sources.length === 0 || answer.language !== language;
      }).map((language) => canonicalOf(questionOf(fact, language))),
    );
    expect(bad).toEqual([]);
  });

  it("shows everything once before anything comes again, round after round", () => {
    for (const id of ["a", "b", "c"]) {
      const played = play(id, [], all.length * 2).map(({ fact }) => fact.mark);
      expect(new Set(played.slice(0, all.length)).size).toBe(all.length);
      expect(new Set(played.slice(all.length)).size).toBe(all.length);
      expect(played.slice(0, all.length)).not.toEqual(played.slice(all.length));
    }
  });

  it("never has neighbours of one section", () => {
    for (const id of ["a", "b", "c", "d", "e"]) {
      const sections = play(id, [], all.length * 2 + 5).map(({ fact }) => fact.section);
      expect(sections.filter((section, at) => section === sections[at + 1])).toEqual([]);
    }
  });

  it("keeps to the subjects that were asked for, with neighbours of different subjects", () => {
    const facts = deck.about(["section:kjernejournal"]);
    const played = play("a", ["section:kjernejournal"], facts.length).map(({ fact }) => fact);
    expect(new Set(played.map(({ section }) => section))).toEqual(new Set(["section:kjernejournal"]));
    expect(new Set(played.map(({ mark }) => mark)).size).toBe(facts.length);
    expect(played.filter(({ subject }, at) => subject === played[at + 1]?.subject)).toEqual([]);
  });

  it("chooses the same for the same subscription and date, something else for another", () => {
    expect(play("a", [], 30)).toEqual(play("a", [], 30));
    expect(play("a", [], 30)).not.toEqual(play("b", [], 30));
  });

  it("takes what a date fits on that date", () => {
    const december = play("a", [], 20, "2026-12-01");
    const fitting = december.filter(({ fact }) => fact.fits === "12").map(({ fact }) => fact.subject);
    expect(fitting.sort()).toEqual(["event:helsedata-no-launch", "event:kjernejournal-first-nursing-home"]);
    expect(december[0]?.fact.fits).toBe("12");
  });

  it("brings figures with a course earlier and more often", () => {
    const weighty = all.filter(({ weight }) => weight > 1);
    expect(weighty.length).toBeGreaterThan(new Set(weighty.map(({ subject }) => subject)).size);
    const places = Array.from({ length: 60 }, (_, number) => play(`s${number}`, [], all.length).map(({ fact }) => fact));
    const meanOf = (pick: (fact: Fact) => boolean) => {
      const at = places.flatMap((facts) => facts.flatMap((fact, place) => (pick(fact) ? place : [])));
      return at.reduce((sum, place) => sum + place, 0) / at.length;
    };
    expect(meanOf(({ weight }) => weight > 1)).toBeLessThan(meanOf(({ weight }) => weight === 1) - 5);
  });
});
