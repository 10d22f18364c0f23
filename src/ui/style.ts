import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// In the order of the cascade.
const sheets = [
  'tokens',
  'type',
  'layout',
  'header',
  'bottom-bar',
  'controls',
  'sheet',
  'form',
  'parts',
  'table',
  'prose',
  'course',
  'question',
  'author',
  'messages',
  'chart',
  'motion',
  'print',
];

export const readSheet = (name: string): string => readFileSync(join(import.meta.dirname, 'style', `${name}.css`), 'utf8');

const minify = (css: string): string =>
  css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/([{;][\w-]+): /g, '$1:')
    .replaceAll(';}', '}')
    .trim();

export const style = (fontFaces: string): string => minify([fontFaces, ...sheets.map(readSheet)].join('\n'));
