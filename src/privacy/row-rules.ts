import { purposes, works, type Purpose } from '../../data-map/index.ts';
import type { PersonalTable } from '../../data-map/index.ts';
import type { AcrossReason } from '../platform/database.ts';
import { personalTables, type Map } from './paths.ts';

/** One restrictive policy on one table, as PostgreSQL itself writes its expression. */
export type RowRule = { table: string; name: 'purpose'; command: 'select'; using: string };

// A reason without an answer here does not compile; PostgreSQL would refuse all it reads.
const worksOfAll: Record<AcrossReason, { serves: readonly Purpose[] | 'every' }> = works;

/** Every reason to read, of the closed list, for which the map lets this table be read. */
export function readableFor(entry: PersonalTable): string[] {
  const own = entry.decidesAccess ? Object.keys(purposes) : entry.purposes;
  const serving = Object.entries(worksOfAll).flatMap(([work, { serves }]) =>
    entry.decidesAccess || serves === 'every' || serves.some((purpose) => entry.purposes.includes(purpose)) ? [work] : [],
  );
  return [...own, ...serving].toSorted();
}

/**
 * The row-level rules that follow from the map (N-28). Asked row by row: as a select of its own, asked once a query, each
 * rule had to be planned anew and made a course page slower (bench/row-rules).
 */
export function rowRules(map: Map): RowRule[] {
  return personalTables(map).map(([table, entry]) => ({
    table,
    name: 'purpose',
    command: 'select',
    using: `CASE WHEN (app.purpose_in_force() = ANY ('${arrayLiteral(readableFor(entry))}'::text[])) THEN true ELSE app.refuse_purpose('${table}'::text) END`,
  }));
}

const arrayLiteral = (values: string[]) => `{${values.map((value) => (value.includes(' ') ? `"${value}"` : value)).join(',')}}`;
