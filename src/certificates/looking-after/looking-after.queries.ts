import { sql } from 'kysely';
import { seenPeople } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';

export const certificatesPerPage = 50;

/** The course's certificates with their holders, as the actor who may see results reads them. */
const certificates = (tx: Tx, customerId: string, courseId: string) =>
  tx
    .selectFrom('certificate as i')
    .innerJoin('enrolment as e', (join) => join.onRef('e.customer_id', '=', 'i.customer_id').onRef('e.id', '=', 'i.enrolment_id'))
    .innerJoin(seenPeople('a', customerId), 'a.id', 'e.account_id')
    .select(['i.id', 'i.number', 'i.issued_at as issuedAt', 'i.expires_at as expiresAt', 'i.renewed_at as renewedAt'])
    .select(['i.revoked_at as revokedAt', 'i.revoked_reason as revokedReason', 'i.replaced_by as replacedBy'])
    .select(['i.enrolment_id as enrolmentId', 'e.account_id as accountId', 'a.language'])
    .select(['a.given_name as givenName', 'a.family_name as familyName'])
    .where('i.customer_id', '=', customerId)
    .where('e.course_id', '=', courseId)
    .where('a.kind', '<>', 'pseudonym');

export function listCertificates(tx: Tx, customerId: string, courseId: string, after: string | undefined) {
  return certificates(tx, customerId, courseId)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(i.issued_at, i.id) < (select l.issued_at, l.id from certificate l
        where l.customer_id = ${customerId} and l.id = ${after})`),
    )
    .orderBy('i.issued_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(certificatesPerPage + 1)
    .execute();
}
/** Those in force that expire within a month, or have expired: who is to take the course anew, the most urgent first. */
export function listDue(tx: Tx, customerId: string, courseId: string, after: string | undefined) {
  return certificates(tx, customerId, courseId)
    .where('i.revoked_at', 'is', null)
    .where('i.replaced_by', 'is', null)
    .where('i.expires_at', '<=', sql<Date>`app.now() + interval '1 month'`)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(i.expires_at, i.id) > (select l.expires_at, l.id from certificate l
        where l.customer_id = ${customerId} and l.id = ${after})`),
    )
    .orderBy('i.expires_at')
    .orderBy('i.id')
    .limit(certificatesPerPage + 1)
    .execute();
}

export type CertificateRow = Awaited<ReturnType<typeof listCertificates>>[number];

/** One of them, its row held until the transaction ends. */
export function holdCertificate(tx: Tx, customerId: string, courseId: string, id: string): Promise<CertificateRow | undefined> {
  return certificates(tx, customerId, courseId).where('i.id', '=', id).forUpdate('i').executeTakeFirst();
}

export async function markRevoked(tx: Tx, customerId: string, id: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('certificate')
    .set({ revoked_at: sql<Date>`app.now()`, revoked_reason: reason })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('replaced_by', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The same certificate under a new number, to which the old one points from then on. */
export async function insertReplacement(tx: Tx, customerId: string, id: string, number: string): Promise<string> {
  await sql`update certificate set replaced_by = ${number} where customer_id = ${customerId} and id = ${id}`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    insert into certificate (customer_id, enrolment_id, number, issued_at, expires_at, renewed_at, reminded_at, hidden_at)
    select customer_id, enrolment_id, ${number}, issued_at, expires_at, renewed_at, reminded_at, hidden_at
    from certificate where customer_id = ${customerId} and id = ${id} returning id`.execute(tx);
  return rows[0]!.id;
}
