import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

/** What a mail about a certificate is made of, as long as it is the recipient's. */
export function findCertificateForMail(tx: Tx, which: { customerId: string; certificateId: string; accountId: string }) {
  return tx
    .selectFrom('certificate as i')
    .innerJoin('enrolment as e', (join) => join.onRef('e.customer_id', '=', 'i.customer_id').onRef('e.id', '=', 'i.enrolment_id'))
    .innerJoin('course as c', (join) => join.onRef('c.customer_id', '=', 'e.customer_id').onRef('c.id', '=', 'e.course_id'))
    .innerJoin('customer as k', 'k.id', 'i.customer_id')
    .select(['c.title', 'c.slug as course', 'k.slug as customer', 'i.expires_at as expiresAt', 'i.revoked_at as revokedAt'])
    .select(['i.replaced_by as replacedBy', 'k.name as customerName'])
    .where('i.customer_id', '=', which.customerId)
    .where('i.id', '=', which.certificateId)
    .where('e.account_id', '=', which.accountId)
    .executeTakeFirst();
}

const atOnce = 500;

/**
 * Certificates that expire within a month and have not been told of; they are marked in the same statement, so that two nights
 * at once tell nobody twice. Whoever has left or whose course is closed to them has nothing to renew.
 */
export async function takeExpiring(tx: Tx): Promise<{ customerId: string; certificateId: string; accountId: string; courseId: string }[]> {
  const { rows } = await sql<{ customerId: string; certificateId: string; accountId: string; courseId: string }>`
    update certificate i set reminded_at = app.now()
    from enrolment e
    where (i.customer_id, i.id) in (
        select d.customer_id, d.id from certificate d
        join enrolment o on o.customer_id = d.customer_id and o.id = d.enrolment_id
        join account a on a.id = o.account_id and a.kind <> 'pseudonym' and a.closed_at is null
        where d.expires_at > app.now() and d.expires_at <= app.now() + interval '1 month'
          and d.reminded_at is null and d.revoked_at is null and d.replaced_by is null
        order by d.expires_at limit ${atOnce} for update of d skip locked)
      and e.customer_id = i.customer_id and e.id = i.enrolment_id
    returning i.customer_id as "customerId", i.id as "certificateId", e.account_id as "accountId", e.course_id as "courseId"`.execute(tx);
  return rows;
}
