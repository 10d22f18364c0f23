import type pg from 'pg';
import { aboutPeople, dataMap, isPersonal, type Entry } from '../../data-map/index.ts';

/** What is written about people in the whole database: each telling value, and the columns that it stands in. */
export type Written = Map<string, Set<string>>;

/** Ids, addresses and whatever bears the mark of someone made for the test; a language or a role tells of nobody. */
export async function whatIsWritten(owner: pg.Client, marks: string[]): Promise<Written> {
  const found: Written = new Map();
  for (const [table, entry] of Object.entries(dataMap as Record<string, Entry>)) {
    if (!aboutPeople(entry)) continue;
    for (const column of Object.keys(entry.columns).filter((name) => isPersonal(entry.columns[name]!))) {
      const { rows } = await owner.query<{ value: string }>(
        `select distinct ${column}::text as value from ${table}
         where ${column} is not null and length(${column}::text) > 5
           and (${column}::text like '%@%' or ${column}::text ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or ${column}::text ilike any($1))`,
        [marks.map((mark) => `%${mark}%`)],
      );
      for (const { value } of rows) found.set(value, (found.get(value) ?? new Set()).add(`${table}.${column}`));
    }
  }
  return found;
}

/** The values in what left that stand in none of the columns that may leave, told by where they stand. */
export function leakedIn(text: string, written: Written, allowed: readonly string[]): string[] {
  const told = text.toLowerCase();
  return [...written]
    .filter(([value, columns]) => told.includes(value.toLowerCase()) && !allowed.some((column) => columns.has(column)))
    .map(([, columns]) => [...columns].join(' = '));
}
