import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addDays, addMonths } from '../platform/clock.ts';
import { acrossCustomers, type Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { forgetKeys, type KeyringHouse } from './backup/keyring.ts';
import { openHolders, sealedHolders } from './backup/holders-to-forget.ts';
import { engineOf, type Engine } from './engine.ts';
import { exportsWith } from './export-files.ts';
import { removeOutboxFiles } from './outbox-files.ts';
import { receiptKeptMonths } from './receipts/receipt-document.ts';
import { runPlanned } from './run-planned.ts';
import { tellSuppliers, type TellingHouse } from './suppliers/tell-suppliers.ts';

export type Way = 'request' | 'retention' | 'termination';
export type ErasureHouse = KeyringHouse & Pick<House, 'outboxFolder' | 'attachments' | 'exports'> & TellingHouse;
export type Receipt = {
  rows?: Record<string, number>;
  backups?: { unreadableFrom: string; keyringCopiesUntil: string };
  /** What stands against the erasure for now. */
  held?: { law: string; until: string };
};

const stores = ['attachments', 'database', 'exports', 'jobs', 'keyring', 'outbox'];
/** A copy that the operator takes of the keyring folder is kept no longer than this. */
export const keyringCopiesDays = 7;

/**
 * Erases people for ever (Art. 17). Three ways lead here, and there is no other. Fail-closed: an
 * erasure is done only when every store has confirmed, and whatever stops it, `resumeErasures`
 * takes it up where it stood. Gives the erasures' ids.
 */
export async function eraseForever(house: ErasureHouse, accountIds: string[], way: Way): Promise<string[]> {
  const started = await house.database.transaction(acrossCustomers('erasure'), async (tx) => {
    // Sessions go first: nobody may look on, or take part, while it happens.
    await tx
      .deleteFrom('session')
      .where('account_id', '=', sql<string>`any(${accountIds})`)
      .execute();
    await tx
      .insertInto('erasure')
      .values(
        accountIds.map((account_id) => ({
          account_id,
          way,
          requested_at: house.clock.now(),
          due_at: addMonths(house.clock.now(), receiptKeptMonths),
        })),
      )
      .onConflict((on) => on.doNothing())
      .execute();
    return tx
      .selectFrom('erasure')
      .select('id')
      .where('account_id', '=', sql<string>`any(${accountIds})`)
      .execute();
  });
  const ids = started.map(({ id }) => id);
  await carryOn(house, ids);
  return ids;
}

/** Takes up every erasure that a crash or a failing store left unfinished. */
export async function resumeErasures(house: ErasureHouse): Promise<number> {
  const open = await house.database.transaction(acrossCustomers('erasure'), (tx) =>
    tx.selectFrom('erasure').select('id').where('state', '=', 'started').limit(1000).execute(),
  );
  await carryOn(
    house,
    open.map(({ id }) => id),
  );
  return open.length;
}

export function findReceipt(house: Pick<House, 'database'>, erasureId: string) {
  return house.database.transaction(acrossCustomers('erasure'), (tx) =>
    tx.selectFrom('erasure').selectAll().where('id', '=', erasureId).executeTakeFirst(),
  );
}

async function carryOn(house: ErasureHouse, erasureIds: string[]): Promise<void> {
  if (erasureIds.length === 0) return;
  const engine = await engineOf(house.database);
  await untilNotInTheWay(() =>
    house.database.transaction(acrossCustomers('erasure'), (tx) => eraseFromDatabase(house, tx, engine, erasureIds)),
  );
  await clearStores(house, erasureIds);
}

const deadlock = '40P01';

/** Who wrote at the same moment may have locked in another order; nothing has happened then, and it is done again. */
async function untilNotInTheWay(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== deadlock || tries === 5) throw error;
    }
  }
}

