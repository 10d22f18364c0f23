import { purposes, works, type Purpose } from '../../data-map/index.ts';
import type { PersonalTable } from '../../data-map/index.ts';
import type { AcrossReason } from '../platform/database.ts';
import { personalTables, type Map } from './paths.ts';

/** One restrictive policy on one table, as PostgreSQL itself writes its expression. */
export type RowRule = { table: string; name: 'purpose' | 'unreadable_when_due'; command: 'select'; using: string };

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
  return [...purposeRules(map), ...dueRules(map)];
}

function purposeRules(map: Map): RowRule[] {
  return personalTables(map).map(([table, entry]) => ({
    table,
    name: 'purpose',
    command: 'select',
    using: `CASE WHEN (app.purpose_in_force() = ANY ('${arrayLiteral(readableFor(entry))}'::text[])) THEN true ELSE app.refuse_purpose('${table}'::text) END`,
  }));
}

/**
 * What is due cannot be read, though the sweep has not come yet (N-21): only the work that the law asks for reaches it.
 */
function dueRules(map: Map): RowRule[] {
  return personalTables(map).flatMap(([table, { retention }]): RowRule[] => {
    const isDue = (retention.rule === 'due' && retention.end === 'delete') || (retention.rule === 'account-closing' && table === 'account');
    if (!isDue) return [];
    const column = retention.column;
    const open = retention.rule === 'account-closing' ? `(${column} IS NULL) OR ` : '';
    return [{ table, name: 'unreadable_when_due', command: 'select', using: `(${open}(${column} > app.now()) OR ${duties})` }];
  });
}

const arrayLiteral = (values: string[]) => `{${values.map((value) => (value.includes(' ') ? `"${value}"` : value)).join(',')}}`;

const duties = `(app.purpose_in_force() = ANY ('${arrayLiteral(
  Object.entries(worksOfAll)
    .flatMap(([work, { serves }]) => (serves === 'every' ? [work] : []))
    .toSorted(),
)}'::text[]))`;
