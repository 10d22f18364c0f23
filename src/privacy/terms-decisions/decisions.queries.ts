import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Decision } from './decision.ts';

const columns = [
  'id',
  'account_id',
  'kind',
  'rule',
  'reason',
  'decided_by',
  'decided_at',
  'appeal_until',
  'appeal',
  'appealed_at',
  'answered_at',
  'outcome',
  'answer',
] as const;

export const decisionsShown = 100;

export const listOwnDecisions = (tx: Tx, accountId: string): Promise<Decision[]> =>
  tx
    .selectFrom('terms_decision')
    .select(columns)
    .where('account_id', '=', accountId)
    .orderBy('decided_at', 'desc')
    .limit(decisionsShown)
    .$castTo<Decision>()
    .execute();

/** The decision that keeps this account closed, if there is one. */
export const findEnding = (tx: Tx, accountId: string): Promise<Decision | undefined> =>
  tx
    .selectFrom('terms_decision')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('kind', '<>', 'warning')
    .where((where) => where.or([where('outcome', 'is', null), where('outcome', '<>', 'lifted')]))
    .$castTo<Decision>()
    .executeTakeFirst();

export type Listed = Decision & { email: string | null };

/** Appeals that wait come first, then the newest. */
export const listDecisions = (tx: Tx): Promise<Listed[]> =>
  tx
    .selectFrom('terms_decision')
    .innerJoin('account', 'account.id', 'terms_decision.account_id')
    .select(columns.map((column) => `terms_decision.${column}` as const))
    .select('email')
    .orderBy(sql`appealed_at is not null and outcome is null`, 'desc')
    .orderBy('decided_at', 'desc')
    .limit(decisionsShown)
    .$castTo<Listed>()
    .execute();

export const lockDecision = (tx: Tx, id: string): Promise<Decision | undefined> =>
  tx.selectFrom('terms_decision').select(columns).where('id', '=', id).forUpdate().$castTo<Decision>().executeTakeFirst();

export const findPerson = (tx: Tx, email: string) =>
  tx.selectFrom('account').select(['id', 'language', 'closed_at']).where('email', '=', email).forUpdate().executeTakeFirst();

export const hasWarning = async (tx: Tx, accountId: string): Promise<boolean> => {
  const found = await tx
    .selectFrom('terms_decision')
    .select('id')
    .where('account_id', '=', accountId)
    .where('kind', '=', 'warning')
    .where((where) => where.or([where('outcome', 'is', null), where('outcome', '<>', 'lifted')]))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
};

type New = Pick<Decision, 'account_id' | 'kind' | 'rule' | 'reason' | 'decided_by' | 'decided_at' | 'appeal_until'> & { client_id: string };

/** Undefined when the same press has made it already. */
export const insertDecision = (tx: Tx, decision: New): Promise<{ id: string } | undefined> =>
  tx
    .insertInto('terms_decision')
    .values(decision)
    .onConflict((on) => on.column('client_id').doNothing())
    .returning('id')
    .executeTakeFirst();

export async function saveAppeal(tx: Tx, id: string, appeal: string, at: Date): Promise<void> {
  await tx.updateTable('terms_decision').set({ appeal, appealed_at: at }).where('id', '=', id).execute();
}

export async function saveAnswer(
  tx: Tx,
  id: string,
  answered: { outcome: 'upheld' | 'lifted'; answer: string; answered_by: string; answered_at: Date },
): Promise<void> {
  await tx.updateTable('terms_decision').set(answered).where('id', '=', id).execute();
}

/** Closed, and erased on that day; without a day while an appeal is open. Signed out everywhere. */
export async function shutAccount(tx: Tx, accountId: string, set: { closed_at?: Date; erase_due_at: Date | null }): Promise<void> {
  await tx
    .updateTable('account')
    .set({ ...set, erase_warned_at: null })
    .where('id', '=', accountId)
    .execute();
}

export async function openAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.updateTable('account').set({ closed_at: null, erase_due_at: null, erase_warned_at: null }).where('id', '=', accountId).execute();
}

export async function signOutEverywhere(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('session').where('account_id', '=', accountId).execute();
}

/** Whose time is out because the operator ended the account, of those that are due. */
export async function endedAmong(tx: Tx, accountIds: string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('terms_decision')
    .select('account_id')
    .where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .where('kind', '<>', 'warning')
    .where((where) => where.or([where('outcome', 'is', null), where('outcome', '<>', 'lifted')]))
    .execute();
  return new Set(rows.map(({ account_id }) => account_id));
}
