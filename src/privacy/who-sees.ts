import { aboutPeople, dataMap, isPersonal, type Category, type Entry, type Viewer } from '../../data-map/index.ts';

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

/** The category of a field named `table.column` in the access log. */
export function categoryOfField(field: string): Category {
  const [table = '', column = ''] = field.split('.');
  const answer = (dataMap as Record<string, Entry>)[table]?.columns[column];
  if (!answer || !isPersonal(answer)) throw new Error(`The access log names ${field}, which the map does not know as personal.`);
  return answer.category;
}
