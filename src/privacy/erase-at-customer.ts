import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dataMap } from '../../data-map/index.ts';
import { addMonths } from '../platform/clock.ts';
import type { Scope, Tx } from '../platform/database.ts';
import type { House } from '../platform/house.ts';
import { sealedAtCustomer } from './backup/holders-to-forget.ts';
import { olderFormatGoneBy } from './backup/index.ts';
import { engineOf, type Engine } from './engine.ts';
import { clearStores, type Receipt } from './erase.ts';
import { stepsAtCustomer, type ErasureStep } from './erasure-plan.ts';
import { receiptKeptMonths } from './receipts/receipt-document.ts';
import { runPlanned } from './run-planned.ts';

/** Who acts for which customer, and the person. */
export type AtCustomer = { scope: Scope & { customerId: string }; email: string };
/** What stands against it: a role with the customer, which is taken away first, or a law or a claim (Art. 17(3)). */
export type Against = 'role' | 'held';
export type PlanAtCustomer = {
  against: Against | undefined;
  steps: { table: string; does: ErasureStep['does']; rows: number }[];
  /** Backups of an older format have it until then, if there are any. */
  backupsUntil: Date | undefined;
};

/** All that erasing this person at this customer would do, counted step by step. Nothing is done. */
export async function planAtCustomer(house: House, { scope, email }: AtCustomer): Promise<PlanAtCustomer> {
  const { catalog } = await engineOf(house.database);
  const planned = stepsAtCustomer(dataMap, catalog);
  return house.database.transaction(erasing(scope), async (tx) => {
    const accounts = await accountsOf(tx, email);
    const text = planned.map(({ count }, place) => `select ${place} as place, (${count}) as rows`).join(' union all ');
    const counted = await runPlanned<{ place: number; rows: number }>(tx, text, [accounts, [email], [], [], [], scope.customerId]);
    return {
      against: await whatStandsAgainst(tx, scope.customerId, accounts),
      steps: together(counted.rows.map(({ place, rows }) => ({ ...planned[place]!, rows }))),
      backupsUntil: await olderFormatGoneBy(tx, house.clock.now()),
    };
  });
}

/** A table that leads to the person in two ways is told of once. */
function together(steps: (ErasureStep & { rows: number })[]): PlanAtCustomer['steps'] {
  const found = Map.groupBy(
    steps.filter(({ rows }) => rows > 0),
    ({ table, does }) => `${table} ${does}`,
  );
  return [...found.values()].map((those) => ({
    table: those[0]!.table,
    does: those[0]!.does,
    rows: those.reduce((sum, { rows }) => sum + rows, 0),
  }));
}

/**
 * N-43: a customer erases what it is the controller of about one person (Art. 17): the same steps as any erasure, each held to the
 * customer's own rows. The account, its owner's own choices and what other customers hold are not touched. `note` is told the number
 * of the erasure in the same transaction. Then the person's key at this customer goes, and older backups have forgotten it too. What
 * a crash leaves of files and keys, `resumeErasures` takes up.
 */
export async function eraseAtCustomer(
  house: House,
  at: AtCustomer,
  note: (tx: Tx, erasureId: string) => Promise<void>,
): Promise<Against | undefined> {
  const engine = await engineOf(house.database);
  const done = await house.database.transaction(erasing(at.scope), async (tx) => {
    const accounts = await lockPeople(tx, at.email);
    const against = await whatStandsAgainst(tx, at.scope.customerId, accounts);
    if (against) return { against };
    const remaining = { ...(await filesAtCustomer(tx, engine, at, accounts)), keyring: await keysAtCustomer(house, tx, at, accounts) };
    const rows = await runStepsAtCustomer(tx, engine, at, accounts);
    const erasureId = await noteErasure(house, tx, rows, remaining);
    await note(tx, erasureId);
    return { erasureId };
  });
  if (done.erasureId) await clearStores(house, [done.erasureId]);
  return done.against;
}

/** The reason is the erasure; who acts, and for which customer, is said as well. */
const erasing = (scope: AtCustomer['scope']): Scope => ({ ...scope, across: 'erasure' });

async function accountsOf(tx: Tx, email: string): Promise<string[]> {
  const found = await tx.selectFrom('account').select('id').where('email', '=', email).execute();
  return found.map(({ id }) => id);
}

