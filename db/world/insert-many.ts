import type { Insertable } from 'kysely';
import type { Tx } from '../../src/platform/database.ts';
import type { DB } from '../types.ts';

// Parameters of one statement are counted in 16 bits.
const mostParameters = 60_000;

/** Inserts rows of the same columns in as few statements as there can be. */
export async function insertMany<Table extends keyof DB>(tx: Tx, table: Table, rows: readonly Insertable<DB[Table]>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length;
  const each = Math.floor(mostParameters / Math.max(1, columns));
  for (let from = 0; from < rows.length; from += each) {
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + each))
      .execute();
  }
}
