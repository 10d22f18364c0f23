import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unpackWoff } from './woff.ts';

const faces = {
  serif: { family: 'source-serif-4', style: '400-italic' },
  sans: { family: 'source-sans-3', style: '400-normal' },
  bold: { family: 'source-sans-3', style: '600-normal' },
} as const;
export type Face = keyof typeof faces;

const scripts = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'] as const;
export type Script = (typeof scripts)[number];

const fileOf = (path: string): string => fileURLToPath(import.meta.resolve(`@fontsource/${path}`));

type Range = { from: number; to: number };
const ranges = new Map(
  Object.entries(JSON.parse(readFileSync(fileOf('source-serif-4/unicode.json'), 'utf8')) as Record<string, string>).map(
    ([script, list]) => [script, list.split(',').map(readRange)],
  ),
);

function readRange(text: string): Range {
  const [from = '', to = from] = text.replace('U+', '').split('-');
  return { from: parseInt(from, 16), to: parseInt(to, 16) };
}

function scriptOf(character: string): Script {
  const code = character.codePointAt(0)!;
  return scripts.find((script) => ranges.get(script)?.some(({ from, to }) => from <= code && code <= to)) ?? 'latin';
}

/** A text in the pieces that one font file each can draw: a name may hold letters of several. */
export function piecesOf(text: string): { script: Script; text: string }[] {
  const pieces: { script: Script; text: string }[] = [];
  for (const character of text.normalize('NFC')) {
    const last = pieces.at(-1);
    const script = character === ' ' && last ? last.script : scriptOf(character);
    if (last?.script === script) last.text += character;
    else pieces.push({ script, text: character });
  }
  return pieces;
}

const read = new Map<string, Buffer>();

export function fontFile(face: Face, script: Script): Buffer {
  const { family, style } = faces[face];
  const path = fileOf(`${family}/files/${family}-${script}-${style}.woff`);
  const known = read.get(path) ?? unpackWoff(readFileSync(path));
  read.set(path, known);
  return known;
}
