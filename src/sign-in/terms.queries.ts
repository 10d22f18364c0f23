import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

export type Terms = { version: number; text: { sv: string; en: string }; inForceAt: Date };

const terms = (tx: Tx) =>
  tx.selectFrom('document_version').select(['version', 'text_sv', 'text_en', 'in_force_at']).where('kind', '=', 'terms');

type Row = { version: number; text_sv: string; text_en: string; in_force_at: Date };
const asTerms = (row: Row | undefined): Terms | undefined =>
  row && { version: row.version, text: { sv: row.text_sv, en: row.text_en }, inForceAt: row.in_force_at };

/** What holds now: for whoever opens an account, or for someone who has one. */
export async function findTermsInForce(tx: Tx, now: Date, accountId?: string): Promise<Terms | undefined> {
  const inForce = terms(tx).where('in_force_at', '<=', now).orderBy('version', 'desc').limit(1);
  if (!accountId) return asTerms(await inForce.executeTakeFirst());
  return asTerms(await inForce.where('version', '=', sql<number>`(select app.terms_in_force(${accountId}))`).executeTakeFirst());
}

export async function findTerms(tx: Tx, version: number): Promise<Terms | undefined> {
  return asTerms(await terms(tx).where('version', '=', version).executeTakeFirst());
}

const answers = (tx: Tx, accountId: string) =>
  tx.selectFrom('ledger').where('account_id', '=', accountId).where('event', '=', 'acceptance').where('about', '=', 'terms');

export const findLatestAnswer = (tx: Tx, accountId: string, version: number) =>
  answers(tx, accountId)
    .select('state')
    .where('version', '=', version)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The latest version the person has accepted, before this one. */
export const findAcceptedBefore = (tx: Tx, accountId: string, version: number) =>
  answers(tx, accountId)
    .select('version')
    .where('state', '=', 'accepted')
    .where('version', '<', version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
