import { sql, type RawBuilder } from 'kysely';
import { seenPeople, type Field } from '../../people/index.ts';
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

export const certificateFilters = ['due', 'valid', 'expired', 'revoked', 'replaced'] as const;
export type CertificateFilter = (typeof certificateFilters)[number];
export const certificateOrders = ['issued', 'expires', 'name'] as const;
export type CertificateOrder = (typeof certificateOrders)[number];

/** The latest first; those to be renewed by how urgent it is. By name only for whoever is shown names: a place would tell one. */
export function certificateOrdersShown(shown: readonly Field[], state: CertificateFilter | undefined): CertificateOrder[] {
  const hasNames = shown.includes('given_name') || shown.includes('family_name');
  return [
    ...(state === 'due' ? (['expires', 'issued'] as const) : (['issued', 'expires'] as const)),
    ...(hasNames ? (['name'] as const) : []),
  ];
}

export type CertificatesWanted = {
  customerId: string;
  courseId: string;
  /** A part of a number, or of a name as far as names are shown. */
  search?: string;
  shown: readonly Field[];
  state?: CertificateFilter | undefined;
  order?: CertificateOrder | undefined;
  after: string | undefined;
};

export function listCertificates(tx: Tx, wanted: CertificatesWanted) {
  const { customerId, courseId, search = '', shown, state, after } = wanted;
  const offered = certificateOrdersShown(shown, state);
  const order = offered.find((one) => one === wanted.order) ?? offered[0]!;
  const place = placeIn(order, shown);
  const direction = order === 'issued' ? 'desc' : 'asc';
  return certificates(tx, customerId, courseId)
    .$if(search !== '', (query) => query.where(holds(search, shown)))
    .$if(state !== undefined, (query) => query.where(inState[state!]))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(${sql.join(place)}) ${direction === 'desc' ? sql`<` : sql`>`} (select ${sql.join(place)} from certificate i
        join enrolment e on e.customer_id = i.customer_id and e.id = i.enrolment_id join app.seen_people(${customerId}) a on a.id = e.account_id
        where i.customer_id = ${customerId} and i.id = ${after})`),
    )
    .$call((query) => place.reduce((sorted, column) => sorted.orderBy(column, direction), query))
    .limit(certificatesPerPage + 1)
    .execute();
}

function placeIn(order: CertificateOrder, shown: readonly Field[]): RawBuilder<unknown>[] {
  const name = (field: 'given_name' | 'family_name') =>
    shown.includes(field) ? sql`${sql.ref(`a.${field}`)} collate "sv-x-icu"` : sql`''::text`;
  const columns = {
    issued: [sql`i.issued_at`],
    // What holds for ever ends last.
    expires: [sql`coalesce(i.expires_at, 'infinity')`],
    name: [name('family_name'), name('given_name')],
  };
  return [...columns[order], sql`i.id`];
}

/** The same as stateOf, where the rows are. Due are those in force that expire within a month, or have expired. */
const inState: Record<CertificateFilter, RawBuilder<boolean>> = {
  due: sql`(i.revoked_at is null and i.replaced_by is null and i.expires_at <= app.now() + interval '1 month')`,
  valid: sql`(i.revoked_at is null and i.replaced_by is null and (i.expires_at is null or i.expires_at > app.now()))`,
  expired: sql`(i.revoked_at is null and i.replaced_by is null and i.expires_at <= app.now())`,
  revoked: sql`(i.revoked_at is not null)`,
  replaced: sql`(i.revoked_at is null and i.replaced_by is not null)`,
};

/** A name that is not shown finds nobody. */
function holds(search: string, shown: readonly Field[]): RawBuilder<boolean> {
  const name = (field: 'given_name' | 'family_name') => (shown.includes(field) ? sql.ref(`a.${field}`) : sql`''::text`);
  return sql<boolean>`(strpos(upper(i.number), upper(${search}::text)) > 0
    or strpos(lower((${name('given_name')} || ' ' || ${name('family_name')}) collate "sv-x-icu"), lower(${search}::text collate "sv-x-icu")) > 0)`;
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
