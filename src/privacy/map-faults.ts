import { isPersonal } from '../../data-map/index.ts';
import type { Catalog } from './catalog.ts';
import { keyOf, ownEdge, personalTables, type Map } from './paths.ts';

/**
 * Everything in which the map and the live schema differ, both ways: a table or column without an
 * answer, an answer without a column, and a path that does not end in a person.
 */
export function mapFaults(map: Map, catalog: Catalog): string[] {
  const faults: string[] = [];
  for (const [table, columns] of Object.entries(catalog.columns)) {
    const entry = map[table];
    if (!entry) faults.push(`The table ${table} is not in the map.`);
    else for (const column of columns) if (!entry.columns[column]) faults.push(`The column ${table}.${column} is not in the map.`);
  }
  for (const [table, entry] of Object.entries(map)) {
    const columns = catalog.columns[table];
    if (!columns) faults.push(`The map answers for ${table}, which does not exist.`);
    else
      for (const column of Object.keys(entry.columns))
        if (!columns.includes(column)) faults.push(`The map answers for ${table}.${column}, which does not exist.`);
  }
  return [...faults, ...pathFaults(map, catalog), ...unansweredPaths(map, catalog)];
}

function pathFaults(map: Map, catalog: Catalog): string[] {
  return personalTables(map).flatMap(([table, entry]) =>
    entry.edges.flatMap((edge) => {
      if (edge.address) return [];
      try {
        let [name, step] = [table, edge];
        if (edge.through) [name, step] = [edge.through.table, ownEdge(map, edge.through.table, edge.through.by)];
        for (let steps = 0; steps < 10; steps++) {
          if (step.address) return [];
          const key = keyOf(catalog, name, step);
          if (!key || key.parent === 'account') return [];
          [name, step] = [key.parent, ownEdge(map, key.parent)];
        }
        return [`The path from ${table}.${edge.by} does not end in a person.`];
      } catch (error) {
        return [(error as Error).message];
      }
    }),
  );
}

/** Every foreign key to a person, or to rows that are a person's, must be an edge of the map. */
function unansweredPaths(map: Map, catalog: Catalog): string[] {
  const personal = Object.fromEntries(personalTables(map));
  return catalog.foreignKeys.flatMap(({ table, columns, parent }) => {
    if (!personal[parent]) return [];
    const column = columns.at(-1)!;
    if (!personal[table]) return [`${table}.${column} leads to ${parent}, which is about people, but the map says that ${table} is not.`];
    const answered =
      personal[table].edges.some((edge) => edge.by === column || edge.through?.column === column) ||
      personalTables(map).some(([, entry]) => entry.edges.some((edge) => edge.through?.table === table && edge.through.column === column));
    return answered ? [] : [`${table}.${column} leads to ${parent}, which is about people, and no edge of the map says so.`];
  });
}

/** Columns whose erasure cannot be carried out where they stand, and rows that are kept without a law or an end. */
export function columnFaults(map: Map): string[] {
  return [...keptFaults(map), ...namingFaults(map)];
}

/** Art. 17(3): what is kept from erasure has a law that says so, and a time when it goes all the same. */
function keptFaults(map: Map): string[] {
  return personalTables(map).flatMap(([table, { edges, retention, columns }]) =>
    edges.flatMap(({ by, edge, onErasure, keptBy }) => {
      if (onErasure !== 'keep') return keptBy ? [`${table}.${by} has a law that keeps it, and is not kept.`] : [];
      const ends = edge === 'own' && retention.rule === 'due' && retention.end === 'delete';
      const moved = Object.entries(columns).filter(
        ([, column]) => isPersonal(column) && (column.erase === 'renew' || column.erase === 'repoint'),
      );
      return [
        ...(keptBy ? [] : [`${table}.${by} is kept from erasure without a law.`]),
        ...(ends ? [] : [`${table}.${by} is kept from erasure, and nothing deletes the row when it is due.`]),
        ...moved.map(([column]) => `${table}.${column} would lead elsewhere in a row that is kept with its person.`),
      ];
    }),
  );
}

function namingFaults(map: Map): string[] {
  return personalTables(map).flatMap(([table, entry]) => {
    const kept = entry.edges.some((edge) => edge.onErasure === 'anonymise');
    return Object.entries(entry.columns).flatMap(([column, answer]) =>
      kept && isPersonal(answer) && answer.erase === 'keep' && ['identity', 'contact', 'credential'].includes(answer.category)
        ? [`${table}.${column} is kept after erasure though it names a person.`]
        : [],
    );
  });
}
