import { CompiledQuery } from 'kysely';
import { dataMap, type Edge, type Entry, type PersonalTable, type Text } from '../../../data-map/index.ts';
import { addDays, addMonths } from '../../platform/clock.ts';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { keyringCopiesDays } from '../erase.ts';
import { engineOf } from '../engine.ts';
import { people } from '../erasure-plan.ts';
import { addressesOf, countTables } from '../export.ts';
import { keptByLaw } from '../kept-by-law.ts';
import { personalTables, rowsOf } from '../paths.ts';
import { receiptKeptMonths } from '../receipts/receipt-document.ts';
import { whomToTell } from '../suppliers/whom-to-tell.ts';

/** What becomes of a kind of data. `law`: it stays with its person until it is due (Art. 17(3)). */
export type Fate = 'goes' | 'nobody' | 'name' | 'law';
export type PlannedTable = { table: string; entry: PersonalTable; count: number };
export type Kept =
  | { what: 'receipt' | 'keyring' | 'held'; law?: string; until: Date }
  | { what: 'by law'; data: Text; by: Text; until: Date };

/** All that erasing this person would do, read from the map that does it. Nothing is done. */
export type ErasePlan = { groups: Record<Fate, PlannedTable[]>; kept: Kept[]; told: string[] };

const fateOf: Record<Edge['onErasure'], Fate> = { delete: 'goes', anonymise: 'nobody', 'take-out': 'name', leave: 'name', keep: 'law' };

export async function erasePlanOf(house: House, accountId: string): Promise<ErasePlan> {
  const counts = await countTables(house, accountId);
  const tables = personalTables(dataMap as Record<string, Entry>)
    .map(([table, entry]) => ({ table, entry, count: counts[table] ?? 0 }))
    .filter(({ count }) => count > 0);
  const of = (fate: Fate) => tables.filter(({ entry }) => fateOf[mainEdge(entry).onErasure] === fate);
  const now = house.clock.now();
  const dueAt = await dueOfKept(
    house,
    accountId,
    of('law').map(({ table }) => table),
  );
  const hold = await house.database.transaction(acrossCustomers('erasure'), (tx) => findHold(tx, accountId, now));
  return {
    groups: { goes: of('goes'), nobody: of('nobody'), name: of('name'), law: of('law') },
    kept: [
      ...(hold ? [{ what: 'held' as const, law: hold.law, until: hold.ends_at }] : []),
      ...keptByLaw().flatMap(({ table, entry, law }) => {
        const until = dueAt.get(table);
        return until ? [{ what: 'by law' as const, data: entry.title, by: law, until }] : [];
      }),
      { what: 'keyring', until: addDays(now, keyringCopiesDays) },
      { what: 'receipt', until: addMonths(now, receiptKeptMonths) },
    ],
    told: whomToTell(house.register).map(({ supplier }) => supplier.name),
  };
}

/** When the last of what a law keeps of this person is due, table by table. */
async function dueOfKept(house: House, accountId: string, tables: readonly string[]): Promise<Map<string, Date>> {
  const kept = keptByLaw().filter(({ table }) => tables.includes(table));
  if (kept.length === 0) return new Map();
  const { catalog } = await engineOf(house.database);
  const values = [[accountId], await addressesOf(house, accountId)];
  return house.database.transaction(acrossCustomers('erasure'), async (tx) => {
    const dueAt = new Map<string, Date>();
    for (const { table, entry } of kept) {
      if (entry.retention.rule !== 'due') continue;
      const those = rowsOf(dataMap, catalog, table, mainEdge(entry), people);
      const all = 'cardinality($1::uuid[]) > 0 and cardinality($2::text[]) >= 0';
      const asked = CompiledQuery.raw(`select max(t.${entry.retention.column}) as until from ${table} t where ${all} and ${those}`, values);
      const [row] = (await tx.executeQuery<{ until: Date | null }>(asked)).rows;
      if (row?.until) dueAt.set(table, row.until);
    }
    return dueAt;
  });
}

/** What is the person's own decides; what is another's comes after. */
const mainEdge = ({ edges }: PersonalTable): Edge => edges.find(({ edge }) => edge === 'own') ?? edges[0];

/** The hold that stands against erasing this person the longest (Art. 17(3)). */
function findHold(tx: Tx, accountId: string, now: Date) {
  return tx
    .selectFrom('legal_hold')
    .select(['law', 'ends_at'])
    .where('account_id', '=', accountId)
    .where('decision', '=', 'placed')
    .where('lifted_at', 'is', null)
    .where('ends_at', '>', now)
    .orderBy('ends_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
