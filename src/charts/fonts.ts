/** Inter, from its npm package: the TTF files, read once. Woff files would draw no text, silently. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The weights that pictures use. */
export type Weight = 400 | 600;

const require = createRequire(import.meta.url);
const FILES: Readonly<Record<Weight, string>> = {
  400: "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  600: "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
};
const read = new Map<Weight, Uint8Array>();

/** The bytes of one weight of Inter. */
export function fontBytes(weight: Weight): Uint8Array {
  const known = read.get(weight) ?? new Uint8Array(readFileSync(require.resolve(FILES[weight])));
  read.set(weight, known);
  return known;
}

/** The SIL Open Font License under which Inter travels, as it lies beside the fonts. */
export function fontLicence(): string {
  return readFileSync(require.resolve("@expo-google-fonts/inter/LICENSE_FONT"), "utf8");
}
