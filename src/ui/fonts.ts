import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Font = { name: string; file: string; family: string; weight: number; slant: 'normal' | 'italic'; range: string };

const latin =
  'U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
// Fetched only by a page that shows such a letter: Northern Sami, Polish or Turkish names.
const latinExtended = 'U+100-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113';

const sans = { family: 'Source Sans 3', slant: 'normal' } as const;

export const fonts: readonly Font[] = [
  {
    name: 'serif.woff2',
    file: 'source-serif-4/files/source-serif-4-latin-400-italic.woff2',
    family: 'Source Serif 4',
    weight: 400,
    slant: 'italic',
    range: latin,
  },
  { name: 'sans.woff2', file: 'source-sans-3/files/source-sans-3-latin-400-normal.woff2', ...sans, weight: 400, range: latin },
  { name: 'sans-600.woff2', file: 'source-sans-3/files/source-sans-3-latin-600-normal.woff2', ...sans, weight: 600, range: latin },
  {
    name: 'sans-extended.woff2',
    file: 'source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2',
    ...sans,
    weight: 400,
    range: latinExtended,
  },
];

export const readFont = (font: Font): Buffer => readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/${font.file}`)));

export const fontFaces = (hrefOf: (name: string) => string): string =>
  fonts
    .map(
      (font) =>
        `@font-face{font-family:'${font.family}';font-style:${font.slant};font-weight:${font.weight};font-display:swap;` +
        `src:url('${hrefOf(font.name)}') format('woff2');unicode-range:${font.range}}`,
    )
    .join('\n');