/** Everything in PostgreSQL, the queue included, in one transaction: all of it or nothing. */
async function eraseFromDatabase(house: ErasureHouse, tx: Tx, engine: Engine, erasureIds: string[]): Promise<void> {
  await lockWhatOthersHangOn(tx, engine, erasureIds);
  const people = await tx
    .selectFrom('erasure')
    .innerJoin('account', 'account.id', 'erasure.account_id')
    .select(['account.id', 'account.email', 'erasure.id as erasure_id'])
    .where('erasure.id', '=', sql<string>`any(${erasureIds})`)
    .where('account.id', '<>', sql<string>`all(app.held_people())`)
    .orderBy('account.id')
    // Locked against whoever is about to write a message or an answer: they wait and then find nobody.
    .forUpdate()
    .execute();
  await holdBack(house, tx, erasureIds);
  if (people.length === 0) return;
  const lines = await sealedHolders(house, tx, people);
  const former = await formerAddresses(tx, people);
  const accounts = people.map(({ id }) => id);
  const addresses = people.flatMap(({ email }) => email ?? []);
  const mails = await tx
    .selectFrom('mail')
    .select('id')
    .where((where) =>
      where.or([where('account_id', '=', sql<string>`any(${accounts})`), where('address', '=', sql<string>`any(${addresses})`)]),
    )
    .execute();
  for (const { id } of mails) await sql`select graphile_worker.remove_job(${`mail ${id}`})`.execute(tx);
  const files = await runPlanned<{ store: 'attachments' | 'exports'; key: string }>(tx, engine.erasure.files, [accounts, addresses]);
  const filesIn = (place: 'attachments' | 'exports') => files.rows.filter(({ store }) => store === place).map(({ key }) => key);
  const exports = [...(await exportsWith(tx, accounts)), ...filesIn('exports')];
  const rows = await runSteps(tx, engine, accounts, addresses);
  await tx
    .updateTable('erasure')
    .set({
      account_id: null,
      state: 'started', // a hold that stood against it has ended
      confirmed: sql`array['database', 'jobs']`,
      remaining: sql`jsonb_build_object('outbox', ${JSON.stringify(mails.map(({ id }) => id))}::jsonb,
        'attachments', ${JSON.stringify(filesIn('attachments'))}::jsonb, 'exports', ${JSON.stringify(exports)}::jsonb, 'keyring', ${lines}::jsonb -> erasure.id::text)`,
      receipt: JSON.stringify({ rows }),
    })
    .where('id', '=', sql<string>`any(${people.map((person) => person.erasure_id)})`)
    .execute();
  await tellSuppliers(
    house,
    tx,
    people.map(({ id, email, erasure_id }) => ({ erasureId: erasure_id, addresses: [email ?? [], former.get(id) ?? []].flat() })),
  );
}

/** What a supplier may still know the person by: every address they have had. */
async function formerAddresses(tx: Tx, people: { id: string }[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ account_id: string; emails: string[] }>`
    select account_id, array_agg(distinct email) as emails from former_name
    where account_id = any(${people.map(({ id }) => id)}::uuid[]) and email is not null group by account_id`.execute(tx);
  return new Map(rows.map(({ account_id, emails }) => [account_id, emails]));
}

/** Else a message sent meanwhile, to the person or by them, would come too late for the step that takes their name out of it. */
async function lockWhatOthersHangOn(tx: Tx, engine: Engine, erasureIds: string[]): Promise<void> {
  const { rows } = await sql<{ id: string; email: string | null }>`
    select a.id, a.email from erasure e join account a on a.id = e.account_id where e.id = any(${erasureIds}) order by a.id`.execute(tx);
  const people = [rows.map(({ id }) => id), rows.flatMap(({ email }) => email ?? [])];
  for (const lock of engine.erasure.locks) await runPlanned(tx, lock, people);
}

