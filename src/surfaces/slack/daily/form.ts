/** The form for the fact of the day, as a modal (https://docs.slack.dev/surfaces/modals), and what is read from it. */
import { z } from "zod";
import { EVERY_DAY, WEEKDAYS, type Weekday } from "../../../daily/calendar.ts";
import { DAY_NAMES } from "../../../daily/when.ts";
import { dailyWord } from "../../../daily/words.ts";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { CHAT_WORDS } from "../../words.ts";

export const FORM = "daily_form";
const DEFAULT_TIME = "09:00";

/** What the form carries from where it was opened to where it is sent; the response address may be gone by then. */
export const formPlace = z.object({ channel: z.string(), responseUrl: z.url().nullable() });
export type FormPlace = z.infer<typeof formPlace>;

const plain = (text: string) => ({ type: "plain_text" as const, text });
const option = (text: string, value: string) => ({ text: plain(text), value });

/** The modal for one channel. */
export function formView(place: FormPlace, language: Language) {
  const word = (key: Parameters<typeof dailyWord>[1]) => dailyWord(language, key);
  const days = EVERY_DAY.map((day) => option(DAY_NAMES[language][day - 1] ?? "", String(day)));
  const languages = LANGUAGES.map((one) => option(CHAT_WORDS[one].self, one));
  const input = (id: string, label: string, element: object, more: object = {}) => ({
    ...{ type: "input", block_id: id, label: plain(label), element: { action_id: id, ...element } },
    ...more,
  });
  return {
    type: "modal" as const,
    callback_id: FORM,
    private_metadata: JSON.stringify(place),
    title: plain(word("factHead")),
    submit: plain(word("formSave")),
    close: plain(word("formCancel")),
    blocks: [
      input("time", word("formTime"), { type: "timepicker", initial_time: DEFAULT_TIME }),
      input("days", word("formDays"), {
        type: "multi_static_select",
        options: days,
        initial_options: days.filter(({ value }) => WEEKDAYS.includes(Number(value) as Weekday)),
      }),
      input(
        "subjects",
        word("formSubjects"),
        { type: "plain_text_input", max_length: 200 },
        { optional: true, hint: plain(word("formSubjectsHint")) },
      ),
      input("language", word("formLanguage"), {
        type: "static_select",
        options: languages,
        initial_option: languages.find(({ value }) => value === language),
      }),
      input(
        "holidays",
        word("formHolidays"),
        { type: "checkboxes", options: [option(word("formHolidays"), "holidays")] },
        { optional: true },
      ),
    ],
  };
}

const selected = z.object({ value: z.string() });
const state = z.object({
  time: z.object({ time: z.object({ selected_time: z.string().regex(/^\d\d:\d\d$/) }) }),
  days: z.object({ days: z.object({ selected_options: z.array(selected).min(1) }) }),
  subjects: z.object({ subjects: z.object({ value: z.string().nullish() }) }),
  language: z.object({ language: z.object({ selected_option: selected }) }),
  holidays: z.object({ holidays: z.object({ selected_options: z.array(selected) }) }),
});

export type Filled = { time: string; days: Weekday[]; subjects: string; language: Language; holidays: boolean };

/** What was filled in. @throws ZodError for a state that is none of our form's */
export function readForm(values: unknown): Filled {
  const { time, days, subjects, language, holidays } = state.parse(values);
  return {
    time: time.time.selected_time,
    days: days.days.selected_options.map(({ value }) => Number(value) as Weekday),
    subjects: subjects.subjects.value?.trim() ?? "",
    language: z.enum(LANGUAGES).parse(language.language.selected_option.value),
    holidays: holidays.holidays.selected_options.length > 0,
  };
}
