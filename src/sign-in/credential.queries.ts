import type { Tx } from '../platform/database.ts';

/** What is needed to check a sign-in, in one query for every address. */
export function findSignIn(tx: Tx, email: string) {
  return tx
    .selectFrom('account')
    .leftJoin('account_password', 'account_password.account_id', 'account.id')
    .leftJoin('second_factor', 'second_factor.account_id', 'account.id')
    .select(['account.id', 'account_password.hash', 'second_factor.confirmed_at as second_factor_at'])
    .where('account.email', '=', email)
    .executeTakeFirst();
}

export function findCredentials(tx: Tx, accountId: string) {
  return tx
    .selectFrom('account')
    .leftJoin('account_password', 'account_password.account_id', 'account.id')
    .select(['account.email', 'account.language', 'account.given_name', 'account.family_name'])
    .select(['account_password.hash', 'account_password.changed_at as password_changed_at'])
    .where('account.id', '=', accountId)
    .executeTakeFirst();
}

export async function savePassword(tx: Tx, accountId: string, hash: string, at: Date): Promise<void> {
  await tx
    .insertInto('account_password')
    .values({ account_id: accountId, hash, changed_at: at })
    .onConflict((on) => on.column('account_id').doUpdateSet({ hash, changed_at: at }))
    .execute();
}

/** The same password under a stronger hash; untouched if it was changed meanwhile. */
export async function replaceHash(tx: Tx, accountId: string, before: string, hash: string): Promise<void> {
  await tx.updateTable('account_password').set({ hash }).where('account_id', '=', accountId).where('hash', '=', before).execute();
}

export async function saveEmail(tx: Tx, accountId: string, email: string, at: Date): Promise<void> {
  await tx.updateTable('account').set({ email, email_confirmed_at: at }).where('id', '=', accountId).execute();
}

/** Someone who opened a link that was sent to the account's address has confirmed that address. */
export async function noteConfirmedAddress(tx: Tx, accountId: string, at: Date): Promise<void> {
  await tx
    .updateTable('account')
    .set({ email_confirmed_at: at })
    .where('id', '=', accountId)
    .where('email_confirmed_at', 'is', null)
    .execute();
}

export const findAccountByEmail = (tx: Tx, email: string) =>
  tx.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst();
