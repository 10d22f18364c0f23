import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

export type ChoiceRow = {
  id: string;
  event: string;
  about: string;
  state: string;
  version: number;
  text_hash: string;
  form_fingerprint: string;
  language: string;
  at: Date;
};

const columns = ['id', 'event', 'about', 'state', 'version', 'text_hash', 'form_fingerprint', 'language', 'at'] as const;

/** The person's own events, newest first, from `before` on down. */
export function listChoices(
  tx: Tx,
  accountId: string,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<ChoiceRow[]> {
  return tx
    .selectFrom('ledger')
    .select(columns)
    .where('account_id', '=', accountId)
    .$if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function findChoice(tx: Tx, accountId: string, id: string): Promise<ChoiceRow | undefined> {
  return tx.selectFrom('ledger').select(columns).where('account_id', '=', accountId).where('id', '=', id).executeTakeFirst();
}

/** All that has happened to one thing: given, withdrawn and given again, oldest first. */
export function listEvents(tx: Tx, accountId: string, { event, about }: { event: string; about: string }): Promise<ChoiceRow[]> {
  return tx
    .selectFrom('ledger')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('event', '=', event)
    .where('about', '=', about)
    .orderBy('at')
    .orderBy('id')
    .limit(1_000)
    .execute();
}

/** The latest answer to each consent that was ever asked for. */
export function listConsents(tx: Tx, accountId: string): Promise<ChoiceRow[]> {
  return tx
    .selectFrom('ledger')
    .distinctOn('about')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('event', '=', 'consent')
    .orderBy('about')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Two presses at once come one after the other. */
export const takeTurns = (tx: Tx, accountId: string) => sql`select pg_advisory_xact_lock(hashtextextended(${accountId}, 0))`.execute(tx);
