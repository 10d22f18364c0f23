import { dataMap, purposes, type Entry, type Purpose } from '../../data-map/index.ts';
import { codeWords } from './code-words.ts';
import { columnWords } from './column-words.ts';

const map = dataMap as Record<string, Entry>;

/**
 * What a code stands for: an extract explains its fields to whoever reads them (Art. 12(1), IMY v Spotify). Undefined for all else.
 * The files for computers keep the code.
 */
export function codeInWords(table: string, column: string, value: unknown, locale: 'sv' | 'en'): string | undefined {
  const words = codeWords[`${table}.${column}`];
  if (words && typeof value === 'string') return words[value]?.[locale];
  if (column === 'purpose' && typeof value === 'string') return purposes[value as Purpose]?.[locale];
  if (isInBoth(value)) return value[locale];
  if (column !== 'fields' || !Array.isArray(value)) return undefined;
  return value.map((field) => fieldInWords(String(field), locale)).join('; ');
}

/** A name that the row only points at, where it has one in each language. */
const isInBoth = (value: unknown): value is Record<'sv' | 'en', string> =>
  typeof value === 'object' && value !== null && Object.keys(value).toSorted().join() === 'en,sv';

/** A column of the map, as `table.column`, in words. */
export function fieldInWords(field: string, locale: 'sv' | 'en'): string {
  const [table = '', column = ''] = field.split('.');
  const entry = map[table];
  const word = columnWords[column]?.[locale] ?? column;
  return entry && 'title' in entry ? `${entry.title[locale]} (${word.toLowerCase()})` : field;
}
