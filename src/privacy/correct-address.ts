import { sql } from 'kysely';
import { dataMap, isPersonal, type Corrected, type Entry } from '../../data-map/index.ts';
import { acrossCustomers, type Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { personalTables } from './paths.ts';

export type Corrections = Partial<Record<Corrected, string>>;

/**
 * Art. 16 for whoever has no account: what stands about an address is corrected wherever the map says that it may stand. Gives how many
 * rows of each column were changed, as `table.column`: neither the old value nor the new one is kept besides. Done again, it changes
 * nothing more.
 */
export function correctAddress(house: Pick<House, 'database'>, email: string, values: Corrections): Promise<Record<string, number>> {
  return house.database.transaction(acrossCustomers('rectification'), async (tx) => {
    const changed: Record<string, number> = {};
    for (const place of places) {
      const value = values[place.as];
      const count = value ? await correct(tx, place, email, value) : 0;
      if (count > 0) changed[`${place.table}.${place.column}`] = count;
    }
    return changed;
  });
}

type Place = { table: string; column: string; by: string; as: Corrected };

/** The address last: the rows are found by it. */
const places = placesOf(dataMap).toSorted((a, b) => Number(a.column === a.by) - Number(b.column === b.by));

function placesOf(map: Record<string, Entry>): Place[] {
  return personalTables(map).flatMap(([table, entry]) => {
    const by = entry.edges.find(({ address }) => address)?.by;
    if (!by) return [];
    return Object.entries(entry.columns).flatMap(([column, answer]) =>
      isPersonal(answer) && answer.correctedAs ? [{ table, column, by, as: answer.correctedAs }] : [],
    );
  });
}

async function correct(tx: Tx, { table, column, by }: Place, email: string, value: string): Promise<number> {
  const { numAffectedRows } = await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value}
    where ${sql.ref(by)} = ${email} and ${sql.ref(column)} <> '' and ${sql.ref(column)} <> ${value}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
