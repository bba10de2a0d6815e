/** What people write for the fact of the day, in three languages and with slips. */
import { describe, expect, it } from "vitest";
import { type Command, parseDaily } from "../../src/daily/command.ts";
import { dailyWord } from "../../src/daily/words.ts";
import { LANGUAGES } from "../../src/knowledge/languages.ts";

// A Wednesday.
const now = Date.parse("2026-11-25T08:00:00Z");
const subjectsOf = (words: string) => (/kjernejournal/i.test(words) ? ["section:kjernejournal"] : []);
const read = (text: string, more = {}) => parseDaily(text, { now, subjectsOf, ...more })?.command;
const NINE = { kind: "subscribe", time: "09:00", zone: "Europe/Oslo", days: [1, 2, 3, 4, 5], holidays: false, subjects: [] };

describe("subscribing", () => {
  it.each<[string, object]>([
    ["daglig 09:00", {}],
    ["Daglig kl. 9", {}],
    ["dagli 9", {}],
    ["daglig 0900", {}],
    ["daglig 9.00", {}],
    ["daglig klokka 09:00 på hverdager", {}],
    ["dagleg 09:00", { language: "nn" }],
    ["dagleg klokka 9 på kvardagar", { language: "nn" }],
    ["daily 9", { language: "en" }],
    ["daily at 9am", { language: "en" }],
    ["Daily at 9:00 AM on weekdays", { language: "en" }],
    ["dayly 9 pm", { language: "en", time: "21:00" }],
    ["daily 12 am", { language: "en", time: "00:00" }],
    ["daglig 14:30 hver dag", { time: "14:30", days: [1, 2, 3, 4, 5, 6, 7] }],
    ["dagleg 09:00 kvar dag", { language: "nn", days: [1, 2, 3, 4, 5, 6, 7] }],
    ["daily 09:00 every day", { language: "en", days: [1, 2, 3, 4, 5, 6, 7] }],
    ["daglig 09:00 man ons fre", { days: [1, 3, 5] }],
    ["daglig 09:00 mandag, onsdag og fredag", { days: [1, 3, 5] }],
    ["daglig man-tor 09:00", { days: [1, 2, 3, 4] }],
    ["daglig fredag til mandag 09:00", { days: [1, 5, 6, 7] }],
    ["dagleg 09:00 måndag og tysdag", { language: "nn", days: [1, 2] }],
    ["dagleg 09:00 laurdag", { language: "nn", days: [6] }],
    ["daily 9:00 tues thurs", { language: "en", days: [2, 4] }],
    ["daglig 09:00 onsdg", { days: [3] }],
    ["daglig 09:00 i helgene", { days: [6, 7] }],
    ["daglig 09:00 Europe/London", { zone: "Europe/London" }],
    ["daily 9 america/new_york", { language: "en", zone: "America/New_York" }],
    ["daglig 09:00 UTC", { zone: "UTC" }],
    ["daglig 09:00 bare kjernejournal", { subjects: ["section:kjernejournal"] }],
    ["dagleg 09:00 berre om kjernejournal", { language: "nn", subjects: ["section:kjernejournal"] }],
    ["daily 9 only about Kjernejournal", { language: "en", subjects: ["section:kjernejournal"] }],
    ["daglig 09:00 på nynorsk", { language: "nn" }],
    ["daglig 09:00 på engelsk hver dag med helligdager", { language: "en", days: [1, 2, 3, 4, 5, 6, 7], holidays: true }],
    ["daglig 09:00 også på helligdager", { holidays: true }],
    ["dagleg 09:00 med heilagdagar", { language: "nn", holidays: true }],
    ["daily 9 with holidays", { language: "en", holidays: true }],
    ["daily 9 without public holidays", { language: "en" }],
    ["daglig midnatt", { time: "00:00" }],
    ["daglig 9, hver dag, bare kjernejournal", { days: [1, 2, 3, 4, 5, 6, 7], subjects: ["section:kjernejournal"] }],
    ["daglig halv ti", { time: "09:30" }],
    ["dagleg klokka kvart over ni", { language: "nn", time: "09:15" }],
    ["daily at quarter to 9", { language: "en", time: "08:45" }],
    ["daily at half past nine", { language: "en", time: "09:30" }],
    ["daily 9 o'clock", { language: "en" }],
    ["daily at noon", { language: "en", time: "12:00" }],
    ["daglig 09:00 man/ons/fre", { days: [1, 3, 5] }],
    ["daglig 09:00 bare mandager", { days: [1] }],
    ["daily 09:00 weekends only", { language: "en", days: [6, 7] }],
    ["daglig 09:00 bare kjernejournal hver dag", { subjects: ["section:kjernejournal"], days: [1, 2, 3, 4, 5, 6, 7] }],
    ["daglig 09:00 bare kjernejournal på mandager", { subjects: ["section:kjernejournal"], days: [1] }],
    ["daglig bare kjernejournal kl 9", { subjects: ["section:kjernejournal"] }],
    ["daily 9 only kjernejournal, Mondays and Fridays", { language: "en", subjects: ["section:kjernejournal"], days: [1, 5] }],
    ["daily 9am London time", { language: "en", zone: "Europe/London" }],
    ["daglig 09:00 tiden i New York", { zone: "America/New_York" }],
    ["daily 9 but not on holidays", { language: "en" }],
    ["/helsetall daglig 09:00", {}],
    ["endre daglig til 10:00", { time: "10:00" }],
    ["abonner daglig 09:00", {}],
  ])("%s", (text, more) => {
    expect(read(text)).toEqual({ ...NINE, language: "nb", ...more });
  });

  it.each([
    ["stopp", "nb"],
    ["stop sending daily facts", "en"],
    ["skip today", "en"],
    ["hald fram", "nn"],
    ["ikkje send fleire daglege tal", "nn"],
  ])("answers %s in the language of its words", (text, language) => {
    expect(parseDaily(text, { now, subjectsOf })?.language).toBe(language);
  });

  it("takes the person's zone and language where the command names none", () => {
    expect(read("daily 9", { zone: "Europe/London", language: "nn" })).toMatchObject({ zone: "Europe/London", language: "nn" });
    expect(read("daily 9 norsk tid", { zone: "Europe/London" })).toMatchObject({ zone: "Europe/Oslo", language: "en" });
  });
});

