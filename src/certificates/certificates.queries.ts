import { sql } from 'kysely';
import type { Tx } from '../platform/database.ts';

type Pass = { customerId: string; enrolmentId: string; at: Date; passedAt: Date };

/** False when there is one in force already, or when it was revoked after the pass. */
export async function insertCertificate(tx: Tx, { customerId, enrolmentId, number, at, passedAt }: Pass & { number: string }) {
  const { rows } = await sql`
    insert into certificate (customer_id, enrolment_id, number, issued_at, expires_at)
    select e.customer_id, e.id, ${number}, ${at}::timestamptz, ${at}::timestamptz + make_interval(months => t.valid_months)
    from enrolment e left join certificate_template t on t.customer_id = e.customer_id and t.course_id = e.course_id
    where e.customer_id = ${customerId} and e.id = ${enrolmentId} and not exists (select from certificate r
      where r.customer_id = e.customer_id and r.enrolment_id = e.id and r.revoked_at >= ${passedAt})
    on conflict (customer_id, enrolment_id) where revoked_at is null and replaced_by is null do nothing
    returning id`.execute(tx);
  return rows.length > 0;
}

/** A pass in the last month, or after the end, renews from that day; it keeps the number and may be told of again. */
export async function renewCertificate(tx: Tx, { customerId, enrolmentId, at, passedAt }: Pass): Promise<void> {
  await sql`
    update certificate i set renewed_at = ${at}::timestamptz, reminded_at = null,
      expires_at = ${at}::timestamptz + make_interval(months => t.valid_months)
    from enrolment e left join certificate_template t on t.customer_id = e.customer_id and t.course_id = e.course_id
    where i.customer_id = ${customerId} and i.enrolment_id = ${enrolmentId} and e.customer_id = i.customer_id and e.id = i.enrolment_id
      and i.revoked_at is null and i.replaced_by is null and ${passedAt} >= i.expires_at - interval '1 month'
      and ${passedAt} > coalesce(i.renewed_at, i.issued_at)`.execute(tx);
}

export type Certificate = {
  id: string;
  number: string;
  courseId: string;
  issuedAt: Date;
  expiresAt: Date | null;
  renewedAt: Date | null;
  revokedAt: Date | null;
  revokedReason: string | null;
  replacedBy: string | null;
  hiddenAt: Date | null;
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

/** The same, its row held until the transaction ends: two answers about the page take turns. */
export async function holdOwnCertificate(tx: Tx, holder: Holder, courseSlug: string): Promise<Certificate | undefined> {
  return selectOwnCertificate(tx, holder, courseSlug).forUpdate('i').executeTakeFirst();
}

/** The one in force; when there is none, the one that was revoked last. */
function selectOwnCertificate(tx: Tx, holder: Holder, courseSlug: string) {
  return (
    tx
      .selectFrom('certificate as i')
      .innerJoin('enrolment as e', (join) => join.onRef('e.customer_id', '=', 'i.customer_id').onRef('e.id', '=', 'i.enrolment_id'))
      .innerJoin('course as c', (join) => join.onRef('c.customer_id', '=', 'e.customer_id').onRef('c.id', '=', 'e.course_id'))
      .innerJoin('customer as k', 'k.id', 'i.customer_id')
      .innerJoin('account as a', 'a.id', 'e.account_id')
      .select(['i.id', 'i.number', 'i.issued_at as issuedAt', 'i.expires_at as expiresAt', 'i.renewed_at as renewedAt'])
      .select(['i.revoked_at as revokedAt', 'i.revoked_reason as revokedReason', 'i.replaced_by as replacedBy', 'i.hidden_at as hiddenAt'])
      .select(['c.id as courseId', 'c.title as courseTitle', 'c.minutes as courseMinutes', 'c.outcomes'])
      .leftJoin('protected_identity as p', (join) => join.onRef('p.customer_id', '=', 'i.customer_id').onRef('p.account_id', '=', 'a.id'))
      // What the holder shows to others bears the designation, as every list does.
      .select(['k.name as customerName'])
      .select(sql<string>`coalesce(p.designation, a.given_name)`.as('givenName'))
      .select(sql<string>`case when p.designation is null then a.family_name else '' end`.as('familyName'))
      .select(sql<'sv' | 'en'>`c.language`.as('courseLanguage'))
      .where('i.customer_id', '=', holder.customerId)
      .where('e.account_id', '=', holder.accountId)
      .where('c.slug', '=', courseSlug)
      .where('i.replaced_by', 'is', null)
      .orderBy('i.revoked_at', (order) => order.desc().nullsFirst())
      .limit(1)
  );
}

export async function setHidden(tx: Tx, { customerId, id }: { customerId: string; id: string }, hidden: boolean): Promise<void> {
  await tx
    .updateTable('certificate')
    .set({ hidden_at: hidden ? sql<Date>`coalesce(hidden_at, app.now())` : null })
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .execute();
}

export type PublicCertificate = {
  number: string;
  issuedAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  replacedBy: string | null;
  courseTitle: string;
  courseLanguage: 'sv' | 'en';
  customerName: string;
  /** Only while its holder consents (Art. 6(1)(a)); a closed account consents to nothing. */
  holder: string | null;
};

/** What anyone with the number may know, unless its holder has hidden the page. */
export async function findPublicCertificate(tx: Tx, number: string): Promise<PublicCertificate | undefined> {
  const { rows } = await sql<PublicCertificate>`
    select i.number, i.issued_at as "issuedAt", i.expires_at as "expiresAt", i.revoked_at as "revokedAt",
      i.replaced_by as "replacedBy", c.title as "courseTitle", c.language as "courseLanguage", k.name as "customerName",
      case when a.closed_at is null and i.revoked_at is null and app.consents(a.id, 'publish-certificate-name')
             and not exists (select from protected_identity p where p.customer_id = i.customer_id and p.account_id = a.id)
           then nullif(trim(a.given_name || ' ' || a.family_name), '') end as holder
    from certificate i
    join enrolment e on e.customer_id = i.customer_id and e.id = i.enrolment_id
    join course c on c.customer_id = e.customer_id and c.id = e.course_id
    join customer k on k.id = i.customer_id
    join account a on a.id = e.account_id
    where i.number = ${number} and i.hidden_at is null`.execute(tx);
  return rows[0];
}
