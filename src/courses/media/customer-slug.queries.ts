import type { Tx } from '../../platform/database.ts';

/** The customer's name in addresses: a page's files are addressed within it. */
export async function findCustomerSlug(tx: Tx, customerId: string): Promise<string> {
  const row = await tx.selectFrom('customer').select('slug').where('id', '=', customerId).executeTakeFirstOrThrow();
  return row.slug;
}
