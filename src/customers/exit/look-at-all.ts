import { sql } from 'kysely';
import { dataMap, isPersonal, type Category } from '../../../data-map/index.ts';
import { acrossCustomers, type Tx } from '../../platform/database.ts';
import type { House } from '../../platform/house.ts';
import { insertContactLooks, listContactsSeen, recordLook, tablesOf } from '../../privacy/index.ts';
import { isLookOf, lockLookOf, updateExport } from './export.queries.ts';

/** One column of each kind of data that the file has: it is told as kinds. */
const fields = Object.values(
  Object.fromEntries(
    [['account', dataMap.account] as const, ...tablesOf('processor')].flatMap(([table, entry]) =>
      Object.entries(entry.columns).flatMap(([column, answer]): [Category, string][] =>
        isPersonal(answer) && typeof answer.export === 'string' && isOfFile(table, column) ? [[answer.category, `${table}.${column}`]] : [],
      ),
    ),
  ),
);

/** Of accounts the file has names and addresses. */
function isOfFile(table: string, column: string): boolean {
  return table !== 'account' || ['given_name', 'family_name', 'email'].includes(column);
}

type Reading = { actorId: string; customerId: string; exportId: string; isPiece: boolean };

/**
 * N-60: whoever fetches all that a customer owns can see everyone in it. It is told to each of them, with an account or known by address,
 * before the file leaves: one row of the log. A download that is split or resumed is one look: pieces that the same person fetches of the
 * same file within an hour of a look that is noted belong to it. The file's row is locked, as pieces are fetched at the same time.
 */
export function lookAtAll({ database, clock }: House, { actorId, customerId, exportId, isPiece }: Reading): Promise<void> {
  return database.transaction({ ...acrossCustomers('customer export'), accountId: actorId, customerId }, async (tx) => {
    const last = await lockLookOf(tx, customerId, exportId);
    if (isPiece && last && (await isLookOf(tx, last, actorId))) return;
    const subjects = await listEveryone(tx, customerId);
    const look = { actorId, customerId, purpose: 'administer-customer', room: 'customers' } as const;
    const contacts = await listContactsSeen(tx, customerId, actorId);
    const found = await sql<{ others: boolean }>`select exists (${waiting(customerId)}) as others`.execute(tx);
    const others = contacts.length > 0 || found.rows[0]!.others;
    const logId = await recordLook(tx, clock, { ...look, fields, subjects, others });
    if (!logId) return;
    await updateExport(tx, customerId, exportId, { look_id: logId });
    await insertContactLooks(tx, logId, contacts);
    await sql`insert into address_look (customer_id, log_id, address, key_id, invited_id)
      select ${customerId}::uuid, ${logId}::uuid, of.address, of.key_id, of.invited_id from (${waiting(customerId)}) of`.execute(tx);
  });
}

async function listEveryone(tx: Tx, customerId: string): Promise<string[]> {
  const rows = await tx.selectFrom('membership').select('account_id').distinct().where('customer_id', '=', customerId).execute();
  return rows.map(({ account_id }) => account_id);
}

/** Keys and invitations that wait for an address. */
const waiting = (customerId: string) => sql`select bound_email as address, id as key_id, null::uuid as invited_id from course_key
    where customer_id = ${customerId} and bound_email is not null and redeemed_at is null
  union all select address, null, id from invitation_address where customer_id = ${customerId}`;
