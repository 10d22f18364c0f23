import type { Tx } from '../../platform/database.ts';

export type Version = { version: number; in_force_at: Date };
export type WholeVersion = Version & { text_sv: string; text_en: string };

export function findLatestVersion(tx: Tx, kind: string, now: Date) {
  return tx
    .selectFrom('document_version')
    .select(['version', 'text_hash', 'in_force_at'])
    .where('kind', '=', kind)
    .where('in_force_at', '<=', now)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The terms that were published last: for everyone, and for new accounts if those are newer. */
export function listLatestTerms(tx: Tx): Promise<{ text_sv: string; text_en: string }[]> {
  const newest = tx
    .selectFrom('document_version')
    .select((version) => version.fn.max('version').as('version'))
    .where('kind', '=', 'terms');
  return tx
    .selectFrom('document_version')
    .select(['text_sv', 'text_en'])
    .where('kind', '=', 'terms')
    .where((row) => row.or([row('version', '=', newest), row('version', '=', newest.where('applies_to', '=', 'everyone'))]))
    .execute();
}

export async function insertVersion(
  tx: Tx,
  made: { kind: string; version: number; textSv: string; textEn: string; digest: string; at: Date },
): Promise<void> {
  const { kind, version, textSv, textEn, digest, at } = made;
  await tx
    .insertInto('document_version')
    .values({ kind, version, text_sv: textSv, text_en: textEn, text_hash: digest, in_force_at: at })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** The versions there have been, newest first, from `before` on down. */
export function listVersions(
  tx: Tx,
  kind: string,
  { before, now, limit }: { before: number; now: Date; limit: number },
): Promise<Version[]> {
  return tx
    .selectFrom('document_version')
    .select(['version', 'in_force_at'])
    .where('kind', '=', kind)
    .where('version', '<', before)
    .where('in_force_at', '<=', now)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
}

export function findVersion(tx: Tx, kind: string, version: number, now: Date): Promise<WholeVersion | undefined> {
  return tx
    .selectFrom('document_version')
    .select(['version', 'in_force_at', 'text_sv', 'text_en'])
    .where('kind', '=', kind)
    .where('version', '=', version)
    .where('in_force_at', '<=', now)
    .executeTakeFirst();
}

/** The customers there are an agreement with, by name in the address, from `after` on. */
export function listCustomers(tx: Tx, after: string, limit: number): Promise<{ slug: string; name: string }[]> {
  return tx
    .selectFrom('customer')
    .select(['slug', 'name'])
    .where('ended_at', 'is', null)
    .where('slug', '>', after)
    .orderBy('slug')
    .limit(limit)
    .execute();
}
