import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { drawDesignation } from './designation.ts';

/** Who asks: an administrator for the customer, or the person. Each takes back what they have asked for themselves and no more. */
export type AskedBy = 'customer' | 'person';
export type Protection = { designation: string; byCustomer: boolean; byPerson: boolean };
type Place = { customerId: string; accountId: string };

export function findProtection(tx: Tx, { customerId, accountId }: Place): Promise<Protection | undefined> {
  return tx
    .selectFrom('protected_identity')
    .select([
      'designation',
      sql<boolean>`by_customer_at is not null`.as('byCustomer'),
      sql<boolean>`by_person_at is not null`.as('byPerson'),
    ])
    .where('customer_id', '=', customerId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

/** Asked for twice it is one, under the designation it had. */
export async function insertProtection(tx: Tx, { customerId, accountId }: Place, by: AskedBy): Promise<void> {
  const drawn = [...new Set(Array.from({ length: 8 }, drawDesignation))];
  const column = by === 'customer' ? sql`by_customer_at` : sql`by_person_at`;
  await sql`insert into protected_identity (customer_id, account_id, designation, ${column})
    select ${customerId}, ${accountId}, d, app.now() from unnest(${drawn}::text[]) d
    where not exists (select from protected_identity p where p.customer_id = ${customerId} and p.designation = d) limit 1
    on conflict (customer_id, account_id) do update set ${column} = coalesce(protected_identity.${column}, app.now())`.execute(tx);
}

/** A key that waits for the person no longer bears their name, nor does an export of keys. */
export async function forgetNameOnKeys(tx: Tx, { customerId, accountId }: Place): Promise<void> {
  await sql`update course_key k set bound_given_name = null, bound_family_name = null from account a
    where k.customer_id = ${customerId} and a.id = ${accountId} and k.bound_email = a.email`.execute(tx);
}

export async function removeProtection(tx: Tx, { customerId, accountId }: Place, by: AskedBy): Promise<void> {
  const [mine, other] = by === 'customer' ? (['by_customer_at', 'by_person_at'] as const) : (['by_person_at', 'by_customer_at'] as const);
  await sql`delete from protected_identity
    where customer_id = ${customerId} and account_id = ${accountId} and ${sql.ref(other)} is null`.execute(tx);
  await sql`update protected_identity set ${sql.ref(mine)} = null
    where customer_id = ${customerId} and account_id = ${accountId}`.execute(tx);
}

/** Whether someone has a role with the customer now. */
export async function isMember(tx: Tx, { customerId, accountId }: Place): Promise<boolean> {
  const row = await tx
    .selectFrom('membership')
    .select('account_id')
    .where('customer_id', '=', customerId)
    .where('account_id', '=', accountId)
    .where(sql<boolean>`(ends_at is null or ends_at > app.now())`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
