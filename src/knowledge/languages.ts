/** The languages that Helsetall answers in. Apart from the schemas, so that an answer needs none of what validates data. */
export const LANGUAGES = ["nb", "nn", "en"] as const;
/** bokmål, nynorsk, English. */
export type Language = (typeof LANGUAGES)[number];
