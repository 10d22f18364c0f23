import { dataMap, type Edge, type Entry, type PersonalTable } from '../../../data-map/index.ts';
import { addDays, addMonths } from '../../platform/clock.ts';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { keyringCopiesDays } from '../erase.ts';
import { countTables } from '../export.ts';
import { personalTables } from '../paths.ts';
import { receiptKeptMonths } from '../receipts/receipt-document.ts';
import { whomToTell } from '../suppliers/whom-to-tell.ts';

export type Fate = 'goes' | 'nobody' | 'name';
export type PlannedTable = { table: string; entry: PersonalTable; count: number };
export type Kept = { what: 'receipt' | 'keyring' | 'held'; law?: string; until: Date };

/** All that erasing this person would do, read from the map that does it. Nothing is done. */
export type ErasePlan = { groups: Record<Fate, PlannedTable[]>; kept: Kept[]; told: string[] };

const fateOf: Record<Edge['onErasure'], Fate> = { delete: 'goes', anonymise: 'nobody', 'take-out': 'name', leave: 'name' };

export async function erasePlanOf(house: House, accountId: string): Promise<ErasePlan> {
  const counts = await countTables(house, accountId);
  const tables = personalTables(dataMap as Record<string, Entry>)
    .map(([table, entry]) => ({ table, entry, count: counts[table] ?? 0 }))
    .filter(({ count }) => count > 0);
  const of = (fate: Fate) => tables.filter(({ entry }) => fateOf[mainEdge(entry).onErasure] === fate);
  const now = house.clock.now();
  const hold = await house.database.transaction(acrossCustomers('erasure'), (tx) => findHold(tx, accountId, now));
  return {
    groups: { goes: of('goes'), nobody: of('nobody'), name: of('name') },
    kept: [
      ...(hold ? [{ what: 'held' as const, law: hold.law, until: hold.ends_at }] : []),
      { what: 'keyring', until: addDays(now, keyringCopiesDays) },
      { what: 'receipt', until: addMonths(now, receiptKeptMonths) },
    ],
    told: whomToTell(house.register).map(({ supplier }) => supplier.name),
  };
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
