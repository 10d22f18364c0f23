import type { Edge } from '../../data-map/index.ts';
import type { Catalog } from './catalog.ts';
import { needing, people, stepsInOrder, type Found } from './erasure-plan.ts';
import { keyOf, MapFault, ownEdge, personalTables, rowsOf, type Map, type People } from './paths.ts';

/** Rows that others hang on: where they are found, the columns of their key, and whether they stay as nobody's, and with a new id. */
type Parent = { table: string; columns: string[]; stays: boolean; renews: boolean };
export type KeptErasure = { declared: string; steps: string; pseudonymsNeeded: string };

const variable = (table: string, column: string): string => `found_${table}_${column}`;

/**
 * The erasure's steps as one function (docs/decisions/715). What others hang on (an enrolment, a thread, an enquiry) is found once, when
 * nobody can add to it any more, and each step goes by those keys; where there is none, nobody asks what hangs on it. A row that
 * gets a new id has it chosen first, and what hangs there takes it in the same update as all else: the foreign keys wait until the end.
 */
export function keptErasure(map: Map, catalog: Catalog): KeptErasure {
  const parents = parentsOf(map, catalog);
  const found = (table: string, columns: string[]) => {
    const known = parents.some((parent) => parent.table === table && columns.every((column) => parent.columns.includes(column)));
    return known ? `unnest(${columns.map((column) => variable(table, column)).join(', ')}) as t(${columns.join(', ')})` : undefined;
  };
  const newId = (table: string, id: string) =>
    parents.some((parent) => parent.table === table && parent.renews) ? `(found_new_ids ->> ${id}::text)::uuid` : undefined;
  const steps = stepsInOrder(map, catalog, { people: { ...people, found }, newId });
  refuseMoved(steps);
  const finding = parents.map((parent) => findParent(map, catalog, parent, found));
  return {
    declared: `declare affected bigint; rows bigint[]; found_new_ids jsonb := '{}';${parents.map(declared).join('')}\n`,
    steps: [
      '  set constraints all deferred;',
      `  rows := array_fill(0::bigint, array[${steps.length}]);`,
      ...finding,
      ...steps.map((step, place) => taken(map, catalog, step, place + 1)),
      '  return rows;',
    ].join('\n'),
    pseudonymsNeeded: steps
      .flatMap(({ step, edge, repointed }, place) =>
        repointed ? [`${needing(map, catalog, step.table, edge, `, ${place + 1} as place`)}${edge.when ? ` and (${edge.when})` : ''}`] : [],
      )
      .join(' union '),
  };
}

/** Through which tables a step reaches its rows, those first that the others hang on. */
function parentsOf(map: Map, catalog: Catalog): Parent[] {
  const parents: Parent[] = [];
  const add = (table: string, edge: Edge): void => {
    const key = edge.address || edge.through ? undefined : keyOf(catalog, table, edge);
    if (!key || key.parent === 'account') return;
    add(key.parent, ownEdge(map, key.parent));
    const known = parents.find((parent) => parent.table === key.parent);
    if (known) known.columns = [...new Set([...known.columns, ...key.parentColumns])];
    else
      parents.push({
        table: key.parent,
        columns: [...key.parentColumns],
        stays: ownEdge(map, key.parent).onErasure !== 'delete',
        renews: renews(map, catalog, key.parent),
      });
  };
  for (const { step, edge } of stepsInOrder(map, catalog)) add(step.table, edge);
  return parents;
}

/** Whether its rows get a new id that others' foreign keys wait for. */
function renews(map: Map, catalog: Catalog, table: string): boolean {
  const column = personalTables(map).find(([name]) => name === table)?.[1].columns['id'];
  const isNew = typeof column === 'object' && 'erase' in column && column.erase === 'renew';
  return isNew && catalog.foreignKeys.some((key) => key.waits && key.parent === table && key.parentColumns.at(-1) === 'id');
}

/** Every key that leads to a person is a uuid; PostgreSQL before 17 knows no array of a column's own type. */
const declared = ({ table, columns }: Parent): string => columns.map((column) => ` ${variable(table, column)} uuid[];`).join('');

/** A row that an earlier step has hung on a new id is not found by the old one: two steps of a table then need rows of their own each. */
function refuseMoved(steps: Found[]): void {
  for (const [place, { step, edge }] of steps.entries()) {
    const moves = (earlier: Found) =>
      earlier.step.table === step.table && earlier.step.sql.includes(` ${edge.by} = coalesce((found_new_ids`);
    const moved = steps.slice(0, place).filter(moves);
    if (moved.some((earlier) => !earlier.edge.when || !edge.when))
      throw new MapFault(`${step.table}.${edge.by} is found by an id that an earlier step has changed.`);
  }
}

/** Nobody can hang anything on them any more. One that a table is spared keeps its id. */
function findParent(map: Map, catalog: Catalog, { table, columns, stays, renews }: Parent, found: NonNullable<People['found']>): string {
  const rows = rowsOf(map, catalog, table, ownEdge(map, table), { ...people, found });
  const lists = columns.map((column) => `coalesce(array_agg(t.${column}), '{}')`);
  const ids = renews
    ? [`found_new_ids || coalesce(jsonb_object_agg(t.id, gen_random_uuid()) filter (where '${table}' <> all($6)), '{}')`]
    : [];
  const into = [...columns.map((column) => variable(table, column)), ...(renews ? ['found_new_ids'] : [])];
  const text = `select ${[...lists, ...ids].join(', ')} into ${into.join(', ')} from (select ${columns.map((column) => `t.${column}`).join(', ')} from ${table} t where ${rows}${stays ? ' for update' : ''}) t;`;
  const above = hangsOn(map, catalog, table, ownEdge(map, table));
  return above
    ? `  if cardinality(${above}) > 0 then ${text}\n  else ${into
        .slice(0, columns.length)
        .map((name) => `${name} := '{}';`)
        .join(' ')}\n  end if;`
    : `  ${text}`;
}

function hangsOn(map: Map, catalog: Catalog, table: string, edge: Edge): string | undefined {
  const key = edge.address || edge.through ? undefined : keyOf(catalog, table, edge);
  return key && key.parent !== 'account' ? variable(key.parent, key.parentColumns.at(-1)!) : undefined;
}

/**
 * A step asks just before it is taken whether it has anything to do, unless it is known: from what it hangs on, or from whom a pseudonym is
 * needed for ($7 has the places of those steps).
 */
function taken(map: Map, catalog: Catalog, { step, from, edge, repointed }: Found, place: number): string {
  const above = hangsOn(map, catalog, step.table, edge);
  const known = [
    `'${step.table}' <> all($6)`,
    ...(repointed ? [`${place} = any($7)`] : []),
    ...(above ? [`cardinality(${above}) > 0`] : []),
    ...(step.table === 'account' ? [`cardinality(${people.accounts}) > 0`] : []),
  ].join(' and ');
  const does = `${step.sql};\n    get diagnostics affected = row_count; rows[${place}] := affected;`;
  const isAsked = !repointed && step.table !== 'account';
  return isAsked
    ? `  if ${known} then if exists (select ${from}) then\n    ${does}\n  end if; end if;`
    : `  if ${known} then\n    ${does}\n  end if;`;
}
