import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

/** Tells the addresses that these keys are bound to of a look: one statement, however many they are. */
export async function insertKeyLooks(tx: Tx, { customerId, logId, keyIds }: { customerId: string; logId: string; keyIds: string[] }) {
  await sql`insert into address_look (customer_id, log_id, address, key_id)
    select k.customer_id, ${logId}, k.bound_email, k.id from course_key k
    where k.customer_id = ${customerId} and k.id = any(${keyIds}::uuid[]) and k.bound_email is not null`.execute(tx);
}

/** Whoever takes the key is told of the looks at it from then on, as of all others. */
export async function takeKeyLooks(tx: Tx, { customerId, keyId }: { customerId: string; keyId: string }, accountId: string): Promise<void> {
  await tx
    .updateTable('address_look')
    .set({ account_id: accountId, address: null, key_id: null })
    .where('customer_id', '=', customerId)
    .where('key_id', '=', keyId)
    .execute();
}
