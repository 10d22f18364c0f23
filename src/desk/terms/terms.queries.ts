import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { hashOf } from '../set-up/new-document.ts';
import type { Locale } from '../../ui/locale.ts';

export type AppliesTo = 'everyone' | 'new-accounts';
export type TermsVersion = {
  version: number;
  text: Record<Locale, string>;
  /** What of it is the operator's own words; the frame comes after them. */
  own: Record<Locale, string>;
  inForceAt: Date;
  appliesTo: AppliesTo;
  announcedAt: Date | null;
};

const versions = (tx: Tx) =>
  tx
    .selectFrom('document_version')
    .select(['version', 'text_sv', 'text_en', 'own_sv', 'own_en', 'in_force_at', 'applies_to', 'announced_at'])
    .where('kind', '=', 'terms')
    .$narrowType<{ applies_to: AppliesTo }>();

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>;
const asVersion = (row: Row | undefined): TermsVersion | undefined =>
  row && {
    version: row.version,
    text: { sv: row.text_sv, en: row.text_en },
    own: { sv: row.own_sv ?? row.text_sv, en: row.own_en ?? row.text_en },
    inForceAt: row.in_force_at,
    appliesTo: row.applies_to,
    announcedAt: row.announced_at,
  };

export const findVersion = async (tx: Tx, version: number) =>
  asVersion(await versions(tx).where('version', '=', version).executeTakeFirst());

export const findLatestVersion = async (tx: Tx) => asVersion(await versions(tx).orderBy('version', 'desc').limit(1).executeTakeFirst());

/** What everyone with an account is told of beforehand. */
export const findUpcomingTerms = async (tx: Tx, now: Date) =>
  asVersion(
    await versions(tx).where('in_force_at', '>', now).where('applies_to', '=', 'everyone').orderBy('version').limit(1).executeTakeFirst(),
  );

export const versionsPerPage = 20;

/** Without their texts, newest first, those before this one, and one more than a page. */
export function listVersions(tx: Tx, before: number | undefined) {
  return tx
    .selectFrom('document_version')
    .select(['version', 'in_force_at', 'applies_to', 'announced_at'])
    .where('kind', '=', 'terms')
    .$if(before !== undefined, (query) => query.where('version', '<', before!))
    .$narrowType<{ applies_to: AppliesTo }>()
    .orderBy('version', 'desc')
    .limit(versionsPerPage + 1)
    .execute();
}
export type VersionRow = Awaited<ReturnType<typeof listVersions>>[number];

export type NewVersion = {
  version: number;
  text: Record<Locale, string>;
  own: Record<Locale, string>;
  inForceAt: Date;
  appliesTo: AppliesTo;
};

/** False when someone else has published that number in the meantime. */
export async function insertVersion(tx: Tx, { version, text, own, inForceAt, appliesTo }: NewVersion): Promise<boolean> {
  const text_hash = hashOf({ text });
  const texts = { text_sv: text.sv, text_en: text.en, own_sv: own.sv, own_en: own.en };
  const inserted = await tx
    .insertInto('document_version')
    .values({ kind: 'terms', version, ...texts, text_hash, in_force_at: inForceAt, applies_to: appliesTo })
    .onConflict((on) => on.doNothing())
    .returning('version')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** One announcement at a time, so that nobody is told twice. */
export const lockAnnouncing = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('announce terms'))`.execute(tx);

/** Records the notice in the ledger for the next of those who have not been told, in one statement, and gives who they are. */
export async function serveNotices(tx: Tx, version: number, at: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ account_id: string }>`
    insert into ledger (account_id, event, about, state, version, text_hash, language, at)
    select a.id, 'notice', 'terms', 'served', d.version, d.text_hash, a.language, ${at}::timestamptz
    from account a cross join document_version d
    where d.kind = 'terms' and d.version = ${version} and a.kind <> 'pseudonym' and a.closed_at is null
      and not exists (select from ledger l where l.account_id = a.id and l.event = 'notice' and l.about = 'terms' and l.version = d.version)
    order by a.id limit ${limit} returning account_id`.execute(tx);
  return rows.map(({ account_id }) => account_id);
}

export async function markAnnounced(tx: Tx, version: number, at: Date): Promise<void> {
  await tx
    .updateTable('document_version')
    .set({ announced_at: at })
    .where('kind', '=', 'terms')
    .where('version', '=', version)
    .where('announced_at', 'is', null)
    .execute();
}
