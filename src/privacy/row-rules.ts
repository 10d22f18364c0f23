import { duringRestriction, purposes, works, type Purpose } from '../../data-map/index.ts';
import type { PersonalTable } from '../../data-map/index.ts';
import type { AcrossReason } from '../platform/database.ts';
import { personalTables, type Map } from './paths.ts';

/** One restrictive policy on one table, as PostgreSQL itself writes its expression. */
export type RowRule = {
  table: string;
  name: 'purpose' | 'unreadable_when_due' | 'unreadable_when_restricted' | 'unreadable_when_set_aside';
  command: 'select';
  using: string;
};

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
 * The row-level rules that follow from the map (N-28). What needs no look into a table is asked row by row: as a select of its
 * own, asked once a query, it would only be more to plan (360).
 */
export function rowRules(map: Map): RowRule[] {
  return [...purposeRules(map), ...dueRules(map), ...restrictionRules(map), ...asideRules(map)];
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

/**
 * Whom a person has asked to leave alone cannot read their rows (Art. 18 and 21); what hangs on those rows is out of reach with
 * them, as its own rule reads them. Roles are left: they say what their holder may do.
 */
function restrictionRules(map: Map): RowRule[] {
  return personalTables(map).flatMap(([table, entry]): RowRule[] => {
    const own = entry.edges.find((edge) => edge.edge === 'own' && !edge.address && !edge.when);
    const column = own && (table === 'account' || own.by === 'account_id') ? own.by : undefined;
    if (!column || entry.decidesAccess) return [];
    const using = `((${column} = app.account_id()) OR ${during} OR ((${column} IN ( ${setAside})) IS NOT TRUE))`;
    return [{ table, name: 'unreadable_when_restricted', command: 'select', using }];
  });
}

/**
 * What is known by address stands aside by a mark in its own row (Art. 4(3) and 18, 753): where nobody is restricted there is nothing
 * to look up, and nothing more to plan.
 */
function asideRules(map: Map): RowRule[] {
  return personalTables(map).flatMap(([table, { edges }]): RowRule[] => {
    const mark = edges.map(({ setAside: aside }) => aside).find((aside) => aside && 'by' in aside);
    if (!mark || !('by' in mark)) return [];
    const own = mark.but ? ` OR ${mark.but}` : '';
    return [{ table, name: 'unreadable_when_set_aside', command: 'select', using: `((${mark.by} IS NULL)${own} OR ${during})` }];
  });
}

// A query asks once who they are, and looks each row up among them: it costs what they are, and not they times the rows.
const setAside = 'SELECT app.people_set_aside() AS people_set_aside';

const arrayLiteral = (values: string[]) => `{${values.map((value) => (value.includes(' ') ? `"${value}"` : value)).join(',')}}`;

const isOneOf = (reasons: string[]) => `(app.purpose_in_force() = ANY ('${arrayLiteral(reasons.toSorted())}'::text[]))`;
const dutyBound = Object.entries(worksOfAll).flatMap(([work, { serves }]) => (serves === 'every' ? [work] : []));
const duties = isOneOf(dutyBound);
const during = isOneOf([...dutyBound, ...duringRestriction]);