/** As in every erasure: what others hang on first, the person last. */
async function lockPeople(tx: Tx, email: string): Promise<string[]> {
  const accounts = await accountsOf(tx, email);
  await sql`select engine.erasure_holds(${accounts}::uuid[], ${[email]}::text[])`.execute(tx);
  const locked = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', sql<string>`any(${accounts}::uuid[])`)
    .forUpdate()
    .execute();
  return locked.map(({ id }) => id);
}

async function whatStandsAgainst(tx: Tx, customerId: string, accounts: string[]): Promise<Against | undefined> {
  const { rows } = await sql<{ held: boolean; role: boolean }>`select ${accounts}::uuid[] && app.held_people() as held,
    exists (select from membership where customer_id = ${customerId} and account_id = any(${accounts}::uuid[]) and role <> 'student') as role`.execute(
    tx,
  );
  if (rows[0]?.held) return 'held';
  return rows[0]?.role ? 'role' : undefined;
}

/** Keys begin with the customer's id; the customer's own exports tell of the person too, and can be made again without them. */
async function filesAtCustomer(tx: Tx, { erasure }: Engine, { scope, email }: AtCustomer, accounts: string[]): Promise<object> {
  const files = await runPlanned<{ store: string; key: string }>(tx, erasure.files, [accounts, [email]]);
  const exports = await tx.selectFrom('customer_export').select('id').where('customer_id', '=', scope.customerId).execute();
  return {
    attachments: files.rows
      .filter(({ store, key }) => store === 'attachments' && key.startsWith(`${scope.customerId}/`))
      .map(({ key }) => key),
    exports: exports.map(({ id }) => `${scope.customerId}/${id}`),
  };
}

/** Also under the addresses they once had: an old backup knows no other. */
async function keysAtCustomer(house: House, tx: Tx, { scope, email }: AtCustomer, accounts: string[]): Promise<string> {
  const former = await tx
    .selectFrom('former_name')
    .select('email')
    .where('account_id', '=', sql<string>`any(${accounts}::uuid[])`)
    .execute();
  return sealedAtCustomer(house, scope.customerId, accounts, [email, ...former.flatMap((one) => one.email ?? [])]);
}

async function runStepsAtCustomer(
  tx: Tx,
  { erasure, catalog }: Engine,
  { scope: { customerId }, email }: AtCustomer,
  accounts: string[],
): Promise<Record<string, number>> {
  const needed = await runPlanned<{ account_id: string; customer_id: string | null }>(tx, erasure.pseudonymsNeeded, [accounts]);
  const pseudonyms = needed.rows.filter(({ customer_id }) => customer_id === customerId).map((row) => ({ ...row, id: randomUUID() }));
  if (pseudonyms.length > 0) {
    const created_at = sql<Date>`date_trunc('month', app.now())`;
    await tx
      .insertInto('account')
      .values(pseudonyms.map(({ id }) => ({ id, kind: 'pseudonym', created_at })))
      .execute();
  }
  const ids = (of: 'account_id' | 'customer_id' | 'id') => pseudonyms.map((row) => row[of]);
  const values = [accounts, [email], ids('account_id'), ids('customer_id'), ids('id'), customerId];
  const rows: Record<string, number> = {};
  for (const { table, does, sql: text } of stepsAtCustomer(dataMap, catalog)) {
    const { numAffectedRows = 0n } = await runPlanned(tx, text, values);
    if (numAffectedRows > 0n) rows[`${table} ${does}`] = (rows[`${table} ${does}`] ?? 0) + Number(numAffectedRows);
  }
  return rows;
}

async function noteErasure(house: House, tx: Tx, rows: Record<string, number>, remaining: object): Promise<string> {
  const now = house.clock.now();
  const older = await olderFormatGoneBy(tx, now);
  const { id } = await tx
    .insertInto('erasure')
    .values({
      way: 'request',
      requested_at: now,
      due_at: addMonths(now, receiptKeptMonths),
      confirmed: ['database', 'jobs'],
      remaining: JSON.stringify(remaining),
      receipt: JSON.stringify({ rows, atCustomer: true, ...(older ? { olderBackupsUntil: older.toISOString() } : {}) } satisfies Receipt),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