/** Whom a hold keeps is not erased but shut: nobody signs in, and the receipt says which law, until when (Art. 17(3)). */
async function holdBack(house: ErasureHouse, tx: Tx, erasureIds: string[]): Promise<void> {
  const { rows } = await sql<{ account_id: string }>`
    update erasure e set state = 'held', receipt = jsonb_build_object('held', jsonb_build_object('law', h.law, 'until', h.ends_at))
    from (select distinct on (account_id) account_id, law, ends_at from legal_hold
          where decision = 'placed' and lifted_at is null and ends_at > app.now() order by account_id, ends_at desc) h
    where e.id = any(${erasureIds}) and e.account_id = h.account_id returning e.account_id`.execute(tx);
  const now = house.clock.now();
  await tx
    .updateTable('account')
    .set({ closed_at: now, erase_due_at: now })
    .where('id', '=', sql<string>`any(${rows.map((row) => row.account_id)})`)
    .execute();
}

/** The plan carried out for these people; for any map that has a table of accounts. `spared` are tables that are left for now. */
export async function runSteps(
  tx: Tx,
  engine: Pick<Engine, 'erasure'>,
  accounts: string[],
  addresses: string[],
  spared: readonly string[] = [],
): Promise<Record<string, number>> {
  const needed = await runPlanned<{ account_id: string; customer_id: string | null }>(tx, engine.erasure.pseudonymsNeeded, [accounts]);
  // Random, never derived from the person: nothing that is left can be computed back (EDPB 2025).
  const pseudonyms = needed.rows.map((row) => ({ ...row, id: randomUUID() }));
  if (pseudonyms.length > 0) {
    await tx
      .insertInto('account')
      .values(pseudonyms.map(({ id }) => ({ id, kind: 'pseudonym', created_at: sql<Date>`date_trunc('month', app.now())` })))
      .execute();
  }
  const values = [
    accounts,
    addresses,
    pseudonyms.map((row) => row.account_id),
    pseudonyms.map((row) => row.customer_id),
    pseudonyms.map((row) => row.id),
  ];
  const rows: Record<string, number> = {};
  for (const step of engine.erasure.steps.filter(({ table }) => !spared.includes(table))) {
    const { numAffectedRows = 0n } = await runPlanned(tx, step.sql, values);
    const name = `${step.table} ${step.does}`;
    rows[name] = (rows[name] ?? 0) + Number(numAffectedRows);
  }
  return rows;
}

/** What lies outside the database, then done. A failure leaves the erasure open, and is told. */
export async function clearStores(house: ErasureHouse, erasureIds: string[]): Promise<void> {
  const open = await house.database.transaction(acrossCustomers('erasure'), (tx) =>
    tx
      .selectFrom('erasure')
      .select(['id', 'remaining'])
      .where('id', '=', sql<string>`any(${erasureIds})`)
      .where('state', '=', 'started')
      .where('account_id', 'is', null)
      .execute(),
  );
  type Remaining = { outbox?: string[]; attachments?: string[]; exports?: string[]; keyring?: string | null };
  const remaining = open.map((erasure) => erasure.remaining as Remaining);
  await forgetKeys(
    house,
    remaining.flatMap(({ keyring }) => openHolders(house, keyring)),
  );
  await removeOutboxFiles(house, [...new Set(remaining.flatMap(({ outbox }) => outbox ?? []))]);
  for (const key of new Set(remaining.flatMap(({ attachments }) => attachments ?? []))) await house.attachments.remove(key);
  for (const key of new Set(remaining.flatMap(({ exports }) => exports ?? []))) await house.exports.remove(key);
  const now = house.clock.now();
  const backups = { unreadableFrom: now.toISOString(), keyringCopiesUntil: addDays(now, keyringCopiesDays).toISOString() };
  await house.database.transaction(acrossCustomers('erasure'), (tx) =>
    tx
      .updateTable('erasure')
      .set({
        state: 'done',
        remaining: '{}',
        confirmed: sql`${stores}`,
        finished_at: now,
        receipt: sql`receipt || ${JSON.stringify({ backups })}::jsonb`,
      })
      .where('id', '=', sql<string>`any(${open.map(({ id }) => id)})`)
      .execute(),
  );
}
