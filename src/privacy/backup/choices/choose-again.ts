import { sql, type RawBuilder } from 'kysely';
import { acrossCustomers, type Database, type Tx } from '../../../platform/database.ts';
import { liftAside, restrictAddress } from '../../restrict-address.ts';
import { readShard, type KeyringHouse } from '../keyring.ts';
import { keysByLabel, openLine, readChoices, shardsOfChoices } from './choice-lines.ts';
import type { ChoiceRow, ChoiceTable } from './choices-made.ts';

type Again = (tx: Tx, row: ChoiceRow) => Promise<boolean>;

const changes = async (tx: Tx, statement: RawBuilder<unknown>): Promise<boolean> =>
  ((await statement.execute(tx)).numAffectedRows ?? 0n) > 0n;

/**
 * How each is made again in a database that a backup from before has been read into. Of someone who is not there, nothing. What was chosen
 * later, and is in the backup, stands: a line made again where it is in force already changes nothing.
 */
const again: Record<ChoiceTable, Again> = {
  restriction: (tx, row) =>
    changes(
      tx,
      sql`insert into restriction (account_id, id, kind, purpose, began_at, ended_at)
      select account_id, id, kind, purpose, began_at, ended_at from jsonb_populate_record(null::restriction, ${row}::jsonb) line
      where exists (select from account where id = line.account_id) and (line.ended_at is not null or not exists (
        select from restriction r where r.account_id = line.account_id and r.kind = line.kind
          and r.purpose is not distinct from line.purpose and r.ended_at is null and r.id <> line.id))
      on conflict (account_id, id) do update set ended_at = excluded.ended_at
        where restriction.ended_at is null and excluded.ended_at is not null`,
    ),
  ledger: (tx, row) =>
    changes(
      tx,
      sql`insert into ledger select line.* from jsonb_populate_record(null::ledger, ${row}::jsonb) line
      where exists (select from account where id = line.account_id) on conflict do nothing`,
    ),
  data_request: (tx, row) => restrictAgain(tx, row, 'data_request', answerRequest),
  customer_request: (tx, row) => restrictAgain(tx, row, 'customer_request', answerHanded),
  newsletter_choice: unsubscribeAgain,
};

type Standing = { isNew: boolean; state: string; restricted: boolean; lifted: boolean };
type Answer = (tx: Tx, row: ChoiceRow, was: Standing | undefined) => Promise<void>;

/** The request comes back without its words, with the dates that say what is in force; then what is held under the address is marked. */
async function restrictAgain(tx: Tx, row: ChoiceRow, table: 'data_request' | 'customer_request', answer: Answer): Promise<boolean> {
  const { rows } = await sql<Standing>`select state, restricted_at is not null as restricted, lifted_at is not null as lifted
    from ${sql.table(table)} where id = ${row.id}`.execute(tx);
  const was = rows[0];
  const lifts = row['lifted_at'] !== null;
  // What has been lifted in the backup is not begun anew, and what is not there is not brought back to be lifted.
  if (was ? was.lifted : lifts) return false;
  const email = row['email'] as string;
  const customerId = row['customer_id'] as string | undefined;
  if (!was?.restricted) await answer(tx, row, was);
  const changed = await changes(
    tx,
    sql`update ${sql.table(table)} set restricted_at = line.restricted_at, lifts_at = line.lifts_at, lifted_at = line.lifted_at,
      due_at = line.due_at from jsonb_populate_record(null::${sql.table(table)}, ${row}::jsonb) line
      where ${sql.table(table)}.id = line.id and (${sql.table(table)}.lifts_at is null or line.lifted_at is not null)
        and (${sql.table(table)}.restricted_at, ${sql.table(table)}.lifts_at, ${sql.table(table)}.lifted_at)
          is distinct from (line.restricted_at, line.lifts_at, line.lifted_at)`,
  );
  if (lifts) await liftAside(tx, { requestId: row.id, email });
  else if (!was?.restricted) await restrictAddress(tx, { requestId: row.id, email, ...(customerId ? { customerId } : {}) });
  return changed;
}

