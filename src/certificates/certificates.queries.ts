import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

export async function insertCertificate(tx: Tx, row: { customerId: string; enrolmentId: string; number: string; at: Date }): Promise<void> {
  await tx
    .insertInto('certificate')
    .values({ customer_id: row.customerId, enrolment_id: row.enrolmentId, number: row.number, issued_at: row.at })
    .onConflict((on) => on.columns(['customer_id', 'enrolment_id']).doNothing())
    .execute();
}

export type Certificate = {
  number: string;
  issuedAt: Date;
  courseTitle: string;
  courseLanguage: 'sv' | 'en';
  courseMinutes: number;
  outcomes: string[];
  customerName: string;
  givenName: string;
  familyName: string;
};

export type Holder = { accountId: string; customerId: string };

export async function findOwnCertificate(tx: Tx, holder: Holder, courseSlug: string): Promise<Certificate | undefined> {
  return selectOwnCertificate(tx, holder, courseSlug).executeTakeFirst();
}

/** The same, its row held until the transaction ends: two answers about the name take turns. */
export async function holdOwnCertificate(tx: Tx, holder: Holder, courseSlug: string): Promise<Certificate | undefined> {
  return selectOwnCertificate(tx, holder, courseSlug).forUpdate('i').executeTakeFirst();
}

function selectOwnCertificate(tx: Tx, holder: Holder, courseSlug: string) {
  return tx
    .selectFrom('certificate as i')
    .innerJoin('enrolment as e', (join) => join.onRef('e.customer_id', '=', 'i.customer_id').onRef('e.id', '=', 'i.enrolment_id'))
    .innerJoin('course as c', (join) => join.onRef('c.customer_id', '=', 'e.customer_id').onRef('c.id', '=', 'e.course_id'))
    .innerJoin('customer as k', 'k.id', 'i.customer_id')
    .innerJoin('account as a', 'a.id', 'e.account_id')
    .select(['i.number', 'i.issued_at as issuedAt', 'c.title as courseTitle', 'c.minutes as courseMinutes', 'c.outcomes'])
    .select(['k.name as customerName', 'a.given_name as givenName', 'a.family_name as familyName'])
    .select(sql<'sv' | 'en'>`c.language`.as('courseLanguage'))
    .where('i.customer_id', '=', holder.customerId)
    .where('e.account_id', '=', holder.accountId)
    .where('c.slug', '=', courseSlug);
}

export type PublicCertificate = {
  number: string;
  issuedAt: Date;
  courseTitle: string;
  courseLanguage: 'sv' | 'en';
  customerName: string;
  /** Only while its holder consents (Art. 6(1)(a)); a closed account consents to nothing. */
  holder: string | null;
};

export async function findPublicCertificate(tx: Tx, number: string): Promise<PublicCertificate | undefined> {
  const { rows } = await sql<PublicCertificate>`
    select i.number, i.issued_at as "issuedAt", c.title as "courseTitle", c.language as "courseLanguage", k.name as "customerName",
      case when a.closed_at is null and app.consents(a.id, 'publish-certificate-name')
           then nullif(trim(a.given_name || ' ' || a.family_name), '') end as holder
    from certificate i
    join enrolment e on e.customer_id = i.customer_id and e.id = i.enrolment_id
    join course c on c.customer_id = e.customer_id and c.id = e.course_id
    join customer k on k.id = i.customer_id
    join account a on a.id = e.account_id
    where i.number = ${number}`.execute(tx);
  return rows[0];
}
