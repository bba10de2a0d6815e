declare module "snowball-stemmers" {
  /** Makes a stemmer for a language named in English, such as "norwegian". */
  export function newStemmer(language: string): { stem(word: string): string };
}