describe("the rest of it", () => {
  it.each<[string, Command]>([
    ["daglig", { kind: "form" }],
    ["daglig vis", { kind: "show" }],
    ["daily show", { kind: "show" }],
    ["dagleg plan", { kind: "show" }],
    ["daglig pause", { kind: "pause", until: null }],
    ["daglig pause til fredag", { kind: "pause", until: "2026-11-27" }],
    ["daglig pause til onsdag", { kind: "pause", until: "2026-12-02" }],
    ["dagleg pause til tysdag", { kind: "pause", until: "2026-12-01" }],
    ["daily pause until Friday", { kind: "pause", until: "2026-11-27" }],
    ["pause til fredag", { kind: "pause", until: "2026-11-27" }],
    ["daglig pause til 1. desember", { kind: "pause", until: "2026-12-01" }],
    ["daglig pause til 1. nov", { kind: "pause", until: "2027-11-01" }],
    ["daily pause until December 1st", { kind: "pause", until: "2026-12-01" }],
    ["daily pause until 1 Dec 2026", { kind: "pause", until: "2026-12-01" }],
    ["daglig pause til 1.12.", { kind: "pause", until: "2026-12-01" }],
    ["daglig pause til 2027-01-04", { kind: "pause", until: "2027-01-04" }],
    ["daglig pause til i morgen", { kind: "pause", until: "2026-11-26" }],
    ["dagleg pause til neste veke", { kind: "pause", until: "2026-11-30" }],
    ["daily pause for two weeks", { kind: "pause", until: "2026-12-09" }],
    ["daglig hopp over i dag", { kind: "skip" }],
    ["hopp over i dag", { kind: "skip" }],
    ["daily skip today", { kind: "skip" }],
    ["daglig prøv nå", { kind: "try" }],
    ["dagleg prøv no", { kind: "try" }],
    ["daily try now", { kind: "try" }],
    ["daglig stopp", { kind: "stop" }],
    ["Daglig stopp!", { kind: "stop" }],
    ["daily stop", { kind: "stop" }],
    ["stopp", { kind: "stop" }],
    ["daglig fortsett", { kind: "resume" }],
    ["dagleg hald fram", { kind: "resume" }],
    ["daily resume", { kind: "resume" }],
    ["daglig hjelp", { kind: "help" }],
    ["stop daily", { kind: "stop" }],
    ["stopp daglig tall", { kind: "stop" }],
    ["daily show plan", { kind: "show" }],
    ["ikkje send i dag", { kind: "skip" }],
    ["daglig pause ut uka", { kind: "pause", until: "2026-11-30" }],
    ["daglig pause i 3 dager", { kind: "pause", until: "2026-11-28" }],
    ["dagleg pause i fem dagar", { kind: "pause", until: "2026-11-30" }],
    ["daily pause for 10 days", { kind: "pause", until: "2026-12-05" }],
    ["daglig pause en måned", { kind: "pause", until: "2026-12-25" }],
    ["daglig pause i dag", { kind: "skip" }],
    ["daglig hop over i dag", { kind: "skip" }],
    ["daily pause until the end of the week", { kind: "pause", until: "2026-11-30" }],
    ["kan du stoppe dagens tall?", { kind: "stop" }],
    ["stopp dei daglege tala", { kind: "stop" }],
    ["ikke send flere daglige tall", { kind: "stop" }],
    ["please stop the daily facts", { kind: "stop" }],
    ["no more daily facts please", { kind: "stop" }],
    ["how do I stop the daily fact?", { kind: "help" }],
    ["kan de sende dagens tal hit kvar dag klokka 9?", { kind: "form" }],
    ["when is the next fact of the day?", { kind: "show" }],
    ["kan du sende dagens tall hit?", { kind: "form" }],
    ["kan vi få daglig tall kl 9?", { kind: "form" }],
    ["could we get the daily fact here", { kind: "form" }],
    ["når kommer neste daglige tall?", { kind: "show" }],
    ["hva er dagens tall?", { kind: "try" }],
  ])("%s", (text, command) => {
    expect(read(text)).toEqual(command);
  });

  it.each([
    ["daglig 25:00", "unclearTime"],
    ["daglig 9:75", "unclearTime"],
    ["daglig hver dag", "unclearTime"],
    ["daglig 09:00 Europe/Bergen", "unclearZone"],
    ["daglig 09:00 bare ishockey", "unclearSubjects"],
    ["daglig 09:00 i kanalen vår", "unclear"],
    ["daglig pause til 31. februar", "unclearUntil"],
    ["daglig pause til snart", "unclearUntil"],
    ["daglig pause i 900 dager", "unclearUntil"],
    ["daglig hopp over i morgen", "unclearSkip"],
    ["daglig 09:00 ikke mandag", "unclear"],
    ["daglig 09:00 bare kjernejournal, ikke i helgene", "unclear"],
    ["daglig 09:00 og 15:00", "unclear"],
    ["daglig vsi", "unclear"],
  ] as const)("says what to write instead of %s", (text, key) => {
    expect(read(text)).toEqual({ kind: "unclear", message: dailyWord("nb", key) });
  });

  it.each([
    "daily logins to Helsenorge in 2021",
    "daglige innlogginger på Helsenorge",
    "daily users of kjernejournal?",
    "how many daily users does Helsenorge have?",
    "hva er dagens tall for innlogginger?",
    "hvor mange daglige meldinger sender sykehusene?",
    "hvor mange logget inn i 2021?",
    "vis innlogginger på Helsenorge",
    "stopp i veksten av e-resepter",
    "ikke stopp dagens tall",
    "",
  ])("leaves questions alone: %s", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it("never takes long for hostile input", () => {
    const started = performance.now();
    for (const text of [
      "daglig ".repeat(5_000),
      `daglig ${"9".repeat(5_000)}`,
      `daglig 09:00 ${"og ".repeat(3_000)}`,
      `daglig pause ${"1. ".repeat(2_000)}`,
    ])
      read(text);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("tells what to write in words that it understands itself", () => {
    for (const language of LANGUAGES)
      for (const key of [
        "unclear",
        "unclearTime",
        "unclearZone",
        "unclearSubjects",
        "unclearUntil",
        "unclearSkip",
        "paused",
        "howToStop",
      ] as const) {
        const examples = [...dailyWord(language, key).matchAll(/[«“]([^»”]+)[»”]/g)].map(([, example = ""]) => example);
        expect(examples.length).toBeGreaterThan(0);
        for (const example of examples) expect([example, read(example)?.kind]).not.toEqual([example, expect.stringMatching(/unclear/)]);
        for (const example of examples) expect(read(example)).toBeDefined();
      }
  });
});
