import { sql, type RawBuilder } from 'kysely';
import { acrossCustomers, type Tx } from '../../../platform/database.ts';
import { holderAtCustomer, holderOfAddress, type Holder, type KeyringHouse } from '../keyring.ts';

/** Where someone's choice against a processing stands. */
export const choiceTables = ['restriction', 'ledger', 'data_request', 'customer_request', 'newsletter_choice'] as const;
export type ChoiceTable = (typeof choiceTables)[number];

/** The columns that say it, as PostgreSQL writes them; what was written in words is left out. */
export type ChoiceRow = { id: string; [column: string]: unknown };
type Made = { id: string; account: string | null; email: string | null; customer: string | null; at: Date; row: ChoiceRow };
export type Choice = { table: ChoiceTable; holder: Holder; at: Date; row: ChoiceRow };
/** Whose: someone with an account, or whoever is known by an address. */
export type Whose = { accountId: string } | { email: string };
type Wanted = { since: Date; after?: string; limit: number; whose?: Whose | undefined };

/** When it was last changed. A lift that has been told lies ahead (Art. 18(3)): told now. */
const changed = sql<Date>`least(greatest(restricted_at, lifts_at, lifted_at), app.now())`;
const ofRequest = [
  'id, kind, email, language, state, received_at, answer_by, due_at, restricted_at, lifts_at, lifted_at',
  'customer_id, request_id, handed_at',
] as const;

/** Each gives the choices of one table: by account, or by address, and at a customer where it alone answers for it. */
const sources: Record<ChoiceTable, RawBuilder<Made>> = {
  restriction: sql`select id, account_id as account, null as email, null::uuid as customer, greatest(began_at, ended_at) as at,
    to_jsonb(c) as row from restriction c`,
  ledger: sql`select id, account_id as account, null as email, null::uuid as customer, at, to_jsonb(c) as row from ledger c
    where event = 'consent' and state = 'withdrawn'`,
  data_request: sql`select id, null::uuid as account, email, null::uuid as customer, ${changed} as at,
    (select to_jsonb(r) from (select ${sql.raw(ofRequest[0])}) r) as row from data_request where restricted_at is not null`,
  customer_request: sql`select id, null::uuid as account, email, customer_id as customer, ${changed} as at,
    (select to_jsonb(r) from (select ${sql.raw(ofRequest.join(', '))}) r) as row from customer_request where restricted_at is not null`,
  newsletter_choice: sql`select c.id, null::uuid as account, s.email, null::uuid as customer, c.at,
    to_jsonb(c) || jsonb_build_object('due_at', s.due_at) as row
    from newsletter_choice c join newsletter_subscriber s on s.id = c.subscriber_id where c.step in ('changed', 'unsubscribed')`,
};
const byAddress = new Set<ChoiceTable>(['data_request', 'customer_request', 'newsletter_choice']);

/** The choices made since then, of one or of all, by id: so many at a time. */
async function listChoicesMade(tx: Tx, house: KeyringHouse, table: ChoiceTable, wanted: Wanted): Promise<Choice[]> {
  const { since, after, limit, whose } = wanted;
  const { rows } = await sql<Made>`select * from (${sources[table]}) made where at >= ${since}
    ${whose ? ('email' in whose ? sql`and email = ${whose.email}` : sql`and account = ${whose.accountId}`) : sql``}
    ${after ? sql`and id > ${after}` : sql``} order by id limit ${limit}`.execute(tx);
  return rows.map((one) => ({ table, holder: holderOf(house, one), at: one.at, row: one.row }));
}

/** Who erases it takes the key: the person, and of what a customer alone answers for, the customer. */
function holderOf(house: KeyringHouse, { account, email, customer }: Made): Holder {
  const person = account ?? holderOfAddress(house, email!);
  return customer ? holderAtCustomer(person, customer) : person;
}

const choicesAtOnce = 500;

/** Every choice made since then, some at a time. */
export async function* eachChoiceMade(house: KeyringHouse, { since, whose }: Pick<Wanted, 'since' | 'whose'>): AsyncGenerator<Choice[]> {
  for (const table of choiceTables.filter((one) => !whose || byAddress.has(one) === 'email' in whose)) {
    for (let after: string | undefined; ;) {
      const wanted = { since, whose, limit: choicesAtOnce, ...(after ? { after } : {}) };
      const made = await house.database.transaction(acrossCustomers('backup'), (tx) => listChoicesMade(tx, house, table, wanted));
      if (made.length > 0) yield made;
      if (made.length < choicesAtOnce) break;
      after = made.at(-1)!.row.id;
    }
  }
}