const steps = ['received', 'identity', 'in_progress', 'answered'];

/** Step by step, as PostgreSQL demands; by nobody, at the time of the answer. */
async function answerRequest(tx: Tx, row: ChoiceRow, was: Standing | undefined): Promise<void> {
  if (!was)
    await sql`insert into data_request (id, kind, email, language, client_id, received_at, answer_by, due_at)
      select id, kind, email, language, gen_random_uuid(), received_at, answer_by, due_at
      from jsonb_populate_record(null::data_request, ${row}::jsonb)`.execute(tx);
  const from = was ? steps.indexOf(was.state === 'extended' ? 'in_progress' : was.state) + 1 : 0;
  // Refused before it was granted: the step that follows is not ours to make.
  if (was && from === 0) return;
  for (const state of steps.slice(from))
    await sql`insert into data_request_event (request_id, number, state, at)
      values (${row.id}, 0, ${state}, ${row['restricted_at']}::timestamptz)`.execute(tx);
}

async function answerHanded(tx: Tx, row: ChoiceRow, was: Standing | undefined): Promise<void> {
  if (was) {
    await sql`update customer_request set state = 'answered' where id = ${row.id}`.execute(tx);
    return;
  }
  await sql`insert into customer_request (customer_id, id, request_id, kind, email, language, received_at, answer_by, handed_at, state, due_at)
    select customer_id, id, request_id, kind, email, language, received_at, answer_by, handed_at, 'answered', due_at
    from jsonb_populate_record(null::customer_request, ${row}::jsonb) line
    where exists (select from customer where id = line.customer_id)`.execute(tx);
}

/** What was subscribed to then and ended later ends; what was confirmed after that stays. */
async function unsubscribeAgain(tx: Tx, row: ChoiceRow): Promise<boolean> {
  const line = sql`(select * from jsonb_populate_record(null::newsletter_choice, ${row}::jsonb)) line`;
  const noted = await changes(
    tx,
    sql`insert into newsletter_choice select line.* from ${line}
      where exists (select from newsletter_subscriber where id = line.subscriber_id) on conflict do nothing`,
  );
  await sql`delete from newsletter_subscription s using ${line}, newsletter_subscriber r
    where s.subscriber_id = line.subscriber_id and r.id = s.subscriber_id and coalesce(s.confirmed_at, r.asked_at) <= line.at
      and case when line.step = 'changed' then not s.topic_id::text = any(line.topics)
        else line.topics = '{}' or s.topic_id::text = any(line.topics) end`.execute(tx);
  await sql`update newsletter_subscriber r set due_at = least(r.due_at, ${row['due_at']}::timestamptz) from ${line}
    where r.id = line.subscriber_id and line.step = 'unsubscribed' and coalesce(r.confirmed_at, r.asked_at) <= line.at
      and not exists (select from newsletter_subscription s where s.subscriber_id = r.id and s.confirmed_at is not null)`.execute(tx);
  return noted;
}

/**
 * Makes the choices of the journal anew in a restored database, in the order they were made, before anyone reads in it: all of them or
 * none. Gives how many were not in the backup. One file of the journal at a time.
 */
export async function chooseAgain(house: Omit<KeyringHouse, 'database'>, database: Database): Promise<number> {
  const reading = { ...house, database };
  return database.transaction(acrossCustomers('restore'), async (tx) => {
    let made = 0;
    for (const shard of await shardsOfChoices(reading)) {
      const keys = keysByLabel(await readShard(reading, shard));
      for (const line of await readChoices(reading, shard)) {
        const noted = openLine(keys, line);
        if (noted && (await again[noted.table](tx, noted.row))) made += 1;
      }
    }
    return made;
  });
}
