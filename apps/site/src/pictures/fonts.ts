import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { charactersOf } from './font-coverage.js';

const find = createRequire(import.meta.url).resolve;

/** The club's two, in the weights that pictures use, and two for scripts that they do not have. */
const files = [
  { family: 'Golos Text', file: 'golos-text/500Medium/GolosText_500Medium.ttf' },
  { family: 'Golos Text', file: 'golos-text/600SemiBold/GolosText_600SemiBold.ttf' },
  { family: 'Literata', file: 'literata/600SemiBold/Literata_600SemiBold.ttf' },
  {
    family: 'Noto Sans Arabic',
    file: 'noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
  },
  {
    family: 'Noto Sans Hebrew',
    file: 'noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf',
  },
].map(({ family, file }) => ({ family, path: find(`@expo-google-fonts/${file}`) }));

/** What `Resvg` takes: nothing of the machine, so that a picture is the same everywhere. */
export const fontOptions = {
  fontFiles: files.map(({ path }) => path),
  loadSystemFonts: false,
  defaultFontFamily: 'Golos Text',
};

const coverage = new Map(
  files.map(({ family, path }) => [family, charactersOf(readFileSync(path))] as const),
);

/** The font that has all characters of it: `wished` if possible. Undefined when none has. */
export function familyFor(grapheme: string, wished: string): string | undefined {
  const has = (family: string) =>
    [...grapheme].every((each) => coverage.get(family)?.(each.codePointAt(0)!));
  return [wished, ...coverage.keys()].find(has);
}
