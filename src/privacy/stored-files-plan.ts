import type { Catalog } from './catalog.ts';
import { personalTables, rowsOf, type Map } from './paths.ts';

const people = { accounts: '$1::uuid[]', addresses: '$2::text[]' };

/** Which files in the store are people's own: read before their rows go. */
export function storedFilesPlan(map: Map, catalog: Catalog): string[] {
  return personalTables(map).flatMap(([table, { storedUnder, edges }]) =>
    storedUnder
      ? edges
          .filter((edge) => edge.edge === 'own')
          .map(
            (edge) =>
              `select t.${storedUnder[0]} || '/' || t.${storedUnder[1]} as key from ${table} t where ${rowsOf(map, catalog, table, edge, people)}`,
          )
      : [],
  );
}
