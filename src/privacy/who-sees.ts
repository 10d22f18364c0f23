import { aboutPeople, categories, dataMap, isPersonal, type Category, type Entry, type Viewer } from '../../data-map/index.ts';

export type Seen = { table: string; column: string; category: Category };

/** Every column that this kind of viewer sees of a person, read from the map. */
export function columnsSeenBy(viewer: Viewer): Seen[] {
  return Object.entries(dataMap as Record<string, Entry>).flatMap(([table, entry]) =>
    aboutPeople(entry)
      ? Object.entries(entry.columns).flatMap(([column, answer]) =>
          isPersonal(answer) && answer.seenBy?.includes(viewer) ? [{ table, column, category: answer.category }] : [],
        )
      : [],
  );
}

/** The same in words, one line a category: what a student is shown before joining (N-52). */
export function categoriesSeenBy(viewer: Viewer, locale: 'sv' | 'en'): string[] {
  return [...new Set(columnsSeenBy(viewer).map(({ category }) => category))].map((category) => categories[category][locale]);
}
