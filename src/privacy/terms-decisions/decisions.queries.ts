import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Decision, DecisionState } from './decision.ts';

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

export const decisionsPerPage = 50;
const ownShown = 100;

export const listOwnDecisions = (tx: Tx, accountId: string): Promise<Decision[]> =>
  tx
    .selectFrom('terms_decision')
    .select(columns)
    .where('account_id', '=', accountId)
    .orderBy('decided_at', 'desc')
    .limit(ownShown)
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

const decisions = (tx: Tx) =>
  tx
    .selectFrom('terms_decision as d')
    .innerJoin('account', 'account.id', 'd.account_id')
    .select(columns.map((column) => `d.${column}` as const))
    .select('email');

export const decisionStates = ['appealed', 'in-force', 'upheld', 'lifted'] as const satisfies DecisionState[];
export type DecisionsWanted = { state: DecisionState | undefined; after: string | undefined };

const waits = (table: 'd' | 'l') =>
  sql<boolean>`(${sql.ref(`${table}.appealed_at`)} is not null and ${sql.ref(`${table}.outcome`)} is null)`;
/** The same as stateOf, where the rows are. */
const inState: Record<DecisionState, RawBuilder<boolean>> = {
  appealed: waits('d'),
  'in-force': sql`(d.appealed_at is null and d.outcome is null)`,
  upheld: sql`(d.outcome = 'upheld')`,
  lifted: sql`(d.outcome = 'lifted')`,
};

/** Appeals that wait come first, then the newest; one more than a page. */
export const listDecisions = (tx: Tx, { state, after }: DecisionsWanted): Promise<Listed[]> =>
  decisions(tx)
    .$if(state !== undefined, (query) => query.where(inState[state!]))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(${waits('d')}, d.decided_at, d.id) < (select ${waits('l')}, l.decided_at, l.id
        from terms_decision l where l.id = ${after})`),
    )
    .orderBy(waits('d'), 'desc')
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(decisionsPerPage + 1)
    .$castTo<Listed>()
    .execute();

export const findDecision = (tx: Tx, id: string): Promise<Listed | undefined> =>
  decisions(tx).where('d.id', '=', id).$castTo<Listed>().executeTakeFirst();

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
