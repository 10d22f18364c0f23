import { categories, type Category } from '../../data-map/index.ts';
import { columnsSeenBy } from '../privacy/index.ts';
import { showsColumn, type Field } from '../people/index.ts';
import type { Locale } from '../ui/locale.ts';
import { words } from './words.ts';

export type SeenCategory = { category: Category; title: string; text: string };

/**
 * Exactly what the map lets a course's administrators see, cut by what the customer shows them (N-52, E-02), a line for each
 * category. A column that is added to the map shows up here by itself. A key that is bound to nobody holds no one's address.
 */
export function whatAdministratorsSee(locale: Locale, { isBound, shown }: { isBound: boolean; shown: readonly Field[] }): SeenCategory[] {
  const explained: Record<string, string> = words[locale].seen;
  const seen = columnsSeenBy('administrators').filter(
    ({ table, column }) => showsColumn(shown, `${table}.${column}`) && (isBound || table !== 'course_key' || !column.startsWith('bound_')),
  );
  const byCategory = Map.groupBy(seen, ({ category }) => category);
  return [...byCategory].map(([category, columns]) => {
    const parts = columns.map(({ table, column }) => explained[`${table}.${column}`] ?? categories[category][locale]);
    return { category, title: capital(categories[category][locale]), text: capital(listed([...new Set(parts)], locale)) };
  });
}

const listed = (parts: string[], locale: Locale) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
