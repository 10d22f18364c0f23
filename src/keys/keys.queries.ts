import { sql, type InferResult } from 'kysely';
import { seenPeople } from '../people/index.ts';
import type { Tx } from '../platform/database.ts';

/** A key with what it opens. Read across customers: whoever holds a key belongs to none yet. */
function keys(tx: Tx) {
  return tx
    .selectFrom('course_key as k')
    .innerJoin('key_batch as b', (join) => join.onRef('b.customer_id', '=', 'k.customer_id').onRef('b.id', '=', 'k.batch_id'))
    .innerJoin('course as c', (join) => join.onRef('c.customer_id', '=', 'b.customer_id').onRef('c.id', '=', 'b.course_id'))
    .innerJoin('customer', 'customer.id', 'k.customer_id')
    .leftJoin('enrolment as e', (join) => join.onRef('e.customer_id', '=', 'k.customer_id').onRef('e.id', '=', 'k.enrolment_id'))
    .select(['k.id', 'k.customer_id', 'k.bound_email', 'k.bound_given_name', 'k.bound_family_name'])
    .select(['k.expires_at', 'k.blocked_at', 'k.redeemed_at', 'e.account_id as redeemed_by', 'b.access_days'])
    .select(['c.id as course_id', 'c.slug as course_slug', 'c.title as course_title'])
    .select(['customer.slug as customer_slug', 'customer.name as customer_name', 'customer.ended_at as customer_ended_at']);
}

export type KeyRow = InferResult<ReturnType<typeof keys>>[number];

/** Two customers may, once in a long while, have drawn the same key: the unused one is meant. */
export function findKeyByHash(tx: Tx, keyHash: Buffer): Promise<KeyRow | undefined> {
  return keys(tx)
    .where('k.key_hash', '=', keyHash)
    .orderBy('k.redeemed_at', (order) => order.asc().nullsFirst())
    .limit(1)
    .executeTakeFirst();
}

export function findKeyById(tx: Tx, keyId: string): Promise<KeyRow | undefined> {
  return keys(tx).where('k.id', '=', keyId).executeTakeFirst();
}

/** Uses the key, once: of many who press at the same instant only one gets the row back. */
export function takeKey(tx: Tx, key: { customerId: string; keyId: string }, holder: { email: string | null }) {
  return tx
    .updateTable('course_key')
    .set({ redeemed_at: sql<Date>`app.now()`, bound_email: null, bound_given_name: null, bound_family_name: null })
    .where('customer_id', '=', key.customerId)
    .where('id', '=', key.keyId)
    .where('redeemed_at', 'is', null)
    .where('blocked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`app.now()`)
    .where((is) => is.or([is('bound_email', 'is', null), is('bound_email', '=', holder.email)]))
    .returning('id')
    .executeTakeFirst();
}

export async function setEnrolmentOfKey(tx: Tx, customerId: string, keyId: string, enrolmentId: string): Promise<void> {
  await tx
    .updateTable('course_key')
    .set({ enrolment_id: enrolmentId })
    .where('customer_id', '=', customerId)
    .where('id', '=', keyId)
    .execute();
}

/**
 * Enrols on the newest published version, or opens an ended enrolment again; undefined when one is open already, or when
 * the course has nothing published.
 */
export function insertEnrolment(
  tx: Tx,
  place: { customerId: string; courseId: string },
  accountId: string,
  endsAt: Date | null,
  source: 'key' | 'api' = 'key',
) {
  return tx
    .insertInto('enrolment')
    .columns(['customer_id', 'course_id', 'version_id', 'account_id', 'source', 'created_at', 'ends_at'])
    .expression((newest) =>
      newest
        .selectFrom('course_version as v')
        .select(['v.customer_id', 'v.course_id', 'v.id'])
        .select([
          sql<string>`${accountId}::uuid`.as('account_id'),
          sql<string>`${source}::text`.as('source'),
          sql<Date>`app.now()`.as('created_at'),
          sql<Date | null>`${endsAt}::timestamptz`.as('ends_at'),
        ])
        .where('v.customer_id', '=', place.customerId)
        .where('v.course_id', '=', place.courseId)
        .where('v.published_at', '<=', sql<Date>`app.now()`)
        .orderBy('v.number', 'desc')
        .limit(1),
    )
    .onConflict((on) =>
      on
        .columns(['customer_id', 'course_id', 'account_id'])
        .doUpdateSet({ ends_at: endsAt })
        .where('enrolment.ends_at', '<=', sql<Date>`app.now()`),
    )
    .returning('id')
    .executeTakeFirst();
}

export async function insertStudent(tx: Tx, customerId: string, accountId: string): Promise<void> {
  await tx
    .insertInto('membership')
    .values({ customer_id: customerId, account_id: accountId, role: 'student', created_at: sql<Date>`app.now()` })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** The names of those who look after a course: all that a student is shown of them. */
export function listAdministrators(tx: Tx, customerId: string, courseId: string) {
  return tx
    .selectFrom('course_administrator as ca')
    .innerJoin(seenPeople('a', customerId), 'a.id', 'ca.account_id')
    .select(['a.id', 'a.given_name', 'a.family_name'])
    .where('ca.customer_id', '=', customerId)
    .where('ca.course_id', '=', courseId)
    .orderBy('a.given_name')
    .orderBy('a.family_name')
    .execute();
}

export function findOwnAccount(tx: Tx, accountId: string) {
  return tx.selectFrom('account').select(['email', 'given_name', 'family_name']).where('id', '=', accountId).executeTakeFirst();
}

export async function hasOpenEnrolment(tx: Tx, place: { customerId: string; courseId: string }, accountId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('enrolment')
    .select('id')
    .where('customer_id', '=', place.customerId)
    .where('course_id', '=', place.courseId)
    .where('account_id', '=', accountId)
    .where(sql<boolean>`(ends_at is null or ends_at > app.now())`)
    .executeTakeFirst();
  return found !== undefined;
}
