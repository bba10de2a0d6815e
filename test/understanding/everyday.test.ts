import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/knowledge/languages.ts";
import { answersOf, answerTo, tools } from "./bot.ts";

const { lexicon, speller } = tools.reader.vocabulary;
const { everyday } = tools.knowledge.language;
/** Words that some names have by the way, and that are known to be such. */
const classes = Object.entries(everyday).filter(([name]) => name !== "incidental");

describe("everyday words", () => {
  it("are no subject words, places, groups, diseases or institutions", () => {
    const words = classes.flatMap(([, lists]) => LANGUAGES.flatMap((language) => lists[language]));
    const hiding = words.filter((word) => {
      const roles = lexicon.find(word)?.roles;
      return roles === undefined || roles.concepts.size > 0 || roles.scope !== undefined;
    });
    expect(hiding).toEqual([]);
  });

  it("are nothing that a misspelt word is taken for", () => {
    expect(speller.correct("redaksjonsmøtee")).not.toContain("redaksjonsmøtet");
  });

  it.each([
    ["Innlogginger på Helsenorge 2021, kollegaen snublet i styrepapirene", 1],
    ["Helsenorge logins 2021 absolutely skyrocketed, hubby reckons", 1],
    ["hvor mange styrepapirer om Helsenorge i 2021", 0],
    ["how many webinars on Helsenorge in 2021", 0],
  ])("say nothing unless they are counted: %s", (text, count) => {
    expect(answersOf(answerTo(text))).toHaveLength(count);
  });
});

describe("one place of care", () => {
  it.each([
    "my uncle's hospital had how many bed days in 2020",
    "hvor mye brukte kommunen min på IKT i 2020",
    "kor mange liggedøgn hadde vi på avdelinga mi i 2021",
    "bed days on our ward in 2020",
  ])("has no figure: %s", (text) => {
    expect(answersOf(answerTo(text))).toEqual([]);
  });
});
