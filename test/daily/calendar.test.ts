/** Local times against instants: both changes of 2026 and 2027, midnight, leap days, holidays. */
import { describe, expect, it } from "vitest";
import { EVERY_DAY, instantOf, isHoliday, nextOccurrence, type Schedule, WEEKDAYS } from "../../src/daily/calendar.ts";
import { daysWords, momentWords } from "../../src/daily/when.ts";

const iso = (at: number) => new Date(at).toISOString().slice(0, 16);
const at = (text: string) => Date.parse(`${text}:00Z`);

describe("a local time", () => {
  it.each([
    ["2026-03-28", "02:30", "Europe/Oslo", "2026-03-28T01:30"],
    ["2026-03-29", "00:00", "Europe/Oslo", "2026-03-28T23:00"],
    ["2026-03-29", "01:59", "Europe/Oslo", "2026-03-29T00:59"],
    ["2026-03-29", "02:00", "Europe/Oslo", "2026-03-29T01:00"],
    ["2026-03-29", "02:30", "Europe/Oslo", "2026-03-29T01:00"],
    ["2026-03-29", "02:59", "Europe/Oslo", "2026-03-29T01:00"],
    ["2026-03-29", "03:00", "Europe/Oslo", "2026-03-29T01:00"],
    ["2026-03-29", "09:00", "Europe/Oslo", "2026-03-29T07:00"],
    ["2026-03-30", "02:30", "Europe/Oslo", "2026-03-30T00:30"],
    ["2026-10-24", "02:30", "Europe/Oslo", "2026-10-24T00:30"],
    ["2026-10-25", "00:00", "Europe/Oslo", "2026-10-24T22:00"],
    ["2026-10-25", "01:59", "Europe/Oslo", "2026-10-24T23:59"],
    ["2026-10-25", "02:00", "Europe/Oslo", "2026-10-25T00:00"],
    ["2026-10-25", "02:30", "Europe/Oslo", "2026-10-25T00:30"],
    ["2026-10-25", "03:00", "Europe/Oslo", "2026-10-25T02:00"],
    ["2026-10-25", "09:00", "Europe/Oslo", "2026-10-25T08:00"],
    ["2026-10-26", "02:30", "Europe/Oslo", "2026-10-26T01:30"],
    ["2027-03-28", "00:00", "Europe/Oslo", "2027-03-27T23:00"],
    ["2027-03-28", "02:30", "Europe/Oslo", "2027-03-28T01:00"],
    ["2027-10-31", "00:00", "Europe/Oslo", "2027-10-30T22:00"],
    ["2027-10-31", "02:30", "Europe/Oslo", "2027-10-31T00:30"],
    ["2027-03-28", "01:30", "Europe/London", "2027-03-28T01:00"],
    ["2026-10-25", "01:30", "Europe/London", "2026-10-25T00:30"],
    ["2026-09-06", "00:00", "America/Santiago", "2026-09-06T04:00"],
    ["2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:30"],
    ["2026-01-01", "00:00", "Europe/Oslo", "2025-12-31T23:00"],
    ["2028-02-29", "00:00", "Europe/Oslo", "2028-02-28T23:00"],
    ["2028-02-29", "02:30", "Europe/Oslo", "2028-02-29T01:30"],
    ["2028-02-29", "09:00", "Europe/Oslo", "2028-02-29T08:00"],
    ["2026-07-01", "09:00", "Asia/Kathmandu", "2026-07-01T03:15"],
  ])("%s %s in %s is %s", (date, time, zone, expected) => {
    expect(iso(instantOf(date, time, zone))).toBe(expected);
  });
});

describe("the next post", () => {
  const schedule: Schedule = { time: "09:00", zone: "Europe/Oslo", days: WEEKDAYS, holidays: false };
  it.each([
    ["today when it is to come", "2026-11-26T07:59", {}, "2026-11-26"],
    ["the next day from the minute itself", "2026-11-26T08:00", {}, "2026-11-27"],
    ["over a weekend", "2026-11-27T12:00", {}, "2026-11-30"],
    ["over Easter", "2026-04-01T12:00", {}, "2026-04-07"],
    ["not over Easter when wanted", "2026-04-01T12:00", { holidays: true }, "2026-04-02"],
    ["on Christmas Eve", "2026-12-23T12:00", {}, "2026-12-24"],
    ["after Christmas", "2026-12-24T12:00", {}, "2026-12-28"],
    ["on a leap day", "2028-02-28T12:00", {}, "2028-02-29"],
    ["after midnight of its own zone", "2026-11-25T23:30", { time: "00:00", days: EVERY_DAY }, "2026-11-27"],
    ["after a leap day", "2028-02-29T12:00", {}, "2028-03-01"],
    ["on the night that skips its time", "2027-03-27T12:00", { holidays: true, time: "02:30", days: EVERY_DAY }, "2027-03-28"],
    ["once where its time was skipped", "2027-03-28T01:00", { holidays: true, time: "02:30", days: EVERY_DAY }, "2027-03-29"],
    ["once in the fold of 2027", "2027-10-31T00:45", { time: "02:30", days: EVERY_DAY }, "2027-11-01"],
    ["once in the fold", "2026-10-25T00:45", { time: "02:30", days: EVERY_DAY }, "2026-10-26"],
  ])("comes %s", (_name, now, more, expected) => {
    expect(nextOccurrence({ ...schedule, ...more }, { after: at(now) }).date).toBe(expected);
  });

  it("knows the movable holidays of two years", () => {
    const holidays = ["2026-04-03", "2026-05-14", "2026-05-25", "2027-03-26", "2027-05-06", "2027-05-17"];
    expect(holidays.filter((date) => !isHoliday(date))).toEqual([]);
    expect(["2026-12-24", "2026-12-31", "2026-06-23"].filter(isHoliday)).toEqual([]);
  });
});

describe("in words", () => {
  it.each([
    ["nb", "torsdag 26. november kl. 09:00, norsk tid"],
    ["nn", "torsdag 26. november kl. 09:00, norsk tid"],
    ["en", "Thursday 26 November at 09:00, Norwegian time"],
  ] as const)("says when in %s", (language, expected) => {
    expect(momentWords(at("2026-11-26T08:00"), "Europe/Oslo", language, at("2026-11-25T08:00"))).toBe(expected);
  });

  it("names another zone and another year", () => {
    expect(momentWords(at("2027-01-05T09:00"), "Europe/London", "nn", at("2026-12-30T08:00"))).toBe(
      "tysdag 5. januar 2027 kl. 09:00, tida i London",
    );
  });

  it("names days", () => {
    expect(daysWords(WEEKDAYS, "nb")).toBe("på hverdager");
    expect(daysWords(EVERY_DAY, "nn")).toBe("kvar dag");
    expect(daysWords([1, 3, 5], "en")).toBe("every Monday, Wednesday and Friday");
  });
});
