import { sql } from 'kysely';
import { dataMap, type Entry } from '../../data-map/index.ts';
import { acrossCustomers, type Scope, type Tx } from '../platform/database.ts';
import { personalTables } from './paths.ts';

/** The request that it is done for, whose address it is, and where one customer alone answers for the data, which. */
export type Aside = { requestId: string; email: string; customerId?: string };

/**
 * Whoever answers a request for restriction, for the transaction that both marks and says that it is done. What may be answered is found
 * through the actor before: this reaches across customers.
 */
export const settingAside = ({ accountId, customerId }: Scope): Scope => ({ ...acrossCustomers('restriction'), accountId, customerId });

/**
 * Art. 18 for whoever has no account: what is held under the address is marked where it stands, and read by nobody else until it is
 * lifted. Gives how many rows of each table; what another request has marked stays its. Only in the transaction that says that the
 * request is in force: a mark without one is lifted by nobody.
 */
export async function restrictAddress(tx: Tx, { requestId, email, customerId }: Aside): Promise<Record<string, number>> {
  const marked: Record<string, number> = {};
  for (const { table, address, mark } of customerId ? placesOfCustomers : places) {
    const { numAffectedRows } = await sql`update ${sql.table(table)} set ${sql.ref(mark)} = ${requestId}
      where ${sql.ref(address)} = ${email} and ${sql.ref(mark)} is null
        ${customerId ? sql`and customer_id = ${customerId}` : sql``}`.execute(tx);
    if (numAffectedRows) marked[table] = Number(numAffectedRows);
  }
  return marked;
}

/**
 * Takes the marks of one request away, whatever address the rows have come to stand under since. What another request that is still in
 * force asks for as well becomes its.
 */
export async function liftAside(tx: Tx, { requestId, email }: Pick<Aside, 'requestId' | 'email'>): Promise<void> {
  for (const { table, mark } of places) {
    await sql`update ${sql.table(table)} set ${sql.ref(mark)} = null where ${sql.ref(mark)} = ${requestId}`.execute(tx);
  }
  for (const { id, customer_id: customerId } of await listInForce(tx, email))
    await restrictAddress(tx, { requestId: id, email, ...(customerId ? { customerId } : {}) });
}

async function listInForce(tx: Tx, email: string): Promise<{ id: string; customer_id: string | null }[]> {
  const { rows } = await sql<{ id: string; customer_id: string | null }>`
    select id, null::uuid as customer_id from data_request where email = ${email} and restricted_at is not null and lifted_at is null
    union all
    select id, customer_id from customer_request where email = ${email} and restricted_at is not null and lifted_at is null`.execute(tx);
  return rows;
}

type Place = { table: string; address: string; mark: string; isCustomers: boolean };

const places = placesOf(dataMap);
/** What the customer itself is the controller of. */
const placesOfCustomers = places.filter(({ isCustomers }) => isCustomers);

function placesOf(map: Record<string, Entry>): Place[] {
  return personalTables(map).flatMap(([table, { edges, role }]) =>
    edges.flatMap(({ by, setAside: aside }) =>
      aside && 'by' in aside ? [{ table, address: by, mark: aside.by, isCustomers: role === 'processor' }] : [],
    ),
  );
}
