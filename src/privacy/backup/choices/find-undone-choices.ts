import { sql, type RawBuilder } from 'kysely';
import { acrossCustomers, type Database } from '../../../platform/database.ts';
import type { KeyringHouse } from '../keyring.ts';
import { eachChoiceMade, type ChoiceTable } from './choices-made.ts';

/** Of the choices given, how many stand against a processing and are not in force in this database, of those who are in it. */
const undone: Record<ChoiceTable, (rows: string) => RawBuilder<{ count: number }>> = {
  restriction: (rows) => sql`select count(*) as count from jsonb_populate_recordset(null::restriction, ${rows}::jsonb) line
    where ended_at is null and exists (select from account a where a.id = line.account_id)
      and not exists (select from restriction r where (r.account_id, r.id) = (line.account_id, line.id) and r.ended_at is null)`,
  ledger: (rows) => sql`select count(*) as count from jsonb_populate_recordset(null::ledger, ${rows}::jsonb) line
    where exists (select from account a where a.id = line.account_id)
      and not exists (select from ledger l where (l.account_id, l.id) = (line.account_id, line.id))`,
  data_request: (rows) => sql`select count(*) as count from jsonb_populate_recordset(null::data_request, ${rows}::jsonb) line
    where lifted_at is null and not exists (
      select from data_request r where r.id = line.id and r.restricted_at is not null and r.lifted_at is null)`,
  customer_request: (rows) => sql`select count(*) as count from jsonb_populate_recordset(null::customer_request, ${rows}::jsonb) line
    where lifted_at is null and exists (select from customer c where c.id = line.customer_id) and not exists (
      select from customer_request r where r.id = line.id and r.restricted_at is not null and r.lifted_at is null)`,
  newsletter_choice: (rows) => sql`select count(*) as count from jsonb_populate_recordset(null::newsletter_choice, ${rows}::jsonb) line
    where exists (select from newsletter_subscriber s where s.id = line.subscriber_id)
      and not exists (select from newsletter_choice c where c.id = line.id)`,
};

/** What people have chosen in the house, and a restored database does not know: none, if the journal is whole. */
export async function countUndoneChoices(
  house: KeyringHouse,
  restored: Database,
  { since, until }: { since: Date; until: Date },
): Promise<number> {
  let count = 0;
  for await (const choices of eachChoiceMade(house, { since })) {
    const [first] = choices;
    const rows = JSON.stringify(choices.filter(({ at }) => at <= until).map(({ row }) => row));
    const found = await restored.transaction(acrossCustomers('restore'), (tx) => undone[first!.table](rows).execute(tx));
    count += found.rows[0]!.count;
  }
  return count;
}
